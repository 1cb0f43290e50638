"""Frameworks: the organisations, networks and conventions that serve a pair beside its own agreements.

Revision ID: 0004
Revises: 0003
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _text(name: str, *args: sa.ForeignKey, nullable: bool = False, **options: bool) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), *args, nullable=nullable, **options)  # type: ignore[arg-type]  # sa's own


def _framework() -> sa.ForeignKey:
    return sa.ForeignKey("framework.key", ondelete="CASCADE")


def _position() -> sa.Column[Any]:
    return sa.Column("position", sa.Integer(), primary_key=True, nullable=False)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "framework",
        _text("key", primary_key=True),
        *map(_text, ("name", "short_name", "kind", "established", "ended", "succeeded_by")),
        *map(_text, ("seat", "website", "sources", "notes")),
        _text("seed_digest", nullable=True),
    )
    op.create_table(
        "framework_type",
        _text("framework_key", _framework(), primary_key=True),
        _position(),
        _text("type_code", sa.ForeignKey("type.code")),
    )
    op.create_table(
        "framework_member",
        _text("framework_key", _framework(), primary_key=True),
        _text("party_code", sa.ForeignKey("party.code"), primary_key=True),
        _position(),
        *map(_text, ("joined", "left", "standing", "note", "source_url")),
    )


def downgrade() -> None:
    """Refuse: see 0001."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
