"""What is made from each source, as plain values. Equal recipes make equal files; sizes stand here and nowhere else.

`version` goes up when the making changes and the numbers do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from functools import lru_cache

from glassbox.derivatives.values import Facts, Kind, Use, pages_shown


@dataclass(frozen=True)
class Looks:
    """The face of a clip or a film: poster, stills, sprite strip, silent preview; one reading where it is short."""

    poster_px: tuple[int, ...]
    jpeg: bool
    stills: int
    still_px: int
    sprite_frames: int
    sprite_px: int
    samples: int
    """Frames looked at for the poster."""
    sprite_columns: int = 0
    """Cells in a row of the sprite; 0 puts them all in one."""
    card: bool = False
    """A picture for links that are passed on."""
    preview_px: int = 480
    preview_seconds: float = 6.0
    crf: int = 26
    preset: str = "fast"  # `slow` takes 1.3 to 1.7 times as long for the same bytes and half a point of VMAF
    version: int = 5


@dataclass(frozen=True)
class Stills:
    """One still for each moment of the film that the record asks for."""

    moments: tuple[float, ...]
    large: tuple[float, ...] = ()
    """Those of the moments that are shown by themselves, and come in a second size."""
    width_px: int = 640
    large_px: int = 1280
    version: int = 2


@dataclass(frozen=True)
class Web:
    """The whole film or take, to be played. `short_px` is the shorter side: 1080 means 1920×1080 or 1080×1920."""

    role: str
    short_px: int
    crf: int
    preset: str
    copy_mbps: float = 0.0
    """Take the source's own stream where it already fits and is no heavier than this; 0 always encodes."""
    opening_seconds: float = 0.0
    """How long the words "AI-generated" stand in the picture from its beginning."""
    audio_kbps: int = 128
    version: int = 3


@dataclass(frozen=True)
class Sound:
    kbps: int = 128
    copy_kbps: int = 192
    """AAC that is no heavier is taken as it is."""
    version: int = 2


@dataclass(frozen=True)
class Waveform:
    """How loud it is from beginning to end, as a picture."""

    width_px: int = 1200
    height_px: int = 120
    version: int = 1


@dataclass(frozen=True)
class Pictures:
    """A picture in several sizes by its longer edge, never enlarged; the JPEG is for those who take it along."""

    edges_px: tuple[int, ...] = (320, 640, 1280, 2560)
    jpeg_px: int = 1280
    pages: int = 1
    """How many pages of the file, from the first."""
    version: int = 4


Recipe = Looks | Stills | Web | Sound | Waveform | Pictures

SHARE_CARD_PX = (1200, 630)  # what messengers and search engines crop to
FILM_LOOKS = Looks(
    (640, 1280), True, stills=0, still_px=640, sprite_frames=60, sprite_px=160, samples=24, sprite_columns=10, card=True
)
CLIP_LOOKS = Looks((320, 640), False, stills=3, still_px=640, sprite_frames=10, sprite_px=160, samples=10)
FILM_WEB = Web("web", 1080, crf=20, preset="medium", copy_mbps=20, audio_kbps=160)  # 20: plays over exhibition wifi
FILM_SMALL = Web("web-small", 540, crf=22, preset="veryfast")  # VMAF 92 to 93; `fast` at 23 takes twice as long
# Takes are many, and looked at once. 4 Mbit/s is what `crf` makes of a busy 720p picture.
CLIP_PLAYABLE = Web("playable", 720, crf=23, preset="veryfast", copy_mbps=4)
OPENING_SECONDS = 2.0  # GB 45438-2025 asks for no less


def recipes_for(
    use: Use, facts: Facts, moments: Iterable[float] = (), large: Iterable[float] = (), *, says_ai: bool = False
) -> tuple[Recipe, ...]:
    """What a source needs, by what it is used for and what it turned out to be; `says_ai` for the opening label."""
    match facts.kind:
        case Kind.PICTURE:
            return (Pictures(pages=pages_shown(use, facts)),)
        case Kind.SOUND:
            return (Sound(), Waveform())
        case Kind.VIDEO if use is Use.FILM:
            wanted = tuple(sorted(set(moments)))
            stills = (Stills(wanted, tuple(sorted(set(large)))),) if wanted else ()
            return (FILM_SMALL, FILM_WEB, FILM_LOOKS, *stills, *((Waveform(),) if facts.has_sound else ()))
        case Kind.VIDEO:
            worded = replace(CLIP_PLAYABLE, opening_seconds=OPENING_SECONDS, copy_mbps=0.0)
            return (worded if says_ai else CLIP_PLAYABLE, CLIP_LOOKS)
        case _:
            return ()


@lru_cache(4096)
def text_of(recipe: Recipe) -> str:
    """The recipe as one line, the same in every run."""
    return f"{type(recipe).__name__}{astuple(recipe)}"


def work_of(recipe: Recipe, facts: Facts) -> float:
    """Roughly how long it takes, in seconds of one processor: for the progress bar, not for a promise."""
    pixels = (facts.width or 1) * (facts.height or 1) / 1e6
    length = facts.seconds or 0.0
    match recipe:
        case Web(copy_mbps=copied):
            return 0.2 + length * (0.02 if copied and facts.codec == "h264" else 0.25 + 0.1 * pixels)
        case Looks():
            return 0.8 + min(length, 60) * 0.02 * pixels
        case Stills(moments=moments, large=large):
            return 0.2 + length * 0.02 * pixels + 0.04 * len(moments) + 0.08 * len(large)
        case Sound() | Waveform():
            return 0.1 + length * 0.02
        case Pictures(pages=pages):
            return pages * (0.05 + 0.02 * pixels)
