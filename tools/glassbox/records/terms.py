"""The field's words that a record may hold: closed lists, and the shapes of ids."""

from __future__ import annotations

import re
from enum import StrEnum


class Publish(StrEnum):
    PUBLIC = "public"
    EXCERPT = "excerpt"
    WITHHELD = "withheld"


class Status(StrEnum):
    """What became of a take."""

    KEPT = "kept"
    REJECTED = "rejected"
    ALTERNATE = "alternate"
    PENDING = "pending"


class ShotStatus(StrEnum):
    WIP = "wip"
    FINAL = "final"
    OMITTED = "omitted"


class DecisionStatus(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"


class Task(StrEnum):
    """What a prompt asks a tool to do."""

    TEXT_TO_VIDEO = "text-to-video"
    IMAGE_TO_VIDEO = "image-to-video"
    FIRST_LAST_FRAME = "first-last-frame"
    SUBJECT_REFERENCE = "subject-reference"
    TEXT_TO_IMAGE = "text-to-image"
    EDIT = "edit"
    UPSCALE = "upscale"
    SPEECH = "speech"
    MUSIC = "music"
    TEXT = "text"


class InputRole(StrEnum):
    FIRST_FRAME = "first_frame"
    LAST_FRAME = "last_frame"
    SUBJECT_REFERENCE = "subject_reference"
    REFERENCE_IMAGE = "reference_image"
    REFERENCE_VIDEO = "reference_video"
    REFERENCE_AUDIO = "reference_audio"


class SourceType(StrEnum):
    """IPTC digital source types that this archive uses."""

    FILMED = "digitalCapture"
    DRAWN = "digitalCreation"
    GENERATED = "trainedAlgorithmicMedia"
    COMPOSITE = "compositeWithTrainedAlgorithmicMedia"

    @property
    def is_ai(self) -> bool:
        return self in (SourceType.GENERATED, SourceType.COMPOSITE)


class Side(StrEnum):
    FILM_MAKER = "film-maker"
    AI_CREATOR = "ai-creator"
    BOTH = "both"


class VersionOf(StrEnum):
    SCRIPT = "script"
    STORYBOARD = "storyboard"
    EDIT = "edit"
    SOUND = "sound"
    MUSIC = "music"
    POSTER = "poster"
    CHARACTER = "character"
    OTHER = "other"


class BudgetCategory(StrEnum):
    AI_GENERATION = "ai-generation"
    CREW = "crew"
    SHOOT = "shoot"
    POST = "post"
    SOUND = "sound"
    MUSIC = "music"
    TRAVEL = "travel"
    OTHER = "other"


class PersonKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"


class AssetKind(StrEnum):
    FOOTAGE = "footage"
    STORYBOARD = "storyboard"
    REFERENCE = "reference"
    AUDIO = "audio"
    DOCUMENT = "document"
    STILL = "still"


class CaptionKind(StrEnum):
    SUBTITLES = "subtitles"
    CAPTIONS = "captions"
    DESCRIPTIONS = "descriptions"


FILM_CODE = re.compile(r"[A-Z]{2,6}")
SHOT_CODE = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RECORD_ID = re.compile(r"(?P<film>[A-Z]{2,6})-(?P<letter>[PTVDBA])(?P<number>[0-9]{3,})")
PROMPT_REVISION = re.compile(r"(?P<prompt>[A-Z]{2,6}-P[0-9]{3,})@(?P<rev>[1-9][0-9]*)")
RESERVED_NAMES = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(10)), *(f"LPT{n}" for n in range(10))]
)
"""Names that no file may have on Windows, with any ending (Microsoft, Naming Files, Paths, and Namespaces)."""

LETTERS = {"P": "prompt", "T": "take", "V": "version", "D": "decision", "B": "budget line", "A": "asset"}


def is_id_shaped(text: str) -> bool:
    """Whether `text` could be read as a record's id or a prompt's revision."""
    return bool(RECORD_ID.fullmatch(text) or PROMPT_REVISION.fullmatch(text))
