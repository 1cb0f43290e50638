"""Who changed what, when, from which list: change sets, the batches that imports are, and where each record came from.

Revision ID: 0003
Revises: 0002
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

COUNTS = ("rows_read", "new", "updated", "unchanged", "left_alone", "refused")


def _text(name: str, *args: sa.ForeignKey, nullable: bool = False, **options: bool) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), *args, nullable=nullable, **options)  # type: ignore[arg-type]  # sa's own


def _number(name: str, *args: sa.ForeignKey, **options: bool) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), *args, nullable=False, **options)  # type: ignore[arg-type]  # sa's own


def _change_set() -> sa.ForeignKey:
    return sa.ForeignKey("change_set.id", ondelete="CASCADE")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "change_set",
        _number("id", primary_key=True),
        *map(_text, ("at", "by", "command")),
        sa.Column("undoes", sa.Integer(), sa.ForeignKey("change_set.id"), nullable=True),
    )
    op.create_table(
        "change",
        _number("change_set_id", _change_set(), primary_key=True),
        _number("position", primary_key=True),
        _text("key", sa.ForeignKey("issued_key.key")),
        _text("kind"),
        _text("fields"),
    )
    op.create_table(
        "batch",
        _number("change_set_id", _change_set(), primary_key=True),
        *map(_text, ("file", "checksum", "mapping")),
        *map(_number, COUNTS),
    )
    op.create_table(
        "origin",
        _number("change_set_id", _change_set(), primary_key=True),
        _number("line", primary_key=True),
        _text("key", sa.ForeignKey("issued_key.key")),
        _text("digest"),
    )
    op.create_table(
        "distinct_pair",
        _text("one", sa.ForeignKey("issued_key.key"), primary_key=True),
        _text("other", sa.ForeignKey("issued_key.key"), primary_key=True),
    )
    op.create_index("ix_change_key", "change", ["key"])
    op.create_index("ix_origin_key", "origin", ["key"])
    op.create_index("ix_origin_digest", "origin", ["digest"])


def downgrade() -> None:
    """Refuse: see 0001."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
