"""Times the derivatives: processor seconds as multiples of one full decode of the same clip, in one run.

    python tests/bench/media.py [--footage FOLDER] [--sigal PYTHON] [--rows film takes large apart boards unchanged]

prints a table. Without footage it makes a film and takes of its own. `--sigal` names the Python of an environment
that has sigal (`pip install sigal`), which then makes its pictures and clips of the same film.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from glassbox.derivatives import Source, Store, Use, ffmpeg, make_all
from glassbox.derivatives import clips as playing
from glassbox.derivatives.cooking import readers
from glassbox.derivatives.looks import looks, moments
from glassbox.derivatives.pictures import read_picture
from glassbox.derivatives.probing import probe
from glassbox.derivatives.recipes import (
    CLIP_LOOKS,
    CLIP_PLAYABLE,
    FILM_LOOKS,
    FILM_SMALL,
    FILM_WEB,
    Looks,
    Pictures,
    Stills,
    Waveform,
)
from glassbox.derivatives.running import run
from glassbox.derivatives.saving import fitted, save_jpeg, save_webp
from glassbox.derivatives.seen import Seen, read_digests
from glassbox.derivatives.waves import waveform
from glassbox.problems import Place

FOOTAGE = Path(__file__).parents[3] / "shared" / "data" / "footage"
ROWS = ("film", "takes", "large", "apart", "boards", "unchanged")
MOST_TAKE_SECONDS = 12.0
REPEATS = 2  # the least of them counts: other processes only ever add


def cpu(work: Callable[[], object]) -> float:
    """Processor seconds of the work, its children's with it; the least of some repetitions."""
    return min(_once(work) for _ in range(REPEATS))


def _once(work: Callable[[], object]) -> float:
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def decode(path: Path) -> float:
    with tempfile.TemporaryDirectory() as folder:
        words = ["-threads", "1", "-i", f"file:{path}", "-map", "0:v:0", "-f", "null", "-"]
        return cpu(lambda: run(ffmpeg(), words, Path(folder)))


def in_folder(work: Callable[[Path], object]) -> float:
    def once() -> None:
        with tempfile.TemporaryDirectory() as folder:
            work(Path(folder))

    return cpu(once)


def four(path: Path, recipe: Looks) -> tuple[float, float]:
    """Poster, stills, sprite and preview, with the probe; how much of it is the encoding of the preview.

    The encoder alone is timed on its own output: the decode of a 480 px clip is a hundredth of its encoding.
    """

    def once(folder: Path) -> None:
        video = probe(path).video
        assert video is not None
        looks(ffmpeg(), path, video, recipe, folder)

    with tempfile.TemporaryDirectory() as folder:
        once(Path(folder))
        coding = ["-c:v", "libx264", "-profile:v", "high", "-crf", str(recipe.crf), "-preset", recipe.preset]
        words = ["-threads", "1", "-i", "file:preview.mp4", *coding, "-threads", "1", "-f", "null", "-"]
        encode = cpu(lambda: run(ffmpeg(), words, Path(folder)))
    return in_folder(once), encode


def films(footage: Path, made: Path) -> Iterator[Path]:
    if (found := footage / "film60-1080p.mp4").is_file():
        yield found
    else:
        yield drawn(made / "film.mp4", seconds=59, size="1920x1080", gop=120)


def takes(footage: Path, made: Path) -> Iterator[Path]:
    """The footage's clips up to 12 s, and two as models hand them out."""
    for path in sorted(footage.glob("*.mp4")):
        try:
            found = probe(path)
        except Exception:
            continue  # broken on purpose
        video = found.video
        if video and found.seconds <= MOST_TAKE_SECONDS and 400_000 < video.width * video.height < 3_000_000:
            yield path
    yield drawn(made / "take-720p.mp4", seconds=6, size="1280x720", gop=250)
    yield drawn(made / "take-1080p.mp4", seconds=6, size="1920x1080", gop=250)


def large(footage: Path, made: Path) -> Iterator[Path]:
    """ProRes and 4K, as cameras and editors hand them in."""
    prores = ("-c:v", "prores_ks", "-profile:v", "3", "-pix_fmt", "yuv422p10le")
    yield drawn(made / "prores.mov", seconds=4, size="1920x1080", gop=1, extra=prores)
    yield drawn(made / "4k.mp4", seconds=4, size="3840x2160", gop=48)
    if (found := footage / "hevc10-4k-hdrpq.mp4").is_file():
        yield found


def drawn(path: Path, *, seconds: float, size: str, gop: int, extra: tuple[str, ...] = ()) -> Path:
    """A moving picture with grain, so that it costs what a filmed one costs."""
    coding = extra or ("-c:v", "libx264", "-preset", "fast", "-crf", "20", "-pix_fmt", "yuv420p", "-g", str(gop))
    source = f"testsrc2=duration={seconds}:size={size}:rate=24,noise=alls=12:allf=t"
    words = ["-f", "lavfi", "-i", source, "-f", "lavfi", "-i", f"sine=duration={seconds}", *coding, "-c:a", "aac"]
    run(ffmpeg(), [*words, path.name], path.parent)
    return path


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def time_faces(title: str, paths: Iterator[Path], recipe: Looks, goal: str) -> None:
    """One line a clip and one for all of them together."""
    sums = [0.0, 0.0, 0.0]
    for path in paths:
        whole, (took, encode) = decode(path), four(path, recipe)
        sums = [a + b for a, b in zip(sums, (whole, took, encode), strict=True)]
        row(f"{title}: {path.name}", f"{whole:.2f} s", f"{took / whole:.2f}", f"{(took - encode) / whole:.2f}", "")
    whole, took, encode = sums
    row(f"{title}, together", f"{whole:.2f} s", f"{took / whole:.2f}", f"{(took - encode) / whole:.2f}", goal)


def time_apart(film: Path, take: Path) -> None:
    """What the goals leave out."""
    encoded = replace(FILM_WEB, copy_mbps=0.0)
    for path, recipe in ((film, FILM_WEB), (film, encoded), (film, FILM_SMALL), (take, CLIP_PLAYABLE)):
        found, whole = probe(path), decode(path)
        took = in_folder(lambda folder, p=path, f=found, r=recipe: playing.web(ffmpeg(), p, f, r, folder))
        name = f"{recipe.role}{', copied where it fits' if recipe.copy_mbps else ''}: {path.name}"
        row(name, f"{whole:.2f} s", f"{took / whole:.2f}", "", "apart")
    found, whole = probe(film), decode(film)
    assert found.video is not None
    wanted = Stills(tuple(found.seconds * (n + 0.5) / 60 for n in range(60)))
    video = found.video
    took = in_folder(lambda folder: moments(ffmpeg(), film, video, wanted, folder))
    row("60 stills of shots", f"{whole:.2f} s", f"{took / whole:.2f}", "", "apart")
    if found.sound:
        took = in_folder(lambda folder: waveform(ffmpeg(), film, found, Waveform(), folder))
        row("waveform", f"{whole:.2f} s", f"{took / whole:.2f}", "", "apart")


def time_boards(made: Path) -> None:
    """Sets of pictures as a storyboard artist's scanner and a phone hand them in, in milliseconds a megapixel."""
    paths, chance = [], random.Random(4)
    for number, (width, height) in enumerate(((4000, 3000), (3508, 2480), (6000, 4000))):
        picture = Image.new("RGB", (width, height), (250, 246, 235))
        pen = ImageDraw.Draw(picture)
        for _ in range(1500):
            line = [(chance.randrange(width), chance.randrange(height)) for _ in range(2)]
            pen.line(line, fill=(chance.randrange(120),) * 3, width=chance.randrange(2, 9))
        paths.append(made / f"board-{number}.jpg")
        picture.save(paths[-1], quality=90)
    megapixels = sum(w * h for w, h in (Image.open(path).size for path in paths)) / 1e6
    recipe = Pictures()

    def shrink(path: Path) -> None:
        smaller = read_picture(path, max(recipe.edges_px))
        for edge in sorted(recipe.edges_px, reverse=True):
            smaller = fitted(smaller, edge)

    def whole(folder: Path) -> None:
        for path in paths:
            smaller = picture = read_picture(path, max(recipe.edges_px))
            for edge in sorted(recipe.edges_px, reverse=True):
                smaller = fitted(smaller, edge)
                save_webp(smaller, folder, "picture")
            save_jpeg(fitted(picture, recipe.jpeg_px), folder, "picture")

    read = cpu(lambda: [shrink(path) for path in paths])
    row("JPEG boards, read and brought to four sizes", "", f"{1000 * read / megapixels:.1f} ms/MP", "", "≤ 10 ms/MP")
    row("the same, written as WebP and JPEG", "", f"{1000 * in_folder(whole) / megapixels:.1f} ms/MP", "", "apart")


def time_unchanged(made: Path, count: int = 10_000) -> None:
    """Files that have not changed since the last build."""
    folder = made / "unchanged"
    folder.mkdir()
    paths = [folder / f"{number:05d}.bin" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(b"%d" % number)
    old = time.time() - 60
    for path in paths:
        os.utime(path, (old, old))
    time.sleep(2.1)  # younger files are not trusted
    seen = Seen(made / "seen.json")
    for path in paths:
        seen.remember(path, read_digests(path, 100))
    seen.save()
    opening = time.process_time()
    again = Seen(made / "seen.json")
    checking = time.process_time()
    assert all(again.digests(path) for path in paths)
    row(f"{count:,} unchanged files checked", "", f"{1000 * (time.process_time() - checking):.0f} ms", "", "≤ 100 ms")
    row("reading what was seen", "", f"{1000 * (checking - opening):.0f} ms", "", "start-up")
    again.save()


def time_a_still_build(made: Path, count: int = 10_000) -> None:
    """`make_all` where nothing is to be made: every derivative of every source is found and checked.

    The sources are of a hundred contents, so that making them first takes seconds.
    """
    store, place = Store(made / "cache"), Place("takes.yml")
    paths = [made / f"picture-{number}.png" for number in range(count)]
    for number, path in enumerate(paths):
        Image.new("RGB", (64, 36), (number % 100, 60, 90)).save(path)
    sources = [Source(path, path.name, place, Use.PICTURE) for path in paths]
    for _ in range(2):
        make_all(sources, store, jobs=2)
        time.sleep(2.1)
    start = time.process_time()
    again = make_all(sources, store, jobs=2)
    took = time.process_time() - start
    assert not any(one.fresh or one.problems for one in again)
    row(f"{count:,} unchanged pictures found with all that was made of them", "", f"{1000 * took:.0f} ms", "", "")


MEMORY = """
import resource, sys, tempfile
from pathlib import Path
from glassbox.derivatives import Source, Store, Use, make_all
from glassbox.problems import Place
from concurrent.futures import ThreadPoolExecutor
with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(1) as here:
    use = Use.PICTURE if sys.argv[1].endswith("jpg") else Use.CLIP
    (made,) = make_all([Source(Path(sys.argv[1]), "x", Place("x"), use)], Store(Path(folder)), jobs=1, executor=here)
assert made.files, made.problems
unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
print(*(resource.getrusage(who).ru_maxrss // unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""


def weigh(paths: Iterator[Path]) -> None:
    """The most memory that a worker and its ffmpeg take, on everything that is made of a take."""
    for path in paths:
        done = subprocess.run([sys.executable, "-c", MEMORY, str(path)], check=True, capture_output=True, text=True)
        worker, child = done.stdout.split()
        row(f"memory: {path.name}", "", f"{worker} MB", f"ffmpeg {child} MB", "≤ 500 MB")


SIGAL = """
import logging, os, resource, sys
from pathlib import Path
from sigal.gallery import Gallery
from sigal.settings import read_settings
folder, ffmpeg = Path(sys.argv[1]), sys.argv[2]
settings = read_settings(str(folder / "sigal.conf.py"))
settings.update(source=str(folder / "in"), destination=str(folder / "out"), video_converter=ffmpeg)
Gallery(settings, ncpu=1).build()
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(sum(one.ru_utime + one.ru_stime for one in used))
"""


def time_sigal(python: Path, film: Path, made: Path) -> None:
    """sigal with its own settings on the same film, with the same ffmpeg: its poster and its clip."""
    folder = made / "sigal"
    (folder / "in" / "album").mkdir(parents=True)
    (folder / "sigal.conf.py").write_text("source = 'in'\n")
    shutil.copyfile(film, folder / "in" / "album" / film.name)
    command = [str(python), "-c", SIGAL, str(folder), str(ffmpeg().path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder)
    assert list((folder / "out").rglob("*.webm")) or list((folder / "out").rglob("*.mp4")), done.stderr
    theirs, (ours, _) = float(done.stdout.split()[-1]), four(film, CLIP_LOOKS)
    row(f"sigal on {film.name}", f"{theirs:.1f} s", f"{theirs / ours:.1f} × ours", "", "≥ 9 ×")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--footage", type=Path, default=FOOTAGE)
    asked.add_argument("--sigal", type=Path, help="the Python of an environment that has sigal")
    asked.add_argument("--rows", nargs="*", choices=ROWS, default=ROWS)
    options = asked.parse_args()
    print(f"{ffmpeg().version}\n{readers()}\n")
    row("case", "full decode", "× decode", "without encoding", "goal")
    row(*["---"] * 5)
    with tempfile.TemporaryDirectory() as folder:
        made, footage = Path(folder), options.footage
        film = next(films(footage, made))
        if "film" in options.rows:
            time_faces("film as a take", iter([film]), CLIP_LOOKS, "≤ 0.35")
            time_faces("film with 60 cells and card", iter([film]), FILM_LOOKS, "≤ 0.35")
        if "takes" in options.rows:
            time_faces("take", takes(footage, made), CLIP_LOOKS, "≤ 1.8 without encoding")
        if "large" in options.rows:
            found = list(large(footage, made))
            time_faces("large", iter(found), CLIP_LOOKS, "")
            weigh(iter(found))
        if "apart" in options.rows:
            time_apart(film, drawn(made / "take.mp4", seconds=6, size="1280x720", gop=250))
        if "boards" in options.rows:
            time_boards(made)
        if "unchanged" in options.rows:
            time_unchanged(made)
            time_a_still_build(made)
        if options.sigal:
            time_sigal(options.sigal, film, made)


if __name__ == "__main__":
    main()
