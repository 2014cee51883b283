"""Brings what the tests need and a machine may lack: a Chromium that plays film, Chinese fonts, a Node.js.

What is present is taken; what is not comes from Debian's packages where we may install them (as root, or with
`--system` through sudo), else from Playwright and from the wheel of the lock, which need no such right.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from glassbox.doctor.chromium import Chromium, find_chromium
from glassbox.doctor.fonts import chinese_fonts
from glassbox.doctor.node import Node, find_node
from setting_up.environment import Runner, install
from setting_up.words import LackingError, say

NODE_LOCK = "requirements-node.lock"


@dataclass(frozen=True)
class Packages:
    """The way to Debian's packages: the words that go before `apt-get`, or nothing where there is no way."""

    before: tuple[str, ...] | None

    def install(self, start: Runner, *names: str) -> bool:
        """Whether apt-get put them there."""
        if self.before is None:
            return False
        say(f"Installing Debian's {' '.join(names)} …", f"正在安装 Debian 软件包 {' '.join(names)}……")
        apt = [*self.before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
        return start([*apt, "update"]) == 0 and start([*apt, "install", "-y", "--no-install-recommends", *names]) == 0


def debian_packages(*, with_sudo: bool) -> Packages:
    if not shutil.which("apt-get"):
        return Packages(None)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Packages(())
    return Packages(("sudo",)) if with_sudo and shutil.which("sudo") else Packages(None)


def bring_fonts(start: Runner, packages: Packages, look: Callable[[], list[str]] = chinese_fonts) -> list[str]:
    """Families of Chinese fonts, installed first where none are; empty where they could not be."""
    return look() or (look() if packages.install(start, "fontconfig", "fonts-noto-cjk") else [])


def bring_chromium(
    start: Runner, packages: Packages, python: str, look: Callable[..., Chromium | None] = find_chromium
) -> Chromium | None:
    """A Chromium that plays film; the best there is where none does."""
    here = look()
    if here is None or not here.plays_film:
        # Ubuntu's package of that name is a door to a snap, which does not open in a container.
        if _is_debian() and packages.install(start, "chromium"):
            here = look() or here
        if here is None or not here.plays_film:
            say("Fetching Playwright's Chromium …", "正在下载 Playwright 的 Chromium……")
            start([python, "-m", "playwright", "install", "chromium"])
            here = look(playwrights_own()) or here
    return here


def bring_node(start: Runner, root: Path, look: Callable[[], Node | None] = find_node) -> Node | None:
    """A Node.js that is new enough; an older one, or nothing, where none could be had."""
    here = look()
    if here is None or not here.is_new_enough:
        say(f"Installing the Node.js of {NODE_LOCK} …", f"正在安装 {NODE_LOCK} 中的 Node.js……")
        try:
            install(root, start, NODE_LOCK)
        except LackingError as lacking:
            print(lacking, flush=True)
        here = look() or here
    return here


def playwrights_own() -> list[Path]:
    """Where Playwright puts its Chromium; empty where it knows none for this system."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as browsers:
            path = Path(browsers.chromium.executable_path)
    except Error:
        return []
    return [path] if path.exists() else []


def _is_debian() -> bool:
    try:
        release = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return False
    return "\nID=debian\n" in f"\n{release}\n"
