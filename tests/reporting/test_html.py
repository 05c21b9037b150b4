from __future__ import annotations

import base64
import hashlib
import re
import shutil
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html as parser

from remissnlp.reporting.folder import write_run
from remissnlp.reporting.html import QUOTES_IN_SIGHT, render_html

RANKING = "Först det som flest står bakom.\n\nPoäng = <remissinstanser>."


@pytest.fixture
def text(run):
    return render_html(run, ranking_explanation=RANKING)


@pytest.fixture
def page(text):
    return parser.document_fromstring(text)


def _words(element) -> str:
    return " ".join(element.text_content().split())


def test_page(text, snapshot):
    body = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1…\3", text, flags=re.DOTALL)
    assert re.sub(r"sha256-[\w+/=]+", "sha256-…", body) == snapshot


def test_page_of_a_run_without_synpunkter(empty_run):
    page = parser.document_fromstring(render_html(empty_run))
    assert page.get_element_by_id("sok", None) is None
    assert "Har svarat utan synpunkter" in _words(page)
    assert "Inga synpunkter hittades." in _words(page)


def test_page_of_a_run_without_anything(empty_run):
    nothing = replace(empty_run, remisser=(), remissvar=(), coverage=())
    assert "0 remissvar" in _words(parser.document_fromstring(render_html(nothing))).replace("\u00a0", " ")


def test_hostile_text_stays_text(page):
    assert len(page.xpath("//script")) == 1
    assert "<script>alert('x')</script> 🎭" in page.text_content()
    assert not page.xpath("//b")
    assert "\x07" not in page.text_content() and "␇" in page.text_content()


def test_no_request_to_anywhere(page, text):
    addresses = page.xpath("//@src | //@href | //@action | //@srcset | //@poster")
    assert addresses and all(a.startswith("#") or a == "data:," for a in addresses)
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", text)


def test_the_policy_lets_in_the_own_style_and_script_only(page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    for name in ("style", "script"):
        content = page.xpath(f"//{name}")[0].text
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not page.xpath("//*[@style] | //*[@onclick]")


def test_every_link_leads_somewhere(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {a[1:] for a in page.xpath("//a/@href")} <= set(ids)
    labelled = " ".join(page.xpath("//@aria-labelledby | //@aria-describedby")).split()
    assert set(labelled) <= set(ids)


def test_every_quote_is_one_click_from_its_place_and_back(run, page):
    for synpunkt in run.synpunkter:
        card = page.get_element_by_id(f"s-{synpunkt.id}")
        assert card.xpath(".//a[contains(@class, 'jump')]/@href") == [f"#m-{synpunkt.id}"]
        mark = page.get_element_by_id(f"m-{synpunkt.id}")
        assert mark.tag == "mark"
        assert f"#{card.get('id')}" in mark.xpath("following-sibling::a/@href")


def test_every_quote_is_there_verbatim(run, page):
    for synpunkt in run.synpunkter:
        card = page.get_element_by_id(f"s-{synpunkt.id}")
        verbatim = synpunkt.quote.replace("\x07", "␇")
        assert verbatim in [part.text_content() for part in card.xpath(".//p")]


def test_the_reading_comes_first_where_it_differs(page):
    card = page.get_element_by_id("s-i-1")
    assert _words(card.xpath(".//blockquote")[0]) == "Idrottsnämnden saknar mätbara indikatorer."
    assert "Idrottsnimnden saknar métbara" in _words(card.xpath(".//details")[0])


def test_the_texts_are_whole(run, text):
    # A form feed is white space in HTML, but lxml's tree does not take it.
    page = parser.document_fromstring(text.replace("\x0c", ""))
    for remissvar in run.remissvar:
        places = page.xpath(f"//article[@id='text-{remissvar.id}']//div[@class='fulltext']")
        if remissvar.status in ("reference", "error"):
            assert not places
            continue
        for extra in places[0].xpath(".//a | .//div[@class='page']"):
            extra.drop_tree()
        shown = places[0].text_content().replace("␇", "\x07")
        assert shown == remissvar.text.replace("\x0c", "")


def test_headings_are_in_order_and_landmarks_there(page):
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert page.xpath("/html/@lang") == ["sv"]
    for landmark in ("header", "nav", "main", "aside"):
        assert page.xpath(f"//body//{landmark}")


def test_what_did_not_become_synpunkter_is_listed(page):
    answered = _words(page.get_element_by_id("svarat"))
    for words in (
        "Har svarat utan synpunkter. Delegationsbeslut. Inskannat, tolkat med säkerheten 87 %",
        "Filen är krypterad.",
        "Underlag. En rapport, inget remissvar.",
        "Ansluter sig",
    ):
        assert words in answered
    assert "trasig.txt kunde inte läsas" in _words(page.get_element_by_id("overblick"))
    assert "Vi vill ha cykelställ." in _words(page.get_element_by_id("ovriga"))
    assert "Föreslagen lydelse Staden följer upp varje år." in _words(page.get_element_by_id("s-k-3"))
    assert "Gäller Uppföljning." in _words(page.get_element_by_id("s-k-4"))


def test_a_tema_shows_its_key_sentence_sides_and_parts(page):
    tema = _words(page.get_element_by_id("tema-t-ind"))
    assert "Nämnden önskar indikatorer som kan följas över tid." in tema
    assert "Delade meningar: 1 remissinstans vill ha, 1 avvisar." in tema
    assert "Säkert tema" in tema
    headings = [_words(h) for h in page.get_element_by_id("tema-t-ind").iter("h4")]
    assert headings == ["Önskar indikatorer <i> 1", '=Saknar "mätbara" indikatorer 1', "Övrigt i temat 1"]
    assert "Ur kodboken" in _words(page.get_element_by_id("tema-t-tyd"))


def test_ranking_is_explained(page):
    assert "Poäng = <remissinstanser>." in _words(page.get_element_by_id("metod"))


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on this machine")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


@pytest.fixture
def tab(browser, run, tmp_path):
    """Open the page with one tema larger than what is in sight; fail on any error or request."""
    big = replace(run.teman[0], synpunkter=(*run.teman[0].synpunkter, "k-4", "k-1"), delteman=())
    assert len(big.synpunkter) > QUOTES_IN_SIGHT
    points = tuple(replace(s, tema="t-ind") if s.id in big.synpunkter else s for s in run.synpunkter)
    path = write_run(replace(run, teman=(big,), synpunkter=points), tmp_path) / "sammanstallning.html"
    page, wrong = browser.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("request", lambda request: wrong.append(request.url) if request.url != path.as_uri() else None)
    page.goto(path.as_uri())
    yield page
    page.close()
    assert wrong == []


def _seen(tab) -> set[str]:
    return {card.get_attribute("id")[2:] for card in tab.locator(".synpunkt").all() if card.is_visible()}


def test_search_and_filters_in_a_browser(tab):
    assert len(_seen(tab)) == 6  # the fifth of the tema is folded away
    tab.fill("#sokord", "HYPERLINK")
    assert _seen(tab) == {"k-4"}
    assert tab.inner_text("#status") == "1 av 7 synpunkter, i 1 tema."
    tab.fill("#sokord", "script")
    assert _seen(tab) == {"k-1"}  # unfolded by the search
    tab.click("#rensa")
    assert "k-1" not in _seen(tab)
    tab.check("input[name=stance][value=kritik]")
    assert _seen(tab) == {"i-1", "k-4"}
    tab.check("input[name=instans][value='Idrottsnämnden']")
    assert _seen(tab) == {"i-1"}
    assert tab.inner_text("label:has(input[value=fraga]) .n") == "1"
    tab.check("input[name=stance][value=fraga]")
    assert _seen(tab) == {"i-1", "i-2"}
    tab.fill("#sokord", "finns inte någonstans")
    assert _seen(tab) == set()
    assert tab.is_visible(".no-hits")


def test_sub_headings_without_hits_are_hidden_in_a_browser(browser, run, tmp_path):
    path = write_run(run, tmp_path) / "sammanstallning.html"
    page = browser.new_page()
    page.goto(path.as_uri())
    assert sum(h.is_visible() for h in page.locator("h4").all()) == 3
    page.fill("#sokord", "mätbara")
    assert [h.inner_text() for h in page.locator("h4").all() if h.is_visible()] == [
        '=Saknar "mätbara" indikatorer 1'
    ]
    page.close()


def test_to_the_text_and_back_in_a_browser(tab):
    tab.check("input[name=stance][value=fraga]")
    tab.click("#s-i-2 .jump")
    assert tab.evaluate("document.querySelector('mark:target').textContent") == "Hur ska planen anvéndas?"
    # The card of another quote is filtered away and folded: the link back brings it into sight.
    tab.click("#m-k-1 + a.back")
    tab.wait_for_function("document.querySelector('#s-k-1').offsetParent !== null")
    assert tab.evaluate("document.querySelector(':target').id") == "s-k-1"
