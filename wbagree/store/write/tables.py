"""The tables, as SQLModel declares them.

Only writing, upkeep and the migrations use them. A partial date is stored as text, with the earliest and the latest day
that it can mean in two more columns: the text is the fact, the two days are for filters. Lists keep their order in
``position``.
"""

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

# The columns that summaries use: they read the index of these, and not the rows with titles and notes.
_COUNTED = (
    "parties", "types", "form", "level", "signed", "signed_earliest", "signed_latest", "in_force", "in_force_earliest",
    "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "status_on_earliest",
    "status_on_latest", "act_roles", "confidence", "disclosure",
)  # fmt: skip


class PartyRow(SQLModel, table=True):
    """A party; its kind is one of PartyKind."""

    __tablename__ = "party"
    code: str = Field(primary_key=True)
    alpha3: str = ""
    name: str
    kind: str
    since: str = ""
    until: str = ""
    note: str = ""


class PartyNameRow(SQLModel, table=True):
    """A further name of a party."""

    __tablename__ = "party_name"
    party_code: str = Field(primary_key=True, foreign_key="party.code", ondelete="CASCADE")
    name: str = Field(primary_key=True)
    language: str = ""
    since: str = ""
    until: str = ""


class SuccessionRow(SQLModel, table=True):
    """A party's succession to another, certain from ``since_latest`` on.

    ``nature`` is one of SuccessionNature or empty.
    """

    __tablename__ = "succession"
    predecessor: str = Field(primary_key=True, foreign_key="party.code", ondelete="CASCADE")
    successor: str = Field(primary_key=True, foreign_key="party.code", ondelete="CASCADE")
    since: str
    since_latest: str
    note: str = ""
    nature: str = Field(default="", sa_column_kwargs={"server_default": ""})
    territory: str = Field(default="", sa_column_kwargs={"server_default": ""})


class PartyGroupRow(SQLModel, table=True):
    """A named group of parties, such as wb6."""

    __tablename__ = "party_group"
    code: str = Field(primary_key=True)
    label: str


class PartyGroupMemberRow(SQLModel, table=True):
    """A party belongs to a named group."""

    __tablename__ = "party_group_member"
    group_code: str = Field(primary_key=True, foreign_key="party_group.code", ondelete="CASCADE")
    party_code: str = Field(primary_key=True, foreign_key="party.code", ondelete="CASCADE")


class TypeGroupRow(SQLModel, table=True):
    """A group of types, for tables that must fit a page."""

    __tablename__ = "type_group"
    code: str = Field(primary_key=True)
    label: str
    position: int


class TypeRow(SQLModel, table=True):
    """A type of agreements."""

    __tablename__ = "type"
    code: str = Field(primary_key=True)
    group_code: str = Field(foreign_key="type_group.code")
    label: str
    position: int


class TypeAliasRow(SQLModel, table=True):
    """Another name, in any language, that people use for a type."""

    __tablename__ = "type_alias"
    type_code: str = Field(primary_key=True, foreign_key="type.code", ondelete="CASCADE")
    alias: str = Field(primary_key=True)
    position: int


class IssuedKeyRow(SQLModel, table=True):
    """A key that was ever given, so that none is given twice.

    ``deleted_on`` is the day of its agreement's deletion.
    """

    __tablename__ = "issued_key"
    key: str = Field(primary_key=True)
    deleted_on: str | None = None


class AgreementRow(SQLModel, table=True):
    """An agreement; the tables below have its lists.

    ``parties`` and ``types`` repeat two lists in the notation of the interchange format, because most commands show
    them.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        Index("ix_agreement_counted", *_COUNTED),
        Index("ix_agreement_signed", "signed_earliest", "signed_latest"),
        Index("ix_agreement_restricted", "key", sqlite_where=text("disclosure <> ''")),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(foreign_key="issued_key.key", unique=True)
    title: str
    title_original: str = ""
    form: str
    level: str
    signed: str | None = None
    signed_earliest: str | None = None
    signed_latest: str | None = None
    place: str = ""
    in_force: str | None = None
    in_force_earliest: str | None = None
    in_force_latest: str | None = None
    ended: str | None = None
    ended_earliest: str | None = None
    ended_latest: str | None = None
    asserted_status: str | None = None
    confidence: str
    notes: str = ""
    # Its renewal, in the notation of domain.agreements.renewal; empty if unknown.
    renewal: str = Field(default="", sa_column_kwargs={"server_default": ""})
    # Empty, or restricted.
    disclosure: str = Field(default="", sa_column_kwargs={"server_default": ""})
    parties: str = Field(default="", sa_column_kwargs={"server_default": ""})
    types: str = Field(default="", sa_column_kwargs={"server_default": ""})
    status_on: str | None = None
    status_on_earliest: str | None = None
    status_on_latest: str | None = None
    # In the notation of domain.agreements.languages; empty if unknown, as are the others below.
    languages: str = Field(default="", sa_column_kwargs={"server_default": ""})
    entry_clause: str = Field(default="", sa_column_kwargs={"server_default": ""})
    termination_clause: str = Field(default="", sa_column_kwargs={"server_default": ""})
    depositary: str = Field(default="", sa_column_kwargs={"server_default": ""})
    archive_number: str = Field(default="", sa_column_kwargs={"server_default": ""})
    registration: str = Field(default="", sa_column_kwargs={"server_default": ""})
    responsible: str = Field(default="", sa_column_kwargs={"server_default": ""})
    # Empty, yes or no.
    binding: str = Field(default="", sa_column_kwargs={"server_default": ""})
    # The roles of its acts that the status needs, with blanks around each, and "party" if it has rows in party_life.
    act_roles: str = Field(default="", sa_column_kwargs={"server_default": ""})
    # The dates that follow from its acts where none is stated; their days are in the columns above.
    derived_signed: str = Field(default="", sa_column_kwargs={"server_default": ""})
    derived_in_force: str = Field(default="", sa_column_kwargs={"server_default": ""})
    derived_ended: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ParticipationRow(SQLModel, table=True):
    """A party of an agreement."""

    __tablename__ = "participation"
    __table_args__ = (Index("ix_participation_party", "party_code", "agreement_id"),)
    agreement_id: int = Field(primary_key=True, foreign_key="agreement.id", ondelete="CASCADE")
    party_code: str = Field(primary_key=True, foreign_key="party.code")


class ActKindRow(SQLModel, table=True):
    """A user's own kind of acts; ``domain.acts.kinds`` has the others."""

    __tablename__ = "act_kind"
    code: str = Field(primary_key=True)
    label: str


class ActRow(SQLModel, table=True):
    """An act of a party, or of all if ``party_code`` is empty.

    ``role`` is that of its kind; ``earliest`` and ``latest`` are the days from which it may count.
    """

    __tablename__ = "act"
    agreement_id: int = Field(primary_key=True, foreign_key="agreement.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    kind: str
    role: str
    party_code: str
    on_date: str
    effect: str
    earliest: str
    latest: str
    reference: str
    source: str
    note: str


class PartyLifeRow(SQLModel, table=True):
    """The dates of one party's acts for its pairs.

    The agreement's own dates do not tell them: it is a party of an agreement of more than two, or a successor of a
    party. An end without a last day is open.
    """

    __tablename__ = "party_life"
    agreement_id: int = Field(primary_key=True, foreign_key="agreement.id", ondelete="CASCADE")
    party_code: str = Field(primary_key=True)
    in_force_earliest: str | None = None
    in_force_latest: str | None = None
    ended_earliest: str | None = None
    ended_latest: str | None = None
    continued_earliest: str | None = None
    continued_latest: str | None = None


class SignatoryRow(SQLModel, table=True):
    """The institution, person and position that signed for a participating party."""

    __tablename__ = "signatory"
    agreement_id: int = Field(primary_key=True, foreign_key="agreement.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    party_code: str = Field(foreign_key="party.code")
    institution: str
    person: str = ""
    person_position: str = ""


class AgreementTypeRow(SQLModel, table=True):
    """A type of an agreement; position 0 is the main one."""

    __tablename__ = "agreement_type"
    __table_args__ = (Index("ix_agreement_type_type", "type_code", "agreement_id"),)
    agreement_id: int = Field(primary_key=True, foreign_key="agreement.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    type_code: str = Field(foreign_key="type.code")


class ReferenceRow(SQLModel, table=True):
    """An official reference, as cited: gazette, law, treaty-series number."""

    __tablename__ = "reference"
    agreement_id: int = Field(primary_key=True, foreign_key="agreement.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    text: str = Field(index=True)


class SourceRow(SQLModel, table=True):
    """A source of the facts of an agreement."""

    __tablename__ = "source"
    agreement_id: int = Field(primary_key=True, foreign_key="agreement.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    citation: str
    url: str = ""


class RelationRow(SQLModel, table=True):
    """A relation to the agreement ``target_key``, which may be missing here."""

    __tablename__ = "relation"
    agreement_id: int = Field(primary_key=True, foreign_key="agreement.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    verb: str
    target_key: str = Field(index=True)


class AssessmentRow(SQLModel, table=True):
    """An assessment of implementation; ``on_latest`` orders them in time."""

    __tablename__ = "assessment"
    agreement_id: int = Field(primary_key=True, foreign_key="agreement.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    on_date: str
    on_latest: str
    score: str
    note: str = ""
    source: str = ""
    party_code: str = Field(default="", sa_column_kwargs={"server_default": ""})
    assessor: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ChangeSetRow(SQLModel, table=True):
    """The change set of a command, with time (UTC) and person.

    ``undoes`` is the change set that it undid.
    """

    __tablename__ = "change_set"
    id: int | None = Field(default=None, primary_key=True)
    at: str
    by: str
    command: str
    undoes: int | None = Field(default=None, foreign_key="change_set.id")


class ChangeRow(SQLModel, table=True):
    """A change of the entity with a subject and key.

    ``subject`` is agreement, contact ...; ``kind`` is add, edit or delete. ``fields`` is JSON: field to its cell before
    and after; it is empty for an added entity.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_deleted", "key", sqlite_where=text("kind = 'delete'")),)
    change_set_id: int = Field(primary_key=True, foreign_key="change_set.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    subject: str
    key: str = Field(index=True)
    kind: str
    fields: str


class BatchRow(SQLModel, table=True):
    """The import of a file, with the number of rows by outcome."""

    __tablename__ = "batch"
    change_set_id: int = Field(primary_key=True, foreign_key="change_set.id", ondelete="CASCADE")
    file: str
    checksum: str
    mapping: str
    rows_read: int
    new: int
    updated: int
    unchanged: int
    left_alone: int
    refused: int


class OriginRow(SQLModel, table=True):
    """The imported row that an agreement came from.

    Its digest identifies the row if it is imported again.
    """

    __tablename__ = "origin"
    change_set_id: int = Field(primary_key=True, foreign_key="change_set.id", ondelete="CASCADE")
    line: int = Field(primary_key=True)
    key: str = Field(foreign_key="issued_key.key", index=True)
    digest: str = Field(index=True)


class DistinctPairRow(SQLModel, table=True):
    """Two similar agreements that a user stated to be different.

    ``one`` is before ``other``.
    """

    __tablename__ = "distinct_pair"
    one: str = Field(primary_key=True, foreign_key="issued_key.key")
    other: str = Field(primary_key=True, foreign_key="issued_key.key")


class FrameworkRow(SQLModel, table=True):
    """A framework."""

    __tablename__ = "framework"
    key: str = Field(primary_key=True)
    name: str
    short_name: str
    kind: str
    established: str
    ended: str
    succeeded_by: str
    seat: str
    website: str
    sources: str
    notes: str


class FrameworkTypeRow(SQLModel, table=True):
    """A type of a framework."""

    __tablename__ = "framework_type"
    framework_key: str = Field(primary_key=True, foreign_key="framework.key", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    type_code: str = Field(foreign_key="type.code")


class FrameworkMemberRow(SQLModel, table=True):
    """A membership; a party that left and came back has two."""

    __tablename__ = "framework_member"
    framework_key: str = Field(primary_key=True, foreign_key="framework.key", ondelete="CASCADE")
    party_code: str = Field(primary_key=True, foreign_key="party.code")
    position: int = Field(primary_key=True)
    joined: str
    left: str
    standing: str
    note: str
    source_url: str


class FrameworkActRow(SQLModel, table=True):
    """An act of a party of a framework.

    ``party_code`` is empty for all.
    """

    __tablename__ = "framework_act"
    framework_key: str = Field(primary_key=True, foreign_key="framework.key", ondelete="CASCADE")
    party_code: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    on_date: str = Field(primary_key=True)
    effect: str
    reference: str
    source: str
    note: str


class ContactRow(SQLModel, table=True):
    """A contact point; its cells are those of domain.contacts."""

    __tablename__ = "contact"
    key: str = Field(primary_key=True)
    party: str
    institution: str
    unit: str
    person: str
    position: str
    types: str
    agreements: str
    frameworks: str
    channel: str
    phone: str
    email: str
    languages: str
    valid_from: str
    valid_to: str
    verified: str
    source: str
    notes: str


class TallyRow(SQLModel, table=True):
    """A count by others; its cells are those of domain.tallies."""

    __tablename__ = "tally"
    key: str = Field(primary_key=True)
    about: str
    parties: str
    total: str
    full: str
    partial: str
    none: str
    unknown: str
    by: str
    on: str
    source: str
    notes: str


class AcceptedFindingRow(SQLModel, table=True):
    """An accepted finding of check; its cells are those of domain.agreements.accepted_findings."""

    __tablename__ = "accepted_finding"
    key: str = Field(primary_key=True)
    sentences: str
    on: str
    by: str
    note: str


class SavedQuestionRow(SQLModel, table=True):
    """A question under a name; its cells are those of domain.saved_questions."""

    __tablename__ = "saved_question"
    key: str = Field(primary_key=True)
    question: str
    saved: str


class IdentityRow(SQLModel, table=True):
    """The id of an entity, given once with its key.

    It is kept after a deletion. ``subject`` is agreement, contact, tally, framework or membership.
    """

    __tablename__ = "identity"
    subject: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    uid: str = Field(unique=True)


class AliasRow(SQLModel, table=True):
    """Another id or key of an agreement, in another register or list.

    ``kind`` is id or key; ``origin`` is the file that had it first.
    """

    __tablename__ = "alias"
    kind: str = Field(primary_key=True)
    text: str = Field(primary_key=True)
    uid: str = Field(primary_key=True)
    origin: str


class BundledRow(SQLModel, table=True):
    """The digest of an entity in a bundled register that was loaded."""

    __tablename__ = "bundled"
    subject: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
