"""The fields of an agreement, one row for each.

To add a field, add a row here, an attribute to ``Agreement``, a column to ``AgreementRow`` and a migration.
"""

from enum import Enum, StrEnum, auto
from typing import NamedTuple

from wbagree.domain.agreements.vocabularies import (
    AssertedStatus,
    Binding,
    Confidence,
    Disclosure,
    Form,
    Level,
    Verb,
)


class ValueKind(Enum):
    """The kinds of values: how a field is read, written and stored."""

    TEXT = auto()
    WORD = auto()  # of a fixed vocabulary
    DATE = auto()  # a PartialDate, or None
    LIST = auto()  # a tuple, in the notation of cell_notation
    RENEWAL = auto()  # a Renewal, or None


class Merge(Enum):
    """The rules for fields when a duplicate is merged into an agreement."""

    KEEP = auto()
    FILL = auto()  # taken when it is empty
    FINER_DATE = auto()  # taken when it is empty, or the same and less precise
    JOIN = auto()  # items are added
    JOIN_LINES = auto()  # lines are added
    WITH_STATUS = auto()  # taken with the status, or of the same status like a finer date
    JOIN_PARTIES = auto()  # items of parties that have none are added
    JOIN_ACTS = auto()  # acts are added, and the same ones completed


class Field(NamedTuple):
    """A field: its names, its texts for people, and its rules.

    ``name``: attribute, JSON key and CSV header. ``legend``: explanation in a workbook. ``help``, ``metavar`` and
    ``item``: help, placeholder and name of its command-line option, which for a list is repeated for each item; a field
    without help has no option. ``heading``: above a column, and ``workbook_heading`` in a workbook; if empty, the name
    in words. ``remark``: above the field in the editor. ``unknown``: the value for unknown. ``extra``: its column is
    written only if an agreement has it. ``searched``: search finds its text. ``several_columns``: several columns of a
    foreign list may add to it. ``column``: its name in the database, if that differs.
    """

    name: str
    kind: ValueKind
    legend: str
    help: str = ""
    metavar: str = "TEXT"
    item: str = ""
    heading: str = ""
    workbook_heading: str = ""
    remark: str = ""
    words: type[StrEnum] | None = None
    unknown: str = ""
    required: bool = False
    extra: bool = False
    searched: bool = False
    several_columns: bool = False
    merge: Merge = Merge.KEEP
    column: str = ""

    @property
    def column_heading(self) -> str:
        """The heading of a column."""
        return self.heading or self.name.capitalize().replace("_", " ")

    @property
    def stored_as(self) -> str:
        """The column of the database."""
        return self.column or self.name


_DATES = (
    "A day is a date; what is known only to the month or year (2012-03, 2012), is inferred (?) or about (~) is text"
)
_PRECISION = "as precise as known: 2012, 2012-03, 2012-03-10, '10 mars 2012'; '?' inferred, '~' about"

FIELDS = (
    Field(
        "key",
        ValueKind.TEXT,
        "The record's label: given once, never changed, never given again",
        searched=True,
    ),
    Field(
        "title",
        ValueKind.TEXT,
        "In English",
        help="English title; descriptive when there is no formal one.",
        required=True,
        searched=True,
    ),
    Field(
        "title_original",
        ValueKind.TEXT,
        "In the original language",
        help="Title in the original language.",
        workbook_heading="Original title",
        heading="Original title",
        searched=True,
        merge=Merge.FILL,
    ),
    Field(
        "form",
        ValueKind.WORD,
        f"What the document is: {', '.join(Form)}",
        help=f"One of {', '.join(Form)}.",
        metavar="FORM",
        remark=", ".join(Form),
        words=Form,
        unknown=Form.OTHER,
        required=True,
        merge=Merge.FILL,
    ),
    Field(
        "types",
        ValueKind.LIST,
        "What it is about, the main type first; the codes are listed below",
        help="What it is about, the main type first; repeat for more.",
        metavar="TYPE",
        item="type",
        remark="the main one first",
        unknown="other",
        required=True,
        several_columns=True,
        merge=Merge.FILL,
    ),
    Field(
        "parties",
        ValueKind.LIST,
        "Who is bound; the codes are listed below",
        help="Who is bound: a code, a name or a pair (AL-XK). Repeat for more.",
        metavar="PARTY",
        item="party",
        required=True,
        several_columns=True,
    ),
    Field(
        "signatories",
        ValueKind.LIST,
        "Who signed for each party: AL: Institution (Person, position) ; XK: Institution",
        help="Who signed for a party; repeat for more.",
        metavar="'AL: INSTITUTION (PERSON, POSITION)'",
        item="signatory",
        remark="PARTY: Institution (Person, position)",
        searched=True,
        several_columns=True,
        merge=Merge.JOIN_PARTIES,
    ),
    Field(
        "level",
        ValueKind.WORD,
        f"The highest rank that signed: {', '.join(Level)}",
        help=f"Highest rank that signed: {', '.join(Level)}.",
        metavar="LEVEL",
        remark=", ".join(Level),
        words=Level,
        unknown=Level.UNKNOWN,
        merge=Merge.FILL,
    ),
    Field(
        "signed",
        ValueKind.DATE,
        f"Date of signature. {_DATES}",
        help=f"Date of signature, {_PRECISION}.",
        metavar="DATE",
        remark="as precise as known: 2012, 2012-03, 2012-03-10; ? inferred, ~ about",
        merge=Merge.FINER_DATE,
    ),
    Field(
        "place",
        ValueKind.TEXT,
        "Of signature",
        help="Place of signature.",
        searched=True,
        merge=Merge.FILL,
    ),
    Field(
        "in_force",
        ValueKind.DATE,
        "Date of entry into force, likewise",
        help="Entry into force.",
        metavar="DATE",
        merge=Merge.FINER_DATE,
    ),
    Field(
        "ended",
        ValueKind.DATE,
        "Date of the end, likewise",
        help="Day it ended.",
        metavar="DATE",
        merge=Merge.FINER_DATE,
    ),
    Field(
        "status",
        ValueKind.WORD,
        f"Only what a source asserts: {', '.join(AssertedStatus)}",
        help=f"Only what a source asserts: {', '.join(AssertedStatus)}.",
        metavar="STATUS",
        heading="Asserted",
        workbook_heading="Asserted status",
        remark=f"only what a source asserts: {', '.join(AssertedStatus)}",
        words=AssertedStatus,
        merge=Merge.FILL,
        column="asserted_status",
    ),
    Field(
        "references",
        ValueKind.LIST,
        "Gazette, law or treaty-series numbers, with ; between them",
        help="Gazette, law or treaty-series number as cited; repeat for more.",
        item="reference",
        searched=True,
        several_columns=True,
        merge=Merge.JOIN,
    ),
    Field(
        "relations",
        ValueKind.LIST,
        f"To other agreements: {', '.join(Verb)}, each with the other's key",
        help="As 'amends AL-XK-2012-1'; repeat for more.",
        metavar="'VERB KEY'",
        item="relation",
        remark="VERB KEY",
        merge=Merge.JOIN,
    ),
    Field(
        "sources",
        ValueKind.LIST,
        "Citation <address>, with | between several; the link leads to the first address",
        help="Source of the facts; repeat for more.",
        metavar="'CITATION <URL>'",
        item="source",
        remark="Citation <URL>",
        searched=True,
        several_columns=True,
        merge=Merge.JOIN,
    ),
    Field(
        "implementation",
        ValueKind.LIST,
        "What was observed: DATE SCORE for PARTY by WHO: what was seen [source]",
        help="What was seen of its application; or use wbagree assess.",
        metavar="'DATE SCORE: NOTE [SOURCE]'",
        item="assessment",
        remark="DATE SCORE for PARTY by WHO: what was seen [source]",
        searched=True,
        merge=Merge.JOIN,
    ),
    Field(
        "confidence",
        ValueKind.WORD,
        f"How well the sources support the agreement: {', '.join(Confidence)}",
        help=f"{', '.join(Confidence)}.",
        metavar="LEVEL",
        remark=", ".join(Confidence),
        words=Confidence,
        required=True,
    ),
    Field(
        "notes",
        ValueKind.TEXT,
        "Notes for the reader",
        help="Notes.",
        searched=True,
        several_columns=True,
        merge=Merge.JOIN_LINES,
    ),
    Field(
        "acts",
        ValueKind.LIST,
        "What a party, or all, did: ratification AL 2012-05-03 effect 2012-06-01 (reference): note [source]",
        help="What a party did; or use wbagree act. Repeat for more.",
        metavar="'KIND PARTY DATE'",
        item="act",
        remark="KIND PARTY DATE effect DATE (reference): note [source]",
        extra=True,
        searched=True,
        merge=Merge.JOIN_ACTS,
    ),
    Field(
        "renewal",
        ValueKind.RENEWAL,
        "How it goes on: tacit every 5 years from 2020-03-10, notice 6 months",
        help="As 'tacit every 5 years from 2020-03-10, notice 6 months'.",
        remark="tacit every 5 years from 2020-03-10, notice 6 months; by agreement on 2027-03-10",
        extra=True,
        merge=Merge.FILL,
    ),
    Field(
        "disclosure",
        ValueKind.WORD,
        "Restricted, or nothing for what may leave the register",
        help="What is restricted leaves the register only when asked for.",
        metavar="public|restricted",
        remark="empty (public), or restricted",
        words=Disclosure,
        extra=True,
        several_columns=True,
        merge=Merge.FILL,
    ),
    Field(
        "status_on",
        ValueKind.DATE,
        "Date at which a source says the asserted status, likewise",
        help="Date at which a source says that status.",
        metavar="DATE",
        heading="Asserted on",
        workbook_heading="Asserted status on",
        remark="the date at which a source says the status",
        extra=True,
        merge=Merge.WITH_STATUS,
    ),
    Field(
        "languages",
        ValueKind.TEXT,
        "Authentic languages by code, and which of them prevails: sq;sr;en, en prevails",
        help="Authentic languages by code or name, as 'sq;sr;en, en prevails'.",
        metavar="LANGUAGES",
        remark="authentic languages: sq;sr;en, or sq;sr;en, en prevails",
        extra=True,
        merge=Merge.FILL,
    ),
    Field(
        "entry_clause",
        ValueKind.TEXT,
        "What the text says of its entry into force",
        help="What the text says of its entry into force.",
        remark="what the text says of its entry into force",
        extra=True,
        searched=True,
        merge=Merge.FILL,
    ),
    Field(
        "termination_clause",
        ValueKind.TEXT,
        "What the text says of its end (a period of notice is in its renewal as well)",
        help="What the text says of its end.",
        remark="what the text says of its end",
        extra=True,
        searched=True,
        merge=Merge.FILL,
    ),
    Field(
        "depositary",
        ValueKind.TEXT,
        "The depositary, or who holds the original",
        help="The depositary, or who holds the original.",
        remark="the depositary, or who holds the original",
        extra=True,
        searched=True,
        merge=Merge.FILL,
    ),
    Field(
        "archive_number",
        ValueKind.TEXT,
        "Number of the original in that archive",
        help="Number of the original in that archive.",
        extra=True,
        searched=True,
        merge=Merge.FILL,
    ),
    Field(
        "registration",
        ValueKind.TEXT,
        "Number of registration with the United Nations or the League of Nations: UN 12345, LNTS 123",
        help="Registration with the United Nations or the League, as 'UN 12345'.",
        remark="UN 12345, or LNTS 123",
        extra=True,
        searched=True,
        merge=Merge.FILL,
    ),
    Field(
        "responsible",
        ValueKind.TEXT,
        "Institution of the home party that is responsible for the agreement",
        help="Responsible institution of the home party.",
        remark="the responsible institution of the home party",
        extra=True,
        searched=True,
        merge=Merge.FILL,
    ),
    Field(
        "binding",
        ValueKind.WORD,
        "Whether a source calls it binding: yes or no, or nothing where none says so",
        help="Whether a source calls it binding; unknown where none says so.",
        metavar="yes|no|unknown",
        remark="yes or no, as a source says; empty (unknown)",
        words=Binding,
        extra=True,
        merge=Merge.FILL,
    ),
)

FIELD_BY_NAME = {field.name: field for field in FIELDS}
ALL_NAMES = tuple(FIELD_BY_NAME)
# The columns of every file.
STANDARD_NAMES = tuple(field.name for field in FIELDS if not field.extra)
# Columns of a file only if an agreement in it has them, so that other files keep their columns.
EXTRA_NAMES = tuple(field.name for field in FIELDS if field.extra)
# Columns of the full layout that are no fields: the id of an agreement, and the version of its content.
ID, VERSION = "id", "version"
IDENTITY_NAMES = (ID, VERSION)
DATE_NAMES = tuple(field.name for field in FIELDS if field.kind is ValueKind.DATE)
