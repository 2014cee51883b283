"""SQ01-0010 and SQ03-0030: the workshop. Light falls through the window; at first one pane has no lattice."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image

from sample.camera import Drift, Layer, Move, View
from sample.figures import Ellipse, Limb, Point, Polygon, Shape, mask_of, stand
from sample.lettering import as_mask, written
from sample.ni.timing import ANSWER, eased, tapped
from sample.ni.title import carved
from sample.ni.variation import Variation
from sample.paint import Array, Stage, chance, cover, glow, lighten, noise, splat
from sample.render import Frames

_WINDOW = (0.075, 0.10, 0.315, 0.56)
"""Left, top, right, bottom of the window, in fractions of the frame."""
_FLOOR = 0.80


def opening(stage: Stage, frames: int, v: Variation) -> Frames:
    """Morning. He planes; the machine's arm hangs at rest. [Truck right], and the title is cut."""
    return _room(stage, frames, v, evening=False)


def lattice(stage: Stage, frames: int, v: Variation) -> Frames:
    """Evening. The lattice stands in the window; one knock, and an answer. [Pull out]."""
    return _room(stage, frames, v, evening=True)


def _room(stage: Stage, frames: int, v: Variation, *, evening: bool) -> Frames:
    wide = stage.wide(0.14)
    move = (
        Move(View(0.02, 0.0, 1.16), View(-0.005, 0.0, 1.0))
        if evening
        else Move(View(-0.05, 0.0, 1.10), View(0.03, 0.0, 1.03))
    )
    move = move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(), View())
    colour = np.array([1.30, 0.66, 0.26] if evening else [1.15, 0.88, 0.56], np.float32)
    panes = _panes(wide, evening, v)
    if v.lamp_side < 0:
        panes = panes[:, ::-1]
    shafts = Layer(wide, _shafts(wide, panes, -1.0 if v.lamp_side < 0 else 1.0, evening), 0.6)
    wall = Layer(wide, _wall(wide) * (0.9 if evening else 1.0), 0.4)
    glass = Layer(wide, panes, 0.4)
    tools = Layer(wide, _tools(wide), 0.55)
    bench = Layer(wide, _bench(wide), 0.9)
    near = Layer(wide, _near(wide), 1.6)
    haze = Drift(stage, 171, 4, 1.3)
    dust = _Dust(640, 23 + v.seed, rises=v.dust_rises)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        light = wall.seen(view)
        cover(light, tools.seen(view), (0.006, 0.005, 0.005))
        lighten(light, glass.seen(view), colour * 1.5)
        lit = shafts.seen(view) * (np.float32(0.60) + np.float32(0.80) * haze.at(t * 0.20))
        lighten(light, lit, colour * 0.62)
        top = bench.seen(view)
        cover(light, np.clip(top, 0, 1), (0.020, 0.013, 0.009))
        _work(light, stage, view, i, evening)
        for n in range(v.figures):
            _craftsman(light, stage, view, i, n, evening, v)
        _arm(light, stage, view, i, evening, v)
        lighten(light, lit, colour * 0.26)
        dust.float(light, stage, view, i, lit, colour)
        if not evening:
            for n in range(v.shavings):
                _curls(light, stage, view, i, n)
        cover(light, near.seen(view), (0.004, 0.003, 0.003))
        if v.edited:
            _words(light, stage, i, frames, evening)
        return light

    return frame


def _panes(wide: Stage, evening: bool, v: Variation) -> Array:
    """The window's light: twelve panes, each with a lattice; in the morning one stands open and empty."""
    left, top, right, bottom = _WINDOW
    x, y = (wide.u - left) / (right - left), (wide.v - top) / (bottom - top)
    inside = (x > 0) & (x < 1) & (y > 0) & (y < 1)
    columns, rows = 3, 3
    px, py = x * columns, y * rows
    cx, cy = np.floor(px), np.floor(py)
    fx, fy = px - cx, py - cy
    frame = np.minimum(np.minimum(fx, 1 - fx), np.minimum(fy, 1 - fy)) < 0.055
    if v.pattern:
        # Squares within squares: a lattice that nobody drew.
        away = np.maximum(np.abs(fx - 0.5), np.abs(fy - 0.5))
        bars = np.mod(away * 8.0, 1) < 0.34
    else:
        # Cracked ice: the lattice that is joined from the most joints.
        bars = np.zeros_like(fx + fy, bool)
        for a, b, c in (
            (1.0, 0.55, 0.62),
            (-0.7, 1.0, 0.22),
            (0.35, -1.0, -0.42),
            (1.0, 0.12, 0.30),
            (-0.2, 1.0, 0.68),
        ):
            bars |= np.abs(a * fx + b * fy - c) / math.hypot(a, b) < 0.032
    empty = np.zeros_like(bars) if evening else (cx == 1) & (cy == 1)
    light = inside & ~frame & (~bars | empty)
    outside = 0.80 + 0.35 * noise(wide, 173, 9, 3) - 0.25 * (y > 0.72) * (noise(wide, 175, 12, 3) > 0.5)
    return np.asarray(light * outside * 1.25, np.float32)


def _shafts(wide: Stage, panes: Array, way: float, evening: bool) -> Array:
    """The window's light carried through the room, farther and fainter, and where it lies on the floor."""
    step = 2
    small = panes[::step, ::step]
    rows, columns = small.shape
    out = np.zeros_like(small)
    steps, dx, dy = 90, 0.62 * way, 0.30 if evening else 0.42
    for n in range(steps):
        s = n / steps
        right, down = round(dx * s * wide.width / step), round(dy * s * wide.height / step)
        moved = np.zeros_like(small)
        a, b = max(0, right), min(columns, columns + right)
        moved[down:, a:b] = small[: rows - down, a - right : b - right]
        out += moved * (1 - s) ** 1.2
    out *= 2.3 / steps
    full = Image.fromarray(out).resize((wide.columns, wide.rows), Image.Resampling.BICUBIC)
    shafts = np.asarray(full, np.float32)
    flat = np.zeros_like(shafts)
    shift = round(0.52 * way * wide.width)
    source = np.roll(panes, (round(0.40 * wide.height), shift), (0, 1))
    flat = source * (wide.v > _FLOOR) * 0.9
    return np.asarray(np.maximum(shafts, 0) * (wide.v < 0.97) + flat, np.float32)


def _wall(wide: Stage) -> Array:
    """Planks, upright, and a floor of long boards; the lamp over the bench leaves a warm pool."""
    plank = np.floor(wide.u * 17)
    tone = 0.6 + 0.5 * np.mod(plank * 0.618, 1)
    seam = np.exp(-(((np.mod(wide.u * 17, 1) - 0.5) / 0.48) ** 40))
    upright = 0.6 + 0.5 * noise(wide, 177, 90, 3, 14.0)
    lamp = np.exp(-(((wide.u - 0.66) / 0.26) ** 2) - ((wide.v - 0.42) / 0.36) ** 2)
    shade = 0.030 * tone * upright * (0.35 + 0.65 * seam) * (0.35 + 3.2 * lamp)
    boards = 0.032 * (0.5 + noise(wide, 179, 50, 3, 0.08)) * (0.5 + 1.2 * lamp)
    floor = np.clip((wide.v - _FLOOR) * wide.height / 2, 0, 1)
    shade = shade * (1 - floor) + boards * floor
    return np.asarray(shade[..., None] * np.array([1.25, 0.74, 0.42]), np.float32)


def _tools(wide: Stage) -> Array:
    """What hangs on the wall: saws, squares, planes, a bow saw, a clock of wheels."""
    shapes: list[Shape] = [
        Polygon([(-0.80, -0.98), (-0.55, -0.98), (-0.55, -0.96), (-0.78, -0.90)]),
        Limb([(-0.40, -1.0), (-0.40, -0.72)], [0.012, 0.012]), Limb([(-0.40, -0.99), (-0.26, -0.99)], [0.012, 0.012]),
        Limb([(-0.12, -1.0), (-0.12, -0.74)], [0.010, 0.016]), Limb([(-0.05, -1.0), (-0.05, -0.78)], [0.008, 0.014]),
        Limb([(0.02, -1.0), (0.02, -0.76)], [0.010, 0.018]), Limb([(0.09, -1.0), (0.09, -0.80)], [0.008, 0.012]),
        Limb([(0.26, -1.0), (0.62, -1.0)], [0.010, 0.010]), Limb([(0.26, -0.78), (0.62, -0.78)], [0.012, 0.012]),
        Limb([(0.44, -1.0), (0.44, -0.78)], [0.008, 0.008]), Limb([(0.27, -1.0), (0.27, -0.78)], [0.007, 0.007]),
        Limb([(0.61, -1.0), (0.61, -0.78)], [0.007, 0.007]),
        Limb([(-0.9, -1.03), (0.9, -1.03)], [0.008, 0.008]),
    ]  # fmt: skip
    return _whole(wide, shapes, 0.66, 0.72, 0.58)


def _bench(wide: Stage) -> Array:
    shapes: list[Shape] = [
        Polygon([(-0.98, -0.40), (0.98, -0.40), (0.98, -0.30), (-0.98, -0.30)]),
        Polygon([(-0.86, -0.30), (-0.72, -0.30), (-0.76, 0.2), (-0.90, 0.2)]),
        Polygon([(0.72, -0.30), (0.86, -0.30), (0.90, 0.2), (0.76, 0.2)]),
        Limb([(-0.8, -0.04), (0.8, -0.04)], [0.025, 0.025]),
        Polygon([(-0.93, -0.40), (-0.89, -0.40), (-0.89, -0.47), (-0.93, -0.47)]),
    ]
    return _whole(wide, shapes, 0.60, 0.90, 0.62)


def _near(wide: Stage) -> Array:
    """Timber leaning near the lens, out of focus."""
    mask = np.zeros((wide.rows, wide.columns), np.float32)
    for x, lean, half in ((1.02, -0.10, 0.030), (1.09, -0.16, 0.036), (-0.04, 0.08, 0.026)):
        line = x + lean * (1 - wide.v)
        mask += np.exp(-(np.abs((wide.u - line) / half) ** 5))
    mask += np.clip((wide.v - 1.02 - 0.02 * np.sin(wide.u * 9)) * 22, 0, 1)
    return np.asarray(np.clip(mask, 0, 1), np.float32)


def _whole(wide: Stage, shapes: list[Shape], x: float, y: float, height: float) -> Array:
    mask = np.zeros((wide.rows, wide.columns), np.float32)
    patch, x0, y0 = mask_of(wide, shapes, x, y, height)
    rows, columns = slice(max(0, y0), y0 + patch.shape[0]), slice(max(0, x0), x0 + patch.shape[1])
    region = mask[rows, columns]
    region += patch[max(0, -y0) :, max(0, -x0) :][: region.shape[0], : region.shape[1]]
    return mask


def _craftsman(light: Array, stage: Stage, view: View, i: int, n: int, evening: bool, v: Variation) -> None:
    """He bends over the bench; in the evening he stands back, and knocks once."""
    x, y = view.place(0.42 + 0.12 * n, 0.905, 0.9)
    push = math.sin(i * 0.131) if not evening else 0.0
    lean = 0.13 + 0.05 * push if not evening else 0.035
    knock = tapped(i, (56,)) if evening else 0.0
    hand = (0.36 + 0.10 * push, -0.475) if not evening else (0.245, -0.52 + 0.045 * knock)
    shapes: list[Shape] = [
        Limb([(-0.05, -0.46), (-0.06, -0.22), (-0.07, 0.0)], [0.055, 0.045, 0.034]),
        Limb([(0.03, -0.46), (0.05, -0.22), (0.06, 0.0)], [0.055, 0.045, 0.034]),
        Polygon([(-0.11, -0.42), (-0.09 + lean * 0.6, -0.78), (-0.02 + lean, -0.84), (0.07 + lean, -0.80),
                 (0.10 + lean * 0.6, -0.62), (0.10, -0.40), (0.11, -0.24), (-0.10, -0.22)]),
        Ellipse((0.055 + lean * 1.25, -0.915), 0.056, 0.064),
        Ellipse((0.035 + lean * 1.25, -0.950), 0.060, 0.036),
        Limb([(0.085 + lean * 1.25, -0.872), (0.10 + lean * 1.25, -0.845)], [0.016, 0.008]),
        Limb([(0.02 + lean, -0.86), (0.04 + lean * 1.2, -0.90)], [0.035, 0.035]),
        Limb([(0.04 + lean, -0.78), (0.15 + lean, -0.60), hand], [0.042, 0.034, 0.022]),
        Limb([(0.0 + lean, -0.78), (0.06 + lean, -0.58), (hand[0] - 0.10, hand[1] + 0.01)], [0.040, 0.032, 0.020]),
    ]  # fmt: skip
    body = mask_of(stage, shapes, x, y, 0.56 * view.zoom)
    rim = (1.0, 0.52, 0.20) if evening else (0.85, 0.64, 0.40)
    side = -2.4 if v.lamp_side > 0 else 2.4
    stand(light, body, (0.013, 0.009, 0.008), rim=rim, rim_from=(side * stage.scale, -1.4 * stage.scale))


def _arm(light: Array, stage: Stage, view: View, i: int, evening: bool, v: Variation) -> None:
    """The machine: a column at the bench, two links, a hand that hangs, or rests on the wood."""
    x, y = view.place(0.815, 0.905, 0.9)
    breathing = 0.006 * math.sin(i * 0.06)
    knock = tapped(i, ANSWER) if evening else 0.0
    elbow = (-0.10, -0.92 + breathing) if evening else (-0.02, -0.95)
    hand = (-0.30, -0.50 + 0.040 * knock) if evening else (-0.165, -0.70 + breathing)
    way = -1.0 if evening else -0.15
    shapes: list[Shape] = [
        Polygon([(-0.10, 0.0), (0.10, 0.0), (0.07, -0.08), (-0.07, -0.08)]),
        _link((0.03, -0.05), (0.03, -0.62), 0.036, 0.028), Ellipse((0.03, -0.64), 0.056, 0.056),
        _link((0.03, -0.64), elbow, 0.032, 0.026), Ellipse(elbow, 0.046, 0.046),
        _link(elbow, hand, 0.028, 0.019), Ellipse(hand, 0.034, 0.034),
        *(Limb([hand, (hand[0] + 0.055 * way + 0.014 * n, hand[1] + 0.055),
                (hand[0] + 0.075 * way + 0.020 * n, hand[1] + 0.105)], [0.013, 0.011, 0.007])
          for n in range(-1, v.fingers - 1)),
    ]  # fmt: skip
    body = mask_of(stage, shapes, x, y, 0.56 * view.zoom)
    rim = (1.35, 0.80, 0.26) if evening else (1.10, 0.78, 0.34)
    side = -2.2 if v.lamp_side > 0 else 2.2
    stand(light, body, (0.040, 0.026, 0.010), rim=rim, rim_from=(side * stage.scale, -1.2 * stage.scale))
    for joint in ((0.03, -0.64), elbow, hand):
        px = x + joint[0] * 0.56 * view.zoom / stage.aspect
        glow(light, stage, px - 0.004, y + joint[1] * 0.56 * view.zoom - 0.008, 5, (0.85, 0.52, 0.16), 0.9)


def _link(start: Point, end: Point, thick: float, thin: float) -> Polygon:
    """A straight beam of the machine."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    long = math.hypot(dx, dy)
    nx, ny = -dy / long, dx / long
    return Polygon([
        (start[0] + nx * thick, start[1] + ny * thick), (end[0] + nx * thin, end[1] + ny * thin),
        (end[0] - nx * thin, end[1] - ny * thin), (start[0] - nx * thick, start[1] - ny * thick),
    ])  # fmt: skip


def _work(light: Array, stage: Stage, view: View, i: int, evening: bool) -> None:
    """What lies on the bench: a board in the morning; in the evening nothing but light."""
    if evening:
        return
    x, y = view.place(0.60, 0.655, 0.9)
    glow(light, stage, x, y, 110, (0.36, 0.22, 0.10), 0.5, 0.06)
    bar = mask_of(
        stage, [Polygon([(-0.5, -0.03), (0.5, -0.03), (0.5, 0.0), (-0.5, 0.0)])], x, y + 0.004, 0.46 * view.zoom
    )
    stand(light, bar, (0.16, 0.10, 0.05), rim=(0.7, 0.5, 0.3), rim_from=(0, -1.5 * stage.scale))
    px = x - 0.075 + 0.032 * math.sin(i * 0.131)
    shapes: list[Shape] = [
        Polygon([(-0.5, -0.25), (0.45, -0.25), (0.5, 0.0), (-0.5, 0.0)]),
        Limb([(-0.05, -0.2), (-0.16, -0.52)], [0.06, 0.05]),
    ]
    plane = mask_of(stage, shapes, px, y - 0.010, 0.12 * view.zoom)
    stand(light, plane, (0.020, 0.012, 0.008), rim=(0.8, 0.6, 0.36), rim_from=(-1.5 * stage.scale, -1.5 * stage.scale))


def _curls(light: Array, stage: Stage, view: View, i: int, n: int) -> None:
    """Shavings that jump from the plane at each stroke and roll off the bench."""
    dice = chance(29 + n, 95)
    xs, ys = [], []
    for k in range(9):
        a, b, c = dice.random(3)
        age = i - 12 - k * 24 / (1 + 0.0 * n) + 8 * b
        if not 0 <= age < 90:
            continue
        x = 0.545 + 0.02 * (n % 6) + (0.0009 + 0.0011 * a) * age * (1 if n % 2 == 0 else -1)
        y = 0.625 - 0.0046 * age * (0.6 + 0.4 * c) + 0.000105 * age * age
        r = 0.010 + 0.006 * c
        turns = np.linspace(0, 11, 46) + age * 0.11
        xs.append(x + r * np.linspace(0.25, 1, 46) * np.cos(turns) / stage.aspect)
        ys.append(np.minimum(0.935 + 0.02 * a, y) + r * np.linspace(0.25, 1, 46) * np.sin(turns))
    if xs:
        px, py = np.concatenate(xs), np.concatenate(ys)
        zoom = 1 + (view.zoom - 1) * 0.9
        sx, sy = 0.5 + (px - 0.5 - view.x * 0.9) * zoom, 0.5 + (py - 0.5 - view.y * 0.9) * zoom
        splat(light, stage, sx, sy, np.full((len(sx), 1), 0.34) * np.array([1.2, 0.85, 0.5]), 1.0)


class _Dust:
    """Motes that are seen where a shaft is."""

    def __init__(self, count: int, seed: int, *, rises: bool) -> None:
        dice = chance(seed, 97)
        self._x, self._y, self._z = dice.random(count), dice.random(count), 0.4 + 0.8 * dice.random(count)
        self._phase, self._size = dice.random(count) * 6.283, dice.random(count) ** 3
        self._down, self._bright = (-7.0, 3.0) if rises else (1.0, 1.0)

    def float(self, light: Array, stage: Stage, view: View, i: int, lit: Array, colour: Array) -> None:
        x = (self._x + i * 0.0006 * self._z + 0.006 * np.sin(i * 0.04 + self._phase)) % 1.0
        y = (self._y + self._down * i * 0.0009 * self._z) % 1.0
        row = np.clip((y * stage.height).astype(int), 0, stage.height - 1)
        column = np.clip((x * stage.width).astype(int), 0, stage.width - 1)
        shine = np.clip(lit[row, column], 0, 1.2) * (0.5 + 0.5 * np.sin(i * 0.13 * self._z + self._phase))
        bright = shine * (0.12 + 1.7 * self._size) * self._bright
        splat(light, stage, x, y, bright[:, None] * colour, 0.9)
        large = self._size > 0.5
        splat(light, stage, x[large], y[large], bright[large, None] * colour * 0.13, 2.8)


def _words(light: Array, stage: Stage, i: int, frames: int, evening: bool) -> None:
    size = (stage.width, stage.height)
    if evening:
        shown = eased(i, frames - 44, frames - 26)
        high, text = stage.height * 0.030, "N.I. / A SPECIMEN FILM"
        # Left of the craftsman the floor is dark; the lattice that the sun lays on it would swallow the letters.
        strokes = list(written(text, stage.width * 0.045, stage.height * 0.925, high, spacing=2.2))
        lighten(light, as_mask(size, strokes, 1.5 * stage.scale) * shown, (0.42, 0.34, 0.25))
        return
    carved(light, stage, i)
