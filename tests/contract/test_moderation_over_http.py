"""A flagged request is refused before anything is drawn, in the literal shape."""

import openai
import pytest

from limner.settings import Moderation, Settings, Storage
from raw_http import post_json
from running import running_server
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
BLOCKED = {"model": "gpt-image-1", "prompt": "a gory beheading with blood and guts everywhere", "size": "64x64"}


@pytest.fixture(scope="module")
def engine():
    return TinyEngine()


@pytest.fixture(scope="module")
def moderated(engine, tmp_path_factory):
    storage = Storage(folder=tmp_path_factory.mktemp("moderated"))
    with running_server(engine, Settings(moderation=Moderation(provider="patterns"), storage=storage)) as server:
        yield server


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_flagged_prompt_is_refused_before_drawing(moderated, engine, stream):
    drawn = len(engine.requests)

    answer = post_json(moderated.port, GENERATIONS, BLOCKED | {"stream": stream})

    assert (answer.status, answer.error["code"]) == (400, "moderation_blocked")
    assert answer.error["type"] == "image_generation_user_error"
    assert answer.error["message"].endswith("safety_violations=[violence].")
    assert len(engine.requests) == drawn
    assert moderated.service.num_waiting == 0


def test_official_client_raises_bad_request(moderated):
    with moderated.client() as client, pytest.raises(openai.BadRequestError) as raised:
        client.images.generate(**BLOCKED)

    assert raised.value.code == "moderation_blocked"


def test_level_has_an_effect_only_with_a_moderator(moderated, shared):
    fields = BLOCKED | {"prompt": "a fox", "moderation": "low"}

    assert post_json(moderated.port, GENERATIONS, fields).headers["limner-ignored"] is None
    assert post_json(shared.port, GENERATIONS, fields).headers["limner-ignored"] == "moderation"


def test_server_on_loopback_does_not_moderate(shared):
    assert post_json(shared.port, GENERATIONS, BLOCKED).status == 200
