"""Markdown with front matter: fields as YAML between two lines `---`, then the text."""

from __future__ import annotations

from glassbox.loading.marks import Lines
from glassbox.loading.written import Entry, Sheet, fault
from glassbox.loading.yaml_text import CONTROL, read_yaml
from glassbox.problems.codes import files


def read_front_matter(text: str, body_field: str) -> Sheet:
    """The one record of a Markdown file; what follows the fields is its `body_field`, without blank ends."""
    rows = text.split("\n")
    if not text.strip():
        return Sheet(faults=(fault(0, files.EMPTY_FILE),))
    end = next((n for n, row in enumerate(rows) if n and row.rstrip() == "---"), None)
    if rows[0].rstrip() != "---" or end is None:
        return Sheet(faults=(fault(1, files.NO_FRONT_MATTER),))
    head = read_yaml("\n".join(rows[1:end]) + "\n", first_line=2)
    faults = list(head.faults)
    body = "\n".join(rows[end + 1 :])
    if found := CONTROL.search(body):
        line = end + 2 + body.count("\n", 0, found.start())
        faults.append(fault(line, files.CONTROL_CHARACTER, character=f"U+{ord(found[0]):04X}"))
    if head.value is None:
        return Sheet(faults=tuple(faults))
    if not isinstance(head.value, dict) or isinstance(head.lines, int):
        faults.append(fault(2, files.WRONG_TOP, expected="name: value"))
        return Sheet(faults=tuple(faults))
    value, parts = dict(head.value), head.lines[1]
    assert isinstance(parts, dict)
    lines: dict[str, Lines] = dict(parts)
    if body.strip():
        line = end + 2 + len(body[: len(body) - len(body.lstrip())].split("\n")) - 1
        if body_field in value:
            first = lines[body_field]
            told = fault(line, files.TWICE, key=body_field, first=first if isinstance(first, int) else first[0])
            faults.append(told)
        else:
            value[body_field] = _without_blank_ends(body)
            lines[body_field] = line
    return Sheet((Entry.of(value, [1, lines]),), tuple(faults))


def _without_blank_ends(body: str) -> str:
    """Blank lines before and after go; the first line keeps its indent, which Markdown reads."""
    rows = body.split("\n")
    while rows and not rows[0].strip():
        rows.pop(0)
    return "\n".join(rows).rstrip()
