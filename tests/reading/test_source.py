import os
import re
import zipfile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from remissnlp.errors import RemissnlpError
from remissnlp.reading.formats import sniff
from remissnlp.reading.source import ADVICE, read, read_bytes

SWEDISH = "Yttrande över remiss – förslaget är bra, men ”målen” saknar år.\r\n\n Ärende: café\n"
ZIPPED = {"docx": "word/document.xml", "spreadsheet": "xl/workbook.xml", "zip": "svar.txt"}


def zipped(tmp_path, *names):
    path = tmp_path / "packed"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "innehåll")
    return path.read_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_text_is_the_decoded_file_exactly(tmp_path, encoding):
    path = tmp_path / "svar.txt"
    path.write_bytes(SWEDISH.encode(encoding))
    expected = "\ufeff" + SWEDISH if encoding == "utf-8-sig" else SWEDISH
    assert read(path).text == expected


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_utf_16_is_told_by_its_byte_order_mark(encoding, mark):
    assert read_bytes(mark + SWEDISH.encode(encoding), "svar.txt").text == SWEDISH


def test_latin_1_without_windows_characters():
    text = "Förvaltningen ser positivt på åtgärderna. Även målen är bra.\n"
    assert read_bytes(text.encode("latin-1"), "svar.txt").text == text


def test_another_eight_bit_encoding_is_guessed():
    text = "Мы считаем, что программа очень важна для всех жителей города и области.\n" * 5
    assert read_bytes(text.encode("cp1251"), "svar.txt").text == text


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_any_utf_8_that_is_text_comes_back_byte_for_byte(text):
    data = text.encode("utf-8")
    assume(sniff(data) == "text" and text.strip("\ufeff\x00 \t\r\n\f\v"))
    assert read_bytes(data, "svar.txt").text.encode("utf-8") == data


@given(st.binary(min_size=1))
def test_any_bytes_are_read_or_answered_in_one_swedish_sentence(data):
    try:
        source = read_bytes(data, "svar.bin")
    except RemissnlpError as error:
        assert re.fullmatch(r"svar\.bin .+[.)]", str(error))
    else:
        assert source.text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "office"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image"),
        (b"II*\x00\x08\0\0\0", "image"),
        (b"MM\x00*\0\0\0\x08", "image"),
        (b"GIF89a\1\0", "image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image"),
        (b"\0\0\0\x18ftypheic", "image"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"\x1f\x8b\x08\0", "archive"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (b"<!DOCTYPE html>\n<html>", "html"),
        (b"\xef\xbb\xbf<html lang=sv>", "html"),
        (b"Received: from x\r\nMessage-ID: <1>\r\nSubject: svar\r\n\r\nHej", "eml"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0", "binary"),
        (b"\xff\xfeabc", "binary"),
        (b"Subject: svar\nFrom: Kim\n\nHej!", "text"),
        (b"From: Kim\nTo: Bo\nSubject: ett utdrag ur ett brev\n\nHej!", "text"),
        (b"<p> betyder stycke", "text"),
        (b"# Rubrik\n\n- punkt\n", "text"),
    ],
)
def test_format_is_told_from_the_content(data, expected):
    assert sniff(data) == expected


@pytest.mark.parametrize(("expected", "inside"), ZIPPED.items())
def test_zipped_formats_are_told_apart(tmp_path, expected, inside):
    assert sniff(zipped(tmp_path, "[Content_Types].xml", inside)) == expected


def test_an_unread_format_is_answered_with_what_to_do(tmp_path):
    path = tmp_path / "svar.txt"  # the suffix lies
    path.write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(20))
    with pytest.raises(RemissnlpError, match=r"^svar\.txt är ett packat arkiv som inte kan läsas; packa upp"):
        read(path)
    assert all(advice.endswith(".") and "; " in advice for advice in ADVICE.values())


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf\n", b"\xff\xfe"])
def test_an_empty_file_says_so(data):
    with pytest.raises(RemissnlpError, match=r"^svar\.txt är tom"):
        read_bytes(data, "svar.txt")


def test_a_broken_link_says_so(tmp_path):
    (tmp_path / "svar.txt").symlink_to(tmp_path / "borta.txt")
    with pytest.raises(RemissnlpError, match="är en länk till en fil som inte finns"):
        read(tmp_path / "svar.txt")


def test_a_missing_file_and_a_folder_say_so(tmp_path):
    with pytest.raises(RemissnlpError, match="finns inte"):
        read(tmp_path / "svar.txt")
    with pytest.raises(RemissnlpError, match="är ingen vanlig fil"):
        read(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="no pipes in the file system there")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "svar.txt")
    with pytest.raises(RemissnlpError, match="är ingen vanlig fil"):
        read(tmp_path / "svar.txt")


def test_no_permission_says_so(tmp_path, monkeypatch):
    path = tmp_path / "svar.txt"
    path.write_text("text")

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(RemissnlpError, match=r"^svar\.txt får inte läsas; ge dig själv läsbehörighet"):
        read(path)


def test_control_characters_of_a_name_never_reach_the_message():
    with pytest.raises(RemissnlpError) as caught:
        read_bytes(b"", "svar\n\x1b[31m.txt")
    assert str(caught.value).isprintable()
