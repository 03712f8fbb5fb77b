"""Options of a model: adapters, offloading, compilation, quantization, and invalid values."""

import asyncio
import os
import re
import shutil
import subprocess
import sys

import numpy as np
import pytest
from engine_fixtures import draw, edit, events_of, make_request, model_of, pixels_of, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import BadRequestError, EngineError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from limner.core.request import Lora  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402


def test_adapter_affects_only_requests_that_use_it(engine_of, adapter):
    with running(engine := engine_of("flux", lora={"ink": adapter}, deterministic=True)) as run:

        async def concurrently():
            return await asyncio.gather(
                *(
                    events_of(engine, make_request(lora=lora))
                    for lora in ((), (Lora("ink", 20.0),), (), (Lora("ink", 0.0),))
                )
            )

        plain, inked, again, unmoved = (pixels_of(events[0].picture) for events in run(concurrently()))

    assert "lora" in engine.obeys
    assert np.array_equal(plain, again)
    assert np.abs(plain - unmoved).max() <= 1
    assert np.abs(plain - inked).max() > 3


def test_adapter_is_ignored_by_model_without_adapters(engine_of):
    engine = engine_of("flux", deterministic=True)

    plain, asked = draw(engine, make_request(), make_request(lora=(Lora("ink"),)))

    assert "lora" not in engine.obeys
    assert np.array_equal(plain, asked)


def test_unknown_adapter_is_named(engine_of):
    with running(engine := engine_of("flux", lora={"ink": "/nowhere"})) as run, pytest.raises(BadRequestError) as bad:
        run(events_of(engine, make_request(lora=(Lora("oil"),))))

    assert bad.value.param == "lora"
    assert "'ink'" in bad.value.message


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"checkpoint": ""}, "'checkpoint' must name a folder or a model on the hub, not ''."),
        ({"dtype": "int4"}, "'dtype' must be one of auto, bfloat16, float16, float32, not 'int4'."),
        ({"offload": "disk"}, "'offload' must be one of model, sequential, group, not 'disk'."),
        ({"steps": 0}, "'steps' must be numbers from 1 on, not 0."),
        ({"steps": {"best": 3}}, "'steps' knows the qualities low, medium, high, not best."),
        ({"guidance": "much"}, "'guidance' must be numbers from 0 on, not 'much'."),
        ({"max_batch_size": 0}, "'max_batch_size' must be a number from 1 on, not 0."),
        ({"max_running": True}, "'max_running' must be a number from 1 on, not True."),
        ({"keep_alive": -1}, "'keep_alive' must be more than 0, not -1."),
        ({"memory_gb": "all"}, "'memory_gb' must be more than 0, not 'all'."),
        ({"compile": "yes"}, "'compile' must be true, false, or a table of torch.compile's options, not 'yes'."),
        ({"arguments": 3}, "'arguments' must be a table, not 3."),
        (
            {"lora": {"ink": 3}},
            "'lora' must be a table of names, each with a folder, a file or a hub id, or with a table",
        ),
        ({"warmup": "large"}, "'warmup' must be sizes such as '1024x1024', not 'large'."),
        ({"device": 0}, "'device' must be a device or a list of devices, not 0."),
        ({"safety_checker": 3}, "'safety_checker' must be true, false, or a folder or a model on the hub, not 3."),
        ({"deterministic": "yes"}, "'deterministic' must be true, false, or a number of rows from 2 on, not 'yes'."),
        (
            {"deterministic": 16},
            "'deterministic' must be no more rows than 'max_batch_size', which is 8, not 16.",
        ),
        ({"deterministic": 3, "max_batch_size": 2}, "'deterministic' must be no more rows than 'max_batch_size'"),
        ({"deterministic": 1}, "'deterministic' must be true, false, or a number of rows from 2 on, not 1."),
        ({"stepz": 4}, "Unknown option 'stepz'. Known: checkpoint, device, "),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_invalid_option_is_named(options, message):
    from limner.engines.diffusers.engine import DiffusersEngine

    with pytest.raises(ValueError, match="^" + re.escape(message)):
        DiffusersEngine(**{"checkpoint": "somewhere", "device": "cpu"} | options)


def test_missing_checkpoint_is_named():
    from limner.engines.diffusers.engine import DiffusersEngine

    with pytest.raises(ValueError, match="'checkpoint' must name a folder or a model on the hub"):
        DiffusersEngine(device="cpu")


REQUESTS = [
    make_request(seed=1),
    make_request(seed=2, prompt="two dogs dancing in a city at night, neon", num_inference_steps=3),
    make_request(seed=3, guidance_scale=2.0),
    edit(seed=4, strength=0.7),
    make_request(seed=5, partial_images=2),
]


@pytest.mark.parametrize("family", ["flux", "klein", "sdxl", "z-image"])
@pytest.mark.parametrize("offload", ["model", "group"])
def test_offloaded_model_gives_the_same_images(engine_of, family, offload):
    """On a CPU no weights move, but every hook is installed and called."""
    in_place = draw(engine_of(family), *REQUESTS)
    offloaded = draw(engine_of(family, offload=offload), *REQUESTS)

    for one, other in zip(in_place, offloaded, strict=True):
        assert np.abs(one - other).max() <= 1


def test_offloaded_components_are_unloaded_between_stages(engine_of):
    class Part:
        def __init__(self, name):
            self.name = name

        def offload(self):
            away.append(self.name)

    away, entered = [], []
    with running(engine := engine_of("flux", offload="model")) as run:
        run(events_of(engine, make_request()))
        model = model_of(engine)
        model.pipeline._all_hooks = [Part("text"), Part("network"), Part("vae")]
        enter_stage = model.enter_stage
        model.enter_stage = lambda stage: (entered.append((stage, len(away))), enter_stage(stage))
        run(events_of(engine, make_request(prompt="something new")))

    stages = [stage for stage, _ in entered]
    assert stages[0] == "encode_prompt"
    assert stages[1:-1] == ["forward"] * 4
    assert stages[-1] == "decode"
    assert away == ["text", "network", "vae"] * 3, "before the prompt, before the first step, before the decode"


def test_offloaded_model_encodes_all_prompts_together(engine_of):
    with running(engine := engine_of("flux", offload="model", max_batch_size=1)) as run:
        run(events_of(engine, make_request()))
        stages = []
        model = model_of(engine)
        model.enter_stage = stages.append

        async def concurrently():
            await asyncio.gather(*(events_of(engine, make_request(prompt=f"cat {index}")) for index in range(4)))

        run(concurrently())

    changes = [stage for index, stage in enumerate(stages) if index == 0 or stages[index - 1] != stage]
    assert stages.count("encode_prompt") == 4
    assert len(changes) < len(stages) / 2


def test_offloaded_model_counts_its_largest_component(engine_of):
    def num_bytes(**options):
        return load_model(engine_of("flux", **options).spec, "cpu").num_bytes

    whole = num_bytes()

    assert 0 < num_bytes(offload="model") < whole
    assert num_bytes(offload="group") == 0


@pytest.mark.parametrize("family", ["flux", "z-image"])
def test_compiled_network_gives_the_same_images(engine_of, family):
    """With a backend that only traces: recompilation behaves the same."""
    requests = [make_request(seed=seed, size=size) for seed in range(2) for size in (Size(64, 64), Size(96, 64))]
    eager = draw(engine_of(family), *requests)
    compiled = engine_of(family, compile={"backend": "eager"})

    pictures = draw(compiled, *requests)

    for one, other in zip(eager, pictures, strict=True):
        assert np.abs(one - other).max() <= 1
    assert not compiled.workers[0].scheduler.powers_of_two


@pytest.mark.parametrize("compile_", [{"dynamic": False}, {"mode": "reduce-overhead"}])
def test_fixed_shape_compilation_uses_powers_of_two(engine_of, compile_):
    assert engine_of("flux", compile=compile_).workers[0].scheduler.powers_of_two


def test_pipeline_classes_can_be_chosen(engine_of):
    engine = engine_of("flux", edit="FluxKontextPipeline", inpaint="FluxKontextInpaintPipeline")

    with running(engine) as run:
        assert run(events_of(engine, edit(partial_images=1)))
        classes = model_of(engine).classes

    assert (classes.edit.__name__, classes.inpaint.__name__) == (
        "FluxKontextPipeline",
        "FluxKontextInpaintPipeline",
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"edit": "FluxPaintPipeline"}, "'edit': diffusers has no class 'FluxPaintPipeline'"),
        ({"inpaint": "StableDiffusion3InpaintPipeline"}, "'inpaint': 'StableDiffusion3InpaintPipeline' does not fit"),
        ({"inpaint": "QwenImageInpaintPipeline"}, "'inpaint': 'QwenImageInpaintPipeline' does not fit"),
        (
            {"quantization": {"transformer": {"quant_backend": "paper"}}},
            "'quantization.transformer.quant_backend' must",
        ),
        ({"quantization": {"brain": {"quant_backend": "torchao"}}}, "no part 'brain'"),
        ({"quantization": {"vae": {"quant_backend": "torchao", "quant_type": "Int3"}}}, "has no 'Int3'"),
        ({"quantization": {"vae": {"quant_backend": "bitsandbytes_4bit", "load_in_4bit": "x"}}}, "load_in_4bit"),
        ({"lora": {"ink": "/nowhere/at/all"}}, "the adapter 'ink' ('/nowhere/at/all')"),
        ({"preview_vae": "/nowhere/at/all"}, "/nowhere/at/all"),
    ],
)
def test_option_that_does_not_fit_checkpoint_is_named(engine_of, options, said):
    with running(engine := engine_of("flux", **options)) as run, pytest.raises(EngineError) as failure:
        run(events_of(engine, make_request()))

    assert failure.value.code == "model_load_failed"
    assert said in failure.value.message


def test_unknown_pipeline_arguments_are_named(engine_of, caplog):
    with running(engine := engine_of("flux", arguments={"sharpness": 3})) as run, pytest.raises(EngineError):
        run(events_of(engine, make_request()))

    assert "knows no sharpness" in caplog.text


def test_quantised_network_draws_and_takes_less_memory(engine_of):
    pytest.importorskip("torchao", reason="needs torchao")
    how = {"quant_backend": "torchao", "quant_type": "Int8WeightOnlyConfig"}
    plain, small = engine_of("flux"), engine_of("flux", quantization={"transformer": how, "text_encoder_2": how})

    exact, near = draw(plain, make_request(), edit()), draw(small, make_request(), edit())

    assert load_model(small.spec, "cpu").num_bytes < 0.8 * load_model(plain.spec, "cpu").num_bytes
    for one, other in zip(exact, near, strict=True):
        assert 0 < np.abs(one - other).mean() < 10


def test_cached_hub_model_is_found_by_each_revision(checkpoints, tmp_path):
    """In a separate process, because the cache folder is read from the environment once."""
    commit = "0123456789abcdef0123456789abcdef01234567"
    home = tmp_path / "hub" / "models--example--tiny-flux"
    shutil.copytree(checkpoints("flux"), home / "snapshots" / commit)
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text(commit)
    script = f"""
import sys
sys.path[:0] = {sys.path!r}
from engine_fixtures import events_of, running, make_request
from limner.engines.diffusers.engine import DiffusersEngine
from limner.engines.diffusers.memory_estimate import estimate_bytes
for revision in (None, "main", {commit!r}):
    engine = DiffusersEngine(checkpoint="example/tiny-flux", revision=revision, device="cpu", steps=2,
                             cache={str(tmp_path)!r}, arguments={{"max_sequence_length": 32}})
    assert estimate_bytes(engine.spec, "cpu") > 100_000, revision
    with running(engine) as run:
        print(revision, run(events_of(engine, make_request()))[-1].picture.size)
"""
    environment = os.environ | {"HF_HUB_CACHE": str(tmp_path / "hub"), "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}

    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)

    assert done.stdout.splitlines() == ["None 64x64", "main 64x64", f"{commit} 64x64"], done.stderr[-2000:]


@pytest.mark.parametrize("family", ["flux", "klein", "qwen-image", "sd15"])
def test_bfloat16_batch_is_close_to_float32(engine_of, family):
    # few steps: a processor without bfloat16 instructions takes seconds for each
    batch = [
        make_request(seed=1, num_inference_steps=2),
        make_request(seed=2, prompt="two dogs", num_inference_steps=1),
    ]
    exact = draw(engine_of(family), *batch)
    near = draw(engine_of(family, dtype="bfloat16"), *batch)

    for one, other in zip(exact, near, strict=True):
        assert 0 < np.abs(one - other).mean() < np.abs(one - exact[0][::-1]).mean() / 10
