"""SQ02-0020 and SQ02-0030: the dyke by the North Sea. A child hears; then three of them ride."""

from __future__ import annotations

import math

import numpy as np
from PIL import ImageDraw

from sample.bicycle import Rider
from sample.bicycle_kids.dusk import BEAT, Motes, bob, child, clouds, near_sun, rain, rgb, ride, rings, sky, sun, warmed
from sample.bicycle_kids.variation import Variation
from sample.camera import Drift, Layer, Move, View
from sample.figures import Ellipse, Limb, Polygon, mask_of, stand
from sample.paint import Array, Stage, cover, glow
from sample.render import Frames
from sample.strips import Strip, grass, reeds, strip_of, wires

ANSWERS = (4 + 5 * BEAT, 4 + 6 * BEAT)
"""Frames on which the child on the dyke rings back."""
_SHEEP = ((0.66, 0.0), (0.74, 0.012), (0.90, 0.005), (0.97, 0.02))


def call(stage: Stage, frames: int, v: Variation) -> Frames:
    """The crest of the dyke against the evening; the note arrives on the wire, and is answered."""
    wide = stage.wide(0.12)
    move = Move(View(-0.02, 0.0, 1.0), View(0.03 * v.camera, 0.01, 1.0 + 0.09 * v.camera), shake=2.0, seed=24)
    bank = Drift(stage, 371 + v.seed, 3, 0.22)
    crest = Layer(wide, _crest(wide), 1.0)
    sea = Layer(wide, np.clip((wide.v - 0.735) * wide.height / 2, 0, 1) * np.ones_like(wide.u), 0.4)
    slope = np.exp(-np.maximum(stage.v - 0.74, 0) / 0.085)[..., None] * np.ones_like(stage.u)[..., None]
    mown = [
        grass(stage, 374 + row, frames=1.3, foot=0.845 + 0.075 * row, tall=0.05 + 0.02 * row, count=900, soft_px=0.9)
        for row in range(3)
    ]
    blades = grass(stage, 373, frames=1.3, foot=1.02, tall=0.22, count=240, soft_px=2.4)
    struck = v.rings_at or ANSWERS
    motes = Motes(25, 60)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        sx, sy = view.place(0.70, 0.60, 0.2)
        hour = 0.30 + 0.3 * t + v.hour * 2
        light = sky(stage, hour, 0.78, v.noon)
        clouds(light, stage, bank, 0.3 + 0.05 * t, 0.34, hour, 0.13)
        for n in range(v.suns):
            sun(light, stage, sx - 0.34 * n, sy - 0.08 * n, hour, 1.25)
        near = near_sun(stage, sx, sy, 0.6)
        cover(light, sea.seen(view), warmed(near, (0.20, 0.10, 0.075), (0.85, 0.36, 0.08)))
        _glitter(light, stage, i, sx)
        _far_things(light, stage, view, i, v)
        # The sun comes over the crest at a low angle: the mown slope glows on its far side and goes dark towards us.
        cover(light, crest.seen(view), warmed(near * slope, (0.016, 0.014, 0.012), (0.42, 0.19, 0.040)))
        for row, strip in enumerate(mown):
            glowing = warmed(near * slope, (0.016, 0.014, 0.012), (0.66, 0.30, 0.060))
            sway = 0.012 * (row + 1) * math.sin(i * 0.08 + row)
            strip.cover(light, 0.1 + view.x * (1.1 + 0.2 * row), glowing, drop=-view.y, lean=sway, opacity=0.8)
        for n, (x, drop) in enumerate(_SHEEP):
            _sheep(light, stage, *view.place(x, _edge(x) + drop + 0.006), 0.045 * view.zoom, n, i)
        _listener(light, stage, view, i, v, struck)
        blades.cover(light, 0.1 + view.x * 1.6, (0.008, 0.007, 0.006), lean=0.05 + 0.03 * math.sin(i * 0.09))
        if v.reeds_on == "both":
            wrong = 0.02 * math.sin(i * 0.08)
            _wrong_reeds(stage).cover(light, 0.4, (0.014, 0.010, 0.010), lean=wrong)
        x, y = view.place(0.395, _edge(0.36) - 0.20)
        rings(light, stage, x, y, i, struck)
        motes.hang(light, stage, i, near, (0.9, 0.55, 0.22), 0.003)
        if v.rain:
            rain(light, stage, i)
        return np.asarray(light, np.float32)

    return frame


def _edge(x: float) -> float:
    """The height of the crest at `x`: it comes down from the left."""
    return 0.685 + 0.085 * x + 0.012 * math.sin(x * 7)


def _crest(wide: Stage) -> Array:
    edge = 0.685 + 0.085 * wide.u + 0.012 * np.sin(wide.u * 7)
    rough = 0.002 * np.sin(wide.u * 900) + 0.002 * np.sin(wide.u * 373 + 1)
    return np.clip((wide.v - edge + rough) * wide.height / 1.6, 0, 1).astype(np.float32)


def _listener(light: Array, stage: Stage, view: View, i: int, v: Variation, struck: tuple[int, ...]) -> None:
    """Stands with one foot on the ground; looks up when the note arrives; the hand goes to the bell."""
    pressed = max(math.exp(-(((i - at) / 4) ** 2)) for at in struck)
    heard = min(1.0, max(0.0, (i - 40) / 16))
    for n in range(max(0, v.riders - 2)):
        x, y = view.place(0.36 + 0.16 * n, _edge(0.36 + 0.16 * n) + 0.008)
        rider = Rider(turned=0.7, pedals=0.5, hat="helmet" if v.hats else "", standing=True, lean=0.03 - 0.05 * heard,
                      hand=(0.16, -0.60 + 0.02 * pressed), wheels=v.wheels)  # fmt: skip
        side = v.sun_side
        ride(light, stage, rider, x, y, 0.30 * view.zoom * v.grown, rim=(1.0, 0.50, 0.16), rim_from=(1.8 * side, -1.2))


def _far_things(light: Array, stage: Stage, view: View, i: int, v: Variation) -> None:
    """A lighthouse and three turbines, far out."""
    for n, (x, size) in enumerate(((0.86, 0.20), (0.93, 0.15), (0.99, 0.12))):
        px, py = view.place(x, 0.755, 0.45)
        turn = i * 0.045 + n * 1.3
        blades: list[Limb | Polygon | Ellipse] = [Polygon([(-0.024, 0), (0.024, 0), (0.014, -1.0), (-0.014, -1.0)])]
        for k in range(3):
            a = turn + k * math.tau / 3
            blades.append(turbine_blade(a, 0.60))
        stand(light, mask_of(stage, blades, px, py, size), (0.13, 0.065, 0.055))
    x, y = view.place(0.20, 0.75, 0.5)
    tower: list[Polygon | Limb | Ellipse] = [
        Polygon([(-0.13, 0.1), (-0.085, -0.78), (0.085, -0.78), (0.13, 0.1)]),
        Polygon([(-0.13, -0.78), (0.13, -0.78), (0.13, -0.82), (-0.13, -0.82)]),
        Polygon([(-0.07, -0.82), (-0.07, -0.92), (0, -1.0), (0.07, -0.92), (0.07, -0.82)]),
    ]
    stand(light, mask_of(stage, tower, x, y, 0.20), (0.10, 0.055, 0.060))
    beam = 0.5 + 0.5 * math.sin(i * 2 * math.pi / (3 * BEAT))
    glow(light, stage, x, y - 0.174, 8, (1.3, 0.95, 0.55), 0.2 + 1.0 * beam**6)


def turbine_blade(angle: float, long: float) -> Polygon:
    """One of three, from the hub at (0, -1)."""
    cos, sin = math.cos(angle), math.sin(angle)
    return Polygon([(0.03 * sin, -1 - 0.03 * cos), (long * cos, -1 + long * sin), (-0.03 * sin, -1 + 0.03 * cos)])


def _sheep(light: Array, stage: Stage, x: float, y: float, size: float, n: int, i: int) -> None:
    nod = 0.10 * math.sin(i * 0.03 + n * 2)
    shapes: list[Limb | Polygon | Ellipse] = [
        Ellipse((0, -0.55), 0.42, 0.27), Ellipse((-0.2, -0.62), 0.2, 0.2), Ellipse((0.18, -0.64), 0.2, 0.2),
        Limb([(0.36, -0.60), (0.52, -0.36 + nod)], [0.12, 0.09]),
        Limb([(-0.25, -0.4), (-0.25, 0)], [0.05, 0.04]), Limb([(0.22, -0.4), (0.22, 0)], [0.05, 0.04]),
    ]  # fmt: skip
    body = mask_of(stage, shapes, x, y, size, flip=n % 2 == 1, soft_px=0.4)
    stand(light, body, (0.020, 0.014, 0.013), rim=(0.85, 0.42, 0.14), rim_from=(0.9, -1.4))


def _glitter(light: Array, stage: Stage, i: int, sun_x: float) -> None:
    """The path that the sun lays on the sea."""
    rows = slice(round(0.735 * stage.height), round(0.80 * stage.height))
    v, u = stage.v[rows], stage.u
    waves = np.sin(v * 900 + np.sin(u * 60 + i * 0.12) * 2 + i * 0.2) * np.sin(u * 210 + v * 300 - i * 0.17)
    path = np.exp(-(((u - sun_x) / (0.05 + (v - 0.735) * 1.4)) ** 2))
    light[rows] += (np.clip(waves - 0.2, 0, 1) * path)[..., None] * rgb(1.5, 0.85, 0.35)


def _wrong_reeds(stage: Stage) -> Strip:
    return reeds(stage, 377, frames=1.4, foot=1.0, tall=0.42, count=150, soft_px=0.8)


def dyke_ride(stage: Stage, frames: int, v: Variation) -> Frames:
    """Beside them, on a handlebar: posts and grass fly past, the evening stands."""
    move = Move(View(), View(), shake=4.2, seed=27)
    bank = Drift(stage, 381 + v.seed, 3, 0.22)
    far = _posts(stage, 383, 3.0, 0.70, 0.035, 0.23)
    fence = _posts(stage, 385, 3.0, 0.885, 0.12, 0.30)
    slope = grass(stage, 387, frames=2.0, foot=0.86, tall=0.040, count=1500, soft_px=1.8)
    near = grass(stage, 389, frames=2.0, foot=1.04, tall=0.20, count=260, soft_px=5.0)
    pole = wires(stage, frames=2.4, every=1.2, top=0.02, foot=0.86, lines=4, birds=v.birds // 3, seed=5)
    motes = Motes(29, 70)
    ground = np.clip((stage.v - 0.85) * stage.height / 3, 0, 1) * np.ones_like(stage.u)
    sea = np.clip((stage.v - 0.665) * stage.height / 2, 0, 1) * np.ones_like(stage.u)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        offset = 0.2 + 0.026 * i * v.camera + view.x
        sx, sy = 0.60 - 0.0008 * i - view.x * 0.3, 0.50 - view.y * 0.3
        hour = 0.45 + 0.0018 * i + v.hour * 2
        light = sky(stage, hour, 0.70, v.noon)
        clouds(light, stage, bank, 0.5 + 0.001 * i, 0.28, hour, 0.13)
        for n in range(v.suns):
            sun(light, stage, sx - 0.36 * n, sy - 0.1 * n, hour, 1.5)
        near_it = near_sun(stage, sx, sy, 0.65)
        cover(light, sea.astype(np.float32), warmed(near_it, (0.17, 0.085, 0.07), (0.9, 0.38, 0.08)))
        far.cover(light, offset * 0.35, (0.10, 0.05, 0.045), drop=-view.y * 0.5)
        pole.cover(light, offset * 0.8, (0.022, 0.015, 0.016), drop=-view.y * 0.8)
        slope.cover(
            light, offset, warmed(near_it, (0.020, 0.015, 0.012), (0.22, 0.09, 0.015)), drop=-view.y, lean=0.004
        )
        cover(light, ground.astype(np.float32), warmed(near_it, (0.014, 0.011, 0.010), (0.06, 0.025, 0.004)))
        # Who does not pedal does not sway either: like figures in a shop window.
        sway = 0.016 if v.pedalling else 0.0
        for n in range(v.riders):
            x = (0.27, 0.49, 0.70, 0.12, 0.60, 0.86, 0.38, 0.95)[n % 8] + sway * math.sin(i * 0.045 + n * 2.2) - view.x
            rider = child(n, v, 0.050 * i, "dyke")
            height = (0.40, 0.44, 0.37)[n % 3] * (1.0 if n else v.grown)
            side = v.sun_side * (1 if x < sx else -1)
            ride(
                light,
                stage,
                rider,
                x,
                0.872 + bob(n, i, 0.25 * sway) - view.y,
                height,
                rim=(1.1, 0.52, 0.16),
                rim_from=(2.0 * side, -1.4),
            )
        fence.cover(light, offset * 1.5, (0.010, 0.008, 0.008), drop=-view.y)
        motes.hang(light, stage, i, near_it, (1.0, 0.6, 0.24), 0.012)
        near.cover(light, offset * 2.1, (0.007, 0.006, 0.006), lean=0.06 + 0.02 * math.sin(i * 0.1), drop=-view.y)
        if v.rain:
            rain(light, stage, i)
        return np.asarray(light, np.float32)

    return frame


def _posts(stage: Stage, seed: int, frames: float, foot: float, tall: float, every: float) -> Strip:
    """A fence: posts, and a wire between."""
    count = round(frames / every)
    places = [(frames * (n + 0.5) / count, foot) for n in range(count)]

    def post(draw: ImageDraw.ImageDraw, x: float, y: float, unit: float, number: int) -> None:
        lean = (number * 37 % 11 - 5) * 0.006 * unit * tall * 6
        draw.line(
            [(x, y + 0.02 * unit), (x + lean, y - tall * unit)], fill=255, width=max(1, round(tall * unit * 0.10))
        )
        step = frames * stage.width * 2 / count
        for k in (0.85, 0.5):
            draw.line(
                [(x, y - tall * unit * k), (x + step, y - tall * unit * k)],
                fill=200,
                width=max(1, round(tall * unit * 0.02)),
            )

    return strip_of(stage, frames, foot - tall * 1.1, foot + 0.02, post, places, 0.7 + tall * 6)
