"""How often a line of a batch was put off, because the server, or what it depends on, could not be used."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("batch_lines", sa.Column("num_deferrals", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("batch_lines", "num_deferrals")
