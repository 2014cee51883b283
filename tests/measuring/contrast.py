"""Text against what really lies behind it: pictures, gradients, patterns, which axe cannot judge.

Two pictures of the page are taken, one with its text and one without. Where they differ is ink; behind that ink, and
a pixel around it, the second picture shows the ground. The worst pixel counts.
"""

from __future__ import annotations

import io
import re
from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

ENOUGH, ENOUGH_IF_LARGE = 4.5, 3.0
"""WCAG 2.2, 1.4.3; large is 24 px, or 18.66 px in bold."""
TALLEST = 8000
"""Pixels: a taller picture is taken in pieces, since the browser repeats itself beyond 16,384."""
NEAR = 200
"""Pixels between two lines that are still taken on one picture."""
INKED = Path(__file__).with_name("inked.js").read_text("utf-8")
STILL = """async () => {
    for (const film of document.querySelectorAll('video')) { film.pause(); film.controls = false; }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(sheet);
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})));
    return document.documentElement.scrollWidth;
}"""
WITHOUT_TEXT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; }
        text, tspan { fill: transparent !important; }`);
    document.adoptedStyleSheets.push(sheet);
}"""

Pixels = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Ink:
    """A piece of text and the worst contrast that it has with a pixel behind it."""

    words: str
    contrast: float
    enough: float

    def __str__(self) -> str:
        return f"{self.contrast:.2f} (of {self.enough}): {self.words}"


def inks(page: Any) -> list[Ink]:
    """Every text of the page that leaves ink on more than a plain colour."""
    width = page.evaluate(STILL)
    texts = page.evaluate(INKED)
    bands = _bands([line for text in texts for line in text["lines"]])
    camera = page.context.new_cdp_session(page)
    inked = [_picture(camera, width, band) for band in bands]
    page.evaluate(WITHOUT_TEXT)
    ground = [_picture(camera, width, band) for band in bands]
    differs = [np.abs(one.astype(np.int16) - other).max(axis=2) > 8 for one, other in zip(inked, ground, strict=True)]
    found = []
    for text in texts:
        behind = [
            _behind(ground[place], differs[place], line, band[0])
            for line in text["lines"]
            for place, band in enumerate(bands)
            if band[0] <= line[1] and line[3] <= band[1]
        ]
        pixels = np.concatenate([ground[0][:0, 0], *behind]) if bands else []
        if len(pixels):
            found.append(_ink(text, pixels))
    return found


def _bands(lines: list[list[float]]) -> list[tuple[int, int]]:
    """The stretches of the page, from top to bottom in pixels, on which all the lines lie."""
    bands: list[tuple[int, int]] = []
    for _, top, _, bottom in sorted(lines, key=lambda line: line[1]):
        begin, end = max(0, int(top) - 2), int(bottom) + 3
        if bands and begin < bands[-1][1] + NEAR and end - bands[-1][0] < TALLEST:
            bands[-1] = (bands[-1][0], max(end, bands[-1][1]))
        else:
            bands.append((begin, end))
    return bands


def _picture(camera: Any, width: int, band: tuple[int, int]) -> Pixels:
    clip = {"x": 0, "y": band[0], "width": width, "height": band[1] - band[0], "scale": 1}
    taken = camera.send(
        "Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True, "optimizeForSpeed": True}
    )
    return np.asarray(Image.open(io.BytesIO(b64decode(taken["data"]))).convert("RGB"))


def _behind(ground: Pixels, differs: Pixels, line: list[float], begin: int) -> Pixels:
    """The ground's pixels where a line of text has ink, or beside it; both pictures begin at a height of the page."""
    left, top = max(0, int(line[0])), max(0, int(line[1]) - begin)
    right, bottom = max(left, round(line[2] + 0.5)), max(top, round(line[3] + 0.5) - begin)
    ink = differs[top:bottom, left:right]
    if not ink.any():
        return ground[:0, 0]
    wide = np.pad(ink, 1)
    near = wide[1:-1, 1:-1] | wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
    return ground[top:bottom, left:right][near]


def _ink(text: dict[str, Any], pixels: Pixels) -> Ink:
    colour, alpha = _colour(text["colour"])
    share = alpha * text["opacity"]
    seen = colour * share + pixels * (1 - share)
    light, dark = _luminance(seen), _luminance(pixels)
    ratio = (np.maximum(light, dark) + 0.05) / (np.minimum(light, dark) + 0.05)
    worst = pixels[int(ratio.argmin())]
    return Ink(
        words=f"{text['of']} “{text['text']}” {text['colour']} on rgb({', '.join(str(part) for part in worst)})",
        contrast=float(ratio.min()),
        enough=ENOUGH_IF_LARGE if text["large"] else ENOUGH,
    )


def _colour(computed: str) -> tuple[Pixels, float]:
    """Red, green and blue up to 255, and how much of them covers. Mixed colours are computed as `color(srgb …)`."""
    numbers = [float(number) for number in re.findall(r"[\d.]+(?:e-\d+)?", computed)]
    assert computed.startswith(("rgb", "color(srgb ")), computed
    whole = 1 if computed.startswith("rgb") else 255
    return np.array(numbers[:3]) * whole, numbers[3] if len(numbers) > 3 else 1.0


def _luminance(colours: Pixels) -> Pixels:
    part = np.asarray(colours, dtype=float) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    light: Pixels = linear @ np.array([0.2126, 0.7152, 0.0722])
    return light
