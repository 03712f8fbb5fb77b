"""Tests of an app that generates images. They need no network and no key."""

import base64

import openai
import pytest

from limner.testing import LimnerServer


class Postcards:
    """The app: it generates a postcard, or returns a message if that fails."""

    def __init__(self, client: openai.OpenAI) -> None:
        self.client = client

    def create(self, subject: str) -> bytes | str:
        try:
            result = self.client.images.generate(model="gpt-image-1.5", prompt=f"A postcard of {subject}")
        except openai.RateLimitError:
            return "Too many postcards at the moment. Please try again in a minute."
        except openai.APIError:
            return "The postcard could not be created. Please try again."
        return base64.b64decode(result.data[0].b64_json)


@pytest.fixture
def postcards(limner_server: LimnerServer) -> Postcards:
    client = openai.OpenAI(base_url=limner_server.base_url, api_key=limner_server.api_key, max_retries=0)
    return Postcards(client)


def test_postcard_is_generated_from_its_subject(postcards: Postcards, limner_server: LimnerServer) -> None:
    picture = postcards.create("a lighthouse")

    assert picture.startswith(b"\x89PNG")
    assert [request.prompt for request in limner_server.requests] == ["A postcard of a lighthouse"]


def test_rate_limit_returns_a_message(postcards: Postcards, limner_server: LimnerServer) -> None:
    limner_server.fail_next(429, retry_after_s=20)

    assert "try again in a minute" in postcards.create("a lighthouse")


def test_failure_returns_a_message(postcards: Postcards, limner_server: LimnerServer) -> None:
    limner_server.fail_next(500)

    assert "could not be created" in postcards.create("a lighthouse")
