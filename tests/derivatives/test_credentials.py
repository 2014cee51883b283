"""Content Credentials of incoming files: read where they can be, told where they cannot, and gone from what is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from glassbox.derivatives import Label, Made, Use, Validity, credentials
from glassbox.derivatives.credentials import credentials_of
from making.credentials import signed

Maker = Callable[..., Made]
Clip = Callable[..., Path]
Codes = Callable[[Made], list[str]]
SHARED = Path(__file__).parents[3] / "shared" / "data"
MIMES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "mp4": "video/mp4", "mov": "video/quicktime"}


@pytest.fixture
def signed_file(tmp_path: Path, clip: Clip) -> Callable[[str], Path]:
    """A file of this ending that says that a model made it."""

    def maker(ending: str) -> Path:
        if ending in ("mp4", "mov"):
            plain = clip(f"plain.{ending}")
        else:
            plain = tmp_path / f"plain.{ending}"
            Image.effect_noise((320, 180), 60).convert("RGB").save(plain)
        signed(plain, tmp_path / f"take.{ending}", MIMES[ending])
        return tmp_path / f"take.{ending}"

    return maker


@pytest.mark.ffmpeg
@pytest.mark.parametrize("ending", MIMES)
def test_credentials_are_read_with_signer_maker_and_validity(
    signed_file: Callable[[str], Path], made_of: Maker, codes: Codes, ending: str
) -> None:
    use = Use.CLIP if ending in ("mp4", "mov") else Use.PICTURE
    made = made_of(signed_file(ending), use, label=Label())
    assert codes(made) == []
    assert made.facts is not None
    said = made.facts.credentials
    assert said is not None
    assert (said.validity, said.issuer, said.generator) == (
        Validity.WHOLE, "Signer of the tests", "Model of the tests 2",
    )  # fmt: skip
    assert made.facts.said_source_type == "trainedAlgorithmicMedia"
    assert b"GBX-" not in repr(made.facts).encode()
    for file in made.files:
        data = file.path.read_bytes()
        assert b"GBX-TITLE" not in data
        assert b"c2pa" not in data


def test_a_file_that_was_changed_since_it_was_signed_says_so_and_its_word_is_not_taken(
    signed_file: Callable[[str], Path], made_of: Maker
) -> None:
    path = signed_file("jpg")
    data = bytearray(path.read_bytes())
    data[-40] ^= 0x08
    path.write_bytes(bytes(data))
    made = made_of(path, Use.PICTURE, label=Label())
    assert made.facts is not None
    assert made.facts.credentials is not None
    assert made.facts.credentials.validity is Validity.BROKEN
    assert made.facts.said_source_type == ""


def test_without_the_reader_the_credentials_are_seen_and_said_to_be_unread(
    signed_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(credentials, "reader_version", lambda: "")
    for ending in ("jpg", "png", "webp"):
        said, term = credentials_of(signed_file(ending))
        assert said is not None
        assert (said.validity, said.issuer, term) == (Validity.UNREAD, "", "")


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_files_without_credentials_have_none(tmp_path: Path, ending: str) -> None:
    Image.new("RGB", (60, 40)).save(tmp_path / f"plain.{ending}")
    assert credentials_of(tmp_path / f"plain.{ending}") == (None, "")


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9])
def test_files_that_break_off_harm_nothing(signed_file: Callable[[str], Path], ending: str, share: float) -> None:
    path = signed_file(ending)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    said, term = credentials_of(path)
    assert said is None or said.validity is Validity.BROKEN
    assert term == ""


def test_a_generated_file_in_a_record_that_says_filmed_is_told(
    signed_file: Callable[[str], Path], made_of: Maker, codes: Codes
) -> None:
    made = made_of(signed_file("png"), Use.PICTURE, label=Label(digital_source_type="digitalCapture"))
    assert codes(made) == ["GB-W116"]


@pytest.mark.ffmpeg
@pytest.mark.parametrize(
    ("name", "validity"), [("footage/c2pa-video1.mp4", Validity.WHOLE), ("exchange/c2pa/XCA.jpg", Validity.BROKEN)]
)
def test_files_that_others_signed_are_read(made_of: Maker, name: str, validity: Validity) -> None:
    if not (SHARED / name).is_file():
        pytest.skip("the shared files are not here")
    made = made_of(SHARED / name, Use.CLIP, label=Label())
    assert made.facts is not None
    assert made.facts.credentials is not None
    assert made.facts.credentials.validity is validity
    assert made.facts.credentials.issuer == "C2PA Test Signing Cert"
    assert made.facts.credentials.signed_at.startswith("202")
