"""Two processes of `limner serve` are restarted one after the other while clients and a batch use both."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field

import httpx2
import openai
import pytest

from balancer import balancing
from batch_files import input_line, results_of, submit, wait_for_batch
from gateway_processes import client_of, read_accounts
from limner.access.keys import NewKey
from managed_keys import create_key
from running import wait_until

pytestmark = pytest.mark.cluster

PARAMS = {"model": "gpt-image-1", "prompt": "a fox", "size": "64x64"}
NUM_CLIENTS = 4
"""Of each balancer."""
NUM_LINES = 24


@dataclass
class Load:
    """What became of the requests of some clients."""

    key: NewKey
    max_retries: int
    num_rows: int = 0
    """Of the ledger, for the requests that succeeded."""
    failures: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def work(self, address: str, is_over: threading.Event) -> None:
        with client_of(address, self.key.secret, max_retries=self.max_retries) as client:
            while not is_over.is_set():
                for request in (draw, stream, edit):
                    self.note(request, client)

    def note(self, request, client: openai.OpenAI) -> None:
        try:
            num_rows = request(client)
        except (openai.OpenAIError, httpx2.HTTPError, AssertionError) as error:
            self.failures.append(f"{request.__name__}: {error!r} from {error.__cause__!r}")
        else:
            with self.lock:
                self.num_rows += num_rows


def draw(client: openai.OpenAI) -> int:
    assert client.images.generate(**PARAMS).data
    return 1


def stream(client: openai.OpenAI) -> int:
    events = list(client.images.generate(**PARAMS, stream=True, partial_images=2))
    assert [event.type.rpartition(".")[2] for event in events] == ["partial_image", "partial_image", "completed"]
    return 1


def edit(client: openai.OpenAI) -> int:
    """Upload an image that was fetched by its URL."""
    url = client.images.generate(prompt="a fox", model="dall-e-2", size="256x256", response_format="url").data[0].url
    picture = client.get(url, cast_to=httpx2.Response).content
    assert client.images.edit(**PARAMS, image=("fox.png", picture)).data
    return 2


@dataclass
class Rolled:
    """What was seen while both gateways were restarted."""

    strict: Load
    """Through a balancer that follows `/health/ready`, without retries."""
    retrying: Load
    """Through one that knows of refused connections only, with the client's default retries."""
    exit_codes: list[int] = field(default_factory=list)
    batches: list[openai.types.Batch] = field(default_factory=list)
    results: list[list[dict]] = field(default_factory=list)


def num_completed(client: openai.OpenAI, batch_id: str) -> int:
    return client.batches.retrieve(batch_id).request_counts.completed


@pytest.fixture(scope="module")
def rolled(gateways):
    ports, database = [gateway.port for gateway in gateways], gateways[0].database
    strict, retrying = Load(create_key(database), 0), Load(create_key(database), openai.DEFAULT_MAX_RETRIES)
    rolled = Rolled(strict, retrying)
    is_over = threading.Event()
    with ExitStack() as stack:
        following = stack.enter_context(balancing(ports, follows_readiness=True))
        other = stack.enter_context(balancing(ports))
        pool = stack.enter_context(ThreadPoolExecutor(2 * NUM_CLIENTS))
        stack.callback(is_over.set)
        for load, balancer in ((strict, following), (retrying, other)):
            for _ in range(NUM_CLIENTS):
                pool.submit(load.work, balancer.address, is_over)
        client = stack.enter_context(client_of(following.address, create_key(database).secret))
        for gateway in gateways:
            assert wait_until(lambda: all(following.is_used(port) for port in ports), timeout_s=120)
            lines = [input_line(number, model="steady", size="64x64") for number in range(NUM_LINES)]
            batch = submit(client, lines)
            assert wait_until(lambda name=batch.id: num_completed(client, name) > 0, timeout_s=120)
            rolled.exit_codes.append(gateway.stop())
            gateway.start()
            rolled.batches.append(batch)
        rolled.batches = [wait_for_batch(client, batch.id) for batch in rolled.batches]
        rolled.results = [results_of(client, batch.output_file_id) for batch in rolled.batches]
    return rolled


def test_no_request_fails_behind_a_balancer_that_follows_readiness(rolled):
    assert rolled.exit_codes == [0, 0]
    assert rolled.strict.failures == []
    assert rolled.strict.num_rows > 0


def test_no_request_fails_with_the_retries_of_the_client(rolled):
    assert rolled.retrying.failures == []
    assert rolled.retrying.num_rows > 0


def test_ledger_has_each_request_once(rolled, gateways):
    def outcomes(load):
        return read_accounts(gateways[0].database, load.key.key.id)[2]

    assert wait_until(lambda: outcomes(rolled.strict) == {"completed": rolled.strict.num_rows})
    assert wait_until(lambda: outcomes(rolled.retrying)["completed"] >= rolled.retrying.num_rows)


def test_batches_are_complete(rolled):
    expected = {f"line-{number}": 1 for number in range(NUM_LINES)}

    for batch, results in zip(rolled.batches, rolled.results, strict=True):
        assert (batch.status, batch.error_file_id) == ("completed", None)
        assert Counter(one["custom_id"] for one in results) == expected
        assert {one["response"]["status_code"] for one in results} == {200}
