"""The words of scripts as text: Word (.docx), Final Draft (.fdx) and PDF. Plain text is read by the loading.

Only what the reader of the page would see: no comments, notes, deleted or hidden passages, and nothing of who wrote it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from glassbox.derivatives import pdf
from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.sniffing import PDF

MOST_CHARACTERS = 4 << 20
"""A script of a thousand pages has some two million."""
_MOST_PARTS = 5000
_MOST_UNPACKED = 64 << 20
_MOST_XML = 64 << 20
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = frozenset(
    (
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}sectPr",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
_SPACED = frozenset(("Scene Heading", "Action", "Character", "Transition", "Shot", "General", "New Act", "End of Act"))


@dataclass(frozen=True)
class Words:
    format: str = ""
    """`DOCX`, `FDX`, `PDF`; empty for what is kept and not read."""
    pages: int = 1
    text: str = ""


def words_of(path: Path) -> Words:
    """What a document says; nothing for a kind that is not read. Raises Refused."""
    with path.open("rb") as file:
        head = file.read(4096)
    ending = path.suffix.lower()
    if head.startswith(PDF):
        pages, text = pdf.text_of(path, MOST_CHARACTERS)
        return Words("PDF", pages, _clean(text))
    if head.startswith(_OLE) and ending in (".doc", ".docx", ".docm"):
        raise _refused_ole(path)
    if head.startswith(_ZIP) and ending in (".docx", ".docm", ".dotx"):
        return Words("DOCX", text=_clean("\n".join(_docx(path))))
    if ending in (".docx", ".docm"):
        raise _unread("it is no Word document")
    if ending == ".fdx" or b"<FinalDraft" in head:
        return Words("FDX", text=_clean("\n".join(_fdx(path))))
    return Words()


def _unread(reason: str) -> Refused:
    return Refused("DOCUMENT_UNREAD", reason=reason)


def _clean(text: str) -> str:
    """LF line ends, no control characters, no more than one empty line in a row."""
    if len(text) > MOST_CHARACTERS:
        raise Refused("MEDIUM_TOO_LARGE", reason=f"{len(text):,} characters", most=f"{MOST_CHARACTERS:,} characters")
    lines = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")


def _refused_ole(path: Path) -> Refused:
    """The old container: a Word document of before 2007, or a new one behind a password."""
    with path.open("rb") as file:
        is_locked = _ENCRYPTED in file.read(1 << 20)
    return Refused("MEDIUM_LOCKED") if is_locked else _unread("it is in the format of Word before 2007")


def _docx(path: Path) -> Iterator[str]:
    """A line a paragraph."""
    import docx  # brings lxml, which nothing else needs
    from lxml.etree import LxmlError

    _check_package(path)
    try:
        body = docx.Document(str(path)).element.body
    except (LxmlError, ValueError, KeyError, AttributeError, zipfile.BadZipFile, EOFError) as error:
        raise _unread("it is no whole Word document") from error
    for paragraph in body.iter(f"{_W}p"):
        if not any(above.tag in _UNSEEN for above in paragraph.iterancestors()):
            yield "".join(_seen(paragraph))


def _seen(element: Any) -> Iterator[str]:
    """The visible words of a paragraph, those of a text box inside it left to its own paragraphs."""
    for part in element:
        if part.tag in _UNSEEN or part.tag == f"{_W}p" or _is_hidden(part):
            continue
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag in (f"{_W}tab", f"{_W}ptab"):
            yield "\t"
        elif part.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif part.tag != f"{_W}pPr":
            yield from _seen(part)


def _is_hidden(run: Any) -> bool:
    return bool(run.tag == f"{_W}r" and run.find(f"{_W}rPr/{_W}vanish") is not None)


def _check_package(path: Path) -> None:
    """Refuse what would fill the memory, is locked, or carries programs, before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or unpacked > _MOST_UNPACKED:
                said = f"it unpacks to {len(parts):,} parts of {unpacked >> 20:,} MiB"
                raise Refused("MEDIUM_TOO_LARGE", reason=said, most=f"{_MOST_UNPACKED >> 20} MiB")
            if any(part.flag_bits & 1 for part in parts):
                raise Refused("MEDIUM_LOCKED")
            if any(part.filename.lower().endswith(("vbaproject.bin", "vbadata.xml")) for part in parts):
                raise _unread("it carries macros")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares(package, part):
                    raise _unread("it declares entities")
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise _unread("it is no whole Word document") from error


def _declares(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a document type stands before the first element; office programs write none."""
    with package.open(part) as file:
        return b"<!D" in file.read(1 << 16).replace(b"\0", b"")


def _fdx(path: Path) -> Iterator[str]:
    """A line a paragraph, an empty one before whatever does not belong to the paragraph above it."""
    root = _tree(path)
    content = root.find("Content")
    if root.tag != "FinalDraft" or content is None:
        raise _unread("it is no Final Draft script")
    for paragraph in _paragraphs(content):
        if paragraph.get("Type", "") in _SPACED:
            yield ""
        yield "".join(text.text or "" for text in paragraph.findall("Text"))


def _paragraphs(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Those of the script; two speakers at once stand in a paragraph of their own, notes are left out."""
    for paragraph in element.findall("Paragraph"):
        beside = paragraph.find("DualDialogue")
        if beside is None:
            yield paragraph
        else:
            yield from _paragraphs(beside)


def _tree(path: Path) -> ElementTree.Element:
    """The XML tree of a file without a document type, and so without entities of its own."""
    if path.stat().st_size > _MOST_XML:
        raise Refused(
            "MEDIUM_TOO_LARGE", reason=f"{path.stat().st_size >> 20:,} MiB of XML", most=f"{_MOST_XML >> 20} MiB"
        )
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.buffer_text = True
    try:
        with path.open("rb") as file:
            parser.ParseFile(file)
        return builder.close()
    except (expat.ExpatError, AssertionError, ValueError) as error:
        raise _unread("it is no whole XML") from error


def _no_doctype(*_: object) -> None:
    raise _unread("it declares entities")
