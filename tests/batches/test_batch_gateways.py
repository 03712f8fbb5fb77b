"""Batches of several gateways on one PostgreSQL, some of which are killed."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy import func, select

from batch_files import input_line, results_of, submit, wait_for_batch
from batch_gateways import gateway
from limner.database.connections import Database
from limner.database.schema import upgrade
from limner.database.tables import batch_lines
from running import wait_until

NUM_LINES = 1000


def with_database(url, work):
    async def scenario():
        database = Database(url, timeout_s=10)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(scenario())


@pytest.fixture
def url(postgres_url):
    with_database(postgres_url, upgrade)
    return postgres_url


def small_line(number):
    return input_line(number, model="dall-e-2", size="256x256", response_format="b64_json")


def count_completed(client, batch):
    return client.batches.retrieve(batch.id).request_counts.completed


async def count_lines(database):
    async with database.read() as connection:
        return await connection.scalar(select(func.count()).select_from(batch_lines))


def test_killed_gateway_leaves_each_line_once_in_the_output(url, tmp_path):
    with gateway(url, tmp_path) as first, gateway(url, tmp_path) as second:
        batch = submit(first.client(), [small_line(number) for number in range(NUM_LINES)])
        client = second.client()
        assert wait_until(lambda: count_completed(client, batch) >= NUM_LINES // 4, timeout_s=180, interval_s=0.2)
        first.kill()
        done = wait_for_batch(client, batch.id, interval_s=0.2)
        results = results_of(client, done.output_file_id)

        assert wait_until(lambda: with_database(url, count_lines) == 0, interval_s=0.2)

    assert (done.status, done.error_file_id) == ("completed", None)
    assert done.request_counts.completed == NUM_LINES
    assert Counter(one["custom_id"] for one in results) == {f"line-{number}": 1 for number in range(NUM_LINES)}
    assert {one["response"]["status_code"] for one in results} == {200}
    assert list((tmp_path / "blobs").glob("*.part")) == []
