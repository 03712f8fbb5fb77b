"""What the tests of families share: pictures drawn in a crowd, and the same ones drawn alone by stock diffusers."""

import asyncio
import time

import pytest
from diffusers.guiders import BaseGuidance
from studio import events_of, hole, picture_of, running, scenery, wish

from limner.core.picture import Size
from limner.engines.diffusers.batch import Network
from limner.engines.diffusers.checkpoint import LoadedModel, load
from limner.engines.diffusers.curve import WidthCurve
from limner.engines.diffusers.materials import read_materials
from limner.engines.diffusers.orders import Rules
from limner.engines.diffusers.outlet import Outlet
from limner.engines.diffusers.plan import make_plan
from limner.engines.diffusers.sitting import drawn
from limner.engines.diffusers.workshop import Workshop

CLOSE = 1e-5


class AlwaysWide(WidthCurve):
    """As if width had always paid."""

    def width(self, key, rows_each=1):
        return self.max_rows


class Recorder(Outlet):
    """Keeps the pictures as the device drew them: bytes would hide what differs by less than a rounding."""

    def __init__(self, pool):
        super().__init__(pool)
        self.drawn = {}

    def finish(self, sitting, images):
        self.drawn[sitting.request.seed + sitting.image_index] = images.clone()
        return super().finish(sitting, images)


def drawn_in_a_crowd(engine, requests, *, first=None):
    """The pictures by seed, and how many of them a forward had on average, whatever rows each of them has.

    One joins after each forward, however fast the machine is. `first`: drawn before, so that the model is loaded.
    """
    workshop = engine.workshops[0]
    workshop.scheduler.curve = AlwaysWide(max_rows=8)
    recorder = workshop._outlet = Recorder(workshop._pool)
    company, begun = [], []
    forward, begin = Network.forward, workshop.begin

    def counted(network, calls):
        answers = forward(network, calls)
        company.append(len(calls))  # one that fails is taken apart, and does not count
        until = time.monotonic() + 5
        while len(begun) < min(len(company) + 1, len(requests)) and time.monotonic() < until:
            time.sleep(0.001)
        return answers

    def noted(sittings):
        begin(sittings)
        begun.append(sittings)

    async def join(index, request):
        while len(company) < index:  # noqa: ASYNC110 (another thread counts)
            await asyncio.sleep(0.001)
        return await events_of(engine, request)

    async def crowd():
        await events_of(engine, first or wish(seed=9_999))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Network, "forward", counted)
            patch.setattr(workshop, "begin", noted)
            await asyncio.gather(*(join(index, request) for index, request in enumerate(requests)))

    with running(engine) as run:
        run(crowd())
    return recorder.drawn, sum(company) / len(company)


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
    engine.workshops = [Workshop("cpu", Rules(), loader=lambda spec, device: model)]
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
