import pytest

from remissnlp.records import Split
from remissnlp.themes.direction import direction_of, find_split, matter_of, says_nothing


@pytest.mark.parametrize(
    ("text", "stance", "expected"),
    [
        ("Nämnden tillstyrker förslaget om höjd avgift.", "positiv", "wants"),
        ("Nämnden avstyrker förslaget om höjd avgift.", "kritik", "rejects"),
        ("Avgiften bör höjas.", "forslag", "wants"),
        ("Avgiften bör enligt nämnden inte höjas.", "forslag", "rejects"),
        ("Nämnden anser att avgiften inte bör höjas.", "forslag", "rejects"),
        ("Planen bör inte bara gälla barn.", "forslag", "wants"),
        ("Stycket bör strykas.", "forslag", "rejects"),
        ("Kommunen motsätter sig en höjd avgift.", "kritik", "rejects"),
        ("Kommunen ställer sig tveksam till en höjd avgift.", "kritik", "rejects"),
        ("Regionen kan inte tillstyrka förslaget.", "kritik", "rejects"),
        ("Avgiften kan inte beräknas.", "neutral", None),
        ("Texten är otydlig.", "kritik", None),
        ("Kommunen tillstyrker höjningen, men anser att den inte borde behövas.", "positiv", "wants"),
        ("Kommunen tillstyrker att avgiften inte ska höjas.", "positiv", "rejects"),
    ],
)
def test_which_way_a_synpunkt_points(text, stance, expected):
    assert direction_of(text, stance) == expected


def split(make_point, *rows):
    points = [make_point(n, text, stance=stance) for n, (_, stance, text) in enumerate(rows)]
    return find_split(points, [who for who, _, _ in rows])


def test_opposed_demands_are_a_split(make_point):
    found = split(
        make_point,
        ("A", "forslag", "Avgiften för torgplatser bör höjas."),
        ("B", "positiv", "Nämnden tillstyrker en höjd avgift för torgplatser."),
        ("C", "forslag", "Avgiften för torgplatser bör inte höjas."),
        ("D", "kritik", "Nämnden avstyrker höjd avgift för torgplatser."),
        ("E", "forslag", "Skyltningen vid torgplatser bör ses över."),
    )
    assert found == Split(("s0", "s1"), ("s2", "s3"))


def test_bare_stands_on_the_same_proposal_are_a_split(make_point):
    found = split(
        make_point,
        ("A", "positiv", "Kommunen tillstyrker förslaget."),
        ("B", "kritik", "Regionen avstyrker förslaget."),
        ("C", "kritik", "Verket avstyrker förslaget om nya skyltar vid torgen, men ser behovet."),
    )
    assert found == Split(("s0",), ("s1",))


def test_what_is_said_besides_the_stand_does_not_matter(make_point):
    found = split(
        make_point,
        (
            "A",
            "positiv",
            "Kommunen är positiv till nya skyltar vid torgen, men anser att kostnaden bör utredas.",
        ),
        ("B", "kritik", "Regionen avstyrker nya skyltar vid torgen då de skymmer sikten för bussarna."),
    )
    assert found is None or found == Split(("s0",), ("s1",))
    assert matter_of("Regionen avstyrker nya skyltar vid torgen då de skymmer sikten.") == matter_of(
        "Kommunen är positiv till nya skyltar vid torgen, men anser att kostnaden är hög."
    )


def test_no_split_where_nobody_contradicts(make_point):
    assert (
        split(make_point, ("A", "forslag", "Avgiften bör höjas."), ("B", "forslag", "Målen bör inte ändras."))
        is None
    )
    assert (
        split(
            make_point, ("A", "forslag", "Avgiften bör höjas."), ("A", "kritik", "Avgiften bör inte höjas.")
        )
        is None
    )
    assert (
        split(make_point, ("A", "kritik", "Avgiften är oklar."), ("B", "kritik", "Avgiften bör inte höjas."))
        is None
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nämnden har ingen erinran mot förslaget.", True),
        ("Regionen har inga synpunkter på förslaget.", True),
        ("Kommunen avstår från att yttra sig.", True),
        ("Nämnden lämnar förslaget utan erinran.", True),
        ("Nämnden har inget att erinra men föreslår att målen förtydligas.", False),
        ("Nämnden saknar indikatorer.", False),
    ],
)
def test_who_says_nothing(text, expected):
    assert says_nothing(text) is expected
