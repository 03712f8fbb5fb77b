"""Results and requests of other kinds: variations, images as masks, other formats, broken previews."""

import base64
import io
import logging

import numpy as np
import pytest
from comfy_example import EXAMPLES
from PIL import Image

from sample_pictures import pictured, saved
from wire_pictures import mask, picture


def opened(entry):
    return Image.open(io.BytesIO(base64.b64decode(entry.b64_json)))


def generate(front, **options):
    return front.client.images.generate(model="illustrator", prompt="a red fox", **{"size": "64x64"} | options)


def test_variations_are_drawn_by_their_workflow(comfy, front_of):
    inputs = {"image": "Load Image.image", "seed": "KSampler.seed", "prompt": "Positive Prompt.text"}
    front = front_of(comfy.address, variation={"workflow": str(EXAMPLES / "edit.json"), "inputs": inputs})

    with pytest.warns(DeprecationWarning, match="deprecated"):
        response = front.client.images.create_variation(
            model="dall-e-2", image=picture(300, 300), size="256x256", n=2, response_format="b64_json"
        )

    assert [opened(entry).size for entry in response.data] == 2 * [(256, 256)]
    first, second = (body["prompt"] for body in comfy.prompts)
    assert first["6"]["inputs"]["text"] == "a lighthouse at dusk"
    assert first["3"]["inputs"]["denoise"] == 0.7
    assert second["3"]["inputs"]["seed"] == first["3"]["inputs"]["seed"] + 1
    assert comfy._load(first["10"]["inputs"]["image"]).shape == (256, 256, 4)


def test_image_that_is_its_own_mask_is_inpainted(comfy, front):
    original = np.dstack([pictured(256, 256), np.full((256, 256), 255, np.uint8)])
    original[:, :128, 3] = 0

    response = front.client.images.edit(
        model="dall-e-2", image=saved(Image.fromarray(original), "PNG"), prompt="a fox", size="256x256",
        response_format="b64_json",
    )  # fmt: skip

    drawn = np.asarray(opened(response.data[0]).convert("RGB"))
    assert np.array_equal(drawn[:, 128:], original[:, 128:, :3])
    uploaded = comfy._load(comfy.prompts[0]["prompt"]["12"]["inputs"]["image"])
    assert (uploaded[5, 2, 0], uploaded[5, -3, 0]) == (255, 0)


def test_opaque_image_without_a_mask_is_edited(comfy, front):
    front.client.images.edit(model="dall-e-2", image=picture(256, 256), prompt="a fox", size="256x256")

    assert "12" not in comfy.prompts[0]["prompt"]


def test_note_names_what_only_another_workflow_follows(front):
    edit = front.client.images.with_raw_response.edit
    options = {"model": "illustrator", "image": picture(), "prompt": "a fox", "size": "64x64"}

    masked = edit(**options, mask=mask(), extra_body={"strength": 0.4, "guidance_scale": 3})
    plain = edit(**options, extra_body={"strength": 0.4})

    assert masked.headers["limner-note"] == "without effect on this kind of request: strength"
    assert "strength" not in masked.headers.get("limner-ignored", "")
    assert "limner-note" not in plain.headers


@pytest.mark.parametrize("drawn", ["JPEG", "WEBP"])
@pytest.mark.parametrize("wanted", ["png", "jpeg", "webp"])
def test_drawn_format_is_converted_without_its_workflow(comfy, front, drawn, wanted):
    comfy.output_format = drawn

    data = base64.b64decode(generate(front, output_format=wanted).data[0].b64_json)

    assert b"KSampler" in next(iter(comfy.files.values()))
    assert b"KSampler" not in data
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size, image.mode) == (wanted.upper(), (64, 64), "RGB")


def test_drawn_jpeg_keeps_protected_pixels(comfy, front):
    comfy.output_format = "JPEG"
    original = pictured(64, 64)

    response = front.client.images.edit(
        model="illustrator", image=saved(Image.fromarray(original), "PNG"), mask=mask(), prompt="x", size="64x64"
    )

    assert np.array_equal(np.asarray(opened(response.data[0]))[:, 32:], original[:, 32:])


def test_broken_previews_are_left_out(comfy, front, caplog):
    caplog.set_level(logging.WARNING, logger="limner.engines")
    comfy.preview_data = b"no image"

    events = list(generate(front, stream=True, partial_images=2, extra_body={"num_inference_steps": 6}))

    assert [event.type for event in events] == ["image_generation.completed"]
    assert caplog.text.count("A preview is left out") == 2
