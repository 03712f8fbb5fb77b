"""The library: the official client's calls, in this process."""

import asyncio
import io

import numpy as np
import PIL.Image
import pytest

import limner
from limner import AsyncLimner, BadRequestError, Limner
from limner.settings import ModelSettings, Settings

SETTINGS = Settings(engines={"illustrator": {"processes": 1}})
SMALL = {"model": "illustrator", "size": "256x256"}


@pytest.fixture(scope="module")
def client():
    with Limner(settings=SETTINGS) as client:
        yield client


def test_image_converts_to_every_form(client):
    answer = client.images.generate(prompt="a red apple", **SMALL)

    (image,) = answer.data
    assert image.pil().size == (256, 256)
    assert image.numpy().shape == (256, 256, 3)
    assert PIL.Image.open(io.BytesIO(image.data)).format == "PNG"
    assert answer.usage.total_tokens > 0
    assert (answer.size, answer.quality, answer.background) == ("256x256", "medium", "opaque")
    assert answer._repr_mimebundle_() == {"image/png": image.data}


def test_stream_ends_with_the_completed_event(client):
    events = list(client.images.generate(prompt="a red apple", stream=True, partial_images=2, **SMALL))

    assert events[-1].type == "image_generation.completed"
    assert [event.type for event in events[:-1]] == ["image_generation.partial_image"] * (len(events) - 1)
    assert events[-1].usage.output_tokens > 100 * (len(events) - 1)


def test_stream_can_be_left_early(client):
    events = client.images.generate(prompt="a castle", stream=True, partial_images=3, model="illustrator", n=4)
    next(events)
    events.close()

    assert client.images.generate(prompt="a cat", **SMALL).data


def test_edit_accepts_every_kind_of_input_image(client, tmp_path):
    made = client.images.generate(prompt="a fox", **SMALL).data[0]
    made.save(tmp_path / "fox.png")
    mask = np.full((256, 256, 4), 255, np.uint8)
    mask[:128, :, 3] = 0
    forms = [
        made,
        made.data,
        tmp_path / "fox.png",
        made.pil(),
        made.numpy(),
        ("fox.png", made.data),
        io.BytesIO(made.data),
    ]

    for form in forms:
        edited = client.images.edit(image=form, mask=mask, prompt="add a balloon", **SMALL).data[0]

        assert np.array_equal(edited.numpy()[128:], made.numpy()[128:])


def test_variations_differ(client):
    made = client.images.generate(prompt="a fox", **SMALL).data[0]

    one, two = client.images.create_variation(image=made, n=2, **SMALL).data

    assert np.abs(one.numpy().astype(int) - two.numpy()).mean() > 2


def test_errors_have_the_official_names(client):
    with pytest.raises(BadRequestError) as caught:
        client.images.generate(prompt="a fox", size="9x9")

    assert (caught.value.status_code, caught.value.param) == (400, "size")


def test_invalid_input_image_is_a_type_error(client):
    with pytest.raises(TypeError, match="Expected bytes, a path"):
        client.images.edit(image=42, prompt="add a hat")


def test_asynchronous_client_generates_and_streams():
    async def work():
        async with AsyncLimner(settings=SETTINGS) as client:
            answer = await client.images.generate(prompt="a cat", **SMALL)
            stream = await client.images.generate(prompt="a cat", stream=True, partial_images=1, **SMALL)
            return answer, [event.type async for event in stream]

    answer, types = asyncio.run(work())

    assert answer.data[0].pil().size == (256, 256)
    assert types[-1] == "image_generation.completed"


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="Limmer"):
        _ = limner.Limmer


def test_models_of_the_settings_are_served():
    settings = Settings(models={"mine": ModelSettings(family="gpt-image-1")}, engines={"illustrator": {"processes": 1}})

    with Limner(settings=settings) as client:
        assert client.images.generate(prompt="a cat", model="mine", size="256x256").data
