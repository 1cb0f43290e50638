"""${message}.

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}

Views are not made here but in store/read/views.sql; drop those that name what goes.
"""

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Describe the change."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Refuse: see 0001."""
    raise NotImplementedError("a register is not downgraded; restore the copy made before the upgrade")
