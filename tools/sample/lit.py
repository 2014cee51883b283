"""How a film that is painted with light becomes pictures: its scenes, developed in each shot's look."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PIL import Image

from sample.lens import Look, Picture, developed
from sample.paint import Stage
from sample.panels import Panel
from sample.pencil import drawn
from sample.planning import CameraClip, Plan, Shot, Take
from sample.render import Part, clean, pictures, together
from sample.slate import slate


@dataclass(frozen=True)
class Lit:
    """A `Brush`. `boarded` is the variation in which nothing is different, `edited` what the edit adds to it."""

    plan: Plan
    boarded: Any
    edited: Any
    film: Stage
    take: Stage
    plate: Look
    """As the camera recorded it."""
    panel: Stage
    pencil: Look = field(default_factory=partial(Look, grain=0))
    """How bright a frame is when it is drawn after."""
    tall: Stage = field(default_factory=partial(Stage, 540, 960))
    camera: Stage = field(default_factory=partial(Stage, 640, 360))

    def of_the_film(self, shot: Shot) -> Iterator[Picture]:
        frame = shot.scene(self.film, shot.clip_frames, self.edited)
        part = Part(shot.handle, shot.frames, remembers=shot.remembers)
        return pictures(frame, part, shot.look, last=shot.clip_frames - 1, seed=self.plan.number_of(shot))

    def of_the_teaser(self, shot: Shot) -> Iterator[Picture]:
        frame = shot.scene(self.tall, shot.frames, self.edited)
        return pictures(frame, Part(0, shot.frames), shot.look, last=shot.frames - 1, seed=70)

    def alike(self, take: Take) -> Hashable:
        return take.shot, self.plan.scene_of(take), take.variation or self.boarded, take.look

    def of_takes(self, takes: Sequence[Take]) -> Iterator[tuple[int, Picture]]:
        parts = []
        for take in takes:
            remembers = self.plan.shot_of(take.shot).remembers and take.scene is None
            parts.append(Part(take.start, self.plan.length_of(take), take.fault, take.clock, remembers))
        return self._developed(takes[0], takes[0].variation or self.boarded, parts)

    def painted(self, take: Take, moments: Sequence[int], *, boarded: bool = False) -> list[Picture]:
        shot, variation = self.plan.shot_of(take.shot), self.boarded if boarded else take.variation or self.boarded
        if shot.remembers:
            part = Part(0, take.start + max(moments) + 1, remembers=True)
            whole = [picture for _, picture in self._developed(take, variation, [part])]
            return [whole[take.start + moment] for moment in moments]
        parts = [Part(take.start + moment, 1) for moment in moments]
        return [next(self._developed(take, variation, [part]))[1] for part in parts]

    def _developed(self, take: Take, variation: Any, parts: Sequence[Part]) -> Iterator[tuple[int, Picture]]:
        shot = self.plan.shot_of(take.shot)
        frame = self.plan.scene_of(take)(self.take, shot.clip_frames, variation)
        look, seed = take.look or clean(shot.look), 20 + self.plan.number_of(shot)
        return together(frame, parts, look, last=shot.clip_frames - 1, seed=seed)

    def of_the_camera(self, clip: CameraClip) -> Iterator[Picture]:
        stage = Stage(self.camera.height, self.camera.width) if clip.tall else self.camera
        frame = clip.scene(stage, clip.frames, self.boarded)
        return pictures(frame, Part(0, clip.frames, slate(clip.slate)), self.plate, last=clip.frames - 1, seed=50)

    def board(self, shot: Shot, panel: Panel, number: int) -> Image.Image:
        frame = shot.scene(self.panel, shot.clip_frames, self.boarded)
        for before in range(max(0, panel.frame - 40) if shot.remembers else panel.frame, panel.frame):
            frame(before)
        picture = developed(frame(panel.frame), self.pencil, 1, 1)
        return drawn(picture, panel, 10 * self.plan.number_of(shot) + number, self.panel)
