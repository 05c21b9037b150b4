# ruff: noqa: E501
from __future__ import annotations

import pytest

from remissnlp.reading import read_corpus
from remissnlp.reading.document import Document
from remissnlp.reading.versions import find_version

BODY = """\
{who} välkomnar att staden får en samlad friluftsplan. Det är positivt att planen utgår från barns vardag.
Planen saknar dock en redovisning av vad åtgärderna kostar. {who} föreslår att varje åtgärd får en ansvarig
nämnd och en budget. Uppföljningen bör ske vartannat år och redovisas för kommunfullmäktige.
"""


def letter(
    *, who="Fritidsnämnden", dnr="FN 2025/118", date="2025-03-11", first="", remiss="KS 2025/77", body=BODY
):
    number = f"Dnr {dnr}\n" if dnr else ""
    return (
        f"{first}{who}\n{number}{date}\n\nYttrande över remiss av friluftsplan 2035\nRemiss från kommunstyrelsen,"
        f" dnr {remiss}\n\n{body.format(who=who)}"
    )


@pytest.fixture
def corpus(tmp_path):
    def make(**files: str):
        for name, text in files.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return read_corpus(tmp_path)

    return make


def outcome(found):
    return {r.file.removesuffix(".txt"): (r.status, r.role) for r in found.remissvar}


COUNTS, DOUBLE = ("ok", "remissvar"), ("reference", "dubblett")


def test_a_draft_beside_the_final_does_not_count(corpus):
    draft = letter(first="UTKAST\n\n", date="2025-03-20", dnr="").replace("vartannat år", "varje år")
    found = corpus(a=draft, b=letter())
    assert outcome(found) == {"a": DOUBLE, "b": COUNTS}
    assert found.remissvar[0].message == "Räknas inte: det är ett utkast, och det slutliga svaret är b.txt."
    assert f"a.txt: {found.remissvar[0].message}" in found.warnings


def test_a_draft_without_a_sender_belongs_to_the_one_response_that_it_is_like(corpus):
    draft = "UTKAST\n\nYttrande över friluftsplan 2035, KS 2025/77\n\n" + BODY.format(who="Vi")
    assert outcome(corpus(a=draft, b=letter())) == {"a": DOUBLE, "b": COUNTS}
    other = letter(who="Kulturnämnden", dnr="KUN 2025/3")
    assert outcome(corpus(a=draft, b=letter(), c=other)) == {"a": COUNTS, "b": COUNTS, "c": COUNTS}


def test_a_draft_alone_counts_and_is_said(corpus):
    found = corpus(utkast=letter(first="Utkast till yttrande\n\n"))
    assert outcome(found) == {"utkast": COUNTS}
    assert "utkast.txt är märkt som utkast men räknas: inget slutligt svar hittas." in found.warnings


def test_the_later_of_two_counts(corpus):
    later = letter(date="2025-03-18").replace("vartannat år", "varje år")
    assert outcome(corpus(a=later, b=letter())) == {"a": COUNTS, "b": DOUBLE}


def test_a_correction_counts(corpus):
    correction = letter(first="Rättelse av yttrande\n\n").replace("vartannat år", "vart tredje år")
    found = corpus(a=letter(), b=correction)
    assert outcome(found) == {"a": DOUBLE, "b": COUNTS}
    assert found.remissvar[0].message == "Räknas inte: svaret har rättats eller ersatts av b.txt."


def test_what_says_that_it_replaces_the_earlier_does_so_whatever_it_says(corpus):
    new = letter(
        body="Detta yttrande ersätter vårt tidigare yttrande. {who} avstyrker planen i sin helhet.\n"
    )
    assert outcome(corpus(a=letter(), b=new)) == {"a": DOUBLE, "b": COUNTS}


def test_an_excerpt_does_not_stand_for_the_whole(corpus):
    lines = BODY.split(". ")
    assert outcome(corpus(a=letter(), b=letter(date="2025-03-12", body=lines[0] + ".\n"))) == {
        "a": COUNTS,
        "b": DOUBLE,
    }


def test_boards_and_persons_that_say_the_same_each_count(corpus):
    found = corpus(
        a=letter(),
        b=letter(who="Kulturnämnden", dnr="KUN 2025/3"),
        c=letter(who="Privatperson", dnr=""),
        d=letter(who="Privatperson", dnr="", date="2025-03-12"),
    )
    assert set(outcome(found).values()) == {COUNTS}
    assert [r.remissinstans for r in found.remissvar] == [
        "Fritidsnämnden",
        "Kulturnämnden",
        "Privatperson",
        "Privatperson",
    ]


def test_two_remisser_or_two_registration_numbers_are_two_responses(corpus):
    found = corpus(a=letter(), b=letter(remiss="KS 2025/310"), c=letter(dnr="FN 2025/119"))
    assert set(outcome(found).values()) == {COUNTS}
    assert any("ett annat diarienummer; båda räknas" in warning for warning in found.warnings)


def test_two_responses_with_different_things_to_say_both_count(corpus):
    other = "{who} vill dessutom framföra att badplatserna behöver bryggor, räcken och livbojar inom kort.\n"
    assert set(outcome(corpus(a=letter(), b=letter(body=other * 3, dnr=""))).values()) == {COUNTS}


def test_file_order_does_not_matter(corpus, tmp_path):
    texts = [letter(), letter(date="2025-03-18"), letter(first="UTKAST\n")]
    for names in ("abc", "bca", "cab"):
        found = corpus(**dict(zip(names, texts, strict=True)))
        counted = [r.date for r in found.remissvar if r.status == "ok"]
        assert counted == ["2025-03-18"]


def test_a_person_has_the_last_word(corpus, tmp_path):
    (tmp_path / "remissvar.csv").write_text("Fil;Slag\na.txt;Remissvar\n", encoding="utf-8")
    assert outcome(corpus(a=letter(first="UTKAST\n"), b=letter())) == {"a": COUNTS, "b": COUNTS}


@pytest.mark.parametrize(
    ("text", "name", "version"),
    [
        ("UTKAST\n\nYttrande", "a.pdf", "draft"),
        ("Utkast 2025-03-01\n\nYttrande", "a.pdf", "draft"),
        ("(Utkast version 2)\nYttrande", "a.pdf", "draft"),
        ("Utkast till yttrande över plan", "a.pdf", "draft"),
        ("Yttrande över plan", "mapp/yttrande_utkast_2.docx", "draft"),
        ("Yttrande över utkast till lagrådsremiss", "a.pdf", None),
        ("Utkast till lagrådsremiss om vatten", "a.pdf", None),
        ("Rättelse\n2025-03-01\n\nYttrande", "a.pdf", "correction"),
        ("Reviderat yttrande över plan", "a.pdf", "correction"),
        ("Yttrande över plan", "yttrande reviderad.docx", "correction"),
        ("Rättelser i planen behövs.", "a.pdf", None),
        ("Denna skrivelse ersätter vårt tidigare insända yttrande.", "a.pdf", "replacement"),
        ("Planen ersätter tidigare program.", "a.pdf", None),
        ("Yttrande över plan", "utkastet till Utkiken.pdf", None),
    ],
)
def test_what_a_document_says_of_itself(text, name, version):
    assert find_version(Document(text), name) == version
