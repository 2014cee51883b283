"""How Tri-Head becomes pictures: the scenes are cut paper already, and only what the camera filmed is developed."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from sample.lens import Picture
from sample.panels import Panel
from sample.planning import CameraClip, Plan, Shot, Take
from sample.render import Part, in_step
from sample.slate import slate
from sample.trihead.crayons import PANEL, drawn
from sample.trihead.faults import filmed
from sample.trihead.paper import Size
from sample.trihead.variation import AS_BOARDED, Variation


@dataclass(frozen=True)
class Paper:
    """A `Brush`."""

    plan: Plan
    film: Size
    take: Size
    camera: Size

    def of_the_film(self, shot: Shot) -> Iterator[Picture]:
        frame = shot.scene(self.film, shot.clip_frames, Variation(edited=True))
        return (frame(shot.handle + i) for i in range(shot.frames))

    def of_the_teaser(self, shot: Shot) -> Iterator[Picture]:
        raise NotImplementedError("this film has no teaser")

    def alike(self, take: Take) -> Hashable:
        return self.plan.scene_of(take), self.plan.length_of(take), take.variation or AS_BOARDED

    def of_takes(self, takes: Sequence[Take]) -> Iterator[tuple[int, Picture]]:
        length = self.plan.length_of(takes[0])
        frame = self.plan.scene_of(takes[0])(self.take, length, takes[0].variation or AS_BOARDED)
        parts = [Part(take.start, length, take.fault, take.clock) for take in takes]
        camera = filmed(self.take)
        for moment, shown_in in in_step([part.moments() for part in parts]):
            picture = frame(moment)
            for n, i in shown_in:
                shown, fault = camera(picture, i, length) if takes[n].look else picture, takes[n].fault
                yield n, fault(shown, i, length) if fault else shown

    def painted(self, take: Take, moments: Sequence[int], *, boarded: bool = False) -> list[Picture]:
        variation = AS_BOARDED if boarded else take.variation or AS_BOARDED
        frame = self.plan.scene_of(take)(self.take, self.plan.length_of(take), variation)
        return [frame(take.start + moment) for moment in moments]

    def of_the_camera(self, clip: CameraClip) -> Iterator[Picture]:
        frame = clip.scene(self.camera, clip.frames, AS_BOARDED)
        record, board = filmed(self.camera), slate(clip.slate)
        return (record(board(frame(i), i, clip.frames), i, clip.frames) for i in range(clip.frames))

    def board(self, shot: Shot, panel: Panel, number: int) -> Image.Image:
        # The title is ours, so it is on the board; the end card came later.
        first = self.plan.number_of(shot) == 1
        frame = shot.scene(PANEL, shot.clip_frames, Variation(edited=first))
        return drawn(frame(panel.frame), panel, seed=10 * (self.plan.number_of(shot) - 1) + number)
