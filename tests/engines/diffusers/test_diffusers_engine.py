"""The engine as the router sees it: events, sizes, formats, masks."""

import io

import numpy as np
import pytest
from PIL import Image
from studio import SIZE, Gate, edit, events_of, hole, model_of, picture_of, pixels_of, running, scenery, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.picture import CompletedImage, Size  # noqa: E402


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_it_draws_as_many_pictures_as_asked_in_the_asked_format(engine_of, output_format):
    with running(engine := engine_of("flux")) as run:
        events = run(events_of(engine, wish(n=3, output_format=output_format)))

    assert [event.image_index for event in events] == [0, 1, 2]
    for event in events:
        assert isinstance(event, CompletedImage)
        image = Image.open(io.BytesIO(event.picture.read()))
        assert (image.format, image.size) == (output_format.upper(), SIZE)


def test_the_same_seed_gives_the_same_picture_and_image_i_has_seed_plus_i(engine_of):
    with running(engine := engine_of("flux", deterministic=True)) as run:
        both = run(events_of(engine, wish(n=2)))
        again = run(events_of(engine, wish()))
        second = run(events_of(engine, wish(seed=8)))

    assert np.array_equal(pixels_of(both[0].picture), pixels_of(again[0].picture))
    assert np.array_equal(pixels_of(both[1].picture), pixels_of(second[0].picture))
    assert not np.array_equal(pixels_of(both[0].picture), pixels_of(both[1].picture))


def test_deterministic_pictures_are_never_in_a_batch(engine_of):
    with running(engine := engine_of("flux", deterministic=True)) as run:
        run(events_of(engine, wish(n=6)))

        workshop = engine.workshops[0]
        assert workshop.executor.num_forwards == workshop.executor.num_rows == 24


@pytest.mark.parametrize("size", [Size(65, 47), Size(100, 64), Size(64, 91)], ids=str)
@pytest.mark.parametrize("family", ["flux", "sdxl", "z-image"])
def test_any_size_is_returned_exactly(engine_of, family, size):
    with running(engine := engine_of(family, steps=2)) as run:
        drawn = run(events_of(engine, wish(size=size, partial_images=1)))
        edited = run(events_of(engine, edit(size=size)))

    assert [event.picture.size for event in drawn + edited] == [size] * 3
    assert pixels_of(drawn[-1].picture).shape == (size.height, size.width, 3)


@pytest.mark.parametrize("family", ["flux", "kontext", "klein", "sdxl", "z-image", "qwen-image"])
def test_outside_the_mask_every_pixel_stays(engine_of, family):
    original = scenery()
    request = edit(mask=picture_of(hole()), partial_images=1)

    with running(engine := engine_of(family)) as run:
        events = run(events_of(engine, request))

    half = SIZE.width // 2
    for event in events:
        assert np.array_equal(pixels_of(event.picture)[:, :half], original[:, :half])
    assert np.abs(pixels_of(events[-1].picture)[:, half:] - original[:, half:]).mean() > 5


def test_a_mask_works_on_a_model_without_a_class_for_it(engine_of):
    original = scenery()

    with running(engine := engine_of("flux", steps=6)) as run:
        run(events_of(engine, wish(num_inference_steps=1)))
        model_of(engine).classes.inpaint = None
        request = edit(mask=picture_of(hole()), strength=0.9)
        [event] = run(events_of(engine, request))

    half = SIZE.width // 2
    assert np.array_equal(pixels_of(event.picture)[:, :half], original[:, :half])
    assert np.abs(pixels_of(event.picture)[:, half:] - original[:, half:]).mean() > 5


def test_a_lower_strength_stays_closer_to_the_picture(engine_of):
    with running(engine := engine_of("flux", steps=8)) as run:
        faithful, loose, unchanged = (
            pixels_of(run(events_of(engine, edit(**fields)))[0].picture)
            for fields in ({"input_fidelity": "high"}, {"input_fidelity": "low"}, {"strength": 0.02})
        )

    assert np.abs(faithful - unchanged).mean() < np.abs(loose - unchanged).mean()


def test_a_transparent_picture_has_alpha_and_is_told_to_be_beyond_the_model(engine_of):
    with running(engine := engine_of("flux", steps=1)) as run:
        [event] = run(events_of(engine, wish(background="transparent")))

    assert pixels_of(event.picture).shape[2] == 4
    assert "background" not in engine.obeys


def test_a_prompt_is_encoded_once(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))
        gate = Gate()
        gate.opened.set()
        model_of(engine).pipeline.text_encoder_2.register_forward_pre_hook(gate)
        run(events_of(engine, wish(n=3)))
        run(events_of(engine, wish(prompt="another", n=3)))

    assert gate.passed == 1
