"""From what records name to what derivatives are asked for: which use, which moments, which provenance."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path, PurePosixPath

from glassbox.derivatives import Label, Made, Numbered, Source, Use
from glassbox.loading import Marks
from glassbox.loading.binding_places import Places
from glassbox.loading.binding_sequences import frames_at
from glassbox.loading.documents import document_text
from glassbox.problems import Place
from glassbox.records.archive import Archive, FilmFolder, MediaKey
from glassbox.records.base import Record
from glassbox.records.endings import MOVING, SOUND, STILL
from glassbox.records.film import AiLabel, Film
from glassbox.records.process import Asset, Version
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Shot
from glassbox.records.takes import Take
from glassbox.records.terms import PROMPT_REVISION, AssetKind, SourceType, VersionOf


def use_of(name: str, field: str, record: Record | None = None) -> Use:
    """What a medium is for: by the field that names it, else by its record, else by the ending of its name."""
    if field == "master":
        return Use.FILM
    ending = PurePosixPath(name).suffix.lower()
    if field == "storyboards" or (is_drawn_on_pages(record) and ending in (*STILL, ".pdf")):
        return Use.PANELS
    if field == "poster" or ending in STILL:
        return Use.PICTURE
    if ending in SOUND:
        return Use.AUDIO
    if ending in MOVING or field in ("media", "trailer", "footage"):
        return Use.CLIP
    return Use.DOCUMENT


def is_drawn_on_pages(record: Record | None) -> bool:
    """Whether the pages of its file are to be seen and not to be read."""
    if isinstance(record, Asset):
        return record.kind in (AssetKind.STORYBOARD, AssetKind.STILL, AssetKind.REFERENCE)
    return isinstance(record, Version) and record.of in (VersionOf.STORYBOARD, VersionOf.POSTER, VersionOf.CHARACTER)


@dataclass(frozen=True)
class MediaPlan:
    """What is asked of the derivatives, and what is read as text."""

    sources: Mapping[MediaKey, Source]
    documents: Mapping[MediaKey, Path]


def plan_media(archive: Archive, marks: Marks, root: Path) -> MediaPlan:
    """A source for each field of a shown record that names a medium; a version that is the finished film has its."""
    planner = _Planner(archive, marks, root)
    sources = {key: planner.source(key, name) for key, name in sorted(archive.media.items())}
    films = {source.path: source for source in sources.values() if source.use is Use.FILM}
    sources |= {key: films.get(s.path, s) for key, s in sources.items() if s.use is Use.CLIP}
    return MediaPlan(sources, {key: s.path for key, s in sources.items() if s.use is Use.DOCUMENT})


def texts_of(plan: MediaPlan, made: Mapping[Source, Made]) -> dict[MediaKey, str]:
    """The words of every document that has some: plain text as it stands, others as they were read."""
    texts = {key: document_text(path) for key, path in plan.documents.items()}
    texts |= {key: made[plan.sources[key]].text for key, text in texts.items() if text is None}
    return {key: text for key, text in texts.items() if text}


@dataclass(frozen=True)
class _Planner:
    archive: Archive
    marks: Marks
    root: Path

    @cached_property
    def _owners(self) -> Mapping[str, tuple[FilmFolder, Record]]:
        return {f.full_id(record): (f, record) for f in self.archive.films for record in f.records()}

    @cached_property
    def _places(self) -> Places:
        return Places.of(self.root, self.archive.site.media_root)

    def source(self, key: MediaKey, name: str) -> Source:
        folder, record = self._owners[key.record.split("@")[0]]
        frames = frames_at(self._places, self.root / name) if key.field != "storyboards" else ()
        use = Use.CLIP if frames else use_of(name, key.field, record)
        label = self._label(key, folder, record)
        return Source(
            path=self.root / name,
            name=name,
            place=self._place(key),
            use=use,
            label=label,
            moments=shot_moments(folder) if use is Use.FILM else (),
            large_moments=middle_moments(folder) if use is Use.FILM else (),
            record=key.record,
            numbered=Numbered(frames, folder.film.fps) if frames else None,
            says_ai=self.archive.site.ai_opening_label and use is Use.CLIP and is_ai(label),
        )

    def _place(self, key: MediaKey) -> Place:
        record, _, revision = key.record.partition("@")
        _, owner = self._owners[record]
        if revision and isinstance(owner, Prompt):
            index = next(n for n, r in enumerate(owner.revisions) if str(r.rev) == revision)
            return self.marks.place(record, "revisions", index, key.field, key.number)
        return self.marks.place(record, key.field, key.number)

    def _label(self, key: MediaKey, folder: FilmFolder, record: Record) -> Label:
        film = folder.film
        kind = _source_type(key, film, record)
        base = Label(
            digital_source_type=kind or "",
            title=f"{film.title} {key.record}".strip(),
            creator=str(film.team.name) if film.team else "",
            licence=record.licence or film.licence,
            credit=str(film.rights_holder or ""),
            aigc=_aigc(film.ai_label, key.record) if kind and SourceType(kind).is_ai else "",
        )
        if isinstance(record, Take) and record.prompt:
            return self._with_prompt(base, record.prompt, folder)
        return base

    def _with_prompt(self, base: Label, reference: str, folder: FilmFolder) -> Label:
        hit = PROMPT_REVISION.fullmatch(reference)
        prompt = folder.by_id.get(hit["prompt"]) if hit else None
        if not hit or not isinstance(prompt, Prompt):
            return base
        revision = next((r for r in prompt.revisions if str(r.rev) == hit["rev"]), None)
        if revision is None:
            return base
        tool = self.archive.tools_by_id.get(revision.tool or prompt.tool)
        people = self.archive.people_by_id
        writers = [people[w].name for w in revision.writer or prompt.writer if w in people]
        return Label(
            **{
                **vars(base),
                "prompt": revision.text,
                "writer": ", ".join(writers),
                "system": tool.system if tool else "",
                "system_version": tool.version if tool else "",
            }
        )


def is_ai(label: Label) -> bool:
    """Whether a model made the medium or part of it."""
    return bool(label.digital_source_type) and SourceType(label.digital_source_type).is_ai


def _source_type(key: MediaKey, film: Film, record: Record) -> str | None:
    if key.field == "storyboards":
        return SourceType.DRAWN
    if key.field == "footage":
        return SourceType.FILMED
    own = record.digital_source_type if isinstance(record, Take | Asset | Film) else None
    if own is None and isinstance(record, Take | Asset):
        return film.digital_source_type
    return own


def _aigc(label: AiLabel | None, record: str) -> str:
    """China's AIGC label as JSON text (GB 45438-2025); empty where the film carries none."""
    if label is None:
        return ""
    fields = {
        "Label": str(label.label),
        "ContentProducer": label.producer or "",
        "ProduceID": label.produce_id or record,
        "ReservedCode1": "",
        "ContentPropagator": label.propagator or "",
        "PropagateID": label.propagate_id or "",
        "ReservedCode2": "",
    }
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def shot_moments(folder: FilmFolder) -> tuple[float, ...]:
    """Seconds of the first, middle and last frame of every shot in the film, rising, each once.

    Half a frame is added, so that a moment lies inside its frame and not on the edge of two.
    """
    return _rising(moment for shot in folder.shots for moment in _moments_of(shot, folder.film.fps))


def middle_moments(folder: FilmFolder) -> tuple[float, ...]:
    """Those of the middle frames alone: they stand for their shots."""
    return _rising(moment for shot in folder.shots for moment in _moments_of(shot, folder.film.fps)[1:2])


def _rising(moments: Iterable[Fraction]) -> tuple[float, ...]:
    return tuple(sorted({round(float(moment), 4) for moment in moments}))


def _moments_of(shot: Shot, fps: Fraction) -> tuple[Fraction, ...]:
    """Of its first, middle and last frame; none where it has no place in the film."""
    if shot.cut_in is None or shot.cut_out is None or shot.cut_out < shot.cut_in:
        return ()
    frames = (shot.cut_in, (shot.cut_in + shot.cut_out) // 2, shot.cut_out)
    return tuple((frame + Fraction(1, 2)) / fps for frame in frames)
