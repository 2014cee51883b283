"""What is kept, what is written, what goes; and that keeping changes nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from glassbox.publish import Counts, How, NotOurs, staged
from glassbox.publish.folder import SUMS
from glassbox.publish.names import unportable

Pages = dict[str, str]


def _build(root: Path, pages: Pages) -> tuple[Counts, How]:
    with staged(root) as staging:
        for path, words in pages.items():
            staging.tree.put(path, f"from {words}", words.encode)
    return staging.tree.finish(), staging.how


def _bytes(site: Path) -> dict[str, bytes]:
    """Of everything, folders too."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes() if file.is_file() else b"folder"
        for file in sorted(site.rglob("*"))
    }


def _must_not_run() -> bytes:
    raise AssertionError("an unchanged page was made again")


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    _build(tmp_path, {"a/index.html": "a", "b/index.html": "b", "c.html": "c"})
    with staged(tmp_path) as staging:
        staging.tree.put("a/index.html", "from a", _must_not_run)
        staging.tree.put("b/index.html", "from B", lambda: b"B")
        staging.tree.put("c.html", "another template, the same page", lambda: b"c")
    assert staging.tree.finish() == Counts(written=1, kept=2, pruned=0)
    assert staging.how is How.EXCHANGED
    assert (tmp_path / "site/b/index.html").read_bytes() == b"B"
    assert (tmp_path / ".glassbox/previous/b/index.html").read_bytes() == b"b"


def _group(root: Path, made_from: str, files: Pages | None) -> Counts:
    """A build of a page and of a group below `search/`; without files the group must not be made."""
    with staged(root) as staging:
        staging.tree.put("a.html", "a", lambda: b"a")
        made = [(path, words.encode()) for path, words in (files or {}).items()]
        staging.tree.put_group("search", made_from, lambda: made if files is not None else iter([_must_not_run()]))
    return staging.tree.finish()


def test_a_group_is_made_when_what_it_is_made_from_changes_and_only_new_bytes_are_written(tmp_path: Path) -> None:
    assert _group(tmp_path, "one", {"search/root.js": "r", "search/x.js": "x", "search/y.js": "y"}).written == 4
    assert _group(tmp_path, "one", None) == Counts(0, 4, 0, is_unchanged=True)
    assert _group(tmp_path, "two", {"search/root.js": "R", "search/x.js": "x", "search/z.js": "z"}) == Counts(2, 2, 1)
    assert sorted(_bytes(tmp_path / "site")) == [
        "SHA256SUMS",
        "a.html",
        "search",
        "search/root.js",
        "search/x.js",
        "search/z.js",
    ]
    assert _group(tmp_path, "two", None).is_unchanged


@pytest.mark.parametrize("harm", ["edited", "gone"])
def test_a_group_that_somebody_changed_is_made_again(tmp_path: Path, harm: str) -> None:
    files = {"search/root.js": "r", "search/x.js": "x"}
    _group(tmp_path, "one", files)
    harmed = tmp_path / "site/search/x.js"
    if harm == "edited":
        harmed.write_text("mine")
    else:
        harmed.unlink()
    assert _group(tmp_path, "one", files).written == 1
    assert harmed.read_text() == "x"


def test_a_folder_is_put_without_those_that_are_named(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name in ("a.js", "in/b.js", "out/c.js", "in/out/d.js"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(name)
    with staged(tmp_path) as staging:
        staging.tree.put_folder("assets", source, but=(source / "out",))
        assert sorted(staging.tree.paths) == ["assets/a.js", "assets/in/b.js", "assets/in/out/d.js"]


def test_an_unchanged_tree_is_not_exchanged(tmp_path: Path) -> None:
    _build(tmp_path, {"a.html": "one"})
    _build(tmp_path, {"a.html": "two"})
    node = (tmp_path / "site").stat().st_ino
    assert _build(tmp_path, {"a.html": "two"}) == (Counts(0, 1, 0, is_unchanged=True), How.UNCHANGED)
    assert (tmp_path / "site").stat().st_ino == node
    assert (tmp_path / ".glassbox/previous/a.html").read_text() == "one", "the tree before must not become a twin"
    assert not (tmp_path / ".glassbox/stage").exists()


def test_what_nobody_puts_goes_with_its_folder(tmp_path: Path) -> None:
    _build(tmp_path, {"a/b/index.html": "x", "c.html": "c"})
    assert _build(tmp_path, {"c.html": "c"})[0] == Counts(written=0, kept=1, pruned=1)
    assert sorted(_bytes(tmp_path / "site")) == [SUMS, "c.html"]


def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    for pages in ({"a": "file"}, {"a/b": "below"}, {"a/b/c/d": "deep"}, {"a": "file again"}):
        _build(tmp_path, pages)
        assert sorted(path for path, data in _bytes(tmp_path / "site").items() if data != b"folder") == [SUMS, *pages]


def test_a_page_edited_by_hand_is_made_anew(tmp_path: Path) -> None:
    _build(tmp_path, {"a.html": "a", "b.html": "b"})
    (tmp_path / "site/a.html").write_text("defaced")
    assert _build(tmp_path, {"a.html": "a", "b.html": "b"}) == (Counts(1, 1, 0), How.EXCHANGED)
    assert (tmp_path / "site/a.html").read_text() == "a"


@pytest.mark.parametrize("stranger", ["file", "folder", "link"])
def test_what_others_put_into_the_site_goes(tmp_path: Path, stranger: str) -> None:
    _build(tmp_path, {"a.html": "a"})
    there = tmp_path / "site/stranger"
    if stranger == "file":
        there.write_text("x")
    elif stranger == "folder":
        there.mkdir()
    else:
        there.symlink_to("/")
    assert _build(tmp_path, {"a.html": "a"})[1] is How.EXCHANGED
    assert sorted(_bytes(tmp_path / "site")) == [SUMS, "a.html"]


@pytest.mark.parametrize("damage", ["cut", "flipped", "gone", "of another tree"])
def test_a_manifest_that_is_not_whole_is_not_believed(tmp_path: Path, damage: str) -> None:
    _build(tmp_path, {"a.html": "a"})
    (manifest,) = (tmp_path / ".glassbox/manifests").iterdir()
    body = manifest.read_bytes()
    if damage == "cut":
        manifest.write_bytes(body[:-5])
    elif damage == "flipped":
        manifest.write_bytes(body.replace(b"from a", b"from x"))
    elif damage == "gone":
        manifest.unlink()
    else:
        (tmp_path / "site" / SUMS).write_text("other\n")
    with staged(tmp_path) as staging:
        staging.tree.put("a.html", "from x", lambda: b"a from x")
    assert (tmp_path / "site/a.html").read_bytes() == b"a from x"


def test_sums_name_every_file(tmp_path: Path) -> None:
    pages = {"b/index.html": "乙", "a.html": "甲"}
    _build(tmp_path, pages)
    lines = [f"{hashlib.sha256(pages[path].encode()).hexdigest()}  {path}" for path in sorted(pages)]
    assert (tmp_path / "site" / SUMS).read_text() == "\n".join(lines) + "\n"


def test_a_medium_is_copied_and_stays_itself(tmp_path: Path) -> None:
    source = tmp_path / "store/clip.mp4"
    source.parent.mkdir()
    source.write_bytes(b"clip")
    for expected in (Counts(1, 0, 0), Counts(0, 1, 0, is_unchanged=True)):
        with staged(tmp_path) as staging:
            staging.tree.put_file("media/clip.mp4", source)
        assert staging.tree.finish() == expected
    assert not (tmp_path / "site/media/clip.mp4").samefile(source), "a flipped byte in one would flip in both"
    with pytest.raises(ValueError, match="no file"), staged(tmp_path) as staging:
        staging.tree.put_file("media/other.mp4", source.with_name("gone.mp4"))
    assert (tmp_path / "site/media/clip.mp4").read_bytes() == b"clip"


def test_what_is_kept_shares_its_bytes_with_the_tree_before(tmp_path: Path) -> None:
    _build(tmp_path, {"a.html": "a", "b.html": "b"})
    _build(tmp_path, {"a.html": "a", "b.html": "B"})
    assert (tmp_path / "site/a.html").samefile(tmp_path / ".glassbox/previous/a.html")
    assert (tmp_path / ".glassbox/previous/b.html").read_text() == "b"


def test_where_links_fail_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links on this disk")

    monkeypatch.setattr(os, "link", refuse)
    source = tmp_path / "clip"
    source.write_text("clip")
    for word in "xy":
        with staged(tmp_path) as staging:
            staging.tree.put_bytes("a.html", b"a")
            staging.tree.put_bytes("b.html", word.encode())
            staging.tree.put_file("media/clip", source)
    found = {path: data for path, data in _bytes(tmp_path / "site").items() if path != SUMS}
    assert found == {"a.html": b"a", "b.html": b"y", "media": b"folder", "media/clip": b"clip"}
    assert not (tmp_path / "site/a.html").samefile(tmp_path / ".glassbox/previous/a.html")


def test_nothing_is_kept_by_way_of_a_link(tmp_path: Path) -> None:
    _build(tmp_path, {"a/index.html": "a", "b.html": "b"})
    outside = tmp_path / "outside"
    shutil.move(tmp_path / "site/a", outside)
    (tmp_path / "site/a").symlink_to(outside)
    (tmp_path / "site/b.html").rename(outside / "b.html")
    (tmp_path / "site/b.html").symlink_to(outside / "b.html")
    assert _build(tmp_path, {"a/index.html": "a", "b.html": "b"}) == (Counts(2, 0, 2), How.EXCHANGED)
    for path in ("a", "a/index.html", "b.html"):
        assert not (tmp_path / "site" / path).is_symlink()
    assert not (tmp_path / "site/a/index.html").samefile(outside / "index.html")


def test_the_files_of_a_tree_are_known_before_it_is_finished(tmp_path: Path) -> None:
    _build(tmp_path, {"a.html": "a", "b.html": "b", "gone.html": "g"})
    with staged(tmp_path) as staging:
        staging.tree.put("a.html", "from a", _must_not_run)
        staging.tree.put("b.html", "from B", lambda: b"B")
        found = {path: file.read_bytes() for path, file in staging.tree.files().items()}
    assert found == {"a.html": b"a", "b.html": b"B"}


def test_manifests_of_trees_that_are_gone_go_with_them(tmp_path: Path) -> None:
    for word in "abcd":
        _build(tmp_path, {"a.html": word})
    assert len(list((tmp_path / ".glassbox/manifests").iterdir())) == 2


def test_a_folder_is_put_without_links_and_dotted_names(tmp_path: Path) -> None:
    source = tmp_path / "assets"
    (source / "css").mkdir(parents=True)
    (source / "css/a.css").write_text("a")
    (source / ".secret").write_text("x")
    (source / "out.css").symlink_to("/etc/hostname")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/out.css").write_text("x")
    (source / "away").symlink_to(tmp_path / "elsewhere")
    (source / ".git").mkdir()
    (source / ".git/config").write_text("x")
    with staged(tmp_path) as staging:
        staging.tree.put_folder("assets", source)
        assert staging.tree.paths == {"assets/css/a.css"}
    (source / "css/a.css").write_text("edited in place")
    assert (tmp_path / "site/assets/css/a.css").read_text() == "a"


def test_modes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    source = tmp_path / "clip"
    before = os.umask(0o077)
    try:
        source.write_text("clip")
        _build(tmp_path, {"deep/er/a.html": "a"})
        with staged(tmp_path) as staging:
            staging.tree.put("deep/er/b.html", "b", lambda: b"b")
            staging.tree.put_file("media/clip", source)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "site").rglob("*") if file.is_file()}
    folders = {
        stat.S_IMODE(f.stat().st_mode) for f in [tmp_path / "site", *(tmp_path / "site").rglob("*")] if f.is_dir()
    }
    assert (modes, folders) == ({0o644}, {0o755})


@pytest.mark.parametrize(
    "path",
    ["../a", "/a", "a//b", "a/./b", "con.html", "a/aux/b", "a b", "é.html", "a:b", ".hidden", "end.", "x" * 101, SUMS],
)
def test_a_name_that_does_not_travel_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError), staged(tmp_path) as staging:
        staging.tree.put_bytes(path, b"x")


def test_names_that_do_not_travel_are_told_beforehand() -> None:
    long = f"people/{'x' * 101}/index.html"
    found = list(unportable(["a/index.html", "A/index.html", "nul/index.html", long, "fine.html"]))
    assert [told.place.path for told in found] == ["a/index.html", "nul/index.html", long]
    for lang in ("en", "zh"):
        assert "A/index.html" in found[0].sentence(lang)
        assert "nul" in found[1].sentence(lang)


def test_a_name_that_does_not_travel_is_told_once_however_many_pages_it_has() -> None:
    slug = "x" * 101
    [told] = unportable(f"{lang}films/{slug}/{page}index.html" for lang in ("", "zh/") for page in ("", "takes/"))
    assert told.facts["name"] == slug


def test_two_names_that_differ_by_case_are_refused(tmp_path: Path) -> None:
    with staged(tmp_path) as staging:
        staging.tree.put_bytes("a/X.html", b"")
        with pytest.raises(ValueError, match="case"):
            staging.tree.put_bytes("a/x.html", b"")


def test_a_failed_build_leaves_the_site(tmp_path: Path) -> None:
    _build(tmp_path, {"a.html": "good"})
    before = _bytes(tmp_path / "site")

    def fail() -> None:
        with staged(tmp_path) as staging:
            staging.tree.put_bytes("a.html", b"bad")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with staged(tmp_path) as staging:
        staging.tree.put_bytes("a.html", b"bad")
        staging.tree.finish()
        staging.abandon()
    assert staging.how is How.ABANDONED
    assert _bytes(tmp_path / "site") == before
    assert not (tmp_path / ".glassbox/stage").exists()


@pytest.mark.parametrize("what", ["link", "file", "others' files", "work folder is a link"])
def test_an_output_that_is_not_ours_is_left_alone(tmp_path: Path, what: str) -> None:
    archive, elsewhere = tmp_path / "archive", tmp_path / "elsewhere"
    archive.mkdir()
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("precious")
    if what == "link":
        (archive / "site").symlink_to(elsewhere)
    elif what == "file":
        (archive / "site").write_text("precious")
    elif what == "others' files":
        shutil.copytree(elsewhere, archive / "site")
    else:
        (archive / ".glassbox").symlink_to(elsewhere)
    before = _bytes(tmp_path)
    with pytest.raises(NotOurs) as refusal, staged(archive):
        pass
    assert refusal.value.problem.code.name in ("GB-E142", "GB-E147")
    assert _bytes(tmp_path) == before


_PAGES = some.dictionaries(
    some.sampled_from(["a/index.html", "b/index.html", "b/c/index.html", "d.html", "e"]), some.sampled_from("xyz")
)


@settings(max_examples=25, deadline=None)
@given(some.lists(_PAGES, min_size=1, max_size=5))
def test_incremental_equals_clean(states: list[Pages]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        grown, clean = Path(scratch, "grown"), Path(scratch, "clean")
        grown.mkdir()
        clean.mkdir()
        for pages in states:
            _build(grown, pages)
        _build(clean, states[-1])
        assert _bytes(grown / "site") == _bytes(clean / "site")
