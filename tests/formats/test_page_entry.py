"""What the page tells of one agreement, and the letters that it folds by a table."""

import pytest

from wbagree.domain.acts.act import Act
from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common import kosovo
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.formats.html_report.entry import Names, page_entry
from wbagree.formats.html_report.folding_table import folding_table

NAMES = Names({"AL": "Albania", "XK": "Kosovo"}, {"mla": "mutual legal assistance"}, kosovo.star_kosovo)
AGREEMENT = Agreement("AL-XK-2012-1", "Agreement with Kosovo", "mou", ("mla", "own"), ("AL", "XK"), "low")


def facts(agreement, context=None, **computed):
    record = Record(agreement, **{"day": "2026-11-01", "status": "unknown", "verdict": "nothing-known", **computed})
    made = page_entry(record, context or AgreementContext({}, {}, {}, ()), (), NAMES)
    return {fact.name: ["".join(piece.text for piece in line) for line in fact.lines] for fact in made.facts}, made


def test_what_is_not_known_is_not_named():
    shown, made = facts(AGREEMENT)
    assert [*shown] == ["Status", "Form", "Types", "Parties", "Confidence"]
    assert shown["Types"] == ["Mutual legal assistance, own"]
    assert shown["Parties"] == ["Albania", "Kosovo*"]
    assert (made.title, made.span) == ("Agreement with Kosovo*", "")


@pytest.mark.parametrize(
    ("signed", "place", "words"),
    [
        (PartialDate(2012, 3, 10, "?"), "Pristina", "10 March 2012 (inferred or disputed) in Pristina"),
        (PartialDate(2012, mark="~"), "", "2012 (approximate)"),
        (None, "Tirana", "in Tirana, date not recorded"),
    ],
)
def test_a_date_is_told_with_its_doubt(signed, place, words):
    assert facts(AGREEMENT._replace(signed=signed, place=place))[0]["Signed"] == [words]


def test_who_signed_what_when_and_what_relates_to_it():
    agreement = AGREEMENT._replace(
        signatories=(Signatory("AL", "Ministry of Interior", "B. Nishani", "Minister"), Signatory("AL", "Police")),
        acts=(Act("ratification", "XK", PartialDate(2012, 5)), Act("entry-into-force", "XK", PartialDate(2012, 6, 1))),
        relations=(Relation("amends", "AL-XK-2009-1"),),
        implementation=(Assessment(PartialDate(2014), "partial", "two of six", "Report"),),
        notes="First.\n\nSecond.",
    )
    context = AgreementContext({}, {}, {"AL-XK-2009-1": "Of Kosovo"}, (Relation("implements", "AL-XK-2013-1"),))
    shown, made = facts(agreement, context)
    assert shown["Parties"] == [
        "Albania: Ministry of Interior (B. Nishani, Minister); Police",
        "Kosovo*",
    ]
    assert shown["Acts"] == ["2012-05: ratification by Kosovo*", "2012-06-01: entry into force for Kosovo*"]
    assert shown["Relations"] == [
        "Amends AL-XK-2009-1 (Of Kosovo*)",
        "Implemented by AL-XK-2013-1 (not in this register)",
    ]
    assert shown["Implementation"] == ["2014 partial: two of six [Report]"]
    assert shown["Notes"] == ["First.", "Second."]
    searched = [piece.text for fact in made.facts for line in fact.lines for piece in line if piece.searched]
    assert "Ministry of Interior (B. Nishani, Minister)" in searched
    assert not {"Albania", "Amends ", "Low"} & {*searched}


@pytest.mark.parametrize(
    ("source", "text", "href"),
    [
        (Source("Gazette 5", "https://example.org/5"), "Gazette 5", "https://example.org/5"),
        (Source("", "HTTP://example.org"), "HTTP://example.org", "HTTP://example.org"),
        (Source("Gazette 5"), "Gazette 5", ""),
        (Source("x", "javascript:alert(1)"), "x <javascript:alert(1)>", ""),
        (Source("", "data:text/html,x"), "data:text/html,x", ""),
    ],
)
def test_only_an_address_of_the_web_is_a_link(source, text, href):
    (fact,) = [fact for fact in facts(AGREEMENT._replace(sources=(source,)))[1].facts if fact.name == "Sources"]
    assert [(piece.text, piece.href) for piece in fact.lines[0]] == [(text, href)]


def test_the_table_of_letters_has_what_a_browser_would_fold_otherwise_and_no_more():
    letters = folding_table()
    assert {letter: letters[letter] for letter in "đЂшЊß"} == {"đ": "d", "Ђ": "d", "ш": "s", "Њ": "nj", "ß": "ss"}
    assert not {*"abcéčžë"} & {*letters}
    assert len(letters) < 300
