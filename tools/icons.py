"""The icons that browsers want as pixels: the tab's 32 and the home screen's 180, drawn from overrides/assets/icon.svg.

By hand, after the drawing has changed: python3 tools/icons.py. Needs Pillow, which the package brings.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageDraw

ASSETS = Path(__file__).resolve().parents[1] / "overrides" / "assets"
SIZES = {"icon-32.png": 32, "apple-touch-icon.png": 180}
_FINE = 8
"""Each pixel is drawn as 8 × 8 and then averaged."""
_SVG = "{http://www.w3.org/2000/svg}"

Line = list[tuple[float, float]]


def main() -> None:
    for name, edge in SIZES.items():
        drawn(edge, is_square=name.startswith("apple")).save(ASSETS / name, optimize=True)


def drawn(edge: int, *, is_square: bool = False) -> Image.Image:
    """The drawing, `edge` pixels wide; square where the system itself rounds the corners."""
    tree = ElementTree.parse(ASSETS / "icon.svg").getroot()
    box, group = tree.find(f"{_SVG}rect"), tree.find(f"{_SVG}g")
    assert box is not None
    assert group is not None
    scale = edge * _FINE / float(box.attrib["width"])
    ground = Image.new("RGBA", (edge * _FINE,) * 2, (0, 0, 0, 0))
    radius = 0 if is_square else float(box.attrib["rx"]) * scale
    ImageDraw.Draw(ground).rounded_rectangle((0, 0, *(s - 1 for s in ground.size)), radius, box.attrib["fill"])
    for path in group.findall(f"{_SVG}path"):
        ink = Image.new("L", ground.size)
        _stroke(ImageDraw.Draw(ink), lines_of(path.attrib["d"]), scale, float(group.attrib["stroke-width"]))
        opacity = float(path.get("opacity", "1"))
        ground.paste(group.attrib["stroke"], (0, 0), ink.point(lambda value, by=opacity: int(value * by)))
    small = ground.resize((edge, edge), Image.Resampling.BOX)
    return small.convert("RGB") if is_square else small


def lines_of(path: str) -> list[Line]:
    """The lines of a path that knows only M, L, l, v and z, in units of the drawing."""
    lines: list[Line] = []
    for letter, said in re.findall(r"([MLlvz])([^MLlvz]*)", path):
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", said)]
        if letter == "M":
            lines.append([(numbers[0], numbers[1])])
            letter, numbers = "L", numbers[2:]
        line = lines[-1]
        if letter == "v":
            line += [(line[-1][0], line[-1][1] + by) for by in numbers]
        elif letter == "z":
            line.append(line[0])
        for x, y in zip(numbers[::2], numbers[1::2], strict=True) if letter in "Ll" else ():
            line.append((x, y) if letter == "L" else (line[-1][0] + x, line[-1][1] + y))
    return lines


def _stroke(draw: ImageDraw.ImageDraw, lines: list[Line], scale: float, width: float) -> None:
    half = width * scale / 2
    for line in lines:
        points = [(x * scale, y * scale) for x, y in line]
        draw.line(points, 255, round(2 * half), joint="curve")
        if points[0] == points[-1]:  # where a closed line meets itself, a round joint
            x, y = points[0]
            draw.ellipse((x - half, y - half, x + half, y + half), 255)


if __name__ == "__main__":
    main()
