"""Looks at what only the tests need: a browser that plays film, Chinese fonts, a Node.js."""

from __future__ import annotations

from glassbox.doctor.chromium import Chromium, find_chromium
from glassbox.doctor.findings import NONE, Both, Finding, same
from glassbox.doctor.fonts import chinese_fonts
from glassbox.doctor.node import OLDEST as OLDEST_NODE
from glassbox.doctor.node import Node, find_node


def findings_for_testing() -> list[Finding]:
    return [chromium_finding(find_chromium()), fonts_finding(chinese_fonts()), node_finding(find_node())]


def chromium_finding(here: Chromium | None) -> Finding:
    if here is None:
        found = NONE
    elif here.plays_film:
        found = same(f"{here.version} ({here.path})")
    else:
        found = Both(f"{here.version} ({here.path}) plays no H.264", f"{here.version}（{here.path}）不能播放 H.264")
    cure = "apt-get install chromium"
    return Finding(
        Both("Chromium", "Chromium"),
        found,
        here is not None and here.plays_film,
        Both(
            f"On Debian: {cure}; elsewhere install Chrome, or name one with GLASSBOX_CHROMIUM.",
            f"在 Debian 上：{cure}；其他系统请安装 Chrome，或用 GLASSBOX_CHROMIUM 指定。",
        ),
        for_tests=True,
    )


def fonts_finding(fonts: list[str]) -> Finding:
    cure = "apt-get install fonts-noto-cjk"
    return Finding(
        Both("Chinese fonts", "中文字体"),
        same(", ".join(fonts[:3])) if fonts else NONE,
        bool(fonts),
        Both(f"On Debian and Ubuntu: {cure}", f"在 Debian、Ubuntu 上：{cure}"),
        for_tests=True,
    )


def node_finding(here: Node | None) -> Finding:
    return Finding(
        Both("Node.js", "Node.js"),
        same(f"{here.version} ({here.path})") if here else NONE,
        here is not None and here.is_new_enough,
        Both(
            f"Install Node.js {OLDEST_NODE} or newer, or let `python3 tools/run.py test` bring one.",
            f"请安装 Node.js {OLDEST_NODE} 或更新的版本，或运行 `python3 tools/run.py test` 自动获取。",
        ),
        for_tests=True,
    )
