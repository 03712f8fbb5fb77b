"""The tables. Times are Unix seconds, or milliseconds where the name says so; money is in millionths (micro-units)."""

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

VERSION_TABLE = "limner_schema"
"""With the revision. Not alembic's usual name: another application with the same database may use that."""

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(255), nullable=False),
    Column("project_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("previous_hash", String(64), nullable=True, index=True),
    Column("previous_expires_at", BigInteger, nullable=True),
    Column("redacted", String(64), nullable=False),
    Column("models", Text, nullable=False),  # a JSON array; empty: all
    Column("requests_per_minute", Integer, nullable=True),
    Column("images_per_minute", Integer, nullable=True),
    Column("concurrency", Integer, nullable=True),
    Column("monthly_budget", BigInteger, nullable=True),
    Column("priority", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=True),
    Column("revoked_at", BigInteger, nullable=True),
    Column("last_used_at", BigInteger, nullable=True),
)

project_rate_limits = Table(
    "project_rate_limits",
    metadata,
    Column("project_id", String(64), primary_key=True),
    Column("model", String(255), primary_key=True),
    Column("requests_per_minute", Integer, nullable=True),
    Column("images_per_minute", Integer, nullable=True),
)

spending = Table(
    "spending",
    metadata,
    Column("key_id", String(64), primary_key=True),
    Column("period", String(7), primary_key=True),  # the month: 2026-11
    Column("amount", BigInteger, nullable=False),  # settled costs, and what is reserved
)

reservations = Table(
    "reservations",
    metadata,
    Column("request_id", String(64), primary_key=True),
    Column("key_id", String(64), nullable=False),
    Column("period", String(7), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("gateway", String(64), nullable=False, index=True),
    Column("expires_at", BigInteger, nullable=False, index=True),
)

ledger = Table(
    "ledger",
    metadata,
    Column("created_at_ms", BigInteger, primary_key=True),
    Column("request_id", String(64), primary_key=True),
    Column("key_id", String(64), nullable=False),
    Column("project_id", String(64), nullable=False),
    Column("user", Text, nullable=True),
    Column("operation", String(16), nullable=False),
    Column("model", String(255), nullable=False),
    Column("size", String(16), nullable=False),
    Column("quality", String(16), nullable=False),
    Column("output_format", String(8), nullable=False),
    Column("n", Integer, nullable=False),
    Column("num_images", Integer, nullable=False),
    Column("num_partials", Integer, nullable=False),
    Column("num_bytes", BigInteger, nullable=False),
    Column("text_tokens", BigInteger, nullable=False),
    Column("image_tokens", BigInteger, nullable=False),
    Column("output_tokens", BigInteger, nullable=False),
    Column("queued_s", Double, nullable=False),
    Column("drawing_s", Double, nullable=False),
    Column("encoding_s", Double, nullable=False),
    Column("total_s", Double, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("error_code", String(64), nullable=True),
    Column("cost", BigInteger, nullable=False),
    Column("prompt", Text, nullable=True),
    Column("engine", String(64), nullable=False, server_default=""),
    Index("ledger_by_key", "key_id", "created_at_ms"),
    postgresql_partition_by="RANGE (created_at_ms)",
)

replies = Table(
    "replies",
    metadata,
    Column("key_id", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True),  # what the name is: see access/replies.py
    Column("name_hash", String(64), primary_key=True),
    Column("request_id", String(64), nullable=False, index=True),
    Column("fingerprint", String(64), nullable=False),  # of the request's content
    Column("state", String(8), nullable=False),
    Column("queue_position", Integer, nullable=True),
    Column("eta_s", Double, nullable=True),
    Column("lease_expires_at", Double, nullable=False),
    Column("expires_at", BigInteger, nullable=False, index=True),
)
