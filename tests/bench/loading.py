"""Times the reading of a large archive: 10,000 prompt files of 3 revisions each, cold and warm.

    python tests/bench/loading.py [--prompts N] [--films N]

makes the archive in a folder that goes afterwards, and prints seconds and memory of each run, every run in a
process of its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

PROMPT = """\
id: {id}
tool: hailuo-director
writer: [director, ai-creator]
task: text-to-video
title:
  zh: 光锥第 {number} 号
  en: Light cone {number}
shots: [SQ01-{shot:04d}]
tags: [night, observatory]
revisions:
"""
REVISION = """\
- rev: {rev}
  at: 2026-05-2{rev}T10:{minute:02d}+08:00
  lang: zh
  text: |
    [Push in] 雨夜的天文台，星辰在圆顶上方缓慢旋转，镜头缓慢推近，胶片颗粒，冷蓝色。第 {number} 号，第 {rev} 稿。
    A cone of light falls on the dust; no people, no text; 35 mm, slow, one continuous movement.
  translation:
    en: An observatory in the rain at night, stars turn above the dome. Number {number}, draft {rev}.
  params:
    duration: 6
    resolution: 1080P
    prompt_optimizer: false
  inputs:
    - role: first_frame
      file: refs/dome.png
  change:
    zh: 放慢推镜
    en: A slower push
"""
SITE = "title: {zh: 量度, en: A measure}\nlanguages: [en, zh]\n"
PEOPLE = "- {id: director, name: Director, name_zh: 导演}\n- {id: ai-creator, name: AI creator, name_zh: AI创作者}\n"
TOOLS = "- {id: hailuo-director, system: Hailuo Director, version: '01'}\n"
FILM = (
    "slug: {slug}\ncode: {code}\ntitle: {{zh: 量度, en: A measure}}\nfps: 24\nlicence: CC BY 4.0\n"
    "digital_source_type: trainedAlgorithmicMedia\n"
)
SHOTS = 100

RUN = """
import resource, sys, time
from pathlib import Path
import glassbox.loading as loading
started = time.perf_counter()
found = loading.load(Path(sys.argv[1]), cache=Path(sys.argv[2]))
seconds = time.perf_counter() - started
prompts = sum(len(film.prompts) for film in found.archive.films)
errors = [problem for problem in found.problems if problem.is_error]
assert not errors, errors[0].line("en")
unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
print(f"{prompts} prompts, {len(found.problems)} problems: {seconds:.2f} s, {peak:.0f} MB at most")
"""


def make_archive(root: Path, prompts: int, films: int) -> None:
    """An archive of `prompts` prompts over `films` films, with the shots, people and tools that they name."""
    content = root / "content"
    content.mkdir(parents=True)
    (content / "site.yml").write_text(SITE, encoding="utf-8")
    (content / "people.yml").write_text(PEOPLE, encoding="utf-8")
    (content / "tools.yml").write_text(TOOLS, encoding="utf-8")
    for film in range(films):
        code = f"M{chr(ord('A') + film)}"
        folder = content / "films" / f"measure-{film}"
        (folder / "prompts").mkdir(parents=True)
        (folder / "film.yml").write_text(FILM.format(slug=folder.name, code=code), encoding="utf-8")
        (folder / "refs").mkdir()
        (folder / "refs" / "dome.png").write_bytes(b"no picture, only named")
        rows = [f"SQ01-{n:04d},{n},{n * 24},{n * 24 + 23}" for n in range(SHOTS)]
        (folder / "shots.csv").write_text("\n".join(["code,order,cut_in,cut_out", *rows]) + "\n", encoding="utf-8")
        for number in range(film, prompts, films):
            name = f"{code}-P{number + 1:05d}"
            words = PROMPT.format(id=name, number=number, shot=number % SHOTS)
            words += "".join(REVISION.format(rev=rev, number=number, minute=number % 60) for rev in (1, 2, 3))
            (folder / "prompts" / f"{name}.yml").write_text(words, encoding="utf-8")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--prompts", type=int, default=10_000)
    asked.add_argument("--films", type=int, default=4)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        make_archive(root, options.prompts, options.films)
        for label in ("cold", "warm", "warm again"):
            command = [sys.executable, "-c", RUN, str(root), str(Path(folder) / "cache")]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            print(f"{label}: {said}", end="")


if __name__ == "__main__":
    main()
