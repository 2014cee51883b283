"""Style sheets and scripts are published without what only the source's readers need."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from glassbox.doctor.node import find_node
from glassbox.publish.lean import lean

ASSETS = Path(__file__).resolve().parents[2] / "overrides/assets"


def test_comments_and_indentation_stay_behind() -> None:
    head = "/**\n * What it does.\n */\n"
    script = f"{head}(function () {{\n  // why\n  a('//b'); // so\n\n  /** @type {{X}} */ (c).d();\n}})();\n"
    assert lean("a.js", script.encode()) == b"(function(){a('//b');(c).d();})();\n"
    sheet = "/* one\n   two */\n@layer x {\n  a { b: url(//c); } /* stays */\n}\n"
    assert lean("a.css", sheet.encode()) == b"@layer x {\na { b: url(//c); } /* stays */\n}\n"


def test_a_licence_travels() -> None:
    script = b"/*! MIT\n   by them */\na();\n"
    assert lean("a.js", script).startswith(b"/*! MIT\n   by them */")


@pytest.mark.parametrize("script", ["a(`one\n   // two ${ b }`);", "a('one\\\n   two');", "a(/[/]\\/\\*x/g, b /c/ d);"])
def test_texts_and_patterns_stay_as_they_are(script: str) -> None:
    kept = lean("a.js", f"  {script}\n".encode()).decode()
    assert kept.replace(" ", "") == f"{script}\n".replace(" ", "")
    assert "\n   // two" in kept or "\n   two" in kept or "/[/]" in kept


def test_other_files_stay_as_they_are() -> None:
    assert lean("icon.svg", b"  // x\n") == b"  // x\n"
    assert lean("lunr.min.js", b"/** by them */ a()") == b"/** by them */ a()"


def test_every_script_of_ours_gets_lighter_and_can_still_be_read_by_an_engine(tmp_path: Path) -> None:
    scripts = sorted((ASSETS / "js").rglob("*.js"))
    assert len(scripts) >= 8
    node = find_node()
    assert node is not None
    for script in scripts:
        file = tmp_path / script.name
        file.write_bytes(lean(script.name, script.read_bytes()))
        assert file.stat().st_size < script.stat().st_size * 0.9, script.name
        subprocess.run([str(node.path), "--check", str(file)], check=True)
