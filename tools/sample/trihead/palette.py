"""The film's colours: each head owns one, the body owns gold, and paper belongs to all."""

from __future__ import annotations

from sample.trihead.shapes import Ink

VERMILION: Ink = (222, 52, 34)
DEEP_VERMILION: Ink = (150, 24, 26)
MALACHITE: Ink = (18, 142, 112)
DEEP_MALACHITE: Ink = (8, 84, 76)
INK: Ink = (22, 21, 29)
INK_BLUE: Ink = (48, 52, 74)
GOLD: Ink = (240, 172, 44)
PALE_GOLD: Ink = (252, 214, 124)
PAPER: Ink = (246, 232, 206)
CORAL: Ink = (244, 132, 104)
NIGHT: Ink = (13, 11, 17)

HEADS = ("red", "green", "ink")
OWN: dict[str, Ink] = {"red": VERMILION, "green": MALACHITE, "ink": INK}
DEEP: dict[str, Ink] = {"red": DEEP_VERMILION, "green": DEEP_MALACHITE, "ink": NIGHT}
