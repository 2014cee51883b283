"""A prompt with its revisions: the words, what changed, what they made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from glassbox.pages.addresses import film_address, prompt_address, revision_anchor
from glassbox.pages.facts import Fact, Value, facts_of, reference
from glassbox.pages.reader import Reader
from glassbox.pages.trail import Run
from glassbox.pages.views.clips import Clip, clip_of
from glassbox.pages.views.decisions_beside import decisions_beside
from glassbox.pages.views.differences import difference_of
from glassbox.pages.views.page import Page, ReaderOf, head_of
from glassbox.pages.views.prompts_beside import counted_revisions
from glassbox.pages.views.relations import Relations
from glassbox.pages.views.takes import TakeBrief, kept_first, take_brief
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.process import Asset
from glassbox.records.prompts import Input, Prompt, Revision
from glassbox.records.takes import Take
from glassbox.records.terms import SourceType
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
    text: str
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
    facts: tuple[Fact, ...]
    inputs: tuple[InputView, ...]
    takes: tuple[TakeBrief, ...]


_SHOWN = ("rev", "text", "translation", "negative", "change", "note", "inputs", "excerpt")


def prompt_pages(folder: FilmFolder, relations: Relations, reader_of: ReaderOf) -> Iterator[Page]:
    """The page of each prompt of a film."""
    children: dict[str, list[str]] = defaultdict(list)
    for prompt in folder.prompts:
        if prompt.parent:
            children[prompt.parent.split("@")[0]].append(prompt.id)
    for prompt in folder.prompts:
        yield _prompt_page(prompt, folder, relations, children[prompt.id], reader_of)


def _prompt_page(
    prompt: Prompt, folder: FilmFolder, relations: Relations, children: list[str], reader_of: ReaderOf
) -> Page:
    address = prompt_address(prompt.id)
    reader = reader_of(address, folder)
    revisions = tuple(_revision(prompt, n, folder, reader, relations) for n in range(len(prompt.revisions)))
    return Page(
        address=address,
        template="prompt.html",
        title=f"{prompt.id} {reader.words(prompt.title)}".strip(),
        specimen=prompt.specimen or folder.film.specimen,
        description=revisions[-1].text[:160] if revisions else "",
        shows={
            "head": head_of(prompt, prompt.id, reader, but=("revisions", "title")),
            "title": reader.shown(prompt.title),
            "film": reference(folder.film.slug, folder.film.slug, reader),
            "list": (reader.page(film_address(folder.film.slug, "prompts")), reader.phrase("room_prompts")),
            "count": counted_revisions(len(revisions), reader),
            "revisions": revisions,
            "children": tuple(reference(child, child, reader) for child in children),
            "decisions": decisions_beside(relations.decisions_on((prompt.id,)), reader),
        },
    )


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
        text=revision.text,
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
