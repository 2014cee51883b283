"""Files that are not what they say: nothing beside them is read, nothing hangs, each is named."""

from __future__ import annotations

import os
import socket
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from glassbox.derivatives import Made, Source, Store, Use, make_all

pytestmark = pytest.mark.ffmpeg
Maker = Callable[..., Made]
Clip = Callable[..., Path]
Codes = Callable[[Made], list[str]]

LISTS = {
    "HLS": "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{file}\n#EXT-X-ENDLIST\n",
    "HLS to a server": "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:{port}/x.ts\n#EXT-X-ENDLIST\n",
    "concat": "ffconcat version 1.0\nfile {file}\n",
    "SDP": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video {port} RTP/AVP 96\n",
    "DASH": '<?xml version="1.0"?><MPD><Period><BaseURL>http://127.0.0.1:{port}/x.mp4</BaseURL></Period></MPD>',
    "SVG": '<svg xmlns="http://www.w3.org/2000/svg"><image href="{file}"/></svg>',
    "subtitles": "1\n00:00:00,000 --> 99:59:59,000\nwords\n",
}


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("use", [Use.CLIP, Use.PICTURE])
def test_a_list_under_a_false_name_reads_nothing(
    clip: Clip, made_of: Maker, codes: Codes, tmp_path: Path, kind: str, use: Use
) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.1)
        neighbour = tmp_path / "good.mp4"
        neighbour.write_bytes(clip().read_bytes())
        os.utime(neighbour, ns=(1, 1))
        text = LISTS[kind].format(file=neighbour.name, port=server.getsockname()[1])
        (tmp_path / "take.mp4").write_text(text)
        made = made_of(tmp_path / "take.mp4", use)
        assert not made.files
        assert codes(made) == ["GB-W105"]
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("name", ["-y.mp4", "%03d.mp4", "concat:good.mp4|good.mp4", "http:x.mp4", "a'b\"c $(x).mp4"])
def test_a_name_is_only_a_name(clip: Clip, made_of: Maker, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(clip().read_bytes())
    made = made_of(tmp_path / name, Use.CLIP)
    assert not made.problems
    assert made.of("playable")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "cache"])


def test_a_folder_a_pipe_a_missing_and_a_locked_file_are_told_and_do_not_wait(
    source: Callable[..., Source], store: Store, tmp_path: Path, codes: Codes
) -> None:
    (tmp_path / "folder.mp4").mkdir()
    os.mkfifo(tmp_path / "pipe.mp4")
    paths = [tmp_path / name for name in ("folder.mp4", "pipe.mp4", "missing.mp4")]
    made = make_all([source(path, Use.CLIP) for path in paths], store, jobs=1)
    assert [codes(one) for one in made] == [["GB-W112"], ["GB-W112"], ["GB-W110"]]


def test_a_film_without_a_picture_and_a_sound_without_a_sample_are_told(
    clip: Clip, source: Callable[..., Source], store: Store, tmp_path: Path, codes: Codes
) -> None:
    with wave.open(str(tmp_path / "silent.wav"), "wb") as silent:
        silent.setnchannels(1)
        silent.setsampwidth(2)
        silent.setframerate(48_000)
    empty = clip("empty.mp4", extra=("-frames:v", "0"))
    made = make_all([source(empty, Use.CLIP), source(tmp_path / "silent.wav", Use.AUDIO)], store, jobs=1)
    assert [codes(one) for one in made] == [["GB-W113"], ["GB-W113"]]
    assert not any(one.files for one in made)


def test_a_film_of_too_many_pixels_is_refused_before_it_is_decoded(clip: Clip, made_of: Maker, codes: Codes) -> None:
    bomb = clip("bomb.mkv", picture="color=red", size="7000x6000", fps="1", seconds=1, extra=("-c:v", "ffv1"))
    made = made_of(bomb, Use.CLIP)
    assert codes(made) == ["GB-W104"]
    assert not made.files


def test_one_broken_file_costs_only_itself_and_no_name_is_mixed(
    clip: Clip, source: Callable[..., Source], store: Store, tmp_path: Path, codes: Codes
) -> None:
    (tmp_path / "broken.mp4").write_bytes(clip(sound=True).read_bytes()[:900])
    Image.new("RGB", (99, 88)).save(tmp_path / "still.png")
    paths = [
        clip(size="160x90"),
        tmp_path / "broken.mp4",
        tmp_path / "still.png",
        clip(size="96x96"),
        clip(size="160x90"),
    ]
    for jobs, cache in ((2, "two"), (8, "eight")):
        sources = [source(path, Use.CLIP) for path in paths]
        made = make_all(sources, Store(tmp_path / cache), jobs=jobs)
        assert [one.source for one in made] == sources
        assert [bool(one.files) for one in made] == [True, False, True, True, True]
        assert codes(made[1]) == ["GB-W102"]
        assert [one.facts and one.facts.width for one in made] == [160, None, 99, 96, 160]
        assert made[0].files == made[4].files
