"""What a page says to machines: schema.org's words as JSON-LD, and nothing that does not stand on the page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from glassbox.derivatives import Made
from glassbox.pages.addresses import film_address, person_address, prompt_address, revision_anchor
from glassbox.pages.reader import Reader
from glassbox.pages.views.cut import Placed
from glassbox.pages.views.strip import shot_anchor
from glassbox.records.archive import FilmFolder
from glassbox.records.exhibition import Person
from glassbox.records.prompts import Prompt

Thing = Mapping[str, Any]


def film_thing(folder: FilmFolder, placed: Sequence[Placed], master: Made | None, reader: Reader) -> Thing:
    """A Movie; with its VideoObject where the finished film is there, and a Clip for each shot of it."""
    film = folder.film
    url = _url(film_address(film.slug), reader)
    movie = {
        "@type": "Movie",
        "@id": f"{url}#film",
        "url": url,
        "name": reader.words(film.title),
        "alternateName": [words for _, words in film.title.by_lang if words != reader.words(film.title)],
        "description": reader.words(film.logline),
        "inLanguage": reader.lang,
        "license": film.licence,
        "productionCompany": _named("Organization", reader.words(film.team.name)) if film.team else None,
        "identifier": film.code,
    }
    return _said({**movie, "video": _video(folder, placed, master, url, reader) if master else None}, film.specimen)


def _video(folder: FilmFolder, placed: Sequence[Placed], master: Made, url: str, reader: Reader) -> Thing:
    film, base = folder.film, reader.exhibit.addresses.base_url
    file = next(iter(master.of("web")), None)
    card = next(iter(master.of("card")), None)
    seconds = master.facts.seconds if master.facts else None
    video = {
        "@type": "VideoObject",
        "name": reader.words(film.title),
        "description": reader.words(film.logline) or reader.words(film.title),
        "contentUrl": base + file.name if file else None,
        "thumbnailUrl": base + card.name if card else None,
        "uploadDate": film.end_date.isoformat() if film.end_date else None,
        "duration": f"PT{seconds:g}S" if seconds else None,
        "hasPart": [_clip(one, film.fps, url, reader) for one in placed],
    }
    return _without_nothing(video)


def _clip(one: Placed, fps: Fraction, url: str, reader: Reader) -> Thing:
    code = one.shot.code
    return {
        "@type": "Clip",
        "name": f"{code} {reader.words(one.shot.title)}".strip(),
        "startOffset": round(float(one.first / fps), 3),
        "endOffset": round(float((one.last + 1) / fps), 3),
        "url": f"{url}#{shot_anchor(code)}",
    }


def prompt_thing(prompt: Prompt, folder: FilmFolder, reader: Reader) -> Thing:
    """A CreativeWork: the newest revision's words and writers."""
    newest = prompt.revisions[-1] if prompt.revisions else None
    people = reader.exhibit.archive.people_by_id
    writers = (newest.writer if newest else ()) or prompt.writer
    url = _url(prompt_address(prompt.id), reader)
    return _said(
        {
            "@type": "CreativeWork",
            "@id": f"{url}#{revision_anchor(newest.rev)}" if newest else url,
            "url": url,
            "name": reader.words(prompt.title) or prompt.id,
            "identifier": f"{prompt.id}@{newest.rev}" if newest else prompt.id,
            "text": newest.text if newest else None,
            "inLanguage": newest.lang if newest else None,
            "dateCreated": newest.at.isoformat() if newest and newest.at else None,
            "author": [_person(people[one], reader) for one in writers if one in people],
            "isPartOf": {"@id": f"{_url(film_address(folder.film.slug), reader)}#film"},
            "license": prompt.licence or folder.film.licence,
        },
        prompt.specimen or folder.film.specimen,
    )


def person_thing(person: Person, reader: Reader) -> Thing:
    return _said(_person(person, reader), person.specimen)


def _person(person: Person, reader: Reader) -> dict[str, Any]:
    name = reader.person_name(person)
    other = person.name if name != person.name else person.name_zh
    url = _url(person_address(person.id), reader)
    kind = "Organization" if person.kind == "organisation" else "Person"
    return _without_nothing({"@type": kind, "@id": f"{url}#it", "url": url, "name": name, "alternateName": other})


def script_of(thing: Thing) -> str:
    """As the content of a script element: no `<` can end it, and a line break of any kind stays in its string."""
    text = json.dumps({"@context": "https://schema.org", **thing}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _url(address: str, reader: Reader) -> str:
    return reader.exhibit.addresses.canonical(reader.lang, address)


def _named(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": name}


def _said(thing: Mapping[str, Any], specimen: bool) -> Thing:
    return _without_nothing({**thing, "creativeWorkStatus": "Specimen" if specimen else None})


def _without_nothing(thing: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in thing.items() if value not in (None, "", [], ())}
