"""Two hands with the same bones: an old one with skin over them, and one of brass and walnut.

A hand lies with its wrist at (0, 0) and points to +x; the measure is its own length.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sample.relief import BRASS, Relief, Stuff
from sample.rods import Place, Rod

_FINGERS: Sequence[tuple[float, float, float]] = (
    (0.52, -0.165, 0.41), (0.555, -0.055, 0.46), (0.535, 0.055, 0.43), (0.485, 0.155, 0.34),
)  # fmt: skip
"""Knuckle x, y, and length of each finger from the index to the little one."""
_PARTS = (0.45, 0.31, 0.24)


@dataclass(frozen=True)
class Pose:
    """Where a hand is and what its fingers do. Curls are radians a joint; `turn` is where it points."""

    x: float
    y: float
    turn: float = 0.0
    size: float = 0.42
    z: float = 0.06
    curls: tuple[float, float, float, float] = (0.35, 0.35, 0.4, 0.45)
    thumb: float = 0.5
    spread: float = 0.16
    fingers: int = 4
    left: bool = False
    dip: float = 0.0
    """The whole hand leans: its fingertips lower (below zero) or higher than its wrist."""

    def moved(self, x: float, y: float) -> Pose:
        return replace(self, x=self.x + x, y=self.y + y)


def _placed(pose: Pose, x: float, y: float, z: float) -> Place:
    y = -y if pose.left else y
    cos, sin = math.cos(pose.turn), math.sin(pose.turn)
    s = pose.size
    return pose.x + (x * cos - y * sin) * s, pose.y + (x * sin + y * cos) * s, pose.z + (z + pose.dip * x) * s


def _chain(pose: Pose, x: float, y: float, heading: float, length: float, curl: float) -> list[Place]:
    """Joints of a finger that bends down, so that seen from above it grows shorter."""
    z, bent, joints = 0.02, curl * 0.55, [_placed(pose, x, y, 0.02)]
    for part in _PARTS:
        step = length * part
        x += step * math.cos(bent) * math.cos(heading)
        y += step * math.cos(bent) * math.sin(heading)
        z -= step * math.sin(bent)
        joints.append(_placed(pose, x, y, z))
        bent += curl
    return joints


def _chains(pose: Pose) -> list[list[Place]]:
    """All fingers, and the thumb last. A hand may have one finger too many."""
    count, chains = pose.fingers, []
    for n in range(count):
        if count == len(_FINGERS):
            x, y, length = _FINGERS[n]
            curl = pose.curls[n]
        else:
            share = n / (count - 1)
            x, y = 0.53 - 0.05 * abs(share - 0.4), -0.20 + 0.40 * share
            length, curl = 0.44 - 0.10 * abs(share - 0.4), pose.curls[min(3, int(share * 3.9))]
        heading = pose.spread * (y / 0.165)
        chains.append(_chain(pose, x, y, heading, length, curl))
    chains.append(_thumb(pose))
    return chains


def _thumb(pose: Pose) -> list[Place]:
    open_ = 0.95 - 0.65 * pose.thumb
    a = (0.16, -0.14)
    b = (a[0] + 0.22 * math.cos(open_), a[1] - 0.22 * math.sin(open_))
    bend = open_ - 0.35 - 0.5 * pose.thumb
    c = (b[0] + 0.17 * math.cos(bend), b[1] - 0.17 * math.sin(bend))
    d = (c[0] + 0.13 * math.cos(bend - 0.25), c[1] - 0.13 * math.sin(bend - 0.25))
    drops = (0.0, -0.03, -0.05, -0.07)
    return [_placed(pose, x, y, z) for (x, y), z in zip((a, b, c, d), drops, strict=True)]


def tip(pose: Pose, finger: int = 1) -> Place:
    return _chains(pose)[finger][-1]


def old_hand(relief: Relief, pose: Pose, skin: Stuff, cloth: Stuff) -> None:
    """The craftsman's hand, its knuckles thick, and a sleeve."""
    s = pose.size
    rods: list[Rod] = []
    for n, chain in enumerate(_chains(pose)):
        thumb = n == pose.fingers
        r = 0.058 if thumb else 0.050 - 0.005 * abs(n - 1)
        for k, (a, b) in enumerate(itertools.pairwise(chain)):
            rods.append(Rod(a, b, (r - 0.007 * k) * s, (r - 0.007 * (k + 1)) * s))
            if k:
                # Sixty years of work sit in the joints.
                rods.append(Rod(a, a, (r + 0.007 - 0.006 * k) * s, (r + 0.007 - 0.006 * k) * s))
        if not thumb:
            rods.append(Rod(_placed(pose, 0.06, 0.45 * (n / 3 - 0.5) * 0.42, -0.01), chain[0], 0.085 * s, 0.066 * s))
    rods.append(Rod(_placed(pose, 0.02, -0.05, -0.02), _placed(pose, 0.26, -0.13, -0.01), 0.09 * s, 0.075 * s))
    rods.append(Rod(_placed(pose, -0.30, 0, -0.02), _placed(pose, 0.08, 0, -0.01), 0.125 * s, 0.12 * s))
    relief.skin(rods, skin, 0.018 * s)
    for n, chain in enumerate(_chains(pose)):
        _nail(relief, chain, 0.030 * s if n < pose.fingers else 0.036 * s, skin)
    sleeve = [
        Rod(_placed(pose, -1.5, 0.10, -0.02), _placed(pose, -0.30, 0.0, 0.0), 0.25 * s, 0.185 * s),
        Rod(_placed(pose, -0.30, -0.09, 0.03), _placed(pose, -0.28, 0.09, 0.03), 0.115 * s, 0.115 * s),
        Rod(_placed(pose, -0.62, -0.10, 0.04), _placed(pose, -0.50, 0.10, 0.05), 0.15 * s, 0.14 * s),
    ]
    relief.skin(sleeve, cloth, 0.03 * s)


def _nail(relief: Relief, chain: list[Place], r: float, skin: Stuff) -> None:
    (x0, y0, z0), (x1, y1, z1) = chain[-2], chain[-1]
    pale = Stuff(tuple(min(1.0, c * 1.35 + 0.05) for c in skin.colour), 0.5)
    a = (x0 + (x1 - x0) * 0.72, y0 + (y1 - y0) * 0.72, z0 + (z1 - z0) * 0.72 + r * 0.62)
    b = (x0 + (x1 - x0) * 0.98, y0 + (y1 - y0) * 0.98, z1 + r * 0.60)
    relief.rod(Rod(a, b, r * 0.52, r * 0.44), pale)


def machine_hand(relief: Relief, pose: Pose, walnut: Stuff, turning: float = 0.0) -> None:
    """The machine's hand: walnut bones, brass joints, rods that pull, wheels in the wrist that turn by `turning`."""
    s = pose.size
    palm = [
        Rod(
            _placed(pose, 0.08, y * 0.75, -0.03), _placed(pose, 0.47 - 0.4 * abs(y - 0.0) * 0.4, y, -0.01), r * s, r * s
        )
        for y, r in ((-0.15, 0.060), (-0.05, 0.066), (0.05, 0.066), (0.145, 0.058))
    ]
    for rod in palm:
        relief.rod(rod, walnut)
    relief.rod(Rod(_placed(pose, 0.14, -0.16, 0.03), _placed(pose, 0.14, 0.15, 0.03), 0.026 * s, 0.026 * s), BRASS)
    relief.rod(Rod(_placed(pose, 0.44, -0.17, 0.035), _placed(pose, 0.40, 0.16, 0.035), 0.022 * s, 0.022 * s), BRASS)
    for n, chain in enumerate(_chains(pose)):
        thumb = n == pose.fingers
        r = 0.052 if thumb else 0.046 - 0.004 * abs(n - 1)
        for k, (a, b) in enumerate(itertools.pairwise(chain)):
            last = k == len(chain) - 2
            relief.rod(Rod(a, b, (r - 0.006 * k) * s, (r - 0.006 * k - 0.004) * s), BRASS if last else walnut)
            ball = Rod(a, a, (r + 0.010 - 0.006 * k) * s, 0.01)
            relief.rod(ball, BRASS)
            pin = Rod((a[0], a[1], a[2] + (r + 0.004 - 0.005 * k) * s), a, 0.016 * s, 0.016 * s)
            relief.rod(pin, Stuff((0.10, 0.07, 0.04), 0.6))
        relief.rod(Rod(chain[-1], chain[-1], (r - 0.017) * s, 0.01), BRASS)
        if not thumb:
            y = 0.36 * (n / max(1, pose.fingers - 1) - 0.5) * 0.6
            relief.rod(Rod(_placed(pose, -0.04, y, 0.06), _raised(chain[0], 0.045 * s), 0.009 * s, 0.009 * s), BRASS)
    _wrist(relief, pose, walnut, turning)


def _raised(place: Place, by: float) -> Place:
    return place[0], place[1], place[2] + by


def _wrist(relief: Relief, pose: Pose, walnut: Stuff, turning: float) -> None:
    s = pose.size
    relief.rod(Rod(_placed(pose, -1.6, 0, -0.03), _placed(pose, -0.16, 0, -0.03), 0.125 * s, 0.105 * s), walnut)
    brass = [Rod(_placed(pose, -0.14, 0, -0.02), _placed(pose, 0.08, 0, -0.02), 0.10 * s, 0.12 * s)]
    for x in (-0.22, -0.62, -1.05):
        for y in (-0.095, -0.06, -0.02, 0.02, 0.06, 0.095):
            high = 0.10 * math.sqrt(1 - (y / 0.115) ** 2) - 0.03
            brass.append(Rod(_placed(pose, x, y - 0.02, high), _placed(pose, x, y + 0.02, high), 0.020 * s, 0.020 * s))
    relief.rods(brass, BRASS)
    wheel(relief, _placed(pose, -0.05, 0.0, 0.13), 0.080 * s, 12, turning)
    wheel(relief, _placed(pose, -0.205, 0.06, 0.12), 0.052 * s, 8, -turning * 1.5 + 0.2)


def wheel(relief: Relief, middle: Place, radius: float, teeth: int, turn: float, stuff: Stuff = BRASS) -> None:
    """A toothed wheel lying flat."""
    relief.rods(_wheel(middle, radius, teeth, turn), stuff)


def _wheel(middle: Place, radius: float, teeth: int, turn: float) -> list[Rod]:
    x, y, z = middle
    pitch, rods = 2 * math.pi / teeth, []
    for n in range(teeth):
        a = turn + n * pitch
        root = (x + 0.9 * radius * math.cos(a), y + 0.9 * radius * math.sin(a), z - 0.4 * radius)
        top = (x + 1.12 * radius * math.cos(a), y + 1.12 * radius * math.sin(a), z - 0.4 * radius)
        rods.append(Rod(root, top, radius * pitch * 0.27, radius * pitch * 0.20))
    steps = max(24, teeth * 2)
    for n in range(steps):
        a, b = turn + n * 2 * math.pi / steps, turn + (n + 1) * 2 * math.pi / steps
        p, q = [(x + 0.84 * radius * math.cos(c), y + 0.84 * radius * math.sin(c), z - 0.3 * radius) for c in (a, b)]
        rods.append(Rod(p, q, 0.14 * radius, 0.14 * radius))
    for n in range(4):
        a = turn + n * math.pi / 2
        spoke = (x + 0.8 * radius * math.cos(a), y + 0.8 * radius * math.sin(a), z - 0.34 * radius)
        rods.append(Rod((x, y, z - 0.3 * radius), spoke, 0.10 * radius, 0.08 * radius))
    rods.append(Rod((x, y, z - 0.15 * radius), (x, y, z - 0.15 * radius), 0.22 * radius, 0.2 * radius))
    return rods
