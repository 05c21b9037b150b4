# ruff: noqa: E501
from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from remissnlp.reading.limits import Limits
from remissnlp.reading.source import read_bytes

from .documents import to_docx, to_mail, to_text, to_zip

LETTER = "Fritidsnämnden\nDnr FN 2025/118\n2025-03-11\n\nRemissvar på friluftsplan, KS 2025/77\n\nVi anser att planen är bra."
OTHER = LETTER.replace("Fritids", "Kultur").replace("FN", "KUN")


def document(text: str = LETTER) -> bytes:
    return to_docx(text.split("\n\n"))


def test_a_mail_says_who_when_and_what():
    text = read_bytes(
        to_mail("Hej!\r\n\r\nJag tycker att planen är bra.\r\n", subject="Svar: plan – KS 2025/77"), "m"
    ).text
    assert text == (
        "Från: Kim Exempel <kim@example.org>\nTill: kommunstyrelsen@example.org\nÄmne: Svar: plan – KS 2025/77\n"
        "Datum: 2025-03-05\n\nHej!\n\nJag tycker att planen är bra.\n"
    )


def test_plain_text_is_taken_before_html_and_html_where_there_is_no_plain():
    both = to_mail("Som text.", html="<p>Som html.</p>")
    assert read_bytes(both, "m").text.endswith("\n\nSom text.\n")
    only = to_mail("", html="<p>Som <b>html</b>.</p>")
    assert read_bytes(only, "m").text.endswith("\n\nSom html.\n")


def test_a_mail_in_an_old_or_wrongly_named_encoding():
    head = b"From: Kim <kim@example.org>\r\nSubject: Svar\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset="
    for charset, body in (
        (b"iso-8859-1", "Åäö – så".encode("cp1252")),
        (b"utf-8", "Åäö – så".encode()),
        (b"finns-ej", "Åäö – så".encode("cp1252")),
    ):
        assert read_bytes(head + charset + b"\r\n\r\n" + body, "m").text.endswith("\n\nÅäö – så\n")


def test_each_attachment_is_a_document_of_its_own_and_the_letter_a_cover(corpus):
    mail = to_mail(
        "Hej! Här är våra svar.", attachments=[("svar å.docx", document()), ("x/y.txt", OTHER.encode())]
    )
    found = corpus({"KS 2025-77 Friluftsplan/inkorg/post.eml": mail})
    letter, first, second = found.remissvar
    assert {r.file for r in found.remissvar} == {"KS 2025-77 Friluftsplan/inkorg/post.eml"}
    assert {r.sha256 for r in found.remissvar} == {hashlib.sha256(mail).hexdigest()}
    assert [r.part for r in found.remissvar] == [None, "svar å.docx", "y.txt"]
    assert (letter.status, letter.message) == (
        "reference",
        "Räknas inte: det följer med ett svar och har inga egna synpunkter.",
    )
    assert (first.status, first.remissinstans, first.remiss) == ("ok", "Fritidsnämnden", "KS 2025/77")
    assert (second.status, second.remissinstans) == ("ok", "Kulturnämnden")
    assert len({r.id for r in found.remissvar}) == 3


def test_a_letter_with_much_to_say_counts_beside_its_attachment(corpus):
    say = "Remissvar KS 2025/77. " + "Vi anser att planen bör ändras på denna punkt också. " * 20
    found = corpus({"post.eml": to_mail(say, attachments=[("svar.docx", document())])})
    assert [r.status for r in found.remissvar] == ["ok", "ok"]


def test_a_mail_without_a_word_of_its_own_is_only_its_attachments(corpus):
    found = corpus({"post.eml": to_mail("", attachments=[("svar.docx", document())])})
    assert [(r.part, r.status) for r in found.remissvar] == [("svar.docx", "ok")]


def test_a_mail_attached_to_a_mail_and_what_mail_programs_add(corpus):
    inner = to_mail("Bifogas.", attachments=[("svar.docx", document())])
    mail = to_mail("Vidarebefordras.", attachments=[("fw.eml", inner), ("logga.ics", b"BEGIN:VCALENDAR")])
    calendar = b'Content-Disposition: attachment; filename="logga.ics"'
    before, _, after = mail.partition(calendar)
    mail = b"text/calendar".join(before.rsplit(b"application/octet-stream", 1)) + calendar + after
    found = corpus({"post.eml": mail})
    assert [r.part for r in found.remissvar] == [None, "fw.eml", "fw.eml/svar.docx"]


def test_the_files_of_a_zip_are_read_and_its_folders_name_their_remiss(corpus):
    inner = to_zip([("d.txt", OTHER.replace("KUN", "IDR").replace("Kultur", "Idrotts").encode())])
    archive = to_zip(
        [
            ("KS 2025-9 Badplan/a.docx", document(LETTER.replace("KS 2025/77", "planen"))),
            ("../../etc/b.txt", OTHER.encode()),
            ("C:\\temp\\c.txt", LETTER.replace("bra", "fin").encode()),
            ("inre.zip", inner),
            ("__MACOSX/._a.docx", b"x"),
            (".DS_Store", b"x"),
            ("läsmig/README.txt", b"x"),
        ]
    )
    found = corpus({"inkorg.zip": archive})
    assert [(r.part, r.status) for r in found.remissvar] == [
        ("KS 2025-9 Badplan/a.docx", "ok"),
        ("etc/b.txt", "ok"),
        ("inre.zip/d.txt", "ok"),
        ("temp/c.txt", "ok"),
    ]
    assert found.remissvar[0].remiss == "KS 2025/9"


def test_a_copy_in_an_archive_counts_once(corpus):
    copy = document()  # made once: a document holds the time that it was made at
    found = corpus({"a.docx": copy, "b.zip": to_zip([("a.docx", copy), ("c.txt", OTHER.encode())])})
    assert [(r.source, r.status) for r in found.remissvar] == [
        ("a.docx", "ok"),
        ("b.zip/a.docx", "reference"),
        ("b.zip/c.txt", "ok"),
    ]
    assert "b.zip/a.docx: Räknas inte: filen är en exakt kopia av a.docx." in found.warnings


def test_what_a_person_says_of_a_part_is_taken(corpus):
    toml = b'[remissvar."inkorg.zip/a.txt"]\nremissinstans = "SKR"\n[remissvar."b.txt"]\ndnr = "X 1"\n'
    archive = to_zip([("a.txt", LETTER.encode()), ("b.txt", OTHER.encode())])
    found = corpus({"inkorg.zip": archive, "remisser.toml": toml})
    assert [(r.remissinstans, r.dnr) for r in found.remissvar] == [
        ("SKR", "FN 2025/118"),
        ("Kulturnämnden", "X 1"),
    ]
    assert found.warnings == ()


def one_file(data: bytes, corpus, **options):
    found = corpus({"fil.zip": data, "svar.txt": LETTER.encode()}, **options)
    assert found.remissvar[-1].status == "ok"
    (record,) = found.remissvar[:-1]
    assert record.status == "error"
    return record.message


def bomb(megabytes: int) -> bytes:
    return to_zip([("stor.txt", b"0" * 1_000_000 * megabytes)])


def test_a_bomb_is_not_unpacked(corpus):
    assert one_file(bomb(30), corpus) == (
        "fil.zip packar upp till orimligt mycket och läses inte; packa upp arkivet själv om du litar på det."
    )


def test_sizes_and_numbers_have_limits(corpus):
    many = to_zip((f"{i}.txt", b"x") for i in range(12))
    assert "håller 12 filer, fler än gränsen 10" in one_file(many, corpus, limits=Limits(parts=10))
    assert "är större än gränsen 1 megabyte" in one_file(bomb(3), corpus, limits=Limits(megabytes=1))
    nested = to_zip([(f"{i}.zip", to_zip((f"{j}.txt", b"x") for j in range(6))) for i in range(3)])
    assert "håller fler filer än gränsen 10" in one_file(nested, corpus, limits=Limits(parts=10))


def test_a_third_archive_inside_is_not_opened(corpus):
    inner = to_zip([("a.txt", LETTER.encode())])
    for _ in range(2):
        inner = to_zip([("i.zip", inner)])
    assert one_file(inner, corpus).startswith("fil.zip/i.zip/i.zip är ett arkiv i ett arkiv i ett arkiv;")


def test_an_empty_a_locked_and_a_broken_archive(corpus):
    assert "är ett arkiv utan filer att läsa" in one_file(to_zip([]), corpus)
    data = bytearray(to_zip([("a.txt", b"hemligt")]))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert one_file(bytes(data), corpus) == (
        "fil.zip/a.txt är låst med lösenord; packa upp arkivet och lägg filerna i mappen."
    )
    broken = to_zip([("a.txt", LETTER.encode())])[:-30]
    assert one_file(broken, corpus) == "fil.zip är skadad och kan inte packas upp; be om en ny fil."


def test_one_broken_member_does_not_stop_the_others(corpus):
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        archive.writestr("a.txt", LETTER.encode())
        archive.writestr("b.txt", OTHER.encode())
    data = result.getvalue().replace(b"Fritidsn", b"Fritidsm", 1)
    assert [(r.part, r.status) for r in corpus({"fil.zip": data}).remissvar] == [
        ("a.txt", "error"),
        ("b.txt", "ok"),
    ]


@pytest.mark.parametrize("flag", [0, 0x800])
def test_swedish_names_survive_whether_or_not_their_encoding_is_told(corpus, flag):
    data = to_zip([("blåbär.txt", LETTER.encode())])
    name = "blåbär.txt".encode()
    for mark, at in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        place = data.index(mark) + at
        data = data[:place] + bytes([flag >> 8]) + data[place + 1 :]
    assert name in data
    assert corpus({"fil.zip": data}).remissvar[0].part == "blåbär.txt"


def test_text_helper_wraps_like_a_typist():
    assert max(map(len, to_text(["ord " * 60]).splitlines())) <= 78
