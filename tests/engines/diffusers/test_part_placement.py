"""The option `placement`: text encoders on another device than the network."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import simulated_gpu  # noqa: E402
import tiny  # noqa: E402
from engine_fixtures import TEST_DEVICE, draw, edit, events_of, make_request, model_of, pixels_of, running  # noqa: E402
from simulated_gpu import SimulatedGpu  # noqa: E402

from limner.core.errors import EngineError  # noqa: E402
from limner.core.picture import CompletedImage  # noqa: E402
from limner.core.request import Lora  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.config import DeviceLimits, read_options  # noqa: E402
from limner.engines.diffusers.loaded_model import LoadedModel  # noqa: E402
from limner.engines.diffusers.memory_estimate import estimate_bytes  # noqa: E402
from limner.engines.diffusers.placement import move, place_parts  # noqa: E402
from limner.engines.diffusers.worker import DeviceWorker  # noqa: E402

ENCODERS = ("text_encoder", "text_encoder_2", "text_encoder_3")
FAMILIES = ["sd15", "sdxl", "sd3", "flux", "klein", "z-image", "qwen-image", "qwen-edit-plus"]


@pytest.fixture
def engine_with_encoders_on_cpu(monkeypatch, engine_of):
    """All else is on a simulated GPU, which refuses to mix devices."""
    gpu = SimulatedGpu()
    simulated_gpu.install(monkeypatch, gpu)

    def make(family, *, is_placed=True):
        def load(spec, device):
            pipeline, other = (load_model(spec, "cpu").pipeline for _ in range(2))
            gpu.move(pipeline)
            names = [name for name in ENCODERS if isinstance(getattr(other, name, None), torch.nn.Module)]
            for name in names:
                object.__setattr__(pipeline, name, getattr(other, name))
            if is_placed:
                place_parts(pipeline, [(name, "cpu") for name in names], "cuda:0")
            return LoadedModel(spec, pipeline)

        engine = engine_of(family, dtype="float32")
        engine.workers = [DeviceWorker("cuda", DeviceLimits(), loader=load)]
        return engine

    return make


@pytest.mark.parametrize("family", [name for name in FAMILIES if name in tiny.FAMILIES])
def test_text_encoders_on_the_cpu_hand_over_to_the_gpu(engine_with_encoders_on_cpu, family):
    traits = tiny.FAMILIES[family]
    with running(engine := engine_with_encoders_on_cpu(family)) as run:
        if traits.generates:
            assert isinstance(run(events_of(engine, make_request(num_inference_steps=2)))[-1], CompletedImage)
        if traits.edits:
            request = edit(num_inference_steps=2, strength=0.9, prompt="a fox")
            assert isinstance(run(events_of(engine, request))[-1], CompletedImage)
        parameters = next(model_of(engine).pipeline.text_encoder.modules()).parameters()
        assert {one.device.type for one in parameters} == {"cpu"}


def test_without_placement_devices_are_mixed(engine_with_encoders_on_cpu):
    """So the test above can fail: this pipeline expects all components on one device, others of diffusers do not."""
    with (
        running(engine := engine_with_encoders_on_cpu("qwen-image", is_placed=False)) as run,
        pytest.raises(EngineError),
    ):
        run(events_of(engine, make_request(num_inference_steps=2)))


@pytest.mark.parametrize("family", ["flux", "sdxl"])
def test_placed_model_draws_the_same_image(engine_of, family):
    placed = engine_of(family, placement={"text_encoder": TEST_DEVICE, "text_encoder_2": "cpu"})

    (expected,), (drawn,) = draw(engine_of(family), make_request()), draw(placed, make_request())

    assert np.abs(drawn - expected).max() <= (0 if TEST_DEVICE == "cpu" else 2)


def test_placed_encoder_reads_long_prompts(engine_of):
    """The engine recognises CLIP's encoders by their class."""
    request = make_request(prompt="a red fox in the rain, mountains at dawn, " * 20)
    placed = engine_of("sdxl", placement={"text_encoder": "cpu", "text_encoder_2": "cpu"})

    (expected,), (drawn,) = draw(engine_of("sdxl"), request), draw(placed, request)

    assert np.abs(drawn - expected).max() <= (0 if TEST_DEVICE == "cpu" else 2)


@pytest.fixture(scope="module")
def text_adapter(checkpoints, tmp_path_factory):
    """For SDXL: only its change of the text encoders has an effect."""
    peft = pytest.importorskip("peft", reason="needs limner[diffusers]")
    torch.manual_seed(3)
    pipeline = diffusers.StableDiffusionXLPipeline.from_pretrained(checkpoints("sdxl"))
    layers = {}
    for name, targets in [("unet", ["to_q"]), ("text_encoder", ["q_proj"]), ("text_encoder_2", ["q_proj", "v_proj"])]:
        part = getattr(pipeline, name)
        part.add_adapter(peft.LoraConfig(r=2, target_modules=targets, init_lora_weights=name == "unet"))
        layers[name] = peft.utils.get_peft_model_state_dict(part)
    folder = tmp_path_factory.mktemp("text-adapter")
    pipeline.save_lora_weights(
        folder,
        unet_lora_layers=layers["unet"],
        text_encoder_lora_layers=layers["text_encoder"],
        text_encoder_2_lora_layers=layers["text_encoder_2"],
    )
    return str(folder)


def test_adapter_changes_placed_text_encoders(engine_of, text_adapter):
    def draw_in_turn(**options):
        with running(engine := engine_of("sdxl", lora={"ink": text_adapter}, **options)) as run:
            requests = [make_request(lora=lora) for lora in ((), (Lora("ink", 20.0),), ())]
            requests.append(make_request(prompt="not encoded before"))
            return [pixels_of(run(events_of(engine, one))[-1].picture) for one in requests]

    whole = draw_in_turn()
    placed = draw_in_turn(placement={"text_encoder": "cpu", "text_encoder_2": "cpu"})

    assert np.abs(whole[0] - whole[1]).max() > 3
    for expected, drawn in zip(whole, placed, strict=True):
        assert np.abs(drawn - expected).max() <= (0 if TEST_DEVICE == "cpu" else 2)


def test_placed_parts_take_no_memory_of_the_device(checkpoints):
    def spec(**options):
        return read_options({"checkpoint": checkpoints("flux"), **options}).spec()

    placed = spec(placement={"text_encoder_2": "cpu"})

    assert estimate_bytes(placed, "cpu") < estimate_bytes(spec(), "cpu")
    assert estimate_bytes(placed, "cpu") == pytest.approx(load_model(placed, "cpu").num_bytes, rel=0.02)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"placement": {"transformer": "cpu"}}, "'placement' is for text encoders: the transformer is on 'device'"),
        ({"placement": {"vae": "cpu"}}, "'placement' is for text encoders: the vae is on 'device'"),
        ({"placement": {"text_encoder": "gpu"}}, "'placement.text_encoder' must be a device such as cpu or cuda:1"),
        ({"placement": {"text_encoder": "cpu"}, "offload": "model"}, "'placement' and 'offload' exclude each other"),
        ({"placement": "cpu"}, "'placement' must be a table of components and devices, not 'cpu'"),
    ],
)
def test_wrong_placement_is_named(options, message):
    with pytest.raises(ValueError, match=message):
        read_options({"checkpoint": "x", **options}).spec()


def test_unknown_part_is_named(checkpoints):
    spec = read_options({"checkpoint": checkpoints("flux"), "placement": {"text_encoder_9": "cpu"}}).spec()

    with pytest.raises(ValueError, match=r"no part 'text_encoder_9'\. It has vae, text_encoder, text_encoder_2, "):
        load_model(spec, "cpu")


def test_moving_keeps_containers():
    class Output(dict):
        pass

    moved = move({"a": [torch.ones(1), (torch.ones(1), "x")], "b": Output(c=torch.ones(1))}, torch.device("meta"))

    assert moved["a"][0].is_meta
    assert (moved["a"][1][0].is_meta, moved["a"][1][1]) == (True, "x")
    assert isinstance(moved["b"], Output)
    assert moved["b"]["c"].is_meta
