"""Endings of media files, by what they promise; what is really inside is for the decoder to say."""

from __future__ import annotations

MOVING = frozenset(".mp4 .mov .mkv .webm .mxf .avi .m4v .mts .m2ts .ts .mpg .mpeg .flv .r3d .braw .ari .arx".split())
STILL = frozenset(
    ".jpg .jpeg .png .webp .tif .tiff .gif .avif .bmp .heic .heif .svg .eps .psd .dng .cr2 .cr3 .nef .arw".split()
)
SOUND = frozenset(".wav .mp3 .m4a .aac .ogg .oga .opus .flac .aif .aiff".split())
