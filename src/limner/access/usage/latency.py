"""Percentiles of the ledger's times, computed in the database.

SQLite has no function for percentiles, and ranking all rows takes 15 s for a million there. So the times are rounded to
three significant digits and at least a millisecond, counted, and the counts are summed up to each percentile: by one
SQL for SQLite and PostgreSQL, in about a second for a million rows. The result is within 0.5 % or half a millisecond of
the time of the request at that rank.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Select, case, func, select

from limner.database.tables import ledger

Measure = Literal["total", "queued", "drawing"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
COLUMNS: Mapping[Measure, ColumnElement[float]] = {
    "total": ledger.c.total_s,
    "queued": ledger.c.queued_s,
    "drawing": ledger.c.drawing_s,
}
PERCENTS = (50, 90, 99)
MAX_POWER = 5
"""Times below a second are rounded to a millisecond, those below ten seconds to ten, up to this power of ten."""


@dataclass(frozen=True, slots=True)
class Latency:
    """In seconds."""

    p50: float
    p90: float
    p99: float


def select_percentiles(
    measure: Measure,
    bucket: ColumnElement[int],
    columns: Sequence[ColumnElement[Any]],
    condition: ColumnElement[bool],
) -> Select[Any]:
    """Rows of the bucket, the columns, and the percentiles in milliseconds."""
    time_ms = _rounded_ms(COLUMNS[measure]).label("time_ms")
    rows = select(bucket, *columns, time_ms).where(condition, ledger.c.outcome == "completed").subquery()
    *keys, time = rows.c
    counts = select(*keys, time, func.count().label("num")).group_by(*keys, time).subquery()
    *keys, time, num = counts.c
    up_to = func.sum(num).over(partition_by=keys, order_by=time).label("up_to")
    of_all = func.sum(num).over(partition_by=keys).label("of_all")
    *keys, time, num_up_to, num_all = select(*keys, time, up_to, of_all).subquery().c
    at_percents = [func.min(case((num_up_to * 100 >= num_all * percent, time))) for percent in PERCENTS]
    return select(*keys, *at_percents).group_by(*keys)


def _rounded_ms(measure: ColumnElement[float]) -> ColumnElement[float]:
    """Whole milliseconds of three significant digits. No cast to integers: SQLite's truncates, PostgreSQL's rounds."""
    steps_ms = [10.0**power for power in range(MAX_POWER + 1)]
    rounded = [func.round(measure * (1000.0 / step_ms)) * step_ms for step_ms in steps_ms]
    *finer, coarsest = rounded
    return case(*((measure < step_ms, ms) for step_ms, ms in zip(steps_ms, finer, strict=False)), else_=coarsest)
