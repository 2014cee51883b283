from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from glassbox.derivatives import Label, Made, Progress, Source, Store, Use, cooking, make_all, running
from glassbox.derivatives.probing import probe
from glassbox.derivatives.recipes import CLIP_LOOKS, CLIP_PLAYABLE
from glassbox.derivatives.sampling import spread
from glassbox.derivatives.workers import WorkerLost, run_all
from glassbox.problems import Code
from glassbox.problems.codes import media

Sources = Callable[..., Source]
Codes = Callable[[Made], list[str]]


@pytest.fixture
def boards(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"board-{number}.png" for number in range(5)]
    for number, path in enumerate(paths):
        Image.new("RGB", (400 + 100 * number, 300), (40 * number, 90, 200)).save(path)
    return paths


def test_outcomes_come_in_the_order_of_their_sources_and_carry_them(
    boards: list[Path], source: Sources, store: Store
) -> None:
    sources = [source(path, Use.PICTURE) for path in boards]
    for order in (sources, sources[::-1], [*sources, *sources]):
        made = make_all(order, store, jobs=3)
        assert [one.source for one in made] == order
        assert [one.facts and one.facts.width for one in made] == [Image.open(one.source.path).width for one in made]


def test_progress_rises_to_the_whole_and_names_what_was_read(boards: list[Path], source: Sources, store: Store) -> None:
    steps: list[Progress] = []
    make_all([source(path, Use.PICTURE) for path in boards], store, jobs=2, progress=steps.append)
    shares = [step.share for step in steps]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    assert (steps[-1].done, steps[-1].total) == (5, 5)
    assert {step.name for step in steps} >= {f"takes/{path.name}" for path in boards}
    again: list[Progress] = []
    make_all([source(path, Use.PICTURE) for path in boards], store, jobs=2, progress=again.append)
    assert again[-1].share == 1.0
    assert again[-1].done == 5


def test_no_sources_need_no_store(store: Store) -> None:
    assert make_all([], store, jobs=2) == []
    assert not store.folder.exists()


def test_a_document_is_weighed_and_nothing_is_made_of_it(tmp_path: Path, source: Sources, store: Store) -> None:
    (tmp_path / "script.fountain").write_text("INT. WORKSHOP")
    (made,) = make_all([source(tmp_path / "script.fountain", Use.DOCUMENT)], store, jobs=1)
    assert not made.files
    assert not made.problems
    assert made.facts is not None
    assert made.facts.bytes == 13


def test_a_schedulers_executor_does_the_same_work(boards: list[Path], source: Sources, store: Store) -> None:
    sources = [source(path, Use.PICTURE) for path in boards]
    with ThreadPoolExecutor(2) as executor:
        made = make_all(sources, store, jobs=2, executor=executor)
    assert [one.files for one in made] == [one.files for one in make_all(sources, store, jobs=2)]
    assert all(one.files for one in made)


def test_a_source_that_changes_while_it_is_read_is_told_and_not_kept(
    boards: list[Path],
    source: Sources,
    store: Store,
    codes: Codes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    honest = cooking._pictures

    def meddled(path: Path, *more: Any) -> Any:
        contents = honest(path, *more)
        Image.new("RGB", (9, 9)).save(path)
        return contents

    monkeypatch.setattr(cooking, "_pictures", meddled)
    with ThreadPoolExecutor(1) as executor:
        (made,) = make_all([source(boards[0], Use.PICTURE)], store, jobs=1, executor=executor)
    assert codes(made) == ["GB-W106"]
    assert not made.files
    monkeypatch.undo()
    (made,) = make_all([source(boards[0], Use.PICTURE)], store, jobs=1)
    assert not made.problems


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MemoryError(), "GB-W117"),
        (cooking.FFmpegStarved("Cannot allocate memory"), "GB-W117"),
        (cooking.FFmpegStuck("no progress for 60 seconds"), "GB-W107"),
        (cooking.FFmpegFailed("moov atom not found"), "GB-W102"),
        (cooking.NotAsWritten("it lacks its label"), "GB-W108"),
        (RuntimeError("a fault of ours"), "GB-W108"),
    ],
)
def test_whatever_fails_in_a_reader_is_told_with_the_file(
    boards: list[Path], source: Sources, store: Store, codes: Codes,
    monkeypatch: pytest.MonkeyPatch, error: Exception, code: str,
) -> None:  # fmt: skip
    def failing(path: Path, *more: Any) -> Any:
        if path == boards[1]:
            raise error
        return honest(path, *more)

    honest = cooking._pictures
    monkeypatch.setattr(cooking, "_pictures", failing)
    with ThreadPoolExecutor(2) as executor:
        made = make_all([source(path, Use.PICTURE) for path in boards], store, jobs=2, executor=executor)
    assert [codes(one) for one in made] == [[], [code], [], [], []]
    assert [bool(one.files) for one in made] == [True, False, True, True, True]


@pytest.mark.ffmpeg
def test_a_corrected_word_in_a_prompt_encodes_nothing_again(
    clip: Callable[..., Path], boards: list[Path], source: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = [Label(prompt=prompt, aigc='{"Label":"1"}') for prompt in ("雨业", "雨夜")]
    takes = {
        label: [source(clip(sound=True), Use.CLIP, label), source(boards[0], Use.PICTURE, label)] for label in labels
    }
    store = Store(tmp_path / "cache")
    with ThreadPoolExecutor(1) as executor:
        before = make_all(takes[labels[0]], store, jobs=1, executor=executor)
        clean = make_all(takes[labels[1]], Store(tmp_path / "clean"), jobs=1, executor=executor)
        monkeypatch.setattr(cooking, "_followed", lambda *_: pytest.fail("made again"))
        after = make_all(takes[labels[1]], store, jobs=1, executor=executor)
    assert [[file.name for file in one.files] for one in after] == [[file.name for file in one.files] for one in before]
    contents = [[[file.path.read_bytes() for file in one.files] for one in made] for made in (before, after, clean)]
    assert contents[1] == contents[2] != contents[0]
    assert [one.colour for one in after] == [one.colour for one in clean]
    assert all(one.fresh and not one.problems for one in after)


@pytest.mark.ffmpeg
def test_one_clip_of_two_records_is_encoded_once_and_labelled_twice(
    clip: Callable[..., Path], source: Sources, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipes: list[object] = []
    honest = cooking._followed
    monkeypatch.setattr(cooking, "_followed", lambda job, folder: recipes.append(job.recipe) or honest(job, folder))
    with ThreadPoolExecutor(3) as executor:
        wanted = [source(clip(), Use.CLIP, Label(title=title)) for title in "abc"]
        made = make_all(wanted, store, jobs=3, executor=executor)
    assert len(recipes) == len(set(recipes)) == 2
    assert len({one.of("playable")[0].path.read_bytes() for one in made}) == 3


def dies_at_three(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number * number


def test_a_worker_that_dies_takes_no_other_job_with_it() -> None:
    outcomes = dict(run_all(dies_at_three, range(8), 3))
    assert isinstance(outcomes.pop(3), WorkerLost)
    assert outcomes == {number: number * number for number in (0, 1, 2, 4, 5, 6, 7)}


def test_every_code_of_media_is_told_somewhere() -> None:
    room = Path(cooking.__file__).parent
    text = "".join(path.read_text() for path in room.glob("*.py"))
    unsaid = {name for name in vars(media) if isinstance(vars(media)[name], Code) and f'"{name}"' not in text}
    assert unsaid == {"MEDIUM_MISSING", "CAPTIONS_UNREAD", "CAPTIONS_LOST"}  # told by binding and by publication


@pytest.mark.ffmpeg
@given(count=st.integers(1, 24))
@settings(max_examples=10, deadline=None)
def test_sampled_frames_rise_and_lie_inside_the_clip(clip: Callable[..., Path], count: int) -> None:
    video = probe(clip()).video
    assert video is not None
    ticks = spread(video.frames, count).ticks
    assert len(ticks) == count
    assert list(ticks) == sorted(ticks)
    assert set(ticks) <= set(video.frames.at)


SCRIPT = """
import sys
from pathlib import Path
from glassbox.derivatives import Label, Source, Store, Use, make_all
from glassbox.problems import Place
if __name__ == "__main__":
    store, jobs, *paths = sys.argv[1:]
    uses = {".png": Use.PICTURE, ".mp4": Use.CLIP, ".mov": Use.FILM}
    sources = [Source(Path(p), p, Place("x"), uses[Path(p).suffix], Label(title="雨"), (0.5,)) for p in paths]
    for made in make_all(sources, Store(Path(store)), jobs=int(jobs)):
        for file in made.files:
            print(file.name, file.role, file.path.read_bytes().hex())
"""


@pytest.mark.ffmpeg
def test_the_bytes_do_not_depend_on_folder_zone_locale_hash_seed_or_number_of_jobs(
    clip: Callable[..., Path], boards: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "build.py").write_text(SCRIPT)
    film = clip("film.mov", seconds=2, sound=True, extra=("-c:a", "aac"))
    outputs = set()
    for place, jobs, zone, seed in (("one", "1", "Asia/Shanghai", "1"), ("two words 二", "3", "America/Lima", "2")):
        folder = tmp_path / place
        folder.mkdir()
        paths = [folder / path.name for path in (*boards[:2], clip(sound=True), film)]
        for path, origin in zip(paths, (*boards[:2], clip(sound=True), film), strict=True):
            path.write_bytes(origin.read_bytes())
        done = subprocess.run(
            [sys.executable, str(tmp_path / "build.py"), str(folder / "cache"), jobs, *map(str, paths)],
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C" if jobs == "1" else "C.UTF-8"},
            cwd=folder, capture_output=True, check=True,
        )  # fmt: skip
        outputs.add(done.stdout)
    (output,) = outputs
    assert output.count(b"\n") > 15


@pytest.mark.ffmpeg
def test_frames_do_not_depend_on_what_the_processor_can(clip: Callable[..., Path], tmp_path: Path) -> None:
    from glassbox.derivatives import ffmpeg
    from glassbox.derivatives.graph import arguments, opened
    from glassbox.derivatives.running import run
    from glassbox.derivatives.sampling import Pick, frame_outputs, taken

    path = clip(size="642x362", extra=("-pix_fmt", "yuv420p10le"))
    video = probe(path).video
    assert video is not None
    chosen = spread(video.frames, CLIP_LOOKS.samples)
    pictures = []
    for number, flags in enumerate(("all", "0")):
        folder = tmp_path / str(number)
        folder.mkdir()
        stream = opened(path)[str(video.index)]
        outputs = frame_outputs(stream, video, [Pick(chosen.ticks, 320)], has_zscale=False)
        run(ffmpeg(), arguments(*outputs), folder, first=("-copyts", "-cpuflags", flags))
        pictures.append({tick: picture.tobytes() for tick, picture in taken(folder, chosen.ticks).items()})
    assert len(pictures[0]) == 10
    assert pictures[0] == pictures[1]


def with_flags(flags: str, *asked: Any, first: tuple[str, ...] = ()) -> Any:
    return running.run(*asked, first=(*first, "-cpuflags", flags))


@pytest.mark.ffmpeg
def test_clips_do_not_depend_on_what_the_processor_can(
    clip: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from glassbox.derivatives import clips, ffmpeg, looks

    interlaced = ("-vf", "setfield=tff,interlace", "-flags", "+ildct+ilme", "-x264-params", "tff=1")
    path = clip("tv.mp4", size="642x482", extra=("-pix_fmt", "yuv444p10le", *interlaced))
    found, made = probe(path), []
    assert found.video is not None
    for number, flags in enumerate(("all", "0")):
        folder = tmp_path / str(number)
        folder.mkdir()
        for room in (clips, looks):
            monkeypatch.setattr(room, "run", partial(with_flags, flags))
        recipe = replace(CLIP_PLAYABLE, opening_seconds=1.0)
        clips.web(ffmpeg(), path, found, recipe, folder)
        looks.looks(ffmpeg(), path, found.video, CLIP_LOOKS, folder)
        made.append({name: (folder / name).read_bytes() for name in ("playable.mp4", "preview.mp4")})
    assert made[0] == made[1]


def shared(*folders: str) -> Iterator[Path]:
    root = Path(__file__).parents[3] / "shared"
    for folder in folders:
        yield from sorted((root / folder).glob("*")) if (root / folder).is_dir() else ()


@pytest.mark.ffmpeg
@pytest.mark.slow
def test_every_file_of_the_corpora_is_shown_or_named(source: Sources, store: Store) -> None:
    paths = [path for path in shared("badinputs/images", "badinputs/video", "data/footage") if path.suffix != ".md"]
    if not paths:
        pytest.skip("the shared corpora are not here")
    random.Random(3).shuffle(paths)
    sources = [source(path, Use.PICTURE if "images" in path.parts else Use.CLIP) for path in paths]
    for made in make_all(sources, store, jobs=2):
        assert made.files or made.problems, made.source.name
        if made.facts and made.facts.seconds:
            for playable in made.of("playable"):
                assert playable.seconds == pytest.approx(made.facts.seconds, abs=0.1), made.source.name
        for file in made.files:
            data = file.path.read_bytes()
            for canary in (b"GBXEXIF", b"GBXVMETA", b"+31.2304", b"zhangwei", b"GBX_XSS", b"GBX_PWNED", b"root:x:0:0"):
                assert canary not in data, (made.source.name, canary)
