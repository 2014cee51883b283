"""Derivatives: every picture and clip that the site shows, made from what the teams handed in.

`make_all` is the way in; it finds or makes what each `Source` needs and gives back a `Made` for each.
"""

from glassbox.derivatives.checksums import sha256_by
from glassbox.derivatives.making import make_all
from glassbox.derivatives.programs import FFmpeg, NoFFmpeg, ffmpeg
from glassbox.derivatives.store import Store
from glassbox.derivatives.values import (
    Credentials,
    Facts,
    Kind,
    Label,
    Made,
    MadeFile,
    Numbered,
    Progress,
    Source,
    Use,
    Validity,
)

__all__ = [
    "Credentials",
    "FFmpeg",
    "Facts",
    "Kind",
    "Label",
    "Made",
    "MadeFile",
    "NoFFmpeg",
    "Numbered",
    "Progress",
    "Source",
    "Store",
    "Use",
    "Validity",
    "ffmpeg",
    "make_all",
    "sha256_by",
]
