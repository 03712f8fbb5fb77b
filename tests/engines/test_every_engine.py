"""The contract that all engines satisfy."""

import asyncio
import io
from contextlib import ExitStack, aclosing

import numpy as np
import pytest
from PIL import Image

from limner import codec
from limner.core.formats import FORMATS
from limner.core.picture import CompletedImage, PartialImage, Picture, Size
from limner.core.request import ImageRequest
from limner.engines.engine import SupportsEstimate
from limner.engines.illustrator.engine import IllustratorEngine
from limner.engines.proxy.engine import OpenAIEngine
from limner.engines.routing.engine import RoutingEngine
from limner.settings import Settings, Storage
from route_fixtures import make_route
from running import running_server
from tiny_engine import TinyEngine

SIZE = Size(128, 96)


def diffusers_options(request):
    pytest.importorskip("torch", reason="needs limner[diffusers]")
    pytest.importorskip("diffusers", reason="needs limner[diffusers]")
    import tiny

    checkpoint = request.getfixturevalue("checkpoints")("flux")
    cache = str(request.getfixturevalue("tmp_path_factory").mktemp("cache"))
    arguments = tiny.FAMILIES["flux"].arguments
    options = {"checkpoint": checkpoint, "device": "cpu", "steps": 4, "arguments": arguments, "cache": cache}
    return options | {"deterministic": True}


def diffusers_engine(request):
    options = diffusers_options(request)

    from limner.engines.diffusers.engine import DiffusersEngine
    from limner.engines.diffusers.worker import DeviceWorkers

    return DiffusersEngine(workers=DeviceWorkers(), **options)


def diffusers_processes(request):
    from limner.engines.diffusers.device_processes import DeviceProcesses
    from limner.engines.diffusers.process_engine import ProcessEngine

    return ProcessEngine(processes=DeviceProcesses(), **diffusers_options(request))


def in_replica(request, engine):
    """The engine of a gateway, with Ray Serve in its local testing mode."""
    pytest.importorskip("ray", reason="needs limner[ray]")
    from ray_local import hosted

    manager = hosted(engine)
    request.addfinalizer(lambda: manager.__exit__(None, None, None))
    return manager.__enter__()


def upstream_engine(request):
    """In front of a server with the tiny engine. One connection, so that requests queue."""
    storage = Storage(folder=request.getfixturevalue("tmp_path_factory").mktemp("behind"))
    server = ExitStack()
    request.addfinalizer(server.close)
    behind = server.enter_context(running_server(TinyEngine(seconds_per_step=0.005), Settings(storage=storage)))
    return OpenAIEngine(base_url=f"{behind.address}/v1", profile="limner", model="illustrator", connections=1)


ENGINES = {
    "tiny": lambda request: TinyEngine(),
    "illustrator": lambda request: IllustratorEngine(processes=2),
    "diffusers": diffusers_processes,
    "illustrator in a replica": lambda request: in_replica(request, IllustratorEngine(processes=2)),
    "diffusers in a replica": lambda request: in_replica(request, diffusers_engine(request)),
    "openai": upstream_engine,
    "routes": lambda request: RoutingEngine(
        "any", [make_route("near", IllustratorEngine(processes=2)), make_route("far", rank=2)]
    ),
}


@pytest.fixture(scope="module", params=list(ENGINES))
def run(request):
    """Runs a coroutine function with a started engine, on the engine's event loop."""
    engine = ENGINES[request.param](request)
    with asyncio.Runner() as runner:
        runner.run(engine.start())
        yield lambda work: runner.run(work(engine))
        runner.run(engine.close())


async def collect_events(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def make_request(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a red apple", "size": SIZE, "seed": 7}
        | {"stream": "partial_images" in fields}
        | fields
    )


def decode_pixels(picture: Picture) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(picture.read())))


@pytest.mark.parametrize("output_format", FORMATS)
def test_images_have_requested_count_size_and_format(run, output_format):
    events = run(lambda engine: collect_events(engine, make_request(n=3, output_format=output_format)))

    assert [type(event) for event in events] == [CompletedImage] * 3
    assert [event.image_index for event in events] == [0, 1, 2]
    for event in events:
        image = Image.open(io.BytesIO(event.picture.read()))
        assert (image.format, image.size) == (output_format.upper(), SIZE)
        assert (event.picture.format, event.picture.size) == (output_format, SIZE)


@pytest.mark.parametrize("partial_images", [0, 1, 2, 3])
def test_previews_are_ordered_and_precede_their_image(run, partial_images):
    events = run(lambda engine: collect_events(engine, make_request(n=2, partial_images=partial_images)))

    for index in (0, 1):
        *previews, last = [event for event in events if event.image_index == index]
        assert isinstance(last, CompletedImage)
        assert all(isinstance(preview, PartialImage) for preview in previews)
        assert [preview.partial_image_index for preview in previews] == list(range(len(previews)))
        assert len(previews) == partial_images
        assert all(preview.picture.size == SIZE for preview in previews)


def test_same_seed_gives_same_image(run):
    first, second = (run(lambda engine: collect_events(engine, make_request())) for _ in range(2))

    assert np.array_equal(decode_pixels(first[0].picture), decode_pixels(second[0].picture))


def test_image_index_is_added_to_the_seed(run):
    both = run(lambda engine: collect_events(engine, make_request(n=2)))
    single = run(lambda engine: collect_events(engine, make_request(seed=8)))

    assert np.array_equal(decode_pixels(both[1].picture), decode_pixels(single[0].picture))
    assert not np.array_equal(decode_pixels(both[0].picture), decode_pixels(single[0].picture))


def right_half_mask(protected: int = 255) -> Picture:
    """A mask that lets the right half change."""
    mask = np.full((SIZE.height, SIZE.width, 4), protected, np.uint8)
    mask[:, SIZE.width // 2 :, 3] = 0
    return codec.encode(mask, "png")


@pytest.mark.parametrize("protected", [255, 254])
def test_edit_changes_only_pixels_inside_the_mask(run, protected):
    ramp = np.mgrid[0 : SIZE.height, 0 : SIZE.width].sum(axis=0) % 256
    original = np.repeat(ramp[..., None].astype(np.uint8), 3, axis=2)
    request = make_request(
        operation="edit", images=(codec.encode(original, "png"),), mask=right_half_mask(protected), prompt="a red apple"
    )

    events = run(lambda engine: collect_events(engine, request))

    drawn, half = decode_pixels(events[-1].picture)[..., :3], SIZE.width // 2
    assert np.array_equal(drawn[:, :half], original[:, :half])
    assert not np.array_equal(drawn[:, half:], original[:, half:])


def test_all_engines_but_tiny_support_estimates(run, request):
    async def has_estimate(engine):
        return isinstance(engine, SupportsEstimate)

    assert run(has_estimate) == (request.node.callspec.params["run"] != "tiny")


def test_estimate_grows_with_queued_requests(run):
    async def ask(engine):
        if not isinstance(engine, SupportsEstimate):
            pytest.skip("this engine gives no estimate")
        await collect_events(engine, make_request())
        await until(lambda: engine.estimate(make_request()).eta_s is not None)
        idle = engine.estimate(make_request())
        drawing = [asyncio.create_task(collect_events(engine, make_request(n=4, seed=seed))) for seed in range(3)]
        await asyncio.sleep(0.02)
        busy = engine.estimate(make_request())
        await asyncio.gather(*drawing)
        await until(lambda: engine.estimate(make_request()).ahead == 0)
        return idle, busy

    async def until(condition):
        """A gateway asks its replicas in the background."""
        async with asyncio.timeout(30):
            while not condition():
                await asyncio.sleep(0.01)

    idle, busy = run(ask)

    assert idle.ahead == 0
    assert busy.ahead >= 4
    assert 0 < idle.eta_s < busy.eta_s


def test_closing_the_stream_frees_the_engine(run):
    async def leave_early(engine):
        async with aclosing(engine.generate(make_request(n=8, partial_images=3, quality="high"))) as events:
            await anext(events)
        return await asyncio.wait_for(collect_events(engine, make_request()), 30)

    events = run(leave_early)

    assert isinstance(events[-1], CompletedImage)


def test_transparent_background_gives_alpha(run):
    events = run(lambda engine: collect_events(engine, make_request(background="transparent")))

    assert codec.has_alpha(events[0].picture)
