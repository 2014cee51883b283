"""The command line: exit codes, languages, and words for what goes wrong."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from glassbox.cli.words import SENTENCES, locale_language, say
from making.small import RECORDS, write_small


def _records_only(root: Path) -> None:
    for name, data in RECORDS.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "en_GB"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_locale_says_which_language_messages_are_in(environment: dict[str, str], lang: str) -> None:
    assert locale_language(environment) == lang


def test_every_sentence_says_the_same_things_in_both_languages() -> None:
    for key, (en, zh) in SENTENCES.items():
        names = set(re.findall(r"\{(\w+)\}", en))
        assert names == set(re.findall(r"\{(\w+)\}", zh)), key
        assert re.search(r"[\u4e00-\u9fff]", zh) or key == "environment"
    assert say("published", "zh", seconds=1, site="x") != say("published", "en", seconds=1, site="x")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["bogus"], 2),
        (["build", "--jobs", "0"], 2),
        (["build", "--as-of", "soon"], 2),
        (["build", "--as-of", "0001-01-01"], 2),
        (["build", "--base-url", "https://a b/"], 2),
        (["build", "--base-url", "http://["], 2),
        (["build", "--base-url", "https://example.org/?q"], 2),
        (["--help"], 0),
        ([], 2),
    ],
)
def test_wrong_usage_ends_with_two(tmp_path: Path, glassbox: Any, arguments: list[str], code: int) -> None:
    _records_only(tmp_path)
    glassbox(tmp_path, *arguments, code=code)


@pytest.mark.parametrize("command", ["check", "build", "release"])
def test_a_variable_that_holds_no_moment_is_told(tmp_path: Path, glassbox: Any, command: str) -> None:
    _records_only(tmp_path)
    told = glassbox(tmp_path, command, code=2, SOURCE_DATE_EPOCH="yesterday").stderr
    assert "SOURCE_DATE_EPOCH is 'yesterday'" in told


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    """As in a shell whose folder somebody has removed."""
    (tmp_path / "gone").mkdir()
    command = f'cd "{tmp_path}/gone" && rmdir ../gone && exec "{sys.executable}" -m glassbox.cli --lang en check'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (2, "'.' is no folder. Name the archive's folder with -C.")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, glassbox: Any) -> None:
    assert "no folder" in glassbox(tmp_path / "nowhere", "check", code=2).stderr


def test_a_whole_archive_has_nothing_to_tell(tmp_path: Path, glassbox: Any) -> None:
    _records_only(tmp_path)
    told = glassbox(tmp_path, "check", code=0)
    assert "1 films, 10 records: 0 errors" in told.stdout


def test_problems_come_as_json_for_programs(tmp_path: Path, glassbox: Any) -> None:
    _records_only(tmp_path)
    file = tmp_path / "content/films/small/takes.yml"
    file.write_text(file.read_text("utf-8").replace("two-moons", "two-suns"), "utf-8")
    told = json.loads(glassbox(tmp_path, "check", "--json", code=1).stdout)
    errors = [p for p in told if p["severity"] == "error"]
    assert len(errors) == 1
    assert errors[0]["path"] == "content/films/small/takes.yml"
    assert errors[0]["line"] > 1
    assert errors[0]["record"] == "SM-T002"


def test_messages_come_in_chinese(tmp_path: Path) -> None:
    _records_only(tmp_path)
    file = tmp_path / "content/films/small/takes.yml"
    file.write_text(file.read_text("utf-8").replace("two-moons", "two-suns"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "glassbox.cli", "-C", str(tmp_path), "check"],
        env={**os.environ, "LC_ALL": "zh_CN.UTF-8"}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "two-suns" in done.stderr
    assert re.search(r"[\u4e00-\u9fff]{4}", done.stderr)


def test_warnings_count_as_errors_only_when_asked(tmp_path: Path, glassbox: Any) -> None:
    _records_only(tmp_path)  # the master is missing
    assert "GB-W100" in glassbox(tmp_path, "check", code=0).stderr
    glassbox(tmp_path, "check", "--strict", code=1)


def test_check_says_what_bound_to_what_and_what_is_left_to_the_build(tmp_path: Path, glassbox: Any) -> None:
    _records_only(tmp_path)
    takes = tmp_path / "content/films/small/takes"
    takes.mkdir()
    (takes / "SM-T001_\x1b[2Jriver.mp4").write_bytes(b"x")
    table = tmp_path / "content/films/small/takes.yml"
    table.write_text(f"{table.read_text('utf-8')}- id: SM-T004\n  status: pending\n  sha256: {'a' * 64}\n", "utf-8")
    told = glassbox(tmp_path, "check", "--media").stdout.splitlines()
    assert "SM-T001 <- content/films/small/takes/SM-T001_\\x1b[2Jriver.mp4" in told
    assert "SM-T004 <- ? (sha256 aaaaaaaaaaaa…: glassbox build)" in told
    assert "1 media bind by their digest only; `build` will look for them." in told


def test_a_schema_for_every_record_is_written_for_editors(tmp_path: Path, glassbox: Any) -> None:
    told = json.loads(glassbox(tmp_path, "schema").stdout)
    assert {"film", "prompt", "take"} <= {name.lower().rstrip("s") for name in told}
    glassbox(tmp_path, "schema", str(tmp_path / "schemas"))
    assert len(list((tmp_path / "schemas").iterdir())) == len(told)


def test_release_holds_ids_and_words_for_ever(tmp_path: Path, glassbox: Any) -> None:
    _records_only(tmp_path)
    glassbox(tmp_path, "release")
    lock = tmp_path / "content/ids.lock"
    first = lock.read_text("utf-8")
    assert "SM-P001" in first
    assert "already" in glassbox(tmp_path, "release").stdout
    assert lock.read_text("utf-8") == first

    prompt = tmp_path / "content/films/small/prompts/SM-P001.yml"
    words = prompt.read_text("utf-8")
    prompt.write_text(words.replace("thirteen", "twelve"), "utf-8")
    assert "SM-P001@2" in glassbox(tmp_path, "check", code=1).stderr
    glassbox(tmp_path, "release", code=1)
    assert lock.read_text("utf-8") == first

    prompt.write_text(words, "utf-8")
    (tmp_path / "content/films/small/prompts/SM-P002.yml").unlink()
    assert "retired.yml" in glassbox(tmp_path, "check", code=1).stderr


def test_the_server_says_where_it_is_and_that_nothing_is_built(tmp_path: Path, glassbox: Any) -> None:
    assert "glassbox build" in glassbox(tmp_path, "serve", code=1).stderr


@pytest.mark.ffmpeg
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_told_to_end_ends_with_its_code_and_no_orphan(tmp_path: Path, sent: int, code: int) -> None:
    write_small(tmp_path)
    running = subprocess.Popen(
        [sys.executable, "-m", "glassbox.cli", "-C", str(tmp_path), "build", "--quiet"],
        start_new_session=True, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    making = tmp_path / ".glassbox/cache/media/.making"
    until = time.monotonic() + 60
    while not (making.is_dir() and any(making.iterdir())):
        assert running.poll() is None, "it ended before it began to make media"
        assert time.monotonic() < until
        time.sleep(0.02)
    running.send_signal(sent)
    _, told = running.communicate(timeout=60)
    assert running.returncode == code, told
    assert "Traceback" not in told
    left = [p for p in Path("/proc").glob("[0-9]*/cmdline") if _mentions(p, str(tmp_path))]
    until = time.monotonic() + 10
    while left and time.monotonic() < until:
        time.sleep(0.1)
        left = [p for p in left if _mentions(p, str(tmp_path))]
    assert not left
    assert not (tmp_path / "site").exists()


def _mentions(cmdline: Path, words: str) -> bool:
    try:
        return words.encode() in cmdline.read_bytes()
    except OSError:
        return False


def test_a_machine_that_gives_out_ends_with_three_and_a_sentence(tmp_path: Path) -> None:
    """As on a full disk: no file may grow beyond half a kilobyte."""
    _records_only(tmp_path)
    command = f'ulimit -f 1; exec "{sys.executable}" -m glassbox.cli -C "{tmp_path}" --lang en build --quiet'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert "The machine stopped the command" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_work_folder_that_is_no_folder_is_told_by_every_command(tmp_path: Path, glassbox: Any) -> None:
    _records_only(tmp_path)
    (tmp_path / ".glassbox").write_text("mine", "utf-8")
    for command in ("build", "release"):
        assert ".glassbox" in glassbox(tmp_path, command, code=3).stderr
    assert (tmp_path / ".glassbox").read_text("utf-8") == "mine"


def test_a_caller_that_closed_its_streams_gets_the_same_site(tmp_path: Path) -> None:
    """As from a service that closes all three: a file of ours must not take their place."""
    write_small(tmp_path)
    command = f'exec "{sys.executable}" -m glassbox.cli -C "{tmp_path}" build --quiet'
    assert subprocess.run(["bash", "-c", f"exec 0<&- 1>&- 2>&-; {command}"], check=False).returncode == 0
    report = json.loads((tmp_path / ".glassbox/build-report.json").read_text("utf-8"))
    assert report["problems"] == []
    assert report["media"]["failed"] == 0


def test_a_file_whose_name_is_no_text_is_told_and_reported(tmp_path: Path, glassbox: Any) -> None:
    _records_only(tmp_path)
    refs = tmp_path / "content/films/small/refs"
    refs.mkdir()
    try:
        Path(os.fsdecode(os.fsencode(refs) + b"/\xb5\xa5.jpg")).write_bytes(b"x")
    except OSError:
        pytest.skip("this disk has no such names")
    assert "GB-W087" in glassbox(tmp_path, "build", "--quiet").stderr
    told = json.loads((tmp_path / ".glassbox/build-report.json").read_text("utf-8"))["problems"]
    assert any("refs/" in json.dumps(each) for each in told)


def test_a_link_that_leads_to_itself_is_no_archive(tmp_path: Path, glassbox: Any) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert "is no folder" in glassbox(tmp_path / "loop", "check", code=2).stderr


def test_release_writes_through_no_link(tmp_path: Path, glassbox: Any) -> None:
    """Neither through one that an archive from elsewhere brings along, nor into a half-written file."""
    _records_only(tmp_path)
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", "utf-8")
    (tmp_path / "content/.ids.lock.new").symlink_to(outside)
    glassbox(tmp_path, "release")
    assert outside.read_text("utf-8") == "mine"
    assert "SM-T001" in (tmp_path / "content/ids.lock").read_text("utf-8")


def test_ctrl_c_while_it_starts_ends_without_a_traceback() -> None:
    interrupt = (
        "import sys\n"
        "class Busy:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'glassbox.cli.main':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Busy())\n"
        "from glassbox.cli import run\n"
    )
    done = subprocess.run([sys.executable, "-c", interrupt], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")
