"""How a string of a file becomes a number, a day, a rate: strictly, and with no guess.

Loaders hand over text; each type here reads it once. A refusal is a PydanticCustomError whose type names
the sentence that the author is shown (`glassbox.problems.codes.fields`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from glassbox.records.terms import FILM_CODE, LETTERS, PROMPT_REVISION, RECORD_ID, SHOT_CODE, SLUG
from glassbox.records.text import CONTROL, LANGUAGE_TAG, is_blank

_Time = TypeVar("_Time", date, datetime)

_WHOLE = re.compile(r"-?(0|[1-9]\d*)", re.ASCII)
_AMOUNT = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?\s?(Z|[+-]\d{2}:?\d{2})?", re.ASCII)
_RATE = re.compile(r"\d{1,3}(\.\d{1,3})?|\d{1,6}/\d{1,4}", re.ASCII)
_LENGTH = re.compile(r"(?:(?:(\d{1,3}):)?([0-5]?\d):)?(\d{1,6}(?:\.\d{1,3})?)", re.ASCII)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def _refuse(kind: str, found: object, **more: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "'{found}' does not fit", {"found": str(found), **more})


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise _refuse("gb_line", "a list or map" if isinstance(value, (list, tuple, Mapping)) else value)
    if is_blank(value):
        raise PydanticCustomError("gb_empty", "no words")
    return value


def _line(value: object) -> str:
    # Nearly every value of an archive is one printable word of ASCII: it is taken as it stands.
    if isinstance(value, str) and value.isascii() and value.isalnum():
        return value
    text = _words(value).strip()
    if not text.isprintable() and ("\n" in text or CONTROL.search(text)):
        raise _refuse("gb_one_line", text)
    return text


def _shaped(pattern: re.Pattern[str], kind: str) -> BeforeValidator:
    def read(value: object) -> str:
        text = _line(value)
        if not pattern.fullmatch(text):
            raise _refuse(kind, text)
        return text

    return BeforeValidator(read)


def _id(letter: str) -> Any:
    def read(value: object) -> str:
        text = _line(value)
        hit = RECORD_ID.fullmatch(text)
        if not hit or hit["letter"] != letter:
            raise _refuse("gb_id", text, entity=LETTERS[letter], example=f"LC-{letter}001")
        return text

    schema: JsonDict = {"pattern": f"^[A-Z]{{2,6}}-{letter}[0-9]{{3,}}$"}
    return Annotated[str, BeforeValidator(read), Field(json_schema_extra=schema)]


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _line(value)
    if not _WHOLE.fullmatch(text) or len(text) > 15:
        raise _refuse("gb_whole", text)
    return int(text)


def _amount(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    text = _line(value)
    if not _AMOUNT.fullmatch(text) or len(text) > 20:
        raise _refuse("gb_amount", text)
    return Decimal(text)


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = _line(value)
    if not _DAY.fullmatch(text):
        raise _refuse("gb_day", text)
    try:
        return _in_reach(date.fromisoformat(text))
    except ValueError as error:
        raise _refuse("gb_no_such_day", text) from error


def _when(value: object) -> date | datetime:
    if isinstance(value, date):
        return value
    text = _line(value)
    if _DAY.fullmatch(text):
        return _day(text)
    if not _CLOCK.fullmatch(text):
        raise _refuse("gb_when", text)
    try:
        return _in_reach(datetime.fromisoformat(text.replace(" ", "T", 1).replace(" ", "")))
    except ValueError as error:
        raise _refuse("gb_no_such_day", text) from error


def _in_reach(found: _Time) -> _Time:
    """The day itself. Raises ValueError where no film was made, nor zones can be reckoned: at the calendar's ends."""
    if not 1800 <= found.year < 3000:
        raise ValueError(found.year)
    return found


def _zoned(value: object) -> datetime:
    found = _when(value)
    if not isinstance(found, datetime) or found.tzinfo is None:
        raise _refuse("gb_zone", value)
    return found


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _line(value).lower()
    if text in ("true", "yes", "是"):
        return True
    if text in ("false", "no", "否"):
        return False
    raise _refuse("gb_truth", value)


def _rate(value: object) -> Fraction:
    if isinstance(value, Fraction):
        return value
    text = _line(value)
    if not _RATE.fullmatch(text):
        raise _refuse("gb_rate", text)
    near = {"23.976": "24000/1001", "23.98": "24000/1001", "29.97": "30000/1001", "59.94": "60000/1001"}
    try:
        rate = Fraction(near.get(text, text))
    except ZeroDivisionError as error:
        raise _refuse("gb_rate", text) from error
    if not 1 <= rate <= 240:
        raise _refuse("gb_rate", text)
    return rate


def _seconds(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    text = _line(value)
    hit = _LENGTH.fullmatch(text)
    if not hit or (hit[2] and Decimal(hit[3]) >= 60):
        raise _refuse("gb_seconds", text)
    return Decimal(hit[1] or 0) * 3600 + Decimal(hit[2] or 0) * 60 + Decimal(hit[3])


def _path(value: object) -> str:
    text = _line(value).replace("\\", "/")
    parts = [part for part in text.split("/") if part not in ("", ".")]
    if not parts or text[0] == "/" or ".." in parts or parts[0] == "~" or _SCHEME.match(parts[0]):
        raise _refuse("gb_path", text)
    return "/".join(parts)


def _url(value: object) -> str:
    text = _line(value)
    if not re.fullmatch(r"https?://[^\s<>\"'`{}|\\^@/]+(/[^\s<>\"'`{}|\\^]*)?", text):
        raise _refuse("gb_url", text)
    return text


def _base_url(value: object) -> str:
    """Of a whole site: addresses are written behind it, and paths of its own server are made from it."""
    text = _line(value)
    if not is_base_url(text):
        raise _refuse("gb_url", text)
    return text


def is_base_url(text: str) -> bool:
    try:
        url = urlsplit(_url(text))
        return bool(url.hostname) and url.port != 0 and not re.search(r"[?#]|//|/\.\.?(/|$)", text.partition("://")[2])
    except ValueError:  # a port that is none, a bracket that is not closed; and what `_url` refuses
        return False


def _language(value: object) -> str:
    text = _line(value)
    if not LANGUAGE_TAG.fullmatch(text):
        raise PydanticCustomError("gb_language", "'{found}' is no language", {"found": text})
    return text


def _names(value: object) -> object:
    return (value,) if isinstance(value, str) and value.strip() else value


def _params(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise PydanticCustomError("gb_map", "no map")
    for name, setting in value.items():
        if not isinstance(name, str) or not isinstance(setting, str):
            raise _refuse("gb_setting", name)
    return dict(value)


def _text_schema(**extra: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **extra})


_AS_TEXT = PlainSerializer(str, return_type=str)

Line = Annotated[str, BeforeValidator(_line)]
"""Words on one line."""
Words = Annotated[str, BeforeValidator(_words)]
"""Words kept byte for byte, such as a prompt's."""
Names = Annotated[tuple[Line, ...], BeforeValidator(_names)]
"""Ids or words; one alone needs no list."""
Ids = Names
Frame = Annotated[int, BeforeValidator(_whole), Field(ge=0)]
"""A frame number; the first is 0."""
Order = Annotated[int, BeforeValidator(_whole), Field(ge=0)]
Whole = Annotated[int, BeforeValidator(_whole)]
RevisionNumber = Annotated[int, BeforeValidator(_whole), Field(ge=1)]
Amount = Annotated[Decimal, BeforeValidator(_amount), _AS_TEXT, WithJsonSchema({"type": ["number", "string"]})]
Seconds = Annotated[Decimal, BeforeValidator(_seconds), _AS_TEXT, WithJsonSchema({"type": ["number", "string"]})]
Day = Annotated[date, BeforeValidator(_day), _text_schema(format="date")]
When = Annotated[date | datetime, BeforeValidator(_when), _text_schema(pattern=f"^({_DAY.pattern}|{_CLOCK.pattern})$")]
"""A day, or a moment; a moment without a zone is meant in the site's own."""
Moment = Annotated[datetime, BeforeValidator(_zoned), _text_schema(format="date-time")]
"""A moment with its zone."""
Truth = Annotated[bool, BeforeValidator(_truth)]
Rate = Annotated[Fraction, BeforeValidator(_rate), _AS_TEXT, WithJsonSchema({"type": ["number", "string"]})]
"""Frames a second, exact: 24, 25, 24000/1001."""
File = Annotated[str, BeforeValidator(_path)]
"""A path with `/`, looked for in the film's folder, then in the media root; it leads out of neither."""
Url = Annotated[str, BeforeValidator(_url), _text_schema(format="uri")]
BaseUrl = Annotated[str, BeforeValidator(_base_url), _text_schema(format="uri")]
Language = Annotated[str, BeforeValidator(_language)]
Params = Annotated[dict[str, str], BeforeValidator(_params), WithJsonSchema({"type": "object"})]
FilmCode = Annotated[str, _shaped(FILM_CODE, "gb_film_code"), Field(json_schema_extra={"pattern": "^[A-Z]{2,6}$"})]
ShotCode = Annotated[str, _shaped(SHOT_CODE, "gb_shot_code")]
Slug = Annotated[str, _shaped(SLUG, "gb_slug")]
"""A name in addresses: lower-case letters, digits, single hyphens."""
Currency = Annotated[str, _shaped(re.compile(r"[A-Z]{3}"), "gb_currency")]
Timecode = Annotated[str, _shaped(re.compile(r"\d{2}:[0-5]\d:[0-5]\d[:;.]\d{2,3}", re.ASCII), "gb_timecode")]
Digest = Annotated[str, _shaped(re.compile(r"[0-9a-f]{64}"), "gb_digest")]
Ratio = Annotated[str, _shaped(re.compile(r"\d+(\.\d+)?(:|/|x)\d+(\.\d+)?", re.ASCII), "gb_ratio")]
Resolution = Annotated[str, _shaped(re.compile(r"\d{2,5}[x×]\d{2,5}", re.ASCII), "gb_resolution")]
Orcid = Annotated[
    str,
    _shaped(re.compile(r"([0-9]{4}-){3}[0-9]{3}[0-9X]"), "gb_orcid"),
    Field(json_schema_extra={"pattern": "^([0-9]{4}-){3}[0-9]{3}[0-9X]$"}),
]
Seed = Annotated[str, _shaped(re.compile(r"-?\d{1,20}", re.ASCII), "gb_seed")]
"""Digits as the tool wrote them; `0123` stays so."""
PromptRevision = Annotated[str, _shaped(PROMPT_REVISION, "gb_prompt_revision")]
PromptId, TakeId, VersionId, DecisionId, BudgetId, AssetId = (_id(letter) for letter in "PTVDBA")
