"""Archives made of records, without files: for rules and for what may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from glassbox.loading.marks import Mark, Marks
from glassbox.records.archive import Archive, FilmFolder, MediaKey
from glassbox.records.exhibition import Person, Reason, ReportChapter, Retired, Site, Tool, Topic, Workshop
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.references import entries
from glassbox.records.shots import Cut, Shot
from glassbox.records.takes import Take

FILM: Mapping[str, Any] = {
    "slug": "lightcone",
    "code": "LC",
    "title": {"en": "Lightcone", "zh": "光锥"},
    "fps": "24",
    "licence": "CC BY 4.0",
    "digital_source_type": "trainedAlgorithmicMedia",
}
TABLES = {
    "shots": Shot,
    "takes": Take,
    "prompts": Prompt,
    "decisions": Decision,
    "versions": Version,
    "budget": BudgetLine,
    "assets": Asset,
    "cuts": Cut,
}
GLOBAL = {
    "people": Person,
    "tools": Tool,
    "reasons": Reason,
    "topics": Topic,
    "workshops": Workshop,
    "report": ReportChapter,
    "retired": Retired,
}


def film(more: Mapping[str, Any] | None = None, **tables: list[dict[str, Any]]) -> FilmFolder:
    """A film's folder; `more` are fields of the film itself, the rest its tables."""
    found = {name: tuple(TABLES[name].model_validate(row) for row in rows) for name, rows in tables.items()}
    return FilmFolder(film=Film.model_validate({**FILM, **(more or {})}), **found)  # type: ignore[arg-type]


def archive(
    *films: FilmFolder,
    site: Mapping[str, Any] | None = None,
    media: Mapping[MediaKey, str] | None = None,
    **tables: list[dict[str, Any]],
) -> Archive:
    """An archive with a director, one tool and one reason, where a test does not say otherwise."""
    rows: dict[str, list[dict[str, Any]]] = {
        "people": [{"id": "director", "name": "Director"}],
        "tools": [{"id": "video-model", "system": "Video model", "version": "2"}],
        "reasons": [{"id": "two-moons", "title": {"en": "Two moons", "zh": "两个月亮"}}],
        **tables,
    }
    found = {name: tuple(GLOBAL[name].model_validate(row) for row in each) for name, each in rows.items()}
    whole = Site.model_validate({"title": "Glass box", "languages": ["en", "zh"], **(site or {})})
    return Archive(site=whole, films=films, media=media or {}, **found)  # type: ignore[arg-type]


def prompt(number: int = 1, text: str = "a lamp on a black river", **more: Any) -> dict[str, Any]:
    """A prompt of one revision, or of those in `revisions`."""
    return {
        "id": f"LC-P{number:03d}",
        "tool": "video-model",
        "writer": "director",
        "task": "text-to-video",
        "revisions": [{"rev": "1", "text": text}],
        **more,
    }


def take(number: int = 1, status: str = "kept", **more: Any) -> dict[str, Any]:
    return {"id": f"LC-T{number:03d}", "status": status, **more}


def shot(number: int = 1, **more: Any) -> dict[str, Any]:
    return {"code": f"SQ01-{number * 10:04d}", "order": str(number), **more}


def decision(number: int = 1, **more: Any) -> dict[str, Any]:
    return {"id": f"LC-D{number:03d}", "date": "2026-05-12", "title": "Count them", "why": "One can.", **more}


def version(number: int = 1, **more: Any) -> dict[str, Any]:
    return {"id": f"LC-V{number:03d}", "of": "edit", "number": str(number), "change": "shorter", **more}


def marks_of(whole: Archive) -> Marks:
    """A file for each record, named after it, so that a problem's place says which record it is about."""
    found = {entry.full_id: Mark(f"content/{entry.full_id}.yml", "1") for entry in entries(whole)}
    for folder in whole.films:
        slug = folder.film.slug
        found[slug] = Mark(f"content/films/{slug}/film.yml", '[1,{"slug":2,"code":3}]')
        found.update(
            {f"{slug}/cut/{n}": Mark(f"content/films/{slug}/cut.yml", str(n + 1)) for n in range(len(folder.cuts))}
        )
    found.update({f"retired/{each.id}": Mark("content/retired.yml", "1") for each in whole.retired})
    return Marks({**found, "site": Mark("content/site.yml", "1")})


def ids_of(whole: Archive) -> list[str]:
    """Every full id of an archive."""
    return [entry.full_id for entry in entries(whole)]
