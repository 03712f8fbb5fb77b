"""Sums and percentiles of the ledger, the same on both databases."""

import asyncio
import math
import random
from dataclasses import replace

import pytest

from limner.access.keys import KeyStore
from limner.access.usage.queries import DIMENSIONS, Usage, UsageQuery, UsageSums, narrow
from limner.core.picture import Size
from limner.core.usage import TokenUsage
from records import make_record, opened_ledger

DAY_MS = 86_400_000
START_MS = 20_000 * DAY_MS
ALL_TIME = UsageQuery(start_ms=0, end_ms=1 << 60)


@pytest.fixture
def ask(database_url, tmp_path):
    """Put records into a new ledger, and return what a function of its Usage returns."""

    def run(records, question):
        async def scenario():
            async with opened_ledger(database_url, tmp_path) as (book, database):
                for number, record in enumerate(records):
                    book.add(replace(record, request_id=f"req_{number}"), is_reserved=False)
                return await question(Usage(database, book))

        return asyncio.run(scenario())

    return run


def test_rows_that_still_wait_are_counted(ask):
    (row,) = ask([make_record(), make_record()], lambda usage: usage.sums(ALL_TIME))

    assert row.sums.num_requests == 2


def test_sums_without_rows_are_empty(ask):
    assert ask([], lambda usage: usage.sums(ALL_TIME)) == []
    assert ask([], lambda usage: usage.latencies(ALL_TIME)) == {}


def test_every_number_is_summed(ask):
    records = [
        make_record(num_images=3, num_partials=2, num_bytes=3_000_000_000, usage=TokenUsage(5, 7, 11), cost=1 << 40),
        make_record(num_images=1, num_partials=1, num_bytes=3_000_000_000, usage=TokenUsage(1, 2, 3), cost=1),
        make_record(num_images=0, num_bytes=0, usage=TokenUsage(), cost=0, outcome="failed", error_code="x"),
        make_record(num_images=0, num_bytes=0, usage=TokenUsage(), cost=0, outcome="cancelled"),
    ]

    (row,) = ask(records, lambda usage: usage.sums(ALL_TIME))

    assert row.group == ()
    assert row.sums == UsageSums(
        num_requests=4,
        num_failed=1,
        num_cancelled=1,
        num_images=4,
        num_partials=3,
        num_bytes=6_000_000_000,
        text_tokens=6,
        image_tokens=9,
        output_tokens=14,
        cost=(1 << 40) + 1,
    )


@pytest.mark.parametrize("bucket_s", [60, 3600, 86_400])
def test_buckets_begin_at_multiples_of_their_width(ask, bucket_s):
    width_ms = bucket_s * 1000
    times = [START_MS - 1, START_MS, START_MS + width_ms - 1, START_MS + width_ms, START_MS + 3 * width_ms + 5]
    records = [make_record(created_at_ms=at_ms) for at_ms in times]

    rows = ask(records, lambda usage: usage.sums(replace(ALL_TIME, bucket_s=bucket_s)))

    assert [(row.bucket_ms - START_MS, row.sums.num_requests) for row in rows] == [
        (-width_ms, 1),
        (0, 2),
        (width_ms, 1),
        (3 * width_ms, 1),
    ]


def test_time_range_includes_its_start_and_not_its_end(ask):
    records = [make_record(created_at_ms=at_ms) for at_ms in (999, 1000, 1999, 2000)]

    (row,) = ask(records, lambda usage: usage.sums(UsageQuery(start_ms=1000, end_ms=2000)))

    assert row.sums.num_requests == 2


ONE = {"model": "m1", "size": Size(64, 64), "key_id": "k1", "project_id": "p1", "user": "u1", "operation": "generate"}
OTHER = {"model": "m2", "size": Size(96, 64), "key_id": "k2", "project_id": "p2", "user": "u2", "operation": "edit"}
ONE, OTHER = ONE | {"engine": "gpu"}, OTHER | {"engine": "upstream"}
VALUES = {
    "model": ("m1", "m2"),
    "size": ("64x64", "96x64"),
    "key": ("k1", "k2"),
    "project": ("p1", "p2"),
    "user": ("u1", "u2"),
    "operation": ("generate", "edit"),
    "engine": ("gpu", "upstream"),
}


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_each_dimension_groups_and_filters(ask, dimension):
    records = [make_record(**ONE), make_record(**OTHER, num_images=3), make_record(**OTHER, num_images=4)]

    async def question(usage):
        grouped = await usage.sums(replace(ALL_TIME, group_by=(dimension,)))
        filtered = await usage.sums(replace(ALL_TIME, filters={dimension: (VALUES[dimension][1],)}))
        return grouped, filtered

    grouped, filtered = ask(records, question)
    one, other = VALUES[dimension]
    assert [(row.group, row.sums.num_images) for row in grouped] == [((other,), 7), ((one,), 1)]
    assert [row.sums.num_images for row in filtered] == [7]


def test_dimensions_are_combined_in_their_order(ask):
    records = [make_record(**ONE), make_record(**OTHER), make_record(**(OTHER | {"model": "m1"}))]
    query = replace(ALL_TIME, group_by=("operation", "model"), filters={"model": ("m1",), "key": ("k1", "k2")})

    rows = ask(records, lambda usage: usage.sums(query))

    assert {row.group for row in rows} == {("edit", "m1"), ("generate", "m1")}


@pytest.mark.parametrize(("dimension", "column"), [("key", "key_id"), ("user", "user"), ("engine", "engine")])
def test_requests_without_a_value_are_a_group(ask, dimension, column):
    nothing = None if dimension == "user" else ""
    records = [make_record(**{column: nothing}), make_record(**{column: "x"}), make_record(**{column: "y"})]

    async def question(usage):
        grouped = await usage.sums(replace(ALL_TIME, group_by=(dimension,)))
        without = await usage.sums(replace(ALL_TIME, group_by=(dimension,), filters={dimension: ("", "y")}))
        return grouped, without

    grouped, without = ask(records, question)
    assert {row.group for row in grouped} == {(None,), ("x",), ("y",)}
    assert {row.group for row in without} == {(None,), ("y",)}


def test_empty_user_and_no_user_are_one_group(ask):
    records = [make_record(user=None), make_record(user=""), make_record(user="x")]

    rows = ask(records, lambda usage: usage.sums(replace(ALL_TIME, group_by=("user",))))
    without = ask(records, lambda usage: usage.sums(replace(ALL_TIME, filters={"user": ("",)})))

    assert {row.group: row.sums.num_requests for row in rows} == {(None,): 2, ("x",): 1}
    assert len(rows) == 2
    assert without[0].sums.num_requests == 2


@pytest.mark.parametrize("bucket_s", [None, 86_400])
def test_narrowed_query_has_the_latencies_of_its_rows_only(ask, bucket_s):
    users = [None, "", "a", "b", "c", *(f"user {number}" for number in range(50))]
    records = [
        make_record(created_at_ms=START_MS + day * DAY_MS, user=user, num_images=3 - day)
        for day in range(3)
        for user in users
    ]
    query = replace(ALL_TIME, bucket_s=bucket_s, group_by=("user", "model"), limit=5)

    async def question(usage):
        rows = await usage.sums(query)
        return rows, await usage.latencies(narrow(query, rows)), await usage.latencies(query)

    rows, narrowed, everything = ask(records, question)

    assert len(everything) == 54 * (3 if bucket_s else 1)
    assert narrowed == {at: everything[at] for at in ((row.bucket_ms, row.group) for row in rows)}
    assert len(narrowed) == 5


def test_limit_keeps_the_groups_with_the_most_images(ask):
    records = [make_record(model=f"m{number}", num_images=number) for number in range(5)]
    query = replace(ALL_TIME, group_by=("model",), limit=2)

    rows = ask(records, lambda usage: usage.sums(query))

    assert [row.group for row in rows] == [("m4",), ("m3",)]


def test_percentiles_are_the_times_at_their_ranks(ask):
    times_s = [number / 1000 for number in range(1, 101)]
    random.Random(1).shuffle(times_s)
    records = [make_record(total_s=time_s, queued_s=0.0, drawing_s=time_s / 2) for time_s in times_s]

    found = ask(records, lambda usage: usage.latencies(ALL_TIME))

    latency = found[0, ()]
    assert (latency["total"].p50, latency["total"].p90, latency["total"].p99) == (0.05, 0.09, 0.099)
    assert (latency["queued"].p50, latency["queued"].p99) == (0, 0)
    assert latency["drawing"].p90 == pytest.approx(0.045, abs=0.0006)


def test_percentiles_are_exact_to_three_digits(ask):
    draw = random.Random(7)
    times_s = [draw.lognormvariate(0.5, 2.5) for _ in range(700)]
    records = [make_record(total_s=time_s) for time_s in times_s]

    latency = ask(records, lambda usage: usage.latencies(ALL_TIME))[0, ()]["total"]

    for percent, found_s in ((50, latency.p50), (90, latency.p90), (99, latency.p99)):
        exact_s = sorted(times_s)[math.ceil(len(times_s) * percent / 100) - 1]
        assert found_s == pytest.approx(exact_s, rel=0.0051, abs=0.0006)


def test_percentiles_are_of_completed_requests_in_each_group_and_bucket(ask):
    records = [
        make_record(model="m1", created_at_ms=START_MS, total_s=1.0),
        make_record(model="m1", created_at_ms=START_MS, total_s=500.0, outcome="failed"),
        make_record(model="m2", created_at_ms=START_MS, total_s=2.0),
        make_record(model="m1", created_at_ms=START_MS + DAY_MS, total_s=4.0),
        make_record(model="m1", user="u1", created_at_ms=START_MS + 2 * DAY_MS, total_s=8.0),
    ]
    query = replace(ALL_TIME, bucket_s=86_400, group_by=("model",), filters={"user": ("",)})

    found = ask(records, lambda usage: usage.latencies(query))

    assert {key: latency["total"].p99 for key, latency in found.items()} == {
        (START_MS, ("m1",)): 1.0,
        (START_MS, ("m2",)): 2.0,
        (START_MS + DAY_MS, ("m1",)): 4.0,
    }


def test_key_names_are_those_of_managed_keys(database_url, tmp_path):
    async def scenario():
        async with opened_ledger(database_url, tmp_path) as (_, database):
            key = (await KeyStore(database).create(name="CI")).key
            return key.id, await Usage(database).key_names([key.id, "0123456789ab", ""])

    key_id, names = asyncio.run(scenario())
    assert names == {key_id: "CI"}
