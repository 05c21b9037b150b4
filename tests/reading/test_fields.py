from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissnlp.reading.dates import parse
from remissnlp.reading.fields import find_fields
from remissnlp.reading.registration import from_folder_name, is_number, normalise


def labelled(text):
    for field in find_fields(text):
        assert text[field.span.start : field.span.end] == field.value
    return [(field.label, field.value) for field in find_fields(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dnr AMF 2024/649", [("own", "AMF 2024/649")]),
        ("Diarienummer: 1.1-2345/2024\r\n", [("own", "1.1-2345/2024")]),
        ("Vårt dnr: SU-411-0012-24", [("own", "SU-411-0012-24")]),
        ("Vart dnr: KUN 2024/5", [("own", "KUN 2024/5")]),
        ("Er beteckning Ju2024/01234", [("remiss", "Ju2024/01234")]),
        ("Datum: 18 september 2024", [("date", "18 september 2024")]),
        ("Datum 2024-09-18 Dnr 2024/123 Sida 1 (4)", [("date", "2024-09-18"), ("own", "2024/123")]),
        ("Dnr 2024/123\t1 (4)", [("own", "2024/123")]),
        ("Datum  Dnr\n2024-09-18  2024/123", [("date", "2024-09-18"), ("own", "2024/123")]),
        ("Datum\nDnr\n\n2024-09-18\n2024/123", [("date", "2024-09-18"), ("own", "2024/123")]),
        ("Ert datum: 2024-06-01", [("other", "2024-06-01")]),
        ("Ämne: Svar på remiss", [("subject", "Svar på remiss")]),
        ("Från början var planen", []),
        ("Dnr saknas ännu", []),
        ("i programmet (Dnr\n171-116/2017)", []),
        ("Datum för sammanträde 2024-10-01 är inte satt", []),
    ],
)
def test_labelled_fields_however_they_are_set(text, expected):
    assert labelled(text) == expected


@given(st.text(alphabet="DnrEtaumVå: \t\n2024/-1", max_size=200))
def test_fields_are_slices_of_any_text(text):
    labelled(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-09-18", "2024-09-18"),
        ("den 1 oktober 2024", "2024-10-01"),
        ("3 feb. 2025", "2025-02-03"),
        ("18/9 2024", "2024-09-18"),
        ("31 april 2024", None),
        ("2024-13-01", None),
        ("september", None),
    ],
)
def test_dates_become_iso(text, expected):
    assert parse(text) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_iso_date_is_itself(day):
    assert parse(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KS 2023/1159", "KS 2023/1159"),
        ("KS2023/1159", "KS 2023/1159"),
        ("KS\n2018/000070", "KS 2018/000070"),
        ("SOU 2024:8", "SOU 2024:8"),
        ("ds 2023 : 14", "Ds 2023:14"),
        ("Fi 2023/03021/S1", "Fi2023/03021"),
        ("S 2024/12", "S 2024/12"),
        ("KSN–2023–01544.", "KSN-2023-01544"),
    ],
)
def test_numbers_have_one_form(text, expected):
    assert normalise(text) == expected
    assert normalise(expected) == expected


def test_a_date_is_no_registration_number():
    assert is_number("2024-12345")
    assert not is_number("2024-09-18")
    assert not is_number("Stockholm")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("KS 2023-1159 Program för mål", ("KS 2023/1159", "Program för mål")),
        ("KS_2023-1159_Program_för_mål", ("KS 2023/1159", "Program för mål")),
        ("SOU 2024-12", ("SOU 2024:12", "")),
        ("Ju2024-01234 – Straff", ("Ju2024/01234", "Straff")),
        ("Program 2024", None),
        ("inkomna 2024-09-18", None),
        ("Svar", None),
    ],
)
def test_a_folder_name_tells_the_remiss(name, expected):
    assert from_folder_name(name) == expected
