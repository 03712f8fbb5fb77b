"""Two processes of `limner serve` on one PostgreSQL, Redis and bucket: what holds, also after one was killed."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager

import httpx2
import numpy as np
import openai
import pytest

from balancer import balancing
from gateway_processes import PRICE, client_of, read_accounts
from limner.access.keys import KeyLimits
from limner.codec import encode
from managed_keys import create_key
from running import wait_until

pytestmark = pytest.mark.cluster

PARAMS = {"model": "gpt-image-1", "prompt": "a fox", "size": "64x64"}
COST = round(PRICE * 1_000_000)
FOX = encode(np.zeros((64, 64, 3), np.uint8), "png").data


@pytest.fixture
def url(gateways):
    return gateways[0].database


@pytest.fixture
def new_key(url, gateways):
    """A function that creates a key with limits; returns its id and its secret."""

    def new_key(**limits):
        key = create_key(url, limits=KeyLimits(**limits))
        return key.key.id, key.secret

    return new_key


@contextmanager
def clients_of(gateways, secret, **options):
    with ExitStack() as stack:
        yield [stack.enter_context(gateway.client(secret, **options)) for gateway in gateways]


def ask_both(gateways, secret, count):
    """The outcomes of that many simultaneous requests to the two in turn: "200", or an error's code."""
    with clients_of(gateways, secret) as clients, ThreadPoolExecutor(count) as pool:

        def ask(number):
            try:
                clients[number % 2].images.generate(**PARAMS)
            except openai.APIStatusError as error:
                return error.code
            return "200"

        return Counter(pool.map(ask, range(count)))


def status_of(gateway, secret):
    headers = {"authorization": f"Bearer {secret}"}
    return httpx2.get(f"{gateway.address}/v1/models", headers=headers, timeout=60).status_code


def test_key_works_on_both_gateways_and_stops_within_a_second(gateways):
    one, two = gateways
    secret = one.create_key("of the command")
    assert [status_of(gateway, secret) for gateway in gateways] == [200, 200]

    two.run("keys", "revoke", "of the command")
    time.sleep(1)

    assert [status_of(gateway, secret) for gateway in gateways] == [401, 401]


def test_images_per_minute_hold_across_gateways(gateways, new_key):
    _, secret = new_key(images_per_minute=7)

    assert ask_both(gateways, secret, 16) == {"200": 7, "rate_limit_exceeded": 9}


def test_concurrency_holds_across_gateways(gateways, new_key):
    _, secret = new_key(concurrency=3)
    with clients_of(gateways, secret) as (one, two), ExitStack() as running:
        streams = [
            running.enter_context(closing(client.images.generate(**PARAMS | {"model": "slow"}, stream=True)))
            for client in (one, two, one)
        ]
        refused = ask_both(gateways, secret, 4)
        streams[1].close()

        assert refused == {"rate_limit_exceeded": 4}
        assert wait_until(lambda: ask_both(gateways, secret, 1) == {"200": 1})


def test_budget_is_spent_exactly_across_gateways(gateways, new_key, url):
    key_id, secret = new_key(monthly_budget=5 * COST)
    admin = create_key(url, kind="admin").secret

    outcomes = ask_both(gateways, secret, 14)

    assert outcomes == {"200": 5, "insufficient_quota": 9}
    assert wait_until(lambda: read_accounts(url, key_id) == (5 * COST, 5 * COST, {"completed": 5}, 0))
    start = int(time.time()) - 3600
    for gateway in gateways:
        with client_of(gateway.address, "unused", admin_api_key=admin) as client:
            organization = client.admin.organization.usage
            used = organization.images(start_time=start, api_key_ids=[key_id], bucket_width="1d").data
            costs = organization.costs(start_time=start - 86_400, api_key_ids=[key_id]).data
        assert sum(result.images for bucket in used for result in bucket.results) == 5
        assert sum(result.amount.value for bucket in costs for result in bucket.results) == pytest.approx(5 * PRICE)


def test_files_and_pictures_of_one_gateway_are_read_through_the_other(gateways, new_key):
    _, secret = new_key()
    with clients_of(gateways, secret) as (one, two):
        drawn = one.images.generate(prompt="a fox", model="dall-e-2", size="256x256", response_format="url").data[0].url
        picture = httpx2.get(drawn.replace(gateways[0].address, gateways[1].address), timeout=60)
        file = one.files.create(file=("fox.png", picture.content), purpose="vision")
        images = [{"file_id": file.id}]
        edited = two.post("/images/edits", body=PARAMS | {"images": images}, cast_to=openai.types.ImagesResponse)

        assert drawn.startswith(gateways[0].address)
        assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")
        assert two.files.content(file.id).content == picture.content
        assert len(edited.data) == 1


def test_recorded_responses_are_sent_by_the_other_gateway(gateways, new_key, url):
    key_id, secret = new_key()
    headers = {"Idempotency-Key": "first", "X-Client-Request-Id": "a-request-of-mine"}
    with clients_of(gateways, secret) as (one, two):
        options = {"extra_headers": headers, "extra_body": {"limner_keep": True}}
        first = one.images.with_raw_response.generate(**PARAMS, **options)
        second = two.images.with_raw_response.generate(**PARAMS, **options)
        kept = two.get("/images/a-request-of-mine", cast_to=openai.types.ImagesResponse)

    assert second.content == first.content
    assert second.headers["original-request"] == first.headers["x-request-id"]
    assert kept.data[0].b64_json == first.parse().data[0].b64_json
    assert wait_until(lambda: read_accounts(url, key_id)[2] == {"completed": 1})


@contextmanager
def killed_while_drawing(gateway, *requests):
    """The futures of requests that a gateway drew when it was killed. It is started again at the end."""
    with ThreadPoolExecutor(len(requests)) as pool:
        answers = [pool.submit(request) for request in requests]
        assert wait_until(lambda: waiting_of(gateway) == len(requests))
        gateway.kill()
        try:
            yield answers
        finally:
            gateway.start()


def waiting_of(gateway):
    return httpx2.get(f"{gateway.address}/health", timeout=60).json()["waiting"]


def test_killed_gateway_leaves_nothing_behind(gateways, new_key, url):
    """Its clients see a closed connection. What its requests held is free soon, and its files after a restart."""
    one, two = gateways
    key_id, secret = new_key(concurrency=2, monthly_budget=2 * COST)
    uneven = PARAMS | {"model": "slow-on-one"}
    with clients_of(gateways, secret) as (first, _):
        requests = [
            lambda: first.images.edit(**uneven, image=("fox.png", FOX)),
            lambda: first.images.generate(**uneven, extra_headers={"Idempotency-Key": "killed"}),
        ]
        with killed_while_drawing(one, *requests) as answers:
            errors = [answer.exception() for answer in answers]
            num_files = one.num_temporary_files
            is_free = wait_until(lambda: ask_both([two, two], secret, 2) == {"200": 2}, timeout_s=60)

    assert [type(error) for error in errors] == [openai.APIConnectionError] * 2
    assert is_free
    assert wait_until(lambda: read_accounts(url, key_id) == (2 * COST, 2 * COST, {"completed": 2}, 0))
    assert num_files > 0
    assert one.num_temporary_files == 0


def test_client_of_a_killed_gateway_gets_its_image_by_retrying(gateways, new_key, url):
    one, two = gateways
    key_id, secret = new_key()
    uneven = PARAMS | {"model": "slow-on-one"}
    with balancing([one.port, two.port]) as balancer, client_of(balancer.address, secret, max_retries=2) as client:
        key = {"Idempotency-Key": "retried"}
        with killed_while_drawing(one, lambda: client.images.generate(**uneven, extra_headers=key)) as answers:
            drawn = answers[0].result(60)

        assert balancer.num_connections == {one.port: 1, two.port: 1}
    assert len(drawn.data) == 1
    assert wait_until(lambda: read_accounts(url, key_id)[2] == {"completed": 1})


def test_stream_is_drawn_again_after_its_gateway_was_killed(gateways, new_key, url):
    one, _ = gateways
    key_id, secret = new_key()
    options = {"model": "slow-on-one", "stream": True, "extra_headers": {"Idempotency-Key": "stream"}}
    with (
        clients_of(gateways, secret) as (first, second),
        killed_while_drawing(one, lambda: list(first.images.generate(**PARAMS | options))) as answers,
    ):
        error = answers[0].exception()
        events = list(second.images.generate(**PARAMS | options))

    assert isinstance(error, (openai.APIConnectionError, httpx2.RemoteProtocolError))
    assert [event.type for event in events] == ["image_generation.completed"]
    assert wait_until(lambda: read_accounts(url, key_id)[2] == {"completed": 1})
