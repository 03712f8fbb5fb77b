"""Alembic's environment: it runs the migrations on the connection that `limner.database.schema` passes."""

from alembic import context

from limner.database.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE
)
context.run_migrations()
