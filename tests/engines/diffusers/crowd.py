"""What the tests of families share: pictures drawn in a crowd, and the same ones drawn alone by stock diffusers."""

import asyncio

from diffusers.guiders import BaseGuidance
from studio import events_of, hole, picture_of, running, scenery, wish

from limner.core.picture import Size
from limner.engines.diffusers.checkpoint import LoadedModel, load
from limner.engines.diffusers.curve import WidthCurve
from limner.engines.diffusers.materials import read_materials
from limner.engines.diffusers.orders import Rules
from limner.engines.diffusers.outlet import Outlet
from limner.engines.diffusers.plan import make_plan
from limner.engines.diffusers.sitting import drawn
from limner.engines.diffusers.workshop import Workshop
from running import wait_until

CLOSE = 1e-5


class AlwaysWide(WidthCurve):
    """As if width had always paid."""

    def width(self, key, rows_each=1):
        return self.max_rows


class Recorder(Outlet):
    """Keeps the pictures as the device drew them: bytes would hide what differs by less than a rounding."""

    def __init__(self, outlet):
        super().__init__(outlet._pool)
        self.drawn = {}

    def develop(self, sitting, images):
        developed = super().develop(sitting, images)
        developed.images = images.clone()
        return developed

    def finish(self, sitting, developed):
        self.drawn[sitting.request.seed + sitting.image_index] = developed.images
        return super().finish(sitting, developed)


class MeetingPlace(Workshop):
    """Counts requests and forwards, so that one request joins during each forward, however fast the machine is."""

    num_begun = num_forwards = 0

    def begin(self, sittings):
        super().begin(sittings)
        self.num_begun += 1


def drawn_in_a_crowd(engine, requests, *, first=None):
    """The pictures by seed, and how many of them a forward had on average, whatever rows each of them has.

    One joins during each forward. `first`: drawn before, so that the model is loaded.
    """
    if not isinstance(engine.workshops[0], MeetingPlace):
        engine.workshops = [MeetingPlace("cpu", engine.workshops[0].rules)]
    [place] = engine.workshops
    executor = place.executor
    place.scheduler.curve = AlwaysWide(max_rows=8)
    recorder = executor.outlet = Recorder(executor.outlet)

    def until_another_has_come(*args):
        place.num_forwards += 1
        assert wait_until(lambda: place.num_begun >= min(place.num_forwards + 1, len(requests)))

    async def join(index, request):
        while place.num_forwards < index:  # noqa: ASYNC110 (another thread counts)
            await asyncio.sleep(0.001)
        return await events_of(engine, request)

    async def crowd():
        await events_of(engine, first or wish(seed=9_999))
        place.num_begun = place.num_forwards = executor.num_forwards = executor.num_pictures = 0
        for network in place.shelf.get(engine.spec).networks.values():
            network.real.register_forward_pre_hook(until_another_has_come)
        await asyncio.gather(*(join(index, request) for index, request in enumerate(requests)))

    with running(engine) as run:
        run(crowd())
    return recorder.drawn, executor.num_pictures / executor.num_forwards


def drawn_alone(engine, request, model=None):
    """By the stock pipeline, called as anybody would call it."""
    model = model or load(engine.spec, "cpu")
    plan = make_plan(model, request, 0, read_materials(request), engine.recipe)
    pipeline = model.classes.prototype(plan.kind, model.pipeline)
    pipeline.set_progress_bar_config(disable=True)
    for part in pipeline.components.values():
        if isinstance(part, BaseGuidance) and plan.guidance is not None:
            part.guidance_scale = plan.guidance
    return drawn(pipeline(**plan.arguments)), plan.kind.__name__


def engine_over(engine, pipeline):
    """The engine, with a pipeline that is in memory only."""
    pipeline.set_progress_bar_config(disable=True)
    model = LoadedModel(engine.spec, pipeline)
    engine.workshops = [MeetingPlace("cpu", Rules(), loader=lambda spec, device: model)]
    return model


def edit(**fields):
    return wish(**{"operation": "edit", "images": (picture_of(scenery()),)} | fields)


def masked(**fields):
    return edit(mask=picture_of(hole()), **fields)


CROWD = [
    wish(seed=1, prompt="a cat", num_inference_steps=8),
    wish(seed=2, prompt="two dogs dancing in a city at night, neon", num_inference_steps=5, guidance_scale=2.0),
    wish(seed=3, prompt="an astronaut riding a horse in the rain", num_inference_steps=7, negative_prompt="a fox"),
    edit(seed=4, prompt="make it rain", num_inference_steps=6, strength=0.6),
    masked(seed=5, prompt="a red fox", num_inference_steps=6),
    wish(seed=6, prompt="a photo", num_inference_steps=3, size=Size(96, 64)),
    wish(seed=7, prompt="mountains", num_inference_steps=4, guidance_scale=6.5),
]
