"""Nothing of content/ reaches the output unless a record publishes it: canaries in words, names, data and media."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from blake3 import blake3
from PIL import Image

from glassbox.derivatives import ffmpeg
from making.shards import shown_by_index, words_of_index
from making.small import clip, write_small

pytestmark = pytest.mark.ffmpeg

CANARY = "canaryqx"
"""Each canary is this with a number; none may be anywhere in the output, in any encoding that we know."""


def _edit(root: Path, name: str, change: Any) -> None:
    file = root / "content" / name
    data = yaml.safe_load(file.read_text("utf-8"))
    change(data)
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def _plant(root: Path) -> None:
    """Hidden records of many kinds, each referred to by public ones, and media that carry their owner's traces."""
    write_small(root)
    film = root / "content/films/small"

    def takes(data: list[Any]) -> None:
        data.append({"id": "SM-T007", "status": "rejected", "shots": ["SQ01-0010"], "reason": "two-moons",
                     "publish": "withheld", "publish_reason": "a face", "note": f"{CANARY}1"})  # fmt: skip
        data.append({"id": "SM-T008", "status": "pending", "shots": ["SQ01-0010"], "note": f"{CANARY}2",
                     "embargo": "2099-01-01T00:00+08:00"})  # fmt: skip

    def shots(data: list[Any]) -> None:
        data.append({"code": "SQ09-0010", "order": "9", "title": f"{CANARY}3", "publish": "withheld",
                     "publish_reason": "not ours"})  # fmt: skip

    def decisions(data: list[Any]) -> None:
        data[0]["about"] += ["SM-T007", "SM-T008", "SM-P008", "SQ09-0010"]
        data.append({"id": "SM-D008", "date": "2026-05-13", "title": f"{CANARY}4", "why": f"{CANARY}5",
                     "embargo": "2099-01-01T00:00+08:00"})  # fmt: skip

    _edit(root, "films/small/takes.yml", takes)
    _edit(root, "films/small/shots.yml", shots)
    _edit(root, "films/small/decisions.yml", decisions)
    _edit(root, "films/small/film.yml", lambda d: d.update(withheld=[{"what": ["SM-P009"], "why": "asked not to"}]))
    for number, more in ((8, {"embargo": "2099-01-01T00:00+08:00"}), (9, {})):
        prompt = {"id": f"SM-P00{number}", "tool": "video-model", "writer": "director", "task": "edit",
                  "title": f"{CANARY}{number}0", "parent": "SM-P001@1",
                  "revisions": [{"rev": "1", "text": f"{CANARY}{number}1 for nobody to read"}], **more}  # fmt: skip
        (film / f"prompts/SM-P00{number}.yml").write_text(yaml.safe_dump(prompt, allow_unicode=True), "utf-8")
    excerpt = {"id": "SM-P010", "tool": "video-model", "writer": "director", "task": "edit", "publish": "excerpt",
               "publish_reason": "the rest is another's",
               "revisions": [{"rev": "1", "text": f"{CANARY}6", "excerpt": "the beginning",
                              "negative": f"{CANARY}7"}]}  # fmt: skip
    (film / "prompts/SM-P010.yml").write_text(yaml.safe_dump(excerpt, allow_unicode=True), "utf-8")
    (film / "takes/SM-T007.mp4").write_bytes(clip(1, 7))
    (film / "takes/SM-T008.mp4").write_bytes(clip(1, 8))
    (film / "documents").mkdir()
    (film / f"documents/{CANARY}8.txt").write_text(f"{CANARY}9", "utf-8")
    (root / "content" / f"{CANARY}11.md").write_text(f"{CANARY}12", "utf-8")
    _camera_traces(film)


def _camera_traces(film: Path) -> None:
    """A drawing and a clip that tell who made them and where."""
    traces = Image.Exif()
    traces[0x010E] = f"{CANARY}13"  # ImageDescription
    traces[0x013B] = f"{CANARY}14"  # Artist
    traces.get_ifd(0x8825).update({1: "N", 2: (31.0, 13.0, 37.21), 3: "E", 4: (121.0, 28.0, 11.0), 29: f"{CANARY}15"})
    board = film / "storyboards/SQ01-0020.jpg"
    Image.linear_gradient("L").convert("RGB").resize((320, 180)).save(
        board, exif=traces, comment=f"{CANARY}16".encode()
    )
    take = film / "takes/SM-T003.mp4"
    marked = take.with_name("marked.mp4")
    subprocess.run(
        [ffmpeg().path, "-v", "error", "-y", "-i", str(take), "-c", "copy", "-movflags", "use_metadata_tags",
         "-metadata", f"artist={CANARY}17", "-metadata", "location=+31.2270+121.4695/", "-metadata",
         f"com.apple.quicktime.author={CANARY}18", str(marked)],
        check=True,
    )  # fmt: skip
    marked.replace(take)
    master = film / "master.mp4"
    subprocess.run(
        [ffmpeg().path, "-v", "error", "-y", "-i", str(master), "-c", "copy", "-metadata", f"comment={CANARY}19",
         str(marked)],
        check=True,
    )  # fmt: skip
    marked.replace(master)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> Path:
    root = tmp_path_factory.mktemp("planted")
    _plant(root)
    glassbox(root, "build", "--quiet")
    return root


def test_the_canaries_are_really_there(planted: Path) -> None:
    held = b"".join(f.read_bytes() for f in sorted((planted / "content").rglob("*")) if f.is_file())
    for number in (1, 2, 3, 4, 5, 6, 7, 9, 12, 13, 14, 15, 16, 17, 18, 19):
        assert f"{CANARY}{number}".encode() in held, number


def test_no_canary_is_anywhere_in_the_site(planted: Path) -> None:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        sought = CANARY.encode(encoding)
        for file in sorted((planted / "site").rglob("*")):
            assert CANARY not in file.name
            if file.is_file():
                assert sought not in file.read_bytes().lower(), file


def test_no_hidden_word_or_id_is_in_the_index(planted: Path) -> None:
    held = words_of_index(planted / "site").lower()
    assert "thirteen" in held
    assert "sm-p010" in held
    assert "the beginning" in held
    for hidden in (CANARY, "sm-t008", "sm-p008", "sm-d008"):
        assert hidden not in held, hidden
    for address, shown in shown_by_index(planted / "site"):
        if address not in ("about/", "films/small/"):  # whose pages hold the register
            for withheld in ("SM-T007", "SM-P009", "SQ09-0010"):
                assert withheld not in shown, address


def test_embargoed_ids_are_nowhere_and_withheld_ones_only_in_the_register(planted: Path) -> None:
    site = planted / "site"
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        assert "SM-P008" not in name
        assert "SM-P009" not in name
        if file.suffix in (".html", ".xml", ".json", ".js"):
            text = file.read_text("utf-8")
            for hidden in ("SM-T008", "SM-P008", "SM-D008"):
                assert hidden not in text, (name, hidden)
            if name not in (
                "about/index.html",
                "zh/about/index.html",
                "films/small/index.html",
                "zh/films/small/index.html",
            ):
                for withheld in ("SM-T007", "SM-P009", "SQ09-0010"):
                    assert withheld not in text, (name, withheld)
    assert "SM-P009" in (site / "about/index.html").read_text("utf-8")


def test_hidden_media_make_no_file(planted: Path) -> None:
    """Four films' worth of names would be there otherwise: each source's derivatives are counted."""
    published = {hashlib.sha256(f.read_bytes()).hexdigest() for f in (planted / "site/media").rglob("*") if f.is_file()}
    store = planted / ".glassbox/cache/media"
    for hidden in ("SM-T007", "SM-T008"):
        source = planted / f"content/films/small/takes/{hidden}.mp4"
        assert not (store / blake3(source.read_bytes()).hexdigest()).exists()
        assert hashlib.sha256(source.read_bytes()).hexdigest() not in published


def test_what_is_shown_as_an_excerpt_shows_it(planted: Path) -> None:
    page = (planted / "site/prompts/SM-P010/index.html").read_text("utf-8")
    assert "the beginning" in page
    assert "another&#39;s" in page


def test_once_the_embargo_has_passed_the_record_is_there(planted: Path, glassbox: Any) -> None:
    glassbox(planted, "build", "--quiet", "--as-of", "2099-01-02")
    page = (planted / "site/prompts/SM-P008/index.html").read_text("utf-8")
    assert f"{CANARY}81" in page
    glassbox(planted, "build", "--quiet")
    assert not (planted / "site/prompts/SM-P008").exists()
