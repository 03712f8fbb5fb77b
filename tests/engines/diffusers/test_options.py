"""Options of a model: adapters, and what is refused."""

import asyncio
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from studio import edit, events_of, model_of, pixels_of, running, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import BadRequestError, EngineError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from limner.core.request import Lora  # noqa: E402
from limner.engines.diffusers.checkpoint import load  # noqa: E402


def test_an_adapter_changes_the_pictures_that_ask_for_it_and_no_others(engine_of, adapter):
    with running(engine := engine_of("flux", lora={"ink": adapter}, deterministic=True)) as run:

        async def crowd():
            return await asyncio.gather(
                *(events_of(engine, wish(lora=lora)) for lora in ((), (Lora("ink", 20.0),), (), (Lora("ink", 0.0),)))
            )

        plain, inked, again, unmoved = (pixels_of(events[0].picture) for events in run(crowd()))

    assert "lora" in engine.obeys
    assert np.array_equal(plain, again)
    assert np.abs(plain - unmoved).max() <= 1
    assert np.abs(plain - inked).max() > 3


def test_an_adapter_asked_of_a_model_that_has_none_changes_nothing(engine_of):
    engine = engine_of("flux", deterministic=True)

    plain, asked = drawn(engine, wish(), wish(lora=(Lora("ink"),)))

    assert "lora" not in engine.obeys, "so the client is told"
    assert np.array_equal(plain, asked)


def test_an_unknown_adapter_is_named(engine_of):
    with running(engine := engine_of("flux", lora={"ink": "/nowhere"})) as run, pytest.raises(BadRequestError) as bad:
        run(events_of(engine, wish(lora=(Lora("oil"),))))

    assert bad.value.param == "lora"
    assert "'ink'" in bad.value.message


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"checkpoint": ""}, "checkpoint"),
        ({"dtype": "int4"}, "dtype"),
        ({"offload": "disk"}, "offload"),
        ({"steps": 0}, "steps"),
        ({"steps": {"best": 3}}, "steps"),
        ({"guidance": "much"}, "guidance"),
        ({"max_batch_size": 0}, "max_batch_size"),
        ({"keep_alive": -1}, "keep_alive"),
        ({"memory_gb": "all"}, "memory_gb"),
        ({"compile": "yes"}, "compile"),
        ({"arguments": 3}, "arguments"),
    ],
)
def test_a_wrong_option_is_named(options, named):
    from limner.engines.diffusers.engine import DiffusersEngine

    with pytest.raises(ValueError, match=named):
        DiffusersEngine(**{"checkpoint": "somewhere", "device": "cpu"} | options)


def drawn(engine, *wishes):
    """The pixels of each wish, all of them asked for at a time."""
    with running(engine, patience_s=60) as run:

        async def crowd():
            return await asyncio.gather(*(events_of(engine, one) for one in wishes))

        return [pixels_of(events[-1].picture) for events in run(crowd())]


CROWD = [
    wish(seed=1),
    wish(seed=2, prompt="two dogs dancing in a city at night, neon", num_inference_steps=3),
    wish(seed=3, guidance_scale=2.0),
    edit(seed=4, strength=0.7),
    wish(seed=5, partial_images=2),
]


@pytest.mark.parametrize("family", ["flux", "klein", "sdxl", "z-image"])
@pytest.mark.parametrize("offload", ["model", "group"])
def test_an_offloaded_model_draws_what_one_in_place_draws(engine_of, family, offload):
    """On a CPU nothing moves, but every hook is there, and everything passes through them."""
    in_place = drawn(engine_of(family), *CROWD)
    offloaded = drawn(engine_of(family, offload=offload), *CROWD)

    for one, other in zip(in_place, offloaded, strict=True):
        assert np.abs(one - other).max() <= 1


def test_two_parts_of_an_offloaded_model_are_never_there_together(engine_of):
    class Part:
        def __init__(self, name):
            self.name = name

        def offload(self):
            away.append(self.name)

    away, entered = [], []
    with running(engine := engine_of("flux", offload="model")) as run:
        run(events_of(engine, wish()))
        model = model_of(engine)
        model.pipeline._all_hooks = [Part("text"), Part("network"), Part("vae")]
        make_way = model.make_way
        model.make_way = lambda stage: (entered.append((stage, len(away))), make_way(stage))
        run(events_of(engine, wish(prompt="something new")))

    stages = [stage for stage, _ in entered]
    assert stages[0] == "encode_prompt"
    assert stages[1:-1] == ["forward"] * 4
    assert stages[-1] == "decode"
    assert away == ["text", "network", "vae"] * 3, "before the prompt, before the first step, before the decode"


def test_all_prompts_of_an_offloaded_model_are_read_before_it_moves_on(engine_of):
    with running(engine := engine_of("flux", offload="model", max_batch_size=1)) as run:
        run(events_of(engine, wish()))
        stages = []
        model = model_of(engine)
        model.make_way = stages.append

        async def crowd():
            await asyncio.gather(*(events_of(engine, wish(prompt=f"cat {index}")) for index in range(4)))

        run(crowd())

    changes = [stage for index, stage in enumerate(stages) if index == 0 or stages[index - 1] != stage]
    assert stages.count("encode_prompt") == 4
    assert len(changes) < len(stages) / 2


def test_what_an_offloaded_model_takes_of_the_memory_is_its_largest_part(engine_of):
    def num_bytes(**options):
        return load(engine_of("flux", **options).spec, "cpu").num_bytes

    whole = num_bytes()

    assert 0 < num_bytes(offload="model") < whole
    assert num_bytes(offload="group") == 0


@pytest.mark.parametrize("family", ["flux", "z-image"])
def test_a_compiled_network_draws_the_same_in_batches_of_any_width_and_size(engine_of, family):
    """With the backend that compiles nothing: what is traced, and how often, is the same."""
    wishes = [wish(seed=seed, size=size) for seed in range(3) for size in (Size(64, 64), Size(96, 64), Size(128, 128))]
    eager = drawn(engine_of(family), *wishes)
    compiled = engine_of(family, compile={"backend": "eager"})

    pictures = drawn(compiled, *wishes)

    for one, other in zip(eager, pictures, strict=True):
        assert np.abs(one - other).max() <= 1
    assert not compiled.workshops[0].scheduler.powers_of_two


@pytest.mark.parametrize("compile_", [{"dynamic": False}, {"mode": "reduce-overhead"}])
def test_where_each_width_is_compiled_by_itself_widths_are_powers_of_two(engine_of, compile_):
    assert engine_of("flux", compile=compile_).workshops[0].scheduler.powers_of_two


def test_a_pipeline_class_can_be_chosen(engine_of):
    engine = engine_of("flux", edit="FluxKontextPipeline", inpaint="FluxKontextInpaintPipeline")

    with running(engine) as run:
        assert run(events_of(engine, edit(partial_images=1)))
        classes = model_of(engine).classes

    assert (classes.instruct.__name__, classes.inpaint.__name__) == (
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
def test_what_the_settings_have_wrong_about_a_checkpoint_is_said(engine_of, options, said):
    with running(engine := engine_of("flux", **options)) as run, pytest.raises(EngineError) as failure:
        run(events_of(engine, wish()))

    assert failure.value.code == "model_load_failed"
    assert said in failure.value.message


def test_arguments_that_the_pipeline_does_not_know_are_named(engine_of, caplog):
    with running(engine := engine_of("flux", arguments={"sharpness": 3})) as run, pytest.raises(EngineError):
        run(events_of(engine, wish()))

    assert "knows no sharpness" in caplog.text


def test_a_quantised_network_is_drawn_with_and_takes_less_memory(engine_of):
    pytest.importorskip("torchao", reason="needs torchao")
    how = {"quant_backend": "torchao", "quant_type": "Int8WeightOnlyConfig"}
    plain, small = engine_of("flux"), engine_of("flux", quantization={"transformer": how, "text_encoder_2": how})

    exact, near = drawn(plain, wish(), edit()), drawn(small, wish(), edit())

    assert load(small.spec, "cpu").num_bytes < 0.8 * load(plain.spec, "cpu").num_bytes
    for one, other in zip(exact, near, strict=True):
        assert 0 < np.abs(one - other).mean() < 10


@pytest.mark.parametrize("revision", [None, "main", "0123456789abcdef0123456789abcdef01234567"])
def test_a_model_of_the_hub_is_found_where_the_hub_keeps_it(checkpoints, engine_of, tmp_path, revision):
    """As downloaded earlier; in a process of its own, because that folder is read from the environment once."""
    commit = "0123456789abcdef0123456789abcdef01234567"
    home = tmp_path / "hub" / "models--somebody--tiny-flux"
    shutil.copytree(checkpoints("flux"), home / "snapshots" / commit)
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text(commit)
    script = f"""
import asyncio, sys
sys.path[:0] = {sys.path!r}
from studio import events_of, running, wish
from limner.engines.diffusers.engine import DiffusersEngine
from limner.engines.diffusers.weights import expected_bytes
engine = DiffusersEngine(checkpoint="somebody/tiny-flux", revision={revision!r}, device="cpu", steps=2,
                         cache={str(tmp_path)!r}, arguments={{"max_sequence_length": 32}})
with running(engine) as run:
    print("bytes", expected_bytes(engine.spec, "cpu"))
    print("drawn", run(events_of(engine, wish()))[-1].picture.size)
"""
    environment = os.environ | {"HF_HUB_CACHE": str(tmp_path / "hub"), "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}

    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)

    assert "drawn 64x64" in done.stdout, done.stderr[-2000:]
    assert int(done.stdout.split()[1]) > 100_000


@pytest.mark.parametrize("family", ["flux", "klein", "z-image", "qwen-image", "sdxl", "sd15"])
def test_in_sixteen_bits_a_batch_draws_nearly_what_it_draws_in_thirty_two(engine_of, family):
    exact = drawn(engine_of(family), *CROWD)
    near = drawn(engine_of(family, dtype="bfloat16"), *CROWD)

    for one, other in zip(exact, near, strict=True):
        assert 0 < np.abs(one - other).mean() < np.abs(one - exact[0][::-1]).mean() / 10
