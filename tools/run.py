"""The two commands of a fresh machine; they need nothing but Python 3.11.2 or newer.

    python3 tools/run.py build [options of `glassbox build`]
        makes .venv from the lock, then the site, and says where it is
    python3 tools/run.py test [--system] [arguments of pytest]
        the same with what the tests need (a Chromium, Chinese fonts, Node.js), then every check and test;
        with arguments for pytest, pytest alone; --system installs Debian packages through sudo

Both speak the language of --lang zh or --lang en, else the locale's.
Exit codes are those of the command that is run; 2 where this one was misused, 3 where the machine lacks something.
"""

from __future__ import annotations

import platform
import signal
import sys
from pathlib import Path

from setting_up.environment import RUNTIME_LOCK, TEST_LOCK, ensure_environment, python_of, script_of
from setting_up.processes import alone, run
from setting_up.words import LackingError, apart, say

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11, 2)
LOCKS = {"build": (RUNTIME_LOCK,), "test": (RUNTIME_LOCK, TEST_LOCK)}


def main(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in LOCKS:
        asked = command in ("-h", "--help")
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        set_up(command)
        return test(rest) if command == "test" else build(rest)
    except LackingError as lacking:
        print(lacking, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def set_up(command: str) -> None:
    if sys.version_info[:3] < OLDEST_PYTHON:
        version = platform.python_version()
        raise LackingError(
            f"Python {version} is too old. Use 3.11.2 or newer, for instance: python3.11 tools/run.py {command}",
            f"Python {version} 太旧。请用 3.11.2 或更新的版本，例如：python3.11 tools/run.py {command}",
        )
    with alone(ROOT / ".glassbox" / "setup.lock") as held:
        ensure_environment(ROOT, LOCKS[command], lambda line: run(line, ROOT, held))


def build(options: list[str]) -> int:
    glassbox = script_of(ROOT, "glassbox")
    asked, options = apart(options)
    code = run([str(glassbox), *asked, "build", *options], ROOT)
    front = ROOT / "site" / "index.html"
    if code == 0 and front.exists() and not {"-h", "--help"} & set(options):
        say(f"The site is here; open it in a browser: {front}", f"网站在此，可直接用浏览器打开：{front}")
        say(f"Or serve it on this machine: {glassbox} -C {ROOT} serve", f"或在本机启动服务：{glassbox} -C {ROOT} serve")
    return code


def test(arguments: list[str]) -> int:
    return run([str(python_of(ROOT)), "-m", "setting_up.checks", *arguments], ROOT)


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a Latin-1 terminal must not stop a build
    sys.exit(main(sys.argv[1:]))
