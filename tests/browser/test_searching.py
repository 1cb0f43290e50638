"""The page finds what the program finds: one folding, one way to read a query, the same filters."""

import os
import random
import shutil
import subprocess
import sys
import unicodedata

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.text.folding import fold, folded_words
from wbagree.formats.html_report.folding_table import FOLDED_LETTERS


def test_every_letter_that_europe_writes_is_folded_as_the_program_folds_it(visit):
    codes = (code for several in (range(0x80), *FOLDED_LETTERS) for code in several)
    letters = [letter for letter in map(chr, codes) if unicodedata.category(letter) != "Cn"]
    texts = [*letters, *(f"a{letter}z" for letter in letters), *(f"{letter}{letter.upper()}" for letter in letters)]
    folded = visit("--pair", "ME-XK").evaluate("(texts) => texts.map(fold)", texts)
    assert {text: one for text, one in zip(texts, folded, strict=True) if one != fold(text)} == {}


def test_texts_of_every_kind_fall_into_the_same_words(visit):
    chance = random.Random(5)
    alphabet = "ĐđDjdjЂђЈјКкЌќ́̈̌ç Çëšž-co-_'’.АаÀß²½ﬁǆ\u00a0\u200dΣςİıŁøÆ漢字😀1٣"
    texts = ["".join(chance.choices(alphabet, k=24)) for _ in range(2000)]
    texts += ["Đorđević", "Djordjevic", "Ђорђевић", "Споразум", "co-operation", "Co-\toperation", "re-co-op", "x_co-op"]
    found = visit("--pair", "ME-XK").evaluate("(texts) => texts.map(words)", texts)
    assert {text: one for text, one in zip(texts, found, strict=True) if one != folded_words(text)} == {}


QUERIES = (
    "djordjevic", "Đorđević", "sporazum", "Споразум", "споразум реадмисија", "marreveshje", "cuci", "pristina",
    '"joint patrol"', "joint patrol", "joint patr", '"joint patr"', "patrol -season", '-"organised crime" police',
    "ekstradicija", "izručenje", "AL-XK-2012-1", "co-operation", "cooperation", "eur-lex.europa.eu", "MLA", "qqqq",
    "ministry interior albania", "2012-03-10", "unsc", "other",
)  # fmt: skip


def test_a_search_finds_the_records_that_the_program_finds(visit, found, listed):
    page = visit()
    lists = {}
    for query in QUERIES:
        page.get_by_label("Search").fill(query)
        lists[query] = listed(page)
    assert lists == {query: found(Filter(text=query)) for query in QUERIES}
    assert sum(map(bool, lists.values())) > 20


def test_it_searches_while_one_types_and_says_how_many_there_are(visit, found, listed):
    page = visit()
    numbers = []
    for letter in "sporazum":
        page.get_by_label("Search").press_sequentially(letter)
        numbers.append(len(listed(page)))
    assert numbers == sorted(numbers, reverse=True)
    assert page.locator("[id='wb:count']").inner_text().startswith(f"{numbers[-1]} of {len(found(Filter()))} records")
    page.get_by_label("Search").fill("nothing has this word")
    assert listed(page) == []
    assert page.get_by_text("No record on this page answers that.").is_visible()
    page.get_by_role("button", name="Clear all").click()
    assert listed(page) == found(Filter())


JUSTICE = (
    "mla", "extradition", "transfer-of-sentenced-persons", "enforcement-of-judgments", "prosecution",
    "joint-investigation-team", "parallel-investigation", "witness-protection", "missing-persons", "judicial-training",
    "civil-legal-assistance",
)  # fmt: skip
CUSTOMS = ("customs", "data-protection", "classified-information", "civil-protection", "other")


CHOICES = [
    ({"Party": "AL"}, Filter(parties=("AL",))),
    ({"Party": "XK", "and party": "AL", "Type": "extradition"}, Filter(("AL", "XK"), types=("extradition",))),
    ({"Party": "RS", "and party": "HR"}, Filter(("HR", "RS"))),
    ({"Party": "BA", "and party": "ME", "Type": "justice"}, Filter(("BA", "ME"), types=JUSTICE)),
    ({"Party": "UNMIK"}, Filter(parties=("UNMIK",))),
    ({"Type": "customs-and-other"}, Filter(types=CUSTOMS)),
    ({"Status": "in-force"}, Filter(statuses=("in-force",))),
    ({"Status": "unknown", "Type": "joint-patrol"}, Filter(statuses=("unknown",), types=("joint-patrol",))),
    ({"Status": "ended"}, Filter(statuses=("ended",))),
    ({"Signed from": "2012"}, Filter(since=PartialDate(2012), undated=True)),
    ({"Signed from": "2009", "to": "2010"}, Filter(since=PartialDate(2009), until=PartialDate(2010), undated=True)),
    ({"to": "1999", "Without undated records": "on"}, Filter(until=PartialDate(1999))),
]


def test_a_filter_lists_what_the_program_lists(visit, found, listed):
    page = visit()
    for chosen, question in CHOICES:
        for label, value in chosen.items():
            field = page.get_by_label(label, exact=True)
            if value == "on":
                field.check()
            elif label in ("Signed from", "to"):
                field.fill(value)
            else:
                field.select_option(value)
        shown = listed(page)
        assert shown
        assert sorted(shown) == sorted(found(question))
        if len(chosen) > 1:  # the address keeps it: opened anew it shows the same
            page.reload()
            assert listed(page) == shown
        page.get_by_role("button", name="Clear all").click()


def test_undated_records_that_may_fall_in_the_years_are_said(visit, found):
    page = visit(hash_="#from=2012&to=2013")
    text = page.locator("[id='wb:count']").inner_text()
    undated = len(found(Filter())) - len(found(Filter(undated=False)))
    assert f"{undated} undated, which may fall in these years: from 2012 to 2013" in text
    text = visit("--pair", "AL-XK", "--since", "2015", "--undated").locator("[id='wb:count']").inner_text()
    assert text.endswith(" undated, which may fall outside the years asked for")


INVALID_YEARS = [
    (("20x5", ""), "“20x5” is no year; type four digits."),
    (("201", ""), "“201” is no year; type four digits."),
    (("2020", "2010"), "To 2010 is before from 2020; the years are left aside."),
]


def test_years_that_cannot_be_are_said_at_their_fields(visit, found, listed):
    page = visit()
    fields = page.get_by_label("Signed from"), page.get_by_label("to", exact=True)
    message = page.locator(f"[id='{fields[0].get_attribute('aria-describedby')}'][role=status]")
    for years, sentence in INVALID_YEARS:
        assert fields[0].get_attribute("aria-invalid") != "true"
        for field, year in zip(fields, years, strict=True):
            field.fill(year)
            field.blur()
        assert message.inner_text() == sentence
        assert fields[0].get_attribute("aria-invalid") == "true"
        assert listed(page) == found(Filter())
        for field in fields:
            field.fill("")
            field.blur()
    fields[0].fill("2009")
    assert not message.is_visible()
    assert fields[0].get_attribute("aria-invalid") == "false"
    assert len(listed(page)) < 762


def test_a_search_for_no_letter_finds_nothing_as_in_the_program_and_says_so(visit, found, listed):
    page = visit()
    for text in ("-", '"', " … "):
        page.get_by_label("Search").fill(text)
        assert listed(page) == found(Filter(text=text)) == []
        message = f"There is nothing to look for in “{text.strip()}”: type at least one letter or digit."
        assert page.get_by_text(message).is_visible(), text
        page.get_by_label("Search").fill("qqqq")
        assert page.get_by_text("No record on this page answers that.").is_visible(), text


def test_a_type_called_like_what_every_object_has_is_one_like_others(browser, register, listed, tmp_path):
    db, file = shutil.copy(register, tmp_path / "register.db"), tmp_path / "page.html"
    instrument = ("--party", "AL", "--party", "XK", "--form", "mou", "--signed", "2020", "--title", "Of a builder")
    for arguments in (
        ("types", "add", "constructor", "--group", "crime"),
        ("add", *instrument, "--type", "constructor"),
        ("report", str(file)),
    ):
        program = [sys.executable, "-m", "wbagree", *arguments]
        subprocess.run(program, env={**os.environ, "WBAGREE_DB": str(db)}, check=True, capture_output=True)
    page = browser.new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{file.as_uri()}#type=constructor&party=AL&party=AL")
    assert (listed(page), wrong) == (["AL-XK-2020-2"], [])
    page.close()
