from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from glassbox.derivatives import Label, Made, Source, Store, Use, make_all, making, sha256_by
from glassbox.derivatives.recipes import Pictures
from glassbox.derivatives.sealed import read_sealed, write_sealed
from glassbox.derivatives.seen import Seen, read_digests

Sources = Callable[..., Source]


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "board.png"
    Image.linear_gradient("L").resize((700, 400)).save(path)
    return path


def one(source: Source, store: Store) -> Made:
    return make_all([source], store, jobs=1)[0]


def bytes_of(made: Made) -> dict[str, bytes]:
    return {file.name: file.path.read_bytes() for file in made.files}


def test_nothing_is_made_twice(board: Path, source: Sources, store: Store) -> None:
    first = one(source(board, Use.PICTURE), store)
    again = one(source(board, Use.PICTURE), store)
    assert first.fresh
    assert not again.fresh
    assert replace(again, fresh=True) == first


def test_equal_files_under_other_names_are_made_once(board: Path, source: Sources, store: Store) -> None:
    copy = board.with_name("copy.png")
    shutil.copy(board, copy)
    sources = [source(path, Use.PICTURE) for path in (board, copy)]
    made = make_all(sources, store, jobs=4)
    assert made[0].files == made[1].files
    assert [one.source for one in made] == sources


def test_new_content_under_an_old_name_and_an_older_date_is_seen(board: Path, source: Sources, store: Store) -> None:
    first = one(source(board, Use.PICTURE), store)
    Image.new("RGB", (700, 400), (1, 200, 3)).save(board)
    os.utime(board, (1, 1))
    second = one(source(board, Use.PICTURE), store)
    assert second.fresh
    assert not {file.name for file in first.files} & {file.name for file in second.files}


def test_another_label_makes_other_bytes_under_the_same_names(board: Path, source: Sources, store: Store) -> None:
    """A corrected word reaches the files that carry it, and no page that merely links to them."""
    made = [one(source(board, Use.PICTURE, label=Label(title=title)), store) for title in "ab"]
    assert {file.name for file in made[0].files} == {file.name for file in made[1].files}
    assert all(a.path.read_bytes() != b.path.read_bytes() for a, b in zip(made[0].files, made[1].files, strict=True))


def test_two_records_that_show_one_file_have_files_of_their_own(board: Path, source: Sources, store: Store) -> None:
    """Their labels may differ, so one name could not stand for both."""
    shown = source(board, Use.PICTURE)
    made = [one(replace(shown, record=record), store) for record in ("LC-T001", "LC-T002")]
    assert not {file.name for file in made[0].files} & {file.name for file in made[1].files}


def test_fifty_of_fifty_flipped_bytes_are_found_and_mended(board: Path, source: Sources, store: Store) -> None:
    chance = random.Random(7)
    sources = [source(board, Use.PICTURE, label=Label(title=str(number))) for number in range(10)]
    kept = [bytes_of(made) for made in make_all(sources, store, jobs=2)]
    for _ in range(5):
        make_all(sources, store, jobs=2)  # what was seen is remembered now
        for place in sorted(store.folder.glob("*/*/picture-700*.webp")):
            before, data = place.stat(), bytearray(place.read_bytes())
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            place.write_bytes(data)
            os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
        mended = make_all(sources, store, jobs=2)
        assert all(made.fresh for made in mended)
        assert [bytes_of(made) for made in mended] == kept


@pytest.mark.parametrize("harm", ["no list", "half a list", "a file less", "empty list of what was seen"])
def test_a_harmed_store_mends_itself(board: Path, source: Sources, store: Store, harm: str) -> None:
    whole = one(source(board, Use.PICTURE), store)
    kept = bytes_of(whole)
    entry = whole.files[0].path.parent
    if harm == "no list":
        (entry / "made.json").unlink()
    elif harm == "half a list":
        data = (entry / "made.json").read_bytes()
        (entry / "made.json").write_bytes(data[: len(data) // 2])
    elif harm == "a file less":
        whole.files[0].path.unlink()
    else:
        (store.folder / "seen.json").write_bytes(b"")
    assert bytes_of(one(source(board, Use.PICTURE), store)) == kept


def test_pruning_keeps_what_is_shown_and_removes_the_rest(board: Path, source: Sources, store: Store) -> None:
    other = board.with_name("other.png")
    Image.new("RGB", (50, 50)).save(other)
    kept, gone = make_all([source(path, Use.PICTURE) for path in (board, other)], store, jobs=2)
    assert store.prune([kept]) == 2  # the facts and the pictures of the other
    assert all(file.path.is_file() for file in kept.files)
    assert not any(file.path.exists() for file in gone.files)
    assert store.prune([kept]) == 0
    assert not one(source(board, Use.PICTURE), store).fresh


def test_a_source_that_is_removed_and_comes_back_is_told_and_made_anew(
    board: Path, source: Sources, store: Store
) -> None:
    shown = source(board, Use.PICTURE)
    before, data = one(shown, store), board.read_bytes()
    kept = bytes_of(before)
    board.unlink()
    gone = one(shown, store)
    assert [problem.code.name for problem in gone.problems] == ["GB-W110"]
    assert not gone.files
    assert store.prune([gone]) == 2
    assert not any(file.path.exists() for file in before.files)
    board.write_bytes(data)
    back = one(shown, store)
    assert back.fresh
    assert bytes_of(back) == kept


def test_a_changed_setting_makes_new_files_under_new_names(
    board: Path, source: Sources, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = one(source(board, Use.PICTURE), store)
    monkeypatch.setattr(making, "recipes_for", lambda *_, **__: (Pictures(edges_px=(200,)),))
    second = one(source(board, Use.PICTURE), store)
    assert {file.width for file in second.files if file.mime == "image/webp"} == {200}
    assert not {file.name for file in first.files} & {file.name for file in second.files}


def test_what_a_killed_build_left_half_made_is_cleared_away(board: Path, source: Sources, store: Store) -> None:
    left = store.folder / ".making" / "abc"
    left.mkdir(parents=True)
    (left / "half.webp").write_bytes(b"half")
    one(source(board, Use.PICTURE), store)
    assert list((store.folder / ".making").iterdir()) == []


def test_files_of_the_store_can_be_read_by_a_server_whatever_the_umask(
    board: Path, source: Sources, store: Store
) -> None:
    before = os.umask(0o077)
    try:
        made = one(source(board, Use.PICTURE), store)
    finally:
        os.umask(before)
    assert {file.path.stat().st_mode & 0o777 for file in made.files} == {0o644}


def test_a_broken_file_is_told_again_without_being_read_again(tmp_path: Path, source: Sources, store: Store) -> None:
    (tmp_path / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    first, again = (one(source(tmp_path / "x.png", Use.PICTURE), store) for _ in range(2))
    assert first.problems
    assert first.problems == again.problems
    assert first.entries == again.entries


def test_a_sealed_file_that_was_changed_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "made.json"
    write_sealed(path, {"a": [1, "二"]})
    assert read_sealed(path) == {"a": [1, "二"]}
    for at in range(0, path.stat().st_size, 7):
        data = bytearray(path.read_bytes())
        data[at] ^= 4
        (tmp_path / "other.json").write_bytes(data)
        assert read_sealed(tmp_path / "other.json") is None


def test_a_file_that_is_seen_again_unchanged_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"film")
    digests = read_digests(path, 100)
    monkeypatch.setattr("glassbox.derivatives.seen.time.time_ns", lambda: digests.stamp.ctime_ns + 3_000_000_000)
    seen = Seen(tmp_path / "seen.json")
    seen.remember(path, digests)
    seen.save()
    assert Seen(tmp_path / "seen.json").digests(path) == digests
    path.write_bytes(b"fily")
    os.utime(path, ns=(digests.stamp.mtime_ns, digests.stamp.mtime_ns))
    assert Seen(tmp_path / "seen.json").digests(path) is None


def test_a_file_written_this_moment_is_not_remembered(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"film")
    seen = Seen(tmp_path / "seen.json")
    seen.remember(path, read_digests(path, 100))
    assert seen.digests(path) is None


def test_checksums_of_unchanged_files_come_from_what_was_seen(
    board: Path, source: Sources, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = board.stat()
    assert sha256_by(store, read=False)(board) is None
    assert sha256_by(store, read=True)(board) == sha256(board.read_bytes()).hexdigest()
    monkeypatch.setattr("glassbox.derivatives.seen.time.time_ns", lambda: stamp.st_ctime_ns + 3_000_000_000)
    one(source(board, Use.PICTURE), store)
    assert sha256_by(store, read=False)(board) == sha256(board.read_bytes()).hexdigest()
    assert sha256_by(store, read=True)(board.with_name("nowhere.png")) is None
