"""The media of one film, step by step; each step takes only what the ones before have left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from glassbox.loading.binding_jobs import files_of_jobs
from glassbox.loading.binding_places import Medium, NotFound, Places, Stray
from glassbox.loading.binding_sequences import as_frames, find_frames
from glassbox.loading.binding_strays import unbound
from glassbox.loading.binding_wants import Want, mentioned, wants
from glassbox.loading.layout import MEDIA_FOLDERS
from glassbox.loading.marks import Marks
from glassbox.problems import Problem, problem
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.endings import MOVING, SOUND, STILL
from glassbox.records.process import Asset, Version
from glassbox.records.takes import Take

Digests: TypeAlias = Callable[[Path], str | None]
"""The SHA-256 of a file, in hexadecimal; None where it is not known yet."""

ID_FIRST = re.compile(r"[A-Z]{2,6}-[TVA][0-9]{3,}")
_PANEL = re.compile(r"(?P<code>.+?)(?:_(?P<panel>[0-9]{1,4}))?")
_MAY_BE_FRAMES = ("media", "file", "footage", "inputs")
_CLIPS = MOVING | SOUND
_PICTURES = STILL | {".pdf"}


@dataclass
class Files:
    """Files that can be found by their names."""

    all: list[Medium] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    by_id: dict[str, list[Medium]] = field(default_factory=dict)
    by_folder: dict[str, list[Medium]] = field(default_factory=dict)
    """Files by the name of the folder in which they lie, where it is an id."""

    @classmethod
    def of(cls, entries: Iterable[Medium | Stray]) -> Files:
        files = cls()
        for entry in entries:
            if isinstance(entry, Stray):
                files.strays.append(entry)
                continue
            files.all.append(entry)
            if hit := ID_FIRST.match(entry.path.name):
                files.by_id.setdefault(hit[0], []).append(entry)
            elif ID_FIRST.fullmatch(entry.path.parent.name):
                files.by_folder.setdefault(entry.path.parent.name, []).append(entry)
        return files


@dataclass
class FilmBinding:
    """One film's media. Holds what is bound so far, because a later step takes only what an earlier one left."""

    folder: FilmFolder
    marks: Marks
    places: Places
    home: Path
    in_root: Files
    digests: Digests | None
    bound: dict[MediaKey, str] = field(default_factory=dict)
    paths: dict[MediaKey, Path] = field(default_factory=dict)
    frames: set[Path] = field(default_factory=set)
    """Stills that are the frames of a bound clip."""
    problems: list[Problem] = field(default_factory=list)

    def bind(self) -> None:
        in_folders = chain.from_iterable(self.places.files_in(self.home / name) for name in MEDIA_FOLDERS)
        self.files = Files.of(chain(in_folders, self.places.loose_in(self.home)))
        self._by_path()
        self._panels_by_code()
        self._by_id()
        self._by_job()
        self._by_digest()
        self._check_digests()
        known, spoken_of = {*self.paths.values(), *self.frames}, mentioned(self.folder)
        free = (each for each in self.files.all if each.path not in known and each.path.name not in spoken_of)
        self.problems += unbound(self.folder, filter(self._is_nobody_s, free), self.files.strays)

    def _is_nobody_s(self, medium: Medium) -> bool:
        """False for a file of a record that is written but too faulty to be read: that it is unbound is no fault."""
        stem = medium.path.stem
        begins = ID_FIRST.match(stem)
        panel = _PANEL.fullmatch(stem)
        names = [begins[0]] if begins else [f"{self.folder.film.code}-{panel['code']}", panel["code"]] if panel else []
        return not any(name in self.marks.faulty() for name in names)

    def _take(self, key: MediaKey, medium: Medium) -> None:
        self.bound[key] = medium.name
        self.paths[key] = medium.path
        self.frames |= {path for _, path in medium.frames}

    def _by_path(self) -> None:
        for want in wants(self.folder):
            found = self.places.find(self.home, want.written)
            if isinstance(found, NotFound) and want.key.field in _MAY_BE_FRAMES:
                found = find_frames(self.places, self.home, want.written) or found
            if isinstance(found, Medium):
                self._take(want.key, found)
            else:
                self.problems.append(self._told(want, found))

    def _told(self, want: Want, found: NotFound) -> Problem:
        facts = {"record": want.key.record, "file": want.written, "found": found.found}
        needed = {name: facts[name] for name in found.code.fields()}
        return problem(self.marks.place(want.record, *want.at), found.code, **needed)

    def _panels_by_code(self) -> None:
        codes_of_shots = {}
        for shot in self.folder.shots:
            codes_of_shots[shot.code] = codes_of_shots[self.folder.full_id(shot)] = shot
        panels: dict[str, list[tuple[int, str, Medium]]] = {}
        for medium in self._boards():
            hit = _PANEL.fullmatch(medium.path.stem)
            shot_named = codes_of_shots.get(hit["code"]) if hit else None
            if hit and shot_named and medium.path.suffix.lower() in _PICTURES:
                name = self.folder.full_id(shot_named)
                panels.setdefault(name, []).append((int(hit["panel"] or 1), medium.name, medium))
        for shot in self.folder.shots:
            name = self.folder.full_id(shot)
            listed = {self.bound.get(MediaKey(name, "storyboards", n)) for n in range(len(shot.storyboards))}
            rest = [entry for entry in sorted(panels.get(name, []), key=lambda e: e[:2]) if entry[1] not in listed]
            for number, (_, _, medium) in enumerate(rest, len(shot.storyboards)):
                self._take(MediaKey(name, "storyboards", number), medium)

    def _boards(self) -> Iterator[Medium]:
        """Files in the film's `storyboards`, and in a folder of that name below the film's in the media root."""
        for medium in self.files.all:
            if medium.path.is_relative_to(self.home / "storyboards"):
                yield medium
        for medium in self.in_root.all:
            parts = medium.path.parts[:-1]
            if "storyboards" in parts and self.folder.film.slug in parts:
                yield medium

    def _by_id(self) -> None:
        for record, key, written in self._singles():
            if written is not None:
                continue
            found = self.files.by_id.get(record) or self.in_root.by_id.get(record) or []
            if key.field == "media" and (frames := self._frames_of(record, found)) is not None:
                self._take(key, frames)
                continue
            wanted = [each for each in found if key.field != "media" or _suffix(each) in _CLIPS | _PICTURES]
            if wanted:
                wanted.sort(key=lambda each: _closeness(each, record))
                self._take(key, wanted[0])
                self._tell_rivals(key, wanted, record)

    def _frames_of(self, record: str, found: list[Medium]) -> Medium | None:
        """Numbered stills whose names begin with the take's id, or that lie in a folder named after it."""
        inside = self.files.by_folder.get(record) or self.in_root.by_folder.get(record) or []
        return as_frames(self.places, found or inside)

    def _tell_rivals(self, key: MediaKey, wanted: list[Medium], record: str) -> None:
        """Two clips of a like name: which one was meant only the author knows."""
        best = _closeness(wanted[0], record)[:2]
        rivals = [each.name for each in wanted if _closeness(each, record)[:2] == best]
        if len(rivals) > 1:
            place = self.marks.place(record, key.field)
            self.problems.append(
                problem(place, codes.BOUND_TWICE, record=record, files=", ".join(rivals), field=key.field)
            )

    def _singles(self) -> Iterator[tuple[str, MediaKey, str | None]]:
        """Records that have one medium of their own, and its path if they wrote one."""
        for take in self.folder.takes:
            yield take.id, MediaKey(take.id, "media"), take.media
        with_file: Iterator[Version | Asset] = chain(self.folder.versions, self.folder.assets)
        for record in with_file:
            yield record.id, MediaKey(record.id, "file"), record.file

    def _by_job(self) -> None:
        jobs = {take.id: take.generation.id or "" for take in self._without_medium() if take.generation}
        free = [each for each in self._free() if _suffix(each) in _CLIPS | _PICTURES] if jobs else []
        found = files_of_jobs(jobs.values(), [each.path.name for each in free])
        for take, job in jobs.items():
            if job in found:
                self._take(MediaKey(take, "media"), free[found[job]])

    def _by_digest(self) -> None:
        waiting = [take for take in self._without_medium() if take.sha256]
        if not waiting or self.digests is None:
            return
        by_digest: dict[str, Medium] = {}
        for medium in self._free():
            if (digest := self.digests(medium.path)) is not None:
                by_digest.setdefault(digest, medium)
        for take in waiting:
            if (found := by_digest.get(take.sha256 or "")) is not None:
                self._take(MediaKey(take.id, "media"), found)

    def _check_digests(self) -> None:
        for take in self.folder.takes:
            key = MediaKey(take.id, "media")
            if take.sha256 is None or key not in self.bound or self.digests is None:
                continue
            actual = self.digests(self.paths[key])
            if actual is not None and actual != take.sha256:
                place = self.marks.place(take.id, "sha256")
                file = self.bound.pop(key)
                self.problems.append(
                    problem(place, codes.DIGEST_DIFFERS, record=take.id, file=file, actual=f"{actual[:12]}…")
                )

    def _without_medium(self) -> list[Take]:
        return [
            take for take in self.folder.takes if take.media is None and MediaKey(take.id, "media") not in self.bound
        ]

    def _free(self) -> list[Medium]:
        taken = set(self.bound.values())
        every = (*self.files.all, *self.in_root.all)
        return [medium for medium in every if medium.name not in taken and medium.path not in self.frames]


def _closeness(medium: Medium, record: str) -> tuple[bool, bool, str]:
    """How near a file's name is to a record's id: the id alone first, moving pictures before stills."""
    return medium.path.stem != record, _suffix(medium) not in _CLIPS, medium.name


def _suffix(medium: Medium) -> str:
    return medium.path.suffix.lower()
