"""SQ02-0040: inside the wood. Three knocks run outwards through its years; the years turn like wheels."""

from __future__ import annotations

import numpy as np

from sample.camera import Move, View
from sample.ni.bench import Motes
from sample.ni.timing import BEAT, eased
from sample.ni.variation import Variation
from sample.paint import Array, Stage, chance, glow, noise
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
    spots = noise(wide, 161, 6, 5)
    rays = np.interp(np.linspace(0, 720, 720), np.arange(721), chance(7, 47).random(721)).astype(np.float32)
    motes = Motes(200, 21, rises=v.dust_rises)
    base, angles = years(wide, 3, 0.44, 0.50, _YEARS)
    rough = (noise(wide, 163, 90, 2) - 0.5).astype(np.float32)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        out = base + (angles / (2 * np.pi)) * (1.0 if v.rings_spiral else 0.0) * 3
        out = np.maximum(out / view.zoom, 0)
        year = np.floor(out)
        # Every third year is a wheel: it goes a tooth, rests, and its neighbour goes the other way.
        group = np.floor(year / 3)
        tick = (i // 8 + eased(i % 8, 0, 3)) * 0.030
        spin = tick * np.where(np.mod(group, 2) == 0, 1.0, -1.0 if not v.gears_slip else 1.0) * 6 / (2 + group)
        turned = angles + spin * eased(i, BEAT * 2, BEAT * 3)
        part = out - year
        tooth = np.mod(turned * (7 + 4 * group) / (2 * np.pi) * 2, 1)
        toothed = np.mod(year, 3) == 2
        teeth = np.clip((np.abs(tooth - 0.5) - 0.25) * 14 + 0.5, 0, 1) * toothed * eased(i, BEAT, BEAT * 2.5)
        late = part**2.4 * np.clip((1 - part) * 9, 0, 1)
        ray = rays[np.mod((turned * 360 / np.pi).astype(np.int32), 720)]
        shade = 0.34 - 0.27 * late + 0.07 * (ray - 0.5) + 0.10 * (spots - 0.5) + 0.10 * rough
        shade = np.maximum(shade * (1 - 0.80 * teeth * (part > 0.30)), 0.012)
        falloff = 1 / (1 + (out / 6.4) ** 2.6) + 0.07
        light = (shade * falloff)[..., None] * np.array([1.30, 0.54, 0.17])
        for moment in moments:
            age = i - moment
            if 0 <= age < 46:
                front = 0.36 * age
                ring = np.exp(-(((out - front) / 0.55) ** 2)) * (0.35 + 1.3 * (1 - late)) * np.exp(-age / 26)
                light += ring[..., None] * np.array([1.25, 0.60, 0.20]) * (0.55 + 0.5 * teeth[..., None])
        seen = _window(light.astype(np.float32), stage, wide, view)
        x, y = view.place(0.44, 0.50)
        beat = max((np.exp(-(i - m) / 7) for m in moments if i >= m), default=0.0)
        glow(seen, stage, x, y, 20, (1.5, 0.95, 0.45), 0.25 + 0.9 * float(beat))
        glow(seen, stage, x, y, 120, (0.40, 0.19, 0.06), 0.4 + 0.9 * float(beat))
        motes.float(seen, stage, view, i, (0.44, 0.5), 0.5)
        return seen

    return frame


def _window(light: Array, stage: Stage, wide: Stage, view: View) -> Array:
    """The frame that the camera's travel cuts out; its zoom is in the years themselves."""
    x, y = round((wide.margin + view.x) * stage.width), round((wide.margin + view.y) * stage.height)
    return np.array(light[y : y + stage.height, x : x + stage.width])
