"""`doctor` says of everything whether it is there, and of what is not how to get it."""

from __future__ import annotations

import importlib.metadata
import os
from pathlib import Path

import pytest

from glassbox.doctor import Both, Finding, print_findings
from glassbox.doctor.disk import disk_of
from glassbox.doctor.packages import pins, strangers

GOOD = Finding(Both("Python", "Python"), Both("3.11.2", "3.11.2"), ok=True)
BAD = Finding(Both("Free disk", "磁盘空间"), Both("1 GB", "1 GB"), ok=False, cure=Both("Make room.", "请腾出空间。"))
FOR_TESTS = Finding(
    Both("Node.js", "Node.js"), Both("none", "无"), ok=False, cure=Both("Install it.", "请安装。"), for_tests=True
)


@pytest.mark.parametrize(
    ("findings", "code"), [([GOOD], 0), ([GOOD, FOR_TESTS], 0), ([GOOD, BAD], 3), ([BAD, FOR_TESTS], 3), ([], 0)]
)
def test_only_what_would_stop_a_build_makes_the_exit_code_bad(findings: list[Finding], code: int) -> None:
    assert print_findings(findings, "en") == code


def test_a_lack_is_told_with_its_cure_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    print_findings([GOOD, BAD, FOR_TESTS], "en")
    assert capsys.readouterr().out.splitlines() == [
        "ok    Python: 3.11.2",
        "LACKS Free disk: 1 GB",
        "      → Make room.",
        "LACKS Node.js: none (only the tests need it)",
        "      → Install it.",
    ]
    print_findings([BAD, FOR_TESTS], "zh")
    assert capsys.readouterr().out.splitlines() == [
        "缺少 磁盘空间：1 GB",
        "      → 请腾出空间。",
        "缺少 Node.js：无（仅测试需要）",
        "      → 请安装。",
    ]


def test_packages_are_compared_with_the_lock(tmp_path: Path) -> None:
    lock, here = tmp_path / "requirements.lock", importlib.metadata.version("click")
    lock.write_text(
        f"# made by hand\nclick=={here} \\\n    --hash=sha256:00\npyyaml==0.1 \\\n    --hash=sha256:00\n"
        "no-such-package==1 \\\n    --hash=sha256:00\nonly-elsewhere==1 ; sys_platform == 'win32' \\\n",
        encoding="utf-8",
    )
    assert [pin.name for pin in pins(lock)] == ["click", "pyyaml", "no-such-package", "only-elsewhere"]
    assert strangers(lock) == [
        f"pyyaml {importlib.metadata.version('pyyaml')} (lock: 0.1)",
        "no-such-package (missing, lock: 1)",
    ]


def test_the_disk_is_tried_out_and_left_as_it_was(tmp_path: Path) -> None:
    disk = disk_of(tmp_path)
    assert disk.free_bytes > 0
    assert disk.links == _can_link(tmp_path)
    assert list((tmp_path / ".glassbox").iterdir()) == []


def test_the_machine_is_examined_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from glassbox.doctor import examine

    monkeypatch.setenv("GLASSBOX_CHROMIUM", "/nowhere/chromium")
    monkeypatch.delenv("GLASSBOX_MEDIA", raising=False)
    findings = {finding.name.en: finding for finding in examine(tmp_path)}
    assert list(findings) == [
        "Python", "Packages", "ffmpeg", "Sandbox of ffmpeg", "Free disk", "Exchange and links on this disk",
        "Media root",
        "Chromium", "Chinese fonts", "Node.js",
    ]  # fmt: skip
    assert findings["Python"].ok
    assert findings["ffmpeg"].ok
    assert not findings["Chromium"].ok
    assert "GLASSBOX_CHROMIUM" in findings["Chromium"].cure.zh
    for finding in findings.values():
        assert finding.ok or (finding.cure.en and finding.cure.zh)


@pytest.mark.parametrize("by_variable", [True, False])
def test_a_media_root_that_is_not_mounted_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_variable: bool
) -> None:
    from glassbox.doctor.building import findings_for_building

    monkeypatch.delenv("GLASSBOX_MEDIA", raising=False)
    (tmp_path / "content").mkdir()
    if by_variable:
        monkeypatch.setenv("GLASSBOX_MEDIA", "footage")
    else:
        (tmp_path / "content" / "site.yml").write_text("media_root: footage\n", encoding="utf-8")

    def media() -> Finding:
        return next(finding for finding in findings_for_building(tmp_path) if finding.name.en == "Media root")

    assert (media().ok, media().found.en) == (False, "footage")
    (tmp_path / "footage").mkdir()
    assert media().ok


@pytest.mark.parametrize("text", ["media_root: [", "- a", "media_root: {a: b}", "[" * 100_000, "\x00"])
def test_a_site_file_that_cannot_be_read_does_not_stop_the_doctor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    from glassbox.doctor.building import findings_for_building

    monkeypatch.delenv("GLASSBOX_MEDIA", raising=False)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text(text, encoding="utf-8")
    assert next(finding for finding in findings_for_building(tmp_path) if finding.name.en == "Media root").ok


def test_an_archive_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    from glassbox.doctor.building import findings_for_building

    (tmp_path / ".glassbox").touch()
    disk = [finding for finding in findings_for_building(tmp_path) if finding.name.en == "Free disk"]
    assert [finding.ok for finding in disk] == [False]
    assert disk[0].cure.zh


def _can_link(folder: Path) -> bool:
    (folder / "one").touch()
    try:
        os.link(folder / "one", folder / "two")
    except OSError:
        return False
    return True
