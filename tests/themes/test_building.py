import random
import re
from dataclasses import replace

import pytest

from remissnlp.codebook import Code, Kodbok
from remissnlp.extraction.personal import PERSONAL
from remissnlp.records import Remiss, Split
from remissnlp.themes import RANKING_EXPLANATION, Weights, build_teman
from remissnlp.themes.building import continues, make_context
from remissnlp.themes.describing import Group, describe_all
from remissnlp.themes.words import stem

INDICATORS = [
    ("a", "forslag", "Förvaltningen önskar indikatorer som kan följas över tid."),
    ("b", "forslag", "Nämnden föreslår indikatorer som kan följas över tid."),
    ("c", "kritik", "Kontoret saknar indikatorer som kan följas över tid."),
]
HEADINGS = [
    ("a", "forslag", "Förvaltningen anser att rubrikerna bör ses över."),
    ("b", "forslag", "Nämnden anser att rubrikerna i programmet bör ses över."),
]
PRAISE = [
    ("a", "positiv", "Förvaltningen välkomnar samverkan med civilsamhället."),
    ("b", "positiv", "Nämnden välkomnar samverkan med civilsamhället."),
    ("c", "positiv", "Kontoret välkomnar samverkan med civilsamhället."),
]
ALONE = [("c", "forslag", "Prislistan hanteras i särskild ordning av kommunstyrelsen.")]


@pytest.fixture
def points(make_point):
    rows = [*INDICATORS, *HEADINGS, *PRAISE, *ALONE]
    return [make_point(n, text, remissvar=r, stance=stance) for n, (r, stance, text) in enumerate(rows)]


@pytest.fixture
def answers(make_answer):
    return [
        make_answer("a", instans="Nämnd A"),
        make_answer("b", instans="Nämnd B", remiss="KS 2"),
        make_answer("c", instans=None),
    ]


def build(points, answers, encoder, **more):
    # Weights of their own, so that a new fit of the shipped ones leaves these tests alone.
    weights = Weights(dense=0.4, lexical=0.6, matter=0.25, neighbours_smoothed=8)
    return build_teman(points, answers, encoder=encoder, threshold=0.15, weights=weights, **more)


def test_ranks_demands_before_praise(points, answers, encoder):
    teman, _ = build(points, answers, encoder)
    assert [len(t.synpunkter) for t in teman] == [3, 2, 3]
    assert [t.rank for t in teman] == [1, 2, 3]
    assert teman[0].score > teman[1].score > 1 > teman[2].score
    assert dict(teman[2].stances) == {"positiv": 3}


def test_records_agree_with_each_other(points, answers, encoder):
    teman, marked = build(points, answers, encoder)
    by_id, by_answer = {s.id: s for s in marked}, {r.id: r for r in answers}
    for tema in teman:
        members = [by_id[i] for i in tema.synpunkter]
        assert all(s.tema == tema.id for s in members)
        assert set(tema.remissvar) == {s.remissvar for s in members}
        assert set(tema.remissinstanser) == {by_answer[s.remissvar].remissinstans for s in members} - {None}
        assert set(tema.remisser) == {by_answer[s.remissvar].remiss for s in members}
        assert sum(tema.stances.values()) == len(members)
    assert {s.id for s in marked if s.tema} == {i for t in teman for i in t.synpunkter}
    assert [s.id for s in marked] == [s.id for s in points]
    assert marked[-1].tema is None


def test_labels_have_one_form(points, answers, encoder):
    labels = [t.label for t in build(points, answers, encoder)[0]]
    assert len({label.casefold() for label in labels}) == len(labels)
    for label in labels:
        assert 3 <= len(label.split()) <= 8
        assert re.match(r"[A-ZÅÄÖ]\w+(r|ll) ", label)
        assert not PERSONAL.search(label)
    assert labels[0] in {
        "Önskar indikatorer som kan följas över tid",
        "Föreslår indikatorer som kan följas över tid",
    }
    assert labels[1] == "Vill att rubrikerna i programmet ska ses över"
    assert labels[2] == "Välkomnar samverkan med civilsamhället"


def test_neither_order_nor_ids_decide(points, answers, encoder):
    teman, _ = build(points, answers, encoder)
    shuffled = [replace(s, id=f"other {s.id}") for s in points]
    random.Random(0).shuffle(shuffled)
    again, _ = build(shuffled, answers[::-1], encoder)
    assert [(t.id, t.label, t.keywords, t.score) for t in teman] == [
        (t.id, t.label, t.keywords, t.score) for t in again
    ]


def test_the_same_words_in_two_answers_are_one_tema(make_point, answers, encoder):
    text = "Rubriken bör ändras."
    teman, marked = build([make_point(0, text), make_point(1, text, remissvar="b")], answers, encoder)
    assert len(teman) == 1
    assert {s.tema for s in marked} == {teman[0].id}


def test_nothing_gives_nothing(answers, encoder):
    assert build_teman([], answers, encoder=encoder) == ((), ())
    assert build_teman([], [], encoder=encoder) == ((), ())


def test_one_synpunkt_stands_alone(make_point, answers, encoder):
    teman, marked = build([make_point(0, "Rubriken bör ändras.")], answers, encoder)
    assert teman == ()
    assert marked[0].tema is None


def test_an_unknown_remissvar_is_an_error(make_point, encoder):
    with pytest.raises(KeyError):
        build([make_point(0, "Rubriken bör ändras.")], [], encoder)


def test_no_personal_data_in_names(make_point, answers, encoder):
    text = "Nämnden önskar svar till anna.ek@stad.se eller 08-508 35 168 om rubriken."
    teman, _ = build([make_point(0, text), make_point(1, text, remissvar="b")], answers, encoder)
    assert not PERSONAL.search(" ".join([teman[0].label, *teman[0].keywords]))


@pytest.mark.parametrize(
    ("between", "second", "section", "expected"),
    [
        (" ", "Det bör ändras.", None, True),
        ("\n\n", "Det bör ändras.", None, False),
        ("\r\n\r\n", "Det bör ändras.", None, False),
        (" ", "Vidare bör målen ändras.", None, False),
        (" ", "Nämnden anser också att målen bör ändras.", None, False),
        (" ", "Det bör ändras.", "Sammanfattning", False),
        (" " * 400, "Det bör ändras.", None, False),
    ],
)
def test_what_carries_on_the_same_matter(make_point, between, second, section, expected):
    opening = "Rubriken är otydlig."
    text = opening + between + second
    first = make_point(0, opening)
    at = len(opening) + len(between)
    spans = (type(first.spans[0])(at, len(text)),)
    assert (
        continues(text, first, replace(first, id="s1", spans=spans, reading=second, section=section))
        is expected
    )


def test_context_follows_the_synpunkter(make_point, make_answer):
    text = "Rubriken är otydlig. Den bör ändras."
    first = make_point(0, "Rubriken är otydlig.", refers_to=("Mål",))
    second = make_point(0, "Den bör ändras.")
    second = replace(second, id="s1", spans=(type(first.spans[0])(21, 36),))
    context = make_context([second, first], [make_answer("a", text=text, instans="Nämnd A")])
    assert context.matters[0] == context.matters[1]
    assert context.refers_to == ((), ("mål",))
    assert context.ignore == ("Nämnd A",)


def test_a_summary_is_no_place_that_its_points_share(make_point, make_answer):
    named = enumerate(["Sammanfattning", "Mål"])
    points = [replace(make_point(n, f"Punkt {n}."), section=name) for n, name in named]
    context = make_context(points, [make_answer("a", text="x" * 3000, instans="Nämnd A")])
    assert context.sections == (None, "a\0Mål")
    assert context.places[0] is None


@pytest.mark.parametrize(("between", "shared"), [(" ", 2), ("\n", 2), ("\n\n", 0)])
def test_neighbours_are_near_unless_a_blank_line_parts_them(make_point, make_answer, between, shared):
    text = "Rubriken är otydlig." + between + "Den bör ändras."
    first = make_point(0, "Rubriken är otydlig.")
    at = len(text) - len("Den bör ändras.")
    second = replace(make_point(0, text[at:]), id="s1", spans=(type(first.spans[0])(at, len(text)),))
    elsewhere = make_point(0, "Bra.", remissvar="b")
    answers = [make_answer("a", text=text, instans="A"), make_answer("b", text="Bra.", instans="B")]
    windows = [set(w) for w in make_context([elsewhere, second, first], answers).windows]
    assert len(windows[1] & windows[2]) == shared
    assert not windows[0] & (windows[1] | windows[2])


def test_what_answers_to_one_remiss_all_speak_of_says_nothing_in_them(make_point, make_answer):
    trees = [
        make_answer(name, text="Träd behövs. Träden vårdas.", instans=name, remiss="KS 1") for name in "abc"
    ]
    roads = [make_answer(name, text="Väg byggs. Vägen lagas.", instans=name, remiss="KS 2") for name in "de"]
    points = [make_point(0, "Träd", remissvar="a"), make_point(1, "Vägar", remissvar="d")]
    remisser = [
        Remiss("KS 1", "Program för stadens grönska", "program"),
        Remiss("KS 2", "Plan för cykling", "plan"),
    ]
    context = make_context(points, [*trees, *roads], remisser)
    assert context.remisser == ("KS 1", "KS 2")
    assert {"träd", "grönsk"} <= context.common_to("KS 1")
    # Two cannot tell what everybody speaks of, but the title can.
    assert {"plan", stem("cykling")} <= context.common_to("KS 2")
    assert stem("vägar") not in context.common_to("KS 2")
    # Three of five speak of trees, so that it says little about who speaks of them anywhere.
    assert context.common_to("KS 3") == context.common_to(None) == frozenset({"träd"})


KODBOK = Kodbok(
    "Prov",
    (
        Code("Vill mäta och följa upp", "", ("Nämnden efterlyser indikatorer som kan följas över tid.",)),
        Code("Önskar cykelvägar", "Vägar för cykel.", ()),
    ),
)


def test_what_is_near_a_code_goes_there(points, answers, encoder):
    teman, marked = build(points, answers, encoder, kodbok=KODBOK)
    [coded] = [t for t in teman if t.code]
    assert (coded.label, coded.code, coded.id) == (KODBOK.codes[0].name,) * 2 + (KODBOK.codes[0].tema_id,)
    assert {s.reading for s in marked if s.tema == coded.id} == {text for _, _, text in INDICATORS}
    assert {t.label for t in teman if not t.code} == {
        "Vill att rubrikerna i programmet ska ses över",
        "Välkomnar samverkan med civilsamhället",
    }
    assert coded.stability is None


def test_a_code_keeps_its_identity_with_other_synpunkter(points, answers, encoder):
    teman, _ = build(points[1:], answers, encoder, kodbok=KODBOK)
    assert [t.id for t in teman if t.code] == [KODBOK.codes[0].tema_id]


def test_one_synpunkt_is_enough_for_a_code(make_point, answers, encoder):
    point = make_point(0, "Nämnden önskar indikatorer som kan följas över tid.")
    teman, _ = build([point], answers, encoder, kodbok=KODBOK)
    assert [t.label for t in teman] == ["Vill mäta och följa upp"]


def test_nothing_to_object_to_is_no_tema(make_point, answers, encoder):
    rows = ["Nämnden har ingen erinran mot förslaget.", "Kontoret har ingen erinran mot förslaget."]
    teman, marked = build(
        [make_point(n, text, remissvar="ab"[n]) for n, text in enumerate(rows)], answers, encoder
    )
    assert teman == ()
    assert [s.tema for s in marked] == [None, None]


def test_support_and_criticism_of_one_matter_are_counted_apart(make_point, answers, encoder):
    rows = [
        ("a", "positiv", "Nämnden tillstyrker förslaget om höjd avgift för torgplatser."),
        ("b", "kritik", "Kontoret avstyrker förslaget om höjd avgift för torgplatser."),
    ]
    points = [make_point(n, text, remissvar=r, stance=stance) for n, (r, stance, text) in enumerate(rows)]
    [tema], _ = build(points, answers, encoder)
    assert dict(tema.stances) == {"positiv": 1, "kritik": 1}
    assert tema.split == Split(("s0",), ("s1",))


def test_many_who_support_name_the_tema_against_few_who_do_not(make_point, make_answer, encoder):
    rows = [
        (name, "positiv", "Nämnden välkomnar förslaget om höjd avgift för torgplatser.") for name in "abcde"
    ]
    rows.append(("f", "kritik", "Kontoret avstyrker förslaget om höjd avgift för torgplatser."))
    points = [make_point(n, text, remissvar=r, stance=stance) for n, (r, stance, text) in enumerate(rows)]
    [tema], _ = build(points, [make_answer(name, instans=name) for name in "abcdef"], encoder)
    assert tema.label == "Välkomnar förslaget om höjd avgift för torgplatser"


def test_the_key_sentence_is_a_quote(points, answers, encoder):
    teman, _ = build(points, answers, encoder)
    by_id = {s.id: s for s in points}
    for tema in teman:
        key = tema.key_sentence
        assert key.synpunkt in tema.synpunkter
        assert key.quote in by_id[key.synpunkt].quote


def test_every_remissinstans_is_heard_early(points, answers, encoder):
    teman, marked = build(points, answers, encoder)
    home = {s.id: s.remissvar for s in marked}
    for tema in teman:
        first = tema.synpunkter[: len(tema.remissvar)]
        assert {home[s] for s in first} == set(tema.remissvar)


def test_delteman_are_named_apart(make_point, make_answer):
    rows = ["Nämnden önskar fler cykelparkeringar vid stationen.", "Nämnden önskar cykelvägar längs åvägen."]
    points = tuple(make_point(n, text) for n, text in enumerate(text for text in rows for _ in range(3)))
    group = Group("T1", points, points, (points[:3], points[3:]), None, None)
    [tema] = describe_all([group], {"a": make_answer("a")})
    assert "cykelparkeringar" in tema.delteman[0].label
    assert "cykelvägar" in tema.delteman[1].label
    assert tema.label not in [part.label for part in tema.delteman]
    assert [part.synpunkter for part in tema.delteman] == [("s0", "s1", "s2"), ("s3", "s4", "s5")]


def test_the_ranking_is_explained_in_swedish():
    assert RANKING_EXPLANATION.startswith("Teman rangordnas efter hur många remissinstanser")


def test_what_members_say_in_their_own_name_is_in_no_tema(points, answers, encoder):
    said = [replace(p, voice="Reservation (M)") if p.reading == INDICATORS[2][2] else p for p in points]
    teman, placed = build(said, answers, encoder)
    (apart,) = [p for p in placed if p.voice]
    assert apart.tema is None
    assert not any(apart.id in tema.synpunkter for tema in teman)
    assert [p.id for p in placed] == [p.id for p in points]
