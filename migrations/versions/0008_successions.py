"""The nature of a succession, the parties that go back over it, and what a treaty office keeps of a text.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OF_TEXTS = ("languages", "entry_clause", "termination_clause", "depositary", "archive_number", "registration",
             "responsible", "binding")  # fmt: skip


def upgrade() -> None:
    """Add all, empty: ``wbagree seed`` brings those of the bundled successions."""
    for column in ("nature", "territory"):
        op.add_column("succession", sa.Column(column, sa.String(), nullable=False, server_default=""))
    for column in _OF_TEXTS:
        op.add_column("agreement", sa.Column(column, sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Refuse: see 0001."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
