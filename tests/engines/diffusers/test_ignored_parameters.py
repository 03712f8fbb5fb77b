"""Parameters that a pipeline does not have, or that have no effect on its weights, are named."""

import pytest
from engine_fixtures import edit, encode_png, events_of, make_request, running, sample_pixels

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.input_images import read_input_images  # noqa: E402
from limner.engines.diffusers.pipeline_call import make_pipeline_call  # noqa: E402
from limner.settings import Settings, Storage  # noqa: E402
from running import running_server  # noqa: E402

VALUES = {"negative_prompt": "fog", "guidance_scale": 3.0}


@pytest.mark.parametrize(
    ("family", "values", "ignored"),
    [
        pytest.param("klein", VALUES, {"negative_prompt", "guidance_scale"}, id="distilled klein"),
        pytest.param("flux2", VALUES, {"negative_prompt"}, id="FLUX.2"),
        pytest.param("flux", VALUES, None, id="FLUX"),
        pytest.param("sdxl", VALUES, None, id="SDXL"),
        pytest.param("sdxl", VALUES | {"guidance_scale": 1.0}, {"negative_prompt"}, id="SDXL without guidance"),
        pytest.param("qwen-image", VALUES, None, id="Qwen-Image"),
        pytest.param("z-image", {"negative_prompt": "fog"}, None, id="Z-Image"),
    ],
)
def test_generation_names_what_its_pipeline_ignores(engine_of, family, values, ignored):
    request = make_request(asked=frozenset(values), ignored=frozenset({"style"}), num_inference_steps=1, **values)
    with running(engine := engine_of(family)) as run:
        [completed] = run(events_of(engine, request))

    assert completed.ignored == (ignored and ignored | {"style"})


@pytest.mark.parametrize(
    ("family", "ignored"),
    [("kontext", {"strength"}), ("klein", {"strength"}), ("flux2", {"strength"}), ("sdxl", None)],
)
def test_edit_by_instruction_ignores_strength(engine_of, family, ignored):
    with running(engine := engine_of(family)) as run:
        [completed] = run(events_of(engine, edit(strength=0.5, asked=frozenset({"strength"}), num_inference_steps=2)))

    assert completed.ignored == ignored


def test_weights_without_guidance_embedding_ignore_guidance(engine_of):
    """As FLUX.1 schnell; a negative prompt has guidance of its own there."""
    request = make_request(**VALUES)
    engine = engine_of("flux")
    model = load_model(engine.spec, "cpu")
    model.networks["transformer"].real.register_to_config(guidance_embeds=False)

    call = make_pipeline_call(model, request, 0, read_input_images(request), engine.sampling)

    assert "guidance_scale" in call.ignored
    assert "negative_prompt" not in call.ignored


def test_header_names_what_the_pipeline_ignores(engine_of, tmp_path):
    with running_server(engine_of("klein"), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = server.client().images.with_raw_response.edit(
            model="illustrator",
            prompt="a red fox",
            image=("a.png", encode_png(sample_pixels()).read(), "image/png"),
            size="64x64",
            extra_body={"strength": "0.5", "negative_prompt": "fog"},
        )

    assert {"negative_prompt", "strength"} <= set(answer.headers["limner-ignored"].split(", "))
