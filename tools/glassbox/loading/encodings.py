"""From a file's bytes to its text, in the encodings that editors and spreadsheets really write."""

from __future__ import annotations

import codecs

from glassbox.loading.written import Fault, fault
from glassbox.problems.codes import files

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Undecodable(Exception):
    """Bytes that are text in no encoding we may trust."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def text_of(data: bytes) -> str:
    """The text of a YAML or Markdown file: UTF-8, or what its byte order mark says; LF line ends.

    Raises Undecodable where it is neither: a guess would publish mojibake.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _lf(_decoded(data[len(mark) :], encoding, data))
    return _lf(_decoded(data, "utf-8", data))


def table_text_of(data: bytes) -> str:
    """The text of a CSV file: as above, and GB18030, as Chinese spreadsheets save it. Raises Undecodable."""
    try:
        return text_of(data)
    except Undecodable:
        if _guess(data) == "GB18030":
            return _lf(data.decode("gb18030"))
        if _guess(data) == "UTF-16":
            return _lf(_decoded(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be", data))
        raise


def _decoded(data: bytes, encoding: str, whole: bytes) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = 1 + data[: error.start].count(b"\n")
        told = fault(line, files.NOT_UTF8, offset=error.start, guess=_guess(whole))
        raise Undecodable(told) from error
    if encoding == "utf-8" and "\0" in text and _guess(whole) == "UTF-16":
        raise Undecodable(fault(1, files.NOT_UTF8, offset=text.index("\0"), guess="UTF-16"))
    return text


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _guess(data: bytes) -> str:
    """The likely encoding of bytes that are not UTF-8, for a person to read."""
    sample = data[: 1 << 16]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or sample.count(0) > len(sample) // 5:
        return "UTF-16"
    if _is_chinese(data):
        return "GB18030"
    return "Windows-1252 / Latin-1" if 0 not in sample else "binary"


def _is_chinese(data: bytes) -> bool:
    """Whether bytes above ASCII come in pairs as Chinese text has them.

    Western text also decodes as GB18030, to nonsense: there nearly every high byte is followed by a plain letter,
    in Chinese hardly any.
    """
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    found = [char for char in text if char > "\x7f"]
    usual = sum(1 for char in found if not char.encode("gb18030")[1:2].isalpha())
    return bool(found) and usual >= 0.6 * len(found)
