"""What a worker does: read one source, or make one recipe of it, checked and put into the store.

Pure in its outcome: the same source, recipe, label and tools give the same bytes, whichever worker takes it.
"""

from __future__ import annotations

import logging
import platform
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

import av
import PIL
from PIL import Image, features

from glassbox.derivatives import clips, looks, pictures, sequences, waves
from glassbox.derivatives.credentials import credentials_of, reader_version
from glassbox.derivatives.incoming import Said, said_by_clip
from glassbox.derivatives.labelling import put_label
from glassbox.derivatives.labels import packet_of
from glassbox.derivatives.limits import within
from glassbox.derivatives.probing import Probe, probe
from glassbox.derivatives.programs import FFmpeg
from glassbox.derivatives.recipes import Looks, Pictures, Recipe, Sound, Stills, Waveform, Web, text_of
from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.running import FFmpegFailed, FFmpegStarved, FFmpegStuck
from glassbox.derivatives.saving import Draft, NotAsWritten, colour_of, fitted, save_jpeg, save_webp
from glassbox.derivatives.seen import Digests, Stamp, blake3_of, read_digests
from glassbox.derivatives.sniffing import kind_of
from glassbox.derivatives.store import Contents, Entry, Store, key_of
from glassbox.derivatives.values import Kind, Label, Numbered, Remark, Use
from glassbox.derivatives.words import words_of

_LOG = logging.getLogger(__name__)
_READING_SECONDS = 300.0  # for a header, a list of packets or a large picture; hours of ffmpeg are watched elsewhere
_WORDS_SECONDS = 60.0
_FACTS = "facts 4"
_MOST_BYTES = {Use.PICTURE: 1 << 30, Use.PANELS: 1 << 30, Use.AUDIO: 1 << 34, Use.DOCUMENT: 1 << 28}
_MOST_BYTES_OF_VIDEO = 1 << 41  # two terabytes: an hour of uncompressed 4K


@dataclass(frozen=True)
class Reading:
    """Job: digests and facts of a source."""

    path: Path
    use: Use
    store: Path
    numbered: Numbered | None = None


@dataclass(frozen=True)
class Read:
    digests: Digests | None = None
    entry: Entry | None = None
    """The facts; None for what could not be read."""
    refused: Remark | None = None
    each: tuple[Digests, ...] = ()
    """Of numbered stills, in their order."""


@dataclass(frozen=True)
class Making:
    """Job: one recipe of one source."""

    path: Path
    digests: Digests
    recipe: Recipe
    label: Label
    program: FFmpeg | None
    store: Path
    key: str
    numbered: Numbered | None = None


@dataclass(frozen=True)
class Cooked:
    entry: Entry | None = None
    refused: Remark | None = None
    """Why nothing was made this time."""


@cache
def readers() -> str:
    """The libraries whose version decides what is read and how pictures are written."""
    parts = [
        PIL.__version__,
        av.__version__,
        *_versions("pypdfium2", "pi-heif", "python-docx", "lxml"),
        platform.system(),
        platform.machine(),
    ]
    parts += [str(features.version(name)) for name in ("webp", "libjpeg_turbo", "littlecms2", "avif", "libtiff")]
    return " ".join(parts)


def _versions(*packages: str) -> list[str]:
    return [f"{name} {version(name)}" for name in packages]


def facts_key(use: Use) -> str:
    """A document's words and a picture's size are different facts of one file."""
    return key_of(f"{_FACTS} {use is Use.DOCUMENT} {reader_version()}", readers(), b"")


def key_for(recipe: Recipe, label: Label, program: FFmpeg | None) -> str:
    """The store's key: recipe, label and the tools it needs (a picture does not change with ffmpeg)."""
    tools = readers() if program is None else f"{readers()} {program.version}"
    return key_of(text_of(recipe), tools, packet_of(label))


def read_source(job: Reading) -> Read:
    """Hash the file and find out what it is. Raises OSError only where the store cannot be written."""
    try:
        digests, each = _digests(job)
    except Refused as refused:
        return Read(refused=refused.remark)
    store, key = Store(job.store), facts_key(job.use)
    if found := store.find(digests.blake3, key):
        return Read(digests, found, each=each)
    cooked = _kept(store, digests, key, job, lambda folder: _facts(job, folder))
    return Read(digests, cooked.entry, cooked.refused, each)


def _digests(job: Reading) -> tuple[Digests, tuple[Digests, ...]]:
    """Of the source, and of each of its stills where it has them. Raises Refused."""
    if job.numbered is None:
        return read_digests(job.path, _MOST_BYTES.get(job.use, _MOST_BYTES_OF_VIDEO)), ()
    sequences.check_span(job.numbered)
    each = sequences.read_each(job.numbered, lambda path: read_digests(path, _MOST_BYTES[Use.PICTURE]))
    return sequences.digests_of(job.numbered, each), each


def make(job: Making) -> Cooked:
    """Make one recipe. Raises OSError only where the store cannot be written."""
    store = Store(job.store)
    if found := store.find(job.digests.blake3, job.key):
        return Cooked(found)
    if twin := store.twin(job.digests.blake3, job.key):
        return _kept(store, job.digests, job.key, job, lambda folder: _relabelled(twin, job.label, folder))
    return _kept(store, job.digests, job.key, job, lambda folder: _labelled(_followed(job, folder), job, folder))


def _kept(store: Store, digests: Digests, key: str, job: Reading | Making, work: Callable[[Path], Contents]) -> Cooked:
    """Do the work aside and put what it gave into the store.

    A failure is told and never kept: whether the file or the machine fell short cannot be known for certain, and a
    verdict that is wrong once would be wrong for ever. A bad file fails fast.
    """
    with store.aside() as folder:
        try:
            contents = work(folder)
        except Exception as error:  # the last wall: one bad file must cost only itself
            if isinstance(error, OSError) and not isinstance(error, av.error.FFmpegError):
                if _unchanged(job, digests):
                    raise  # the disk, not the file: readers of files have turned theirs into refusals
                return Cooked(refused=Remark("MEDIUM_CHANGED"))
            _LOG.debug("%s", job.path, exc_info=True)
            return Cooked(refused=_remark_of(error))
        if not _unchanged(job, digests):
            return Cooked(refused=Remark("MEDIUM_CHANGED"))
        return Cooked(store.put(folder, digests.blake3, key, contents))


def _remark_of(error: Exception) -> Remark:
    match error:
        case Refused():
            return error.remark
        case FFmpegStarved():
            return _remark("MEDIUM_STARVED", error)
        case MemoryError() | av.error.BlockingIOError():
            return _remark("MEDIUM_STARVED", "not enough memory")
        case FFmpegStuck():
            return _remark("MEDIUM_STUCK", error)
        case FFmpegFailed() | av.error.FFmpegError():
            return _remark("MEDIUM_UNREADABLE", getattr(error, "strerror", None) or error)
        case NotAsWritten():
            return _remark("MEDIUM_BROKE_READER", error)
        case _:
            return _remark("MEDIUM_BROKE_READER", f"{type(error).__name__}: {error}")


def _remark(code: str, reason: object) -> Remark:
    return Remark(code, {"reason": str(reason)})


def _unchanged(job: Reading | Making, digests: Digests) -> bool:
    """Whether the file is still the one that was hashed; its stat and its bytes must both say so."""
    try:
        if job.numbered is not None:
            each = [Digests(Stamp.of(path.stat()), blake3_of(path), "") for _, path in job.numbered.frames]
            return sequences.digests_of(job.numbered, each) == digests
        return Stamp.of(job.path.stat()) == digests.stamp and blake3_of(job.path) == digests.blake3
    except OSError:
        return False


def _facts(job: Reading, folder: Path) -> Contents:
    with within(_WORDS_SECONDS if job.use is Use.DOCUMENT else _READING_SECONDS):
        found = _own_facts(job, folder)
        if job.numbered is not None or found.facts is None or found.facts["kind"] is Kind.DOCUMENT:
            return found
        credentials, source_type = credentials_of(job.path)
        told = {"credentials": asdict(credentials)} if credentials else {}
        said = found.facts["said_source_type"] or source_type
        return replace(found, facts=found.facts | told | {"said_source_type": said})


def _own_facts(job: Reading, folder: Path) -> Contents:
    path = job.path
    if job.numbered is not None:
        pattern = sequences.laid_out(job.numbered, folder)
        found = sequences.probe_laid_out(job.numbered, folder, pattern)
        said = pictures.said_by(job.numbered.frames[0][1])
        return _clip_facts(found, said, sequences.gaps_in(job.numbered))
    if job.use is Use.DOCUMENT:
        found_words = words_of(path)
        if found_words.text or found_words.format != "PDF":
            return Contents(facts={"kind": Kind.DOCUMENT} | asdict(found_words))
    if kind_of(path) is Kind.PICTURE:
        seen = pictures.facts_of(path)
        told = {"format": seen.format, "width": seen.width, "height": seen.height, "pages": seen.pages}
        return Contents(facts=told | {"kind": Kind.PICTURE} | _said(seen.said))
    found = probe(path)
    return _clip_facts(found, said_by_clip(path, found.tags), clips.lost_of(found.promised or 0.0, found.seconds))


def _said(said: Said) -> dict[str, str]:
    return {"said_source_type": said.source_type, "said_aigc": said.aigc}


def _clip_facts(found: Probe, said: Said, remarks: tuple[Remark, ...]) -> Contents:
    video, sound = found.video, found.sound
    stream = video or sound
    facts = {
        "kind": Kind.VIDEO if video else Kind.SOUND,
        "format": found.format,
        "codec": stream.codec if stream else "",
        "seconds": round(found.seconds, 3),
        "has_sound": sound is not None,
    } | _said(said)
    if video:
        facts |= {
            "width": video.width,
            "height": video.height,
            "fps": round(float(video.fps), 3),
            "frames": len(video.frames.at),
        }
    return Contents(facts=facts, remarks=remarks)


def _relabelled(twin: Entry, label: Label, folder: Path) -> Contents:
    """What was made before, under another label."""
    for file in twin.files:
        shutil.copyfile(file.path, folder / file.path.name)
        put_label(folder / file.path.name, label)
    return Contents(twin.drafts, twin.colour, twin.remarks, twin.facts)


def _labelled(contents: Contents, job: Making, folder: Path) -> Contents:
    for draft in contents.drafts:
        put_label(folder / draft.stored, job.label)
    return contents


def _followed(job: Making, folder: Path) -> Contents:
    """Follow the recipe; what it makes has no label yet."""
    recipe = job.recipe
    if isinstance(recipe, Pictures):
        with within(_READING_SECONDS):
            return _pictures(job.path, recipe, folder)
    assert job.program is not None
    if job.numbered is None:
        path, found = job.path, probe(job.path)
    else:
        path = sequences.laid_out(job.numbered, folder)
        found = sequences.probe_laid_out(job.numbered, folder, path)
    match recipe:
        case Web():
            draft, damage = clips.web(job.program, path, found, recipe, folder)
            return Contents((draft,), remarks=damage)
        case Sound():
            draft, damage = clips.sound(job.program, path, found, recipe, folder)
            return Contents((draft,), remarks=damage)
        case Waveform():
            draft, damage = waves.waveform(job.program, path, found, recipe, folder)
            return Contents((draft,), remarks=damage)
        case Looks():
            assert found.video is not None
            face = looks.looks(job.program, path, found.video, recipe, folder)
            return Contents(face.drafts, face.colour, face.damage)
        case Stills():
            assert found.video is not None
            drafts, outside, lost = looks.moments(job.program, path, found.video, recipe, folder)
            return Contents(drafts, remarks=(*_outside(outside, found.seconds), *lost))


def _pictures(path: Path, recipe: Pictures, folder: Path) -> Contents:
    """The pages in their sizes. Raises Refused where not one of them can be read."""
    drafts: list[Draft] = []
    colour, lost = "", dict[int, Refused]()
    for page, found in pictures.pages_of(path, max(recipe.edges_px), recipe.pages):
        if isinstance(found, Refused):
            lost[page] = found
            continue
        sized = _sized(found, recipe, folder, page)
        colour = colour or sized.colour
        drafts += sized.drafts
    if not drafts:
        raise next(iter(lost.values()))
    return Contents(tuple(drafts), colour, (*_unread(lost), *pictures.words_lost(path, recipe.pages)))


def _unread(lost: Mapping[int, Refused]) -> tuple[Remark, ...]:
    if not lost:
        return ()
    told = ", ".join(str(page + 1) for page in list(lost)[:10]) + ("…" if len(lost) > 10 else "")
    reason = next(iter(lost.values())).remark.facts.get("reason", "")
    return (Remark("MEDIUM_PAGES_UNREADABLE", {"unread": told, "reason": reason}),)


def _sized(whole: Image.Image, recipe: Pictures, folder: Path, page: int) -> Contents:
    edges = [edge for edge in recipe.edges_px if edge < max(whole.size)]
    if len(edges) < len(recipe.edges_px):
        edges.append(max(whole.size))  # its own size, since none is enlarged
    drafts = []
    smaller = whole
    for edge in sorted(edges, reverse=True):
        smaller = fitted(smaller, edge)
        drafts.append(save_webp(smaller, folder, "picture", page=page))
    drafts.append(save_jpeg(fitted(whole, recipe.jpeg_px), folder, "picture", page=page))
    return Contents(tuple(drafts), colour_of(smaller))


def _outside(moments: list[float], seconds: float) -> tuple[Remark, ...]:
    if not moments:
        return ()
    told = ", ".join(f"{moment:.2f}" for moment in moments[:5]) + ("…" if len(moments) > 5 else "")
    return (Remark("MOMENTS_OUTSIDE", {"moments": f"{told} s", "seconds": f"{seconds:.2f}"}),)
