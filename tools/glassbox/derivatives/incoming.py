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
from glassbox.derivatives.values import Facts, Label, Remark

_MOST_BYTES = 1 << 20
_TERM = re.compile(r"[A-Za-z]{3,60}")
_AI = frozenset({"trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic"})
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
    return replace(
        label,
        digital_source_type=label.digital_source_type or facts.said_source_type,
        aigc=label.aigc or facts.said_aigc,
    )


def contradiction(label: Label, facts: Facts) -> tuple[Remark, ...]:
    """Told where a file says that a model made it and the record says that none did."""
    of_record = label.digital_source_type
    if facts.said_source_type not in _AI or not of_record or of_record in _AI:
        return ()
    return (Remark("LABEL_DIFFERS", {"found": facts.said_source_type, "said": of_record}),)
