"""Sound as a picture: how loud it is from beginning to end."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageOps

from glassbox.derivatives.clips import damage_in
from glassbox.derivatives.graph import arguments, frame_out, opened
from glassbox.derivatives.probing import Probe
from glassbox.derivatives.programs import FFmpeg
from glassbox.derivatives.recipes import Waveform
from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.running import run
from glassbox.derivatives.saving import Draft, save_webp
from glassbox.derivatives.values import Remark

_WAVE = "wave.ppm"
_GROUND, _INK = (24, 24, 24), (200, 200, 200)


def waveform(
    program: FFmpeg, path: Path, found: Probe, recipe: Waveform, folder: Path
) -> tuple[Draft, tuple[Remark, ...]]:
    """All channels as one wave, light on dark. Raises Refused where no sound decodes, FFmpegFailed, FFmpegStuck."""
    assert found.sound is not None
    heard = opened(path)[str(found.sound.index)].filter("aformat", channel_layouts="mono")
    drawn = heard.filter("showwavespic", s=f"{recipe.width_px}x{recipe.height_px}", colors="white", scale="sqrt")
    said = run(program, arguments(frame_out(drawn.filter("format", "rgb24"), _WAVE)), folder)
    if not (folder / _WAVE).is_file():
        raise Refused("MEDIUM_HOLDS_NOTHING")
    with Image.open(folder / _WAVE, formats=("PPM",)) as wave:
        picture = ImageOps.colorize(wave.convert("L"), _GROUND, _INK)
    return save_webp(picture, folder, "waveform"), damage_in(said)
