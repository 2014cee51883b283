"""Programs that the set-up starts end with it, and one set-up at a time is at work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from setting_up.processes import alone, own_environment, run
from setting_up.words import LackingError, language

PYTHON = sys.executable
START = "import sys; from pathlib import Path; from setting_up.processes import run; "


@pytest.mark.parametrize(("deed", "code"), [("raise SystemExit(5)", 5), ("pass", 0)])
def test_the_exit_code_is_the_program_s_own(tmp_path: Path, deed: str, code: int) -> None:
    assert run([PYTHON, "-c", deed], tmp_path) == code


def test_a_program_that_a_signal_ended_gives_the_code_of_the_signal(tmp_path: Path) -> None:
    deed = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert run([PYTHON, "-c", deed], tmp_path) == 128 + signal.SIGTERM


def test_a_program_that_is_not_there_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([str(tmp_path / "glassbox"), "build"], tmp_path) == 127
    assert str(tmp_path / "glassbox") in capfd.readouterr().err


def test_the_machine_s_pip_settings_stay_and_what_would_install_elsewhere_goes() -> None:
    told = own_environment(
        {"PIP_FIND_LINKS": "wheels", "PIP_CERT": "c", "HTTPS_PROXY": "p", "PIP_TARGET": "t", "PYTHONPATH": "p"}
    )
    assert told == {"PIP_FIND_LINKS": "wheels", "PIP_CERT": "c", "HTTPS_PROXY": "p", "PIP_USER": "0"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_a_killed_set_up_leaves_no_program_behind(tmp_path: Path) -> None:
    noted = tmp_path / "child"
    deed = f"import os, time; open({str(noted)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    ours = subprocess.Popen([PYTHON, "-c", f"{START} run([sys.executable, '-c', {deed!r}], Path('.'))"], cwd=tmp_path)
    child = _number_in(noted)
    ours.kill()
    ours.wait()
    assert _ends(child)


def test_a_set_up_that_is_told_to_end_tells_its_program(tmp_path: Path) -> None:
    noted = tmp_path / "child"
    deed = f"import os, time; open({str(noted)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    ours = subprocess.Popen(
        [PYTHON, "-c", f"{START} sys.exit(run([sys.executable, '-c', {deed!r}], Path('.')))"], cwd=tmp_path
    )
    child = _number_in(noted)
    ours.terminate()
    assert ours.wait(timeout=60) == 128 + signal.SIGTERM
    assert _ends(child)


def test_a_second_set_up_waits_for_the_first(tmp_path: Path) -> None:
    """The order of the words in the file tells: the second may write only after the first has let go."""
    lock, order = tmp_path / ".glassbox" / "setup.lock", tmp_path / "order"
    deed = (
        "from setting_up.processes import alone; from pathlib import Path; import sys\n"
        f"with alone(Path({str(lock)!r})): open({str(order)!r}, 'a').write('second ')"
    )
    with alone(lock):
        english = {**os.environ, "LC_ALL": "C"}
        second = subprocess.Popen([PYTHON, "-c", deed], stdout=subprocess.PIPE, text=True, env=english)
        assert second.stdout
        assert "waiting" in second.stdout.readline()
        with order.open("a") as said:
            said.write("first ")
    assert second.wait(timeout=60) == 0
    second.stdout.close()
    assert order.read_text() == "first second "


def test_a_pip_that_outlives_the_set_up_still_holds_its_lock(tmp_path: Path) -> None:
    lock = tmp_path / "setup.lock"
    with alone(lock) as held:
        child = subprocess.Popen([PYTHON, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=(held,))
    probe = (
        "import fcntl, sys\n"
        f"try: fcntl.flock(open({str(lock)!r}, 'a'), fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
        "except BlockingIOError: sys.exit(9)"
    )
    try:
        assert subprocess.run([PYTHON, "-c", probe], check=False).returncode == 9
    finally:
        child.communicate(b"\n")
    assert subprocess.run([PYTHON, "-c", probe], check=False).returncode == 0


def test_a_project_in_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LackingError, match="cannot be written"), alone(tmp_path / "file" / "setup.lock"):
        pass


@pytest.mark.parametrize(
    ("arguments", "variables", "expected"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        (["build", "--lang", "zh"], {"LANG": "C"}, "zh"),
        (["build", "--lang=en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["build", "--lang"], {}, "en"),
    ],
)
def test_the_set_up_speaks_the_reader_s_language(
    arguments: list[str], variables: dict[str, str], expected: str
) -> None:
    assert language(arguments, variables) == expected


def _number_in(file: Path) -> int:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if file.exists() and (text := file.read_text()):
            return int(text)
        time.sleep(0.02)
    raise AssertionError("the program did not start")


def _ends(process: int) -> bool:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
            if Path(f"/proc/{process}/stat").exists() and ") Z " in Path(f"/proc/{process}/stat").read_text():
                return True  # ended, and only not yet counted by whoever took it over
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.02)
    return False
