"""Script documents: their words, and what is told of those that cannot be read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from PIL import Image

from glassbox.derivatives import Made, Use, words
from glassbox.derivatives.refusals import Refused
from making.pdf import Page, pdf

Maker = Callable[..., Made]
Codes = Callable[[Made], list[str]]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FDX = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
<Content>
<Paragraph Type="Scene Heading" Number="1"><Text>内景 灯塔 - 夜</Text></Paragraph>
<Paragraph Type="Action"><Text>She counts </Text><Text Style="Italic">thirteen</Text><Text> lanterns.</Text>
<ScriptNote><Paragraph><Text>GBX-NOTE: too many?</Text></Paragraph></ScriptNote></Paragraph>
<Paragraph><DualDialogue>
<Paragraph Type="Character"><Text>THE KEEPER</Text></Paragraph><Paragraph Type="Dialogue"><Text>One.</Text></Paragraph>
<Paragraph Type="Character"><Text>THE GIRL</Text></Paragraph><Paragraph Type="Dialogue"><Text>Two.</Text></Paragraph>
</DualDialogue></Paragraph>
</Content>
<TitlePage><Content><Paragraph><Text>GBX-TITLE-PAGE</Text></Paragraph></Content></TitlePage>
</FinalDraft>
"""


def word_file(path: Path, *paragraphs: str, author: str = "") -> Path:
    document = docx.Document()
    document.core_properties.author = author
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def repacked(path: Path, parts: dict[str, bytes]) -> None:
    """The package with these parts added or put in place of others."""
    with zipfile.ZipFile(path) as package:
        held = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (held | parts).items():
            package.writestr(name, data)


def test_the_words_of_a_word_document_are_read_with_its_tables(tmp_path: Path, made_of: Maker) -> None:
    document = docx.Document()
    document.add_paragraph("第一场 灯塔 夜")
    document.add_table(1, 2).rows[0].cells[1].text = "in a table"
    document.add_paragraph("She counts\tthirteen lanterns.\nThen fourteen.")
    document.save(str(tmp_path / "script.docx"))
    made = made_of(tmp_path / "script.docx", Use.DOCUMENT)
    assert not made.problems
    assert not made.files
    assert made.text == "第一场 灯塔 夜\n\nin a table\nShe counts\tthirteen lanterns.\nThen fourteen."


def test_of_tracked_changes_the_new_words_are_read_and_hidden_ones_are_not(tmp_path: Path, made_of: Maker) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("thirteen ")
    for inside in (
        f"<w:ins {W}><w:r><w:t>paper </w:t></w:r></w:ins>",
        f"<w:del {W}><w:r><w:delText>GBX-GONE</w:delText></w:r></w:del>",
        f"<w:moveFrom {W}><w:r><w:t>GBX-MOVED</w:t></w:r></w:moveFrom>",
        f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>GBX-HIDDEN</w:t></w:r>",
        f"<w:hyperlink {W}><w:r><w:t>lanterns</w:t></w:r></w:hyperlink>",
    ):
        paragraph._p.append(parse_xml(inside))
    document.save(str(tmp_path / "script.docx"))
    assert made_of(tmp_path / "script.docx", Use.DOCUMENT).text == "thirteen paper lanterns"


def test_nothing_of_a_documents_author_is_kept(tmp_path: Path, made_of: Maker) -> None:
    word_file(tmp_path / "script.docx", "words", author="GBX-AUTHOR")
    made = made_of(tmp_path / "script.docx", Use.DOCUMENT)
    assert made.text == "words"
    assert "GBX-AUTHOR" not in repr(made.facts)


def test_the_script_of_a_final_draft_file_is_read_without_notes_and_title_page(tmp_path: Path, made_of: Maker) -> None:
    (tmp_path / "script.fdx").write_text(FDX, "utf-8")
    made = made_of(tmp_path / "script.fdx", Use.DOCUMENT)
    assert not made.problems
    assert made.text == "内景 灯塔 - 夜\n\nShe counts thirteen lanterns.\n\nTHE KEEPER\nOne.\n\nTHE GIRL\nTwo."


def test_the_words_of_a_pdf_are_read_page_by_page(tmp_path: Path, made_of: Maker) -> None:
    (tmp_path / "script.pdf").write_bytes(pdf([Page(words="FADE IN:\nA river."), Page(words="FADE OUT.")]))
    made = made_of(tmp_path / "script.pdf", Use.DOCUMENT)
    assert not made.problems
    assert made.text == "FADE IN:\nA river.\n\nFADE OUT."
    assert not made.files


def test_a_scanned_script_is_shown_page_by_page(tmp_path: Path, made_of: Maker) -> None:
    first, second = (Image.new("RGB", (200, 300), colour) for colour in ("white", "gray"))
    first.save(tmp_path / "script.pdf", save_all=True, append_images=[second])
    made = made_of(tmp_path / "script.pdf", Use.DOCUMENT)
    assert not made.problems
    assert made.text == ""
    assert [bool(page.of("picture")) for page in made.panels()] == [True, True]


def test_words_that_were_read_are_not_read_again(tmp_path: Path, made_of: Maker) -> None:
    word_file(tmp_path / "script.docx", "words")
    first, again = made_of(tmp_path / "script.docx", Use.DOCUMENT), made_of(tmp_path / "script.docx", Use.DOCUMENT)
    assert first.text == again.text == "words"
    assert first.entries
    assert first.entries == again.entries


def zip_bomb(path: Path) -> None:
    word_file(path, "words")
    repacked(path, {"word/media/zeros.bin": bytes(words._MOST_UNPACKED + 1)})


def lying_bomb(path: Path) -> None:
    """Its table of contents says that ten bytes come."""
    zip_bomb(path)
    data, size = path.read_bytes(), (words._MOST_UNPACKED + 1).to_bytes(4, "little")
    path.write_bytes(data.replace(size, (10).to_bytes(4, "little")).replace(b"zeros.bin", b"zeros.xml"))


def entities(path: Path) -> None:
    word_file(path, "words")
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    declared = f'<!DOCTYPE l [<!ENTITY l0 "ha">{laughs}<!ENTITY x SYSTEM "file:///etc/hostname">]>'.encode()
    head, _, rest = body.partition(b"?>")
    repacked(path, {"word/document.xml": head + b"?>" + declared + rest.replace(b"words", b"&l8;&x;")})


def macros(path: Path) -> None:
    word_file(path, "words")
    repacked(path, {"word/vbaProject.bin": b"Sub AutoOpen()"})


def locked_zip(path: Path) -> None:
    word_file(path, "words")
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    path.write_bytes(bytes(data))


def locked_by_word(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


def old_word(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def cut_off(path: Path) -> None:
    word_file(path, "words")
    path.write_bytes(path.read_bytes()[:2000])


def other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "no document")


def renamed_text(path: Path) -> None:
    path.write_text("only words", "utf-8")


HARMS = {
    zip_bomb: "GB-W104", lying_bomb: "GB-W124", entities: "GB-W124", macros: "GB-W124", locked_zip: "GB-W118",
    locked_by_word: "GB-W118", old_word: "GB-W124", cut_off: "GB-W124", other_zip: "GB-W124", renamed_text: "GB-W124",
}  # fmt: skip


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_a_hostile_or_broken_word_document_is_told_by_its_fault(
    tmp_path: Path, made_of: Maker, codes: Codes, harm: Callable[[Path], None]
) -> None:
    harm(tmp_path / "script.docx")
    made = made_of(tmp_path / "script.docx", Use.DOCUMENT)
    assert codes(made) == [HARMS[harm]]
    assert made.text == ""
    for lang in ("en", "zh"):
        assert "takes/script.docx" in made.problems[0].line(lang)


@pytest.mark.parametrize("harm", ["entities", "outside", "cut off", "another XML", "nested without end"])
def test_a_hostile_or_broken_final_draft_file_is_told(tmp_path: Path, made_of: Maker, codes: Codes, harm: str) -> None:
    declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    outside = '<!DOCTYPE x SYSTEM "file:///etc/hostname">'
    first, rest = FDX.split("\n", 1)
    text = {
        "entities": f"{first}\n{declared}{rest}".replace("thirteen", "&b;"),
        "outside": f"{first}\n{outside}{rest}",
        "cut off": FDX[:400],
        "another XML": "<svg><FinalDraft/></svg>",
        "nested without end": "<FinalDraft>" + "<Paragraph>" * 200_000,
    }[harm]
    (tmp_path / "script.fdx").write_text(text, "utf-8")
    made = made_of(tmp_path / "script.fdx", Use.DOCUMENT)
    assert codes(made) == ["GB-W124"]
    assert made.text == ""


def test_a_locked_pdf_among_the_documents_is_told(tmp_path: Path, made_of: Maker, codes: Codes) -> None:
    (tmp_path / "script.pdf").write_bytes(pdf([Page(words="secret")], password="rain"))
    assert codes(made_of(tmp_path / "script.pdf", Use.DOCUMENT)) == ["GB-W118"]


def test_more_words_than_any_script_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_CHARACTERS", 10)
    word_file(tmp_path / "script.docx", "more than ten letters")
    with pytest.raises(Refused, match="MEDIUM_TOO_LARGE"):
        words.words_of(tmp_path / "script.docx")


def test_other_documents_are_kept_and_nothing_is_told(tmp_path: Path, made_of: Maker, codes: Codes) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("a", "b")
    for name, data in (("budget.xlsx", packed.getvalue()), ("notes.txt", b"words"), ("graph.json", b"{}")):
        (tmp_path / name).write_bytes(data)
        made = made_of(tmp_path / name, Use.DOCUMENT)
        assert codes(made) == []
        assert made.facts is not None
        assert (made.text, made.facts.bytes) == ("", len(data))
