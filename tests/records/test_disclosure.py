"""What may be shown at a moment, and what nobody may find."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from pydantic import TypeAdapter, ValidationError

from glassbox.records import values
from glassbox.records.archive import Archive, MediaKey
from glassbox.records.base import Part, Record
from glassbox.records.disclosure import Disclosed, HiddenKind, disclose
from glassbox.records.excerpts import STAYS
from glassbox.records.exhibition import Person, Reason, ReportChapter, Retired, Site, Tool, Topic, Workshop
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt, Revision
from glassbox.records.references import REFERENCES, entries
from glassbox.records.shots import Cut, Origin, Shot
from glassbox.records.takes import Take
from glassbox.records.text import Text
from glassbox.records.walk import words
from making.archives import FILM, archive, decision, film, ids_of, prompt, shot, take, version

NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)
OF_A_FILM = {
    "shots": Shot, "takes": Take, "prompts": Prompt, "decisions": Decision, "versions": Version, "budget": BudgetLine,
    "assets": Asset,
}  # fmt: skip
GLOBAL = {
    "people": Person, "tools": Tool, "reasons": Reason, "topics": Topic, "workshops": Workshop, "report": ReportChapter,
}  # fmt: skip
RECORDS = [*OF_A_FILM.items(), *GLOBAL.items()]
IDS = {
    Shot: ("code", "ZZ77"), Take: ("id", "LC-T777"), Prompt: ("id", "LC-P777"), Decision: ("id", "LC-D777"),
    Version: ("id", "LC-V777"), BudgetLine: ("id", "LC-B777"), Asset: ("id", "LC-A777"),
}  # fmt: skip


def parts(of: type[Part] = Part) -> Iterator[type[Part]]:
    """Every kind of record and part that there is."""
    for each in of.__subclasses__():
        yield each
        yield from parts(each)


class Canaries:
    """Fills every field of a record with values that are found again."""

    def __init__(self) -> None:
        self.planted: dict[str, str] = {}
        self.count = 0

    def fill(self, model: type[Part], way: str = "") -> dict[str, Any]:
        hints = get_type_hints(model, include_extras=True)
        found = {}
        for name, info in model.model_fields.items():
            if name in ("publish", "embargo", "publish_reason"):
                continue
            found[info.alias or name] = self._value(hints[name], f"{way}.{name}")
        return found

    def _value(self, hint: Any, way: str) -> Any:
        part = _part_in(hint)
        if part is not None and part is not Origin:
            return [self.fill(part, way)] if _is_list(hint) else self.fill(part, way)
        self.count += 1
        canary = f"canary{self.count}q"
        for raw in (
            {"en": canary}, [canary], canary, f"https://{canary}.example/", {canary: canary}, "LC-T001", "LC-P001@1",
            "LC-P001", "LC-V001", "LC-D001", "LC-B001", "LC-A001", "24", "1", "0123", "true", "2026-05-12", "1920x1080",
            "01:00:00:00", "2:1", "CNY", "0000-0000-0000-0000", "a" * 64, "en", "human", *_enum_values(hint),
        ):  # fmt: skip
            try:
                TypeAdapter(hint).validate_python(raw)
            except ValidationError:
                continue
            if "canary" in str(raw) and way != ".id" and ".inputs." not in way:
                self.planted[canary] = way
            return raw
        raise AssertionError(way)


def _part_in(hint: Any) -> type[Part] | None:
    if isinstance(hint, type) and issubclass(hint, Part):
        return hint
    return next((part for arg in get_args(hint) if (part := _part_in(arg)) is not None), None)


def _is_list(hint: Any) -> bool:
    origin = get_origin(hint)
    return origin is tuple or (origin in (Union, UnionType, Annotated) and _is_list(get_args(hint)[0]))


def _enum_values(hint: Any) -> list[str]:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return [str(each.value) for each in hint]
    return [value for arg in get_args(hint) for value in _enum_values(arg)]


def planted(table: str, model: type[Record], **how: Any) -> tuple[Archive, Canaries, str]:
    """An archive with one record whose every field is a canary, and its full id."""
    canaries = Canaries()
    row = canaries.fill(model)
    if model in IDS:
        field, own = IDS[model]
        row[field] = own
        if table == "prompts":
            row["revisions"][0]["inputs"] = [{"role": "first_frame", "file": "refs/a.png", "rights": "canary999q"}]
        full_id = "LC-ZZ77" if model is Shot else own
        withheld = how.pop("withheld", None)
        more = {"withheld": [{"what": [full_id], "why": "asked not to"}]} if withheld else None
        whole = archive(film(more, **{table: [row | how]}), media=_media(full_id))
        return whole, canaries, full_id
    row["id"] = "zz77"
    full_id = f"{table}/zz77"
    more = {"withheld": [{"what": [full_id], "why": "asked not to"}]} if how.pop("withheld", None) else None
    return archive(film(more), **{table: [row | how]}), canaries, full_id


def _media(full_id: str) -> dict[MediaKey, str]:
    return {MediaKey(full_id, "media"): "content/films/lightcone/takes/canary998q.mp4"}


def said(shown: Disclosed | Archive) -> str:
    """Everything that an archive holds, as one text."""
    whole = shown.archive if isinstance(shown, Disclosed) else shown
    rows = [entry.record.model_dump(mode="json", by_alias=True) for entry in entries(whole)]
    rows += [cut.model_dump(mode="json") for folder in whole.films for cut in folder.cuts]
    rows += [each.model_dump(mode="json") for each in whole.retired]
    return json.dumps([rows, [(str(key), path) for key, path in whole.media.items()]], ensure_ascii=False)


HOW = [
    {"publish": "withheld", "publish_reason": "because"},
    {"embargo": "2026-06-14T10:00+08:00"},
    {"withheld": True},
]


@pytest.mark.parametrize("how", HOW, ids=["withheld", "embargoed", "in the register"])
@pytest.mark.parametrize(("table", "model"), RECORDS)
def test_nothing_of_a_hidden_record_is_left(table: str, model: type[Record], how: dict[str, Any]) -> None:
    whole, canaries, full_id = planted(table, model, **how)
    assert len(canaries.planted) >= 3
    assert all(canary in said(whole) for canary in canaries.planted)
    disclosed = disclose(whole, NOW)
    assert "canary" not in said(disclosed)
    assert full_id not in ids_of(disclosed.archive)
    assert [hidden.full_id for hidden in disclosed.hidden if "@" not in hidden.full_id] == [full_id]


@pytest.mark.parametrize(("table", "model"), RECORDS)
def test_an_excerpt_shows_only_what_is_listed_to_stay(table: str, model: type[Record]) -> None:
    whole, canaries, full_id = planted(table, model, publish="excerpt", publish_reason="because")
    disclosed = disclose(whole, NOW)
    assert full_id in ids_of(disclosed.archive)
    text = said(disclosed)
    for canary, way in canaries.planted.items():
        first, *inner = way.strip(".").split(".")
        stays = first in STAYS[model] | {"licence"} and first != "revisions"
        if table == "prompts" and first == "revisions":
            stays = inner[0] in STAYS[Revision] and inner[-1] != "before"
            stays |= inner == ["excerpt"]  # which is the text now
        assert (canary in text) == stays, way
    assert "canary998q" not in text
    assert "canary999q" not in text


def test_no_field_that_tells_a_story_stays_in_an_excerpt() -> None:
    """Said again here, so that nobody lets one through by adding its name to the list."""
    stories = {"text", "translation", "optimized_prompt", "generation", "why", "question", "note", "description", "bio",
               "synopsis", "logline", "team", "reason", "before", "excerpt", "by", "rights", "consent"}  # fmt: skip
    media = {"file", "media", "master", "trailer", "poster", "captions", "storyboards", "footage", "inputs", "source"}
    money = {"planned", "actual", "hours", "person", "quantity"}
    left = {(part.__name__, field) for part, fields in STAYS.items() for field in fields & (stories | media | money)}
    assert left == {("Correction", "reason")}


def test_an_excerpt_of_a_film_keeps_its_name_and_shows_no_medium() -> None:
    canaries = Canaries()
    row = {**canaries.fill(Film), **FILM, "publish": "excerpt", "publish_reason": "until the premiere"}
    row["withheld"] = []
    media = {MediaKey("lightcone", field): f"content/{field}" for field in ("master", "poster", "trailer", "captions")}
    disclosed = disclose(archive(film(row, takes=[take()]), media=media), NOW)
    text = said(disclosed)
    left = {way.strip(".").split(".")[0] for canary, way in canaries.planted.items() if canary in text}
    assert left <= STAYS[Film] | {"licence"}
    assert disclosed.archive.media == {}
    assert disclosed.archive.films[0].takes


@pytest.mark.parametrize("how", [{"publish": "withheld", "publish_reason": "x"}, {"embargo": "2027-01-01T00:00Z"}])
def test_a_hidden_film_takes_all_its_records_along(how: dict[str, Any]) -> None:
    whole = archive(film(how, takes=[take()], prompts=[prompt(text="canary1q")]), media=_media("LC-T001"))
    disclosed = disclose(whole, NOW)
    assert disclosed.archive.films == ()
    assert "canary" not in said(disclosed)
    assert {"lightcone", "LC-T001", "LC-P001"} <= disclosed.hidden_by_id.keys()
    listed = [entry.what for entry in disclosed.register]
    assert listed == ([("lightcone",)] if "publish" in how else [])


def test_every_field_that_names_records_is_in_the_table() -> None:
    naming = [
        values.Names, values.Ids, values.Slug, values.TakeId, values.PromptId, values.PromptRevision, values.AssetId,
        values.VersionId, values.DecisionId, values.BudgetId, values.ShotCode,
    ]  # fmt: skip
    own = {"id", "slug", "code", "tags", "unconfirmed"}
    for part in {*parts()}:
        hints = get_type_hints(part, include_extras=True)
        found = {name for name in part.model_fields if _has(hints[name], naming)} - own
        if part.__name__.startswith("_"):
            continue
        assert found <= set(REFERENCES.get(part, {})), part


def _has(hint: Any, wanted: list[Any]) -> bool:
    return hint in wanted or any(_has(arg, wanted) for arg in get_args(hint) if arg not in (NoneType, ...))


def everything_named(**how: Any) -> Archive:
    """Each kind of record once hidden (number 9), and named in every field that can name it."""
    hidden = {**how}
    inputs = [{"role": "first_frame", kind: name} for kind, name in
              (("take", "LC-T009"), ("asset", "LC-A009"), ("prompt", "LC-P009@1"), ("asset", "LC-A001"))]  # fmt: skip
    names = ["LC-T009", "LC-P009", "LC-P009@1", "SQ01-0090", "LC-SQ01-0090", "LC-D009", "LC-V009", "LC-B009", "LC-A009",
             "people/p9", "tools/t9", "reasons/r9", "topics/k9", "LC-T001"]  # fmt: skip
    full = [name for name in names if name != "SQ01-0090"]
    one = film(
        {
            "credits": [{"person": "p9", "role": "sound"}, {"person": "director", "role": "direction"}],
            "workflow": [{"step": "cut", "who": ["p9", "director"], "tools": ["t9"]}],
        },
        shots=[shot(1, takes=["LC-T009", "LC-T001"], footage=["LC-A009", "footage/a.mov"]), shot(9, **hidden)],
        takes=[
            take(1, "rejected", reason="r9", shots=["SQ01-0090", "SQ01-0010"], prompt="LC-P009@1", by=["p9"],
                 footage=["footage/b.mov", "LC-A009", "footage/c.mov"], generation={"optimized_prompt": "canary1q"}),
            take(9, **hidden),
        ],
        prompts=[
            prompt(1, tool="t9", writer=["p9"], shots=["SQ01-0090"], parent="LC-P009@1", revisions=[
                {"rev": "1", "text": "t", "writer": ["p9"], "tool": "t9", "inputs": inputs}]),
            prompt(9, **hidden),
        ],
        decisions=[
            decision(1, by=["p9"], about=names, superseded_by="LC-D009", topic="k9", options=[
                {"text": "a", "take": "LC-T009", "prompt": "LC-P009@1", "version": "LC-V009"}]),
            decision(9, **hidden),
        ],
        versions=[version(1, by=["p9"], decision="LC-D009", previous="LC-V009", shots=["SQ01-0090"]),
                  version(9, **hidden)],
        budget=[
            {"id": "LC-B001", "category": "crew", "currency": "CNY", "tool": "t9", "person": "p9", "shot": "SQ01-0090"},
            {"id": "LC-B009", "category": "crew", "currency": "CNY", **hidden},
        ],
        assets=[{"id": "LC-A001", "kind": "still", "shots": ["SQ01-0090"]},
                {"id": "LC-A009", "kind": "still", **hidden}],
        cuts=[
            {"order": "1", "shot": "SQ01-0090", "cut_in": "0", "cut_out": "1"},
            {"order": "2", "shot": "SQ01-0010", "cut_in": "2", "cut_out": "3", "take": "LC-T009"},
        ],
    )  # fmt: skip
    return archive(
        one,
        people=[{"id": "director", "name": "Director"}, {"id": "p9", "name": "canary2q", **hidden}],
        tools=[{"id": "t9", "system": "canary3q", "version": "1", **hidden}],
        reasons=[{"id": "r9", "title": "canary4q", **hidden}],
        topics=[{"id": "k9", "title": "canary5q", **hidden}, {"id": "k1", "title": "t", "records": full}],
        workshops=[{"id": "w1", "title": "t", "records": full, "topics": ["k9"], "speakers": ["p9"]}],
        report=[{"id": "c1", "title": "t", "records": full}],
        retired=[{"id": "LC-T005", "reason": "r", "see": full, "date": "2026-06-01"}],
    )


def test_no_field_names_what_is_hidden() -> None:
    whole = everything_named(embargo="2027-01-01T00:00Z")
    disclosed = disclose(whole, NOW)
    left = disclosed.archive
    text = said(left)
    for name in ("LC-T009", "LC-P009", "SQ01-0090", "LC-D009", "LC-V009", "LC-B009", "LC-A009", "canary"):
        assert name not in text
    for entry in entries(left):
        for way, word in words(entry.record):
            assert word not in ("p9", "t9", "r9", "k9", "people/p9", "tools/t9", "reasons/r9", "topics/k9"), way
    folder = left.films[0]
    assert [credit.person for credit in folder.film.credits] == ["director"]
    assert folder.film.workflow[0].who == ("director",)
    assert folder.shots[0].takes == ("LC-T001",)
    assert folder.shots[0].footage == ("footage/a.mov",)
    assert folder.prompts[0].tool == ""
    assert folder.prompts[0].writer == ()
    assert [each.asset for each in folder.prompts[0].revisions[0].inputs] == ["LC-A001"]
    assert folder.decisions[0].about == ("LC-T001",)
    assert folder.decisions[0].options[0].take is None
    assert [cut.shot for cut in folder.cuts] == ["SQ01-0010"]
    assert folder.cuts[0].take is None
    assert left.topics[0].records == ("LC-T001",)
    assert disclosed.register == ()


def test_what_is_not_hidden_is_not_touched() -> None:
    whole = everything_named()
    assert disclose(whole, NOW).archive is whole
    one = archive(film(takes=[take(1), take(2, publish="withheld", publish_reason="x")], prompts=[prompt()]))
    left = disclose(one, NOW).archive
    assert left.films[0].takes[0] is one.films[0].takes[0]
    assert left.films[0].prompts[0] is one.films[0].prompts[0]


def test_an_embargo_ends_at_its_moment_and_not_before() -> None:
    whole = archive(film(takes=[take(embargo="2026-06-14T10:00+08:00")]))
    before, at = datetime(2026, 6, 14, 1, 59, 59, tzinfo=UTC), datetime(2026, 6, 14, 2, tzinfo=UTC)
    assert disclose(whole, before).archive.films[0].takes == ()
    assert disclose(whole, at).archive is whole
    # A moment without a zone is the exhibition's: 9:59 in Shanghai.
    assert disclose(whole, datetime(2026, 6, 14, 9, 59)).archive.films[0].takes == ()
    assert disclose(whole, datetime(2026, 6, 14, 10, 0)).archive is whole


def test_withholding_goes_on_after_its_day() -> None:
    register = {"withheld": [{"what": ["LC-T001"], "why": "premiere", "until": "2026-06-01"}]}
    disclosed = disclose(archive(film(register, takes=[take()])), NOW)
    assert disclosed.archive.films[0].takes == ()
    assert disclosed.hidden_by_id["LC-T001"].until == date(2026, 6, 1)


def test_the_register_says_what_is_withheld_and_why_but_no_embargo_and_no_person() -> None:
    entries_of = [
        {"what": ["LC-T001", "LC-T002", "people/director"], "why": "a face", "until": "2026-09-01"},
        {"what": ["LC-T002"], "why": "secret"},
        {"what": {"en": "the contract", "zh": "合同"}, "why": "confidential"},
    ]
    takes = [take(1), take(2, embargo="2027-01-01T00:00Z"), take(3, publish="withheld", publish_reason="a logo")]
    disclosed = disclose(archive(film({"withheld": entries_of}, takes=takes)), NOW)
    assert [(entry.film, entry.what, str(entry.why)) for entry in disclosed.register] == [
        ("lightcone", ("LC-T001",), "a face"),
        ("lightcone", Text.of({"en": "the contract", "zh": "合同"}), "confidential"),
        ("lightcone", ("LC-T003",), "a logo"),
    ]
    assert disclosed.register[0].until == date(2026, 9, 1)
    assert [entry.what for entry in disclosed.archive.films[0].film.withheld] == [
        ("LC-T001",), Text.of({"en": "the contract", "zh": "合同"}),
    ]  # fmt: skip
    assert "LC-T002" not in said(disclosed)
    assert disclosed.archive.people == ()


def test_an_embargo_is_stronger_than_the_register() -> None:
    both = take(embargo="2027-01-01T00:00Z", publish="withheld", publish_reason="x")
    disclosed = disclose(archive(film(takes=[both])), NOW)
    assert disclosed.hidden_by_id["LC-T001"].kind is HiddenKind.EMBARGOED
    assert disclosed.register == ()


def test_one_revision_can_be_withheld() -> None:
    two = prompt(revisions=[{"rev": "1", "text": "canary1q"}, {"rev": "2", "text": "b"}])
    takes = [take(1, prompt="LC-P001@1", generation={"optimized_prompt": "canary2q"}), take(2, prompt="LC-P001@2")]
    media = {MediaKey("LC-P001@1", "inputs"): "canary3q", MediaKey("LC-P001@2", "inputs"): "b.png"}
    whole = archive(film({"withheld": [{"what": ["LC-P001@1"], "why": "x"}]}, prompts=[two], takes=takes), media=media)
    left = disclose(whole, NOW).archive
    assert [revision.rev for revision in left.films[0].prompts[0].revisions] == [2]
    assert [each.prompt for each in left.films[0].takes] == [None, "LC-P001@2"]
    assert list(left.media.values()) == ["b.png"]
    assert "canary" not in said(left)
    all_of_it = archive(film({"withheld": [{"what": ["LC-P001@1", "LC-P001@2"], "why": "x"}]}, prompts=[two]))
    assert disclose(all_of_it, NOW).archive.films[0].prompts == ()


def test_what_a_tool_made_of_a_prompt_in_excerpt_is_hidden() -> None:
    short = prompt(publish="excerpt", publish_reason="x")
    made = take(prompt="LC-P001@1", generation={"id": "job-17", "optimized_prompt": "canary1q"})
    left = disclose(archive(film(prompts=[short], takes=[made])), NOW).archive.films[0]
    assert left.prompts[0].revisions[0].text == ""
    assert left.takes[0].prompt == "LC-P001@1"
    assert left.takes[0].generation is not None
    assert left.takes[0].generation.id == "job-17"
    assert left.takes[0].generation.optimized_prompt is None


def test_a_medium_of_a_hidden_record_is_shown_by_no_other() -> None:
    secret = "content/films/lightcone/takes/LC-T009.mp4"
    media = {
        MediaKey("LC-T009", "media"): secret,
        MediaKey("LC-T001", "media"): "content/films/lightcone/takes/LC-T001.mp4",
        MediaKey("LC-A001", "file"): secret,
        MediaKey("lightcone", "trailer"): secret,
        MediaKey("LC-P001@1", "inputs", 0): secret,
        MediaKey("LC-P001@1", "inputs", 1): "content/films/lightcone/refs/a.png",
        MediaKey("LC-SQ01-0010", "footage", 0): "content/films/lightcone/footage/a.mov",
    }
    inputs = [{"role": "first_frame", "file": "takes/LC-T009.mp4"}, {"role": "last_frame", "file": "refs/a.png"}]
    one = film(
        {"trailer": "takes/LC-T009.mp4"},
        takes=[take(1), take(9, publish="withheld", publish_reason="x")],
        assets=[{"id": "LC-A001", "kind": "footage", "file": "takes/LC-T009.mp4"}],
        prompts=[prompt(revisions=[{"rev": "1", "text": "t", "inputs": inputs}])],
        shots=[shot(footage=["footage/a.mov"])],
    )
    left = disclose(archive(one, media=media), NOW).archive
    assert sorted(left.media) == [
        MediaKey("LC-P001@1", "inputs", 0), MediaKey("LC-SQ01-0010", "footage", 0), MediaKey("LC-T001", "media"),
    ]  # fmt: skip
    assert left.media[MediaKey("LC-P001@1", "inputs", 0)].endswith("refs/a.png")
    assert "LC-T009" not in said(left)


def test_media_of_later_entries_move_up_with_them() -> None:
    footage = ["LC-A009", "footage/a.mov", "footage/b.mov"]
    media = {
        MediaKey("LC-SQ01-0010", "footage", 1): "a.mov",
        MediaKey("LC-SQ01-0010", "footage", 2): "b.mov",
        MediaKey("LC-SQ01-0010", "storyboards", 2): "panel.png",
        MediaKey("LC-A009", "file"): "secret.mov",
    }
    hidden = {"id": "LC-A009", "kind": "footage", "publish": "withheld", "publish_reason": "x"}
    left = disclose(archive(film(shots=[shot(footage=footage)], assets=[hidden]), media=media), NOW).archive
    assert left.films[0].shots[0].footage == ("footage/a.mov", "footage/b.mov")
    assert left.media == {
        MediaKey("LC-SQ01-0010", "footage", 0): "a.mov",
        MediaKey("LC-SQ01-0010", "footage", 1): "b.mov",
        MediaKey("LC-SQ01-0010", "storyboards", 2): "panel.png",
    }


def test_footage_that_a_hidden_shot_only_uses_may_be_shown_by_another() -> None:
    media = {MediaKey("LC-SQ01-0010", "footage"): "river.mov", MediaKey("LC-SQ01-0020", "footage"): "river.mov"}
    shots = [shot(1, footage=["river.mov"]), shot(2, footage=["river.mov"], publish="withheld", publish_reason="x")]
    left = disclose(archive(film(shots=shots), media=media), NOW).archive
    assert left.media == {MediaKey("LC-SQ01-0010", "footage"): "river.mov"}


def test_every_kind_of_record_has_a_list_of_what_stays() -> None:
    kinds = {each for each in parts(Record) if not each.__name__.startswith("_")}
    assert kinds <= STAYS.keys()
    for part, names in STAYS.items():
        assert names <= part.model_fields.keys(), part
    assert {Site, Cut, Retired}.isdisjoint(kinds)
