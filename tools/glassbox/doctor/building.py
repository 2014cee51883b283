"""Looks at everything that a build needs, and says of each whether it is there."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

import yaml

import glassbox
from glassbox.derivatives.programs import NoFFmpeg, ffmpeg
from glassbox.doctor.disk import disk_of
from glassbox.doctor.findings import NONE, Both, Finding, same
from glassbox.doctor.packages import strangers
from glassbox.loading.binding_places import MEDIA_VARIABLE

OLDEST_PYTHON = (3, 11, 2)
ENOUGH_BYTES = 5 * 10**9  # cache, the last good site and the next one beside it, for some minutes of film
LOCK = Path(glassbox.__file__).parents[2] / "requirements.lock"
ANEW = Both(
    "Remove the folder .venv, then run: python3 tools/run.py build",
    "请删除 .venv 文件夹，再运行：python3 tools/run.py build",
)


def findings_for_building(root: Path) -> list[Finding]:
    """The findings about Python, packages, ffmpeg, the disk and the media of the archive in `root`."""
    return [_python(), _packages(), *_ffmpeg(), *_disk(root), _media(root)]


def _python() -> Finding:
    return Finding(
        Both("Python", "Python"),
        same(platform.python_version()),
        sys.version_info[:3] >= OLDEST_PYTHON,
        Both("Install Python 3.11.2 or newer.", "请安装 Python 3.11.2 或更新的版本。"),
    )


def _packages() -> Finding:
    name = Both("Packages", "软件包")
    if not LOCK.exists():
        return Finding(name, Both("installed without the lock file", "未按锁定文件安装"), ok=True)
    others = strangers(LOCK)
    found = same("; ".join(others)) if others else Both("as requirements.lock says", "与 requirements.lock 一致")
    return Finding(name, found, not others, ANEW)


def _ffmpeg() -> list[Finding]:
    name = Both("ffmpeg", "ffmpeg")
    try:
        here = ffmpeg()
        version = here.version
    except NoFFmpeg:
        cure = "GLASSBOX_FFMPEG=/path/to/ffmpeg"
        return [Finding(name, NONE, False, Both(f"{ANEW.en}, or name one: {cure}", f"{ANEW.zh}，或指定：{cure}"))]
    loose = Both(f"{version}; not the locked one: bytes may differ", f"{version}；并非锁定版本，字节可能不同")
    inside = (
        Both("stands in walls: reads its source, writes its folder", "已隔离：只读素材，只写自己的文件夹")
        if here.is_walled
        else Both("no walls on this system; its other limits hold", "此系统不支持隔离；其他限制仍然有效")
    )
    found = Finding(name, same(version) if here.pinned else loose, ok=True)
    return [found, Finding(Both("Sandbox of ffmpeg", "ffmpeg 沙箱"), inside, ok=True)]


def _disk(root: Path) -> list[Finding]:
    room, deeds = Both("Free disk", "磁盘空间"), Both("Exchange and links on this disk", "磁盘的原子交换与硬链接")
    try:
        disk = disk_of(root)
    except OSError as error:
        return [_unwritable(room, root, error)]
    least = f"{ENOUGH_BYTES / 10**9:.0f} GB"
    exchanges = ("one-step exchange", "可一步交换") if disk.exchanges else ("exchange by two renames", "用两次改名交换")
    links = ("hard links", "有硬链接") if disk.links else ("copies instead of hard links", "以复制代替硬链接")
    return [
        Finding(
            room,
            same(f"{disk.free_bytes / 10**9:.1f} GB"),
            disk.free_bytes >= ENOUGH_BYTES,
            Both(f"Make room: {least} should be free before a build.", f"请腾出空间：生成网站前应有 {least} 可用。"),
        ),
        # Never a lack: without them a publish copies and renames twice, and recovers if it is cut between the two.
        Finding(deeds, Both(f"{exchanges[0]}, {links[0]}", f"{exchanges[1]}，{links[1]}"), ok=True),
    ]


def _media(root: Path) -> Finding:
    name, named = Both("Media root", "素材目录"), os.environ.get(MEDIA_VARIABLE) or _media_root(root)
    if not named:
        found = Both("none named: media lie in the films' folders", "未指定：素材位于各影片文件夹")
        return Finding(name, found, ok=True)
    return Finding(
        name,
        same(named),
        (root / named).is_dir(),
        Both(
            "No such folder. Mount the disk, or mend media_root in content/site.yml (or GLASSBOX_MEDIA).",
            "没有这个文件夹。请挂载磁盘，或修改 content/site.yml 的 media_root（或 GLASSBOX_MEDIA）。",
        ),
    )


def _media_root(root: Path) -> str:
    """`media_root` of site.yml as text; nothing where the file cannot be read (`glassbox check` tells why)."""
    try:
        site = yaml.load((root / "content" / "site.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return ""
    named = site.get("media_root") if isinstance(site, dict) else None
    return named if isinstance(named, str) else ""


def _unwritable(name: Both, root: Path, error: OSError) -> Finding:
    why = error.strerror or str(error)
    return Finding(
        name,
        Both(f"{root} cannot be written: {why}", f"{root} 无法写入：{why}"),
        False,
        Both("Put the archive where you may write.", "请把档案放在可写的位置。"),
    )
