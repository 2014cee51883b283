"""The label that a file brings along: who made it, a camera or a model. The rest of its metadata is left behind."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image

from glassbox.derivatives import mp4
from glassbox.derivatives.labels import label_in
from glassbox.derivatives.values import Facts, Label, Remark, Use

_MOST_BYTES = 1 << 20
_TERM = re.compile(r"[A-Za-z]{3,60}")
_AI = frozenset({"trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic"})
_BY_PEOPLE = frozenset({"digitalCapture", "digitalCreation", "negativeFilm", "positiveFilm", "print", "humanEdits"})
_AIGC_FIELDS = (  # GB 45438-2025, appendix E; whatever else stands there is not the label's
    "Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator", "PropagateID", "ReservedCode2",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What a file says of its own origin; empty where it says nothing that can be read."""

    source_type: str = ""
    """An IPTC term: `trainedAlgorithmicMedia`."""
    aigc: str = ""
    """JSON text of China's AIGC label."""


def said_by_picture(picture: Image.Image) -> Said:
    packet, text = picture.info.get("xmp"), picture.info.get("AIGC")
    return _said(packet if isinstance(packet, bytes) else b"", text if isinstance(text, str) else "")


def said_by_clip(path: Path, tags: dict[str, str]) -> Said:
    """`tags` are those of the container."""
    try:
        packet = mp4.xmp_of(path)
    except ValueError:  # not made of boxes, or of broken ones
        packet = b""
    return _said(packet, tags.get("AIGC", ""))


def _said(packet: bytes, aigc: str) -> Said:
    found = Label()
    if len(packet) <= _MOST_BYTES:
        try:
            found = label_in(packet)
        except ValueError:
            found = Label()
    term = found.digital_source_type.rpartition("/")[2]
    return Said(term if _TERM.fullmatch(term) else "", _aigc(aigc) or _aigc(found.aigc))


def _aigc(text: str) -> str:
    try:
        found: Any = json.loads(text) if len(text) <= _MOST_BYTES else None
    except (ValueError, RecursionError):
        return ""
    if not isinstance(found, dict):
        return ""
    fields = {name: str(found[name])[:500] for name in _AIGC_FIELDS if isinstance(found.get(name), str | int)}
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) if "Label" in fields else ""


def kept(label: Label, facts: Facts) -> Label:
    """The record's label, and where the record is silent what the file brought along."""
    if not facts.said_source_type and not facts.said_aigc:
        return label
    return replace(
        label,
        digital_source_type=label.digital_source_type or facts.said_source_type,
        aigc=label.aigc or facts.said_aigc,
    )


def contradiction(label: Label, facts: Facts, use: Use) -> tuple[Remark, ...]:
    """Told where the file's own label and the record's say different things of who made it."""
    said, found = label.digital_source_type, facts.said_source_type
    if said and said not in _AI and (found in _AI or facts.said_aigc):
        return (Remark("LABEL_DIFFERS", {"found": found if found in _AI else "AIGC", "said": said}),)
    if said in _AI and found in _BY_PEOPLE:
        return (Remark("LABEL_DENIES", {"found": found, "said": said}),)
    return _other_aigc(label, facts) if use is Use.FILM else ()


def _other_aigc(label: Label, facts: Facts) -> tuple[Remark, ...]:
    """Of a finished film: its AIGC label against the record's. Takes carry those of the houses that made them."""
    of_record, of_file = (json.loads(text) if text else {} for text in (label.aigc, facts.said_aigc))
    for name in ("Label", "ContentProducer"):
        said, found = str(of_record.get(name, "")), str(of_file.get(name, ""))
        if said and found and said != found:
            return (Remark("AIGC_DIFFERS", {"field": name, "found": found, "said": said}),)
    return ()
