"""SQ02-0040: inside the wood. Three knocks run outwards through its years; the years turn like wheels."""

from __future__ import annotations

import numpy as np

from sample.camera import Move, View
from sample.ni.bench import Motes
from sample.ni.timing import BEAT, eased
from sample.ni.variation import Variation
from sample.paint import Array, Stage, chance, glow, lighten, noise
from sample.render import Frames
from sample.timber import years

PULSES = (4, 20, 36, 68, 84, 100)
"""The three knocks arrive, and after a rest they come back."""
_YEARS = 17.0


def grain(stage: Stage, frames: int, v: Variation) -> Frames:
    moments = PULSES if not v.knock_seed else tuple(int(x) for x in chance(v.knock_seed, 45).integers(0, 110, 6))
    move = Move(View(0.02, 0.01, 1.0), View(-0.02, -0.01, 1.30))
    move = move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(), View())
    wide = stage.wide(0.12)
    rays = np.interp(np.linspace(0, 720, 720), np.arange(721), chance(7, 47).random(721)).astype(np.float32)
    motes = Motes(200, 21, rises=v.dust_rises)
    base, angles = years(wide, 3, 0.44, 0.50, _YEARS)
    blotches = (0.10 * (noise(wide, 161, 6, 5) - 0.5) + 0.10 * (noise(wide, 163, 90, 2) - 0.5)).astype(np.float32)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        seen = _window(stage, wide, view)
        out, angle = base[seen], angles[seen]
        if v.rings_spiral:
            out = out + angle * np.float32(3 / (2 * np.pi))
        out = np.maximum(out / np.float32(view.zoom), 0)
        year = np.floor(out)
        # Every third year is a wheel: it goes a tooth, rests, and its neighbour goes the other way.
        group = np.floor(year / 3)
        tick = (i // 8 + eased(i % 8, 0, 3)) * 0.030
        way = np.where(np.mod(group, 2) == 0, np.float32(1), np.float32(1 if v.gears_slip else -1))
        turned = angle + np.float32(tick * 6 * eased(i, BEAT * 2, BEAT * 3)) * way / (2 + group)
        part = out - year
        tooth = np.mod(turned * (7 + 4 * group) * np.float32(1 / np.pi), 1)
        toothed = np.mod(year, 3) == 2
        teeth = (
            np.clip((np.abs(tooth - 0.5) - 0.25) * 14 + 0.5, 0, 1) * toothed * np.float32(eased(i, BEAT, BEAT * 2.5))
        )
        late = part**2.4 * np.clip((1 - part) * 9, 0, 1)
        ray = rays[np.mod((turned * np.float32(360 / np.pi)).astype(np.int32), 720)]
        shade = 0.34 - 0.27 * late + 0.07 * (ray - 0.5) + blotches[seen]
        shade = np.maximum(shade * (1 - 0.80 * teeth * (part > 0.30)), 0.012)
        falloff = 1 / (1 + (out / 6.4) ** 2.6) + 0.07
        light = stage.empty()
        lighten(light, shade * falloff, (1.30, 0.54, 0.17))
        for moment in moments:
            age = i - moment
            if 0 <= age < 46:
                front = 0.36 * age
                ring = np.exp(-np.square((out - np.float32(front)) * np.float32(1 / 0.55))) * (1.65 - 1.3 * late)
                lighten(light, ring * (0.55 + 0.5 * teeth) * np.float32(np.exp(-age / 26)), (1.25, 0.60, 0.20))
        x, y = view.place(0.44, 0.50)
        beat = max((np.exp(-(i - m) / 7) for m in moments if i >= m), default=0.0)
        glow(light, stage, x, y, 20, (1.5, 0.95, 0.45), 0.25 + 0.9 * float(beat))
        glow(light, stage, x, y, 120, (0.40, 0.19, 0.06), 0.4 + 0.9 * float(beat))
        motes.float(light, stage, view, i, (0.44, 0.5), 0.5)
        return light

    return frame


def _window(stage: Stage, wide: Stage, view: View) -> tuple[slice, slice]:
    """The rows and columns that the camera's travel cuts out; its zoom is in the years themselves."""
    x, y = round((wide.margin + view.x) * stage.width), round((wide.margin + view.y) * stage.height)
    return slice(y, y + stage.height), slice(x, x + stage.width)
