"""A second archive: other people's clips, prompts in four languages and pictures; else a small fixture of our own."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from making.small import RECORDS, clip, write_about

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures/prompts.jsonl"
LANGUAGES = ("en", "zh", "de", "it")
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif"})
_CLIPS = frozenset({".mp4", ".mov", ".mkv", ".webm"})


@dataclass
class Second:
    """What was put together, and from where."""

    root: Path
    is_shared: bool
    clips: dict[str, str] = field(default_factory=dict)
    """Take -> name of the file it is."""
    pictures: dict[str, str] = field(default_factory=dict)
    prompts: dict[str, str] = field(default_factory=dict)
    """Prompt -> its text."""


def write_second(root: Path, data: Path, *, most_bytes: int | None = None, prompts_each: int = 25) -> Second:
    """Write the archive into `root`/content; `data` is the folder of shared material, which need not be there.

    With `most_bytes` clips above that size stay out.
    """
    made = Second(root, data.is_dir())
    film = root / "content/films/second"
    for folder in ("takes", "refs", "prompts"):
        (film / folder).mkdir(parents=True)
    _write_prompts(made, film, _texts(data, prompts_each))
    _write_takes(made, film, _files(data, _CLIPS, most_bytes) if made.is_shared else iter(_own_clips(root)))
    _write_assets(made, film, _files(data, _PICTURES, None) if made.is_shared else iter(_own_pictures(root)))
    for name in ("site.yml", "people.yml", "tools.yml", "reasons.yml"):
        _dump(root / "content" / name, RECORDS[name])
    entry = {**RECORDS["films/small/film.yml"], "slug": "second", "code": "SE", "title": "Second"}
    del entry["master"], entry["start_date"], entry["end_date"]
    _dump(film / "film.yml", entry)
    write_about(root)
    return made


def _texts(data: Path, each: int) -> Iterator[tuple[str, str]]:
    """(language, words), `each` of every language, spread over the whole collection."""
    packed = data / "prompts/prompts.jsonl.gz"
    lines = gzip.decompress(packed.read_bytes()) if packed.is_file() else FIXTURE.read_bytes()
    by_lang: dict[str, list[str]] = {}
    for line in lines.decode("utf-8").splitlines():
        row = json.loads(line)
        by_lang.setdefault(row["lang"], []).append(row["text"])
    for lang in LANGUAGES:
        found = by_lang[lang]
        for text in found[:: max(1, len(found) // each)][:each]:
            yield lang, text


def _files(data: Path, endings: frozenset[str], most: int | None) -> Iterator[Path]:
    for file in sorted((data / "footage").iterdir()):
        if file.suffix.lower() in endings and (most is None or file.stat().st_size <= most):
            yield file


def _own_clips(root: Path) -> list[Path]:
    folder = root / "own"
    folder.mkdir()
    for number in range(3):
        (folder / f"own-{number}.mp4").write_bytes(clip(1, number))
    return sorted(folder.iterdir())


def _own_pictures(root: Path) -> list[Path]:
    folder = root / "own-pictures"
    folder.mkdir()
    Image.radial_gradient("L").convert("RGB").save(folder / "own.jpg")
    return sorted(folder.iterdir())


def _write_prompts(made: Second, film: Path, texts: Iterator[tuple[str, str]]) -> None:
    for number, (lang, text) in enumerate(texts, 1):
        name = f"SE-P{number:03d}"
        made.prompts[name] = text
        revision = {"rev": "1", "text": text, "lang": lang}
        record = {"id": name, "tool": "video-model", "writer": "director", "task": "text-to-video"}
        _dump(film / f"prompts/{name}.yml", {**record, "revisions": [revision]})


def _write_takes(made: Second, film: Path, files: Iterator[Path]) -> None:
    rows = []
    for number, file in enumerate(files, 1):
        name = f"SE-T{number:03d}"
        made.clips[name] = file.name
        shutil.copyfile(file, film / f"takes/{name}{file.suffix.lower()}")
        rejected = {"status": "rejected", "reason": "two-moons"} if number % 2 else {"status": "pending"}
        prompt = f"SE-P{1 + (number - 1) % len(made.prompts):03d}@1"
        rows.append({"id": name, "purpose": "test", "prompt": prompt, **rejected})
    _dump(film / "takes.yml", rows)


def _write_assets(made: Second, film: Path, files: Iterator[Path]) -> None:
    rows = []
    for number, file in enumerate(files, 1):
        name = f"SE-A{number:03d}"
        made.pictures[name] = file.name
        shutil.copyfile(file, film / f"refs/{name}{file.suffix.lower()}")
        rows.append({"id": name, "kind": "reference", "title": file.name})
    _dump(film / "assets.yml", rows)


def _dump(file: Path, data: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
