"""A pipeline that does everything otherwise: no autoencoder, no step of its own for prompts, other names."""

from dataclasses import dataclass

import pytest
from studio import SIZE, events_of, running, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from crowd import drawn_alone, drawn_in_a_crowd, engine_over  # noqa: E402
from diffusers.configuration_utils import ConfigMixin, register_to_config  # noqa: E402

from limner.core.picture import CompletedImage, PartialImage, Size  # noqa: E402


class OddNetwork(diffusers.ModelMixin, ConfigMixin):
    """Looks at one picture at a time, and the engine has no table for it."""

    @register_to_config
    def __init__(self, width=8):
        super().__init__()
        self.see = torch.nn.Conv2d(3, width, 3, padding=1)
        self.say = torch.nn.Conv2d(width, 3, 3, padding=1)

    def forward(self, pixels, word, moment):
        return (self.say(torch.tanh(self.see(pixels) + word + moment)),)


@dataclass
class OddOutput(diffusers.utils.BaseOutput):
    image: torch.Tensor


class OddPipeline(diffusers.DiffusionPipeline):
    def __init__(self, transformer, scheduler):
        super().__init__()
        self.register_modules(transformer=transformer, scheduler=scheduler)

    def __call__(self, prompt, height, width, num_inference_steps=5, generator=None, output_type="pt"):
        with torch.no_grad():
            word = sum(map(ord, prompt)) % 97 / 97
            pixels = torch.randn(1, 3, height, width, generator=generator)
            self.scheduler.set_timesteps(num_inference_steps)
            for moment in self.scheduler.timesteps:
                said = self.transformer(pixels, word, float(moment) / 1000)[0]
                pixels = self.scheduler.step(said, moment, pixels).prev_sample
            return OddOutput(image=(pixels / 4 + 0.5).clamp(0, 1))


@pytest.fixture
def engine(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sdxl")
    pipeline = OddPipeline(OddNetwork(), diffusers.FlowMatchEulerDiscreteScheduler())
    engine.model = engine_over(engine, pipeline)
    return engine


def test_it_draws_in_a_crowd_as_alone(engine):
    requests = [
        wish(seed=1, prompt="a cat", num_inference_steps=5),
        wish(seed=2, prompt="two dogs", num_inference_steps=3),
        wish(seed=3, prompt="a fox", num_inference_steps=4, size=Size(96, 64)),
    ]

    drawn, company = drawn_in_a_crowd(engine, requests)

    assert company == 1
    for request in requests:
        assert torch.equal(drawn[request.seed], drawn_alone(engine, request, engine.model)[0])


def test_its_previews_come_and_its_steps_are_counted(engine):
    counted = []
    with running(engine) as run:
        workshop = engine.workshops[0]
        finish = workshop.executor.outlet.finish
        workshop.executor.outlet.finish = lambda sitting, images: (
            counted.append(sitting.job),
            finish(sitting, images),
        )[1]
        for _ in range(2):  # the first one could have taught a projection
            events = run(events_of(engine, wish(num_inference_steps=8, partial_images=3)))

    assert [type(event) for event in events] == [PartialImage] * 3 + [CompletedImage]
    assert {event.picture.size for event in events} == {SIZE}
    assert {(job.num_steps, job.step_index) for job in counted} == {(8, 8)}
