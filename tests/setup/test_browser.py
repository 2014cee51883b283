"""What the tests need is taken where it is, brought where it is not, and named where it cannot be had."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from glassbox.doctor.chromium import NAMED_BY, Chromium, ask, find_chromium
from glassbox.doctor.node import Node, find_node
from setting_up import browser
from setting_up.browser import Packages, bring_chromium, bring_fonts, bring_node, debian_packages

PLAYS = Chromium(Path("/usr/bin/chromium"), "156", plays_film=True)
DUMB = Chromium(Path("/home/cache/chrome"), "156", plays_film=False)


@dataclass
class Machine:
    """Programs that are started, and a browser that is there once `appears_with` was among them."""

    here: Chromium | None = None
    appears_with: str = ""
    brought: Chromium | None = None
    started: list[str] = field(default_factory=list)

    def __call__(self, command: list[str]) -> int:
        self.started.append(" ".join(command))
        if self.appears_with and self.appears_with in self.started[-1]:
            self.here = self.brought
        return 0

    def look(self, _further: object = ()) -> Chromium | None:
        return self.here


@pytest.fixture(autouse=True)
def _on_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_is_debian", lambda: True)
    monkeypatch.setattr(browser, "playwrights_own", list)


ROOT_USER, NOBODY, WITH_SUDO = Packages(()), Packages(None), Packages(("sudo",))


def test_a_browser_that_plays_film_is_taken_and_nothing_is_installed() -> None:
    machine = Machine(PLAYS)
    assert bring_chromium(machine, ROOT_USER, "python", machine.look) == PLAYS
    assert machine.started == []


@pytest.mark.parametrize("here", [None, DUMB])
def test_where_we_are_root_debian_s_package_is_installed(here: Chromium | None) -> None:
    machine = Machine(here, "install -y", PLAYS)
    assert bring_chromium(machine, ROOT_USER, "python", machine.look) == PLAYS
    assert [line.split("apt-get -q ")[1] for line in machine.started] == [
        "update",
        "install -y --no-install-recommends chromium",
    ]


def test_with_the_reader_s_leave_sudo_installs_it() -> None:
    machine = Machine(None, "install -y", PLAYS)
    bring_chromium(machine, WITH_SUDO, "python", machine.look)
    assert all(line.startswith("sudo env DEBIAN_FRONTEND=noninteractive apt-get") for line in machine.started)


def test_without_any_right_playwright_brings_one() -> None:
    machine = Machine(None, "playwright install", PLAYS)
    assert bring_chromium(machine, NOBODY, "python", machine.look) == PLAYS
    assert machine.started == ["python -m playwright install chromium"]


def test_a_browser_that_plays_no_film_is_better_than_none_and_known_for_what_it_is() -> None:
    machine = Machine(None, "playwright install", DUMB)
    assert bring_chromium(machine, NOBODY, "python", machine.look) == DUMB


def test_fonts_are_installed_only_where_there_are_none() -> None:
    machine = Machine()
    assert bring_fonts(machine, ROOT_USER, lambda: ["Noto Sans CJK SC"]) == ["Noto Sans CJK SC"]
    assert machine.started == []
    found = iter([[], ["Noto Sans CJK SC"]])
    assert bring_fonts(machine, ROOT_USER, lambda: next(found)) == ["Noto Sans CJK SC"]
    assert "fonts-noto-cjk" in machine.started[-1]
    assert bring_fonts(machine, NOBODY, list) == []


def test_an_old_node_is_replaced_by_the_one_of_the_lock(tmp_path: Path) -> None:
    machine, found = Machine(), iter([Node(Path("node"), "18.20.4"), Node(Path("wheel/node"), "24.19.0")])
    brought = bring_node(machine, tmp_path, lambda: next(found))
    assert brought
    assert brought.version == "24.19.0"
    assert "--require-hashes -r requirements-node.lock" in machine.started[0]


def test_sudo_is_used_only_where_it_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    assert debian_packages(with_sudo=False).before is None
    assert debian_packages(with_sudo=True).before == ("sudo",)
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0)
    assert debian_packages(with_sudo=False).before == ()
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    assert debian_packages(with_sudo=True).before is None


def test_a_program_that_is_no_browser_is_none(tmp_path: Path) -> None:
    script = tmp_path / "chromium"
    script.write_text("#!/bin/sh\necho hello\n", encoding="utf-8")
    script.chmod(0o755)
    assert ask(script) is None
    assert ask(tmp_path / "nothing") is None


@pytest.mark.parametrize(("says", "plays"), [("probably", True), ("", False), ("maybe", False)])
def test_only_a_browser_that_says_probably_plays_film(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, plays: bool
) -> None:
    script = tmp_path / "chromium"
    script.write_text(
        f"#!/bin/sh\necho '<body>[Mozilla/5.0 Chrome/156.0.0.0 Safari][{says}]</body>'\n", encoding="utf-8"
    )
    script.chmod(0o755)
    monkeypatch.setenv(NAMED_BY, str(script))
    assert find_chromium() == Chromium(script, "156", plays)


def test_a_named_browser_is_the_only_one_that_is_asked_on_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAMED_BY, "/nowhere/chromium")
    assert find_chromium() is None


def test_a_node_is_known_by_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "node"
    script.write_text("#!/bin/sh\necho v18.20.4\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("GLASSBOX_NODE", str(script))
    assert find_node() == Node(script, "18.20.4")
    assert not Node(script, "18.20.4").is_new_enough
    assert Node(script, "20.0.0").is_new_enough


@pytest.mark.browser
def test_the_browser_of_this_machine_answers_the_question() -> None:
    found = find_chromium()
    assert found
    assert found.plays_film
    assert int(found.version) > 100
