"""Modular pipelines are served as classic ones are: batched, aborted between steps, with previews and edits."""

import asyncio
from copy import deepcopy

import pytest
from engine_fixtures import (
    Gate,
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

from stock_comparison import TOLERANCE, load_in_memory, run_concurrently  # noqa: E402
from tiny import modular  # noqa: E402

from limner.core.picture import CompletedImage, PartialImage, Size  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.input_images import read_input_images  # noqa: E402
from limner.engines.diffusers.modular import adapt  # noqa: E402
from limner.engines.diffusers.pipeline_call import make_pipeline_call  # noqa: E402

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
        {"offload": "model"},
        {"quantization": "nf4"},
        {"vae": "someone/vae"},
        {"placement": {"text_encoder": "cpu"}},
        {"edit": "FluxKontextPipeline"},
        {"inpaint": "FluxInpaintPipeline"},
        {"prompt_weighting": True},
    ],
    ids=lambda option: next(iter(option)),
)
def test_option_that_needs_a_classic_pipeline_is_an_error(option, modular_engine):
    with pytest.raises(ValueError, match=f"'{next(iter(option))}' is for classic pipelines, and this is a modular one"):
        load_model(modular_engine("modular_flux", **option).spec, "cpu", is_downloaded=True)


def test_missing_part_is_an_error_that_names_it(modular_engine, tmp_path):
    torch.manual_seed(0)
    modular.modular_flux().save_pretrained(str(tmp_path), overwrite_modular_index=True)
    (tmp_path / "transformer" / "config.json").unlink()

    with pytest.raises(ValueError, match="transformer"):
        load_model(modular_engine("modular_flux", checkpoint=str(tmp_path)).spec, "cpu")
