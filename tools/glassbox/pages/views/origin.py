"""Who made the picture that the audience sees: shares of human, human with AI, and AI."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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
    """The shares of one shot, as its record states them; None where nobody did."""
    if origin is None:
        return None
    shares = {key: getattr(origin, key) for key in KEYS}
    return _view(shares, [f"{share:.1f}".removesuffix(".0") for share in shares.values()], reader)


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
    shares = {key: share / whole for key, share in weighed.items()}
    unknown = Decimal(100 * (whole - stated)) / whole
    *percents, left = in_percent([*shares.values(), unknown])
    view = _view(shares, percents, reader)
    return replace(view, unknown=reader.phrase("origin_unknown", percent=left)) if unknown else view


def _view(shares: Mapping[str, Decimal], percents: Iterable[str], reader: Reader) -> OriginView:
    found, begun = [], Decimal(0)
    for (key, share), percent in zip(shares.items(), percents, strict=True):
        if share > 0:
            name = field_name(key, reader.lang)
            found.append(Share(key, LETTERS[key], name, percent, f"{begun:.3f}", f"{share:.3f}"))
            begun += share
    return OriginView(tuple(found), " · ".join(f"{share.name} {share.percent}%" for share in found))


def in_percent(shares: Sequence[Decimal]) -> list[str]:
    """The shares to the tenth, written alike and with the sum that they have: a reader who adds them gets 100.

    Each is rounded down, and what is left over goes to those that lost most (largest remainder).
    """
    tenths = [int(share * 10) for share in shares]
    lost = sorted(range(len(shares)), key=lambda place: tenths[place] - shares[place] * 10)
    for place in lost[: round(sum(shares) * 10) - sum(tenths)]:
        tenths[place] += 1
    if all(share % 10 == 0 for share in tenths):
        return [str(share // 10) for share in tenths]
    return [f"{share // 10}.{share % 10}" for share in tenths]
