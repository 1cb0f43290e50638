"""The date at which a source says the asserted status.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the date as written, and the first and last day that it may mean."""
    for column in ("status_on", "status_on_earliest", "status_on_latest"):
        op.add_column("agreement", sa.Column(column, sa.String(), nullable=True))


def downgrade() -> None:
    """Refuse: see 0001."""
    raise RuntimeError("a register is not downgraded; restore the copy made before the upgrade")
