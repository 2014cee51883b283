"""Numbered stills as one clip: however they are written, and wherever they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from glassbox.loading.binding import bind
from glassbox.loading.binding_places import Places
from glassbox.loading.binding_sequences import frames_at
from glassbox.problems import Problem
from making.archives import archive, film, marks_of, take

HOME = "content/films/lightcone"


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / HOME / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


def bound(root: Path, **fields: object) -> tuple[dict[str, str], list[Problem]]:
    whole = archive(film(takes=[take(1, **fields)]))
    media, problems = bind(whole, marks_of(whole), root)
    return {key.record: name.removeprefix(f"{HOME}/") for key, name in media.items()}, problems


def numbers(root: Path, name: str) -> list[int]:
    return [number for number, _ in frames_at(Places.of(root, None), root / HOME / name)]


@pytest.mark.parametrize(
    "written",
    [
        "takes/rain/%04d.png",
        "takes/rain/%d.png",
        "takes/rain/####.png",
        "takes/rain/[0001-0003].png",
        "takes/rain",
        "takes/rain/",
    ],
)
def test_frames_are_named_by_a_pattern_or_by_their_folder(tmp_path: Path, written: str) -> None:
    put(tmp_path, "takes/rain/0001.png", "takes/rain/0002.png", "takes/rain/0003.png")
    media, problems = bound(tmp_path, media=written)
    assert media == {"LC-T001": "takes/rain/[0001-0003].png"}
    assert problems == []
    assert numbers(tmp_path, media["LC-T001"]) == [1, 2, 3]


def test_a_range_takes_only_its_frames_and_the_others_are_told_as_nobodys(tmp_path: Path) -> None:
    put(tmp_path, *(f"takes/rain.{number:03d}.exr" for number in (9, 10, 11, 13, 14)))
    media, problems = bound(tmp_path, media="takes/rain.[010-013].exr")
    assert media == {"LC-T001": "takes/rain.[010-013].exr"}
    assert numbers(tmp_path, media["LC-T001"]) == [10, 11, 13]
    assert sorted(problem.place.path.rpartition("/")[2] for problem in problems) == ["rain.009.exr", "rain.014.exr"]


def test_numbers_may_outgrow_their_zeros(tmp_path: Path) -> None:
    put(tmp_path, "takes/a/098.png", "takes/a/099.png", "takes/a/100.png", "takes/a/1000.png", "takes/a/0999.png")
    media, _ = bound(tmp_path, media="takes/a/%03d.png")
    assert numbers(tmp_path, media["LC-T001"]) == [98, 99, 100, 1000]


@pytest.mark.parametrize("where", ["takes/LC-T001.{:04d}.png", "takes/LC-T001/{:04d}.png", "takes/LC-T001/f_{}.png"])
def test_frames_under_the_takes_id_need_no_path(tmp_path: Path, where: str) -> None:
    put(tmp_path, *(where.format(number) for number in range(1, 12)))
    media, problems = bound(tmp_path)
    assert numbers(tmp_path, media["LC-T001"]) == list(range(1, 12))
    assert problems == []


def test_a_single_still_and_a_clip_beside_stills_are_bound_as_before(tmp_path: Path) -> None:
    put(tmp_path, "takes/LC-T001.png")
    assert bound(tmp_path)[0] == {"LC-T001": "takes/LC-T001.png"}
    put(tmp_path, "takes/LC-T001.mp4")
    assert bound(tmp_path)[0] == {"LC-T001": "takes/LC-T001.mp4"}


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    put(tmp_path, "takes/%04d.png", "takes/0001.png", "takes/0002.png")
    media, _ = bound(tmp_path, media="takes/%04d.png")
    assert media == {"LC-T001": "takes/%04d.png"}
    assert numbers(tmp_path, "takes/%04d.png") == []


@pytest.mark.parametrize(
    ("written", "code"),
    [("takes/none/%04d.png", "GB-W100"), ("takes/rain/%04d.exr", "GB-W100"), ("takes/two", "GB-W094"),
     ("takes/words/%04d.txt", "GB-W100")],
)  # fmt: skip
def test_a_pattern_without_frames_and_a_folder_of_two_series_are_told(tmp_path: Path, written: str, code: str) -> None:
    put(tmp_path, "takes/rain/0001.png", "takes/two/a1.png", "takes/two/a2.png", "takes/two/b1.png", "takes/two/b2.png",
        "takes/words/0001.txt")  # fmt: skip
    media, problems = bound(tmp_path, media=written)
    assert media == {}
    assert code in [problem.code.name for problem in problems]


def test_a_frame_that_is_a_link_out_of_the_archive_is_none(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    put(tmp_path, "takes/rain/0001.png", "takes/rain/0003.png")
    (tmp_path / HOME / "takes/rain/0002.png").symlink_to(secret)
    media, _ = bound(tmp_path, media="takes/rain/%04d.png")
    assert numbers(tmp_path, media["LC-T001"]) == [1, 3]


def test_no_pattern_climbs_out(tmp_path: Path) -> None:
    put(tmp_path, "takes/a.mp4")
    (tmp_path / "0001.png").write_bytes(b"secret")
    (tmp_path / "content/0001.png").write_bytes(b"secret")
    from glassbox.loading.binding_sequences import find_frames

    places = Places.of(tmp_path, None)
    assert find_frames(places, tmp_path / HOME, "../../%04d.png") is None
    assert find_frames(places, tmp_path / HOME, str(tmp_path / "%04d.png")) is None
