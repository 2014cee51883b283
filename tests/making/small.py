"""A small whole archive: one film, two shots, three takes, two prompts, real clips, both languages."""

from __future__ import annotations

import hashlib
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from PIL import Image

from glassbox.derivatives import ffmpeg

MARKS = ("archive", "reasons", "register", "faults", "retired", "corrections")

RECORDS: dict[str, Any] = {
    "site.yml": {"title": {"en": "Small", "zh": "小"}, "languages": ["en", "zh"], "contact": "archive@example.org"},
    "people.yml": [{"id": "director", "name": "Director", "name_zh": "导演"}],
    "tools.yml": [{"id": "video-model", "system": "Video model", "version": "2"}],
    "reasons.yml": [{"id": "two-moons", "title": {"en": "Two moons", "zh": "两个月亮"}}],
    "films/small/film.yml": {
        "slug": "small", "code": "SM", "title": {"en": "Small film", "zh": "小电影"}, "fps": "24",
        "licence": "CC BY 4.0", "digital_source_type": "trainedAlgorithmicMedia", "master": "master.mp4",
        "start_date": "2026-05-01", "end_date": "2026-06-01",
    },
    "films/small/shots.yml": [
        {"code": "SQ01-0010", "order": "1", "title": {"en": "Lantern river", "zh": "灯河"}, "cut_in": "0",
         "cut_out": "23", "takes": ["SM-T001"]},
        {"code": "SQ01-0020", "order": "2", "cut_in": "24", "cut_out": "47", "takes": ["SM-T003"]},
    ],
    "films/small/takes.yml": [
        {"id": "SM-T001", "status": "kept", "shots": ["SQ01-0010"], "prompt": "SM-P001@2"},
        {"id": "SM-T002", "status": "rejected", "shots": ["SQ01-0010"], "prompt": "SM-P001@1", "reason": "two-moons"},
        {"id": "SM-T003", "status": "kept", "shots": ["SQ01-0020"], "prompt": "SM-P002@1"},
    ],
    "films/small/prompts/SM-P001.yml": {
        "id": "SM-P001", "tool": "video-model", "writer": "director", "task": "text-to-video", "shots": ["SQ01-0010"],
        "revisions": [
            {"rev": "1", "text": "a few paper lanterns, [Push in]", "lang": "en"},
            {"rev": "2", "text": "thirteen paper lanterns, [Push in]", "lang": "en",
             "translation": {"zh": "十三盏纸灯"}, "change": {"en": "countable", "zh": "可数"}},
        ],
    },
    "films/small/prompts/SM-P002.yml": {
        "id": "SM-P002", "tool": "video-model", "writer": "director", "task": "text-to-video",
        "revisions": [{"rev": "1", "text": "黑色河面上的灯", "lang": "zh"}],
    },
    "films/small/decisions.yml": [
        {"id": "SM-D001", "date": "2026-05-12", "title": {"en": "Count them", "zh": "数得清"},
         "why": {"en": "One can count them.", "zh": "数得清。"}, "about": ["SM-T001", "SQ01-0010"]},
    ],
    "films/small/budget.yml": [{"id": "SM-B001", "category": "ai-generation", "currency": "CNY", "planned": "1200"}],
}  # fmt: skip


def write_small(root: Path) -> None:
    """Write the archive into `root`/content, with its clips and one storyboard panel."""
    for name, data in RECORDS.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    film = root / "content/films/small"
    for number, name in enumerate(("master.mp4", "takes/SM-T001.mp4", "takes/SM-T002.mp4", "takes/SM-T003.mp4")):
        file = film / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(clip(2 if number == 0 else 1, number))
    board = film / "storyboards/SQ01-0010.png"
    board.parent.mkdir()
    Image.linear_gradient("L").resize((320, 180)).save(board)
    write_about(root)


def write_about(root: Path) -> None:
    """An About page in both languages with everything that records say there."""
    for lang, title in (("en", "About"), ("zh", "关于")):
        file = root / "content/pages" / lang / "about.md"
        file.parent.mkdir(parents=True)
        file.write_text(f"# {title}\n\n" + "".join(f"<!-- gb:{mark} -->\n\n" for mark in MARKS), "utf-8")


@cache
def clip(seconds: int, look: int) -> bytes:
    """An H.264 clip of 320 x 180 at 24 frames a second with a tone; `look` makes it differ from another."""
    with TemporaryDirectory() as folder:
        return _made(Path(folder) / "clip.mp4", seconds, look).read_bytes()


def _made(made: Path, seconds: int, look: int) -> Path:
    subprocess.run(
        [
            ffmpeg().path, "-v", "error", "-y", "-nostdin",
            "-f", "lavfi", "-i", f"testsrc2=size=320x180:rate=24:duration={seconds},hue=h={look * 40}",
            "-f", "lavfi", "-i", f"sine=frequency={220 + 55 * look}:duration={seconds}",
            "-pix_fmt", "yuv420p", "-c:v", "libx264", "-c:a", "aac", "-shortest", str(made),
        ],
        check=True,
    )  # fmt: skip
    return made


def digest_of_tree(folder: Path) -> dict[str, str]:
    """Path -> SHA-256 of every file below `folder`."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
