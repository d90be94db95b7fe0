"""Alembic's way in: the connection comes from `upgrading.py`, which also holds the lock and the transaction."""

from alembic import context

from assistant.store.rows import Row

context.configure(connection=context.config.attributes["connection"], target_metadata=Row.metadata)
context.run_migrations()
