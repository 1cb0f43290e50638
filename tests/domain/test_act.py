"""Acts: their notation, their kinds with the roles, and the dates of parties that they were before."""

import pytest

from wbagree.domain.acts.act import Act, read_act, write_act
from wbagree.domain.acts.kinds import KINDS, ActBook, Role, role_of
from wbagree.domain.acts.party_dates import UNDISTINGUISHED, acts_of_dates, read_party_dates, write_as_acts
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidDate, InvalidValue, NotFound

DAY, LATER = PartialDate(2013, 5, 3), PartialDate(2013, 6)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("ratification AL 2013-05-03", Act("ratification", "AL", DAY)),
        ("entry-into-force all 2013-06", Act("entry-into-force", "", LATER)),
        ("denunciation XK 2013-05-03 effect 2013-06", Act("denunciation", "XK", DAY, LATER)),
        ("deposit AL 2013-05-03 (UNTS 1 (2013))", Act("deposit", "AL", DAY, reference="UNTS 1 (2013)")),
        ("deposit AL 2013-05-03: with a letter", Act("deposit", "AL", DAY, note="with a letter")),
        ("deposit AL 2013-05-03 [Gazette: 12]", Act("deposit", "AL", DAY, source="Gazette: 12")),
        ("deposit AL 2013-05-03: a (b) [c] d [e]", Act("deposit", "AL", DAY, None, "", "e", "a (b) [c] d")),
        ("deposit AL 2013-05-03 effect 2013-06 (a): b\nc [d]", Act("deposit", "AL", DAY, LATER, "a", "d", "b\nc")),
    ],
)
def test_an_act_is_read_as_it_is_written(text, act):
    assert read_act(text) == act
    assert write_act(act) == text


@pytest.mark.parametrize("text", ["ratification ALL 2013-05-03:", "ratification All 2013-05-03 ()"])
def test_what_is_empty_in_it_is_left_out(text):
    assert write_act(read_act(text)) == "ratification all 2013-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ratification",
        "ratification AL",
        "ratification: AL 2013",
        "ratification AL: 2013",
        "ratification  AL 2013",
        "rati|fication AL 2013",
        "ratification AL 2013 effect",
        "ratification AL 2013 a note without a colon",
        "ratification AL 2013 (a",
        "ratification AL 2013 (a))",
        "ratification AL 2013 (a) b",
        "ratification AL 2013:a",
        "ratification AL 2013 [a",
        "ratification AL 2013 [a] b",
        "ratification AL 2013 [a [b]]",
        "ratification AL 2013 ratification XK 2014",
    ],
)
def test_what_does_not_follow_the_notation_is_refused_with_an_example(text):
    with pytest.raises(InvalidValue, match=r"is not 'KIND PARTY DATE effect DATE .* 'ratification AL 2013-05-03'"):
        read_act(text)


@pytest.mark.parametrize("text", ["ratification AL 3.5.2013", "ratification AL 2013 effect 2013-02-30"])
def test_a_date_that_is_none_is_refused(text):
    with pytest.raises(InvalidDate):
        read_act(text)


@pytest.mark.parametrize("note", ["law of AL 2013", "published in OG 2013", "by decree of RS 2014-05"])
def test_a_small_word_before_a_code_and_a_year_is_a_note(note):
    assert read_act(f"ratification AL 2013: {note}").note == note


@pytest.mark.parametrize("other", ["deposit XK 2014", "entry-into-force all 2014-05", "signed YU-SFRY 2014-05-03?"])
@pytest.mark.parametrize("text", ["({})", "(a; {})", ": {}", ": a, {}: b", ": a [{}]"])
def test_another_act_in_its_texts_is_refused_with_where_to_separate_them(text, other):
    joint = "" if text.startswith(":") else " "
    with pytest.raises(InvalidValue) as caught:
        read_act(f"ratification AL 2013{joint}{text.format(other)}")
    assert caught.value.sentence.endswith(f"holds another act; write ' | ' before {other!r}")


@pytest.mark.parametrize("note", ["Gazette AL 2013/5", "Deposit XK 2014", "deposit Xk 2014", "deposit XK 20145"])
def test_a_text_that_only_resembles_an_act_is_a_note(note):
    assert read_act(f"ratification AL 2013: {note}").note == note


def test_an_act_counts_from_its_date_of_effect():
    act = Act("succession", "ME", PartialDate(2006, 10, 23))
    assert act.counts_from == act.on
    assert act._replace(effect=PartialDate(2006, 6, 3)).counts_from == PartialDate(2006, 6, 3)


def test_two_acts_are_the_same_by_kind_party_and_date():
    act = Act("succession", "ME", DAY)
    assert act._replace(reference="a", effect=LATER, note="b", source="c").identity == act.identity
    others = [act._replace(kind="deposit"), act._replace(party="RS"), act._replace(on=LATER)]
    assert not {act.identity} & {other.identity for other in others}


# Section 1 of the rules on acts.
ROLES = {
    "procedure": {"initialling", "adoption", "opening-for-signature", "approval-law", "publication"},
    "signature": {"signature", "signature-ad-referendum"},
    "bound": {
        *("definitive-signature", "ratification", "acceptance", "approval", "accession", "exchange-of-instruments"),
        *("deposit", "notification", "succession", "continuation"),
    },
    "entry": {"entry-into-force", "taking-effect"},
    "provisional": {"provisional-application"},
    "provisional-end": {"end-of-provisional-application"},
    "pause": {"suspension"},
    "resume": {"resumption"},
    "exit": {"denunciation", "withdrawal", "termination", "expiry"},
    "exit-withdrawn": {"withdrawal-of-denunciation"},
    "prolongation": {"prolongation"},
    "statement": {
        *("reservation", "declaration", "objection", "withdrawal-of-statement", "territorial-application"),
        *("correction", "registration"),
    },
}


def test_every_kind_has_its_role():
    assert {role: {kind for kind in KINDS if role_of(kind) == role} for role in Role} == ROLES
    assert {code: kind.code for code, kind in KINDS.items()} == {code: code for code in KINDS}


def test_a_law_of_ratification_binds_nobody():
    assert role_of("approval-law") is Role.PROCEDURE
    assert role_of("ratification") is Role.BOUND


def test_a_kind_of_a_user_changes_no_status():
    book = ActBook({"consultation": "Consultation of parliament"})
    kind = book.kinds["consultation"]
    assert (kind.role, kind.is_own, role_of("consultation")) == (Role.STATEMENT, True, Role.STATEMENT)
    assert not any(one.is_own for one in ActBook().kinds.values())
    # It cannot take the place of one of the others.
    assert ActBook({"ratification": "x"}).kinds["ratification"] == KINDS["ratification"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((kind, kind) for kind in KINDS),
        *((kind.label, code) for code, kind in KINDS.items()),
        ("ratified", "ratification"),
        ("Entered into force", "entry-into-force"),
        ("in force", "entry-into-force"),
        ("law", "approval-law"),
        ("Notification of completed procedures", "notification"),
        ("continuation agreed", "continuation"),
        (" SIGNATURE ad referendum ", "signature-ad-referendum"),
        ("entry into force", "entry-into-force"),
        ("consultation", "consultation"),
        ("consultation of PARLIAMENT", "consultation"),
    ],
)
def test_a_kind_is_found_by_its_code_its_label_or_a_word(text, code):
    assert ActBook({"consultation": "Consultation of parliament"}).resolve(text) == code


def test_every_kind_has_a_label_of_its_own():
    assert len({kind.label for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize(
    ("text", "nearest"), [("ratificatoin", "ratification"), ("denunced", "denunciation"), ("signd", "signature")]
)
def test_an_unknown_kind_is_refused_with_the_nearest(text, nearest):
    with pytest.raises(NotFound, match=f"unknown kind of act: '{text}'; did you mean {nearest}") as caught:
        ActBook().resolve(text)
    assert caught.value.hint == "wbagree acts lists them all"


def test_nothing_is_near_to_a_word_of_another_kind():
    with pytest.raises(NotFound, match=r"^unknown kind of act: 'qqqqqqqq'$"):
        ActBook().resolve("qqqqqqqq")
    assert ActBook().code_named("qqqqqqqq") == ""


def test_the_two_dates_of_a_party_were_acts():
    ratified = Act("ratification", "AL", DAY, note=UNDISTINGUISHED)
    entered = Act("entry-into-force", "AL", LATER)
    assert acts_of_dates("AL", DAY, LATER) == [ratified, entered]
    assert acts_of_dates("AL", DAY, None) == [ratified]
    assert acts_of_dates("AL", None, LATER) == [entered]
    assert acts_of_dates("AL", None, None) == []


@pytest.mark.parametrize(
    ("cell", "acts"),
    [
        ("", ""),
        (" ; ", ""),
        ("AL: ratified 2012", "ratification AL 2012: kind not distinguished before"),
        ("AL:in force 2012-05 , ratified 2012~;",
         "ratification AL 2012~: kind not distinguished before | entry-into-force AL 2012-05"),
        ("AL: ratified 2012 ; XK: in force 2013",
         "ratification AL 2012: kind not distinguished before | entry-into-force XK 2013"),
        ("AL: in force 2012;XK: in force 2013", "entry-into-force AL 2012 | entry-into-force XK 2013"),
    ],
)  # fmt: skip
def test_a_cell_of_an_earlier_export_is_read_as_acts(cell, acts):
    assert write_as_acts(cell) == acts
    assert " | ".join(map(write_act, read_party_dates(cell))) == acts


@pytest.mark.parametrize(
    "entry",
    [
        "AL",
        "AL: 2012",
        "AL: ,",
        "AL: signed 2012",
        "AL: ratified 2012, ratified 2013",
        "AL: ratified 2012, XK: ratified 2013",
        "ratified 2012",
        "all: ratified 2012",
        "A L: ratified 2012",
    ],
)
def test_what_no_earlier_export_wrote_is_refused(entry):
    with pytest.raises(InvalidValue) as caught:
        read_party_dates(f"XK: in force 2013 ; {entry}")
    assert caught.value.sentence == f"{entry!r} is not 'PARTY: ratified DATE, in force DATE'"


def test_a_date_of_a_party_that_is_none_is_refused():
    with pytest.raises(InvalidDate, match="there is no day 30 in 2012-02"):
        read_party_dates("AL: ratified 2012-02-30")
