"""Alembic's entry: runs the revisions on the connection that the store hands over, in its transaction."""

from alembic import context
from sqlmodel import SQLModel

from wbagree.store.write import tables  # noqa: F401  (registers the tables for ``alembic check``)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
