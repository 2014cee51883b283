"""The record of a shot, as it stands beside the film and on the shot's own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from glassbox.pages.reader import Picture, Reader, picture_of
from glassbox.pages.views.clips import Clip, clip_of
from glassbox.pages.views.cut import Placed, still_of
from glassbox.pages.views.decisions_beside import DecisionBeside, decisions_beside
from glassbox.pages.views.frames import span_of
from glassbox.pages.views.origin import OriginView, origin_view
from glassbox.pages.views.page import bears_mark
from glassbox.pages.views.prompts_beside import PromptBeside, prompts_beside
from glassbox.pages.views.relations import Relations, shot_ids
from glassbox.pages.views.strip import shot_anchor
from glassbox.pages.views.takes import TakeBrief, kept_first, take_brief
from glassbox.pages.views.wipes import Wipe, wipe_of
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.shots import Shot
from glassbox.records.terms import SourceType, Status
from glassbox.records.text import Shown

_BESIDE = 12
"""Takes of a shot beside the film, the kept ones first; the shot's own page has all of them."""
_REVISIONS = 5
"""Of a prompt beside the film, the newest; the prompt's own page has all of them."""

_HALF = "(min-width: 60em) and (orientation: landscape) min(39vw, 39em), 100vw"
"""Of a page: the record beside the film."""
_WIDE = "(min-width: 60em) 58vw, 92vw"
"""The board that is wiped, on the shot's own page."""


@dataclass(frozen=True)
class ShotBeside:
    code: str
    anchor: str
    href: str
    title: Shown | None
    clocks: tuple[str, ...]
    origin: OriginView | None
    boards: tuple[Clip, ...]
    finals: tuple[Picture, ...]
    """A frame of each use in the film; else the kept take's."""
    wipe: Wipe | None
    """From the first board to the first frame, where both are pictures."""
    prompts: tuple[PromptBeside, ...]
    takes: tuple[TakeBrief, ...]
    more_takes: str
    """`and 12 more`, where the place is small."""
    decisions: tuple[DecisionBeside, ...]
    specimen: bool

    @property
    def boards_beside(self) -> tuple[Clip, ...]:
        """Those that the wipe does not show."""
        return self.boards[1:] if self.wipe else self.boards

    @property
    def finals_beside(self) -> tuple[Picture, ...]:
        return self.finals[1:] if self.wipe else self.finals


def shot_beside(
    shot: Shot, folder: FilmFolder, placed: Sequence[Placed], relations: Relations, reader: Reader, *, brief: bool
) -> ShotBeside:
    """`brief` is for the place beside the film: one board, some takes, some revisions."""
    full_id = folder.full_id(shot)
    uses = [one for one in placed if one.shot is shot]
    made = kept_first(relations.takes.get(shot.code, []))
    takes = tuple(take_brief(take, folder, reader) for take in (made[:_BESIDE] if brief else made))
    boards, finals = (
        _boards(shot, full_id, reader, _HALF if brief else _WIDE),
        _finals(shot, folder, uses, takes, reader, _HALF if brief else _WIDE),
    )
    names = (reader.phrase("storyboard"), reader.phrase("final"))
    return ShotBeside(
        code=shot.code,
        anchor=shot_anchor(shot.code),
        href=reader.href(full_id) or "",
        title=reader.shown(shot.title),
        clocks=tuple(span_of(one.first, one.last, folder.film).clock for one in uses),
        origin=origin_view(shot.origin, reader),
        boards=boards[:1] if brief else boards,
        finals=finals,
        wipe=wipe_of(boards[0], finals[0], names, reader) if boards and finals else None,
        prompts=prompts_beside(
            relations.prompts.get(shot.code, ()), relations.made_by, reader, newest=_REVISIONS if brief else None
        ),
        takes=takes,
        more_takes=reader.phrase("and_more", count=len(made) - len(takes)) if len(made) > len(takes) else "",
        decisions=decisions_beside(relations.decisions_on(shot_ids(shot, folder, relations)), reader, brief=brief),
        specimen=bears_mark(shot, reader),
    )


def _boards(shot: Shot, full_id: str, reader: Reader, first: str) -> tuple[Clip, ...]:
    """Every panel: those that the record lists, and those that were found by the shot's code; `first` is how wide
    the first stands."""
    gallery = reader.exhibit.gallery
    found: list[Clip] = []
    for number in count():
        key = MediaKey(full_id, "storyboards", number)
        if number >= len(shot.storyboards) and key not in gallery.made and key not in gallery.missing:
            return tuple(found)
        alt = reader.phrase("storyboard_n", code=shot.code, n=number + 1)
        if clip := clip_of(reader, key, alt, SourceType.DRAWN, sizes=_HALF if number else first):
            found.append(clip)
    raise AssertionError("numbers do not end")


def _finals(
    shot: Shot, folder: FilmFolder, uses: Sequence[Placed], takes: Sequence[TakeBrief], reader: Reader, sizes: str
) -> tuple[Picture, ...]:
    gallery, alt = reader.exhibit.gallery, reader.phrase("final_of", code=shot.code)
    master = gallery.of(folder.film.slug, "master")
    names = [name for one in uses if (name := still_of(folder, one, gallery))]
    stills = master.of("still") if master else []
    moments = dict.fromkeys(still.seconds for name in names for still in stills if still.name == name)
    if moments:
        alike = ([still for still in stills if still.seconds == moment] for moment in moments)
        return tuple(shown for files in alike if (shown := picture_of(files, reader, alt, sizes)))
    kept = (take.clip.poster for take in takes if take.status is Status.KEPT and take.clip and take.clip.poster)
    return tuple(kept)[:1]
