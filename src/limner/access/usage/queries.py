"""What the ledger's rows add up to: sums by time and by what the requests have in common.

The database computes everything, by one SQL for SQLite and PostgreSQL; rows of single requests are never loaded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, literal, literal_column, select

from limner.access.ledger import Ledger
from limner.access.usage.latency import MEASURES, Latency, Measure, select_percentiles
from limner.database.connections import Database
from limner.database.tables import api_keys, ledger

Dimension = Literal["model", "size", "key", "project", "user", "operation", "engine"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
COLUMNS: Mapping[Dimension, ColumnElement[Any]] = {
    "model": ledger.c.model,
    "size": ledger.c.size,
    "key": ledger.c.key_id,
    "project": ledger.c.project_id,
    "user": func.coalesce(ledger.c.user, literal_column("''")).label("user"),  # clients may also send ''
    "operation": ledger.c.operation,
    "engine": ledger.c.engine,
}
SUMS = ("num_images", "num_partials", "num_bytes", "text_tokens", "image_tokens", "output_tokens", "cost")


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageQuery:
    start_ms: int
    end_ms: int
    """Exclusive."""
    bucket_s: int | None = None
    """A divisor of a day: buckets begin at its multiples, in UTC. None: one for the whole time."""
    group_by: tuple[Dimension, ...] = ()
    filters: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)
    """Requests with one of these values in each dimension. An empty value stands for requests that have none."""
    limit: int | None = None
    """Of rows."""


@dataclass(frozen=True, slots=True)
class UsageSums:
    """In the order in which they are selected."""

    num_requests: int = 0
    num_failed: int = 0
    num_cancelled: int = 0
    num_images: int = 0
    num_partials: int = 0
    num_bytes: int = 0
    text_tokens: int = 0
    image_tokens: int = 0
    output_tokens: int = 0
    cost: int = 0
    """In millionths of the ledger's currency."""


Group = tuple[str | None, ...]
"""The values of the dimensions that a query groups by, in their order. None: requests that have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageRow:
    bucket_ms: int
    """The beginning of the bucket, which may be before that of the query; 0 without buckets."""
    group: Group
    sums: UsageSums


class Usage:
    """Every method raises OverloadedError if the database cannot be used."""

    def __init__(self, database: Database, ledger: Ledger | None = None) -> None:
        """`ledger`: of this process; what it has not written yet is written before each query."""
        self._database = database
        self._ledger = ledger

    async def sums(self, query: UsageQuery) -> list[UsageRow]:
        """Only buckets and groups with requests: by time, then the most images first."""
        await self._flush()
        async with self._database.read() as connection:
            return [_as_row(row) for row in await connection.execute(_select_sums(query))]

    async def latencies(
        self, query: UsageQuery, measures: Iterable[Measure] = MEASURES
    ) -> dict[tuple[int, Group], dict[Measure, Latency]]:
        """By bucket and group: percentiles of the times of completed requests. `query.limit` is ignored."""
        await self._flush()
        found: dict[tuple[int, Group], dict[Measure, Latency]] = {}
        async with self._database.read() as connection:
            for measure in measures:
                statement = select_percentiles(measure, _bucket(query), _columns(query), _condition(query))
                for bucket_ms, *group, p50_ms, p90_ms, p99_ms in await connection.execute(statement):
                    of_group = found.setdefault((bucket_ms, _as_group(group)), {})
                    of_group[measure] = Latency(p50_ms / 1000, p90_ms / 1000, p99_ms / 1000)
        return found

    async def key_names(self, key_ids: Iterable[str]) -> dict[str, str]:
        """The names of the managed keys among these."""
        statement = select(api_keys.c.id, api_keys.c.name).where(api_keys.c.id.in_(list(key_ids)))
        async with self._database.read() as connection:
            return {row.id: row.name for row in await connection.execute(statement)}

    async def _flush(self) -> None:
        if self._ledger is not None:
            await self._ledger.flush()


def narrow(query: UsageQuery, rows: Sequence[UsageRow]) -> UsageQuery:
    """The query without most of what is not in these first rows of its sums.

    Clients choose the names of users, so there may be a million groups.
    """
    if not rows:
        return query
    values = {
        dimension: tuple(dict.fromkeys(row.group[index] or "" for row in rows))
        for index, dimension in enumerate(query.group_by)
    }
    end_ms = query.end_ms if query.bucket_s is None else rows[-1].bucket_ms + query.bucket_s * 1000
    return replace(query, filters={**query.filters, **values}, end_ms=min(query.end_ms, end_ms))


def _select_sums(query: UsageQuery) -> Select[Any]:
    columns = _columns(query)
    # the subquery names the bucket: PostgreSQL takes the same expression with other parameters for another one
    rows = select(_bucket(query), *columns, ledger.c.outcome, *(ledger.c[name] for name in SUMS))
    source = rows.where(_condition(query)).subquery()
    bucket, *group = list(source.c)[: 1 + len(columns)]
    statement = (
        select(
            bucket,
            *group,
            func.count(),
            *(func.sum(case((source.c.outcome == outcome, 1), else_=0)) for outcome in ("failed", "cancelled")),
            *(func.sum(source.c[name]) for name in SUMS),
        )
        .group_by(bucket, *group)
        .order_by(bucket, func.sum(source.c.num_images).desc(), *group)
    )
    return statement if query.limit is None else statement.limit(query.limit)


def _bucket(query: UsageQuery) -> ColumnElement[int]:
    """The beginning of a row's bucket, by arithmetic on integers that both databases do alike."""
    if query.bucket_s is None:
        return literal(0).label("bucket_ms")
    return (ledger.c.created_at_ms - ledger.c.created_at_ms % (query.bucket_s * 1000)).label("bucket_ms")


def _columns(query: UsageQuery) -> list[ColumnElement[Any]]:
    return [COLUMNS[dimension] for dimension in query.group_by]


def _condition(query: UsageQuery) -> ColumnElement[bool]:
    conditions = [ledger.c.created_at_ms >= query.start_ms, ledger.c.created_at_ms < query.end_ms]
    for dimension, values in query.filters.items():
        conditions.append(COLUMNS[dimension].in_(values))
    return and_(*conditions)


def _as_row(row: Row[Any]) -> UsageRow:
    num_sums = len(UsageSums.__dataclass_fields__)
    bucket_ms, *group = row[:-num_sums]
    sums = map(int, row[-num_sums:])  # PostgreSQL's are decimals
    return UsageRow(bucket_ms=bucket_ms, group=_as_group(group), sums=UsageSums(*sums))


def _as_group(values: Iterable[str | None]) -> Group:
    return tuple(value or None for value in values)
