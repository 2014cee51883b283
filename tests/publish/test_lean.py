"""Style sheets and scripts are published without what only the source's readers need."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from glassbox.doctor.node import find_node
from glassbox.publish.lean import lean

ASSETS = Path(__file__).resolve().parents[2] / "overrides/assets"


def test_comments_on_lines_of_their_own_and_indentation_stay_behind() -> None:
    head = "/**\n * What it does.\n */\n"
    script = f"{head}(function () {{\n  // why\n  a('//b'); // stays\n\n  /** @type {{X}} */ (c).d();\n}})();\n"
    assert lean("a.js", script.encode()) == b"(function () {\na('//b'); // stays\n(c).d();\n})();\n"
    sheet = "/* one\n   two */\n@layer x {\n  a { b: url(//c); } /* stays */\n}\n"
    assert lean("a.css", sheet.encode()) == b"@layer x {\na { b: url(//c); } /* stays */\n}\n"


def test_a_licence_travels() -> None:
    script = b"/*! MIT\n   by them */\na();\n"
    assert lean("a.js", script) == b"/*! MIT\nby them */\na();\n"


@pytest.mark.parametrize("script", ["  a(`one\n   // two`);\n", "  a('one\\\n   two');\n"])
def test_a_script_with_a_text_over_several_lines_stays_as_it_is(script: str) -> None:
    assert lean("a.js", script.encode()) == script.encode()


def test_other_files_stay_as_they_are() -> None:
    assert lean("icon.svg", b"  // x\n") == b"  // x\n"


def test_every_script_of_ours_gets_lighter_and_can_still_be_read_by_an_engine(tmp_path: Path) -> None:
    scripts = sorted((ASSETS / "js").glob("*.js"))
    assert len(scripts) >= 8
    node = find_node()
    assert node is not None
    for script in scripts:
        file = tmp_path / script.name
        file.write_bytes(lean(script.name, script.read_bytes()))
        assert file.stat().st_size < script.stat().st_size * 0.9, script.name
        subprocess.run([str(node.path), "--check", str(file)], check=True)
