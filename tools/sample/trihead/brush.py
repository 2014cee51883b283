"""How Tri-Head becomes pictures: the scenes are cut paper already, and only what the camera filmed is developed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from sample.lens import Picture
from sample.panels import Panel
from sample.planning import CameraClip, Plan, Shot, Take
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

    def of_a_take(self, take: Take) -> Iterator[Picture]:
        length = self.plan.length_of(take)
        frame = self.plan.scene_of(take)(self.take, length, take.variation or AS_BOARDED)
        camera = filmed(self.take) if take.look else None
        for i in range(length):
            wanted = take.start + i
            picture = frame(take.clock(wanted) if take.clock else wanted)
            if camera:
                picture = camera(picture, i, length)
            yield take.fault(picture, i, length) if take.fault else picture

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
