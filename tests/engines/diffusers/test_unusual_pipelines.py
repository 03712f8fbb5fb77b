"""A pipeline without a VAE and `encode_prompt`, and with unusual names."""

from dataclasses import dataclass

import pytest
from engine_fixtures import SIZE, events_of, make_request, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from diffusers.configuration_utils import ConfigMixin, register_to_config  # noqa: E402
from stock_comparison import load_in_memory, run_concurrently, run_stock_pipeline  # noqa: E402

from limner.core.picture import CompletedImage, PartialImage, Size  # noqa: E402
from limner.engines.diffusers.device import SideStreamTask  # noqa: E402


class UnusualNetwork(diffusers.ModelMixin, ConfigMixin):
    """Accepts one image at a time, and is not in BATCHED_ARGUMENTS."""

    @register_to_config
    def __init__(self, width=8):
        super().__init__()
        self.see = torch.nn.Conv2d(3, width, 3, padding=1)
        self.say = torch.nn.Conv2d(width, 3, 3, padding=1)

    def forward(self, pixels, prompt_value, timestep):
        return (self.say(torch.tanh(self.see(pixels) + prompt_value + timestep)),)


@dataclass
class UnusualOutput(diffusers.utils.BaseOutput):
    image: torch.Tensor


class UnusualPipeline(diffusers.DiffusionPipeline):
    def __init__(self, transformer, scheduler):
        super().__init__()
        self.register_modules(transformer=transformer, scheduler=scheduler)

    def __call__(self, prompt, height, width, num_inference_steps=5, generator=None, output_type="pt"):
        with torch.no_grad():
            prompt_value = sum(map(ord, prompt)) % 97 / 97
            pixels = torch.randn(1, 3, height, width, generator=generator)
            self.scheduler.set_timesteps(num_inference_steps)
            for timestep in self.scheduler.timesteps:
                predicted = self.transformer(pixels, prompt_value, float(timestep) / 1000)[0]
                pixels = self.scheduler.step(predicted, timestep, pixels).prev_sample
            return UnusualOutput(image=(pixels / 4 + 0.5).clamp(0, 1))


@pytest.fixture
def engine(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sdxl")
    pipeline = UnusualPipeline(UnusualNetwork(), diffusers.FlowMatchEulerDiscreteScheduler())
    engine.model = load_in_memory(engine, pipeline)
    return engine


def test_images_equal_stock_images(engine):
    requests = [
        make_request(seed=1, prompt="a cat", num_inference_steps=5),
        make_request(seed=2, prompt="two dogs", num_inference_steps=3),
        make_request(seed=3, prompt="a fox", num_inference_steps=4, size=Size(96, 64)),
    ]

    images, batch_size = run_concurrently(engine, requests)

    assert batch_size == 1
    for request in requests:
        assert torch.equal(images[request.seed], run_stock_pipeline(engine, request, engine.model)[0])


def test_previews_arrive_and_steps_are_counted(engine):
    counted = []
    with running(engine) as run:
        output = engine.workers[0].output
        complete = output.complete
        output.complete = lambda state, decoded: (counted.append(state), complete(state, decoded))[1]
        for _ in range(2):  # after the first, a projection could have been learned
            events = run(events_of(engine, make_request(num_inference_steps=8, partial_images=3)))

    assert [type(event) for event in events] == [PartialImage] * 3 + [CompletedImage]
    assert {event.picture.size for event in events} == {SIZE}
    assert {(state.num_steps, state.step_index) for state in counted} == {(8, 8)}


def test_image_without_decode_is_read_only_after_its_copy(engine):
    """The copy to main memory runs on the device, and is not done when it was started."""
    events = []

    class Event:
        def __init__(self):
            self.num_queries = 0

        def query(self):
            self.num_queries += 1
            return self.num_queries > 3

        def synchronize(self):
            pass

    def late_stream(work):
        events.append(Event())
        return SideStreamTask(work(), events[-1])

    engine.workers[0].device._side_stream = late_stream
    with running(engine) as run:
        assert run(events_of(engine, make_request()))

    assert events[0].num_queries > 3
