"""The tables. Times are Unix seconds, or milliseconds where the name says so; money is in millionths (micro-units)."""

from sqlalchemy import (
    BigInteger,
    Boolean,
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

batches = Table(
    "batches",
    metadata,
    Column("id", String(64), primary_key=True),  # in the order of creation
    Column("key_id", String(64), nullable=False),
    Column("endpoint", String(64), nullable=False),
    Column("input_file_id", String(255), nullable=False),
    Column("metadata", Text, nullable=True),  # a JSON object
    Column("output_lifetime_s", Integer, nullable=True),
    Column("base_url", Text, nullable=False),  # of the URLs of images
    Column("model", String(255), nullable=True),
    Column("status", String(16), nullable=False, index=True),
    Column("outcome", String(16), nullable=True),  # the status to come, once no more lines are drawn
    Column("errors", Text, nullable=True),  # a JSON array
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("in_progress_at", BigInteger, nullable=True),
    Column("closed_at", BigInteger, nullable=True),  # when the outcome was set
    Column("finalizing_at", BigInteger, nullable=True),
    Column("completed_at", BigInteger, nullable=True),
    Column("failed_at", BigInteger, nullable=True),
    Column("expired_at", BigInteger, nullable=True),
    Column("cancelling_at", BigInteger, nullable=True),
    Column("cancelled_at", BigInteger, nullable=True),
    Column("total", Integer, nullable=False),
    Column("completed", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("text_tokens", BigInteger, nullable=False),
    Column("image_tokens", BigInteger, nullable=False),
    Column("output_tokens", BigInteger, nullable=False),
    Column("output_file_id", String(64), nullable=True),
    Column("error_file_id", String(64), nullable=True),
    Column("owner", String(64), nullable=True),  # the gateway that validates the input or assembles the output
    Column("lease_expires_at", Double, nullable=False),
    Column("num_attempts", Integer, nullable=False),  # of that
    Column("turn_at", Double, nullable=False),  # when lines were taken last
    Column("has_parts", Boolean, nullable=False),  # whether its lines and temporary blobs are to be deleted
    Index("batches_by_key", "key_id", "id"),
)

batch_lines = Table(
    "batch_lines",
    metadata,
    Column("batch_id", String(64), primary_key=True),
    Column("line", Integer, primary_key=True, autoincrement=False),  # of the input file, from 1
    Column("custom_id", Text, nullable=False),  # as JSON text
    Column("start_byte", BigInteger, nullable=False),  # of the line in the input
    Column("end_byte", BigInteger, nullable=False),
    Column("state", String(8), nullable=False),
    Column("owner", String(64), nullable=True),  # the gateway that draws it
    Column("lease_expires_at", Double, nullable=False),
    Column("num_attempts", Integer, nullable=False),
    Column("num_deferrals", Integer, nullable=False, server_default="0"),  # not counted as attempts
    Column("available_at", Double, nullable=False),  # not to be drawn earlier
    Column("part", String(128), nullable=True),  # the blob with the result
    Column("part_bytes", BigInteger, nullable=False),
    Column("error", Text, nullable=True),  # the result of a failed line, as JSON text
    Index("batch_lines_by_state", "batch_id", "state", "line"),
    Index("batch_lines_by_lease", "state", "lease_expires_at"),
)
