"""The engine's interface: events, sizes, formats, masks."""

import io

import numpy as np
import pytest
from engine_fixtures import (
    SIZE,
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
    stats_of,
)
from PIL import Image

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.picture import CompletedImage, Size  # noqa: E402


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_engine_returns_n_images_in_requested_format(engine_of, output_format):
    with running(engine := engine_of("flux")) as run:
        events = run(events_of(engine, make_request(n=3, output_format=output_format)))

    assert [event.image_index for event in events] == [0, 1, 2]
    for event in events:
        assert isinstance(event, CompletedImage)
        image = Image.open(io.BytesIO(event.picture.read()))
        assert (image.format, image.size) == (output_format.upper(), SIZE)


def test_same_seed_gives_same_image_and_image_i_uses_seed_plus_i(engine_of):
    with running(engine := engine_of("flux", deterministic=True)) as run:
        both = run(events_of(engine, make_request(n=2)))
        again = run(events_of(engine, make_request()))
        second = run(events_of(engine, make_request(seed=8)))

    assert np.array_equal(pixels_of(both[0].picture), pixels_of(again[0].picture))
    assert np.array_equal(pixels_of(both[1].picture), pixels_of(second[0].picture))
    assert not np.array_equal(pixels_of(both[0].picture), pixels_of(both[1].picture))


def test_deterministic_images_are_never_batched(engine_of):
    with running(engine := engine_of("flux", deterministic=True)) as run:
        run(events_of(engine, make_request(n=6)))

        stats = stats_of(engine)
        assert stats.num_forwards == stats.num_rows == 24


@pytest.mark.parametrize("size", [Size(65, 47), Size(100, 64), Size(64, 91)], ids=str)
@pytest.mark.parametrize("family", ["flux", "sdxl", "z-image"])
def test_any_size_is_returned_exactly(engine_of, family, size):
    with running(engine := engine_of(family, steps=2)) as run:
        drawn = run(events_of(engine, make_request(size=size, partial_images=1)))
        edited = run(events_of(engine, edit(size=size)))

    assert [event.picture.size for event in drawn + edited] == [size] * 3
    assert pixels_of(drawn[-1].picture).shape == (size.height, size.width, 3)


@pytest.mark.parametrize("family", ["flux", "kontext", "klein", "sdxl", "z-image", "qwen-image"])
def test_pixels_outside_mask_are_unchanged(engine_of, family):
    original = sample_pixels()
    request = edit(mask=encode_png(half_open_mask()), partial_images=1)

    with running(engine := engine_of(family)) as run:
        events = run(events_of(engine, request))

    half = SIZE.width // 2
    for event in events:
        assert np.array_equal(pixels_of(event.picture)[:, :half], original[:, :half])
    assert np.abs(pixels_of(events[-1].picture)[:, half:] - original[:, half:]).mean() > 5


def test_mask_works_without_inpaint_pipeline(engine_of):
    original = sample_pixels()

    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, make_request(num_inference_steps=1)))
        model_of(engine).classes.inpaint = None
        request = edit(mask=encode_png(half_open_mask()), strength=0.9)
        [event] = run(events_of(engine, request))

    half = SIZE.width // 2
    assert np.array_equal(pixels_of(event.picture)[:, :half], original[:, :half])
    assert np.abs(pixels_of(event.picture)[:, half:] - original[:, half:]).mean() > 5


def test_lower_strength_stays_closer_to_input(engine_of):
    with running(engine := engine_of("flux", steps=8)) as run:
        faithful, loose, unchanged = (
            pixels_of(run(events_of(engine, edit(**fields)))[0].picture)
            for fields in ({"input_fidelity": "high"}, {"input_fidelity": "low"}, {"strength": 0.02})
        )

    assert np.abs(faithful - unchanged).mean() < np.abs(loose - unchanged).mean()


def test_transparent_request_returns_alpha_but_is_not_obeyed(engine_of):
    with running(engine := engine_of("flux", steps=1)) as run:
        [event] = run(events_of(engine, make_request(background="transparent")))

    assert pixels_of(event.picture).shape[2] == 4
    assert "background" not in engine.obeys


def test_prompt_is_encoded_once(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        gate = Gate(is_open=True)
        model_of(engine).pipeline.text_encoder_2.register_forward_pre_hook(gate)
        run(events_of(engine, make_request(n=3)))
        run(events_of(engine, make_request(prompt="another", n=3)))

    assert gate.num_calls == 1
