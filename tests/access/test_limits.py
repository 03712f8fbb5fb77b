"""Rate limits, in the memory of a process and in Redis."""

import asyncio
import random
from contextlib import aclosing, suppress
from types import SimpleNamespace

import pytest

from limner.access.gate import release_when_drawn
from limner.access.keys import KeyLimits
from limner.access.limits.projects import ProjectLimit
from limner.core.errors import RateLimitError
from limner.core.picture import CompletedImage, Picture, Size
from rate_limits import MODEL, age, limiting, new_key, take, take_all
from redis_server import running_redis


@pytest.fixture(params=["memory", "redis"])
def url(request):
    """Of a Redis of this test, or None."""
    if request.param == "memory":
        yield None
        return
    with running_redis() as server:
        yield server.url


def test_requests_beyond_the_limit_are_refused(url):
    key, limits = new_key(), KeyLimits(requests_per_minute=3)

    async def scenario():
        async with limiting(url) as limiter:
            return [await take(limiter, key, limits) for _ in range(4)]

    *admitted, refused = asyncio.run(scenario())
    assert [headers["x-ratelimit-remaining-requests"] for headers in admitted] == ["2", "1", "0"]
    assert isinstance(refused, RateLimitError)
    assert refused.body()["error"] == {
        "message": (
            "Rate limit reached for gpt-image-1 in organization org-limner on requests per min (RPM):"
            " Limit 3, Used 3, Requested 1. Please try again in 60s."
        ),
        "type": "requests",
        "param": None,
        "code": "rate_limit_exceeded",
    }
    assert refused.headers["retry-after"] == "60"
    assert refused.headers["x-ratelimit-remaining-requests"] == "0"
    assert "x-should-retry" not in refused.headers


def test_images_beyond_the_limit_are_refused(url):
    key, limits = new_key(), KeyLimits(images_per_minute=5)

    async def scenario():
        async with limiting(url) as limiter:
            return [await take(limiter, key, limits, n=n) for n in (3, 3, 2)]

    first, refused, last = asyncio.run(scenario())
    assert (first["x-ratelimit-limit-images"], first["x-ratelimit-remaining-images"]) == ("5", "2")
    assert refused.message == (
        "Rate limit exceeded for images per minute in organization org-limner. Limit: 5/1min. Current: 6/1min."
    )
    assert (refused.type, refused.code, refused.param) == ("requests", "rate_limit_exceeded", None)
    assert last["x-ratelimit-remaining-images"] == "0", "the refused images were not counted"


def test_requests_at_a_time_are_limited(url):
    key, limits = new_key(), KeyLimits(concurrency=2)

    async def scenario():
        async with limiting(url) as limiter:
            async with limiter.permit(key, limits, MODEL, 1), limiter.permit(key, limits, MODEL, 1):
                refused = await take(limiter, key, limits)
            return refused, await take(limiter, key, limits)

    refused, later = asyncio.run(scenario())
    assert refused.message == (
        "Rate limit reached for gpt-image-1 in organization org-limner on concurrent requests:"
        " Limit 2, Used 2, Requested 1. Please try again in 1s."
    )
    assert refused.headers == {"retry-after": "1"}
    assert later == {}, "the others have ended"


def test_request_that_failed_no_longer_runs(url):
    key, limits = new_key(), KeyLimits(concurrency=1)

    async def scenario():
        async with limiting(url) as limiter:
            with pytest.raises(ValueError, match="drawing"):
                async with limiter.permit(key, limits, MODEL, 1):
                    raise ValueError("drawing")
            task = asyncio.create_task(hold(limiter, key, limits))
            await asyncio.sleep(0.05)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            return await take(limiter, key, limits)

    assert asyncio.run(scenario()) == {}


async def hold(limiter, key, limits):
    async with limiter.permit(key, limits, MODEL, 1):
        await asyncio.sleep(60)


def test_concurrent_requests_get_exactly_the_limit(url):
    key, limits = new_key(), KeyLimits(requests_per_minute=20, images_per_minute=1000, concurrency=1000)

    async def scenario():
        async with limiting(url) as one, limiting(url) as other:
            return await take_all([one, other] if url else [one], key, limits, [1] * 100)

    assert len(asyncio.run(scenario())) == 20


def test_refused_requests_take_none_of_the_other_limits(url):
    key, limits = new_key(), KeyLimits(requests_per_minute=100, images_per_minute=5, concurrency=50)

    async def scenario():
        async with limiting(url) as one, limiting(url) as other:
            admitted = await take_all([one, other] if url else [one], key, limits, [2] * 40)
            return admitted, await take(one, key, limits)

    admitted, last = asyncio.run(scenario())
    assert admitted == [2, 2]
    assert last["x-ratelimit-remaining-requests"] == "97"
    assert last["x-ratelimit-remaining-images"] == "0"


def test_refused_requests_do_not_get_others_refused(url):
    """Neither for a moment, nor in another process."""
    limits = KeyLimits(requests_per_minute=1000, images_per_minute=5)

    async def scenario():
        async with limiting(url) as one, limiting(url) as other:
            limiters = [one, other] if url else [one]
            for seed in range(10):
                key = new_key()
                await take(one, key, limits, n=2)
                amounts = [4] * 20 + [1] * 3  # none of the former fits, all of the latter do
                random.Random(seed).shuffle(amounts)
                assert await take_all(limiters, key, limits, amounts) == [1, 1, 1]

    asyncio.run(scenario())


def test_concurrency_is_exact_under_load(url):
    key, limits = new_key(), KeyLimits(concurrency=3, requests_per_minute=10_000)
    running, most = 0, 0

    async def request(limiter):
        nonlocal running, most
        try:
            async with limiter.permit(key, limits, MODEL, 1):
                running += 1
                most = max(most, running)
                await asyncio.sleep(0.002)
                running -= 1
        except RateLimitError:
            return False
        return True

    async def scenario():
        async with limiting(url) as one, limiting(url) as other:
            limiters = [one, other] if url else [one]
            for _ in range(5):
                admitted = await asyncio.gather(*(request(limiters[index % len(limiters)]) for index in range(40)))
                assert sum(admitted) >= 3
            return await take(one, key, limits)

    assert isinstance(asyncio.run(scenario()), dict)
    assert most == 3


def test_given_back_permit_costs_nothing(url):
    key, limits = new_key(), KeyLimits(requests_per_minute=2, images_per_minute=4, concurrency=1)

    async def scenario():
        async with limiting(url) as limiter:
            await take(limiter, key, limits)
            for _ in range(3):
                async with limiter.permit(key, limits, MODEL, 3) as permit:
                    await permit.give_back()
            return await take(limiter, key, limits, n=3), await take(limiter, key, limits)

    last, refused = asyncio.run(scenario())
    assert (last["x-ratelimit-remaining-requests"], last["x-ratelimit-remaining-images"]) == ("0", "0")
    assert "Used 2, Requested 1" in refused.message or "Current: 5/1min" in refused.message


def test_window_moves(url):
    """What was sent more than a minute ago no longer counts, and nothing else is forgotten."""
    key, limits = new_key(), KeyLimits(images_per_minute=5)

    async def scenario():
        async with limiting(url) as limiter:
            await take(limiter, key, limits, n=3)
            age(limiter, 25.4, url=url)
            await take(limiter, key, limits, n=2)
            age(limiter, 20, url=url)
            refused = await take(limiter, key, limits), await take(limiter, key, limits, n=4)
            age(limiter, 15, url=url)  # the first three have left the window
            return *refused, await take(limiter, key, limits, n=3), await take(limiter, key, limits)

    one, four, fits, none = asyncio.run(scenario())
    assert one.headers["retry-after"] == "15"
    assert one.headers["x-ratelimit-reset-images"].startswith(("39.9", "40s")), "until all are free"
    assert four.headers["retry-after"] == "40", "one of the last two must leave, too"
    assert fits["x-ratelimit-remaining-images"] == "0"
    assert none.headers["retry-after"] == "25"


def test_unused_limit_is_reset_at_once(url):
    key = new_key()
    sent, tight = KeyLimits(requests_per_minute=9), KeyLimits(requests_per_minute=9, concurrency=1)

    async def scenario():
        async with limiting(url) as limiter:
            used = await take(limiter, key, sent)
            age(limiter, 60.1, url=url)
            async with limiter.permit(key, KeyLimits(concurrency=1), MODEL, 1):
                return used, await take(limiter, key, tight)

    used, refused = asyncio.run(scenario())
    assert used["x-ratelimit-reset-requests"] == "1m0s"
    assert refused.headers["x-ratelimit-reset-requests"] == "0s"
    assert refused.headers["x-ratelimit-remaining-requests"] == "9"


def test_keys_have_their_own_counters(url):
    limits = KeyLimits(requests_per_minute=1, concurrency=1)

    async def scenario():
        async with limiting(url) as limiter, limiter.permit(new_key(), limits, MODEL, 1):
            return await take(limiter, new_key(), limits)

    assert isinstance(asyncio.run(scenario()), dict)


def test_project_limit_is_shared_by_its_keys(url):
    project = new_key().id
    limits = {(project, MODEL): ProjectLimit(requests_per_minute=3, images_per_minute=4)}
    one, two = new_key(project_id=project), new_key(project_id=project)

    async def scenario():
        async with limiting(url, projects=limits) as limiter:
            first = await take(limiter, one, KeyLimits(requests_per_minute=2), n=3)
            refused = await take(limiter, two, KeyLimits(), n=2)
            other_model = await take(limiter, two, KeyLimits(), n=9, model="dall-e-2")
            other_project = await take(limiter, new_key(), KeyLimits(), n=9)
            last = await take(limiter, one, KeyLimits(requests_per_minute=9), n=1)
            return first, refused, other_model, other_project, last

    first, refused, other_model, other_project, last = asyncio.run(scenario())
    assert (first["x-ratelimit-limit-requests"], first["x-ratelimit-remaining-requests"]) == ("2", "1"), "the tightest"
    assert refused.message == (
        f"Rate limit exceeded for images per minute in organization org-limner (project {project})."
        " Limit: 4/1min. Current: 5/1min."
    )
    assert other_model == other_project == {}
    assert (last["x-ratelimit-limit-requests"], last["x-ratelimit-remaining-requests"]) == ("3", "1")


def test_changed_limit_applies_to_what_was_counted(url):
    key = new_key()

    async def scenario():
        async with limiting(url) as limiter:
            for _ in range(3):
                await take(limiter, key, KeyLimits(requests_per_minute=5))
            lower = await take(limiter, key, KeyLimits(requests_per_minute=2))
            return lower, await take(limiter, key, KeyLimits(requests_per_minute=9))

    lower, higher = asyncio.run(scenario())
    assert "Limit 2, Used 3, Requested 1" in lower.message
    assert lower.headers["x-ratelimit-remaining-requests"] == "0"
    assert higher["x-ratelimit-remaining-requests"] == "5"


@pytest.mark.parametrize("limit", [4, 0])
def test_request_above_the_limit_is_never_retried(url, limit):
    key, limits = new_key(), KeyLimits(images_per_minute=limit, requests_per_minute=10)

    async def scenario():
        async with limiting(url) as limiter:
            refused = await take(limiter, key, limits, n=5)
            return refused, await take(limiter, key, KeyLimits(requests_per_minute=10))

    refused, other = asyncio.run(scenario())
    assert refused.message == (
        f"Request too large for gpt-image-1 in organization org-limner on images per min: Limit {limit}, Requested 5."
    )
    assert (refused.status, refused.code, refused.param) == (429, "rate_limit_exceeded", "n")
    assert refused.headers == {"x-should-retry": "false"}
    assert other["x-ratelimit-remaining-requests"] == "9"


def test_exhausted_key_is_refused_without_counting(url):
    key, limits = new_key(), KeyLimits(requests_per_minute=3, images_per_minute=100, concurrency=5)

    async def scenario():
        async with limiting(url) as limiter:
            for _ in range(20):
                await limiter.refuse_exhausted(key, limits)
            left = [await take(limiter, key, limits) for _ in range(3)]
            with pytest.raises(RateLimitError) as refusal:
                await limiter.refuse_exhausted(key, limits)
            age(limiter, 60.1, url=url)
            await limiter.refuse_exhausted(key, limits)
            return left, refusal.value

    left, refusal = asyncio.run(scenario())
    assert [headers["x-ratelimit-remaining-requests"] for headers in left] == ["2", "1", "0"]
    assert refusal.message == (
        "Rate limit reached for organization org-limner on requests per min (RPM):"
        " Limit 3, Used 3, Requested 1. Please try again in 60s."
    )


def test_key_with_as_many_running_requests_as_it_may_have_is_exhausted(url):
    key, limits = new_key(), KeyLimits(concurrency=1)

    async def scenario():
        async with limiting(url) as limiter:
            async with limiter.permit(key, limits, MODEL, 1):
                with pytest.raises(RateLimitError, match="concurrent requests"):
                    await limiter.refuse_exhausted(key, limits)
            await limiter.refuse_exhausted(key, limits)

    asyncio.run(scenario())


def test_longest_wait_is_reported(url):
    key, limits = new_key(), KeyLimits(requests_per_minute=1, images_per_minute=1, concurrency=1)

    async def scenario():
        async with limiting(url) as limiter:
            await take(limiter, key, KeyLimits(requests_per_minute=1))
            age(limiter, 30, url=url)
            async with limiter.permit(key, KeyLimits(images_per_minute=1, concurrency=1), MODEL, 1):
                return await take(limiter, key, limits)

    refused = asyncio.run(scenario())
    assert "images per minute" in refused.message
    assert refused.headers["retry-after"] == "60"


def test_key_without_limits_needs_no_counters(url):
    key = new_key()

    async def scenario():
        async with limiting(url) as limiter:
            answers = [await take(limiter, key, KeyLimits(), n=10) for _ in range(100)]
            return answers, limiter._local._storage.events

    answers, counters = asyncio.run(scenario())
    assert answers == [{}] * 100
    assert not counters


@pytest.mark.parametrize("ends", ["completed", "failed", "closed"])
def test_request_is_released_before_its_client_knows_that_it_has_ended(ends):
    """After the last image, or an error, it may send the next request at once."""
    steps = []

    class RecordedPermit:
        async def release(self):
            steps.append("released")

    async def draw():
        for index in range(2):
            yield SimpleNamespace() if ends == "closed" else completed(index)
            if ends == "failed":
                raise ValueError

    async def scenario():
        async with aclosing(release_when_drawn(RecordedPermit(), 2, draw())) as events:
            with suppress(ValueError):
                async for _ in events:
                    steps.append("event")
                    if ends == "closed":
                        break
        steps.append("end")

    asyncio.run(scenario())
    expected = {
        "completed": ["event", "released", "event", "released", "end"],
        "failed": ["event", "released", "end"],
        "closed": ["event", "released", "end"],
    }
    assert steps == expected[ends]


def completed(index):
    return CompletedImage(image_index=index, picture=Picture(b"", "png", Size(1, 1)), background="opaque")
