"""The errors of refused requests, and the parameter `moderation`."""

import asyncio
import logging
import pickle

import pytest

from limner.access.moderation.refusal import moderation_error, moderation_unavailable_error, refuse_flagged
from limner.core.breaker import Breaker
from limner.core.errors import OverloadedError, PictureError
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.families.family import Fields
from limner.families.registry import FAMILIES

REQUEST = ImageRequest(operation="generate", model="m", prompt="a secret prompt", size=Size(64, 64))


class FixedModerator:
    def __init__(self, violations):
        self.failures = 0
        self.violations = violations
        self.requests = []

    async def check(self, request):
        self.requests.append(request)
        return self.violations


def test_refusal_has_the_literal_shape():
    error = moderation_error("req_0123", ["violence"])

    assert isinstance(error, PictureError)
    assert error.status == 400
    assert error.body() == {
        "error": {
            "message": "Your request was rejected by the safety system. If you believe this is an error, contact us at"
            " help.openai.com and include the request ID req_0123. safety_violations=[violence].",
            "type": "image_generation_user_error",
            "param": None,
            "code": "moderation_blocked",
            "moderation_details": {"moderation_stage": "input", "categories": ["violence"]},
        }
    }


def test_refusal_names_each_category_without_subcategories():
    error = moderation_error("req_0", ["sexual/minors", "sexual", "violence/graphic", "self-harm"])

    assert str(error).endswith(" safety_violations=[sexual, violence, self-harm].")
    assert error.body()["error"]["moderation_details"]["categories"] == ["sexual", "violence", "self-harm"]


def test_refusal_can_be_pickled():
    error = moderation_error("req_0", ["hate"])

    assert pickle.loads(pickle.dumps(error)).body() == error.body()  # noqa: S301 - our own bytes


def test_unavailable_error_says_when_to_retry():
    error = moderation_unavailable_error(wait_s=3.2, is_permanent=False)

    assert isinstance(error, OverloadedError)
    assert (error.status, error.code, error.headers) == (503, "moderation_unavailable", {"retry-after": "4"})
    assert moderation_unavailable_error(wait_s=0, is_permanent=True).headers == {
        "retry-after": "1",
        "x-should-retry": "false",
    }


def test_allowed_requests_pass():
    moderator = FixedModerator([])

    asyncio.run(refuse_flagged(moderator, REQUEST, "req_1"))
    asyncio.run(refuse_flagged(None, REQUEST, "req_1"))

    assert moderator.requests == [REQUEST]


def test_flagged_request_is_refused_and_logged_without_its_prompt(caplog):
    caplog.set_level(logging.INFO, "limner.moderation")

    with pytest.raises(PictureError) as error:
        asyncio.run(refuse_flagged(FixedModerator(["sexual/minors"]), REQUEST, "req_77"))

    assert error.value.code == "moderation_blocked"
    assert "req_77" in caplog.text
    assert "sexual/minors" in caplog.text
    assert REQUEST.prompt not in caplog.text


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("has_moderator", [True, False])
def test_parameter_is_ignored_without_a_moderator_only(name, has_moderator):
    fields = Fields("json", {"prompt": "a", "moderation": "low"})
    obeys = frozenset({"moderation"} if has_moderator else {"seed"})

    request = FAMILIES[name].read("generate", "m", fields, strict=False, obeys=obeys)

    assert request.moderation == "low"
    assert request.ignored == (frozenset() if has_moderator else {"moderation"})


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_breaker_opens_after_failures_in_a_row():
    breaker = Breaker(threshold=2, pause_s=10, clock=Clock())
    breaker.record_failure()
    breaker.record_success()
    breaker.record_failure()

    assert breaker.allow()
    assert breaker.wait_s == 0
    breaker.record_failure()
    assert not breaker.allow()
    assert breaker.wait_s == 10


def test_open_breaker_allows_one_call_per_pause():
    clock = Clock()
    breaker = Breaker(threshold=1, pause_s=10, clock=clock)
    breaker.record_failure()
    clock.now += 10

    assert [bool(breaker.allow()) for _ in range(3)] == [True, False, False]
    breaker.record_failure()
    clock.now += 9
    assert not breaker.allow()
    clock.now += 1
    assert breaker.allow()
    breaker.record_success()
    assert [bool(breaker.allow()) for _ in range(3)] == [True, True, True]
    assert not breaker.is_open


def test_abandoned_call_reopens_the_breaker_only_for_its_own_attempt():
    clock = Clock()
    breaker = Breaker(threshold=1, pause_s=10, clock=clock)
    early = breaker.allow()
    breaker.record_failure()
    breaker.abandon(early)
    waits_s = [breaker.wait_s]
    clock.now += 10
    first = breaker.allow()
    clock.now += 10
    second = breaker.allow()
    breaker.abandon(first)
    waits_s.append(breaker.wait_s)
    breaker.abandon(second)

    assert waits_s == [10, 10]
    assert breaker.wait_s == 0
