import dataclasses
import hashlib
import os
import random
import time
from pathlib import Path

import pytest

from remissnlp.errors import RemissnlpError
from remissnlp.reading import read_corpus
from remissnlp.reading.answer import find_endorsed, is_response
from remissnlp.reading.document import Document
from remissnlp.reading.letterhead import read_letterhead
from remissnlp.reading.pages import find_pages

SHIPPED = Path(__file__).parents[2] / "corpus"
ARCHIVE = b"7z\xbc\xaf\x27\x1c" + bytes(20)
REPORT = "Rapport från ett projekt\n\nFörord\n\nDenna rapport beskriver arbetet.\n"


def response(
    number="KS 2024/1", who="Kulturnämnden", dnr="KUN 2024/9", date="2024-05-06", title="plan för bad"
):
    return (
        f"Dnr {dnr}\n{date}\n\nYttrande över remiss av {title}\nRemiss från kommunstyrelsen, {number}\n\n"
        f"Förslag till beslut\n{who} beslutar att lämna yttrandet.\n\n{who} föreslår fler mål.\n"
    )


@pytest.fixture
def corpus(tmp_path):
    """Return a function that writes files by name into a folder and reads it."""

    def write_and_read(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_corpus(tmp_path)

    return write_and_read


def test_the_shipped_corpus_is_read_as_its_documents_say():
    corpus = read_corpus(SHIPPED)
    assert [(r.id, r.title, r.kind) for r in corpus.remisser] == [
        ("KS 2023/1159", "Program för de mänskliga rättigheterna", "program"),
        ("KS 2024/1035", "Handlingsplan mot rasism", "handlingsplan"),
        ("KS 2025/809", "Handlingsplan för romsk inkludering 2030", "handlingsplan"),
    ]
    assert [
        (r.file[-24:-21], r.remiss, r.remissinstans, r.dnr, r.date, r.status, len(r.pages))
        for r in corpus.remissvar
    ] == [
        ("000", "KS 2023/1159", "Arbetsmarknadsnämnden", "AMF 2024/649", "2024-09-18", "ok", 5),
        ("002", "KS 2023/1159", "Servicenämnden", "SF 2024/444", None, "ok", 5),
        ("001", "KS 2024/1035", "Arbetsmarknadsnämnden", None, None, "ok", 4),
        ("003", "KS 2025/809", "Arbetsmarknadsnämnden", None, None, "ok", 4),
    ]
    for remissvar in corpus.remissvar:
        data = (SHIPPED / remissvar.file).read_bytes()
        assert remissvar.sha256 == hashlib.sha256(data).hexdigest()
        assert remissvar.text == data.decode("utf-8")


def test_the_same_is_read_without_metadata_and_folders(tmp_path):
    for path in SHIPPED.glob("*/*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    told = {r.id: (r.remiss, r.remissinstans, r.dnr, r.date) for r in read_corpus(SHIPPED).remissvar}
    assert {r.id: (r.remiss, r.remissinstans, r.dnr, r.date) for r in read_corpus(tmp_path).remissvar} == told


def test_the_fourth_page_of_the_scan_begins_with_its_head():
    scan = next(r for r in read_corpus(SHIPPED).remissvar if "/002_" in r.file)
    fourth = scan.text[scan.pages[3].start : scan.pages[3].end]
    assert "Stockholms" in fourth.splitlines()[0]
    assert fourth.index("Sida 4 (6)") < 200


def test_file_order_does_not_matter(corpus, tmp_path, monkeypatch):
    files = {f"mapp {i}/svar {j}.txt": response(dnr=f"X {2000 + i}/{j}") for i in range(3) for j in range(3)}
    expected = corpus(files)
    walk = os.walk

    def shuffled(*args, **kwargs):
        for root, folders, names in walk(*args, **kwargs):
            random.Random(1).shuffle(folders)
            random.Random(2).shuffle(names)
            yield root, folders, names

    monkeypatch.setattr("os.walk", shuffled)
    assert read_corpus(tmp_path) == expected
    assert [r.file for r in expected.remissvar] == sorted(files)


def test_what_is_no_response_is_passed_over_in_silence(corpus):
    found = corpus(
        {
            "svar.txt": response(),
            ".dold.txt": "x",
            ".git/config": "x",
            "~$svar.docx": "x",
            ".~lock.svar.odt#": "x",
            "README.md": "Remissvar",
            "mapp/Readme.txt": "Remissvar",
            "Thumbs.db": "x",
            "remisser.toml": "",
        }
    )
    assert [r.file for r in found.remissvar] == ["svar.txt"]
    assert found.warnings == ()


def test_a_missing_an_empty_and_a_wrong_folder_say_so(tmp_path):
    with pytest.raises(RemissnlpError, match="innehåller inga remissvar"):
        read_corpus(tmp_path)
    with pytest.raises(RemissnlpError, match="finns inte; ange mappen med remissvaren"):
        read_corpus(tmp_path / "borta")
    (tmp_path / "svar.txt").write_text(response())
    with pytest.raises(RemissnlpError, match="är en fil; ange mappen"):
        read_corpus(tmp_path / "svar.txt")


def test_an_unreadable_file_is_kept_with_its_reason_and_the_others_are_read(corpus):
    found = corpus({"a.7z": ARCHIVE, "b.txt": b"", "c.txt": response()})
    assert [(r.file, r.status) for r in found.remissvar] == [
        ("a.7z", "error"),
        ("b.txt", "error"),
        ("c.txt", "ok"),
    ]
    assert found.remissvar[0].message.startswith("a.7z är ett packat arkiv")
    assert found.remissvar[0].sha256 == hashlib.sha256(ARCHIVE).hexdigest()
    assert len({r.id for r in found.remissvar}) == 3
    assert found.warnings == tuple(f"Kunde inte läsas: {r.message}" for r in found.remissvar[:2])


def test_a_broken_link_is_an_error_of_its_own_and_a_linked_folder_is_warned_of(corpus, tmp_path):
    (tmp_path / "borta.txt").symlink_to(tmp_path / "finns inte")
    (tmp_path / "slinga").symlink_to(tmp_path)
    found = corpus({"svar.txt": response()})
    assert [(r.file, r.status) for r in found.remissvar] == [("borta.txt", "error"), ("svar.txt", "ok")]
    assert "slinga är en länk till en mapp och är inte med; kopiera in mappen." in found.warnings


def test_a_reference_is_told_apart_and_said(corpus):
    found = corpus({"rapport.txt": REPORT, "svar.txt": response()})
    rapport = found.remissvar[0]
    assert (rapport.status, rapport.remiss) == ("reference", None)
    assert rapport.role == "underlag"
    assert found.warnings == (f"rapport.txt: {rapport.message} Är det fel, skriv dess slag i remissvar.csv.",)


def test_a_copy_counts_once(corpus):
    found = corpus({"a.txt": response(), "b.txt": response(), "c.txt": response(dnr="KUN 2024/10")})
    a, b, c = found.remissvar
    assert (a.status, b.status, c.status) == ("ok", "reference", "ok")
    assert b.id == f"{a.id}-2"
    assert (b.role, c.role) == ("dubblett", "remissvar")
    assert found.warnings == (
        "b.txt: Räknas inte: filen är en exakt kopia av a.txt.",
        "c.txt har nästan samma text som a.txt men ett annat diarienummer; båda räknas. Är det samma"
        " svar, skriv dess slag (dubblett) i remissvar.csv.",
    )


def test_ids_follow_the_content_and_not_the_name(corpus, tmp_path):
    before = corpus({"a.txt": response()}).remissvar[0].id
    (tmp_path / "a.txt").rename(tmp_path / "ö.md")
    assert read_corpus(tmp_path).remissvar[0].id == before


def test_the_folder_says_which_remiss_where_the_letterhead_does_not(corpus):
    found = corpus({"KS 2024-7 Plan för bad/ett/brev.txt": "Vi anser att det behövs fler badplatser.\n"})
    assert found.remissvar[0].remiss == "KS 2024/7"
    assert [(r.id, r.title, r.kind) for r in found.remisser] == [("KS 2024/7", "Plan för bad", "plan")]


def test_where_folder_and_letterhead_differ_the_letterhead_wins_and_it_is_said(corpus):
    found = corpus({"KS 2024-7 Plan för bad/svar.txt": response()})
    assert found.remissvar[0].remiss == "KS 2024/1"
    assert (
        "brevhuvudet anger remissen KS 2024/1 men mappen KS 2024/7; KS 2024/1 används." in found.warnings[0]
    )


def test_a_person_has_the_last_word(corpus):
    found = corpus(
        {
            "bad/svar.txt": response(),
            "bad/rapport.txt": REPORT,
            "bad/brev.txt": "Vi anser att det behövs fler badplatser.\n",
            "remisser.toml": """
                [[remiss]]
                id = "KS 2024/7"
                title = "Badplan"
                kind = "plan"
                folder = "bad"
                [remissvar."bad/svar.txt"]
                remissinstans = "Idrottsnämnden"
                dnr = ""
                date = 2024-06-07
                remiss = "KS 2024/8"
                [remissvar."rapport.txt"]
                status = "ok"
                remissinstans = "SKR"
                [remissvar."bad/brev.txt"]
                status = "reference"
            """,
        }
    )
    brev, rapport, svar = found.remissvar
    assert (svar.remissinstans, svar.dnr, svar.date, svar.remiss) == (
        "Idrottsnämnden",
        None,
        "2024-06-07",
        "KS 2024/8",
    )
    assert (rapport.status, rapport.message, rapport.remissinstans) == ("ok", None, "SKR")
    assert (brev.status, brev.remiss) == ("reference", "KS 2024/7")
    assert len(found.warnings) == 1
    assert found.warnings[0].startswith(
        "bad/rapport.txt: hittar inte svarets diarienummer eller svarets datum."
    )


def test_only_who_may_keep_a_register_is_asked_for_a_number(corpus):
    letter = "{}\n2024-06-07\n\nRemissvar på KS 2024/8\n\nVi anser att det behövs fler badplatser.\n"
    found = corpus(
        {f"{n}.txt": letter.format(name) for n, name in enumerate(["Idrottsnämnden", "Simklubben Laxen"])}
    )
    assert [w[:5] for w in found.warnings if "svarets diarienummer" in w] == ["0.txt"]


def test_what_cannot_be_read_is_asked_for(corpus):
    found = corpus({"brev.txt": "Vi anser att det behövs fler badplatser.\n"})
    assert found.warnings == (
        "brev.txt: hittar inte vilken remiss som besvaras, vem som svarar, svarets diarienummer eller svarets"
        " datum. Skriv det i remissvar.csv, på filens rad under Remiss (t.ex. KS 2024/123), Remissinstans"
        " (t.ex. Kulturnämnden), Diarienummer (t.ex. KUN 2024/45) och Datum (t.ex. 2024-09-30).",
    )


@pytest.mark.parametrize(
    ("toml", "warning"),
    [
        ("[[remiss]\n", "remisser.toml innehåller ett skrivfel och används inte"),
        (b"title = '\xe5'", "remisser.toml är inte sparad som UTF-8"),
        ("[annat]\n", "okänt avsnitt ”annat”"),
        ("[[remiss]]\ntitle = 'x'\n", "remiss nummer 1 saknar id"),
        ("[[remiss]]\nid = 'KS 2024/1'\nkind = 'sort'\n", "kind ”sort”; välj program, handlingsplan"),
        ("[[remiss]]\nid = 'KS 2024/1'\nnamn = 'x'\n", "okänd uppgift ”namn”"),
        ("[[remiss]]\nid = 'KS 2024/1'\nfolder = 'borta'\n", "mappen ”borta” finns inte"),
        ("remiss = 3\n", "remiss nummer 1 har inga uppgifter"),
        ("remissvar = 3\n", "remissvar ska skrivas"),
        ("[remissvar.'borta.txt']\ndate = '2024-01-01'\n", "filen ”borta.txt” finns inte"),
        ("[remissvar.'svar.txt']\ndate = 'i går'\n", "datum ”i går”; skriv till exempel 2024-09-30"),
        ("[remissvar.'svar.txt']\nstatus = 'bra'\n", "status ”bra”; välj ok"),
        ("[remissvar.'svar.txt']\ndnr = 7\n", "ska stå inom citattecken"),
    ],
)
def test_faults_in_the_metadata_are_said_and_do_not_stop_the_reading(corpus, toml, warning):
    found = corpus({"svar.txt": response(), "remisser.toml": toml})
    assert len(found.warnings) == 1
    assert warning in found.warnings[0]
    svar = found.remissvar[0]
    assert (svar.remiss, svar.dnr, svar.date, svar.status) == ("KS 2024/1", "KUN 2024/9", "2024-05-06", "ok")


def test_a_byte_order_mark_in_the_metadata_does_no_harm(corpus):
    toml = "\ufeff[[remiss]]\nid = 'KS 2024/1'\ntitle = 'Badplan'\n"
    assert corpus({"svar.txt": response(), "remisser.toml": toml}).remisser[0].title == "Badplan"


def test_an_administration_counts_as_the_board_that_answers_elsewhere(corpus):
    found = corpus(
        {
            "a.txt": response(),
            "b.txt": "Kulturförvaltningens kontorsyttrande\nRemiss från kommunstyrelsen, KS 2024/2\n\nBra.\n",
        }
    )
    assert [r.remissinstans for r in found.remissvar] == ["Kulturnämnden", "Kulturnämnden"]


def test_a_lone_number_that_others_answer_is_the_remisss(corpus):
    found = corpus(
        {
            "a.txt": response(),
            "b.txt": "Föreningen Badarna\nDnr: KS 2024/1\n\nRemissvar\n\nVi önskar fler badplatser.\n",
        }
    )
    assert (found.remissvar[1].remiss, found.remissvar[1].dnr) == ("KS 2024/1", None)


def test_a_ministrys_number_and_the_reports_are_one_remiss(corpus):
    both = "Er beteckning Ju2024/01234\nYttrande över betänkandet ”Ny lag” (SOU 2024:12)\n\nEn bra lag.\n"
    only = "Er beteckning Ju2024/01234\nYttrande\n\nUmeå tingsrätt tillstyrker förslaget.\n"
    found = corpus({"a.txt": both, "b.txt": only})
    assert [r.remiss for r in found.remissvar] == ["SOU 2024:12", "SOU 2024:12"]
    assert [(r.id, r.title, r.kind) for r in found.remisser] == [("SOU 2024:12", "Ny lag", "betankande")]


def test_a_folder_may_be_named_by_any_number_that_the_letterhead_gives(corpus):
    both = "Er beteckning Ju2024/01234\nYttrande över betänkandet ”Ny lag” (SOU 2024:12)\n\nEn bra lag.\n"
    found = corpus({"Ju2024-01234 Ny lag/a.txt": both})
    assert found.remissvar[0].remiss == "Ju2024/01234"
    assert not any("brevhuvudet anger" in warning for warning in found.warnings)


def test_names_of_files_survive(corpus):
    names = ["a b/ö & <b>.txt", "mapp/[remiss].txt", "rad\nbryt.txt", "-rf.txt", "a'b\"c.txt", "%s{0}.txt"]
    found = corpus({name: response(dnr=f"X 2024/{i}") for i, name in enumerate(names)})
    assert {r.file for r in found.remissvar} == set(names)
    assert all(r.status == "ok" for r in found.remissvar)
    assert all(warning.isprintable() for warning in found.warnings)


@pytest.mark.skipif(os.name == "nt", reason="file names are not bytes there")
def test_a_name_that_is_no_text_is_warned_of(corpus, tmp_path):
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/svar \xe5.txt")).write_text("x")
    except OSError:
        pytest.skip("the file system takes only Unicode names")
    found = corpus({"svar.txt": response()})
    assert [r.file for r in found.remissvar] == ["svar.txt"]
    assert found.warnings == ("svar �.txt har ett namn som inte går att läsa; ge filen ett nytt namn.",)


def test_records_are_frozen(corpus):
    with pytest.raises(dataclasses.FrozenInstanceError):
        corpus({"svar.txt": response()}).warnings = ()


@pytest.mark.parametrize(
    "part", ["Aa ", "a-, ", "x- och ", " ", "\n", "A", "1 (2)\n", "Dnr\t", "\n x", "till\n", "1.1."]
)
def test_hostile_repetition_is_read_in_linear_time(part):
    text = part * (60_000 // len(part))
    start = time.process_time()
    document = Document(text, find_pages(text))
    is_response(document, read_letterhead(document))
    find_endorsed(document)
    assert time.process_time() - start < 5


def test_a_number_that_others_answer_is_the_remiss_of_a_mail_that_only_cites_it(corpus):
    letter = "{}\nDnr {}\n2025-03-01\n\nYttrande över remiss av strategin, KS 2025/640\n\nDen är bra.\n"
    found = corpus(
        {
            "a.txt": letter.format("Kulturnämnden", "KUN 2025/1"),
            "b.txt": "Kommunstyrelsen\nKS 2025/640\n\nJag tycker att den glömmer oss äldre.\n",
        }
    )
    assert [record.remiss for record in found.remissvar] == ["KS 2025/640", "KS 2025/640"]
    assert not any("nämner ingen remiss" in warning for warning in found.warnings)


VIEW = "Vi tycker att planen är bra.\n"


def test_one_misread_letter_does_not_rename_the_remiss_of_the_others(tmp_path):
    for name in "abc":
        text = (
            f"{name.upper()}-nämnden\n2025-03-01\n\nYttrande över remiss av cykelplan, KS 2025/300\n\n{VIEW}"
        )
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    misread = f"Kulturnämnden\n\nRemissvar om cykelplan, KUN 2025/90, remiss KS 2025/300\n\n{VIEW}"
    (tmp_path / "d.txt").write_text(misread, encoding="utf-8")
    assert {record.remiss for record in read_corpus(tmp_path).remissvar} == {"KS 2025/300"}


def test_a_letter_that_names_no_remiss_answers_the_one_of_its_folder(tmp_path):
    folder = tmp_path / "cykelplan"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.txt").write_text(
            "Kulturnämnden\n\nYttrande över remiss KS 2025/300\n\nPlanen bör ändras.\n"
        )
    (folder / "c.txt").write_text("Hej! Jag tycker att cykelplanen är bra. Jag cyklar varje dag.\n")
    assert {record.remiss for record in read_corpus(tmp_path).remissvar} == {"KS 2025/300"}


def test_a_picture_in_a_mail_is_no_response_and_no_fault(tmp_path):
    import io
    from email.message import EmailMessage

    import PIL.Image

    picture = io.BytesIO()
    PIL.Image.new("RGB", (120, 40), "white").save(picture, "png")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "bo@example.org", "ks@example.org", "Remissvar KS 2025/300"
    mail.set_content("Hej! Jag tycker att planen är bra. Jag cyklar varje dag.\n")
    mail.add_attachment(
        picture.getvalue(), maintype="application", subtype="octet-stream", filename="logo.bin"
    )
    (tmp_path / "brev.eml").write_bytes(mail.as_bytes())
    letter, logo = read_corpus(tmp_path).remissvar
    assert (letter.status, logo.status) == ("ok", "reference")
    assert "bild utan text" in logo.message
