"""The mapping of a foreign list's columns to fields of an agreement."""

from collections.abc import Mapping as Items
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from wbagree.domain.acts.kinds import KINDS
from wbagree.domain.agreements.fields import ALL_NAMES, FIELDS, ID, IDENTITY_NAMES, STANDARD_NAMES
from wbagree.domain.dates.date_parser import DateOrder
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.domain.text.folding import fold_name, without_invisible
from wbagree.domain.text.suggestions import similar_texts
from wbagree.errors import NotFound, UsageProblem

# The targets of columns besides the fields of an agreement: parts of fields, and a running number, which is dropped.
PARTIAL_TARGETS = {
    "partner": "the other party of a list that leaves out its own (--home)",
    "party_a": "one party of two",
    "party_b": "the other party of two",
    "signed_place": "date and place of signature in one cell",
    "signed_year": "year of signature",
    "signed_month": "month of signature",
    "signed_day": "day of signature",
    "home_signatory": "who signed for --home",
    "partner_signatory": "who signed for the other party",
    "ratified": "when --home ratified",
    "party_dates": "what each party did, as earlier exports write it: AL: ratified DATE, in force DATE",
    "url": "address of a source",
    "restricted": "whether it is restricted: yes or no, or a word for it",
    "public": "whether it is public: yes or no, or a word for it",
    "number": "a running number, which is not kept",
}
# The kinds of acts, for a column with their dates; registration is a field.
ACT_TARGETS = tuple(kind for kind in KINDS if kind not in ALL_NAMES)
# The kinds of acts in a date column of a party.
ACT_OF = {
    "signed": "signature",
    "in_force": "entry-into-force",
    "ended": "denunciation",
    "ratified": "ratification",
}
# The columns of a list with a row for each act; how a party consented, with a date elsewhere; and a text about it.
LISTED_ACT_TARGETS = ("act", "act_date", "act_effect")
CONSENT = "consent"
PARTY_NOTE = "party_note"
# A column of one party: whether it is one, or its acts.
MEMBER = "member"
_OF_ROWS = (*LISTED_ACT_TARGETS, CONSENT, PARTY_NOTE, MEMBER)
TARGETS = (*ALL_NAMES, *PARTIAL_TARGETS, *_OF_ROWS, *ACT_TARGETS)
# These are no names that a header is recognised by: "signature" is the date of an agreement in most lists.
_UNNAMED = frozenset((*_OF_ROWS, *ACT_TARGETS))
_PART_OF = {
    **dict.fromkeys(("partner", "party_a", "party_b"), ("parties",)),
    **dict.fromkeys(("signed_year", "signed_month", "signed_day"), ("signed",)),
    **dict.fromkeys(("home_signatory", "partner_signatory"), ("signatories",)),
    "signed_place": ("signed", "place"),
    **dict.fromkeys(("ratified", CONSENT, "party_dates", *LISTED_ACT_TARGETS, *ACT_TARGETS), ("acts",)),
    PARTY_NOTE: ("notes",),
    MEMBER: ("parties", "acts"),
    "url": ("sources",),
    **dict.fromkeys(("restricted", "public"), ("disclosure",)),
    "number": (),
}
# These targets add to a stored field; the others replace it.
ADDING_TARGETS = (
    *("home_signatory", "partner_signatory", "ratified", CONSENT, "party_dates", "url"),
    "signed_year",
    "signed_month",
    "signed_day",
    *LISTED_ACT_TARGETS,
    PARTY_NOTE,
    *ACT_TARGETS,
)
TITLE_TARGETS = ("title", "title_original")
PARTY_TARGETS = ("parties", "party_a", "party_b", "partner")
# Columns of our own JSON and workbooks that are computed: an import leaves them out.
COMPUTED_NAMES = (
    *("computed_status", "status_reason", "inherited_from", "score", "related_from", "came_from", "between"),
    *("derived_signed", "derived_in_force", "derived_ended"),
)
# A list with these columns has our own layout: its cells are not interpreted.
OWN_LAYOUT = ("title", "form", "types", "parties", "confidence")
HEADER_SEARCH_ROWS = 40
# The column that we add to a file of refused rows.
PROBLEM_COLUMN = "problem"


@dataclass(frozen=True, slots=True)
class Mapping:
    """The user's options for a list; other columns are recognised.

    ``columns``: header to target ('' leaves the column out); ``constants``: field to text for every row; ``parties``: a
    name in the list to a code ('' leaves it out of the parties); ``home``: the party that made the list; ``fill_down``:
    headers of columns in which a text also applies to the empty cells below it; ``values``: a cell, or a target with a
    colon and a cell, to the text that is read instead; ``group_by``: headers of columns in which the rows of one
    agreement are alike, empty for rows that are agreements each, None for what the list shows.
    """

    columns: Items[str, str] = field(default_factory=dict)
    constants: Items[str, str] = field(default_factory=dict)
    parties: Items[str, str] = field(default_factory=dict)
    home: str = ""
    date_order: DateOrder | None = None
    keep_unmapped: bool = False
    fill_down: tuple[str, ...] = ()
    values: Items[str, str] = field(default_factory=dict)
    group_by: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        for target in self.columns.values():
            if target and target not in TARGETS and not all(_act_and_party(target)):
                raise NotFound("field", target, _similar_targets(target), f"the fields are: {', '.join(TARGETS)}")
        for name in self.constants:
            if name not in ALL_NAMES or name == "key":
                raise NotFound("field", name, _similar_targets(name), f"--set takes: {', '.join(STANDARD_NAMES[1:])}")


def _act_and_party(target: str) -> tuple[str, str]:
    """Return the kind and the party of ``ratification AL``, or ('', '')."""
    kind, _, party = target.partition(" ")
    return (kind, party.strip()) if kind in ACT_TARGETS else ("", "")


def _similar_targets(name: str) -> list[str]:
    return similar_texts(name, TARGETS)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its header and target.

    ``target`` is '' for none. ``origin`` is how the target was found: mapped, recognised ... ``date_order`` is that of
    its dates as far as they show it; ``mixed`` are a date with the day first and one with the month first, where it
    has both. ``party``: whose acts it has, a code, a name or the target of a column; '' for the party of the row.
    ``has_codes``: its cells are codes of ISO 3166, and no abbreviations.
    """

    header: str
    target: str
    origin: str
    date_order: DateOrder | None = None
    mixed: tuple[str, str] | None = None
    party: str = ""
    has_codes: bool = False


def fields_of_target(target: str) -> tuple[str, ...]:
    """Return the fields that columns with a target fill or add to."""
    return _PART_OF.get(target, (target,) if target else ())


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a list.

    ``is_own``: they are those of the interchange format. ``is_partly_own``: they are some of these, with the key, and
    no column has to be interpreted except one about disclosure. ``is_grouped``: several rows are one agreement.
    """

    columns: tuple[Column, ...]
    is_own: bool
    is_partly_own: bool = False
    is_grouped: bool = False

    @property
    def unmapped(self) -> list[str]:
        """The headers of columns without a target.

        Columns that are left out on purpose, or group the rows, are not among them.
        """
        return [column.header for column in self.columns if not column.target and column.origin not in _USED]

    @property
    def rivals(self) -> list[tuple[str, str, str]]:
        """The fields of which several columns were recognised.

        Each with the header that is read, and one that is not.
        """
        read = {column.target: column.header for column in self.columns}
        second = [column for column in self.columns if column.origin.startswith(SECOND)]
        pairs = [(column.origin.removeprefix(SECOND), column.header) for column in second]
        return [(target, read[target], header) for target, header in pairs]

    def can_add(self, constants: Items[str, str]) -> bool:
        """Return whether rows have the fields that a new agreement needs.

        These are a title and parties, from columns or from ``constants``.
        """
        stated = {*constants, *(column.target for column in self.columns)}
        return not stated.isdisjoint(TITLE_TARGETS) and self.names_parties(constants)

    def names_parties(self, constants: Items[str, str]) -> bool:
        """Return whether a column, or a constant, names parties.

        A column with the acts of one party names that party.
        """
        stated = {*constants, *(column.target for column in self.columns)}
        return not stated.isdisjoint(PARTY_TARGETS) or any(column.party for column in self.columns)


# The origin of a column that groups the rows, and of one that has a value for each party of an agreement.
GROUPING = "groups the rows"
EACH_PARTYS = "recognised, each party's"
_USED = ("left out", GROUPING)


def find_header(rows: Sequence[Sequence[str]], mapping: Mapping, vocabulary: Vocabulary) -> int:
    """Return the index of the header in the rows of a list.

    Only the first rows are searched; titles and remarks may be above it. It is the row that names the most different
    fields; if there is none, the first of the rows with the most filled cells.
    """
    mapped = {fold_name(header) for header in mapping.columns}
    best, known = 0, 0
    for place, cells in enumerate(rows[:HEADER_SEARCH_ROWS]):
        named = {name if (name := fold_name(cell)) in mapped else _recognised(cell, vocabulary) for cell in cells}
        number = len(named - {""})
        if number > known:
            best, known = place, number
    if known:
        return best
    filled = [sum(1 for cell in cells if cell.strip()) for cells in rows[:HEADER_SEARCH_ROWS]]
    return filled.index(max(filled)) if filled else 0


def join_header_rows(
    header: Sequence[str], below: Sequence[str], mapping: Mapping, vocabulary: Vocabulary
) -> tuple[str, ...] | None:
    """Return the header that two rows make together, or None.

    ``Datum`` over ``potpisivanja`` and ``stupanja na snagu``, or ``Inkrafttreten`` over ``Datum`` and ``Fundstelle``: a
    text above several columns belongs to each of them. The rows are one header if more columns are recognised by both
    together than by either; otherwise None.
    """
    if any(fold_name(name) in {fold_name(cell) for cell in (*header, *below)} for name in mapping.columns):
        return None  # the user mapped a header of one row
    joined, above = [], ""
    for place in range(max(len(header), len(below))):
        top = header[place].strip() if place < len(header) else ""
        sub = below[place].strip() if place < len(below) else ""
        above = top or above
        joined.append(top if not sub or sub == top else _joined_name(above, sub, vocabulary))

    def known(names: Sequence[str]) -> int:
        return sum(1 for name in names if _recognised(name, vocabulary))

    return tuple(joined) if known(joined) > max(known(header), known(below)) else None


def _joined_name(above: str, sub: str, vocabulary: Vocabulary) -> str:
    """Return the name of a column with a header in two rows.

    Both together if that is recognised, else the lower one if that is; otherwise both.
    """
    both = f"{above} {sub}".strip()
    if _recognised(both, vocabulary):
        return both
    own = _recognised(sub, vocabulary)
    # "Date" under "entry into force" is the date of that, and not of signature.
    if own == "signed" and _recognised(above, vocabulary) in _DATED:
        return above
    return sub if own else both


_DATED = ("signed", "in_force", "ended", "ratified")


def recognise_layout(header: Sequence[str], mapping: Mapping, vocabulary: Vocabulary) -> Layout:
    """Return the layout of a list: the target of each column of ``header``.

    UsageProblem when the mapping names a column that the list lacks.
    """
    names = [without_invisible(name).strip() for name in header]
    mapped = {fold_name(name): target for name, target in mapping.columns.items()}
    missing = mapped.keys() - {fold_name(header_or_number(name, place)) for place, name in enumerate(names, 1)}
    if missing:
        absent = next(name for name in mapping.columns if fold_name(name) in missing)
        raise UsageProblem(
            f"the mapping names a column {absent!r}, which is not there",
            f"the columns are: {', '.join(filter(None, names))}",
        )
    own = not mapped and set(OWN_LAYOUT) <= set(map(_own_name, names))
    partly = not own and not (mapped or mapping.home or mapping.parties) and _is_partly_own(names, vocabulary)
    # Other people's lists have a column "id" too, but none with a version.
    exported = own or partly or set(IDENTITY_NAMES) <= set(map(_own_name, names))
    columns = tuple(
        _column(name, place, mapped, vocabulary, own=own or partly, exported=exported)
        for place, name in enumerate(names, 1)
    )
    return Layout(_without_repeated_targets(_with_partner(columns)), own, partly)


def _is_partly_own(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Return whether all recognised columns have our own names, with a key.

    A column about disclosure may have another name.
    """
    other = (*COMPUTED_NAMES, *IDENTITY_NAMES)
    known = [name for name in names if name and (_own_name(name) in other or _recognised(name, vocabulary))]
    return "key" in map(_own_name, known) and all(
        _own_name(name) in other or _exact_target(name) or _discloses(name, vocabulary) for name in known
    )


def _with_partner(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns with ``party_b`` as the home party's partner.

    Only if there is no column for the first party.
    """
    targets = {column.target for column in columns}
    if "party_b" in targets and not targets & {"party_a", "partner", "parties"}:
        return tuple(replace(c, target="partner") if c.target == "party_b" else c for c in columns)
    return tuple(columns)


def header_or_number(header: str, number: int) -> str:
    """Return the name of a column: its header, or ``column 5`` without one."""
    return header or f"column {number}"


def _column(
    name: str, place: int, mapped: Items[str, str], vocabulary: Vocabulary, *, own: bool, exported: bool
) -> Column:
    shown = header_or_number(name, place)
    folded = fold_name(shown)
    if folded in mapped:
        target, party = _act_and_party(mapped[folded])
        target = target if party else mapped[folded]
        return Column(shown, target, "mapped" if target else "left out", party=party)
    if name == PROBLEM_COLUMN:
        return Column(shown, "", "left out")
    if own and _own_name(name) in COMPUTED_NAMES:
        return Column(shown, "", "left out")
    if exported and _own_name(name) in IDENTITY_NAMES:
        return Column(shown, _own_name(name), "recognised")
    # A header about disclosure is recognised in every layout, and in any short name: otherwise rows would become
    # public.
    target = (_exact_target(name) if own else _recognised(name, vocabulary)) or _discloses(name, vocabulary)
    return Column(shown, target, "recognised" if target else "not recognised")


def workbook_heading(name: str) -> str:
    """Return the workbook heading of a column of our own layout.

    ``recognise_layout`` recognises it.
    """
    return _WORKBOOK_HEADINGS.get(name) or name.replace("_", " ").capitalize()


_WORKBOOK_HEADINGS = {
    "score": "Latest score",
    ID: "ID",
    **{f.name: f.workbook_heading for f in FIELDS if f.workbook_heading},
}
_FROM_WORDS = {words.lower(): name for name, words in _WORKBOOK_HEADINGS.items()}


def _own_name(header: str) -> str:
    """Return the name of a column from its header in our layout."""
    name = " ".join(header.lower().split())
    return _FROM_WORDS.get(name, name.replace(" ", "_"))


# Columns of earlier exports, which import for ever.
EARLIER_NAMES = ("party_dates",)


def _exact_target(name: str) -> str:
    return own if (own := _own_name(name)) in ALL_NAMES or own in EARLIER_NAMES else ""


@lru_cache(maxsize=1024)  # a wide list has thousands of empty headers, each looked at by several rules
def _recognised(header: str, vocabulary: Vocabulary) -> str:
    name = "_".join(without_invisible(header).lower().split())
    if name in TARGETS and name not in _UNNAMED:
        return name
    return vocabulary.field_of(header) or _of_party_object(header, vocabulary)


def names_parties(name: str, vocabulary: Vocabulary) -> bool:
    """Return whether a list of this name in JSON has parties."""
    return _names_several(name, vocabulary) or name in PARTY_TARGETS or vocabulary.field_of(name) in PARTY_TARGETS


def _names_several(name: str, vocabulary: Vocabulary) -> bool:
    return name.lower() in ("parties", "members") or vocabulary.field_of(name) == "parties"


def _of_party_object(header: str, vocabulary: Vocabulary) -> str:
    """Return the target of a name in a party's object, or ''.

    As in ``parties.country``, ``parties.ratified`` and ``parties.actions.date``.
    """
    outer, *between = header.split(".")
    if not between or not names_parties(outer, vocabulary):
        return ""
    inner = between.pop()
    if between and between[-1].lower() in _ACTING:
        return _IN_ACTS.get(inner.lower(), "")
    target = vocabulary.field_of(inner)
    if target in (*PARTY_TARGETS, "title") or inner.lower() in _NAMING:
        return "parties"
    return ACT_OF.get(target, target) if _names_several(outer, vocabulary) else target


# The names in an object of a party that name it.
_NAMING = frozenset(("name", "code", "iso", "iso2", "iso3", "country", "state", "party", "member"))
# The names of a list of acts in it, and in these.
_ACTING = frozenset(("acts", "actions", "events"))
_IN_ACTS = {
    **dict.fromkeys(("type", "kind", "action", "act", "name"), "act"),
    **dict.fromkeys(("date", "on"), "act_date"),
    **dict.fromkeys(("effect", "effective"), "act_effect"),
}


@lru_cache(maxsize=1024)
def _discloses(header: str, vocabulary: Vocabulary) -> str:
    """Return the disclosure target that a column's name means, or ''.

    Of a nested name such as ``meta.isPublic``, the last part alone may mean it.
    """
    targets = (
        _recognised(name, vocabulary) or vocabulary.field_of_any_word(name)
        for name in (header, header.rpartition(".")[2])
    )
    return next((target for target in targets if "disclosure" in fields_of_target(target)), "")


# Targets that several columns may have; for any other target only the first recognised column is read.
_GATHERED = {
    *(field.name for field in FIELDS if field.several_columns),
    *("partner", "url", "number", "restricted", "public", PARTY_NOTE, MEMBER, *ACT_TARGETS),
}


# A column of forms may be one of types where another column has the forms.
_INSTEAD = {"form": "types"}


def _without_repeated_targets(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns, each single target with one of them.

    It is a column that the user mapped, else the one with the most specific header: the field's own name, then the
    header of most words, then the first.
    """
    taken = {column.target for column in columns}
    best: dict[str, Column] = {}
    for column in columns:
        if column.target not in best or _specificity(column) > _specificity(best[column.target]):
            best[column.target] = column
    settled = []
    for column in columns:
        again = column.target and column.target not in _GATHERED and column.origin == "recognised"
        if not again or column is best[column.target]:
            settled.append(column)
        elif (other := _INSTEAD.get(column.target, "")) and other not in taken:
            taken.add(other)
            settled.append(replace(column, target=other))
        else:
            settled.append(Column(column.header, "", f"{SECOND}{column.target}"))
    return tuple(settled)


# The beginning of the origin of a column whose target another column has.
SECOND = "a second "


def _specificity(column: Column) -> tuple[bool, bool, int]:
    return (
        column.origin != "recognised",
        _own_name(column.header) == column.target,
        len(fold_name(column.header).split()),
    )
