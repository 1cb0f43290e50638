"""The page in a real browser: sorting, addresses, the matrix, the keyboard, print, and a browser without scripts."""

import re
import shutil
import subprocess

import pytest
from pages import next_frame
from playwright.sync_api import expect

from wbagree.domain.filter import Filter
from wbagree.formats.svg.text_width import text_width

KEY = "AL-XK-2012-1"
TITLE = "Protocol of cooperation establishing joint patrols along the border of the two countries"


def visible_record(page):
    return page.locator("article").filter(visible=True)


def focused(page):
    next_frame(page)
    return page.evaluate("document.activeElement.textContent.trim()")


def test_a_heading_sorts_and_says_how(visit, listed):
    page = visit("--pair", "AL-XK")
    head = page.get_by_role("columnheader", name="Signed")
    newest = listed(page)
    assert head.get_attribute("aria-sort") == "descending"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert page.evaluate("location.hash") == "#sort=signed"
    oldest = listed(page)
    undated = [key for key in newest if "-nd-" in key]
    assert newest[-len(undated) :] == oldest[-len(undated) :] == undated
    dates = page.locator(".list .d").all_inner_texts()
    dated = [date for date in dates if date != "undated"]
    assert dated == sorted(dated, key=lambda date: date.rstrip("?~"))
    page.get_by_role("columnheader", name="Agreement").get_by_role("button").click()
    titles = page.locator(".list tbody th a").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    assert head.get_attribute("aria-sort") is None
    page.get_by_label("Order").select_option("-title")
    assert page.locator(".list tbody th a").all_inner_texts() == titles[::-1]


def test_the_order_is_that_of_the_program(visit, listed, found):
    page = visit("--pair", "AL-XK")
    expected = found(Filter(("AL", "XK")))
    assert listed(page) == expected
    page.get_by_label("Order").select_option("signed")
    undated = [key for key in expected if "-nd-" in key]
    assert next(key for key in listed(page) if key not in undated) == expected[-len(undated) - 1]


def test_an_agreement_has_an_address_that_opens_it(visit):
    page = visit(hash_=f"#{KEY}")
    assert visible_record(page).count() == 1
    assert (focused(page), page.title()) == (TITLE, f"{TITLE} ({KEY})")
    source = visible_record(page).locator("a[href^=http]").first
    assert source.get_attribute("rel") == "noopener noreferrer"
    assert not page.get_by_label("Search").is_visible()


def test_the_way_back_leads_to_what_was_asked(visit, listed):
    page = visit(hash_="#party=AL&party=XK&type=joint-patrol")
    found = listed(page)
    page.get_by_role("link", name=TITLE).click()
    assert visible_record(page).count() == 1
    page.get_by_role("link", name="Previous").click()
    assert page.evaluate("location.hash") == f"#{found[found.index(KEY) - 1]}"
    page.go_back()
    assert focused(page) == TITLE
    page.go_back()
    assert listed(page) == found
    assert focused(page) == TITLE  # the link that was followed
    page.get_by_label("Type", exact=True).select_option("extradition")
    assert listed(page) == ["AL-XK-nd-6"]
    page.go_back()
    assert listed(page) == found


UNKNOWN_ADDRESSES = [
    ("#AL-XX-2012-1", "This page has no record AL-XX-2012-1; all its records are listed."),
    ("#type=nonsense&party=AL", "This page does not know type=nonsense; the rest of the question is answered."),
    ("#party=AL&party=XK&party=RS", "This page takes two parties at most, without RS; the rest"),
    ("#from=2020&to=2010&party=AL", "This page cannot look for years that end before they begin"),
    ("#x=1&party=AL&party=XK&party=RS", "This page does not know x=1; it takes two parties at most, without RS;"),
    ("#%E0%A4%A", "This page has no record %E0%A4%A"),
    ("#from=two", "This page does not know from=two"),
]


def test_an_address_that_is_not_known_gets_a_sentence(visit, listed):
    page = visit(hash_=UNKNOWN_ADDRESSES[0][0])
    notice = page.locator("[id='wb:notice']")
    for hash_, sentence in UNKNOWN_ADDRESSES:
        page.evaluate("(hash) => { location.hash = hash; }", hash_)
        expect(notice).to_contain_text(sentence)
        assert notice.is_visible()
        assert listed(page)
        page.get_by_label("Status").select_option("in-force")
        assert not notice.is_visible()


@pytest.mark.parametrize("question", [(), ("--among", "wb6"), ("--pair", "AL-XK"), ("--party", "HR")], ids=" ".join)
def test_a_cell_of_the_matrix_opens_the_agreements_that_it_counts(question, visit, listed):
    page = visit(*question)
    cells = page.evaluate(
        "[...document.querySelectorAll('.heat td a')]"
        ".map((a) => [a.hash, a.querySelector('i')?.textContent ?? a.textContent])"
    )
    assert len(cells) > 20
    state = page.evaluate(
        "(cells) => cells.map(([hash]) => { show(readHash(hash.slice(1)).state); return shown.length; })", cells
    )
    numbers = [sum(map(int, re.findall(r"(\d+) (?:agreement|more)", text))) for _, text in cells]
    assert state == numbers
    cell = page.locator(".heat td a").nth(3)
    number = numbers[3]
    cell.click()
    assert len(listed(page)) == number
    assert focused(page) == "Agreements"


def test_figures_and_years_open_what_they_count(visit, listed):
    page = visit()
    box = page.locator(".figures div", has_text="In force")
    figure, (parts,) = box.locator("a"), re.findall(r"(\d+) by its date, (\d+) by a source", box.inner_text())
    number = int(figure.inner_text())
    assert number == sum(map(int, parts))
    figure.click()
    assert len(listed(page)) == number
    page.get_by_text("The years as a table").click()
    page.get_by_role("rowheader", name="2010", exact=True).get_by_role("link").click()
    number = page.get_by_role("row", name="2010").first.get_by_role("cell").last.inner_text()
    assert len(listed(page)) == int(number)


def test_each_pair_opens_as_many_as_its_line_counts(visit):
    page = visit()
    lines = page.evaluate(
        "[...document.querySelectorAll('.whom table td a')].map((a) => [a.hash.slice(1), a.textContent])"
    )
    assert len(lines) > 60
    shown = page.evaluate("(all) => all.map(([hash]) => { show(readHash(hash).state); return shown.length; })", lines)
    assert shown == [sum(int(n) for n in number.split("+") if n) for _, number in lines]
    assert any("+" in number for _, number in lines)


def test_the_tab_is_named_after_what_is_shown(visit):
    heading = "Bilateral agreements on security and justice in the Western Balkans"
    page = visit()
    assert page.title() == heading
    page.get_by_label("Type", exact=True).select_option("extradition")
    page.get_by_label("Signed from").fill("2010")
    assert page.title() == f"Extradition · from 2010 · {heading}"
    page.locator(".list tbody th a").filter(visible=True).first.click()
    expect(page).to_have_title(re.compile(r"\)$"))  # the address changes first
    page.go_back()
    expect(page).to_have_title(f"Extradition · from 2010 · {heading}")


def test_the_keyboard_is_enough(visit, listed):
    page = visit()
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the table of agreements"
    page.keyboard.press("Enter")
    assert focused(page) == "Agreements"
    page.keyboard.press("Tab")
    page.keyboard.type("cooperation establishing joint patrols")
    assert listed(page)[0] == KEY
    labels = []
    for _ in range(30):
        page.keyboard.press("Tab")
        labels.append(page.evaluate("document.activeElement.labels?.[0]?.textContent ?? ''") or focused(page))
        if labels[-1] == TITLE:
            break
    expected = ["Party", "and party", "Type", "Status", "Signed from", "to", "Order", "Without undated records"]
    assert labels[: len(expected)] == expected
    assert labels[len(expected) :][:2] == ["Clear all", "Print full records as well"]
    page.keyboard.press("Enter")
    expect(page.locator("h3:focus")).to_be_visible()  # the address changes first
    assert page.evaluate("location.hash") == f"#{KEY}"
    page.keyboard.press("Escape")
    assert focused(page) == TITLE
    assert page.evaluate("document.activeElement.tagName") == "A"


def test_without_scripts_it_is_a_plain_document(visit):
    page = visit("--pair", "AL-XK", java_script_enabled=False)
    assert page.locator(".list tbody tr").filter(visible=True).count() == 41
    assert page.locator("article").filter(visible=True).count() == 41
    assert not page.locator("form, button, input, select, nav").filter(visible=True).count()
    leads = {
        link.get_attribute("href").removeprefix("#") for link in page.locator("a[href^='#']").filter(visible=True).all()
    }
    there = {one.get_attribute("id") for one in page.locator("[id]").all()}
    assert leads <= there
    assert KEY in leads


@pytest.mark.parametrize("hash_", ["", f"#{KEY}"])
def test_no_width_makes_the_page_wider_than_the_window(hash_, visit):
    page = visit("--among", "wb6", hash_=hash_, viewport={"width": 320, "height": 800})
    for width in (320, 400, 768, 1024, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("[innerWidth, document.documentElement.scrollWidth <= innerWidth]") == [width, True]


def test_it_follows_the_colours_of_the_reader(visit):
    grounds = {
        scheme: visit("--pair", "AL-XK", color_scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    }
    assert grounds["light"] == "rgb(255, 255, 255)"
    assert max(map(int, grounds["dark"][4:-1].split(","))) < 50


def _printed(page, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(page.pdf(prefer_css_page_size=True))
    if not shutil.which("pdftotext"):
        assert file.stat().st_size > 10_000
        pytest.skip("no pdftotext here: what the document says is not read")
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    size = subprocess.run(["pdfinfo", file], capture_output=True, encoding="utf-8", check=True).stdout
    assert "(A4)" in size
    return text.split("\f")[:-1]


def test_it_prints_as_a_document(visit, tmp_path):
    pages = _printed(visit("--pair", "AL-XK", color_scheme="dark"), tmp_path)
    assert "Agreements between Albania and" in pages[0]
    assert len(pages) <= 6
    for page in pages[2:-1]:
        assert page.split()[:4] == ["Signed", "Agreement", "Types", "Status"]  # the heading, on every page
    whole = " ".join("".join(pages).split())
    assert "without prejudice to positions on status" in whole
    for control in ("Search", "Order", "Clear all", "Skip to"):
        assert control not in whole


def test_it_prints_what_was_asked_with_full_records_when_that_is_wanted(visit, found, tmp_path):
    page = visit(hash_="#party=AL&party=XK&type=extradition")
    page.get_by_label("Print full records as well").check()
    whole = " ".join("".join(_printed(page, tmp_path)).split())
    assert f"1 of {len(found(Filter()))} records, 1 undated: Albania and Kosovo*; Extradition" in whole
    assert "AL-XK-nd-6" in whole
    assert "<http" in whole  # addresses are written out
    assert "What each pair has" not in whole


def test_nothing_can_be_fetched_from_it(browser, reported):
    page = browser.new_page()
    page.goto(reported("--pair", "ME-XK"))
    directive = page.evaluate(
        "new Promise((done) => {"
        " addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));"
        " new Image().src = 'https://example.org/x.png'; })"
    )
    assert directive == "img-src"
    page.close()


def test_printed_records_go_on_over_the_page_and_no_title_stays_behind_alone(visit, tmp_path):
    page = visit("--pair", "AL-XK")
    titles = set(page.locator("article").evaluate_all("(all) => all.map((one) => one.id)"))
    page.get_by_label("Print full records as well").check()
    pages = [[line for line in text.splitlines() if line.strip()] for text in _printed(page, tmp_path)]
    first = next(place for place, text in enumerate(pages) if any("Full records" in line for line in text))
    assert len(pages) < 24
    for text in pages[first:-1]:
        assert len(text) > 36  # a page is filled, but for a record's beginning that stays with its title
        named = [place for place, line in enumerate(text[:-1]) if line.strip() in titles]
        assert named[-1] + 1 < len(text[:-1])  # below the last title something of its record


def test_the_way_back_from_a_cell_leads_to_the_cell(visit, listed):
    page = visit("--among", "wb6")
    cell = page.locator(".heat tbody tr").nth(11).locator("td a").last
    cell.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 150)")
    before = page.evaluate("scrollY")
    number = cell.get_attribute("title")
    cell.click()
    found = listed(page)
    assert page.evaluate("scrollY") != before
    page.go_back()
    assert page.evaluate("[scrollY, document.activeElement.title]") == [before, number]
    page.go_forward()
    assert listed(page) == found
    page.locator(".list tbody th a").filter(visible=True).last.click()
    back = page.get_by_role("navigation", name="Records").get_by_role("link").first
    assert back.inner_text() == f"← Back to the {len(found)} agreements"
    back.click()
    assert listed(page) == found
    page.get_by_role("button", name="Clear all").click()
    page.locator(".list tbody th a").first.click()
    assert back.inner_text() == "← All agreements"


def test_a_link_near_the_top_leads_to_the_table_whatever_is_asked(visit, found, listed):
    page = visit("--among", "wb6", hash_="#type=extradition")
    listed_first = listed(page)
    among = len(found(Filter(among=("AL", "BA", "ME", "MK", "RS", "XK"))))
    page.evaluate("scrollTo(0, 0)")
    link = page.get_by_role("link", name=f"Search the {among} agreements")
    assert link.bounding_box()["y"] < 900
    link.click()
    assert focused(page) == "Agreements"
    assert listed(page) == listed_first
    page.evaluate("scrollTo(0, 0)")
    page.locator(".heat .total a").first.click()
    top = page.evaluate("scrollY")
    page.evaluate("scrollTo(0, 0)")
    page.locator(".heat .total a").first.click()  # what is asked already
    assert page.evaluate("scrollY") == top > 0
    page = visit("--among", "wb6", hash_="#agreements")
    assert (focused(page), len(listed(page))) == ("Agreements", among)
    assert not page.locator("[id='wb:notice']").is_visible()


@pytest.mark.parametrize("width", [400, 800, 1600])
def test_what_is_wider_than_the_page_says_so_and_the_years_begin_with_the_newest(width, visit):
    page = visit("--among", "wb6", viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    next_frame(page)
    regions = page.evaluate(
        "[...document.querySelectorAll('.scroll')].map((one) => ({wide: one.scrollWidth > one.clientWidth + 1,"
        " hint: one.previousElementSibling.checkVisibility(), faded: getComputedStyle(one).maskImage !== 'none',"
        " named: one.tabIndex === 0 && one.getAttribute('role') === 'region' && !!one.ariaLabel}))"
    )
    assert all(one["wide"] == one["hint"] == one["faded"] and one["named"] for one in regions)
    assert any(one["wide"] for one in regions) == (width < 1600)
    years = page.get_by_role("region", name="Signatures by year, a picture")
    assert years.evaluate("(one) => one.scrollLeft + one.clientWidth >= one.scrollWidth - 1")


def test_texts_of_pictures_take_no_more_room_than_was_measured(visit):
    """A machine without the fonts that a picture names shows it in another."""
    page = visit()
    for font in ("DejaVu Sans", "Liberation Sans", "sans-serif"):
        page.evaluate(
            "(font) => document.querySelectorAll('svg').forEach((one) => one.setAttribute('font-family', font))", font
        )
        texts = page.evaluate(
            "[...document.querySelectorAll('svg text')].map((one) => [one.textContent, one.getComputedTextLength(),"
            " +one.getAttribute('font-size'), +(one.getAttribute('font-weight') || 400)])"
        )
        assert len(texts) > 40
        wide = [(text, took) for text, took, size, weight in texts if took > text_width(text, size, weight) + 0.5]
        assert wide == [], font
