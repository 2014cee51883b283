"""Takes and films through ffmpeg: what comes out is right, labelled, and nobody's but the film's."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image, ImageStat

from glassbox.derivatives import Kind, Label, Made, MadeFile, Source, Store, Use, clips, ffmpeg, make_all
from glassbox.derivatives.labels import label_in
from glassbox.derivatives.mp4 import starts_fast, xmp_of
from glassbox.derivatives.probing import probe
from glassbox.derivatives.recipes import FILM_WEB
from glassbox.derivatives.running import run

pytestmark = pytest.mark.ffmpeg
Maker = Callable[..., Made]
Clip = Callable[..., Path]
Codes = Callable[[Made], list[str]]


def only(made: Made, role: str) -> MadeFile:
    (file,) = made.of(role)
    return file


def stream_of(file: MadeFile, kind: str = "video") -> Any:
    with av.open(str(file.path)) as container:
        stream = container.streams.best(kind)  # type: ignore[call-overload]
        assert stream is not None
        return stream


def picture_of(file: MadeFile) -> Image.Image:
    if file.mime == "video/mp4":
        with av.open(str(file.path)) as container:
            return next(container.decode(video=0)).to_image()
    with Image.open(file.path) as picture:
        return picture.convert("RGB")


def brightness(picture: Image.Image) -> float:
    return ImageStat.Stat(picture.convert("L")).mean[0]


def test_a_take_comes_with_poster_stills_sprite_preview_and_a_clip_to_play(clip: Clip, made_of: Maker) -> None:
    made = made_of(clip(seconds=8, size="1280x720", sound=True), Use.CLIP)
    assert not made.problems
    assert [(file.width, file.height) for file in made.of("poster")] == [(320, 180), (640, 360)]
    assert len(made.of("still")) == 3
    assert (only(made, "sprite").width, only(made, "sprite").height) == (1600, 90)
    preview, playable = only(made, "preview"), only(made, "playable")
    assert (preview.width, preview.height) == (480, 270)
    assert preview.seconds == pytest.approx(6.0, abs=0.1)
    assert playable.seconds == pytest.approx(8.0, abs=0.1)
    assert (playable.width, playable.height) == (1280, 720)
    with av.open(str(preview.path)) as container:
        assert [stream.type for stream in container.streams] == ["video"]
    with av.open(str(playable.path)) as container:
        assert [stream.type for stream in container.streams] == ["video", "audio"]
        assert container.streams.video[0].codec_context.pix_fmt == "yuv420p"
    for file in (preview, playable):
        assert starts_fast(file.path)


def test_facts_come_from_the_file(clip: Clip, made_of: Maker) -> None:
    path = clip(seconds=2, sound=True)
    facts = made_of(path, Use.CLIP).facts
    assert facts is not None
    assert facts.kind is Kind.VIDEO
    assert (facts.width, facts.height, facts.fps, facts.codec, facts.frames) == (320, 180, 24.0, "h264", 48)
    assert facts.seconds == pytest.approx(2.0, abs=0.001)
    assert facts.has_sound
    assert facts.bytes == path.stat().st_size
    assert facts.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_label_is_in_every_still_and_clip(clip: Clip, made_of: Maker, generated: Label) -> None:
    made = made_of(clip(sound=True), Use.CLIP)
    for file in made.files:
        if file.mime == "video/mp4":
            assert label_in(xmp_of(file.path)) == generated
            with av.open(str(file.path)) as container:
                assert container.metadata["AIGC"] == generated.aigc
        else:
            with Image.open(file.path) as picture:
                assert label_in(picture.info["xmp"]) == generated


def test_a_film_without_a_label_gets_none(clip: Clip, made_of: Maker) -> None:
    for file in made_of(clip(), Use.CLIP, label=Label()).files:
        if file.mime == "video/mp4":
            assert xmp_of(file.path) == b""


@pytest.mark.parametrize("use", [Use.FILM, Use.CLIP])
def test_tags_chapters_and_further_streams_of_a_camera_stay_behind(
    clip: Clip, made_of: Maker, tmp_path: Path, use: Use
) -> None:
    (tmp_path / "chapters.txt").write_text(
        ";FFMETADATA1\nartist=GBX-OWNER\nlocation=+31.2304+121.4737/\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=1\ntitle=GBX-C\n"
    )
    (tmp_path / "said.srt").write_text("1\n00:00:00,000 --> 00:00:01,000\nGBX-SAID\n")
    arguments = ["-i", f"file:{clip(sound=True)}", "-f", "ffmetadata", "-i", "chapters.txt", "-i", "said.srt",
                 "-map", "0", "-map", "2", "-map_metadata", "1", "-map_chapters", "1", "-c", "copy", "-c:s", "mov_text",
                 "-metadata:s:v", "handler_name=GBX-HANDLER", "-metadata:s:a", "title=GBX-TRACK",
                 "-timecode", "01:00:00:00", "-movflags", "use_metadata_tags", "phone.mov"]  # fmt: skip
    run(ffmpeg(), arguments, tmp_path)
    assert b"GBX-OWNER" in (tmp_path / "phone.mov").read_bytes()
    made = made_of(tmp_path / "phone.mov", use)
    assert not made.problems
    for file in made.files:
        data = file.path.read_bytes()
        assert b"GBX-" not in data
        assert b"31.2304" not in data
        if file.mime == "video/mp4":
            with av.open(str(file.path)) as container:
                assert {stream.type for stream in container.streams} <= {"video", "audio"}


def test_a_film_that_browsers_play_is_copied_and_not_encoded_again(clip: Clip, made_of: Maker) -> None:
    path = clip("film.mp4", seconds=2, size="640x360", sound=True, extra=("-c:a", "aac"))
    made = made_of(path, Use.FILM)
    with av.open(str(path)) as before, av.open(str(only(made, "web").path)) as after:
        frames = [[frame.to_ndarray().tobytes() for frame in film.decode(video=0)] for film in (before, after)]
    assert frames[0] == frames[1]
    assert starts_fast(only(made, "web").path)
    assert [file.width for file in made.of("poster")] == [640, 640]
    assert only(made, "web-small").seconds == pytest.approx(2.0, abs=0.1)


def test_a_film_that_browsers_do_not_play_is_encoded(clip: Clip, made_of: Maker) -> None:
    path = clip("master.mov", extra=("-c:v", "prores_ks", "-pix_fmt", "yuv422p10le"))
    web = only(made_of(path, Use.FILM), "web")
    assert stream_of(web).codec_context.codec.name == "h264"


def test_stills_of_a_film_are_the_frames_that_the_record_asks_for(
    clip: Clip, made_of: Maker, tmp_path: Path, codes: Codes
) -> None:
    # Each frame is of its own brightness: n of 48.
    path = clip("film.mp4", picture="color=black", seconds=2, extra=("-vf", "geq=lum='40+4*N':cb=128:cr=128"))
    moments = (0.0, 0.5, 1.0, 47 / 24)
    made = made_of(path, Use.FILM, moments=(*moments, 60.0))
    stills = made.of("still")
    assert [still.seconds for still in stills] == list(moments)
    levels = [brightness(picture_of(still)) for still in stills]
    wanted = [(40 + 4 * round(moment * 24) - 16) * 255 / 219 for moment in moments]
    assert levels == pytest.approx(wanted, abs=3)
    assert codes(made) == ["GB-W111"]
    assert "60.00" in made.problems[0].sentence("zh")


def test_a_shot_s_own_frame_comes_in_a_second_size_and_is_never_enlarged(clip: Clip, made_of: Maker) -> None:
    moments = {"moments": (0.25, 1.0, 1.75), "large": (1.0,)}
    wide = made_of(clip("wide.mp4", size="1600x900"), Use.FILM, **moments)
    assert [(still.seconds, still.width) for still in wide.of("still")] == [
        (0.25, 640), (1.0, 640), (1.0, 1280), (1.75, 640),
    ]  # fmt: skip
    small, large = (picture_of(still) for still in wide.of("still")[1:3])
    assert brightness(small) == pytest.approx(brightness(large), abs=2)
    middling = made_of(clip("middling.mp4", size="960x540"), Use.FILM, **moments)
    assert [still.width for still in middling.of("still")] == [640, 640, 960, 640]
    narrow = made_of(clip("narrow.mp4", size="320x180"), Use.FILM, **moments)
    assert [still.width for still in narrow.of("still")] == [320, 320, 320]


def test_another_moment_makes_one_still_and_leaves_the_film_as_it_is(
    clip: Clip, store: Store, source: Callable[..., Any]
) -> None:
    path = clip("film.mp4")
    (first,) = make_all([source(path, Use.FILM, moments=(0.5,))], store, jobs=2)
    (second,) = make_all([source(path, Use.FILM, moments=(0.5, 1.0))], store, jobs=2)
    assert first.of("web") == second.of("web")
    assert len(second.of("still")) == 2


def test_a_poster_is_not_the_black_at_the_beginning(clip: Clip, made_of: Maker) -> None:
    path = clip(seconds=4, extra=("-vf", "fade=in:st=0:d=1"))
    for poster in made_of(path, Use.CLIP).of("poster"):
        assert brightness(picture_of(poster)) > 60


def test_phone_footage_stands_upright(clip: Clip, made_of: Maker, tmp_path: Path) -> None:
    arguments = ["-display_rotation", "90", "-i", f"file:{clip(picture='smptebars')}", "-c", "copy", "phone.mp4"]
    run(ffmpeg(), arguments, tmp_path)
    made = made_of(tmp_path / "phone.mp4", Use.CLIP)
    assert made.facts is not None
    assert (made.facts.width, made.facts.height) == (180, 320)
    for file in (*made.of("poster"), only(made, "preview"), only(made, "playable")):
        picture = picture_of(file)
        assert picture.height > picture.width
        bottom, top = (picture.getpixel((picture.width // 8, int(picture.height * y))) for y in (0.95, 0.05))
        assert sum(abs(a - b) for a, b in zip(bottom, top, strict=True)) > 60  # the bars lie on their side


def test_pixels_that_are_not_square_are_shown_in_their_shape(clip: Clip, made_of: Maker) -> None:
    made = made_of(clip(size="128x96", extra=("-vf", "setsar=2")), Use.CLIP)
    for file in (*made.of("poster"), only(made, "preview"), only(made, "playable")):
        assert (file.width, file.height) == (256, 96)


def test_odd_sizes_become_even_and_ten_bits_become_eight(clip: Clip, made_of: Maker) -> None:
    made = made_of(
        clip("odd.mkv", extra=("-vf", "scale=127:95,setsar=1", "-c:v", "ffv1", "-pix_fmt", "yuv444p10le")), Use.CLIP
    )
    playable = only(made, "playable")
    assert (playable.width, playable.height) == (126, 94)
    assert stream_of(playable).codec_context.pix_fmt == "yuv420p"


def test_hdr_is_brought_to_the_range_of_a_screen(clip: Clip, made_of: Maker) -> None:
    hdr = ("-c:v", "libx265", "-pix_fmt", "yuv420p10le", "-color_trc", "smpte2084", "-color_primaries", "bt2020",
           "-colorspace", "bt2020nc", "-x265-params", "log-level=error:pools=1:frame-threads=1")  # fmt: skip
    made = made_of(clip("hdr.mp4", picture="smptehdbars", extra=hdr), Use.CLIP)
    picture = picture_of(made.of("poster")[-1])
    assert 30 < brightness(picture) < 225
    low, high = picture.convert("L").getextrema()
    assert float(high) - float(low) > 100  # type: ignore[arg-type]
    context = stream_of(only(made, "preview")).codec_context
    assert (context.pix_fmt, int(context.color_trc)) == ("yuv420p", 1)


def test_a_rate_that_varies_keeps_its_length(clip: Clip, made_of: Maker) -> None:
    vfr = ("-vf", "select='lt(n,10)+gte(n,10)*not(mod(n,6))'", "-fps_mode", "vfr")
    made = made_of(clip("screen.mp4", seconds=3, extra=vfr), Use.CLIP)
    assert made.facts is not None
    for role in ("preview", "playable"):
        assert only(made, role).seconds == pytest.approx(made.facts.seconds, abs=0.1)


@pytest.mark.parametrize("frames", [1, 2])
def test_a_clip_of_one_or_two_frames_has_everything(clip: Clip, made_of: Maker, frames: int) -> None:
    made = made_of(clip(extra=("-frames:v", str(frames))), Use.CLIP)
    assert not made.problems
    assert len(made.of("still")) == frames
    assert only(made, "preview").seconds == pytest.approx(frames / 24, abs=0.1)


def test_a_long_take_is_shown_from_all_its_parts(clip: Clip, made_of: Maker) -> None:
    path = clip(seconds=40, size="160x90", fps="10", extra=("-g", "20"))
    made = made_of(path, Use.CLIP)
    assert not made.problems
    assert only(made, "preview").seconds == pytest.approx(6.0, abs=0.15)
    moments = [still.seconds for still in made.of("still")]
    assert moments[0] < 5 < 15 < moments[1] < 25 < 35 < moments[2]


def test_a_long_take_with_one_keyframe_is_read_whole(clip: Clip, made_of: Maker) -> None:
    made = made_of(clip(seconds=15, size="160x90", fps="10", extra=("-g", "999")), Use.CLIP)
    assert len(made.of("still")) == 3
    assert only(made, "preview").seconds == pytest.approx(6.0, abs=0.15)


def test_sound_alone_can_be_played(clip: Clip, made_of: Maker, tmp_path: Path) -> None:
    run(ffmpeg(), ["-i", f"file:{clip(sound=True)}", "-vn", "-metadata", "artist=GBX-OWNER", "voice.wav"], tmp_path)
    made = made_of(tmp_path / "voice.wav", Use.AUDIO)
    assert made.facts is not None
    assert made.facts.kind is Kind.SOUND
    playable = only(made, "playable")
    assert playable.mime == "audio/mp4"
    assert playable.path.suffix == ".m4a"
    assert playable.seconds == pytest.approx(2.0, abs=0.1)
    assert b"GBX-" not in playable.path.read_bytes()


def test_a_still_handed_in_as_a_take_is_shown_as_a_picture(made_of: Maker, tmp_path: Path) -> None:
    Image.new("RGB", (400, 300), (10, 200, 10)).save(tmp_path / "output.mp4", "PNG")
    made = made_of(tmp_path / "output.mp4", Use.CLIP)
    assert made.facts is not None
    assert made.facts.kind is Kind.PICTURE
    assert made.of("picture")


def test_a_clip_that_breaks_off_is_shown_as_far_as_it_goes_and_told(
    clip: Clip, made_of: Maker, tmp_path: Path, codes: Codes
) -> None:
    whole = clip("take.mp4", seconds=4, extra=("-movflags", "faststart")).read_bytes()
    (tmp_path / "cut.mp4").write_bytes(whole[: len(whole) // 2])
    made = made_of(tmp_path / "cut.mp4", Use.CLIP)
    assert "GB-W114" in codes(made)
    assert made.of("poster")
    assert 0.5 < (only(made, "playable").seconds or 0) < 3.9


def test_noise_in_the_middle_is_told_though_ffmpeg_ends_well(
    clip: Clip, made_of: Maker, tmp_path: Path, codes: Codes
) -> None:
    data = bytearray(clip("take.mp4", seconds=4).read_bytes())
    data[len(data) // 3 : len(data) // 3 + 3000] = bytes(range(1, 251)) * 12
    (tmp_path / "noise.mp4").write_bytes(data)
    assert "GB-W103" in codes(made_of(tmp_path / "noise.mp4", Use.CLIP))


def test_a_still_that_cannot_be_decoded_is_told(clip: Clip, made_of: Maker, tmp_path: Path, codes: Codes) -> None:
    """The second half of every frame's data is gone, but its place and length are still in the index."""
    whole = bytearray(clip("film.mov", extra=("-c:v", "mjpeg", "-pix_fmt", "yuvj420p")).read_bytes())
    start = whole.index(b"mdat") + 4
    whole[start + (whole.index(b"moov") - start) // 2 : whole.index(b"moov") - 4] = bytes(
        whole.index(b"moov") - 4 - start - (whole.index(b"moov") - start) // 2
    )
    (tmp_path / "film.mov").write_bytes(whole)
    made = made_of(tmp_path / "film.mov", Use.FILM, moments=(0.25, 1.75))
    assert [still.seconds for still in made.of("still")] == [0.25]
    assert "GB-W115" in codes(made)


def test_a_film_whose_copy_fails_is_encoded_instead(
    clip: Clip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = clip("film.mp4")
    found = probe(path)
    assert clips.fits_web(path, found, FILM_WEB)
    monkeypatch.setattr(clips, "copy_out", lambda *_, **__: clips.opened(path)["0"].output("file:web.mp4", bogus=1))
    draft, remarks = clips.web(ffmpeg(), path, found, FILM_WEB, tmp_path)
    assert draft.seconds == pytest.approx(2.0, abs=0.1)
    assert not remarks


def _packets(path: Path, kind: str) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(container.streams.best(kind)) if packet.size]


def test_what_plays_everywhere_as_it_is_is_not_encoded_again(
    clip: Clip, made_of: Maker, source: Callable[..., Source], store: Store
) -> None:
    light = clip("cut.mp4", size="384x216", sound=True, extra=("-c:a", "aac", "-bsf:v", "filter_units=remove_types=6"))
    (playable,) = made_of(light, Use.CLIP).of("playable")
    assert _packets(playable.path, "video") == _packets(light, "video")
    worded = replace(source(light, Use.CLIP), says_ai=True)
    (made,) = make_all([worded], store, jobs=1)
    (playable,) = made.of("playable")
    assert _packets(playable.path, "video") != _packets(light, "video")
    heard = clip("hum.m4a", sound=True, extra=("-vn", "-c:v", "none", "-c:a", "aac"))
    (playable,) = made_of(heard, Use.AUDIO).of("playable")
    assert _packets(playable.path, "audio") == _packets(heard, "audio")


def test_a_light_clip_that_is_damaged_is_mended_by_encoding_and_told(
    clip: Clip, made_of: Maker, codes: Codes, tmp_path: Path
) -> None:
    whole = bytearray(clip("cut.mp4", size="384x216", seconds=4).read_bytes())
    whole[len(whole) // 3 : len(whole) // 3 + 2000] = bytes(range(1, 251)) * 8
    (tmp_path / "cut.mp4").write_bytes(whole)
    made = made_of(tmp_path / "cut.mp4", Use.CLIP)
    assert "GB-W103" in codes(made)
    (playable,) = made.of("playable")
    run(ffmpeg(), ["-xerror", "-i", f"file:{playable.path}", "-f", "null", "-"], tmp_path)
