"""/v1/organization/limner/models: what engines have loaded, and `limner models loaded|load|unload|pin|unpin`."""

import asyncio
import json
import sys

import pytest

from limner.cli import main
from limner.core.errors import ConflictError
from limner.core.model_state import ModelState
from raw_http import get, post_json
from running import running_server
from tiny_engine import TinyEngine

PATH = "/v1/organization/limner/models"


class LoadingEngine(TinyEngine):
    """Loads at once, on one device."""

    def __init__(self):
        super().__init__()
        self.state = ModelState(checkpoint="me/tiny", device="cuda:0")
        self.actions = []

    def model_states(self):
        return [self.state]

    async def control_model(self, action):
        self.actions.append(action)
        if action == "unload":
            raise ConflictError("The model 'me/tiny' is drawing.", param="model", code="model_in_use")
        self.state = ModelState(
            checkpoint="me/tiny", device="cuda:0", status="loaded", is_pinned=action == "pin", num_bytes=16_900_000_000
        )


@pytest.fixture
def engine():
    return LoadingEngine()


@pytest.fixture
def server(engine, settings):
    with running_server(engine, settings) as server:
        yield server


def test_loaded_models_are_listed_with_memory_and_names(server):
    (found,) = get(server.port, PATH).json()["data"]

    assert (found["checkpoint"], found["device"], found["status"]) == ("me/tiny", "cuda:0", "absent")
    assert "gpt-image-1" in found["models"]
    assert (found["pinned"], found["bytes"], found["problem"]) == (False, 0, None)


def test_model_is_pinned_and_reported(server, engine):
    answer = post_json(server.port, PATH, {"model": "gpt-image-1", "action": "pin"})

    assert engine.actions == ["pin"]
    assert [(one["status"], one["pinned"], one["bytes"]) for one in answer.json()["data"]] == [
        ("loaded", True, 16_900_000_000)
    ]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"model": "gpt-image-1", "action": "unload"}, 409, "model_in_use"),
        ({"model": "nothing", "action": "load"}, 404, "model_not_found"),
        ({"model": "gpt-image-1", "action": "burn"}, 400, "invalid_value"),
        ({"action": "load"}, 400, "missing_required_parameter"),
    ],
)
def test_impossible_control_is_an_error(server, body, status, code):
    answer = post_json(server.port, PATH, body)

    assert (answer.status, answer.error["code"]) == (status, code)


def test_engine_that_loads_nothing_is_named(settings):
    with running_server(TinyEngine(), settings) as server:
        answer = post_json(server.port, PATH, {"model": "gpt-image-1", "action": "load"})

        assert get(server.port, PATH).json()["data"] == []
    assert answer.error["message"] == "The engine of the model 'gpt-image-1' loads no models."


def run(monkeypatch, capfd, *arguments):
    monkeypatch.setattr(sys, "argv", ["limner", "models", *arguments])
    with pytest.raises(SystemExit) as exit_info:
        main()
    return exit_info.value.code, capfd.readouterr()


def test_models_are_controlled_by_command(server, monkeypatch, capfd):
    code, printed = run(monkeypatch, capfd, "pin", "gpt-image-1", "--server", server.address)
    lines = printed.out.splitlines()

    assert code == 0
    assert lines[0].split() == ["MODEL", "DEVICE", "STATE", "MEMORY", "SERVED", "AS"]
    assert lines[1].startswith("me/tiny  cuda:0  loaded, pinned  16.9 GB")
    code, printed = run(monkeypatch, capfd, "loaded", "--server", server.address, "--json")
    assert json.loads(printed.out)[0]["status"] == "loaded"
    code, printed = run(monkeypatch, capfd, "unload", "gpt-image-1", "--server", server.address)
    assert (code, printed.err) == (1, "limner: The model 'me/tiny' is drawing.\n")


def test_models_of_a_server_are_listed_with_their_state(server, engine, monkeypatch, capfd):
    asyncio.run(engine.control_model("load"))

    code, printed = run(monkeypatch, capfd, "--server", server.address)

    assert code == 0
    assert printed.out.splitlines()[0].split() == ["MODEL", "DEVICE", "STATE", "MEMORY"]
    assert [line.split() for line in printed.out.splitlines() if line.startswith("gpt-image-1 ")] == [
        ["gpt-image-1", "cuda:0", "loaded", "16.9", "GB"]
    ]
