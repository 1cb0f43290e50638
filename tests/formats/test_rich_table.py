"""Tables for a person at a terminal."""

import io
import re

import pytest
from rich.cells import cell_len

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common.columns import COLUMNS, DEFAULT_COLUMNS, parse_columns, visible_cell
from wbagree.formats.common.grid import Grid
from wbagree.formats.terminal.rich_table import draw_grid, draw_list, draw_records

WIDTHS = (60, 80, 100, 120, 200)
FOLDED = "Title, key, form, types"
NASTY = "Annex [annex 1] [red]x[/red] [link=https://a.example]y[/link] :warning: \x1b[31mred\x1b[0m \u202eevil 条約"


class Terminal(io.StringIO):
    """A file that is a terminal, so that only ``colour`` decides on colour."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def drawn(monkeypatch):
    """Draw records or a grid on a terminal of some width; the lines it received."""

    def draw(what, columns=DEFAULT_COLUMNS, *, width=100, colour=False):
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.setenv("TERM", "xterm-256color")
        file = Terminal()
        if isinstance(what, Grid):
            draw_grid(what, file, colour=colour)
        elif columns == DEFAULT_COLUMNS:
            draw_list(what, file, colour=colour)
        else:
            draw_records(what, columns, file, colour=colour)
        return file.getvalue().splitlines()

    return draw


def columns_of(lines: list[str], *headings: str) -> list[str]:
    """The text under each heading, top to bottom: a column begins where its heading does."""
    head = next(line for line in lines if headings[0] in line)
    starts = [head.index(heading) for heading in headings]
    body = [line for line in lines[lines.index(head) + 2 :] if not is_rule(line)]
    cuts = zip(starts, [*starts[1:], None], strict=True)
    return [" ".join(" ".join(line[start:end] for line in body).split()) for start, end in cuts]


def is_rule(line: str) -> bool:
    """Whether it is a line between rows."""
    return set(line.strip()) == {"─"}


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(width, drawn, seed_records):
    lines = drawn(list(seed_records.values()), width=width)
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_of_every_title_is_there_with_its_key_and_types(width, drawn, seed_records):
    records = list(seed_records.values())
    lines = drawn(records, width=width)
    if width < 72:
        columns = blocks_of(lines, "Title", "Key", "Form", "Types")
    elif width < 160:
        columns = columns_of(lines, FOLDED, "Status")[:1] * 4
    else:
        columns = columns_of(lines, "Title", "Key", "Form", "Types", "Status")[:4]
    for name, column in zip(("title", "key", "form", "types"), map(bare, columns), strict=True):
        place = 0
        for record in records:
            text = bare(visible_cell(record, name))
            place = column.find(text, place)
            assert place >= 0, (record.agreement.key, text)
            place += len(text)


@pytest.mark.parametrize("width", [width for width in WIDTHS if width >= 72])
def test_a_rule_is_between_two_agreements(width, drawn, record_of):
    lines = drawn([record_of(title=f"Agreement {name} " * 20) for name in "abc"], width=width)
    rules = [place for place, line in enumerate(lines) if is_rule(line)]
    assert [name for name in "abc" if any(f" {name} " in line for line in lines[rules[0] : rules[1]])] == ["a"]
    assert len(rules) == 3
    assert all(line.strip() for line in lines)
    assert not any(line.endswith(" ") for line in lines)


@pytest.mark.parametrize("width", [width for width in WIDTHS if width >= 72])
def test_no_status_takes_three_lines(width, drawn, seed_records):
    for key in ("AT-YU-SFRY-1978-1", "HR-YU-FRY-2002-1", "AL-XK-2012-1", "BA-RS-2010-1"):
        lines = drawn([seed_records[key]], width=width)
        place = lines[0].index("Status")
        assert len([line for line in lines[2:] if line[place:].strip()]) <= 2, lines


@pytest.mark.parametrize("width", WIDTHS)
def test_the_days_of_entry_into_force_and_end_are_with_the_status(width, drawn, record_of):
    dates = {"in_force": PartialDate(2012, 5), "ended": PartialDate(2015)}
    status, shown = status_and_all(drawn([record_of(computed="in-force", **dates)], width=width), width)
    assert status.startswith("in force since 2012-05")
    assert "ends 2015" in shown
    status, shown = status_and_all(drawn([record_of(computed="ended", **dates)], width=width), width)
    assert status.startswith("ended 2015")
    assert "in force from 2012-05" in shown


def status_and_all(lines, width):
    """The text of the status, and all of the text."""
    shown = " ".join(" ".join(lines).split())
    return shown.partition("Status: ")[2] if width < 72 else columns_of(lines, "Status")[0], shown


@pytest.mark.parametrize("width", WIDTHS)
def test_days_that_follow_from_acts_are_there_too(width, drawn, record_of):
    record = record_of(computed="in-force")._replace(derived_in_force="2012-05", derived_ended="2015")
    status, shown = status_and_all(drawn([record], width=width), width)
    assert status.startswith("in force")
    assert "since 2012-05 (from acts)" in shown
    assert "ends 2015 (from acts)" in shown


@pytest.mark.parametrize("width", WIDTHS)
def test_the_parties_the_day_and_the_form_are_in_every_layout(width, drawn, seed_records):
    for key in ("AL-BA-HR-ME-MK-RS-nd-1", "AL-XK-2012-1", "AT-YU-SFRY-1978-1", "HR-YU-FRY-2002-1"):
        agreement = seed_records[key].agreement
        text = bare("".join(drawn([seed_records[key]], width=width)))
        assert str(agreement.signed or "undated") in text
        for party in agreement.parties:
            assert party in text
        assert bare("".join(drawn([seed_records[key]], ("form",), width=width))).endswith(
            bare(agreement.form.replace("mou", "MoU").replace("-", " "))
        )


@pytest.mark.parametrize("width", WIDTHS)
def test_an_inherited_record_says_from_whom(width, drawn, record_of):
    lines = drawn([record_of(computed="in-force", inherited_from="YU-SFRY")], width=width)
    assert status_and_all(lines, width)[0].startswith("in force (inherited from YU-SFRY)")


def blocks_of(lines: list[str], *headings: str) -> list[str]:
    """The text beside each heading where columns stand below each other."""
    texts = dict.fromkeys(headings, "")
    name = headings[0]
    for line in lines:
        name = next((other for other in headings if line.startswith(f"{other}:")), name)
        texts[name] += " " + line.removeprefix(f"{name}:").strip()
    return [" ".join(text.split()) for text in texts.values()]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("columns", ["key,title", "title,notes", "title,title_original,sources", "key,notes,types"])
def test_chosen_columns_hold_all_their_text(columns, width, drawn, seed_records):
    for key in ("AL-XK-2024-1", "BA-HR-2012-1", "AT-BA-2011-1", "RS-XK-2012-2"):
        record, names = seed_records[key], parse_columns(columns)
        lines = drawn([record], names, width=width)
        assert all(cell_len(line) <= width or len(line.split()) == 1 for line in lines)
        headings = [{"title_original": "Original title"}.get(name, name.capitalize()) for name in names]
        texts_of = columns_of if is_rule(lines[1]) else blocks_of
        for name, text in zip(names, texts_of(lines, *headings), strict=True):
            value = getattr(record.agreement, name)
            if isinstance(value, str):
                assert bare(text) == bare(value)
            elif name == "types":
                assert bare(text) == ",".join(value)
            else:
                assert all(bare(source.citation) in bare(text) and source.url in bare(text) for source in value)


def test_columns_that_do_not_fit_beside_each_other_stand_below_each_other(drawn, seed_records):
    record = seed_records["AL-XK-2012-1"]
    narrow = drawn([record, record], parse_columns("key,title,notes"), width=60)
    assert narrow[0] == "Key:            AL-XK-2012-1"
    assert narrow.count("") == 2
    wide = drawn([record], parse_columns("key,title,notes"), width=120)
    assert wide[0].split() == ["Key", "Title", "Notes"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("columns", ["key,parties,signatories,place", "signed,references,relations,implementation"])
def test_chosen_columns_cut_nothing_short(columns, width, drawn, seed_records):
    lines = drawn([seed_records["AL-XK-2024-1"], seed_records["RS-XK-2012-2"]], parse_columns(columns), width=width)
    assert all(cell_len(line) <= width or len(line.split()) == 1 for line in lines)
    assert "…" not in "".join(lines)


@pytest.mark.parametrize("width", WIDTHS)
def test_even_all_columns_at_once_fit_the_terminal(width, drawn, seed_records):
    lines = drawn([seed_records["AL-XK-2024-1"]], COLUMNS, width=width)
    assert all(cell_len(line) <= width or len(line.split()) == 1 for line in lines)


@pytest.mark.parametrize("columns", [DEFAULT_COLUMNS, ("title",), ("key", "title")])
@pytest.mark.parametrize("colour", [True, False])
def test_markup_and_escape_sequences_in_a_title_are_shown_not_obeyed(columns, colour, drawn, record_of):
    text = "\n".join(drawn([record_of(title=NASTY)], columns, width=200, colour=colour))
    own = r"\x1b\[[0-9;]*m"
    assert "Annex [annex 1] [red]x[/red] [link=https://a.example]y[/link] :warning:" in re.sub(own, "", text)
    assert "<1B>[31mred<1B>[0m <202E>evil 条約" in re.sub(own, "", text)
    assert "\x1b[31m" not in text
    assert not re.search(r"[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202e]|\x1b(?!\[)", text)


@pytest.mark.parametrize(
    ("status", "code"),
    [("in-force", "32"), ("provisional", "36"), ("signed", "33"), ("negotiation", "33"), ("suspended", "33"),
     ("unknown", "2"),
     ("ended", "31"), ("terminated", "31"), ("expired", "31"), ("superseded", "31"), ("not-in-force", "31")],
)  # fmt: skip
def test_a_status_has_its_colour_only_when_colour_is_asked_for(status, code, drawn, record_of):
    for columns in (DEFAULT_COLUMNS, ("key", "computed_status")):
        record = record_of(computed=status)
        assert f"\x1b[{code}m{status.replace('-', ' ')}" in "\n".join(drawn([record], columns, colour=True))
        assert "\x1b" not in "\n".join(drawn([record], columns))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_grid_shows_every_number_whole_and_the_total_apart(width, drawn):
    rows = [("BA-ME [x]", "123456", "police-cooperation 12, joint-patrol 3"), ("Total", "1234567", "")]
    grid = Grid(("Pair", "Records", "Main types"), rows, (False, True, False), last_is_total=True)
    lines = drawn(grid, width=width)
    assert max(map(cell_len, lines)) <= width
    text = " ".join(" ".join(lines).split())
    assert "BA-ME [x] 123456 police-cooperation 12, joint-patrol 3" in text
    ends = [re.search(rf"\b{number}\b", line).end() for number in ("123456", "1234567") for line in lines
            if re.search(rf"\b{number}\b", line)]  # fmt: skip
    assert len(set(ends)) == 1
    total = next(place for place, line in enumerate(lines) if "1234567" in line)
    assert not lines[total - 1].strip(" ─")
