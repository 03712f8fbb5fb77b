"""The ledger says which engine drew the images of a request."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("ledger", sa.Column("engine", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("ledger", "engine")
