"""Natures of succession, fields of a treaty office, ids, and acts of parties in place of two dates.

Revision ID: 0008
Revises: 0007
"""

import json
import re
import uuid
from datetime import date, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

OF_TEXTS = ("languages", "entry_clause", "termination_clause", "depositary", "archive_number", "registration",
            "responsible", "binding")  # fmt: skip
# The id of what came from a bundle follows from its key there; that of anything else is random.
NAMESPACE = uuid.UUID("4e0900ab-c1c7-54c1-a74a-a265c5270d0f")
IDENTITY = """
CREATE TABLE identity (
    subject VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    PRIMARY KEY (subject, key),
    UNIQUE (uid)
)
"""
ALIAS = """
CREATE TABLE alias (
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    PRIMARY KEY (kind, text, uid)
)
"""
# Of each subject the keys that were ever given. What was deleted may come back, by an undo, under its key.
KEYS = {
    "agreement": "SELECT key FROM issued_key",
    "contact": "SELECT key FROM contact",
    "tally": "SELECT key FROM tally",
    "framework": "SELECT key FROM framework",
    "membership": "SELECT framework_key || '/' || party_code || iif(n = 1, '', '/' || n) FROM (SELECT framework_key,"
    " party_code, row_number() OVER (PARTITION BY framework_key, party_code ORDER BY position) AS n"
    " FROM framework_member)",
}
IN_HISTORY = "SELECT key FROM change WHERE subject = :subject AND kind IN ('add', 'delete')"
# A bundled agreement or framework has a digest. A membership has none of its own: the seed added it.
BUNDLED = "SELECT key FROM bundled WHERE subject = :subject"
SEEDED = """
SELECT h.key FROM change AS h JOIN change_set AS c ON c.id = h.change_set_id
LEFT JOIN batch AS b ON b.change_set_id = c.id
WHERE h.subject = :subject AND h.kind = 'add' AND c.undoes IS NULL
    AND (b.file = 'bundled register' OR c.command = 'seed' OR c.command LIKE 'seed %')
"""
ACT = (
    "kind", "role", "party_code", "on_date", "effect", "earliest", "latest", "reference", "source", "note",
)  # fmt: skip
# What was recorded as ratified may have been any act by which a party is bound.
UNDISTINGUISHED = "kind not distinguished before"
# The columns that summaries use, with those that the status needs since this revision.
COUNTED = (
    "parties", "types", "form", "level", "signed", "signed_earliest", "signed_latest", "in_force", "in_force_earliest",
    "in_force_latest", "ended", "ended_earliest", "ended_latest", "asserted_status", "status_on_earliest",
    "status_on_latest", "act_roles", "confidence", "disclosure",
)  # fmt: skip


def upgrade() -> None:
    """Add the columns and tables; the two dates of a party become acts, in the history as well."""
    for column in ("nature", "territory"):
        op.add_column("succession", sa.Column(column, sa.String(), nullable=False, server_default=""))
    for column in (*OF_TEXTS, "act_roles", "derived_signed", "derived_in_force", "derived_ended"):
        op.add_column("agreement", sa.Column(column, sa.String(), nullable=False, server_default=""))
    op.execute("DROP INDEX ix_agreement_counted")
    op.execute(f"CREATE INDEX ix_agreement_counted ON agreement ({', '.join(COUNTED)})")
    op.create_table(
        "act_kind",
        sa.Column("code", sa.String(), primary_key=True),
        sa.Column("label", sa.String(), nullable=False),
    )
    op.create_table(
        "act",
        sa.Column("agreement_id", sa.Integer(), sa.ForeignKey("agreement.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ACT),
    )
    op.create_table(
        "party_life",
        sa.Column("agreement_id", sa.Integer(), sa.ForeignKey("agreement.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("party_code", sa.String(), primary_key=True),
        *(
            sa.Column(f"{name}_{end}", sa.String(), nullable=True)
            for name in ("in_force", "ended", "continued")
            for end in ("earliest", "latest")
        ),
    )
    op.create_table(
        "framework_act",
        sa.Column("framework_key", sa.String(), sa.ForeignKey("framework.key", ondelete="CASCADE"), primary_key=True),
        *(sa.Column(name, sa.String(), primary_key=True) for name in ("party_code", "kind", "on_date")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("effect", "reference", "source", "note")),
    )
    op.create_table(
        "accepted_finding",
        sa.Column("key", sa.String(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("sentences", "on", "by", "note")),
    )
    op.create_table(
        "saved_question",
        sa.Column("key", sa.String(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("question", "saved")),
    )
    connection = op.get_bind()
    connection.exec_driver_sql(IDENTITY)
    connection.exec_driver_sql(ALIAS)
    for subject, keys in KEYS.items():
        _give_ids(connection, subject, keys)
    _move_dates()
    _derive_entries()
    for column in ("ratified", "in_force"):
        op.execute(f"ALTER TABLE participation DROP COLUMN {column}")
    _rewrite_history()


def _move_dates() -> None:
    connection = op.get_bind()
    rows = connection.exec_driver_sql(
        "SELECT agreement_id, party_code, ratified, in_force FROM participation"
        " WHERE ratified <> '' OR in_force <> '' ORDER BY agreement_id, party_code"
    ).fetchall()
    places: dict[int, int] = {}
    for number, party, ratified, in_force in rows:
        for kind, role, on, note in (
            ("ratification", "bound", ratified, UNDISTINGUISHED),
            ("entry-into-force", "entry", in_force, ""),
        ):
            if on:
                place = places.get(number, 0)
                places[number] = place + 1
                connection.exec_driver_sql(
                    f"INSERT INTO act (agreement_id, position, {', '.join(ACT)}) VALUES (?, ?{', ?' * len(ACT)})",
                    (number, place, kind, role, party, on, "", *_days(on), "", "", note),
                )


def _days(text: str) -> tuple[str, str]:
    """Return the first and the last day of a partial date."""
    year, *rest = map(int, text.rstrip("?~").split("-"))
    month = rest[0] if rest else None
    if len(rest) > 1:
        day = date(year, rest[0], rest[1])
        return day.isoformat(), day.isoformat()
    last = date(year, 12, 31) if month in (None, 12) else date(year, month + 1, 1) - timedelta(days=1)
    return date(year, month or 1, 1).isoformat(), last.isoformat()


# An entry into force for each of two parties is one of the agreement, from the first to the last.
DERIVED = """
UPDATE agreement SET
    in_force_earliest = (SELECT min(earliest) FROM act WHERE agreement_id = agreement.id AND role = 'entry'),
    in_force_latest = (SELECT max(latest) FROM act WHERE agreement_id = agreement.id AND role = 'entry')
WHERE in_force IS NULL AND parties NOT LIKE '%;%;%'
    AND (SELECT count(*) FROM act WHERE agreement_id = agreement.id AND role = 'entry') = 2
"""
WRITTEN = """
UPDATE agreement SET derived_in_force = in_force_earliest
    || iif(in_force_earliest = in_force_latest, '', '/' || in_force_latest)
WHERE in_force IS NULL AND in_force_earliest IS NOT NULL
"""


# Of more than two parties, each has an entry into force of its own.
LIVES = """
INSERT INTO party_life (agreement_id, party_code, in_force_earliest, in_force_latest)
SELECT agreement_id, party_code, earliest, latest FROM act
WHERE role = 'entry' AND (SELECT parties FROM agreement WHERE id = agreement_id) LIKE '%;%;%'
"""
MARKED = "UPDATE agreement SET act_roles = ' party ' WHERE id IN (SELECT agreement_id FROM party_life)"


def _derive_entries() -> None:
    for statement in (DERIVED, WRITTEN, LIVES, MARKED):
        op.get_bind().exec_driver_sql(statement)


def _rewrite_history() -> None:
    connection = op.get_bind()
    rows = connection.exec_driver_sql(
        "SELECT change_set_id, position, fields FROM change WHERE subject = 'agreement' AND fields LIKE '%party_dates%'"
    ).fetchall()
    for number, place, text in rows:
        fields = json.loads(text)
        if "party_dates" in fields:
            fields["acts"] = [_as_acts(cell) for cell in fields.pop("party_dates")]
            connection.exec_driver_sql(
                "UPDATE change SET fields = ? WHERE change_set_id = ? AND position = ?",
                (json.dumps(fields, ensure_ascii=False), number, place),
            )


def _as_acts(cell: str) -> str:
    """Return ``AL: ratified 2012, in force 2013 ; XK: ...`` as acts."""
    acts = []
    for entry in filter(None, map(str.strip, cell.split(" ; "))):
        party, _, dates = entry.partition(":")
        for name, day in re.findall(r"(ratified|in force) ([0-9?~-]+)", dates):
            note = f": {UNDISTINGUISHED}" if name == "ratified" else ""
            kind = "ratification" if name == "ratified" else "entry-into-force"
            acts.append(f"{kind} {party} {day}{note}")
    return " | ".join(acts)


def _give_ids(connection: sa.Connection, subject: str, keys: str) -> None:
    """Give an id to everything of a subject."""

    def found(query: str) -> set[str]:
        return {row[0] for row in connection.execute(sa.text(query).bindparams(subject=subject))}

    bundled = found(SEEDED if subject == "membership" else BUNDLED)
    given = {row[0] for row in connection.exec_driver_sql(keys)} | (
        found(IN_HISTORY) if subject != "agreement" else set()
    )
    rows = [
        (subject, key, str(uuid.uuid5(NAMESPACE, f"{subject}:{key}") if key in bundled else uuid.uuid4()))
        for key in sorted(given)
    ]
    if rows:
        connection.exec_driver_sql("INSERT INTO identity VALUES (?, ?, ?)", rows)


def downgrade() -> None:
    """Refuse: see 0001."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
