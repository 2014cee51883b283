"""SQ02-0010: the joint as the machine thinks it: three rails and a post, drawn apart and driven together, turning."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sample.camera import Move, View
from sample.ni.bench import Motes, lamp, pieces
from sample.ni.hands import wheel
from sample.ni.timing import BEAT, eased
from sample.ni.variation import Variation
from sample.paint import Array, Stage, blank, cover, glow
from sample.relief import Relief, Stuff
from sample.render import Frames
from sample.rods import Place

_CELL = 0.054
"""One cell of the joint's grid, in frame heights; a post is three cells wide."""

Cell = tuple[int, int, int]


@dataclass(frozen=True)
class Piece:
    """Cells of wood, the way in which it is drawn out, and the axis along which its grain runs."""

    cells: frozenset[Cell]
    way: tuple[float, float, float]
    grain: int
    wood: int


def _bar(xs: range, ys: range, zs: range) -> set[Cell]:
    return {(x, y, z) for x in xs for y in ys for z in zs}


_WHOLE = range(-1, 2)
_ONE, _TWO = range(1), range(2)
_POST = (
    _bar(_WHOLE, range(-6, 7), _WHOLE)
    - _bar(_WHOLE, _TWO, _ONE)
    - _bar(_ONE, range(-3, -1), _WHOLE)
    - _bar(range(-1, 1), range(3, 5), _ONE)
)
_RIGHT = _bar(range(2, 9), range(-1, 3), _WHOLE) | _bar(_TWO, _TWO, _ONE)
_LEFT = _bar(range(-8, -1), range(-1, 3), _WHOLE) | _bar(range(-1, 0), _TWO, _ONE)
_FRONT = _bar(_WHOLE, range(-4, 0), range(2, 9)) | _bar(_ONE, range(-3, -1), range(-1, 2))
_PEG = _bar(range(-4, 1), range(3, 5), _ONE)
PIECES: Sequence[Piece] = (
    Piece(frozenset(_POST), (0, 0, 0), 1, 1),
    Piece(frozenset(_RIGHT), (1, 0, 0), 0, 0),
    Piece(frozenset(_LEFT), (-1, 0, 0), 0, 0),
    Piece(frozenset(_FRONT), (0, 0, 1), 2, 0),
    Piece(frozenset(_PEG), (-1, 0, 0), 0, 2),
)


def geometry(stage: Stage, frames: int, v: Variation) -> Frames:
    light_wood, red_wood, walnut = pieces(stage)
    woods = (light_wood, red_wood, walnut)
    move = Move(View(0, 0, 0.96), View(0, 0, 1.14))
    move = move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(), View())
    motes = Motes(60, 19, rises=v.dust_rises)
    faces = [_faces(piece, v) for piece in PIECES]

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        relief = Relief(stage, view, _ground(stage, view, i))
        turn = 0.30 + 0.0050 * i
        for n, (piece, drawn) in enumerate(zip(PIECES, faces, strict=True)):
            apart = _apart(i, n) + (v.gap if n else 0.0)
            shift = tuple(apart * way for way in piece.way)
            _draw(relief, drawn, shift, turn, woods[piece.wood])
        tick = (i // 4 + eased(i % 4, 0, 2)) * 0.131
        for n, (x, y, r, teeth) in enumerate(
            ((0.165, 0.80, 0.150, 20), (0.395, 0.885, 0.090, 12), (1.64, 0.17, 0.12, 16))
        ):
            way = -1 if n == 1 and not v.gears_slip else 1
            wheel(relief, (x, y, 0.075), r, teeth, way * tick * 20 / teeth * (4.0 if v.gears_slip else 1.0) + 0.09 * n)
        lit = lamp(v, 0.50, -0.20, 1.55, 2.6)
        light = relief.lit(lit, bump=0.006, shadow=0.5)
        glow(light, stage, 0.5, 0.5, 190, (0.030, 0.020, 0.010), 1.0)
        motes.float(light, stage, view, i, (0.4, 0.3), 0.6)
        return light

    return frame


def _apart(i: int, n: int) -> float:
    """Pieces come in one after the other, each on its beat, with a tooth's jerk; all go out again at the end."""
    if n == 0:
        return 0.0
    came = eased(i, BEAT * (n + 0.5), BEAT * (n + 0.5) + 10)
    return 0.27 * (1 - came)


def _ground(stage: Stage, view: View, i: int) -> Array:
    """A dark board with circles and lines of chalk."""
    ground = blank(stage.height, stage.width)
    ground[:] = (0.016, 0.012, 0.010)
    x = (stage.u - 0.5) * stage.aspect
    y = stage.v - 0.5
    away = np.hypot(x, y)
    lines = np.zeros((stage.height, stage.width), np.float32)
    px = 1.0 / stage.height
    for r in (0.24, 0.36, 0.47):
        lines += np.exp(-(((away - r * view.zoom) / (1.3 * px)) ** 2))
    angle = np.arctan2(y, x) + i * 0.004
    marks = np.exp(-(((np.mod(angle * 36 / math.pi, 1) - 0.5) / 0.05) ** 2)) * (
        np.abs(away - 0.455 * view.zoom) < 0.012
    )
    lines += marks.astype(np.float32)
    for slope in (-0.577, 0.577):
        lines += 0.6 * np.exp(-(((y - slope * x) / (1.2 * px)) ** 2))
    lines += 0.6 * np.exp(-((x / (1.2 * px)) ** 2))
    cover(ground, np.clip(lines, 0, 1).astype(np.float32) * 0.5, (0.26, 0.22, 0.17))
    return ground


Face = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float], tuple[float, float]]


def _faces(piece: Piece, v: Variation) -> list[tuple[Cell, Face]]:
    """The faces that are not between two cells of the piece: normal, corner, its two sides, place in the grain."""
    grain = (piece.grain + 1) % 3 if v.grain_across else piece.grain
    found = []
    for cell in piece.cells:
        for axis in range(3):
            for side in (-1, 1):
                beside = tuple(c + (side if a == axis else 0) for a, c in enumerate(cell))
                if beside in piece.cells:
                    continue
                along, down = [a for a in range(3) if a != axis]
                if down == grain:
                    along, down = down, along
                corner = [c - 0.5 for c in cell]
                corner[axis] += 0.5 + side * 0.5
                edges = [tuple(1.0 if a == b else 0.0 for a in range(3)) for b in (along, down)]
                slide = (cell[along] * _CELL + 0.31 * axis, cell[down] * _CELL + 0.07 * side)
                normal = tuple(side if a == axis else 0 for a in range(3))
                found.append((normal, (tuple(corner), edges[0], edges[1], slide)))
    return found  # type: ignore[return-value]


def _draw(relief: Relief, faces: list[tuple[Cell, Face]], shift: Sequence[float], turn: float, wood: Stuff) -> None:
    for normal, (corner, along, down, slide) in faces:
        if _seen(normal, turn, (0.0, 0.0, 0.0))[2] <= 0:
            continue
        place = [c * _CELL + s for c, s in zip(corner, shift, strict=True)]
        a, b = ([c * _CELL for c in edge] for edge in (along, down))
        relief.face(_seen(place, turn, (0.89, 0.50, 0.8)), _seen(a, turn), _seen(b, turn), wood, slide)


def _seen(place: Sequence[float], turn: float, origin: Place = (0.0, 0.0, 0.0)) -> Place:
    """A place of the joint as the camera sees it, from a little above."""
    x, y, z = place
    cos, sin = math.cos(turn), math.sin(turn)
    x, z = x * cos + z * sin, z * cos - x * sin
    lean, down = math.cos(0.55), math.sin(0.55)
    return origin[0] + x, origin[1] - y * lean + z * down, origin[2] + y * down + z * lean
