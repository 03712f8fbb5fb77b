"""The same requests by the official client, through a Limner, to the stand-in of each known server."""

import base64
import io

import httpx2
import numpy as np
import openai
import pytest
from PIL import Image
from upstreams import PRODUCTS, Upstream, running_upstream

from stand_ins.drawing import decode, encode

MODEL = "gpt-image-1"
RED, BLUE = (200, 30, 30), (30, 30, 200)


@pytest.fixture(scope="module", params=PRODUCTS)
def running(request, tmp_path_factory):
    with running_upstream(request.param, tmp_path_factory.mktemp("storage")) as upstream:
        yield upstream


@pytest.fixture
def upstream(running) -> Upstream:
    running.stand_in.reset()
    return running


@pytest.fixture
def images(upstream):
    return upstream.client.images


def opened(item):
    return decode(base64.b64decode(item.b64_json))


def file(image, name="image.png", file_format="png"):
    return (name, encode(image, file_format), f"image/{file_format}")


def noise(width, height, seed=0):
    return Image.fromarray(np.random.default_rng(seed).integers(0, 256, (height, width, 3)).astype(np.uint8))


def test_size_format_and_compression_are_those_of_the_request(upstream, images):
    result = images.generate(model=MODEL, prompt="a fox", size="1000x600", output_format="jpeg", output_compression=30)

    image = opened(result.data[0])
    assert (result.size, result.output_format) == ("1000x600", "jpeg")
    assert (image.format, image.size) == ("JPEG", (1000, 600))
    assert image.quantization[0][0] == decode(encode(image, "jpeg", quality=30)).quantization[0][0]
    assert [received.method for received in upstream.received] == ["POST"]


def test_webp_is_returned_whatever_the_server_has(upstream, images):
    result = images.generate(model=MODEL, prompt="a fox", size="256x256", output_format="webp")

    assert (opened(result.data[0]).format, opened(result.data[0]).size) == ("WEBP", (256, 256))
    assert upstream.received


def test_several_images_differ(upstream, images):
    result = images.generate(model=MODEL, prompt="a fox", size="256x256", n=3)

    assert len({item.b64_json for item in result.data}) == 3
    assert upstream.stand_in.num_images == 3
    assert upstream.received


def test_a_seed_gives_the_same_image_however_many_are_asked_for(upstream, images):
    if not upstream.obeys("seed"):
        pytest.skip("the server has no seeds")
    common = {"model": MODEL, "prompt": "a fox", "size": "256x256"}

    several = images.generate(**common, n=3, extra_body={"seed": 40})
    third = images.generate(**common, extra_body={"seed": 42})

    assert several.data[2].b64_json == third.data[0].b64_json
    assert upstream.stand_in.num_images == 4
    assert upstream.received


def test_seed_is_named_as_ignored_if_the_server_has_none(upstream, images):
    response = images.with_raw_response.generate(
        model=MODEL, prompt="a fox", size="256x256", extra_body={"seed": 40, "negative_prompt": "cats"}
    )

    ignored = set(response.headers.get("limner-ignored", "").split(", ")) - {""}
    assert ignored == {"seed", "negative_prompt"} - upstream.engine.obeys
    assert upstream.received


def test_url_is_served_by_the_gateway(upstream, images):
    result = images.generate(model=MODEL, prompt="a fox", size="512x512", response_format="url")

    response = httpx2.get(result.data[0].url)
    assert result.data[0].url.startswith(upstream.front.address)
    assert (response.headers["content-type"], decode(response.content).size) == ("image/png", (512, 512))
    assert upstream.received


def test_edit_sends_the_image_and_returns_the_requested_size(upstream, images):
    image = noise(300, 200)

    result = images.edit(model=MODEL, prompt="a fox", image=file(image), size="600x400")

    assert opened(result.data[0]).size == (600, 400)
    assert len(sent_images(upstream)) == 1


def test_edit_sends_several_images_in_order(upstream, images):
    colours = [RED, BLUE, (30, 200, 30)]
    files = [file(Image.new("RGB", (256, 256), colour), f"{index}.png") for index, colour in enumerate(colours)]

    images.edit(model=MODEL, prompt="a fox", image=files, size="1024x1024")

    assert [decode(data).convert("RGB").getpixel((128, 128)) for data in sent_images(upstream)] == colours


def sent_images(upstream):
    """The input images of the last request that the stand-in received."""
    received = upstream.received[-1]
    if "ref_images" in received.fields:
        return [base64.b64decode(text) for text in received.fields["ref_images"]]
    return received.images("image", "image[]")


@pytest.mark.parametrize("size", ["512x512", "500x300"])
def test_protected_pixels_of_an_edit_are_those_of_the_input(upstream, images, size):
    width, height = (int(edge) for edge in size.split("x"))
    image = noise(width, height)
    mask = Image.new("RGBA", (width, height), (0, 0, 0, 255))
    mask.paste((0, 0, 0, 0), (0, 0, width // 2, height))

    result = images.edit(model=MODEL, prompt="a fox", image=file(image), mask=file(mask, "mask.png"), size=size)

    before, after = np.asarray(image), np.asarray(opened(result.data[0]).convert("RGB"))
    assert np.array_equal(before[:, width // 2 :], after[:, width // 2 :])
    assert not np.array_equal(before[:, : width // 4], after[:, : width // 4])
    if upstream.profile.masks.support != "none":
        assert opens_left_half(upstream)


def opens_left_half(upstream) -> bool:
    """Whether the stand-in received a mask that it reads as: the left half may change."""
    received, masks = upstream.received[-1], upstream.profile.masks
    mask = decode(received.file(masks.name))
    channel = mask.getchannel("A").point(lambda alpha: 255 - alpha) if masks.form == "alpha" else mask.convert("L")
    middle = channel.height // 2
    return (
        channel.getpixel((channel.width // 4, middle)) == 255
        and channel.getpixel((channel.width * 3 // 4, middle)) == 0
    )


def test_luminance_mask_is_converted_to_the_servers_form(upstream, images):
    mask = Image.new("L", (512, 512), 0)
    mask.paste(255, (0, 0, 256, 512))
    image = noise(512, 512)

    result = images.edit(
        model=MODEL, prompt="a fox", image=file(image), mask=file(mask, "mask.png"), size="512x512",
        extra_body={"mask_mode": "luminance"},
    )  # fmt: skip

    after = np.asarray(opened(result.data[0]).convert("RGB"))
    assert np.array_equal(np.asarray(image)[:, 256:], after[:, 256:])
    if upstream.profile.masks.support != "none":
        assert opens_left_half(upstream)


def test_image_format_that_the_server_cannot_read_is_converted(upstream, images):
    image = file(Image.new("RGB", (256, 256), RED), "image.webp", "webp")

    images.edit(model=MODEL, prompt="a fox", image=image, size="1024x1024")

    sent = decode(sent_images(upstream)[0])
    assert sent.format.lower() in upstream.profile.input_formats
    assert sent.size == (256, 256)


def test_stream_ends_with_the_completed_event(upstream, images):
    with images.with_streaming_response.generate(
        model=MODEL, prompt="a fox", size="1024x1024", stream=True, partial_images=2
    ) as response:
        ignored = response.headers.get("limner-ignored", "")
        events = list(response.parse())

    partials = 2 if upstream.profile.streams else 0
    assert [event.type.rpartition(".")[2] for event in events] == ["partial_image"] * partials + ["completed"]
    assert [event.partial_image_index for event in events[:partials]] == list(range(partials))
    assert all(opened(event).size == (1024, 1024) for event in events)
    assert ignored == ("" if upstream.profile.streams else "partial_images")
    assert upstream.received


def test_stream_of_an_edit_ends_with_the_completed_event(upstream, images):
    events = list(images.edit(model=MODEL, prompt="a fox", image=file(noise(256, 256)), size="1024x1024", stream=True))

    assert [event.type for event in events] == ["image_edit.completed"]
    assert upstream.received


def test_transparent_background_is_drawn_or_named_as_ignored(upstream, images):
    response = images.with_raw_response.generate(
        model=MODEL, prompt="a fox", size="1024x1024", background="transparent", output_format="png"
    )

    result = response.parse()
    alpha = opened(result.data[0]).convert("RGBA").getchannel("A")
    is_clear = upstream.obeys("background")
    assert alpha.getextrema() == ((0, 255) if is_clear else (255, 255))
    assert response.headers.get("limner-ignored", "") == ("" if is_clear else "background")
    assert upstream.received


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the official client, for variations
def test_variation_is_drawn_or_refused_in_the_envelope(upstream, images):
    image = io.BytesIO(encode(noise(256, 256), "png"))
    request = {"image": ("image.png", image, "image/png"), "size": "512x512", "response_format": "b64_json"}

    if upstream.profile.paths["variation"] is None:
        with pytest.raises(openai.BadRequestError) as caught:
            images.create_variation(**request)
        assert (caught.value.param, caught.value.code) == ("model", "invalid_value")
        assert "does not support this endpoint" in caught.value.message
        assert upstream.received == []
    else:
        result = images.create_variation(**request)
        assert opened(result.data[0]).size == (512, 512)
        assert upstream.received


def test_response_says_which_engine_drew(upstream, images):
    response = images.with_raw_response.generate(model=MODEL, prompt="a fox", size="1024x1024")

    assert response.headers["x-request-id"]
    assert not any(upstream.stand_in.API_KEY in value for value in response.headers.values())
