"""Writes a specimen to disk, one file after the other: memory does not grow with it."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from glassbox.specimen import tables
from glassbox.specimen.clips import Clips, make_clips
from glassbox.specimen.exhibition import FILES
from glassbox.specimen.prompts import prompt_file
from glassbox.specimen.size import FilmSize, Size


class NotEmpty(Exception):
    """The folder holds something already, or is none; nothing was touched."""


def write_specimen(out: Path, size: Size, *, with_media: bool = False) -> None:
    """An archive in `out`/content, whole or not at all.

    Raises NotEmpty, OSError, and with media what `clips.make_clips` raises.
    """
    if out.is_symlink() or (out.exists() and not (out.is_dir() and not any(out.iterdir()))):
        raise NotEmpty(out)
    with ExitStack() as undo:
        _make_folder(out, undo)
        aside = out / ".content.new"
        undo.callback(shutil.rmtree, aside, ignore_errors=True)
        for name, text in FILES.items():
            _write(aside / name, text)
        with ExitStack() as after:
            clips = _clips(out / ".clips", after) if with_media else None
            for film in size.of_each_film():
                _write_film(aside / "films" / film.slug, film, clips)
        aside.rename(out / "content")
        undo.pop_all()


def _clips(folder: Path, after: ExitStack) -> Clips:
    folder.mkdir()
    after.callback(shutil.rmtree, folder, ignore_errors=True)
    return make_clips(folder)


def _write_film(folder: Path, film: FilmSize, clips: Clips | None) -> None:
    _write(folder / "film.yml", tables.film_file(film, with_media=clips is not None))
    _write(folder / "versions.yml", tables.versions_file(film))
    _write(folder / "assets.yml", tables.assets_file(film))
    _write_table(folder / "budget.csv", tables.BUDGET_HEAD, tables.budget(film))
    if film.shots:
        _write_table(folder / "shots.csv", tables.SHOTS_HEAD, tables.shots(film))
    if film.takes:
        _write_table(folder / "takes.csv", tables.TAKES_HEAD, tables.takes(film))
    for name, text in tables.decisions(film):
        _write(folder / "decisions" / f"{name}.md", text)
    for number in range(film.prompts):
        _write(folder / "prompts" / f"{film.id('P', number)}.yml", prompt_file(film, number))
    if clips is not None:
        _link_media(folder, film, clips)


def _link_media(folder: Path, film: FilmSize, clips: Clips) -> None:
    """Files named after their records, so that no record needs a path."""
    for name in ("takes", "storyboards", "footage"):
        (folder / name).mkdir()
    for take in range(film.takes):
        clips.take(take, folder / "takes" / f"{film.id('T', take)}.mp4")
    for shot in range(film.shots):
        clips.panel(shot, folder / "storyboards" / f"{film.shot_code(shot)}.png")
    clips.take(film.number, folder / "footage" / f"{film.id('A', 0)}.mp4")
    if film.shots:
        clips.master(film.shots, folder / f"{film.slug}.mp4")


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make it and what is missing above it; only what was made goes again."""
    for one in reversed([folder, *folder.parents]):
        if not one.exists():
            one.mkdir()
            undo.callback(one.rmdir)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")


def _write_table(file: Path, head: Iterable[str], rows: Iterable[tables.Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        table = csv.writer(opened, lineterminator="\n")
        table.writerow(head)
        table.writerows(rows)
