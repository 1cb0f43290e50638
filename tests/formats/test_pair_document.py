"""The Markdown document of one or several pairs, as a Markdown reader shows it."""

import io
import re
from itertools import pairwise

import pytest
import seed_data
from markdown_it import MarkdownIt

from wbagree.domain.acts.act import Act
from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common import kosovo
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.formats.common.grid import Grid
from wbagree.formats.markdown.pair_document import Chapter, Document, Preface

PARSER = MarkdownIt("commonmark").enable("table")
SUMMARY = Grid(("Pair", "Records"), [("AL-XK", "41"), ("Total", "41")], (False, True), last_is_total=True)
ALONE = AgreementContext({}, {}, {}, ())
PAIRS = [("AL", "ME"), ("AL", "XK"), ("ME", "XK"), ("HR", "RS")]


@pytest.fixture(scope="session")
def names() -> dict[str, str]:
    """The English names of the bundled parties."""
    return {row["code"]: row["name"] for row in seed_data.rows("parties")}


@pytest.fixture
def shown(names):
    """Write a document and return what a reader sees of it: (kind, text) for each block, in order."""

    def write(*chapters, context=None, question="pair AL-XK", note=True):
        keys = [record.agreement.key for chapter in chapters for record in chapter.records]
        preface = Preface(question, "2026-11-24", SUMMARY, ["One."], kosovo_note=note)
        file = io.StringIO()
        context_by_key = context or dict.fromkeys(keys, ALONE)
        Document(preface, names, lambda record: context_by_key[record.agreement.key], file).write(chapters)
        return seen(file.getvalue())

    return write


@pytest.fixture
def bundled(shown, seed_rows, seed_records, seed_surroundings):
    """The document of some bundled pairs, and the keys of each pair as the bundled file has them."""
    keys = {
        pair: [key for key, row in seed_rows.items() if set(pair) <= set(row["parties"].split(";"))] for pair in PAIRS
    }
    chapters = [Chapter(pair, [seed_records[key] for key in found]) for pair, found in keys.items()]
    return shown(*chapters, context=seed_surroundings), keys


def seen(markdown: str) -> list[tuple[str, str]]:
    """Each block's kind (h1, p, li, td ...) and text; the address of a link follows it in angle brackets."""
    blocks, kinds = [], []
    for token in PARSER.parse(markdown):
        assert token.type not in ("html_block", "code_block", "fence")
        if token.nesting == 1 and token.tag:
            kinds.append(token.tag)
        elif token.nesting == -1 and token.tag:
            kinds.pop()
        elif token.type == "hr":
            blocks.append(("hr", ""))
        elif token.type == "inline":
            kind = kinds[-2] if kinds[-1] == "p" and len(kinds) > 1 else kinds[-1]
            blocks.append((f"ol {kind}" if "ol" in kinds else kind, "".join(map(text_of, pieces(token.children)))))
    return blocks


def pieces(children):
    address = ""
    for child in children:
        assert child.type in ("text", "text_special", "strong_open", "strong_close", "link_open", "link_close")
        address = child.attrs.get("href", "") if child.type == "link_open" else address
        yield child, address


def text_of(piece) -> str:
    child, address = piece
    return f" <{address}>" if child.type == "link_close" else child.content


def of(kind: str, blocks: list[tuple[str, str]]) -> list[str]:
    return [text for name, text in blocks if name == kind]


def star(text: str) -> str:
    """The text as documents of the region print it."""
    return re.sub(r"\bKosovo\b(?!\*)", "Kosovo*", " ".join(text.split()))


def article(blocks: list[tuple[str, str]], key: str) -> list[str]:
    """The title, the line below it and the facts of one record."""
    start = next(place for place, (kind, text) in enumerate(blocks) if kind == "p" and text.startswith(f"{key}, "))
    facts = []
    for kind, text in blocks[start + 1 :]:
        if kind != "li":
            break
        facts.append(text)
    assert blocks[start - 1][0] == "h3"
    return [blocks[start - 1][1], blocks[start][1], *facts]


def test_the_head_says_the_question_the_day_and_the_limits(shown, record_of):
    blocks = shown(Chapter(("AL", "XK"), [record_of()]), question="pair AL-XK; text “*Kosovo* | [x]”")
    assert blocks[0] == ("h1", "Agreements between Albania and Kosovo*")
    assert blocks[1] == ("p", "Question: pair AL-XK; text “*Kosovo* | [x]”. Made by wbagree on 2026-11-24.")
    kind, limits = blocks[2]
    assert kind == "blockquote"
    assert "This is a research register." in limits
    assert "an unknown status does not mean in force" in limits
    assert blocks[3] == ("h2", "Summary")
    assert of("th", blocks)[:2] == ["Pair", "Records"]
    assert of("td", blocks)[:4] == ["AL-XK", "41", "Total", "41"]
    assert of("li", blocks)[0] == "One."


def test_each_pair_has_its_heading_and_its_table(bundled, names, seed_rows):
    blocks, keys = bundled
    assert blocks[0] == ("h1", "Agreements")
    chapters = [f"{star(names[a])} – {star(names[b])}" for a, b in PAIRS]
    assert of("h2", blocks) == ["Summary", *chapters, "Sources"]
    cells = of("td", blocks)[4:]
    rows = [tuple(cells[place : place + 5]) for place in range(0, len(cells), 5)]
    shown_keys = [key for pair in PAIRS for key in keys[pair]]
    assert [(row[0], row[1], row[3]) for row in rows] == [
        (key, seed_rows[key]["signed"] or "undated", star(seed_rows[key]["title"])) for key in shown_keys
    ]


def test_each_record_has_one_article_with_its_facts(bundled, names, seed_rows, seed_surroundings):
    blocks, keys = bundled
    once = list(dict.fromkeys(key for pair in PAIRS for key in keys[pair]))
    assert of("h3", blocks) == [star(seed_rows[key]["title"]) for key in once]
    for key in once:
        row = seed_rows[key]
        title, line, *facts = article(blocks, key)
        assert title == star(row["title"])
        place = f" in {row['place']}" if row["place"] else ""
        undated = f"signed{place}, date not recorded" if place else "no signature date"
        assert star(f"signed {row['signed']}{place}" if row["signed"] else undated) in line
        text_by_label = dict(fact.split(": ", 1) for fact in facts)
        assert text_by_label["Types"] == star(
            ", ".join(seed_surroundings[key].types[code] for code in row["types"].split(";"))
        )
        assert set(text_by_label) >= {star(names[party]) for party in row["parties"].split(";")}
        for signatory in filter(None, row["signatories"].split(" ; ")):
            party, institution = signatory.split(": ", 1)
            assert star(institution) in text_by_label[star(names[party])]
        assert text_by_label.get("Original title", "") == row["title_original"]
        assert text_by_label.get("References", "") == row["references"].replace(";", "; ")
        assert text_by_label.get("Notes", "") == star(row["notes"])
        assert text_by_label.get("Implementation", "") == star(row["implementation"].replace(" | ", "; "))
        assert text_by_label["Sources"].endswith(f"(confidence {row['confidence']})")


def test_each_source_has_one_number_and_is_cited_where_it_was_given(bundled, seed_rows):
    blocks, keys = bundled
    listed = of("ol li", blocks)
    assert len(set(listed)) == len(listed)
    cited = []
    for key in {key for pair in PAIRS for key in keys[pair]}:
        (sources,) = [fact for fact in article(blocks, key) if fact.startswith("Sources: ")]
        numbers = [int(number) for number in re.findall(r"\[(\d+)\]", sources)]
        given = [source for source in seed_rows[key]["sources"].split(" | ") if source]
        assert [listed[number - 1].partition(" <")[0] for number in numbers] == [
            source.partition(" <")[0] or source.strip("<>") for source in given
        ]
        cited += numbers
    assert set(cited) == set(range(1, len(listed) + 1))


def test_sources_are_numbered_from_one_in_the_order_in_which_they_are_cited(bundled):
    blocks, _ = bundled
    order = [int(number) for text in of("li", blocks) if text.startswith("Sources: ")
             for number in re.findall(r"\[(\d+)\]", text)]  # fmt: skip
    first = list(dict.fromkeys(order))
    assert all(one < other for one, other in pairwise(first))


def test_a_record_of_two_pairs_is_told_once(shown, record_of):
    record = record_of(key="AL-ME-XK-2017-1", parties=("AL", "ME", "XK"), title="Protocol")
    pairs = [("AL", "ME"), ("AL", "XK"), ("ME", "XK")]
    blocks = shown(*(Chapter(pair, [record, record_of(key=f"{'-'.join(pair)}-1")]) for pair in pairs))
    assert of("h3", blocks) == ["Protocol", "Agreement", "Agreement", "Agreement"]
    assert of("td", blocks).count("AL-ME-XK-2017-1") == 3
    sentence = "In full above: AL-ME-XK-2017-1 under Albania – Montenegro."
    assert [text for text in of("p", blocks) if text.startswith("In full above")] == [sentence] * 2


def test_an_inherited_record_says_from_whom_in_the_table_and_the_article(shown, record_of):
    inherited = record_of(key="HR-YU-FRY-1997-1", parties=("HR", "YU-FRY"), computed="signed", inherited_from="YU-FRY")
    blocks = shown(Chapter(("HR", "RS"), [inherited]))
    assert of("td", blocks)[-1] == "signed (inherited from YU-FRY)"
    assert article(blocks, "HR-YU-FRY-1997-1")[2].startswith(
        "Status: signed (inherited from YU-FRY) as of 2026-11-01 ("
    )


def test_relations_are_told_from_both_ends(shown, record_of):
    record = record_of(key="A-1", relations=(Relation("amends", "A-2"), Relation("extends", "A-3")))
    context = AgreementContext(
        {}, {}, {"A-2": "Treaty | with Kosovo", "A-4": "Protocol"}, (Relation("implements", "A-4"),)
    )
    blocks = shown(Chapter(("AL", "XK"), [record]), context={"A-1": context})
    relations = "amends A-2 (Treaty | with Kosovo*); extends A-3 (not in this register); implemented by A-4 (Protocol)"
    assert f"Relations: {relations}" in article(blocks, "A-1")


def test_what_one_party_did_stands_beside_it(shown, record_of):
    record = record_of(
        signatories=(Signatory("AL", "Government", "A B", "Minister"), Signatory("AL", "Police")),
        acts=(
            Act("ratification", "AL", PartialDate(2012), reference="Gazette 12"),
            Act("denunciation", "AL", PartialDate(2013, 5), PartialDate(2014)),
        ),
    )
    facts = article(shown(Chapter(("AL", "XK"), [record])), "AL-XK-nd-1")
    assert "Albania: signed by Government (A B, Minister) and Police" in facts
    acts = "Acts: 2012: ratification by Albania (Gazette 12); 2013-05: denunciation by Albania, effect 2014"
    assert acts in facts
    assert "Kosovo*: signatory not recorded" in facts


@pytest.mark.parametrize(
    ("fields", "note", "starred"),
    [
        ({"parties": ("AL", "XK")}, True, True),
        ({"parties": ("AL", "XK")}, False, False),
        ({"title": "Agreement on Kosovo"}, True, True),
        ({"place": "Kosovo"}, True, True),
        ({"notes": "Kosovo, 1999"}, True, True),
        ({"title": "On Kosovo* police"}, True, True),
        ({"title": "Kosovo[1]"}, True, True),
        ({"title": "Kosova, Косово"}, True, False),
        ({}, True, False),
    ],
)
def test_the_footnote_stands_where_kosovo_occurs_unless_it_is_turned_off(fields, note, starred, shown, record_of):
    pair = fields.get("parties", ("AL", "ME"))
    blocks = shown(Chapter(pair, [record_of(**{"parties": pair, **fields})]), question="all records", note=note)
    assert (blocks[-2:] == [("hr", ""), ("p", f"* {kosovo.KOSOVO_NOTE}")]) is starred
    whole = " ".join(text for _, text in blocks)
    assert ("Kosovo*" in whole) is starred
    assert whole.count("without prejudice") == starred


def test_a_document_without_records_says_that_this_proves_nothing(shown):
    blocks = shown()
    assert blocks[0] == ("h1", "Agreements")
    assert blocks[-1] == ("p", "No record answers the question. Absence of a record is not proof of absence.")
    assert of("h2", blocks) == []


@pytest.mark.parametrize("nasty", ["a | *b* [c](d) <e> `f` #", "1. x", "- x\n- y", "> q", "# h", "&amp; \\", "**a**"])
def test_texts_are_shown_as_they_are_wherever_they_stand(nasty, shown, record_of):
    record = record_of(
        title=f"{nasty} title", title_original=nasty, place=nasty, notes=nasty, references=(nasty,),
        signatories=(Signatory("AL", nasty),), sources=(Source(nasty), Source(nasty, "https://a.example/(x|y)")),
        implementation=(Assessment(PartialDate(2016), "none", nasty),),
    )  # fmt: skip
    blocks, flat = shown(Chapter(("AL", "ME"), [record])), " ".join(nasty.split())
    title, line, *facts = article(blocks, "AL-XK-nd-1")
    assert title == of("td", blocks)[-2] == f"{flat} title"
    assert line == f"AL-XK-nd-1, agreement, signed in {flat}, date not recorded."
    for fact in (f"Albania: signed by {flat}", f"Original title: {flat}", f"References: {flat}", f"Notes: {flat}",
                 f"Implementation: 2016 none: {flat}", "Sources: [1][2] (confidence low)"):  # fmt: skip
        assert fact in facts
    assert of("ol li", blocks) == [flat, f"{flat} <https://a.example/%28x%7Cy%29>"]
