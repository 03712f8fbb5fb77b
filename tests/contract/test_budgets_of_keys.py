"""Budgets over HTTP: exactly what a key may spend is drawn, also by several servers with one database."""

import asyncio
import json
import threading
from contextlib import ExitStack, contextmanager

import openai
import pytest

from limner.access.control import AccessControl
from limner.access.keys import KeyLimits, KeyStore
from limner.database.schema import upgrade
from limner.database.tables import ledger, reservations, spending
from limner.settings import Access, Database, Ledger, Price, Settings, SettingsError, Storage
from raw_http import connect, head, post_json
from records import opened, rows_of
from running import running_server, wait_until
from tiny_engine import STEPS, TinyEngine

GENERATIONS = "/v1/images/generations"
PARAMS = {"model": "gpt-image-1", "prompt": "a fox", "size": "64x64", "quality": "low"}
COST = 10_000
"""Of an image, in millionths."""
PRICES = {"gpt-image-1": Price(image=0.01), "dall-e-2": Price()}


class Servers:
    """Several with one database."""

    def __init__(self, url, running, engines):
        self.url, self.running, self.engines = url, running, engines

    def ask(self, key, *, server=0, **values):
        headers = {"Authorization": f"Bearer {key.secret}"}
        return post_json(self.running[server].port, GENERATIONS, PARAMS | values, headers=headers)

    @property
    def num_drawn(self):
        return sum(request.n for engine in self.engines for request in engine.requests)

    def state(self):
        """What is spent, the sum of the rows, and the number of rows and of open reservations."""

        async def read():
            async with opened(self.url) as database:
                rows = await rows_of(database, ledger)
                spent = sum(row["amount"] for row in await rows_of(database, spending))
                return spent, sum(row["cost"] for row in rows), len(rows), len(await rows_of(database, reservations))

        return asyncio.run(read())

    def settled(self, num_rows):
        """The same, once there are that many rows."""
        assert wait_until(lambda: self.state()[2:] == (num_rows, 0), timeout_s=20), self.state()
        return self.state()[:2]


@contextmanager
def serving(url, folder, *, count=1, engine=TinyEngine, **settings):
    with ExitStack() as stack:
        engines = [engine() for _ in range(count)]
        running = [
            stack.enter_context(
                running_server(
                    one,
                    Settings(
                        **{
                            "storage": Storage(folder=folder / str(number)),
                            "database": Database(url=url, timeout_s=30),
                            "access": Access(managed_keys=True),
                            "prices": PRICES,
                        }
                        | settings
                    ),
                )
            )
            for number, one in enumerate(engines)
        ]
        yield Servers(url, running, engines)


@pytest.fixture
def url(database_url):
    """Of a database with the schema."""

    async def prepare():
        async with opened(database_url):
            pass

    asyncio.run(prepare())
    return database_url


def make_key(url, budget, **limits):
    async def create():
        async with opened(url) as database:
            await upgrade(database)
            return await KeyStore(database).create(name="app", limits=KeyLimits(monthly_budget=budget, **limits))

    return asyncio.run(create())


def in_threads(work, count):
    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_200_requests_on_a_budget_for_50_draw_exactly_50(url, tmp_path):
    key = make_key(url, 50 * COST)
    answers = []
    with serving(url, tmp_path, count=2) as servers:
        in_threads(lambda number: answers.append(servers.ask(key, server=number % 2)), 200)
        spent, costs = servers.settled(50)

        assert servers.num_drawn == 50
        assert spent == costs == 50 * COST
        assert servers.ask(key).status == 429
    statuses = [answer.status for answer in answers]
    assert (statuses.count(200), statuses.count(429)) == (50, 150)
    refused = next(answer for answer in answers if answer.status == 429)
    assert refused.error["type"] == refused.error["code"] == "insufficient_quota"
    assert refused.headers["x-should-retry"] == "false"


def test_requests_of_several_images_never_exceed_the_budget(url, tmp_path):
    key = make_key(url, 20 * COST)
    answers = []
    with serving(url, tmp_path, count=2) as servers:
        in_threads(lambda number: answers.append(servers.ask(key, server=number % 2, n=1 + number % 4)), 40)
        num_served = sum(answer.status == 200 for answer in answers)
        spent, costs = servers.settled(num_served)

        assert {answer.status for answer in answers} == {200, 429}
        assert spent == costs == servers.num_drawn * COST
        assert 17 <= servers.num_drawn <= 20, "at most one request of four did not fit into the rest"


def test_request_refused_for_its_budget_moves_no_other_limit(url, tmp_path):
    key = make_key(url, 2 * COST, requests_per_minute=10, images_per_minute=20, concurrency=3)
    with serving(url, tmp_path) as servers:
        first = servers.ask(key)
        refused = [servers.ask(key, n=2).status for _ in range(6)]
        last = servers.ask(key)
        spent, costs = servers.settled(2)

    assert first.headers["x-ratelimit-remaining-requests"] == "9"
    assert refused == [429] * 6
    assert last.status == 200
    assert last.headers["x-ratelimit-remaining-requests"] == "8"
    assert last.headers["x-ratelimit-remaining-images"] == "18"
    assert spent == costs == 2 * COST


def test_request_refused_for_its_rate_reserves_nothing(url, tmp_path):
    key = make_key(url, 2 * COST, requests_per_minute=1)
    with serving(url, tmp_path) as servers:
        assert [servers.ask(key).status for _ in range(4)] == [200, 429, 429, 429]
        assert servers.settled(1) == (COST, COST)


def test_official_client_does_not_retry_an_exceeded_quota(url, tmp_path):
    key = make_key(url, COST)
    with (
        serving(url, tmp_path) as servers,
        servers.running[0].client(api_key=key.secret, max_retries=5, timeout=5) as client,
    ):
        client.images.generate(**PARAMS)
        with pytest.raises(openai.RateLimitError) as refusal:
            client.images.generate(**PARAMS)

    assert (refusal.value.code, refusal.value.type) == ("insufficient_quota", "insufficient_quota")
    assert refusal.value.response.request.headers["x-stainless-retry-count"] == "0"
    assert "retry-after" not in refusal.value.response.headers


@pytest.mark.parametrize("stream", [False, True])
def test_failed_request_gives_its_reservation_back_at_once(url, tmp_path, stream):
    """The client's next request finds the budget that the failed one has reserved."""
    key = make_key(url, COST)

    class FailingOnce(TinyEngine):
        def generate(self, request):
            self.fails_at_step = STEPS // 2 if not self.requests else None
            return super().generate(request)

    with serving(url, tmp_path, engine=FailingOnce) as servers:
        for _ in range(2):
            answer = servers.ask(key, stream=stream)
        assert answer.status == 200
        assert servers.settled(2) == (COST, COST)
        assert servers.ask(key).status == 429


def test_client_that_leaves_gives_its_reservation_back(url, tmp_path):
    key = make_key(url, COST)
    body = json.dumps(PARAMS).encode()
    headers = {
        "Authorization": f"Bearer {key.secret}",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
    }
    with serving(url, tmp_path) as servers:
        engine = servers.engines[0]
        engine.holds_at_step = 0
        with connect(servers.running[0].port) as connection:
            connection.sendall(head(GENERATIONS, headers) + body)
            assert wait_until(lambda: engine.running == 1)
            assert servers.ask(key).status == 429, "it is reserved"
        assert servers.settled(1) == (0, 0)
        engine.holds_at_step = None
        assert servers.ask(key).status == 200
        assert servers.settled(2) == (COST, COST)


def test_budget_of_nothing_allows_what_is_free(url, tmp_path):
    key = make_key(url, 0)
    with serving(url, tmp_path) as servers:
        assert servers.ask(key).status == 429
        assert servers.ask(key, model="dall-e-2", size="256x256", quality="standard").status == 200
        assert servers.settled(1) == (0, 0)


def test_budget_of_the_settings_applies_to_each_key_without_one(url, tmp_path):
    one, other, own = make_key(url, None), make_key(url, None), make_key(url, 3 * COST)
    with serving(url, tmp_path, access=Access(managed_keys=True, monthly_budget=0.01)) as servers:
        assert [servers.ask(key).status for key in (one, one, other, own, own)] == [200, 429, 200, 200, 200]


def test_invalid_request_reserves_nothing(url, tmp_path):
    key = make_key(url, COST)
    with serving(url, tmp_path) as servers:
        assert servers.ask(key, size="nonsense").status == 400
        assert servers.state() == (0, 0, 0, 0)


def test_only_sent_partial_images_are_paid(url, tmp_path):
    """By tokens: a stream that asks for three partial images costs more than one without."""
    prices = {"gpt-image-1": Price(output=1000)}
    key = make_key(url, 10**12)
    with serving(url, tmp_path, prices=prices) as servers:
        plain = servers.ask(key)
        servers.ask(key, stream=True, partial_images=3)
        spent, costs = servers.settled(2)

    assert spent == costs
    assert spent > 2 * plain.json()["usage"]["output_tokens"] * 1000


def test_unsettled_rows_of_a_stopped_server_are_settled(url, tmp_path):
    key = make_key(url, 10 * COST)
    with serving(url, tmp_path) as servers:
        for _ in range(3):
            assert servers.ask(key).status == 200
    spent, costs, num_rows, num_open = servers.state()

    assert (spent, costs, num_rows, num_open) == (3 * COST, 3 * COST, 3, 0)


def test_budget_needs_the_ledger(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path), access=Access(monthly_budget=1), ledger=Ledger(enabled=False))

    with pytest.raises(SettingsError, match=r"access\.monthly_budget"):
        AccessControl(settings)
