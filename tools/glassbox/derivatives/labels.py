"""Provenance inside the files: XMP with IPTC Photo Metadata 2025.1 and China's AIGC label, written and read back."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import lru_cache
from xml.sax.saxutils import escape

from glassbox.derivatives.values import Label

_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NAMESPACES = {
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "TC260": "http://www.tc260.org.cn/ns/AIGC/1.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}
_FIELDS = {  # field of the label -> XMP property and how its value is held
    "digital_source_type": ("Iptc4xmpExt:DigitalSourceType", ""),
    "prompt": ("Iptc4xmpExt:AIPromptInformation", ""),
    "writer": ("Iptc4xmpExt:AIPromptWriterName", ""),
    "system": ("Iptc4xmpExt:AISystemUsed", ""),
    "system_version": ("Iptc4xmpExt:AISystemVersionUsed", ""),
    "title": ("dc:title", "Alt"),
    "creator": ("dc:creator", "Seq"),
    "licence": ("xmpRights:UsageTerms", "Alt"),
    "credit": ("photoshop:Credit", ""),
    "aigc": ("TC260:AIGC", ""),
}
_DESCRIPTION = f"{{{_RDF}}}Description"  # others write short values as its attributes
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_BYTES = 60_000  # a JPEG's XMP segment ends at 65,502 bytes


@lru_cache(1024)
def packet_of(label: Label) -> bytes:
    """The XMP packet; empty where the label says nothing. A prompt too long for a JPEG is cut and ends in `…`."""
    said = written(label)
    if said == Label():
        return b""
    names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    inside = "".join(_property(name, getattr(said, name)) for name in _FIELDS if getattr(said, name))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{_RDF}"><rdf:Description rdf:about=""{names}>{inside}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def written(label: Label) -> Label:
    """The label as it stands in a file afterwards: characters that XML cannot hold are U+FFFD."""
    clean = {field.name: _plain(getattr(label, field.name)) for field in fields(label)}
    said = Label(**clean)
    room = _MOST_BYTES - sum(_size(text) for name, text in clean.items() if name != "prompt")
    if _size(said.prompt) > room:
        said = replace(said, prompt=_cut(said.prompt, max(room, 0)))
    return said


def _plain(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _size(text: str) -> int:
    return len(escape(text).encode())


def _cut(text: str, room: int) -> str:
    while text and _size(text) > room - 3:
        text = text[: len(text) * 9 // 10]
    return f"{text}…"


def _property(name: str, text: str) -> str:
    tag, held = _FIELDS[name]
    value = escape(_SOURCE_TYPES + text if name == "digital_source_type" else text)
    if held:
        language = ' xml:lang="x-default"' if held == "Alt" else ""
        value = f"<rdf:{held}><rdf:li{language}>{value}</rdf:li></rdf:{held}>"
    return f"<{tag}>{value}</{tag}>"


def label_in(packet: bytes) -> Label:
    """The label that an XMP packet holds. Raises ValueError where it is not XML."""
    if not packet:
        return Label()
    try:
        root = ET.fromstring(packet.decode("utf-8").strip("\ufeff\0 \n"))
    except (ET.ParseError, UnicodeDecodeError) as error:
        raise ValueError(f"the XMP packet cannot be read: {error}") from error
    found = dict(_values(root))
    found["digital_source_type"] = found.get("digital_source_type", "").removeprefix(_SOURCE_TYPES)
    return Label(**found)


def _values(root: ET.Element) -> Iterator[tuple[str, str]]:
    for name, (tag, held) in _FIELDS.items():
        prefix, _, local = tag.partition(":")
        element = root.find(f".//{{{_NAMESPACES[prefix]}}}{local}")
        if element is not None:
            item = element.find(f".//{{{_RDF}}}li") if held else element
            yield name, (item.text or "") if item is not None else ""
        elif brief := next((e.get(f"{{{_NAMESPACES[prefix]}}}{local}") for e in root.iter(_DESCRIPTION)), None):
            yield name, brief
