"""Pictures: labels that never meet, colours that can be told apart, figures that are those of the bundled register."""

import math
import re
from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wbagree.domain.filter import Filter
from wbagree.domain.reports.matrix import BestStatus, Cell, Matrix
from wbagree.domain.reports.timeline import FORMS_BY_KIND, Timeline
from wbagree.formats.common import kosovo
from wbagree.formats.common.palette import DARK, LIGHT, Scale, css_properties
from wbagree.formats.svg import heatmap, network, timeline
from wbagree.formats.svg.frame import Frame
from wbagree.formats.svg.text_width import fit_text, text_width, wrap_text
from wbagree.store.file import connection
from wbagree.store.read import matrix, summaries

SVG = "{http://www.w3.org/2000/svg}"
FRAME = Frame("Agreements by pair", "As of 2026-11-01. All records.")
GROUPS = ("justice", "police", "border", "crime", "migration", "customs and other")
TYPES = ("mutual legal assistance", "transfer of sentenced persons", "small arms and light weapons", *GROUPS) * 3
# Names as long and as short as those of the region.
NAMES = (
    "Bosnia and Herzegovina",
    "Kosovo",
    "North Macedonia",
    "Serbia and Montenegro",
    "UNMIK",
    "Österreich",
    "Србија",
)


def parties(count):
    return {f"P{n:02}": f"{NAMES[n % len(NAMES)]} {n}" for n in range(count)}


def matrix_of(count, columns=GROUPS, by="group", density=3):
    """A matrix of so many parties, in which about one cell in ``density`` has something."""
    pairs = tuple(combinations(parties(count), 2))
    covers = list(BestStatus)
    cells = {
        (pair, f"c{n}"): Cell((m * 7 + n * 3) % 29 + 1, (m + n) % 3, covers[(m + n) % 7])
        for m, pair in enumerate(pairs)
        for n in range(len(columns))
        if (m * 5 + n * 11) % density == 0
    }
    totals = {
        pair: Cell(sum(cells.get((pair, f"c{n}"), Cell()).records for n in range(len(columns)))) for pair in pairs
    }
    names = tuple(f"c{n}" for n in range(len(columns)))
    return Matrix(
        "2026-11-01", by, pairs, names, dict(zip(names, columns, strict=True)), cells, totals, {}, Cell(999, 99)
    )


def boxes(svg):
    """Each text with the corners of the box that it takes, as its words are measured."""
    found = []

    def visit(element, dx, dy):
        transform = element.get("transform", "")
        if moved := re.fullmatch(r"translate\((\S+) (\S+)\)", transform):
            dx, dy = dx + float(moved[1]), dy + float(moved[2])
        if element.tag == f"{SVG}text":
            size = float(element.get("font-size"))
            wide = text_width(element.text or "", size, int(element.get("font-weight", 400)))
            x, y = float(element.get("x")), float(element.get("y"))
            x -= {"middle": wide / 2, "end": wide}.get(element.get("text-anchor"), 0)
            corners = [
                (x, y - 0.72 * size),
                (x + wide, y - 0.72 * size),
                (x + wide, y + 0.22 * size),
                (x, y + 0.22 * size),
            ]
            if turned := re.fullmatch(r"rotate\((\S+) (\S+) (\S+)\)", transform):
                angle, cx, cy = math.radians(float(turned[1])), float(turned[2]), float(turned[3])
                corners = [
                    (cx + (a - cx) * math.cos(angle) - (b - cy) * math.sin(angle),
                     cy + (a - cx) * math.sin(angle) + (b - cy) * math.cos(angle))
                    for a, b in corners
                ]  # fmt: skip
            found.append((element.text, [(a + dx, b + dy) for a, b in corners]))
        for child in element:
            visit(child, dx, dy)

    visit(ET.fromstring(svg), 0.0, 0.0)
    return found


def meet(one, other):
    """Whether two convex quadrilaterals overlap: no side of either separates them."""
    for shape in (one, other):
        for (ax, ay), (bx, by) in zip(shape, shape[1:] + shape[:1], strict=True):
            nx, ny = by - ay, ax - bx
            of_one = [x * nx + y * ny for x, y in one]
            of_other = [x * nx + y * ny for x, y in other]
            if max(of_one) <= min(of_other) or max(of_other) <= min(of_one):
                return False
    return True


def assert_no_labels_meet(svg):
    root = ET.fromstring(svg)
    wide, high = map(float, root.get("viewBox").split()[2:])
    placed = []
    for text, corners in boxes(svg):
        assert all(-1 <= x <= wide + 1 and -1 <= y <= high + 1 for x, y in corners), (text, corners, wide, high)
        left_to_right, top_to_bottom = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        placed.append((left_to_right[0], left_to_right[-1], top_to_bottom[0], top_to_bottom[-1], text, corners))
    assert placed
    placed.sort()
    for place, (_, right, top, bottom, text, corners) in enumerate(placed):
        for left, _, its_top, its_bottom, other, theirs in placed[place + 1 :]:
            if left >= right:
                break
            if its_top < bottom and top < its_bottom:
                assert not meet(corners, theirs), (text, other)


@pytest.mark.parametrize("count", [2, 3, 5, 6, 7, 12, 13, 30, 31, 45, 60])
def test_labels_of_a_network_never_meet(count):
    assert_no_labels_meet(network.render(matrix_of(count), FRAME, parties(count)))


@pytest.mark.parametrize("bare", [False, True], ids=["framed", "bare"])
@pytest.mark.parametrize("count", [2, 3, 6, 7, 8, 12, 13, 30])
def test_labels_of_a_heat_map_never_meet(count, bare):
    assert_no_labels_meet(heatmap.render(matrix_of(count), Frame("By group", bare=bare), parties(count)))
    if count <= 12:
        by_type = matrix_of(count, TYPES, "type")
        assert_no_labels_meet(heatmap.render(by_type, Frame("By type", bare=bare), parties(count)))


@given(
    st.dictionaries(
        st.tuples(st.integers(1700, 2100), st.sampled_from([form for of in FORMS_BY_KIND.values() for form in of])),
        st.integers(1, 2000), min_size=1, max_size=60,
    )
)  # fmt: skip
def test_labels_of_a_timeline_never_meet(signed):
    assert_no_labels_meet(timeline.render(Timeline("2026-11-01", signed, {"mou": 3}, 2), FRAME))


@given(st.lists(st.text(min_size=1, max_size=60), min_size=2, max_size=40, unique=True), st.text(max_size=400))
@settings(max_examples=settings.default.max_examples // 4, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_parties_are_called_labels_never_meet_and_the_picture_is_well_formed(names, title):
    found = matrix_of(len(names))
    called = dict(zip(parties(len(names)), names, strict=True))
    assert_no_labels_meet(network.render(found, Frame(title), called))
    assert_no_labels_meet(heatmap.render(found, Frame(title), called))


HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e]]>&amp;\"' \x00\ufffe\ud800 \x9b"


def test_a_hostile_title_and_name_are_shown_not_obeyed():
    frame = Frame(HOSTILE, HOSTILE, prefix="x")
    names = {**parties(3), "P01": HOSTILE}
    for svg in (
        heatmap.render(matrix_of(3), frame, names, lambda *_: f"#{HOSTILE}"),
        network.render(matrix_of(3), frame, names, lambda _: f"#{HOSTILE}"),
        timeline.render(Timeline("2026-11-01", {(2012, "mou"): 1}, {}), frame, lambda _: f"#{HOSTILE}"),
    ):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe]", svg)
        root = ET.fromstring(svg)
        assert {element.tag for element in root.iter()} <= {
            f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "rect", "line", "circle", "text", "a")
        }
        assert root.find(f"{SVG}title").text.startswith("<script>alert(1)</script><1B>[31m<202E>")


def luminance(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


@SCHEMES
def test_texts_stand_out_from_what_they_stand_on(scheme):
    for step in range(6):
        assert contrast(scheme[f"ink-{step}"], scheme[f"heat-{step}"]) >= 4.5, step
    for name in ("text", "muted"):
        assert contrast(scheme[name], scheme["ground"]) >= 4.5
    for step in range(1, 6):
        assert contrast(scheme[f"edge-{step}"], scheme["ground"]) >= 3, step


@SCHEMES
def test_deeper_steps_are_seen_as_such_without_any_colour(scheme):
    values = [luminance(scheme[f"heat-{step}"]) for step in range(6)]
    assert values == sorted(values, reverse=scheme is LIGHT)
    for one, other in pairwise(values):
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 1.12


# Viénot, Brettel and Mollon 1999 (protanopia, deuteranopia) and Brettel as one plane (tritanopia), in linear RGB.
SIMULATED = {
    "full colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritanopia": ((1, 0.14461, -0.14461), (0, 0.85924, 0.14076), (0, 0.85924, 0.14076)),
}


def lab(colour, seen):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    r, g, b = (min(max(sum(m * c for m, c in zip(row, linear, strict=True)), 0), 1) for row in SIMULATED[seen])
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@SCHEMES
@pytest.mark.parametrize("seen", SIMULATED)
def test_colour_blind_readers_tell_every_two_kinds_apart(seen, scheme):
    kinds = [f"kind-{place}" for place in range(1, len(FORMS_BY_KIND) + 1)]
    for one, other in combinations(kinds, 2):
        assert math.dist(lab(scheme[one], seen), lab(scheme[other], seen)) >= 20, (one, other)
    for kind in kinds:
        assert contrast(scheme[kind], scheme["ground"]) >= 3, kind


def test_a_picture_for_a_page_has_the_pages_colours_and_one_for_a_file_plain_ones():
    in_page = heatmap.render(matrix_of(3), Frame("T", themed=True, bare=True, prefix="heat"), parties(3))
    assert "var(--chart-heat-0, #f3f5f7)" in in_page
    used = set(re.findall(r"var\(--chart-([\w-]+),", in_page))
    for scheme in (LIGHT, DARK):
        assert all(f"--chart-{name}: {scheme[name]};" in css_properties(scheme) for name in used)
    assert not re.search(r'(?:fill|stroke)="#', in_page)
    assert "var(" not in heatmap.render(matrix_of(3), FRAME, parties(3))


@pytest.mark.parametrize("linked", [False, True], ids=["plain", "linked"])
def test_a_picture_says_what_it_is_to_who_does_not_see_it(linked):
    link = (lambda pair, column: f"#{'-'.join(pair)}/{column}") if linked else None
    root = ET.fromstring(heatmap.render(matrix_of(3), Frame("Title", prefix="a"), parties(3), link))
    assert root.get("role") == ("group" if linked else "img")
    named = {element.get("id"): element.text for element in root if element.get("id")}
    assert set(named) == {"a-title", "a-desc"}
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == ("a-title", "a-desc")
    assert named["a-desc"].startswith("A table of 3 pairs by 6 subjects")
    links = root.findall(f".//{SVG}a")
    filled = [cell for cell in matrix_of(3).cells.values() if cell.records + cell.inherited]
    assert len(links) == (len(filled) if linked else 0)
    for one in links:
        assert one.get("href").startswith("#P0")
        assert one.get("aria-label") == one.find(f".//{SVG}title").text


def test_nothing_outside_is_asked_for():
    for svg in (heatmap.render(matrix_of(3), FRAME, parties(3)), network.render(matrix_of(3), FRAME, parties(3))):
        assert svg.count("http") == 1  # the name of the language
        assert "url(" not in svg
        assert "<style" not in svg


@pytest.mark.parametrize("noted", [True, False])
def test_kosovo_has_its_star_and_footnote_unless_that_is_turned_off(noted):
    frame = Frame("Who with whom", kosovo_note=noted)
    names = {"P00": "Albania", "P01": "Kosovo", "P02": "Serbia"}
    for draw in (heatmap, network):
        texts = [text for text, _ in boxes(draw.render(matrix_of(3), frame, names))]
        assert any("Kosovo*" in text for text in texts) is noted
        assert any(text.startswith("* This designation") for text in texts) is noted
        assert any("Kosovo" in text for text in texts)
        others = [text for text, _ in boxes(draw.render(matrix_of(2), frame, {"P00": "Albania", "P01": "Serbia"}))]
        assert not any(kosovo.KOSOVO_NOTE[:20] in text for text in others)


def test_what_has_ended_is_written_and_not_shaded():
    cells = {(("A", "B"), "x"): Cell(2, 0, BestStatus.ENDED), (("A", "B"), "y"): Cell(3, 1, BestStatus.IN_FORCE)}
    found = Matrix("2026-11-01", "group", (("A", "B"),), ("x", "y", "z"), {}, cells)
    root = ET.fromstring(heatmap.render(found, FRAME, {"A": "Aland", "B": "Boland"}))
    drawn = [
        (group.find(f"{SVG}text").text, group.find(f"{SVG}rect").get("fill"), len(group.findall(f"{SVG}circle")))
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}title") is not None
    ]
    assert drawn == [("(2)", LIGHT["heat-0"], 0), ("3+1", LIGHT["heat-4"], 1), ("–", LIGHT["heat-0"], 0)]


def test_rows_are_in_the_order_of_the_names_that_are_shown_or_of_the_codes_where_these_are():
    names = {"P00": "Zeta", "P01": "Kosovo", "P02": "Alpha", "P03": "Beta"}
    texts = [text for text, _ in boxes(heatmap.render(matrix_of(4), FRAME, names))]
    rows = [text for text in texts if " – " in text]
    assert len(rows) == 6
    assert rows == sorted(rows)
    texts = [text for text, _ in boxes(heatmap.render(matrix_of(30), FRAME, parties(30)))]
    rows = [text for text in texts if re.fullmatch(r"P\d\d–P\d\d", text)]
    assert len(rows) > 100
    assert rows == sorted(rows)


@given(st.integers(1, 10**6), st.booleans())
def test_every_number_has_a_step_and_every_step_says_its_numbers(most, even):
    scale = Scale(most, even=even)
    steps = scale.steps()
    assert [step for step, *_ in steps] == list(range(1, len(steps) + 1))
    low = 1
    for step, words, high in steps:
        assert words == (str(low) if low == high else f"{low}–{high}")
        assert {scale.step(low), scale.step(high)} == {step}
        low = high + 1
    assert low == most + 1
    assert scale.step(0) == 0


@given(st.text(max_size=80), st.floats(30, 400))
def test_what_is_cut_or_wrapped_fits(text, room):
    assert text_width(fit_text(text, room, 14), 14) <= max(room, text_width("…", 14))
    assert all(text_width(line, 14) <= room for line in wrap_text(text, room, 14))


def test_more_pairs_than_can_be_drawn_are_said():
    found = matrix_of(13, density=31)
    some = {pair: total for pair, total in found.pair_totals.items() if total.records}
    texts = " ".join(text for text, _ in boxes(heatmap.render(found, FRAME, parties(13))))
    assert len(some) < 78
    assert f"Not drawn: {78 - len(some)} of 78 pairs, without a record." in texts


def test_a_picture_has_an_end_however_many_pairs_there_are():
    found = matrix_of(60, density=1)
    texts = " ".join(text for text, _ in boxes(heatmap.render(found, FRAME, parties(60))))
    assert "Not drawn: 1270 of 1770 pairs, with fewer records or none." in texts
    svg = network.render(found, FRAME, parties(60))
    texts = " ".join(text for text, _ in boxes(svg))
    assert "The 450 strongest lines are drawn; 1320 weaker ones are not." in texts
    assert len(ET.fromstring(svg).findall(f".//{SVG}line/{SVG}title")) == 450


def numbers_and_lines(svg):
    """The grounds of the numbers of a network (left, top, right, bottom), and its lines with what they say."""
    root = ET.fromstring(svg)
    grounds = [tuple(float(rect.get(key)) for key in ("x", "y", "width", "height")) for rect in root.iter(f"{SVG}rect")
               if rect.get("rx")]  # fmt: skip
    grounds = [(x, y, x + wide, y + high) for x, y, wide, high in grounds]
    lines = [
        (line.find(f"{SVG}title").text, *(float(line.get(key)) for key in ("x1", "y1", "x2", "y2")))
        for line in root.iter(f"{SVG}line")
        if line.find(f"{SVG}title") is not None
    ]
    return grounds, lines


def touches(ground, line):
    """Whether a line has a part in a rectangle: there is one of its length where it is in both ranges at once."""
    left, top, right, bottom = ground
    _, x1, y1, x2, y2 = line
    begin, end = 0.0, 1.0
    for start, along, low, high in ((x1, x2 - x1, left, right), (y1, y2 - y1, top, bottom)):
        if along:
            enters, leaves = sorted(((low - start) / along, (high - start) / along))
            begin, end = max(begin, enters), min(end, leaves)
        elif not low <= start <= high:
            return False
    return begin <= end


def assert_each_number_is_of_one_line(svg):
    grounds, lines = numbers_and_lines(svg)
    for ground in grounds:
        assert len([line for line in lines if touches(ground, line)]) == 1, ground
    return len(grounds), len(lines)


@pytest.mark.parametrize("count", [3, 6, 8, 12])
def test_a_number_of_a_network_lies_on_one_line_and_what_is_left_out_is_said(count):
    svg = network.render(matrix_of(count), FRAME, parties(count))
    numbered, lines = assert_each_number_is_of_one_line(svg)
    notes = [text for text, _ in boxes(svg) if text.startswith("Lines without")]
    assert notes == ([] if numbered == lines else [f"Lines without a number: {lines - numbered} of {lines}."])
    assert numbered == lines or count == 12


def star_of(count):
    """The pairs of the fifth party with so many others."""
    whole = matrix_of(count + 1, density=1)
    pairs = tuple(pair for pair in whole.pairs if "P04" in pair)
    cells = {place: cell for place, cell in whole.cells.items() if place[0] in pairs}
    return replace(whole, pairs=pairs, cells=cells, pair_totals={pair: whole.pair_totals[pair] for pair in pairs})


@pytest.mark.parametrize("count", [4, 5, 8, 21, 30, 44])
def test_who_has_a_part_in_all_pairs_is_in_the_middle_and_every_line_has_its_number(count):
    svg = network.render(star_of(count), FRAME, parties(count + 1))
    assert_no_labels_meet(svg)
    grounds, lines = numbers_and_lines(svg)
    assert len(lines) == count
    assert {line[1:3] for line in lines} == {(0.0, 0.0)}
    assert len(grounds) == count + 1  # that of the name in the middle with them
    if count < 30:
        assert all(len([line for line in lines if touches(ground, line)]) == 1 for ground in grounds[:count])
    assert not any(text.startswith("Lines without") for text, _ in boxes(svg))


def test_the_legend_of_a_network_has_only_what_is_drawn_and_one_line_has_none():
    def legend_of(*numbers):
        pairs = tuple(("A", chr(66 + place)) for place in range(len(numbers)))
        totals = {pair: Cell(number, 1) for pair, number in zip(pairs, numbers, strict=True)}
        svg = network.render(Matrix("2026-11-01", "group", pairs, (), {}, {}, totals), FRAME, {})
        shown = [text for text, _ in boxes(svg)]
        return [text for text in shown if re.fullmatch(r"\d+–?\d*|Agreements of a pair.*", text)][len(numbers) :]

    assert legend_of(1, 2, 49) == ["Agreements of a pair, own and inherited together", "1–10", "41–50"]
    assert legend_of(49) == []


@given(st.lists(st.text(min_size=1, max_size=60), min_size=5, max_size=30, unique=True))
@settings(max_examples=settings.default.max_examples // 4, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_party_in_the_middle_is_called_its_name_meets_no_other(names):
    called = dict(zip(parties(len(names)), names, strict=True))
    assert_no_labels_meet(network.render(star_of(len(names) - 1), FRAME, called))


@pytest.fixture
def register(_templates):
    with connection.open_for_reading(_templates["seeded"]) as reading:
        yield reading


def own(row):
    return {"AL", "XK"} <= set(row["parties"].split(";"))


def test_the_timeline_of_albania_and_kosovo_is_that_of_the_file(register, seed_rows, golden):
    counted = summaries.timeline(register, Filter(pair=("AL", "XK")))
    rows = [row for row in seed_rows.values() if own(row)]
    assert counted.signed == Counter((int(row["signed"][:4]), row["form"]) for row in rows if row["signed"])
    assert counted.undated == Counter(row["form"] for row in rows if not row["signed"])
    assert (counted.count_all(), counted.inherited) == (40, 1)
    svg = timeline.render(counted, Frame("Albania and Kosovo: agreements by year of signature", "As of 2026-11-01."))
    assert_no_labels_meet(svg)
    golden("timeline-al-xk.svg", svg + "\n")
    years = {title.text for title in ET.fromstring(svg).iter(f"{SVG}title") if title.text[:4].isdigit()}
    by_year = Counter(row["signed"][:4] for row in rows if row["signed"])
    assert years == {f"{year}: {number} agreement{'s' * (number > 1)}" for year, number in by_year.items()}


@pytest.mark.parametrize(
    "question", [Filter(), Filter(among=("AL", "BA", "ME", "MK", "RS", "XK")), Filter(parties=("HR",))]
)
def test_the_timeline_counts_as_the_summary_does(question, register):
    counted, summary = summaries.timeline(register, question), summaries.summary(register, question, "year")
    by_year = {row.name: row for row in summary.rows if row.records}
    assert {str(year): counted.all_signed_in(year) for year in counted.years() if counted.all_signed_in(year)} == {
        year: row.records for year, row in by_year.items() if year != "undated"
    }
    for year, row in by_year.items():
        if year != "undated":
            numbers = [counted.signed_in(int(year), kind) for kind in FORMS_BY_KIND]
            assert numbers[:3] == [row.agreements, row.mous, row.protocols]
            assert sum(numbers[3:]) == row.other
    assert (counted.count_all(), counted.inherited) == (summary.total.records, summary.total.inherited)
    assert sum(counted.undated.values()) == summary.total.undated


def test_the_real_pictures_of_six_twelve_and_thirty_parties_have_no_labels_that_meet(register, seed_rows):
    often = Counter(code for row in seed_rows.values() for code in row["parties"].split(";"))
    names = dict(register.execute("SELECT code, name FROM party").fetchall())
    for count in (6, 12, 30):
        filter_ = Filter(among=tuple(sorted(code for code, _ in often.most_common(count))))
        found = matrix.matrix(register, filter_, "group")
        assert_no_labels_meet(heatmap.render(found, FRAME, names))
        assert_no_labels_meet(heatmap.render(matrix.matrix(register, filter_, "type"), FRAME, names))
        drawn = network.render(found, FRAME, names)
        assert_no_labels_meet(drawn)
        numbered, lines = assert_each_number_is_of_one_line(drawn)
        assert numbered == lines or count > 6
        assert_no_labels_meet(timeline.render(summaries.timeline(register, filter_), FRAME))
