"""Modular pipelines are served as classic ones are: batched, aborted between steps, with previews and edits."""

import asyncio
from copy import deepcopy

import pytest
from engine_fixtures import (
    Gate,
    draw,
    edit,
    encode_png,
    events_of,
    half_open_mask,
    make_request,
    model_of,
    pixels_of,
    running,
    sample_pixels,
    wait_until_idle,
)

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import simulated_gpu  # noqa: E402
from simulated_gpu import SimulatedGpu  # noqa: E402
from stock_comparison import TOLERANCE, load_in_memory, run_concurrently  # noqa: E402
from tiny import modular  # noqa: E402

from limner.core.picture import CompletedImage, PartialImage, Size  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.config import DeviceLimits  # noqa: E402
from limner.engines.diffusers.input_images import read_input_images  # noqa: E402
from limner.engines.diffusers.loaded_model import LoadedModel  # noqa: E402
from limner.engines.diffusers.memory_estimate import estimate_bytes  # noqa: E402
from limner.engines.diffusers.modular import adapt  # noqa: E402
from limner.engines.diffusers.offloading import offload_pipeline  # noqa: E402
from limner.engines.diffusers.pipeline_call import make_pipeline_call  # noqa: E402
from limner.engines.diffusers.worker import DeviceWorker  # noqa: E402

LIMITS = {"modular_flux": {"max_sequence_length": 32}, "modular_z_image": {"max_sequence_length": 64}}
FLUX3 = {"max_sequence_length": 160, "text_encoder_out_layers": (1, 2)}
GENERATIONS = [
    make_request(seed=1, prompt="a cat", num_inference_steps=6),
    make_request(seed=2, prompt="two dogs dancing in a city at night, neon", num_inference_steps=5, guidance_scale=2.0),
    make_request(seed=3, prompt="a photo", num_inference_steps=3, size=Size(96, 64)),
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    torch.set_num_threads(1)
    found = {}
    for name in LIMITS:
        torch.manual_seed(0)
        found[name] = str(tmp_path_factory.mktemp(name))
        getattr(modular, name)().save_pretrained(found[name], overwrite_modular_index=True)
    return found


@pytest.fixture
def modular_engine(engine_of, folders):
    def make(name, **options):
        return engine_of("flux", **{"checkpoint": folders[name], "arguments": LIMITS[name]} | options)

    return make


def run_stock(pipeline, model, request, engine):
    """diffusers' own modular pipeline, with the arguments that the engine passes."""
    call = make_pipeline_call(model, request, 0, read_input_images(request), engine.sampling)
    if "guider" in pipeline.components:
        pipeline.guider = deepcopy(model.pipeline.guider)
        if call.guidance is not None:
            pipeline.guider.guidance_scale = call.guidance
    return pipeline(output="images", **call.arguments)


def load_stock(folder):
    pipeline = diffusers.ModularPipeline.from_pretrained(folder)
    pipeline.load_components(dtype=torch.float32)
    return pipeline


@pytest.mark.parametrize("name", LIMITS)
def test_batched_images_equal_those_of_the_modular_pipeline(name, modular_engine, folders):
    engine = modular_engine(name)
    requests = [*GENERATIONS, edit(seed=4, prompt="make it rain", num_inference_steps=6, strength=0.6)]

    images, batch_size = run_concurrently(engine, requests)

    assert batch_size > 1.2
    model = load_model(engine.spec, "cpu")
    stock = load_stock(folders[name])
    for request in requests:
        expected = run_stock(stock, model, request, engine)
        assert float((images[request.seed] - expected).abs().max()) <= TOLERANCE, request


@pytest.mark.parametrize("flow_map", [False, True], ids=["base", "distilled"])
def test_flux3_is_batched_with_its_reference_images(flow_map, engine_of):
    engine = engine_of("flux", arguments=FLUX3)
    torch.manual_seed(0)
    stock = modular.flux3(flow_map=flow_map, expands_prompts=False)
    torch.manual_seed(0)
    model = load_in_memory(engine, adapt(modular.flux3(flow_map=flow_map)))
    two = (encode_png(sample_pixels()), encode_png(255 - sample_pixels()))
    requests = [
        *GENERATIONS,
        edit(seed=4, prompt="make it rain", num_inference_steps=5),
        edit(seed=5, prompt="at night", num_inference_steps=5),
        edit(seed=6, prompt="both", num_inference_steps=4, images=two),
    ]

    images, batch_size = run_concurrently(engine, requests)

    assert batch_size > 1.2
    assert model.classes.edit is not None
    for request in requests:
        expected = run_stock(stock, model, request, engine)
        assert float((images[request.seed] - expected).abs().max()) <= TOLERANCE, request


@pytest.mark.parametrize("prompt", ["a photo of a cat in the rain, " * 40, "https://images.invalid/" + "cat/" * 200])
def test_long_prompt_is_never_read_as_an_image(prompt, engine_of):
    engine = engine_of("flux", arguments=FLUX3)
    torch.manual_seed(0)
    model = load_in_memory(engine, adapt(modular.flux3()))

    def call(prompt):
        request = make_request(prompt=prompt, num_inference_steps=1)
        return make_pipeline_call(model, request, 0, read_input_images(request), engine.sampling)

    assert call(prompt).note.startswith("The model reads the first 160 tokens of the prompt, which has ")
    assert call("a cat").note is None


def test_processor_without_a_tokenizer_makes_no_note(engine_of):
    engine = engine_of("flux", arguments=FLUX3)
    torch.manual_seed(0)
    pipeline = modular.flux3()
    processor = modular.Processor(pipeline.tokenizer.tokenizer)
    processor.tokenizer = None
    pipeline.update_components(tokenizer=processor)
    model = load_in_memory(engine, adapt(pipeline))
    request = make_request(prompt="a cat in the rain, " * 40)

    assert make_pipeline_call(model, request, 0, read_input_images(request), engine.sampling).note is None


def test_abort_stops_a_modular_pipeline_within_a_step(modular_engine):
    async def leave_early():
        await events_of(engine, make_request(num_inference_steps=1))
        gate = Gate()
        model_of(engine).networks["transformer"].real.register_forward_pre_hook(gate)
        task = asyncio.create_task(events_of(engine, make_request(num_inference_steps=20)))
        await gate.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gate.opened.set()
        await wait_until_idle(engine)
        return gate.num_calls

    with running(engine := modular_engine("modular_z_image")) as run:
        assert run(leave_early()) <= 2


def test_previews_approach_the_image(modular_engine):
    with running(engine := modular_engine("modular_flux")) as run:
        events = run(events_of(engine, make_request(num_inference_steps=8, partial_images=3)))

    previews = [one for one in events if isinstance(one, PartialImage)]
    [image] = [one for one in events if isinstance(one, CompletedImage)]
    assert len(previews) == 3
    distances = [abs(pixels_of(one.picture) - pixels_of(image.picture)).mean() for one in previews]
    assert distances[-1] == min(distances)


def test_prompts_are_encoded_once(modular_engine):
    calls = []
    with running(engine := modular_engine("modular_z_image")) as run:
        run(events_of(engine, make_request(num_inference_steps=1, prompt="first")))
        model_of(engine).pipeline.text_encoder.register_forward_pre_hook(lambda *args: calls.append(args))
        run(events_of(engine, make_request(num_inference_steps=4, prompt="second", partial_images=2)))
        num_first = len(calls)
        run(events_of(engine, make_request(num_inference_steps=2, prompt="second", seed=8)))

    assert 0 < num_first == len(calls)


def test_masked_edit_keeps_the_pixels_outside(modular_engine):
    request = edit(mask=encode_png(half_open_mask()), num_inference_steps=4)
    with running(engine := modular_engine("modular_z_image")) as run:
        [image] = run(events_of(engine, request))

    difference = abs(pixels_of(image.picture)[:, :, :3] - sample_pixels().astype(int))
    assert difference[:, :32].max() == 0
    assert difference[:, 32:].max() > 0


@pytest.mark.parametrize(
    "option",
    [
        {"edit": "FluxKontextPipeline"},
        {"inpaint": "FluxInpaintPipeline"},
        {"prompt_weighting": True},
    ],
    ids=lambda option: next(iter(option)),
)
def test_option_that_needs_a_classic_pipeline_is_an_error(option, modular_engine):
    with pytest.raises(ValueError, match=f"'{next(iter(option))}' is for classic pipelines, and this is a modular one"):
        load_model(modular_engine("modular_flux", **option).spec, "cpu", is_downloaded=True)


@pytest.mark.parametrize(
    "options",
    [
        {"offload": "model"},
        {"offload": "sequential"},
        {"offload": "group"},
        {"placement": {"text_encoder": "cpu", "text_encoder_2": "cpu"}},
    ],
    ids=lambda options: " ".join(map(str, next(iter(options.items())))),
)
def test_place_of_the_parts_does_not_change_the_image(options, modular_engine):
    plain, placed = modular_engine("modular_flux"), modular_engine("modular_flux", **options)
    requests = [make_request(partial_images=1, prompt="a fox"), edit(strength=0.6)]

    for expected, drawn in zip(draw(plain, *requests), draw(placed, *requests), strict=True):
        assert abs(drawn - expected).max() <= 1
    assert estimate_bytes(placed.spec, "cpu") < estimate_bytes(plain.spec, "cpu")
    assert estimate_bytes(placed.spec, "cpu") == pytest.approx(load_model(placed.spec, "cpu").num_bytes, rel=0.02)


@pytest.mark.parametrize("name", ["modular_flux", "modular_z_image", "flux3"])
def test_offloaded_parts_take_turns_on_the_device(name, monkeypatch, engine_of):
    """The simulated GPU refuses to mix devices."""
    gpu = SimulatedGpu()
    simulated_gpu.install(monkeypatch, gpu)
    places = []

    def load(spec, device):
        pipeline = adapt(getattr(modular, name)())
        offload_pipeline(pipeline, "model", "cuda")
        pipeline.transformer.register_forward_hook(
            lambda *args: places.append(
                [one.model_id for one in pipeline._all_hooks if one.model.device.type == "cuda"]
            )
        )
        return LoadedModel(spec, pipeline)

    engine = engine_of("flux", dtype="float32", offload="model", arguments=LIMITS.get(name, FLUX3))
    engine.workers = [DeviceWorker("cuda", DeviceLimits(), loader=load)]
    with running(engine) as run:
        assert isinstance(run(events_of(engine, make_request(num_inference_steps=2)))[-1], CompletedImage)
    assert len(places) >= 2
    assert all(one == ["transformer"] for one in places)


@pytest.mark.parametrize(
    "quantization", ["int8", {"transformer": {"quant_backend": "torchao", "quant_type": "Int8WeightOnlyConfig"}}]
)
def test_modular_pipeline_is_quantised(quantization, modular_engine):
    pytest.importorskip("torchao", reason="needs torchao")
    whole = estimate_bytes(modular_engine("modular_flux", dtype="bfloat16").spec, "cpu")
    quantised = modular_engine("modular_flux", dtype="bfloat16", quantization=quantization)
    model = load_model(quantised.spec, "cpu")

    kinds = {name: type(next(getattr(model.pipeline, name).parameters())).__name__ for name in ("transformer", "vae")}
    assert model.num_bytes < 0.9 * whole
    assert estimate_bytes(quantised.spec, "cpu") == pytest.approx(model.num_bytes, rel=0.15)
    assert kinds["vae"] == "Parameter"
    assert len(draw(quantised, make_request(num_inference_steps=1))) == 1


def test_modular_pipeline_takes_another_vae(modular_engine, folders, tmp_path):
    torch.manual_seed(5)
    vae = diffusers.AutoencoderKL.from_pretrained(folders["modular_flux"], subfolder="vae")
    for parameter in vae.decoder.parameters():
        parameter.data.neg_()
    vae.save_pretrained(tmp_path / "vae")
    plain, other = modular_engine("modular_flux"), modular_engine("modular_flux", vae=str(tmp_path / "vae"))

    assert abs(draw(plain, make_request())[0] - draw(other, make_request())[0]).mean() > 3


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"vae": "./no/such/vae"}, r"'vae' \('./no/such/vae'\)"),
        ({"placement": {"text_encoder_9": "cpu"}}, "no part 'text_encoder_9'"),
        ({"quantization": {"text_encoder_9": {}}}, "no part 'text_encoder_9'"),
    ],
    ids=["vae", "placement", "quantization"],
)
def test_wrong_option_of_a_modular_pipeline_is_named(options, message, modular_engine):
    with pytest.raises(ValueError, match=message):
        load_model(modular_engine("modular_flux", **options).spec, "cpu", is_downloaded=True)


def test_missing_part_is_an_error_that_names_it(modular_engine, tmp_path):
    torch.manual_seed(0)
    modular.modular_flux().save_pretrained(str(tmp_path), overwrite_modular_index=True)
    (tmp_path / "transformer" / "config.json").unlink()

    with pytest.raises(ValueError, match="transformer"):
        load_model(modular_engine("modular_flux", checkpoint=str(tmp_path)).spec, "cpu")
