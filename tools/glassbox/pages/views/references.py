"""References of a record to others, as links by the names that readers know."""

from __future__ import annotations

from collections.abc import Iterable

from glassbox.pages.facts import Value, reference
from glassbox.pages.reader import Reader


def cited(written: str, reader: Reader) -> Value:
    """Any record as an author wrote its id; a shot's bare code is meant in the page's own film."""
    full = reader.full_shot(written) if reader.folder else written
    return reference(full if full in reader.exhibit.records else written, written, reader)


def all_cited(written: Iterable[str], reader: Reader) -> tuple[Value, ...]:
    return tuple(cited(one, reader) for one in written)


def people(ids: Iterable[str], reader: Reader) -> tuple[Value, ...]:
    return tuple(reference(f"people/{one}", one, reader) for one in ids)


def tools(ids: Iterable[str], reader: Reader) -> tuple[Value, ...]:
    return tuple(reference(f"tools/{one}", one, reader) for one in ids)


def films(slugs: Iterable[str], reader: Reader) -> tuple[Value, ...]:
    return tuple(reference(one, one, reader) for one in slugs)


def optional(written: str | None, reader: Reader) -> Value | None:
    return cited(written, reader) if written else None
