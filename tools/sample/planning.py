"""What a film is planned to be: shots, takes with their faults, camera clips, and the files that are made of them.

The records in content/films are written by hand; tests/sample holds them against the plans.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from PIL import Image

from sample.defects import Clock, Fault
from sample.lens import Look, Picture
from sample.sound import Tape

Scene = Callable[[Any, int, Any], Callable[[int], Any]]
"""(size, frames, variation) -> (frame number -> what is seen): each film has a size and a variation of its own."""


HANDLE = 4
"""Frames that a kept take has before and after the part that is in the film, unless its shot says otherwise."""


@dataclass(frozen=True)
class Shot:
    code: str
    scene: Scene
    frames: int
    """Frames in the film."""
    look: Look = field(default_factory=Look)
    remembers: bool = False
    """The scene's frames depend on the ones before (star trails), so they are painted in order from the first."""
    handle: int = HANDLE

    @property
    def clip_frames(self) -> int:
        return self.frames + 2 * self.handle


@dataclass(frozen=True)
class Take:
    """One clip. `start` and `frames` say which part of the scene it shows; without `frames` the whole.

    Without a shot it is a test. With a `scene` it does not show its shot's; with a `look` no model delivered it.
    """

    id: str
    shot: str
    variation: Any = None
    """What is different from the board; without one nothing is."""
    fault: Fault | None = None
    clock: Clock | None = None
    start: int = 0
    frames: int = 0
    scene: Scene | None = None
    look: Look | None = None
    rejected: bool = False


@dataclass(frozen=True)
class CameraClip:
    """What the camera filmed: undeveloped, with a slate in front."""

    file: str
    scene: Scene
    frames: int
    slate: Sequence[str]
    tall: bool = False
    """The camera was held upright."""


@dataclass(frozen=True)
class Plan:
    shots: Sequence[Shot]
    takes: Sequence[Take]
    footage: Sequence[CameraClip]
    rough_cut: Sequence[tuple[str, int, int]]
    """The second cut: (take, first frame, frames), in the order of that day."""

    @property
    def frames(self) -> int:
        return sum(shot.frames for shot in self.shots)

    def shot_of(self, code: str) -> Shot:
        return next(shot for shot in self.shots if shot.code == code)

    def take_of(self, take_id: str) -> Take:
        return next(take for take in self.takes if take.id == take_id)

    def first_frame(self, code: str) -> int:
        """The film's frame on which the shot begins."""
        place = [shot.code for shot in self.shots].index(code)
        return sum(shot.frames for shot in self.shots[:place])

    def number_of(self, shot: Shot) -> int:
        return self.shots.index(shot) + 1

    def scene_of(self, take: Take) -> Scene:
        return take.scene or self.shot_of(take.shot).scene

    def length_of(self, take: Take) -> int:
        """A take's frames."""
        return take.frames or self.shot_of(take.shot).clip_frames


class Brush(Protocol):
    """How a film's plan becomes pictures."""

    def of_the_film(self, shot: Shot) -> Iterator[Picture]:
        """A shot as long as it stands in the film, with what the edit adds."""

    def of_the_teaser(self, shot: Shot) -> Iterator[Picture]:
        """The same, upright."""

    def alike(self, take: Take) -> Hashable:
        """Takes for which this is equal show one scene and differ only in what happens to it after it was painted."""

    def of_takes(self, takes: Sequence[Take]) -> Iterator[tuple[int, Picture]]:
        """Takes that are alike, as a model or a camera delivered them, faults and all: each with its number among them.

        They come in step, so that each moment is painted once.
        """

    def painted(self, take: Take, moments: Sequence[int], *, boarded: bool = False) -> list[Picture]:
        """Frames of a take without its fault and before any encoder; or what they would be had it gone as `boarded`."""

    def of_the_camera(self, clip: CameraClip) -> Iterator[Picture]:
        """Footage with its slate."""

    def board(self, shot: Shot, panel: Any, number: int) -> Image.Image:
        """A storyboard's panel."""


@dataclass(frozen=True)
class Sizes:
    """Width and height, and how coarsely it is encoded (CRF), of all that is made of a film."""

    film: tuple[int, int, int]
    take: tuple[int, int, int]
    camera: tuple[int, int, int]
    cut: tuple[int, int, int]
    teaser: tuple[int, int, int] = (0, 0, 0)
    finer: Mapping[str, int] = field(default_factory=dict)
    """Takes full of fine lines, which a coarse clip would smear as much as a fault does."""


@dataclass(frozen=True)
class Film:
    """Everything that a studio needs to make a film's media."""

    slug: str
    mark: str
    """What its ids begin with."""
    plan: Plan
    brush: Brush
    sizes: Sizes
    boards: Mapping[str, Sequence[Any]]
    animatic: tuple[str, Mapping[str, int]]
    """The first cut's file, and for how many frames it hoped each shot to stand."""
    rough: str
    """The second cut's file."""
    sounds: Mapping[str, Callable[[], Tape]]
    """By name; `mix` and `music` are among them, and `teaser` where there is one."""
    documents: Mapping[str, str]
    """The files of sounds that are shown in the trail."""
    stills: Sequence[tuple[str, str, int]] = ()
    """File, shot or take, and frame: the poster, press stills, pictures that prompts were given."""
    painted: Mapping[str, Callable[[], Picture]] = field(default_factory=dict)
    """Pictures that no clip shows."""
    teaser: Sequence[Shot] = ()
    tune: str = ""
    """What the encoder may know of its pictures: `animation` where they are flat colours with hard edges."""
    peak: float = 0.6
    """How loud the loudest moment of mix and music is."""
    rate: str = "64k"
    """Of the film's sound."""
    low_rate: str = "28k"
    """Of the sound of everything else."""
