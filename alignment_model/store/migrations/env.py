"""Alembic's entry point: migrations run inside the connection and transaction that `opening` hands over."""

from __future__ import annotations

from alembic import context

from alignment_model.store.tables import VERSION_TABLE, metadata

if __name__ == "env_py":
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        version_table=VERSION_TABLE,
    )
    context.run_migrations()
