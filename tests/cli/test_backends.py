"""Both backends draw the same job alike: in this process and on a server."""

import asyncio
import threading
from contextlib import aclosing
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from limner.cli.api_client import ApiClient, api_url
from limner.cli.backend import BackendError, FinalImage, Preview, RequestFacts
from limner.cli.job import CliJob, InputFile
from limner.cli.local_backend import LocalBackend
from limner.cli.remote_backend import RemoteBackend
from limner.core.errors import BadRequestError
from limner.engines.illustrator.engine import IllustratorEngine
from limner.settings import ModelSettings, Settings, Storage
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import picture

FOX = CliJob(
    operation="generate",
    prompt="A red fox",
    parameters={"model": "illustrator", "size": "128x128", "n": 2},
    stem="a-red-fox",
)


@pytest.fixture(scope="module")
def backend_factories(tmp_path_factory):
    """Factories, because a backend belongs to one event loop."""
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with running_server(IllustratorEngine(processes=1), settings) as server:
        yield {
            "local": lambda: LocalBackend(Settings(), num_images=1),
            "server": lambda: remote_backend(server.address),
        }


@pytest.fixture(params=["local", "server"])
def make_backend(request, backend_factories):
    return backend_factories[request.param]


def remote_backend(address):
    return RemoteBackend(ApiClient(api_url(address), key=None))


def events_of(make_backend, job, *, partial_images=0):
    async def collect():
        backend = make_backend()
        try:
            async with aclosing(backend.draw(job, partial_images=partial_images)) as events:
                return [event async for event in events]
        finally:
            await backend.close()

    return asyncio.run(collect())


def facts_of(events):
    facts = {}
    for event in events:
        if isinstance(event, RequestFacts):
            facts |= event.facts
    return facts


@pytest.mark.parametrize("partial_images", [0, 2], ids=["collected", "streamed"])
def test_backends_return_the_same_images_and_facts(backend_factories, partial_images):
    local, remote = (
        events_of(backend_factories[name], FOX, partial_images=partial_images) for name in ("local", "server")
    )

    pictures = [
        {event.image_index: event.data for event in events if isinstance(event, FinalImage)}
        for events in (local, remote)
    ]
    assert pictures[0] == pictures[1]
    assert len(pictures[0]) == 2
    same = ("model", "seed", "size", "quality", "background", "output_format", "usage", "ignored")
    assert {name: facts_of(local)[name] for name in same} == {name: facts_of(remote)[name] for name in same}
    assert any(isinstance(event, Preview) for event in local) == bool(partial_images)
    assert any(isinstance(event, Preview) for event in remote) == bool(partial_images)


def test_edit_sends_its_image(make_backend):
    job = CliJob(
        operation="edit",
        prompt="Make it night",
        images=(InputFile("red.png", picture()),),
        parameters={"model": "illustrator"},
        stem="night",
    )

    events = events_of(make_backend, job, partial_images=1)

    assert [event for event in events if isinstance(event, FinalImage)]


def test_invalid_parameter_is_named(make_backend):
    job = CliJob(operation="generate", prompt="a", parameters={"quality": "best"}, stem="a")

    with pytest.raises(BadRequestError) as error:
        events_of(make_backend, job, partial_images=1)

    assert error.value.param == "quality"


def test_local_backend_starts_only_the_engine_it_needs():
    settings = Settings(models={"other": ModelSettings(options={"processes": 2})})
    backend = LocalBackend(settings, num_images=1)

    async def draw():
        try:
            return [event async for event in backend.draw(FOX, partial_images=0)]
        finally:
            await backend.close()

    assert [event for event in asyncio.run(draw()) if isinstance(event, FinalImage)]
    assert backend._service._starts.num_engines == 1


def test_closing_the_stream_stops_the_work_on_the_server(tmp_path):
    engine = TinyEngine(seconds_per_step=0.2)

    async def draw_until_preview(address):
        async with aclosing(remote_backend(address).draw(FOX, partial_images=2)) as events:
            async for event in events:
                if isinstance(event, Preview):
                    return

    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        asyncio.run(draw_until_preview(server.address))

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
def test_api_url_completes_an_address(address, url):
    assert api_url(address) == url


def test_error_page_of_another_server_is_reported():
    class Page(BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(502)
            self.end_headers()
            self.wfile.write(b"<h1>Bad gateway</h1>")

        def log_message(self, *_): ...

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.handle_request).start()
        backend = remote_backend(f"http://127.0.0.1:{server.server_port}")

        with pytest.raises(BackendError, match="answered 502 Bad Gateway"):
            events_of(lambda: backend, FOX)
