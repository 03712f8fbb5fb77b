"""Tests of an app that has pictures made. They need no network and no key."""

import base64

import openai
import pytest

from limner.testing import LimnerServer


class Postcards:
    """The app: it has a postcard painted, and says something kind when it cannot."""

    def __init__(self, client: openai.OpenAI) -> None:
        self.client = client

    def make(self, wish: str) -> bytes | str:
        try:
            answer = self.client.images.generate(model="gpt-image-1.5", prompt=f"A postcard of {wish}")
        except openai.RateLimitError:
            return "Many postcards are being painted. Please try again in a minute."
        except openai.APIError:
            return "The painter spilled the paint. Please try again."
        return base64.b64decode(answer.data[0].b64_json)


@pytest.fixture
def postcards(limner_server: LimnerServer) -> Postcards:
    client = openai.OpenAI(base_url=limner_server.base_url, api_key=limner_server.api_key, max_retries=0)
    return Postcards(client)


def test_a_postcard_shows_what_was_wished(postcards: Postcards, limner_server: LimnerServer) -> None:
    picture = postcards.make("a lighthouse")

    assert picture.startswith(b"\x89PNG")
    assert [request.prompt for request in limner_server.requests] == ["A postcard of a lighthouse"]


def test_a_rate_limit_is_told_kindly(postcards: Postcards, limner_server: LimnerServer) -> None:
    limner_server.fail_next(429, retry_after_s=20)

    assert "try again in a minute" in postcards.make("a lighthouse")


def test_a_failure_is_told_kindly(postcards: Postcards, limner_server: LimnerServer) -> None:
    limner_server.fail_next(500)

    assert "spilled the paint" in postcards.make("a lighthouse")
