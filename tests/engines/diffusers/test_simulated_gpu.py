"""Every family on a simulated GPU: no mixed devices, and no wait of the host within a step."""

from itertools import pairwise

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import simulated_gpu  # noqa: E402
import tiny  # noqa: E402
from engine_fixtures import edit, events_of, make_request, model_of, running  # noqa: E402
from simulated_gpu import SimulatedGpu, engine_on  # noqa: E402

from limner.core.picture import CompletedImage  # noqa: E402

WITHOUT_WAITS = ["sdxl", "sd3", "flux", "flux2", "klein", "qwen-image", "z-image"]
SIMILAR = ["sd15-inpaint", "sd15-ddim", "flux-fill"]
"""Left out, to be quick: their networks are those of other families."""


@pytest.fixture
def gpu(monkeypatch):
    gpu = SimulatedGpu()
    simulated_gpu.install(monkeypatch, gpu)
    return gpu


def waits_by_step(engine, gpu):
    """Fills a list with the waits between each two forwards of what is drawn next."""
    marks = []
    for network in model_of(engine).networks.values():
        network.real.register_forward_pre_hook(lambda *args: marks.append(len(gpu.waits)))
    return lambda: [gpu.waits[start:end] for start, end in pairwise(marks)]


def draw_with_preview_and_edit(engine, run, family):
    traits = tiny.FAMILIES[family]
    requests = [make_request(num_inference_steps=2, partial_images=1)] if traits.generates else []
    requests += [edit(num_inference_steps=2, strength=0.9)] if traits.edits else []
    for request in requests:
        assert isinstance(run(events_of(engine, request))[-1], CompletedImage)


@pytest.mark.parametrize("family", sorted({*tiny.names()} - {*WITHOUT_WAITS, *SIMILAR}))
def test_no_family_mixes_devices(gpu, engine_of, family):
    with running(engine := engine_on(gpu, engine_of, family)) as run:
        draw_with_preview_and_edit(engine, run, family)

    assert gpu.waits, "prompts were copied"


@pytest.mark.parametrize("family", WITHOUT_WAITS)
def test_steps_neither_mix_devices_nor_wait(gpu, engine_of, family):
    with running(engine := engine_on(gpu, engine_of, family)) as run:
        draw_with_preview_and_edit(engine, run, family)
        waits = waits_by_step(engine, gpu)
        run(events_of(engine, make_request(seed=8, num_inference_steps=4)))

    steps = waits()
    assert len(steps) >= 3
    assert [one for step in steps[1:] for one in step] == [], "the first step may look up its timestep"


def test_simulated_gpu_refuses_mixed_devices(gpu):
    with gpu.in_use():
        with pytest.raises(RuntimeError, match="same device"):
            torch.ones(2, device="cuda") + torch.ones(2)
        assert torch.add(torch.ones(2, device="cuda"), torch.tensor(1.0)).device.type == "cuda", "a number is allowed"


def test_simulated_gpu_counts_waits(gpu):
    with gpu.in_use():
        values = torch.ones(4, device="cuda")
        (values * 2).relu_()
        assert gpu.waits == []
        bool(values.sum() > 0)
        values.cpu()
        values[values > 0]
        torch.ones(2).to("cuda")
        values.to("cpu", non_blocking=True)
        assert [one.split(" at ")[0] for one in gpu.waits] == [
            "item",
            "copy to main memory",
            "aten::index",
            "copy to the device",
        ]
