from hypothesis import example, given
from hypothesis import strategies as st

from remissnlp.reading.pages import find_pages
from remissnlp.records import slice_text

LINE = st.text(alphabet="abc åäö.,()0123456789/\f\r", max_size=80) | st.sampled_from(
    ["", " En ny sida", "Sida 1 (3)", "Sida 2 (3)", "2 (3)", "Sid 3/3", "\f"]
)
TEXT = st.lists(LINE, max_size=40).map("\n".join)

BODY = "Förvaltningen anser att programmet behöver en tydligare beskrivning av hur det ska följas upp.\n" * 4


def starts(text):
    return [text[start:end].strip().splitlines()[0] for start, end in find_pages(text)]


@given(TEXT)
@example(" ")
@example("\f\f")
@example(" a\n b\n Sida 3 (3)")
def test_pages_partition_every_text(text):
    pages = find_pages(text)
    assert slice_text(text, pages) == (text if pages else "")
    assert all(page.start < page.end for page in pages)
    assert [page.end for page in pages[:-1]] == [page.start for page in pages[1:]]


@given(st.lists(st.text(alphabet="abc åäö\n", min_size=1).filter(str.strip), min_size=1, max_size=6))
def test_form_feeds_part_pages(pages):
    text = "\f".join(pages)
    assert len(find_pages(text)) == (len(pages) if len(pages) > 1 else len(find_pages(pages[0])))


@given(st.lists(st.text(alphabet="abcåäö\n", min_size=1).filter(lambda t: t == t.strip()), min_size=1))
def test_one_leading_space_marks_a_page_where_the_text_begins_so(pages):
    text = "".join(f" {page}\n" for page in pages)
    assert [text[start:end] for start, end in find_pages(text)] == [f" {page}\n" for page in pages]


def test_form_feeds_at_the_very_start_and_end_make_no_pages():
    assert len(find_pages("\fEtt\fTvå\f\n")) == 2


def test_a_text_without_any_sign_has_no_pages():
    assert find_pages("") == ()
    assert find_pages(BODY) == ()
    assert find_pages(BODY + "\n indraget stycke\n" + BODY) == ()


def test_two_leading_spaces_or_a_blank_line_before_is_an_indent_not_a_page():
    assert len(find_pages(" Rubrik\ntext\n  indraget\ntext\n")) == 1
    assert len(find_pages(" Rubrik\n\nAnn Prov\n\n Bo Prov\nChef\n")) == 1


def test_a_number_at_the_head_shows_the_page_that_no_mark_shows():
    head = "Exempelstaden\n\nTjänsteutlåtande\nDnr EX 2024/1\nSida 2 (3)\n\n"
    text = f" {BODY}som fortsätter\n\n\n\n{head}på nästa sida. {BODY} Tredje sidan\n{BODY}"
    assert starts(text)[1:] == ["Exempelstaden", "Tredje sidan"]


def test_the_head_of_a_page_takes_no_line_of_the_body_with_it():
    short = "Det är bra."
    text = f"Rubrik\n\n{BODY}\n{short}\n\nExempelstaden\nSid 2/2\n\n{BODY}"
    assert starts(text) == ["Rubrik", "Exempelstaden"]


def test_a_number_at_the_foot_ends_its_page():
    long = "\n\n".join([BODY] * 5)
    text = f"Rubrik ett\n{long}\n1 (3)\nRubrik två\n{long}\n2 (3)\nRubrik tre\n{long}\n3 (3)\n"
    assert starts(text) == ["Rubrik ett", "Rubrik två", "Rubrik tre"]


def test_numbers_that_do_not_agree_with_the_count_are_no_pages():
    assert find_pages(f"{BODY}\n\nSida 7 (9)\n\n{BODY}") == ()
    assert find_pages(f"{BODY}\nmål 2 (3) och 3 (3)\n{BODY}") == ()
    assert find_pages(f"{BODY}\n5 (3)\n{BODY}") == ()


def test_numbers_and_marks_together_count_each_page_once():
    text = f" Sida 1 (2)\n{BODY} Sida 2 (2)\n{BODY}"
    assert starts(text) == ["Sida 1 (2)", "Sida 2 (2)"]
