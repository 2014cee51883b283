"""Who made the picture that the audience sees: shares of human, human with AI, and AI."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from glassbox.pages.reader import Reader
from glassbox.pages.views.cut import Placed
from glassbox.pages.words import field_name
from glassbox.records.shots import Origin

KEYS = ("human", "hybrid", "ai")
LETTERS = {"human": "H", "hybrid": "HA", "ai": "A"}
"""Each share bears its letter, since colour is never alone."""


@dataclass(frozen=True)
class Share:
    key: str
    letter: str
    name: str
    percent: str
    x: str
    """Where it begins in a bar, in percent."""
    width: str


@dataclass(frozen=True)
class OriginView:
    shares: tuple[Share, ...]
    words: str
    """`Human 40 % · AI 60 %`."""
    unknown: str = ""
    """What the shots do not state, in words."""


def origin_view(origin: Origin | None, reader: Reader) -> OriginView | None:
    """The shares of one shot; None where nobody stated them."""
    return _view({key: getattr(origin, key) for key in KEYS}, reader) if origin else None


def origin_of_film(placed: Iterable[Placed], frames: int, reader: Reader) -> OriginView | None:
    """The shares of a film, each shot by its length; None where no shot states them."""
    weighed = dict.fromkeys(KEYS, Decimal(0))
    stated = 0
    for one in placed:
        if one.shot.origin is not None:
            stated += one.count
            for key in KEYS:
                weighed[key] += getattr(one.shot.origin, key) * one.count
    if not stated:
        return None
    whole = max(frames, stated)
    view = _view({key: share / whole for key, share in weighed.items()}, reader)
    left = percent(Decimal(100 * (whole - stated)) / whole)
    return OriginView(view.shares, view.words, reader.phrase("origin_unknown", percent=left) if left != "0" else "")


def _view(shares: Mapping[str, Decimal], reader: Reader) -> OriginView:
    found, begun = [], Decimal(0)
    for key, share in shares.items():
        if share > 0:
            name = field_name(key, reader.lang)
            found.append(Share(key, LETTERS[key], name, percent(share), f"{begun:.3f}", f"{share:.3f}"))
            begun += share
    return OriginView(tuple(found), " · ".join(f"{share.name} {share.percent}%" for share in found))


def percent(share: Decimal) -> str:
    """To the tenth, without a tenth that is nothing: `40`, `33.3`."""
    return f"{share:.1f}".removesuffix(".0")
