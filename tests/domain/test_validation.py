"""The validator: a record keeps every rule, or all its problems are told at once."""

import pytest
import seed_data
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.acts.kinds import ActBook
from wbagree.domain.agreements.fields import ALL_NAMES, EXTRA_NAMES
from wbagree.domain.agreements.validation import AgreementValidator, FieldProblem, to_cells
from wbagree.domain.agreements.vocabularies import Form
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.store.file import connection
from wbagree.store.read.parties_and_types import party_book, type_book

PLAIN = {"title": "Agreement", "form": "agreement", "types": "mla", "parties": "AL;XK", "confidence": "low"}
ALL_FIELDS = ALL_NAMES


@pytest.fixture(scope="module")
def validator(_templates) -> AgreementValidator:
    """The validator of a new register, as an import passes it."""
    with connection.open_for_reading(_templates["empty"]) as register:
        return AgreementValidator(party_book(register), type_book(register))


def problems_of(validator: AgreementValidator, **cells: str) -> list[str]:
    """What the validator says of a plain record with these cells; nothing when it passes."""
    agreement, problems = validator.validate({**PLAIN, **cells})
    assert (agreement is None) == bool(problems)
    return [str(problem) for problem in problems]


def seed_rows() -> list[dict[str, str]]:
    return seed_data.rows("agreements")


def test_every_bundled_row_is_written_as_it_was_read(validator):
    for row in seed_rows():
        agreement, problems = validator.validate(row)
        assert problems == []
        assert to_cells(agreement) == {**dict.fromkeys(EXTRA_NAMES, ""), **row}


def test_a_record_needs_only_five_fields(validator):
    agreement, problems = validator.validate(PLAIN)
    assert problems == []
    unsaid = {**dict.fromkeys(ALL_FIELDS, ""), "level": "unknown"}
    assert to_cells(agreement) == {**unsaid, **PLAIN}
    assert list(to_cells(agreement)) == list(ALL_FIELDS)


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("title", "", "title: is missing. Type a title, or describe the agreement in a few words."),
        ("title", " \n ", "title: is missing. Type a title, or describe the agreement in a few words."),
        ("title", "a\0b", "title: contains a NUL character; remove it"),
        ("notes", "a\0", "notes: contains a NUL character; remove it"),
        ("sources", "a\0 | b", "sources: contains a NUL character; remove it"),
        ("key", "AL XK", "key: 'AL XK' cannot be a key: letters, digits, '.', '_' and '-' only, as in AL-XK-2012-1"),
        ("key", "-AL", "key: '-AL' cannot be a key: letters, digits, '.', '_' and '-' only, as in AL-XK-2012-1"),
        ("key", "AL;XK", "key: 'AL;XK' cannot be a key: letters, digits, '.', '_' and '-' only, as in AL-XK-2012-1"),
        ("key", "a/../b", "key: 'a/../b' cannot be a key: letters, digits, '.', '_' and '-' only, as in AL-XK-2012-1"),
        ("form", "", ("form: is missing; one of agreement, treaty, convention, mou, protocol, arrangement,"
         " exchange-of-notes, declaration, action-plan, contract, informal, other")),
        ("form", "pact", ("form: 'pact' is none of agreement, treaty, convention, mou, protocol, arrangement,"
         " exchange-of-notes, declaration, action-plan, contract, informal, other")),
        ("confidence", "", "confidence: is missing; one of high, medium, low"),
        ("confidence", "sure", "confidence: 'sure' is none of high, medium, low"),
        ("level", "village", "level: 'village' is none of state, government, ministry, agency, unknown"),
        ("status", "valid", ("status: 'valid' is none of in-force, provisional, terminated, expired, superseded,"
         " negotiation, not-in-force, suspended")),
        ("types", "", "types: is missing; name at least one, such as mla, extradition or other"),
        ("types", "mla;extraditoin", "types: unknown type: 'extraditoin'; did you mean extradition?"),
        ("parties", "", "parties: an agreement has at least two different parties, as in AL;XK"),
        ("parties", "AL", "parties: an agreement has at least two different parties, as in AL;XK"),
        ("parties", "AL;Albania", "parties: an agreement has at least two different parties, as in AL;XK"),
        ("parties", "AL;XK;AL", "parties: AL;AL;XK names a party twice"),
        ("parties", "Albania;Kosova;XKX", "parties: AL;XK;XK names a party twice"),
        ("parties", "AL;qqqqqqqq", "parties: unknown party: 'qqqqqqqq'"),
        ("parties", "AL;YU", "parties: party 'YU' could be YU-FRY or YU-SFRY: write the code"),
        *((field, "2012-13", f"{field}: date '2012-13': there is no month 13; months are 01 to 12")
          for field in ("signed", "in_force", "ended")),
        ("signed", "10th of nothing", ("signed: date '10th of nothing': 'nothing' is no"
         " month, nor another word that belongs to a date; write it like 2012, 2012-03 or 2012-03-10")),
        ("signatories", "Ministry", "signatories: 'Ministry' is not 'PARTY: Institution (Person, position)'"),
        ("signatories", "RS: M ; AL: M ; ME: M", ("signatories: ME is not among the parties AL;XK\n"
         "signatories: RS is not among the parties AL;XK")),
        ("relations", "amends", ("relations: 'amends' is not 'VERB KEY' with one of implements, amends, supplements,"
         " supersedes, extends")),
        ("relations", "amends A;extends B;amends A", "relations: says the same thing twice"),
        ("sources", "A <ftp://b>", "sources: the address <ftp://b> does not begin with http:// or https://"),
        ("implementation", "2016 none: a | 2017-02-30 full: b", ("implementation: date '2017-02-30': there is no day 30"
         " in 2017-02, which has 28 days")),
        ("acts", "AL: 2012", ("acts: 'AL: 2012' is not 'KIND PARTY DATE effect DATE (reference): note [source]'; what"
         " follows the first date may be missing: 'ratification AL 2013-05-03'")),
        ("acts", "ratification RS 2012", ("acts: RS is no party to this agreement, nor a successor (its parties: AL,"
         " XK)")),
        ("acts", "ratificaton AL 2012", ("acts: unknown kind of act: 'ratificaton'; did you mean ratification or"
         " notification or approval-law?")),
        ("acts", "ratification qqqqqqqq 2012", "acts: unknown party: 'qqqqqqqq'"),
        ("acts", "ratification AL 2012 (a) | ratified Albania 2012 (b)", "acts: has the same act twice"),
    ],
)  # fmt: skip
def test_every_rule_that_is_broken_is_told_with_what_would_be_right(field, text, sentence, validator):
    assert problems_of(validator, **{field: text}) == sentence.split("\n")


def test_a_record_cannot_relate_to_itself(validator):
    assert problems_of(validator, key="A-1", relations="amends A-2;extends A-1") == [
        "relations: A-1 cannot relate to itself"
    ]


@pytest.mark.parametrize(
    ("signed", "ended", "sentences"),
    [
        ("2012-03-10", "2012-03-09", ["ended: 2012-03-09 is before it was signed (2012-03-10)"]),
        ("2012-03?", "2012-02~", ["ended: 2012-02~ is before it was signed (2012-03?)"]),
        ("2012", "2011", ["ended: 2011 is before it was signed (2012)"]),
        ("2012-03-10", "2012-03-10", []),
        ("2012-03-10", "2012", []),
        ("2012", "2012-01-01", []),
        ("", "2011", []),
    ],
)
def test_an_end_that_is_surely_before_the_signature_is_a_problem(signed, ended, sentences, validator):
    assert problems_of(validator, signed=signed, ended=ended) == sentences


def test_all_problems_of_a_record_are_told_at_once_in_the_order_of_the_fields(validator):
    row = {"key": "a b", "form": "pact", "types": "qqqqqqqq", "parties": "AL", "signed": "x", "sources": "<x>"}
    _, problems = validator.validate({**row, "acts": "x"})
    fields = ["key", "title", "form", "types", "parties", "signed", "sources", "confidence", "acts"]
    assert [problem.field for problem in problems] == fields
    assert [problem.value for problem in problems] == ["a b", "", "pact", "qqqqqqqq", "AL", "x", "<x>", "", "x"]


def test_all_contradictions_of_a_record_are_told_at_once(validator):
    cells = {"key": "A-1", "relations": "amends A-1;amends A-1", "signatories": "RS: M", "signed": "2012"}
    cells |= {"ended": "2010", "acts": "ratification ME 2012"}
    _, problems = validator.validate({**PLAIN, **cells})
    assert [(problem.field, problem.value) for problem in problems] == [
        ("signatories", "RS"), ("relations", "A-1"), ("relations", ""), ("ended", "2010"), ("acts", "ME"),
    ]  # fmt: skip
    assert str(FieldProblem("ended", "is wrong", "2010")) == "ended: is wrong"


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        ("parties", "Kosova*; Albania ;", "AL;XK"),
        ("types", "MLA;izručenje;mutual legal assistance", "mla;extradition"),
        ("form", "Exchange of Notes", "exchange-of-notes"),
        ("form", " MoU ", "mou"),
        ("status", "In Force", "in-force"),
        ("level", "", "unknown"),
        ("confidence", "HIGH", "high"),
        ("title", "  one\r\ntwo\rthree ", "one\ntwo\nthree"),
        ("key", "HR_YU.SFRY-1961-1", "HR_YU.SFRY-1961-1"),
        ("relations", " amends A-1 ; extends  B-2 ;", "amends A-1;extends B-2"),
        ("status", "Suspended", "suspended"),
        ("acts", "ratified Albania 2011: x | law ALL 2010", "ratification AL 2011: x | approval-law all 2010"),
        (
            "acts",
            "entry-into-force all 2199 | denunciation AL 2012 effect 2199",
            "entry-into-force all 2199 | denunciation AL 2012 effect 2199",
        ),
        ("languages", "Albanian, srpski and EN prevails", "sq;sr;en, en prevails"),
        ("binding", "Yes", "yes"),
        ("binding", "unknown", ""),
        ("entry_clause", " On signature.\r\nFor both. ", "On signature.\nFor both."),
    ],
)
def test_what_people_write_is_kept_in_the_notation(field, text, kept, validator):
    agreement, problems = validator.validate({**PLAIN, field: text})
    assert problems == []
    assert to_cells(agreement)[field] == kept


def test_dates_are_read_as_people_write_them(validator):
    assert validator.read_field("signed", "28.11.2012. godine") == PartialDate(2012, 11, 28)
    assert validator.read_field("signed", "") is None
    assert "could be 2012-03-04 or 2012-04-03" in problems_of(validator, signed="03/04/2012")[0]


@pytest.mark.parametrize("kind", ["initialling", "signature", "ratification", "reservation"])
def test_what_a_party_did_is_never_in_the_future(kind, validator):
    (problem,) = problems_of(validator, acts=f"{kind} AL 2199")
    assert problem.startswith("acts: The date of the act is in the future: 2199")


@pytest.mark.parametrize("kind", ["entry-into-force", "expiry", "prolongation", "suspension"])
def test_what_follows_from_it_may_be_foreseen(kind, validator):
    assert problems_of(validator, acts=f"{kind} AL 2199") == []


@pytest.mark.parametrize(
    ("parties", "act"),
    [
        ("AL;YU-SFRY", "succession HR 1991"),
        # A party that inherits nothing may have agreed to continue.
        ("AL;YU-SFRY", "continuation XK 2012"),
        ("AL;CS", "denunciation ME 2012"),
    ],
)
def test_a_party_that_came_after_a_party_may_act(parties, act, validator):
    assert problems_of(validator, parties=parties, acts=act) == []


def test_a_kind_of_acts_that_a_user_added_is_a_kind(_templates) -> None:  # noqa: PT019  (its value is used)
    own = ActBook({"consultation": "Consultation of parliament"})
    with connection.open_for_reading(_templates["empty"]) as register:
        validator = AgreementValidator(party_book(register), type_book(register), acts=own)
    (act,) = validator.read_field("acts", "consultation AL 2012")
    assert (act.kind, act.party) == ("consultation", "AL")


ROWS = st.sampled_from(seed_rows())


@given(row=ROWS, others=st.lists(st.tuples(st.sampled_from(ALL_FIELDS), ROWS), max_size=6))
def test_what_passed_the_gate_passes_it_again_unchanged(row, others, validator):
    mixed = {**row, **{field: other.get(field, "") for field, other in others}}
    first, _ = validator.validate(mixed)
    if first is not None:
        again, problems = validator.validate(to_cells(first))
        assert problems == []
        assert again == first
        assert to_cells(again) == to_cells(first)


@given(cells=st.dictionaries(st.sampled_from(ALL_FIELDS), st.text(), max_size=8))
def test_no_text_of_any_field_makes_the_gate_raise(cells, validator):
    agreement, problems = validator.validate({**PLAIN, **cells})
    assert (agreement is None) == bool(problems)
    assert all(problem.field in ALL_FIELDS and problem.reason for problem in problems)
    if agreement is not None:
        assert validator.validate(to_cells(agreement)) == (agreement, [])


def test_a_word_of_another_language_is_asked_for_only_where_ours_do_not_do(_templates) -> None:  # noqa: PT019  (its value is used)
    looked_up = []

    def term(field: str, text: str) -> str:
        looked_up.append((field, text))
        return {"ugovor": "treaty", "na snazi": "in-force"}.get(text, "")

    with connection.open_for_reading(_templates["empty"]) as register:
        validator = AgreementValidator(party_book(register), type_book(register), term)
    agreement, _ = validator.validate({**PLAIN, "form": "Treaty", "status": "na snazi"})
    assert (agreement.form, agreement.status, looked_up) == ("treaty", "in-force", [("status", "na snazi")])
    assert validator.read_field("form", "ugovor") == "treaty"
    assert problems_of(validator, form="pakt") == [f"form: 'pakt' is none of {', '.join(Form)}"]


def test_entries_of_parties_are_told_apart_by_any_of_their_names(validator) -> None:
    read = validator.read_field("signatories", "Shqipëria: A;Republic of Kosovo: B; C: d")
    assert [(one.party, one.institution) for one in read] == [("AL", "A"), ("XK", "B; C: d")]
