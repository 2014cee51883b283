"""YAML as text: every value a string until a record's field reads it, every value with its line.

`010`, `1:02:03`, `no` and `1.10` stay what the author typed. A key with nothing after it, `~` and `null` are as if
the key were not there. Of a block (`|`, `>`) the one final newline that YAML itself adds is taken off. Aliases
are followed while they stay small; tags, loops and bombs are told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from glassbox.loading.marks import Lines
from glassbox.loading.written import Fault, Value, fault
from glassbox.loading.yaml_stumbles import near, stumble
from glassbox.problems import Code
from glassbox.problems.codes import files

MOST_LEVELS = 40
MOST_VALUES = 400_000
MOST_BY_ALIAS = 100_000
"""Characters and values that aliases may repeat in one file."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
"""YAML allows fewer characters than a page could show."""
_CUT = re.compile(r"[ \t]#[^\s#]")
"""A comment begins with a space; `take #3` and `#FF8800` were meant as words."""
_NOTHING = frozenset(["", "~", "null"])
_STRING_TAGS = frozenset([None, "!", "tag:yaml.org,2002:str"])
_BREAKS: Mapping[str, str] = {"\x85": "\ufdd0", "\u2028": "\ufdd1", "\u2029": "\ufdd2"}
"""YAML 1.1 breaks lines at these, editors do not: noncharacters stand for them while YAML reads."""


@dataclass(frozen=True)
class Parsed:
    value: Value
    """None where the file holds nothing, or nothing readable: then `faults` says why."""
    lines: Lines
    faults: tuple[Fault, ...]


def read_yaml(text: str, first_line: int = 1) -> Parsed:
    """What `text` says, with all its faults; `first_line` is the line of the file that it begins on.

    `text` has LF line ends. Never raises.
    """
    return _Reader(text, first_line).read()


@dataclass(frozen=True)
class _Anchored:
    value: Value
    lines: Lines


class _Stopped(Exception):
    """Nothing after this place can be read."""


class _Reader:
    def __init__(self, text: str, first_line: int) -> None:
        self.faults: list[Fault] = []
        self.text = text
        self.before = first_line
        self.disguised = any(mark in text for mark in _BREAKS)
        self.may_be_cut = _CUT.search(text) is not None
        self.anchors: dict[str, _Anchored | None] = {}
        self.values = 0
        self.repeated = 0

    def read(self) -> Parsed:
        if found := CONTROL.search(self.text):
            line = self.before + self.text.count("\n", 0, found.start())
            self.tell(line, files.CONTROL_CHARACTER, character=f"U+{ord(found[0]):04X}")
            return self.nothing()
        shown = self.text.translate(_AWAY) if self.disguised else self.text
        parser = CParser(shown)
        self.parser = parser
        try:
            return self.document()
        except _Stopped:
            return self.nothing()
        except yaml.YAMLError as error:
            told = stumble(self.text, error)
            self.faults.append(replace(told, line=self.before + told.line - 1))
            return self.nothing()
        finally:
            parser.dispose()

    @cached_property
    def rows(self) -> list[str]:
        return self.text.split("\n")

    def next(self) -> Event:
        event = self.parser.get_event()
        assert event is not None  # none comes after the stream's end, where reading stops
        return event

    def nothing(self) -> Parsed:
        return Parsed(None, self.before, tuple(self.faults))

    def tell(self, line: int, code: Code, **facts: object) -> None:
        self.faults.append(fault(line, code, **facts))

    def document(self) -> Parsed:
        self.next()
        started = self.next()
        if not isinstance(started, DocumentStartEvent):
            self.tell(0, files.EMPTY_FILE)
            return self.nothing()
        event = self.next()
        value, lines = self.value(event, 1)
        if isinstance(event, ScalarEvent) and value is None:
            self.tell(0, files.EMPTY_FILE)
        ended = self.next()
        assert isinstance(ended, DocumentEndEvent)
        after = self.next()
        if not isinstance(after, StreamEndEvent):
            self.tell(self.line(after), files.SECOND_DOCUMENT)
        return Parsed(value, lines, tuple(self.faults))

    def line(self, event: Event) -> int:
        return self.before + _row(event)

    def value(self, event: Event, level: int) -> tuple[Value, Lines]:
        self.values += 1
        if self.values > MOST_VALUES:
            self.tell(self.line(event), files.TOO_MUCH, found=f"> {MOST_VALUES} values", limit=f"{MOST_VALUES} values")
            raise _Stopped
        if isinstance(event, ScalarEvent):
            words, line = self.scalar(event), self.line(event)
            if event.anchor:
                self.anchors[event.anchor] = _Anchored(words, line)
            return words, line
        if isinstance(event, AliasEvent):
            return self.alias(event, level)
        if level > MOST_LEVELS:
            self.tell(self.line(event), files.TOO_MUCH, found=f"> {MOST_LEVELS} levels", limit=f"{MOST_LEVELS} levels")
            raise _Stopped
        return self.container(event, level)

    def container(self, event: Event, level: int) -> tuple[Value, Lines]:
        assert isinstance(event, (MappingStartEvent, SequenceStartEvent))
        self.check_tag(event)
        name = event.anchor
        if name:
            self.anchors[name] = None  # not whole yet: an alias to it from inside is a loop
        value, parts = self.mapping(event, level) if isinstance(event, MappingStartEvent) else self.sequence(level)
        lines: Lines = [self.line(event), parts]
        if name:
            self.anchors[name] = _Anchored(value, lines)
        return value, lines

    def mapping(self, start: MappingStartEvent, level: int) -> tuple[Value, dict[str, Lines]]:
        value: dict[str, Value] = {}
        lines: dict[str, Lines] = {}
        while not isinstance(event := self.next(), MappingEndEvent):
            line = self.line(event)
            key = self.key(event, level)
            following = self.next()
            part, part_lines = self.value(following, level + 1)
            if key is None:
                continue
            if key in lines:
                first = lines[key]
                self.tell(line, files.TWICE, key=key, first=first if isinstance(first, int) else first[0])
                continue
            lines[key] = line if isinstance(part_lines, int) else [line, part_lines[1]]
            if part is not None:
                value[key] = part
            elif start.flow_style and isinstance(following, ScalarEvent):
                self.tell(line, files.NO_VALUE_IN_BRACES, key=key)
        return value, lines

    def key(self, event: Event, level: int) -> str | None:
        """The key's words; None, and told, where it is no word."""
        if isinstance(event, ScalarEvent):
            self.check_tag(event)
            return self.restored(event.value)
        self.tell(self.line(event), files.NOT_YAML, near=near(self.rows, _row(event)))
        self.value(event, level + 1)
        return None

    def sequence(self, level: int) -> tuple[Value, list[Lines]]:
        value: list[Value] = []
        lines: list[Lines] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            part, part_lines = self.value(event, level + 1)
            value.append(part)
            lines.append(part_lines)
        return value, lines

    def scalar(self, event: ScalarEvent) -> str | None:
        if event.tag is not None:
            self.check_tag(event)
        words: str = event.value
        style = event.style
        if style in ("|", ">"):
            words = words.removesuffix("\n")
        elif style == '"':
            if found := CONTROL.search(words.replace("\x85", "").replace("\r", "")):
                self.tell(self.line(event), files.CONTROL_CHARACTER, character=f"U+{ord(found[0]):04X}")
            if "\r" in words:
                words = words.replace("\r\n", "\n").replace("\r", "\n")
        elif style != "'":
            if self.may_be_cut:
                self.check_cut(event)
            if words in _NOTHING:
                return None
        return self.restored(words) if self.disguised else words

    def restored(self, words: str) -> str:
        return words.translate(_BACK) if self.disguised else words

    def check_cut(self, event: ScalarEvent) -> None:
        """Tells where words go on behind a `#`, which YAML drops."""
        end = event.end_mark
        if end is None or end.line >= len(self.rows):
            return
        # No more than a message shows: one line may hold all values of a file.
        behind = self.rows[end.line][end.column : end.column + 80]
        if (cut := _CUT.search(behind)) and not behind[: cut.start()].strip():
            self.tell(self.before + end.line, files.CUT_BY_HASH, lost=behind.strip()[:60])

    def check_tag(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.tag not in _STRING_TAGS:
            self.tell(self.line(event), files.TAG, tag=event.tag)

    def alias(self, event: AliasEvent, level: int) -> tuple[Value, Lines]:
        known = self.anchors.get(event.anchor or "")
        if known is not None:
            weight, levels = _extent(known.value)
            self.repeated += weight
            if self.repeated <= MOST_BY_ALIAS and level + levels <= MOST_LEVELS:
                return known.value, known.lines
        self.tell(self.line(event), files.ALIAS, name=f"*{event.anchor}")
        if self.repeated > MOST_BY_ALIAS:
            raise _Stopped
        return None, self.line(event)


def _row(event: Event) -> int:
    """The row of the text that an event begins on, from 0."""
    return event.start_mark.line if event.start_mark is not None else 0


def _extent(value: Value) -> tuple[int, int]:
    """Characters and values that a value holds, and its levels. Both are bounded by what aliases may repeat."""
    if isinstance(value, (str, type(None))):
        return 1 + len(value or ""), 0
    parts = [_extent(part) for part in (value.values() if isinstance(value, dict) else value)]
    return 1 + sum(weight for weight, _ in parts), 1 + max((levels for _, levels in parts), default=0)


_AWAY = {ord(mark): stand_in for mark, stand_in in _BREAKS.items()}
_BACK = {ord(stand_in): mark for mark, stand_in in _BREAKS.items()}
