"""The pytest plugin, used like in an app's tests."""

import time

import openai
import pytest


def client_of(server, **options) -> openai.OpenAI:
    return openai.OpenAI(**{"base_url": server.base_url, "api_key": server.api_key, "max_retries": 0} | options)


def test_picture_is_drawn_and_the_request_recorded(limner_server):
    answer = client_of(limner_server).images.generate(prompt="a cat", model="gpt-image-1", size="256x256")

    assert answer.data[0].b64_json
    assert [request.prompt for request in limner_server.requests] == ["a cat"]


def test_same_prompt_gives_the_same_picture(limner_server):
    client = client_of(limner_server)

    one, two = (client.images.generate(prompt="a cat", model="gpt-image-1", size="256x256") for _ in range(2))

    assert one.data[0].b64_json == two.data[0].b64_json


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, openai.BadRequestError),
        (401, openai.AuthenticationError),
        (429, openai.RateLimitError),
        (500, openai.InternalServerError),
        (503, openai.InternalServerError),
    ],
)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_next_request_fails_and_the_one_after_is_served(limner_server, status, error, stream):
    client = client_of(limner_server)
    limner_server.fail_next(status)

    with pytest.raises(error):
        client.images.generate(prompt="a cat", model="gpt-image-1", size="256x256", stream=stream)

    assert client.images.generate(prompt="a cat", model="gpt-image-1", size="256x256").data


def test_retrying_client_survives_two_rate_limits(limner_server):
    limner_server.fail_next(429, times=2, retry_after_s=1)

    answer = client_of(limner_server, max_retries=2).images.generate(
        prompt="a cat", model="gpt-image-1", size="256x256"
    )

    assert answer.data
    assert len(limner_server.requests) == 3


def test_stream_breaks_after_partial_images(limner_server):
    limner_server.break_next_stream(after_partial_images=1)
    seen = []

    with pytest.raises(openai.APIError, match="Image generation failed"):
        seen.extend(
            event.type
            for event in client_of(limner_server).images.generate(
                prompt="a cat", model="gpt-image-1", size="256x256", stream=True, partial_images=3
            )
        )

    assert len(limner_server.requests) == 1


def test_latency_makes_a_client_time_out(limner_server):
    limner_server.latency_s = 5
    began = time.monotonic()

    with pytest.raises(openai.APITimeoutError):
        client_of(limner_server, timeout=0.3).images.generate(prompt="a cat", model="gpt-image-1")

    assert time.monotonic() - began < 5


def test_unsupported_status_is_refused(limner_server):
    with pytest.raises(ValueError, match="Cannot fail with 418"):
        limner_server.fail_next(418)
