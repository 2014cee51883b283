"""What the house promises of a whole build: the same bytes, whatever happened before and wherever it runs."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from making.shards import words_of_file
from making.small import digest_of_tree, write_small

pytestmark = pytest.mark.ffmpeg


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> Path:
    """A small archive, built; tests copy it before they change it."""
    root = tmp_path_factory.mktemp("built")
    write_small(root)
    glassbox(root, "build", "--quiet")
    return root


@pytest.fixture
def archive(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "archive", symlinks=True)
    return tmp_path / "archive"


def _replace(root: Path, name: str, before: str, after: str) -> None:
    file = root / "content" / name
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def test_a_second_build_changes_nothing(archive: Path, glassbox: Any) -> None:
    before = digest_of_tree(archive / "site")
    inode = (archive / "site").stat().st_ino
    told = glassbox(archive, "build").stdout
    assert "Nothing has changed" in told
    assert digest_of_tree(archive / "site") == before
    assert (archive / "site").stat().st_ino == inode, "an unchanged tree is not exchanged"


def test_one_changed_word_in_one_prompt_rewrites_only_the_files_that_show_it(archive: Path, glassbox: Any) -> None:
    before = digest_of_tree(archive / "site")
    _replace(archive, "films/small/prompts/SM-P001.yml", "thirteen paper", "fourteen paper")
    glassbox(archive, "build", "--quiet")
    after = digest_of_tree(archive / "site")
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)} - {"SHA256SUMS"}
    assert {"prompts/SM-P001/index.html", "zh/prompts/SM-P001/index.html"} <= changed
    index = {path for path in changed if path.startswith("search/")}
    for path in sorted(changed - index):  # a take's clip and stills carry the words that made them
        assert b"fourteen" in (archive / "site" / path).read_bytes(), path
    written = {path: words_of_file(archive / "site" / path) for path in index & after.keys()}
    holding = {path for path, words in written.items() if "fourteen" in words or "neetruof" in words}
    assert {path[7] for path in holding} == {"t", "w", "b", "d"}
    volumes = {path.rpartition("-")[0] for path in holding if path[7] == "d"}
    assert {path for path in written.keys() - holding if path.rpartition("-")[0] not in volumes} == {"search/root.js"}


def test_an_empty_cache_in_another_folder_zone_and_seed_gives_the_same_bytes(
    built: Path, tmp_path: Path, glassbox: Any
) -> None:
    other = tmp_path / "数 据 [1]" / "b"
    shutil.copytree(built / "content", other / "content")
    environment = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    glassbox(other, "build", "--quiet", "--jobs", "3", **environment)
    assert digest_of_tree(other / "site") == digest_of_tree(built / "site")


def test_the_fork_of_mkdocs_gives_the_same_bytes(built: Path, tmp_path: Path, glassbox: Any) -> None:
    other = tmp_path / "other"
    shutil.copytree(built / "content", other / "content")
    glassbox(other, "build", "--quiet", GLASSBOX_ENGINE="properdocs")
    assert digest_of_tree(other / "site") == digest_of_tree(built / "site")


def test_after_random_edits_the_next_build_is_a_clean_build(archive: Path, tmp_path: Path, glassbox: Any) -> None:
    edits = [
        ("films/small/takes.yml", "id: SM-T002", "id: SM-T004"),
        ("films/small/film.yml", "Small film", "Small films"),
        ("films/small/shots.yml", "灯河", "灯之河"),
        ("people.yml", "name: Director", "name: The director"),
        ("pages/en/about.md", "# About", "# About us"),
        ("site.yml", "title:", "venue: Hall 4\ntitle:"),
    ]
    random.Random(5).shuffle(edits)
    for number, (name, before, after) in enumerate(edits):
        _replace(archive, name, before, after)
        if "SM-T004" in after:
            clip = archive / "content/films/small/takes/SM-T002.mp4"
            clip.rename(clip.with_name("SM-T004.mp4"))
        if number % 2:
            glassbox(archive, "build", "--quiet")
    glassbox(archive, "build", "--quiet")
    clean = tmp_path / "clean"
    shutil.copytree(archive / "content", clean / "content")
    glassbox(clean, "build", "--quiet")
    assert digest_of_tree(archive / "site") == digest_of_tree(clean / "site")


def test_mtime_never_decides(archive: Path, tmp_path: Path, glassbox: Any) -> None:
    film = archive / "content/films/small"
    take, other = film / "takes/SM-T001.mp4", film / "takes/SM-T003.mp4"
    first, second = take.read_bytes(), other.read_bytes()
    for file, data in ((take, second), (other, first)):
        file.write_bytes(data)
        os.utime(file, (1, 1))
    glassbox(archive, "build", "--quiet")
    clean = tmp_path / "clean"
    shutil.copytree(archive / "content", clean / "content")
    glassbox(clean, "build", "--quiet")
    assert digest_of_tree(archive / "site") == digest_of_tree(clean / "site")


def test_a_page_edited_by_hand_in_the_site_is_made_anew(archive: Path, glassbox: Any) -> None:
    before = digest_of_tree(archive / "site")
    (archive / "site/prompts/SM-P001/index.html").write_text("defaced", "utf-8")
    glassbox(archive, "build", "--quiet")
    assert digest_of_tree(archive / "site") == before


@pytest.mark.parametrize("moments", [4, pytest.param(40, marks=pytest.mark.slow)])
def test_a_killed_build_leaves_the_site_whole_and_the_next_one_is_clean(
    built: Path, tmp_path: Path, glassbox: Any, moments: int
) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(built, archive, symlinks=True)
    good = digest_of_tree(archive / "site")
    _replace(archive, "films/small/prompts/SM-P001.yml", "thirteen paper", "fourteen paper")
    command = [sys.executable, "-m", "glassbox.cli", "-C", str(archive), "build", "--quiet"]
    for moment in range(moments):
        running = subprocess.Popen(
            command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(0.4 + 2.5 * moment / moments)
        running.send_signal(signal.SIGKILL)
        running.wait()
        now = digest_of_tree(archive / "site")
        if now != good:  # it was quicker than we were: then it is the new tree, whole
            assert "fourteen" in (archive / "site/prompts/SM-P001/index.html").read_text("utf-8")
        subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=archive / "site", check=True)
    glassbox(archive, "build", "--quiet")
    clean = tmp_path / "clean"
    shutil.copytree(archive / "content", clean / "content")
    glassbox(clean, "build", "--quiet")
    assert digest_of_tree(archive / "site") == digest_of_tree(clean / "site")


def test_two_builds_at_once_do_not_meet(archive: Path, glassbox: Any) -> None:
    from glassbox.publish import BuildLock

    with BuildLock(archive):
        told = glassbox(archive, "build", code=75).stderr
    assert "another build" in told
    glassbox(archive, "build", "--quiet")


def test_a_build_writes_nowhere_but_its_work_folder_and_the_site(built: Path, tmp_path: Path, glassbox: Any) -> None:
    archive, home = tmp_path / "archive", tmp_path / "home"
    shutil.copytree(built / "content", archive / "content")
    home.mkdir()
    before = digest_of_tree(archive / "content")
    glassbox(archive, "build", "--quiet", HOME=str(home))
    assert digest_of_tree(archive / "content") == before
    assert {p.name for p in archive.iterdir()} == {"content", "site", ".glassbox"}
    assert not list(home.rglob("*"))
    for name in sorted((archive / "site").rglob("*")):
        relative = name.relative_to(archive / "site").as_posix()
        assert relative.isascii(), relative


WATCH_SOCKETS = """
import os, socket, sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        if not (event == "socket.connect" and arguments[0].family == getattr(socket, "AF_UNIX", None)):
            with open(os.environ["ASKED_OUTSIDE"], "a") as file:
                print(event, arguments[1:], file=file)
sys.addaudithook(watch)
"""


def test_a_build_opens_no_connection(built: Path, tmp_path: Path, glassbox: Any) -> None:
    archive, watch, told = tmp_path / "archive", tmp_path / "watch", tmp_path / "told"
    shutil.copytree(built / "content", archive / "content")
    watch.mkdir()
    (watch / "sitecustomize.py").write_text(WATCH_SOCKETS, "utf-8")
    outside = {"PYTHONPATH": str(watch), "ASKED_OUTSIDE": str(told)}
    asks = "import socket; socket.getaddrinfo('localhost', 9)"
    subprocess.run([sys.executable, "-c", asks], env={**os.environ, **outside}, check=False)
    assert told.is_file(), "the watch itself does not see"
    told.unlink()
    glassbox(archive, "build", "--quiet", **outside)
    assert not told.exists(), told.read_text("utf-8")


def test_modes_do_not_depend_on_the_umask(built: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(built / "content", archive / "content")
    subprocess.run(
        ["sh", "-c", f'umask 077; exec "{sys.executable}" -m glassbox.cli -C "{archive}" build --quiet'], check=True
    )
    for path in (archive / "site").rglob("*"):
        assert oct(path.stat().st_mode & 0o777) == ("0o755" if path.is_dir() else "0o644"), path
