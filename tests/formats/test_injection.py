"""Hostile texts in the documents we write, as a reader of many dialects renders them: they are text, and only that."""

import io
from functools import cache
from html.parser import HTMLParser

import mistune
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wbagree.domain.acts.act import Act
from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.parts import Assessment, Signatory, Source
from wbagree.domain.contacts import Contact
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.cover import Grade, PairCover, PartyCover
from wbagree.domain.frameworks.framework import Framework, FrameworkKind, Membership
from wbagree.domain.tallies import Tally
from wbagree.formats.brief.brief import Brief, MissingType
from wbagree.formats.common import kosovo
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.formats.common.framework_facts import FrameworkDetails
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import single_line
from wbagree.formats.common.short_title import short_title
from wbagree.formats.markdown.framework_document import write_framework_document
from wbagree.formats.markdown.pair_document import Chapter, Document, Preface
from wbagree.formats.markdown.syntax import escape_markdown, link, star_kosovo_markdown, write_grid
from wbagree.formats.markdown.table_document import TableDocument, write_table_document

DIALECTS = ["table", "footnotes", "strikethrough", "task_lists", "def_list", "math", "url", "mark", "insert",
            "superscript", "subscript", "abbr"]  # fmt: skip
render = mistune.create_markdown(escape=False, plugins=DIALECTS)
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](y)", "<!-- x -->",
    "<javascript:alert(1)>", "[^1]", "[^1]: note", "x\n---\ny", "x\n===\ny", "# x", "a | b |", "`x`", "```\nx\n```",
    "&lt;script&gt;", "&#60;b&#62;", "$x$", "==x==", "^^x^^", "x^2^", "++x++", "~~x~~", "*[x]: y", "x\n: y",
    "- [ ] x", "\tx", "www.a.example<img src=x>", "http://a.example<img src=x>", "http://a.example](javascript:x)",
    "http://a.example|b|", "HTTPS://a.example/<script>", "http://a.example/a_b_c", "http://a.example/Kosovo<b>",
    "data:text/html,<script>x</script>", "a@b.example<b>", "\x1b[31m\u202e\x9b", "]]>", "<?php ?>", "<![CDATA[<b>]]>",
]  # fmt: skip
PIECES = st.sampled_from([*HOSTILE, *"\\`*_{}[]<>|~$&#+-.=:!()>\"'^%@ \n\t", "1", "a", "Ђ", "Kosovo", "://", "www."])
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join).filter(single_line)
patient = settings(suppress_health_check=[HealthCheck.too_slow])


class Seen(HTMLParser):
    """What a browser makes of HTML: its elements but for links, its addresses, its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.addresses, self.texts = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.addresses.append(dict(attrs)["href"])
        else:
            # The side to which a column is set is all that an element may have beside its name.
            assert {name for name, _ in attrs} <= {"style"}
            self.tags.append(tag)

    def handle_data(self, data):
        self.texts.append(data)

    def handle_comment(self, data):
        self.tags.append(f"comment {data}")

    handle_decl = unknown_decl = handle_pi = handle_comment

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


def brief(text: str, file: io.StringIO) -> None:
    record = record_with(text)
    framework = Framework("f", "F", FrameworkKind.NETWORK.value, text)
    Brief(
        pair=("AL", "XK"), day="2026-11-01", made_on="2026-11-02", records=[record], others=14,
        missing_types=[MissingType(text, 9)],
        parties={"AL": text, "XK": "Kosovo"}, types={"mla": text}, groups={"justice": ["mla"]}, among=text,
        frameworks=[PairCover(framework, PartyCover("AL", Grade.MEMBER), PartyCover("XK", Grade.MEMBER))],
        tallies=[Tally("t", text, text, PartialDate(2020), "Monitor <https://b.example/>", total="9")],
        contacts=[contact(text)],
    ).write(file)  # fmt: skip


def document(text: str, file: io.StringIO) -> None:
    summary = Grid(("Pair", text), [(text, "1")], (False, True))
    context = AgreementContext({}, {"mla": text}, {}, ())
    preface = Preface(text, "2026-11-24", summary, [text])
    parties = {"AL": text, "XK": "Kosovo"}
    Document(preface, parties, lambda _: context, file, [contact(text)]).write(
        [Chapter(("AL", "XK"), [record_with(text)])]
    )


def framework(text: str, file: io.StringIO) -> None:
    one = Framework("f", text, "network", text, ("mla",), seat=text, notes=text, sources="Cited <https://a.example/>")
    acts = [Act("ratification", "AL", PartialDate(2012), note=text, source=text, reference=text)]
    sheet = FrameworkDetails(
        one, [Membership("f", "AL", note=text)], acts, one, [(one, "f")], {"mla": text}, {"AL": text}
    )
    write_framework_document(sheet, file, kosovo_note=True)


def counted(text: str, file: io.StringIO) -> None:
    write_table_document(TableDocument(text, text, "2026-11-24", Grid((text, "B"), [(text, "1")]), [text]), file)


def table_document(text: str, file: io.StringIO) -> None:
    write_table_document(TableDocument(text, text, "2026-11-24", [text, text], [text]), file)


def grid(text: str, file: io.StringIO) -> None:
    write_grid(Grid((text, "B"), [(text, "x"), ("y", text)]), file)


def contact(text: str) -> Contact:
    return Contact("c", "AL", text, text, text, text, channel=text, phone=text, languages=(text,))


def record_with(text: str) -> Record:
    agreement = Agreement(
        "AL-XK-nd-1", form="mou", types=("mla",), parties=("AL", "XK"), confidence="low",
        title=text, title_original=text, place=text, notes=text, references=(text,),
        signatories=(Signatory("AL", text, text, text),), sources=(Source(text), Source(text, "https://a.example/")),
        implementation=(Assessment(PartialDate(2016), "none", text, text, text, "AL"),),
    )  # fmt: skip
    return Record(agreement, day="2026-11-01", status="signed", verdict="nothing-known")


DOCUMENTS = [brief, document, framework, counted, table_document, grid]


def written(write, text: str) -> Seen:
    file = io.StringIO()
    write(text, file)
    return Seen(render(file.getvalue()))


@cache
def plain_tags(write, text: str) -> list[str]:
    return written(write, text).tags


def assert_only_text(write, text: str) -> None:
    seen = written(write, text)
    assert seen.tags == plain_tags(write, "Kosovo" if kosovo.mentions_kosovo(single_line(text)) else "plain")
    assert all(address.lower().startswith(("http://", "https://", "mailto:")) for address in seen.addresses)
    assert Seen(render(star_kosovo_markdown(escape_markdown(text)))).text in seen.text


@pytest.mark.parametrize("write", DOCUMENTS)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_text_in_every_document(write, text):
    assert_only_text(write, text)


@pytest.mark.parametrize("write", DOCUMENTS)
@patient
@given(text=TEXTS)
def test_any_text_is_text_in_every_document(write, text):
    assert_only_text(write, text)


@patient
@given(text=TEXTS)
@example(text="http://a.example<img src=x>")
def test_what_is_shown_is_what_was_said(text):
    seen = Seen(render(f"- {escape_markdown(text)}\n"))
    assert seen.text == single_line(text)
    assert seen.tags == ["ul", "li"]


@patient
@given(text=TEXTS, path=TEXTS)
def test_a_link_leads_where_it_led(text, path):
    seen = Seen(render(f"x {link(text, f'https://a.example/{path}')} y\n"))
    assert seen.tags == ["p"]
    assert len(seen.addresses) == 1
    assert seen.addresses[0].startswith("https://a.example/")
    assert seen.text == f"x {single_line(text)} y"


@pytest.mark.parametrize("piece", ["#", "://", "www.", "\\", "Kosovo", "=", " between a and b", " and ", "1", "<", " "])
@pytest.mark.parametrize("ending", ["", "x"])
def test_a_text_of_300_kb_is_written_at_once(piece, ending):
    text = piece * (300_000 // len(piece)) + ending
    assert len(star_kosovo_markdown(escape_markdown(text))) >= len(single_line(text))
    assert len(short_title(text, 60)) <= 60
