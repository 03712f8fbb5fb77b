"""Adapters that apply without being asked for: default ones, and fused ones."""

from pathlib import Path

import numpy as np
import pytest
from engine_fixtures import draw, events_of, make_request, running

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import BadRequestError
from limner.core.request import Lora
from limner.engines.diffusers.checkpoint import load_model
from limner.engines.diffusers.config import read_options
from limner.engines.diffusers.memory_estimate import estimate_bytes


def make_spec(checkpoint, **options):
    return read_options({"checkpoint": checkpoint, **options}).spec()


@pytest.fixture
def drawn_with(engine_of):
    """Draws with these adapters. `asked`: what each request selects."""

    def draw_with(lora, *asked):
        return draw(engine_of("flux", lora=lora, deterministic=True), *(make_request(lora=one) for one in asked))

    return draw_with


def test_default_adapter_applies_unless_a_request_selects_others(drawn_with, adapter):
    default = {"ink": {"weights": adapter, "scale": 10.0, "use": "default"}, "oil": adapter}
    plain, inked = drawn_with({"ink": adapter}, (), (Lora("ink", 10.0),))

    unasked, none, doubled, other = drawn_with(
        default, (), (Lora("ink", 0.0),), (Lora("ink", 2.0),), (Lora("oil", 10.0),)
    )

    assert np.array_equal(unasked, inked)
    assert np.abs(none - plain).max() <= 1
    assert np.abs(doubled - inked).max() > 3
    assert np.array_equal(other, inked)


def test_fused_adapter_draws_as_a_default_one(drawn_with, engine_of, adapter):
    def options(use):
        return {"ink": {"weights": adapter, "scale": 8.0, "use": use}}

    (expected,) = drawn_with(options("default"), ())
    engine = engine_of("flux", lora=options("fused"))

    (fused,) = draw(engine, make_request())

    assert np.abs(fused - expected).max() <= 1
    assert "lora" not in engine.obeys


def test_fused_adapter_leaves_no_layers(checkpoints, adapter):
    fused = {"ink": {"weights": adapter, "use": "fused"}}

    model, plain = (load_model(make_spec(checkpoints("flux"), lora=one), "cpu") for one in (fused, None))

    assert model.num_bytes == plain.num_bytes
    assert not any("lora" in name for name, _ in model.pipeline.transformer.named_modules())


def test_fused_and_selectable_adapters_go_together(drawn_with, adapter):
    both = {
        "speed": {"weights": adapter, "scale": 4.0, "use": "fused"},
        "ink": {"weights": adapter, "use": "on request"},
    }
    (expected,) = drawn_with({"ink": adapter}, (Lora("ink", 9.0),))

    plain, added = drawn_with(both, (), (Lora("ink", 5.0),))

    assert np.abs(added - expected).max() <= 1
    assert np.abs(plain - added).max() > 3


def test_fused_adapter_cannot_be_selected(engine_of, adapter):
    lora = {"speed": {"weights": adapter, "use": "fused"}, "ink": adapter}
    with running(engine := engine_of("flux", lora=lora)) as run, pytest.raises(BadRequestError) as bad:
        run(events_of(engine, make_request(lora=(Lora("speed"),))))

    assert "'speed'. Supported values are: 'ink'." in bad.value.message


def test_adapter_may_be_one_file_of_a_folder(checkpoints, adapter):
    file = next(Path(adapter).glob("*.safetensors"))
    model = load_model(make_spec(checkpoints("flux"), lora={"ink": str(file)}), "cpu")

    assert model.pipeline.get_list_adapters() == {"transformer": ["ink"]}


def test_adapters_count_in_the_estimate(checkpoints, adapter):
    spec = make_spec(checkpoints("flux"), lora={"ink": adapter})

    assert estimate_bytes(spec, "cpu") > estimate_bytes(make_spec(checkpoints("flux")), "cpu")
    assert estimate_bytes(spec, "cpu") == pytest.approx(load_model(spec, "cpu").num_bytes, rel=0.02)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"quantization": "fp8"}, "'lora.ink': an adapter cannot be fused into a quantised network"),
        ({"quantization": {"transformer": {"quant_backend": "torchao"}}}, "'lora.ink': an adapter cannot be fused"),
        ({"quantization": {"quant_backend": "torchao"}}, "'lora.ink': an adapter cannot be fused"),
        ({"checkpoint": "me/nets/net.gguf"}, "'lora.ink': an adapter cannot be fused"),
    ],
)
def test_fusing_into_a_quantised_network_is_refused(options, message):
    with pytest.raises(ValueError, match=message):
        make_spec(**{"checkpoint": "x", "lora": {"ink": {"weights": "y", "use": "fused"}}} | options)


def test_fusing_beside_a_quantised_text_encoder_is_accepted():
    how = {"text_encoder_2": {"quant_backend": "torchao"}}

    assert make_spec("x", quantization=how, lora={"ink": {"weights": "y", "use": "fused"}}).lora[0].use == "fused"


@pytest.mark.parametrize(
    "wrong", [{"weights": "x", "use": "always"}, {"weights": "x", "scale": 99}, {"scale": 1.0}, {}]
)
def test_wrong_table_of_an_adapter_is_named(wrong):
    with pytest.raises(ValueError, match="'lora' must be a table of names, each with a folder"):
        make_spec("x", lora={"ink": wrong})


def test_batch_sizes_are_learned_for_all_scales_of_an_adapter_together(engine_of, adapter):
    with running(engine := engine_of("flux", lora={"ink": adapter})) as run:
        for scale in (0.5, 0.7, 0.9):
            run(events_of(engine, make_request(lora=(Lora("ink", scale),))))

        assert len(engine.workers[0].tuner.measured_rows()) == 1
