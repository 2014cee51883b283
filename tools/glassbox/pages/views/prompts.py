"""A prompt with its revisions: the words, what changed, what they made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glassbox.pages.addresses import film_address, prompt_address, revision_anchor
from glassbox.pages.facts import Fact, Value, facts_of, reference
from glassbox.pages.linked import prompt_thing
from glassbox.pages.reader import Reader
from glassbox.pages.trail import Run
from glassbox.pages.views.citing import Citation, citation_of
from glassbox.pages.views.clips import Clip, clip_of
from glassbox.pages.views.decisions_beside import decisions_beside
from glassbox.pages.views.differences import difference_of
from glassbox.pages.views.lineage import lineage_of
from glassbox.pages.views.moments import When, when
from glassbox.pages.views.page import Page, ReaderOf, head_of
from glassbox.pages.views.prompts_beside import prompts_beside
from glassbox.pages.views.references import people
from glassbox.pages.views.relations import Relations
from glassbox.pages.views.takes import TakeBrief, kept_first, take_brief
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.process import Asset
from glassbox.records.prompts import Input, Prompt, Revision
from glassbox.records.takes import Take
from glassbox.records.terms import SourceType, Status
from glassbox.records.text import Shown


@dataclass(frozen=True)
class InputView:
    role: str
    source: Value | None
    """A link to the take, asset or prompt it came from."""
    rights: Shown | None
    clip: Clip | None


@dataclass(frozen=True)
class RevisionView:
    rev: int
    anchor: str
    id: str
    name: str
    """`Revision 3`."""
    all_of: str
    """`All of revision 3`: what stands on the fold."""
    text: str
    pieces: tuple[tuple[str, bool], ...]
    """The text in pieces; the true ones are camera commands."""
    lang: str
    difference: tuple[Run, ...]
    """The way from the revision before; empty for the first."""
    camera: tuple[str, ...]
    was_optimized: bool
    optimized: tuple[tuple[str, str], ...]
    """(its heading, the text that the model ran), for each take where it is known."""
    translations: tuple[Shown, ...]
    """Each in its own language, whatever the reader's: it stands beside words of another."""
    negative: str
    change: Shown | None
    note: str
    at: When | None
    writers: tuple[Value, ...]
    facts: tuple[Fact, ...]
    inputs: tuple[InputView, ...]
    takes: tuple[TakeBrief, ...]


_SHOWN = ("rev", "text", "at", "writer", "translation", "negative", "change", "note", "inputs", "excerpt")


def prompt_pages(folder: FilmFolder, relations: Relations, reader_of: ReaderOf) -> Iterator[Page]:
    """The page of each prompt of a film."""
    for prompt in folder.prompts:
        yield _prompt_page(prompt, folder, relations, reader_of)


def _prompt_page(prompt: Prompt, folder: FilmFolder, relations: Relations, reader_of: ReaderOf) -> Page:
    address = prompt_address(prompt.id)
    reader = reader_of(address, folder)
    revisions = tuple(_revision(prompt, n, folder, reader, relations) for n in range(len(prompt.revisions)))
    made = kept_first(
        [take for one in prompt.revisions for take in relations.made_by.get(f"{prompt.id}@{one.rev}", ())]
    )
    takes = tuple(take_brief(take, folder, reader) for take in made)
    beside = prompts_beside((prompt,), relations.made_by, reader, newest=1)[0]
    return Page(
        address=address,
        template="prompt.html",
        title=f"{prompt.id} {reader.words(prompt.title)}".strip(),
        specimen=prompt.specimen or folder.film.specimen,
        description=revisions[-1].text[:160] if revisions else "",
        thing=prompt_thing(prompt, folder, reader),
        shows={
            "head": head_of(prompt, prompt.id, reader, but=("revisions", "title")),
            "title": reader.shown(prompt.title),
            "film": reference(folder.film.slug, folder.film.slug, reader),
            "list": (reader.page(film_address(folder.film.slug, "prompts")), reader.phrase("room_prompts")),
            "beside": beside,
            "newest": revisions[-1] if revisions else None,
            "earlier": revisions[-2::-1],
            "lineage": lineage_of(prompt, folder, relations, reader),
            "takes": takes,
            "in_film": next((take for take in takes if take.status is Status.KEPT and take.clip), None),
            "citation": _citation(prompt, folder, reader),
            "decisions": decisions_beside(relations.decisions_on((prompt.id,)), reader),
        },
    )


def _citation(prompt: Prompt, folder: FilmFolder, reader: Reader) -> Citation:
    newest = prompt.revisions[-1] if prompt.revisions else None
    by_id = reader.exhibit.archive.people_by_id
    ids = (newest.writer if newest else ()) or prompt.writer
    title = reader.words(prompt.title)
    named = reader.phrase("cited_prompt", id=prompt.id, title=f" “{title}”" if title else "")
    rev = reader.phrase("revision_n", n=newest.rev) if newest else ""
    said = (named, rev, reader.words(folder.film.title), reader.when(newest.at) if newest and newest.at else "")
    writers = [reader.person_name(by_id[one]) for one in ids if one in by_id]
    anchor = revision_anchor(newest.rev) if newest else ""
    is_specimen = prompt.specimen or folder.film.specimen
    return citation_of(prompt_address(prompt.id), anchor, reader, writers=writers, said=said, specimen=is_specimen)


def _revision(prompt: Prompt, number: int, folder: FilmFolder, reader: Reader, relations: Relations) -> RevisionView:
    revision = prompt.revisions[number]
    before = prompt.revisions[number - 1] if number else None
    full_id = f"{prompt.id}@{revision.rev}"
    takes = kept_first(relations.made_by.get(full_id, []))
    return RevisionView(
        rev=revision.rev,
        anchor=revision_anchor(revision.rev),
        id=full_id,
        name=reader.phrase("revision_n", n=revision.rev),
        all_of=reader.phrase("all_of", n=revision.rev),
        text=revision.text,
        pieces=revision.pieces,
        at=when(revision.at, reader),
        writers=people(revision.writer, reader),
        lang=revision.lang or "",
        difference=difference_of(before.text, revision.text) if before and before.text and revision.text else (),
        camera=revision.camera,
        was_optimized=revision.was_optimized,
        optimized=tuple(_optimized(takes, reader)),
        translations=tuple(Shown(words, lang) for lang, words in revision.translation.by_lang)
        if revision.translation
        else (),
        negative=revision.negative or "",
        change=reader.shown(revision.change),
        note=reader.prose(reader.words(revision.note)) if revision.note else "",
        facts=tuple(_revision_facts(revision, reader)),
        inputs=tuple(_input(one, full_id, n, folder, reader) for n, one in enumerate(revision.inputs)),
        takes=tuple(take_brief(take, folder, reader) for take in takes),
    )


def _revision_facts(revision: Revision, reader: Reader) -> list[Fact]:
    """An excerpt that is not the text itself is among them: it is what others may quote."""
    is_shown = revision.excerpt in (None, revision.text)
    return facts_of(revision, reader, but=_SHOWN if is_shown else tuple(one for one in _SHOWN if one != "excerpt"))


def _input(one: Input, full_id: str, number: int, folder: FilmFolder, reader: Reader) -> InputView:
    source = one.take or one.asset or one.prompt
    key = MediaKey(full_id, "inputs", number)
    if one.take or one.asset:
        key = MediaKey(one.take, "media") if one.take else MediaKey(one.asset or "", "file")
    return InputView(
        role=term(one.role, reader.lang),
        source=reference(source, source, reader) if source else None,
        rights=reader.shown(one.rights),
        clip=clip_of(reader, key, term(one.role, reader.lang), _source_type(source, folder), sizes="12em"),
    )


def _source_type(source: str | None, folder: FilmFolder) -> SourceType | None:
    """Of what was given to the tool, so that generated pictures are marked here too."""
    record = folder.by_id.get(source or "")
    return record.digital_source_type or folder.film.digital_source_type if isinstance(record, Take | Asset) else None


def _optimized(takes: list[Take], reader: Reader) -> Iterator[tuple[str, str]]:
    for take in takes:
        if take.generation and take.generation.optimized_prompt:
            yield reader.phrase("optimizer_text", take=take.id), take.generation.optimized_prompt
