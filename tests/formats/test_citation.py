"""References for a footnote or a bibliography: what is on record, nothing that is not, and any title as it is."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.parts import Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common.citation import (
    Style,
    bibtex_entry,
    csl_item,
    date_in_words,
    oscola_reference,
    references_in_style,
    ris_record,
)

NAMES = {"AL": "Albania", "XK": "Kosovo", "YU-SFRY": "SFR Yugoslavia"}
URL = "https://a.example/x?y=1&z=2#part"
SOURCES = (Source("Gazette 1/2012"), Source("Report", URL), Source("Other", "https://b.example/"))
TITLES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | st.sampled_from("\\{}~^&%$#_<>\"'@,=-"))


def made(**fields: object) -> Agreement:
    plain = {
        "key": "AL-XK-2012-1",
        "title": "Agreement on extradition",
        "form": "agreement",
        "types": ("extradition",),
        "parties": ("AL", "XK"),
        "confidence": "low",
    }
    dates = {name: PartialDate.parse(fields.pop(name)) for name in ("signed", "in_force", "ended") if name in fields}
    return Agreement(**{**plain, **fields, **dates})


WHOLE = made(
    title="Agreement on\n extradition",
    title_original="Marrëveshje për ekstradimin",
    signed="2012-03-10",
    in_force="2013",
    ended="2020-05",
    place="Pristina",
    references=("Off. Gaz. 4/2012", "UNTS 123"),
    sources=SOURCES,
)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2012-03-10", "10 March 2012"),
        ("2012-12-01", "1 December 2012"),
        ("2012-03", "March 2012"),
        ("2012", "2012"),
        ("2012-03-10?", "[10 March 2012]"),
        ("2012-03?", "[March 2012]"),
        ("2012?", "[2012]"),
        ("2012-03-10~", "c 10 March 2012"),
        ("2012~", "c 2012"),
    ],
)
def test_a_date_is_as_precise_in_words_as_on_record(date, words):
    assert date_in_words(PartialDate.parse(date)) == words


@pytest.mark.parametrize(
    ("fields", "reference"),
    [
        ({}, "Agreement on extradition (Albania–Kosovo)"),
        ({"signed": "2012?"}, "Agreement on extradition (Albania–Kosovo) (signed [2012])"),
        (
            {"signed": "2012-03", "in_force": "2013~"},
            "Agreement on extradition (Albania–Kosovo) (signed March 2012, entered into force c 2013)",
        ),
        ({"ended": "2020-05-01"}, "Agreement on extradition (Albania–Kosovo) (ended 1 May 2020)"),
        ({"title": "Albania - Kosovo readmission"}, "Albania - Kosovo readmission"),
        ({"title": "Kosovo readmission"}, "Kosovo readmission (Albania–Kosovo)"),
        ({"parties": ("AL", "XX")}, "Agreement on extradition (Albania–XX)"),
        ({"references": ("UNTS 1",)}, "Agreement on extradition (Albania–Kosovo) UNTS 1"),
        ({"sources": SOURCES[:1]}, "Agreement on extradition (Albania–Kosovo)"),
        ({"sources": SOURCES}, f"Agreement on extradition (Albania–Kosovo) <{URL}>"),
    ],
)
def test_a_footnote_has_the_parts_on_record_and_no_others(fields, reference):
    assert oscola_reference(made(**fields), NAMES) == reference


def test_a_whole_footnote_stands_on_one_line():
    assert oscola_reference(WHOLE, NAMES) == (
        "Agreement on extradition (Albania–Kosovo) (signed 10 March 2012, entered into force 2013, ended May 2020)"
        f" Off. Gaz. 4/2012; UNTS 123 <{URL}>"
    )


BARE = {
    "id": "AL-XK-2012-1",
    "type": "treaty",
    "title": "Agreement on extradition",
    "author": [{"literal": "Albania"}, {"literal": "Kosovo"}],
    "genre": "agreement",
}


def test_a_csl_item_has_the_parts_on_record_and_no_others():
    assert csl_item(made(), NAMES) == BARE
    assert csl_item(WHOLE, NAMES) == {
        **BARE,
        "original-title": "Marrëveshje për ekstradimin",
        "issued": {"date-parts": [[2012, 3, 10]]},
        "event-place": "Pristina",
        "number": "Off. Gaz. 4/2012; UNTS 123",
        "URL": URL,
        "note": "Gazette 1/2012; Report; Other",
    }


def fields_of(entry: str) -> dict[str, str]:
    """The fields of a BibTeX entry, each on its line."""
    first, *lines, last = entry.split("\n")
    assert (first, last) == ("@misc{AL-XK-2012-1,", "}")
    return dict(re.fullmatch(r"  (\w+) = \{(.*)\},", line).groups() for line in lines)


def test_a_bibtex_entry_has_the_parts_on_record_and_no_others():
    bare = {"title": "{Agreement on extradition}", "author": "{Albania} and {Kosovo}", "note": "agreement"}
    assert fields_of(bibtex_entry(made(), NAMES)) == bare
    assert fields_of(bibtex_entry(WHOLE, NAMES)) == {
        **bare,
        "howpublished": "Off. Gaz. 4/2012; UNTS 123",
        "year": "2012",
        "month": "3",
        "day": "10",
        "address": "Pristina",
        "url": URL,
    }


LATEX = {"\\textbackslash{}": "\\", "\\textasciitilde{}": "~", "\\textasciicircum{}": "^",
         "\\textbraceleft{}": "{", "\\textbraceright{}": "}", **{f"\\{char}": char for char in "&%$#_"}}  # fmt: skip


def unlatex(markup: str) -> str:
    """What LaTeX prints; every special character must be written as a command."""
    pieces = re.findall(r"\\text\w+\{\}|\\.|[^\\]", markup)
    assert "".join(pieces) == markup
    assert not set("{}~^&%$#_\\") & set(pieces)
    assert all(piece in LATEX for piece in pieces if piece.startswith("\\"))
    return "".join(LATEX.get(piece, piece) for piece in pieces)


def balanced(value: str) -> bool:
    """Whether the braces of a value, whatever stands before them, close what they open and nothing else."""
    depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize(
    "title", ["Costs & 5 % of $3 for #1 in a_b", "~ and ^", "C:\\file", "{a} and {b}", "} one {", "{", "Ђ ë — “x”"]
)
def test_what_latex_would_act_on_is_written_as_text(title):
    fields = fields_of(bibtex_entry(made(title=title, place=title, references=(title,)), NAMES))
    # BibTeX counts braces, escaped or not.
    assert all(balanced(value) for value in fields.values())
    assert unlatex(fields["title"][1:-1]) == unlatex(fields["address"]) == unlatex(fields["howpublished"]) == title


def test_a_brace_or_a_backslash_in_an_address_cannot_end_its_field():
    fields = fields_of(bibtex_entry(made(sources=(Source("", "https://a.example/{x}\\y"),)), NAMES))
    assert fields["url"] == "https://a.example/%7Bx%7D%5Cy"


def tags_of(record: str) -> list[tuple[str, str]]:
    lines = record.split("\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert (lines[0], lines[-1]) == ("TY  - LEGAL", "ER  - ")
    return [(line[:2], line[6:]) for line in lines[1:-1]]


def test_a_ris_record_has_the_parts_on_record_and_no_others():
    bare = [("ID", "AL-XK-2012-1"), ("TI", "Agreement on extradition"), ("AU", "Albania"), ("AU", "Kosovo")]
    assert tags_of(ris_record(made(), NAMES)) == bare
    tags = tags_of(ris_record(WHOLE, NAMES))
    assert set(bare) <= set(tags)
    assert [value for tag, value in tags if tag == "OP"] == ["Marrëveshje për ekstradimin"]
    assert [value for tag, value in tags if tag == "UR"] == [URL, "https://b.example/"]
    assert {("PY", "2012"), ("DA", "2012/03/10"), ("CY", "Pristina"), ("M1", "Off. Gaz. 4/2012; UNTS 123")} <= set(tags)
    assert [value for tag, value in tags if tag == "N1"] == ["Gazette 1/2012", "Report", "Other"]


@pytest.mark.parametrize(
    ("signed", "parts", "date", "doubt"),
    [
        ("2012-03-10", [2012, 3, 10], "2012/03/10", ""),
        ("2012-03", [2012, 3], "2012/03/", ""),
        ("2012", [2012], "2012//", ""),
        ("2000-10-05?", [2000, 10, 5], "2000/10/05", "date [5 October 2000]"),
        ("2012-03?", [2012, 3], "2012/03/", "date [March 2012]"),
        ("2012~", [2012], "2012//", "date c 2012"),
    ],
)
def test_a_date_has_the_parts_on_record_and_says_its_doubt(signed, parts, date, doubt):
    agreement = made(signed=signed)
    assert csl_item(agreement, NAMES)["issued"] == {"date-parts": [parts]} | ({"circa": True} if doubt else {})
    fields = fields_of(bibtex_entry(agreement, NAMES))
    assert [int(fields[name]) for name in ("year", "month", "day") if name in fields] == parts
    assert fields["note"] == "; ".join(filter(None, ["agreement", doubt]))
    tags = tags_of(ris_record(agreement, NAMES))
    assert [value for tag, value in tags if tag in ("PY", "DA")] == [str(parts[0]), date]
    assert [value for tag, value in tags if tag == "N1"] == ([doubt] if doubt else [])


def test_what_looks_like_a_tag_in_a_text_is_not_one():
    tags = tags_of(ris_record(made(title="One\nER  - \nTY  - BOOK", sources=(Source("a\r\nUR  - x"),)), NAMES))
    assert ("TI", "One ER - TY - BOOK") in tags
    assert not [value for tag, value in tags if tag in ("UR", "TY")]


@given(TITLES.filter(str.strip))  # the validator lets no blank title through
def test_any_title_survives_in_every_style(title):
    shown = " ".join(title.split())
    agreement = made(title=title)
    assert oscola_reference(agreement, NAMES).startswith(shown)
    assert json.loads(references_in_style([agreement], NAMES, Style.CSL))[0].get("title", "") == shown
    entry = fields_of(bibtex_entry(agreement, NAMES))
    assert balanced(entry["title"])
    assert unlatex(entry["title"][1:-1]) == shown
    assert [value for tag, value in tags_of(ris_record(agreement, NAMES)) if tag == "TI"] == [shown]


@pytest.mark.parametrize("style", Style)
def test_bundled_records_can_be_cited(style, seed_records, seed_rows):
    agreements = [record.agreement for record in seed_records.values()]
    references = references_in_style(agreements, {}, style)
    separate = [references_in_style([agreement], {}, style) for agreement in agreements]
    if style == "csl":
        items = json.loads(references)
        assert items == [item for one in separate for item in json.loads(one)]
        assert {item["id"]: item.get("issued", {}).get("date-parts", [[]])[0] for item in items} == {
            key: [int(part) for part in row["signed"].rstrip("?~").split("-") if part] for key, row in seed_rows.items()
        }
    else:
        assert references == "\n".join(separate)
