"""The option `safety_checker`: the checkpoint's own checker, another one, or none."""

import json
import re

import numpy as np
import pytest
from engine_fixtures import SIZE, events_of, make_request, model_of, pixels_of, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402
import transformers  # noqa: E402
from diffusers.pipelines.stable_diffusion import StableDiffusionSafetyChecker  # noqa: E402
from stock_comparison import load_in_memory  # noqa: E402

from limner.core.errors import APIError, PictureError  # noqa: E402
from limner.core.picture import Size  # noqa: E402


def safety_checker(*, is_strict):
    vision = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = transformers.CLIPConfig(
        vision_config=vision | {"image_size": 32, "patch_size": 16, "projection_dim": 16}, projection_dim=16
    )
    checker = StableDiffusionSafetyChecker(config).eval()
    checker.concept_embeds_weights.data.fill_(-2.0 if is_strict else 2.0)
    checker.special_care_embeds_weights.data.fill_(2.0)
    extractor = transformers.CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    return {"safety_checker": checker, "feature_extractor": extractor}


def save_checker(folder, *, is_strict):
    """A repository that holds nothing but a checker."""
    for part in safety_checker(is_strict=is_strict).values():
        part.save_pretrained(folder)
    return str(folder)


def save_checked_checkpoint(folder):
    """Stable Diffusion with a checker of its own that blocks everything."""
    torch.manual_seed(0)
    pipeline = tiny.sd15(**safety_checker(is_strict=True))
    pipeline.register_to_config(requires_safety_checker=True)
    pipeline.save_pretrained(folder)
    return str(folder)


def draw_until_blocked(engine, request):
    """The previews before the error."""
    previews = []

    async def collect():
        async for event in engine.generate(request):
            previews.append(pixels_of(event.picture))  # noqa: PERF401 (events before the error count)

    with running(engine) as run, pytest.raises(PictureError) as refusal:
        run(collect())
    assert refusal.value.code == "moderation_blocked"
    return previews


def test_blocked_image_is_an_error_with_blank_previews(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sd15")
    load_in_memory(engine, tiny.sd15(**safety_checker(is_strict=True)))

    previews = draw_until_blocked(engine, make_request(partial_images=3))

    assert len(previews) == 3
    assert not np.any(previews)


def test_every_preview_passes_the_safety_checker(engine_of):
    torch.manual_seed(0)
    engine = engine_of("sd15")
    model = load_in_memory(engine, tiny.sd15(**safety_checker(is_strict=False)))

    with running(engine) as run:
        run(events_of(engine, make_request(n=2, size=Size(128, 128), num_inference_steps=2)))
        calls = []
        hook = model.pipeline.safety_checker.register_forward_pre_hook(lambda *args: calls.append(1))
        events = run(events_of(engine, make_request(partial_images=3)))
        hook.remove()

    assert not model.projection.is_ready
    assert len(events) == len(calls) == 4
    assert pixels_of(events[0].picture).any()


def test_own_checker_is_used_by_default_and_when_required(engine_of, tmp_path):
    checkpoint = save_checked_checkpoint(tmp_path)

    for options in ({}, {"safety_checker": True}):
        draw_until_blocked(engine_of("sd15", checkpoint=checkpoint, **options), make_request())


def test_own_checker_is_not_even_read_when_switched_off(engine_of, tmp_path):
    checkpoint = save_checked_checkpoint(tmp_path)
    for file in (tmp_path / "safety_checker").iterdir():
        file.unlink()

    with running(engine := engine_of("sd15", checkpoint=checkpoint, safety_checker=False)) as run:
        [event] = run(events_of(engine, make_request()))
        assert model_of(engine).pipeline.safety_checker is None

    assert event.picture.size == SIZE


def test_switching_off_what_is_not_there_changes_nothing(engine_of):
    with running(engine := engine_of("flux", safety_checker=False)) as run:
        assert run(events_of(engine, make_request()))


@pytest.mark.parametrize("family", ["sd15", "flux"])
def test_required_checker_that_is_missing_is_an_error(engine_of, family):
    wanted = re.escape("'safety_checker': the checkpoint has none. Name one, such as 'CompVis/")
    with running(engine := engine_of(family, safety_checker=True)) as run, pytest.raises(APIError, match=wanted) as bad:
        run(events_of(engine, make_request()))

    assert bad.value.code == "model_load_failed"


@pytest.mark.parametrize("family", ["sd15", "sdxl", "flux", "qwen-image"])
@pytest.mark.parametrize("offload", [None, "model"])
def test_named_checker_blocks_images_and_previews_of_any_model(engine_of, tmp_path, family, offload):
    checker = save_checker(tmp_path, is_strict=True)

    previews = draw_until_blocked(
        engine_of(family, safety_checker=checker, offload=offload), make_request(partial_images=2)
    )

    assert len(previews) == 2
    assert not np.any(previews)


def test_named_checker_lets_other_images_pass_unchanged(engine_of, tmp_path):
    checker = save_checker(tmp_path, is_strict=False)

    def draw(**options):
        with running(engine := engine_of("flux", **options)) as run:
            [event] = run(events_of(engine, make_request()))
            return pixels_of(event.picture), model_of(engine)

    plain, bare = draw()
    checked, model = draw(safety_checker=checker)

    assert np.array_equal(plain, checked)
    assert model.num_bytes > bare.num_bytes


def test_named_checker_replaces_the_checkpoints_own(engine_of, tmp_path):
    checkpoint = save_checked_checkpoint(tmp_path / "sd15")
    checker = save_checker(tmp_path / "checker", is_strict=False)

    with running(engine := engine_of("sd15", checkpoint=checkpoint, safety_checker=checker)) as run:
        assert run(events_of(engine, make_request()))


def test_named_checker_that_is_not_one_is_named(engine_of, tmp_path):
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "clip"}))

    with (
        running(engine := engine_of("flux", safety_checker=str(tmp_path))) as run,
        pytest.raises(APIError, match="'safety_checker': '"),
    ):
        run(events_of(engine, make_request()))


def test_named_checker_is_downloaded_with_the_model(engine_of, hub):
    from limner.engines.diffusers import downloads

    hub.files["hub/checker"] = {"model.safetensors": b"1", "preprocessor_config.json": b"{}", "model.bin": b"2"}

    downloads.download(engine_of("flux", safety_checker="hub/checker").spec)

    assert sorted(hub.fetched) == ["model.safetensors", "preprocessor_config.json"]
