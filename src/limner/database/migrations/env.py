"""Alembic's environment: it runs the migrations on the connection that `limner.database.schema` passes."""

from alembic import context

from limner.database.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
