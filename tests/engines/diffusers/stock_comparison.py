"""Draws requests concurrently with the engine, and one by one with stock diffusers, to compare them."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from diffusers.guiders import BaseGuidance
from engine_fixtures import TEST_DEVICE, edit, encode_png, events_of, half_open_mask, make_request, running

from limner.core.picture import Size
from limner.engines.diffusers.checkpoint import load_model
from limner.engines.diffusers.config import DeviceLimits
from limner.engines.diffusers.input_images import read_input_images
from limner.engines.diffusers.loaded_model import LoadedModel
from limner.engines.diffusers.output import OutputProcessor
from limner.engines.diffusers.pipeline_call import make_pipeline_call
from limner.engines.diffusers.safety import images_of
from limner.engines.diffusers.throughput import BatchSizeTuner
from limner.engines.diffusers.worker import DeviceWorker
from running import wait_until

TOLERANCE = 1e-5


class MaximumBatchSize(BatchSizeTuner):
    """Always batches as many rows as allowed."""

    def target_rows(self, key, rows_per_job=1):
        return self.max_rows


class RecordingOutput(OutputProcessor):
    """Keeps images as tensors: encoded bytes would hide differences below one rounding step."""

    def __init__(self):
        super().__init__(ThreadPoolExecutor(2))
        self.images = {}

    def start_copy(self, state, images):
        decoded = super().start_copy(state, images)
        decoded.images = images.clone()
        return decoded

    def complete(self, state, decoded):
        self.images[state.request.seed + state.image_index] = decoded.images
        return super().complete(state, decoded)


class CountingWorker(DeviceWorker):
    """Counts requests and forwards, so that one request joins during each forward on any machine."""

    num_enqueued = num_forwards = 0

    def __init__(self, limits, *, max_rows=8, **options):
        tuner = MaximumBatchSize(max_rows=max_rows)
        super().__init__(TEST_DEVICE, limits, tuner=tuner, output=RecordingOutput(), **options)

    def enqueue(self, states):
        super().enqueue(states)
        self.num_enqueued += 1


def run_concurrently(engine, requests, *, first=None):
    """The images by seed, and the average number of images per forward.

    One request joins during each forward. `first`: drawn before, so that the model is loaded.
    """
    if not isinstance(engine.workers[0], CountingWorker):
        engine.workers = [CountingWorker(engine.workers[0].limits)]
    [worker] = engine.workers
    stats = worker.stats

    def wait_for_next_request(*args):
        worker.num_forwards += 1
        assert wait_until(lambda: worker.num_enqueued >= min(worker.num_forwards + 1, len(requests)))

    async def join(index, request):
        while worker.num_forwards < index:
            await asyncio.sleep(0.001)
        return await events_of(engine, request)

    async def draw_all():
        await events_of(engine, first or make_request(seed=9_999))
        worker.num_enqueued = worker.num_forwards = stats.num_forwards = stats.num_images = 0
        for network in worker.models.get(engine.spec).networks.values():
            network.real.register_forward_pre_hook(wait_for_next_request)
        await asyncio.gather(*(join(index, request) for index, request in enumerate(requests)))

    with running(engine) as run:
        run(draw_all())
    return worker.output.images, stats.num_images / stats.num_forwards


def load_stock(engine):
    """The engine's model, unmodified: load it once for several requests."""
    return load_model(engine.spec, TEST_DEVICE)


def run_stock_pipeline(engine, request, model=None):
    """The images of an unmodified pipeline, and its class name."""
    model = model or load_stock(engine)
    call = make_pipeline_call(model, request, 0, read_input_images(request), engine.sampling)
    pipeline = model.classes.prototype(call.pipeline_class, model.pipeline)
    pipeline.set_progress_bar_config(disable=True)
    with pytest.MonkeyPatch.context() as patch:
        for component in pipeline.components.values():
            if isinstance(component, BaseGuidance) and call.guidance is not None:
                patch.setattr(component, "guidance_scale", call.guidance)
        return images_of(pipeline(**call.arguments)), call.pipeline_class.__name__


def load_in_memory(engine, pipeline):
    """Give the engine a pipeline that cannot be saved as a checkpoint."""
    pipeline.set_progress_bar_config(disable=True)
    model = LoadedModel(engine.spec, pipeline)
    engine.workers = [CountingWorker(DeviceLimits(), loader=lambda spec, device: model)]
    return model


def masked(**fields):
    return edit(mask=encode_png(half_open_mask()), **fields)


REQUESTS = [
    make_request(seed=1, prompt="a cat", num_inference_steps=5),
    make_request(seed=2, prompt="two dogs dancing in a city at night, neon", num_inference_steps=3, guidance_scale=2.0),
    make_request(
        seed=3, prompt="an astronaut riding a horse in the rain", num_inference_steps=4, negative_prompt="a fox"
    ),
    edit(seed=4, prompt="make it rain", num_inference_steps=5, strength=0.6),
    masked(seed=5, prompt="a red fox", num_inference_steps=4),
    make_request(seed=6, prompt="a photo", num_inference_steps=2, size=Size(96, 64)),
    make_request(seed=7, prompt="mountains", num_inference_steps=3, guidance_scale=6.5),
]
"""Different steps, prompts, guidance, operations and sizes."""
