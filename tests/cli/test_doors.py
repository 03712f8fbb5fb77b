"""The two doors answer alike: the same wish, in this process and on a server."""

import asyncio
import threading
from contextlib import aclosing
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from limner.cli.asked import InputImage, Wish
from limner.cli.doors import DoorError, Drawn, Preview, Told
from limner.cli.local import LocalDoor
from limner.cli.remote import RemoteDoor
from limner.cli.wire import Server
from limner.core.errors import BadRequestError
from limner.engines.illustrator.engine import IllustratorEngine
from limner.settings import ModelSettings, Settings, Storage
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import picture

FOX = Wish(
    operation="generate",
    prompt="A red fox",
    parameters={"model": "illustrator", "size": "128x128", "n": 2},
    stem="a-red-fox",
)


@pytest.fixture(scope="module")
def doors(tmp_path_factory):
    """Made anew for each use: a door lives on one loop."""
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with running_server(IllustratorEngine(processes=1), settings) as server:
        yield {
            "local": lambda: LocalDoor(Settings(), num_pictures=1),
            "server": lambda: RemoteDoor(Server.at(server.address, key=None)),
        }


@pytest.fixture(params=["local", "server"])
def door(request, doors):
    return doors[request.param]


def events_of(make_door, wish, *, partial_images=0):
    async def collect():
        door = make_door()
        try:
            async with aclosing(door.draw(wish, partial_images=partial_images)) as events:
                return [event async for event in events]
        finally:
            await door.close()

    return asyncio.run(collect())


def facts_of(events):
    facts = {}
    for event in events:
        if isinstance(event, Told):
            facts |= event.facts
    return facts


@pytest.mark.parametrize("partial_images", [0, 2], ids=["collected", "streamed"])
def test_both_draw_the_same_pictures_and_tell_the_same(doors, partial_images):
    here, there = (events_of(doors[name], FOX, partial_images=partial_images) for name in ("local", "server"))

    pictures = [
        {event.image_index: event.data for event in events if isinstance(event, Drawn)} for events in (here, there)
    ]
    assert pictures[0] == pictures[1]
    assert len(pictures[0]) == 2
    same = ("model", "seed", "size", "quality", "background", "output_format", "usage", "ignored")
    assert {name: facts_of(here)[name] for name in same} == {name: facts_of(there)[name] for name in same}
    assert any(isinstance(event, Preview) for event in here) == bool(partial_images)
    assert any(isinstance(event, Preview) for event in there) == bool(partial_images)


def test_an_edit_gives_its_picture_along(door):
    wish = Wish(
        operation="edit",
        prompt="Make it night",
        images=(InputImage("red.png", picture()),),
        parameters={"model": "illustrator"},
        stem="night",
    )

    events = events_of(door, wish, partial_images=1)

    assert [event for event in events if isinstance(event, Drawn)]


def test_a_wrong_parameter_is_named(door):
    wish = Wish(operation="generate", prompt="a", parameters={"quality": "best"}, stem="a")

    with pytest.raises(BadRequestError) as told:
        events_of(door, wish, partial_images=1)

    assert told.value.param == "quality"


def test_only_the_engine_that_is_asked_for_is_started():
    settings = Settings(models={"other": ModelSettings(options={"processes": 2})})
    door = LocalDoor(settings, num_pictures=1)

    async def draw():
        try:
            return [event async for event in door.draw(FOX, partial_images=0)]
        finally:
            await door.close()

    assert [event for event in asyncio.run(draw()) if isinstance(event, Drawn)]
    assert len(door._service._starting) == 1


def test_leaving_a_server_early_stops_its_work(tmp_path):
    engine = TinyEngine(seconds_per_step=0.2)

    async def leave(address):
        async with aclosing(RemoteDoor(Server.at(address, key=None)).draw(FOX, partial_images=2)) as events:
            async for event in events:
                if isinstance(event, Preview):
                    return

    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        asyncio.run(leave(server.address))

        assert wait_until(lambda: engine.running == 0, timeout_s=2)
    assert engine.steps < 16


@pytest.mark.parametrize(
    ("address", "url"),
    [
        pytest.param("http://host:8000", "http://host:8000/v1", id="without a path"),
        pytest.param("host:8000/", "http://host:8000/v1", id="without a scheme"),
        pytest.param("https://host/openai/v1/", "https://host/openai/v1", id="with a path"),
    ],
)
def test_an_address_is_understood_as_it_is_typed(address, url):
    assert Server.at(address, key=None).url == url


def test_what_is_no_images_api_is_said():
    class Page(BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(502)
            self.end_headers()
            self.wfile.write(b"<h1>Bad gateway</h1>")

        def log_message(self, *_): ...

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.handle_request).start()
        door = RemoteDoor(Server.at(f"http://127.0.0.1:{server.server_port}", key=None))

        with pytest.raises(DoorError, match="answered 502 Bad Gateway"):
            events_of(lambda: door, FOX)
