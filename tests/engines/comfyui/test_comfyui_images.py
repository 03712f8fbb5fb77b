"""Images drawn by ComfyUI, through a Limner server and the official client."""

import base64
import io

import numpy as np
import pytest
from PIL import Image

from sample_pictures import pictured, saved
from wire_pictures import mask, picture


def pixels_of(entry):
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(entry.b64_json))))


def generate(front, **options):
    return front.client.images.generate(model="illustrator", prompt="a red fox", **{"size": "128x64"} | options)


def test_generation_fills_the_named_inputs(comfy, front):
    extra = {"seed": 7, "negative_prompt": "fog", "num_inference_steps": 3, "guidance_scale": 4.5}

    response = generate(front, extra_body=extra).data

    nodes = comfy.prompts[0]["prompt"]
    assert pixels_of(response[0]).shape == (64, 128, 3)
    assert nodes["6"]["inputs"]["text"] == "a red fox"
    assert nodes["7"]["inputs"]["text"] == "fog"
    assert {name: nodes["3"]["inputs"][name] for name in ("seed", "steps", "cfg", "denoise")} == {
        "seed": 7, "steps": 3, "cfg": 4.5, "denoise": 1,
    }  # fmt: skip
    assert nodes["5"]["inputs"] == {"width": 128, "height": 64, "batch_size": 1}


def test_values_that_the_client_does_not_send_stay(comfy, front):
    generate(front)

    nodes = comfy.prompts[0]["prompt"]
    assert nodes["7"]["inputs"]["text"] == "blurry, watermark"
    assert (nodes["3"]["inputs"]["steps"], nodes["3"]["inputs"]["cfg"]) == (20, 7)


def test_quality_sets_the_steps(comfy, front):
    for quality in ("low", "high"):
        generate(front, quality=quality)

    assert [body["prompt"]["3"]["inputs"]["steps"] for body in comfy.prompts] == [12, 35]


def test_image_index_is_added_to_the_seed(comfy, front):
    response = generate(front, n=3, extra_body={"seed": 40}).data

    assert [body["prompt"]["3"]["inputs"]["seed"] for body in comfy.prompts] == [40, 41, 42]
    assert len({pixels_of(entry).tobytes() for entry in response}) == 3


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_odd_sizes_and_formats_are_exact(comfy, front, output_format):
    response = generate(front, size="101x67", output_format=output_format).data

    data = base64.b64decode(response[0].b64_json)
    image = Image.open(io.BytesIO(data))
    assert (image.size, image.format) == ((101, 67), output_format.upper())
    assert comfy.prompts[0]["prompt"]["5"]["inputs"]["width"] == 104


def test_workflow_is_not_in_the_image(front):
    data = base64.b64decode(generate(front).data[0].b64_json)

    assert b"KSampler" not in data
    assert Image.open(io.BytesIO(data)).size == (128, 64)


def test_stream_sends_evenly_chosen_previews(comfy, front):
    events = list(generate(front, stream=True, partial_images=3, extra_body={"num_inference_steps": 8}))

    assert [event.type for event in events] == 3 * ["image_generation.partial_image"] + ["image_generation.completed"]
    lightness = [int(pixels_of(event)[2, 2, 0]) for event in events[:3]]
    assert lightness == pytest.approx([255 * step / 8 for step in (2, 4, 6)], abs=8)
    assert {pixels_of(event).shape for event in events} == {(64, 128, 3)}
    assert comfy.prompts[0]["extra_data"] == {"preview_method": "auto"}


def test_old_server_sends_previews_too(old_comfy, front_of):
    front = front_of(old_comfy.address)

    events = list(generate(front, stream=True, partial_images=2, n=1, extra_body={"num_inference_steps": 6}))

    assert [event.type.rpartition(".")[2] for event in events] == ["partial_image", "partial_image", "completed"]


def test_edit_covers_the_requested_size(comfy, front):
    source = picture(100, 50, color=(0, 200, 0))

    response = front.client.images.edit(
        model="illustrator", image=source, prompt="a blue fox", size="64x64", extra_body={"strength": 0.4}
    )

    nodes = comfy.prompts[0]["prompt"]
    assert pixels_of(response.data[0]).shape == (64, 64, 3)
    assert nodes["3"]["inputs"]["denoise"] == 0.4
    assert nodes["10"]["inputs"]["image"].endswith(".png [temp]")


@pytest.mark.parametrize("size", ["64x64", "75x69"])
def test_masked_edit_keeps_protected_pixels(comfy, front, size):
    width, height = (int(edge) for edge in size.split("x"))
    original = pictured(height, width)
    source = saved(Image.fromarray(original), "PNG")

    response = front.client.images.edit(
        model="illustrator", image=source, mask=mask(width, height), prompt="a blue fox", size=size
    )

    drawn, half = pixels_of(response.data[0]), width // 2
    assert np.array_equal(drawn[:, half:], original[:, half:])
    assert not np.array_equal(drawn[:, :half], original[:, :half])
    uploaded = comfy._load(comfy.prompts[0]["prompt"]["12"]["inputs"]["image"])
    assert uploaded[5, 2].tolist() == [255, 255, 255, 0]  # may change: white, and transparent
    assert uploaded[5, -3].tolist() == [0, 0, 0, 255]


def test_mask_without_an_inpaint_workflow_is_in_the_image(comfy, front_of):
    front = front_of(comfy.address, inpaint=None)

    front.client.images.edit(model="illustrator", image=picture(), mask=mask(), prompt="a blue fox", size="64x64")

    uploaded = comfy._load(comfy.prompts[0]["prompt"]["10"]["inputs"]["image"])
    assert uploaded[5, 2].tolist() == [200, 30, 30, 0]  # LoadImage gives the colour, and 1 - alpha as the mask
    assert uploaded[5, -3].tolist() == [200, 30, 30, 255]


def test_input_images_are_uploaded_once_per_request(comfy, front):
    front.client.images.edit(model="illustrator", image=picture(), prompt="a blue fox", size="64x64", n=3)

    names = {body["prompt"]["10"]["inputs"]["image"] for body in comfy.prompts}
    assert len(comfy.prompts) == 3
    assert len(names) == 1
    assert len([key for key in comfy.files if key[0] == "temp"]) == 1


def test_several_images_need_a_workflow_with_as_many_inputs(comfy, front):
    with pytest.raises(Exception, match="takes at most 1 image") as error:
        front.client.images.edit(model="illustrator", image=[picture(), picture()], prompt="both")

    assert error.value.status_code == 400
    assert error.value.param == "image"
    assert comfy.prompts == []


def test_variation_without_a_workflow_is_refused(front):
    with (
        pytest.raises(Exception, match="cannot draw variations") as error,
        pytest.warns(DeprecationWarning, match="deprecated"),
    ):
        front.client.images.create_variation(model="dall-e-2", image=picture())

    assert error.value.status_code == 400


def test_transparent_background_is_reported_as_ignored(front):
    response = front.client.images.with_raw_response.generate(
        model="illustrator", prompt="a red fox", size="64x64", background="transparent", extra_body={"lora": []}
    )

    assert "background" in response.headers["limner-ignored"]
    assert pixels_of(response.parse().data[0]).shape == (64, 64, 4)
