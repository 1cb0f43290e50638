"""The tables of the register: parties, types, agreements and what is listed of them.

Revision ID: 0001
Revises:
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _text(name: str, *args: sa.ForeignKey, nullable: bool = False, **options: bool) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), *args, nullable=nullable, **options)  # type: ignore[arg-type]  # sa's own


def _of(table: str, column: str = "code") -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.{column}")


def _belongs_to(table: str, column: str = "code") -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.{column}", ondelete="CASCADE")


def _of_agreement() -> sa.Column[Any]:
    return sa.Column("agreement_id", sa.Integer(), _belongs_to("agreement", "id"), primary_key=True, nullable=False)


def _position() -> sa.Column[Any]:
    return sa.Column("position", sa.Integer(), primary_key=True, nullable=False)


def upgrade() -> None:
    """Create the tables."""
    _create_parties()
    _create_types()
    _create_agreements()
    _create_lists()


def _create_parties() -> None:
    op.create_table(
        "party",
        _text("code", primary_key=True),
        *map(_text, ("alpha3", "name", "kind", "since", "until", "note")),
    )
    op.create_table(
        "party_name",
        _text("party_code", _belongs_to("party"), primary_key=True),
        _text("name", primary_key=True),
        *map(_text, ("language", "since", "until")),
    )
    op.create_table(
        "succession",
        _text("predecessor", _belongs_to("party"), primary_key=True),
        _text("successor", _belongs_to("party"), primary_key=True),
        *map(_text, ("since", "since_latest", "note")),
    )
    op.create_table("party_group", _text("code", primary_key=True), _text("label"))
    op.create_table(
        "party_group_member",
        _text("group_code", _belongs_to("party_group"), primary_key=True),
        _text("party_code", _belongs_to("party"), primary_key=True),
    )


def _create_types() -> None:
    op.create_table(
        "type_group",
        _text("code", primary_key=True),
        _text("label"),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    op.create_table(
        "type",
        _text("code", primary_key=True),
        _text("group_code", _of("type_group")),
        _text("label"),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    op.create_table(
        "type_alias",
        _text("type_code", _belongs_to("type"), primary_key=True),
        _text("alias", primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
    )


def _create_agreements() -> None:
    op.create_table("issued_key", _text("key", primary_key=True), _text("deleted_on", nullable=True))
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        _text("key", _of("issued_key", "key"), unique=True),
        *map(_text, ("title", "title_original", "form", "level")),
        *(_text(name, nullable=True) for name in ("signed", "signed_earliest", "signed_latest")),
        _text("place"),
        *(_text(name, nullable=True) for name in ("in_force", "in_force_earliest", "in_force_latest")),
        *(_text(name, nullable=True) for name in ("ended", "ended_earliest", "ended_latest")),
        _text("asserted_status", nullable=True),
        _text("confidence"),
        _text("notes"),
        _text("seed_digest", nullable=True),
    )
    for column in ("form", "signed_earliest", "signed_latest"):
        op.create_index(f"ix_agreement_{column}", "agreement", [column])


def _create_lists() -> None:
    op.create_table(
        "participation",
        _of_agreement(),
        _text("party_code", _of("party"), primary_key=True),
        *(_text(name, nullable=True) for name in ("ratified", "in_force")),
    )
    op.create_table(
        "signatory",
        _of_agreement(),
        _position(),
        _text("party_code", _of("party")),
        *map(_text, ("institution", "person", "person_position")),
    )
    op.create_table("agreement_type", _of_agreement(), _position(), _text("type_code", _of("type")))
    op.create_table("reference", _of_agreement(), _position(), _text("text"))
    op.create_table("source", _of_agreement(), _position(), _text("citation"), _text("url"))
    op.create_table("relation", _of_agreement(), _position(), _text("verb"), _text("target_key"))
    op.create_table(
        "assessment",
        _of_agreement(),
        _position(),
        *map(_text, ("on_date", "on_latest", "score", "note", "source")),
    )
    op.create_index("ix_participation_party_code", "participation", ["party_code"])
    op.create_index("ix_agreement_type_type_code", "agreement_type", ["type_code"])
    op.create_index("ix_reference_text", "reference", ["text"])
    op.create_index("ix_relation_target_key", "relation", ["target_key"])


def downgrade() -> None:
    """Refuse: going back would lose records. Restore a backup instead."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
