"""Images drawn by a server with A1111's API, through a Limner server and the official client."""

import base64
import io

import numpy as np
import openai
import pytest
from PIL import Image
from sdapi_stand_in import SdapiStandIn
from stand_in_server import BackgroundCall, running_stand_in

from running import wait_until
from sample_pictures import pictured, saved
from wire_pictures import mask, picture

STEPS = {"num_inference_steps": 8}


def pixels_of(entry):
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(entry.b64_json))))


def generate(front, **options):
    return front.client.images.generate(model="illustrator", prompt="a red fox", **{"size": "128x64"} | options)


def test_generation_sends_what_the_client_asks(webui, sdapi_front):
    extra = {"seed": 7, "negative_prompt": "fog", "guidance_scale": 4.5, "lora": [{"name": "ink", "scale": 0.8}]}

    response = generate(sdapi_front, extra_body=extra | STEPS).data

    body = {name: value for name, value in webui.bodies[0].items() if name != "force_task_id"}
    assert body == {
        "prompt": "a red fox <lora:ink:0.8>", "negative_prompt": "fog", "seed": 7, "steps": 8, "cfg_scale": 4.5,
        "width": 128, "height": 64, "batch_size": 1, "n_iter": 1, "send_images": True, "save_images": False,
    }  # fmt: skip
    assert pixels_of(response[0]).shape == (64, 128, 3)
    assert b"Steps" not in base64.b64decode(response[0].b64_json)


def test_options_are_sent(webui, sdapi_front_of):
    front = sdapi_front_of(
        webui.address,
        sampler="Euler a",
        scheduler="Karras",
        checkpoint="sdxl.safetensors",
        negative_prompt="blurry",
        steps={"low": 5, "high": 9},
        guidance=3,
        arguments={"tiling": True},
        override_settings={"CLIP_stop_at_last_layers": 2},
    )

    for quality in ("low", "medium", "high"):
        generate(front, quality=quality)

    body = webui.bodies[0]
    assert [body["steps"] for body in webui.bodies] == [5, 20, 9]
    assert (body["sampler_name"], body["scheduler"], body["cfg_scale"]) == ("Euler a", "Karras", 3)
    assert (body["negative_prompt"], body["tiling"]) == ("blurry", True)
    assert body["override_settings"] == {"sd_model_checkpoint": "sdxl.safetensors", "CLIP_stop_at_last_layers": 2}


def test_image_index_is_added_to_the_seed(webui, sdapi_front):
    response = generate(sdapi_front, n=3, extra_body={"seed": 40}).data

    assert [body["seed"] for body in webui.bodies] == [40, 41, 42]
    assert len({pixels_of(entry).tobytes() for entry in response}) == 3


def test_odd_size_and_format_are_exact(webui, sdapi_front):
    response = generate(sdapi_front, size="101x67", output_format="webp").data

    image = Image.open(io.BytesIO(base64.b64decode(response[0].b64_json)))
    assert (image.size, image.format) == ((101, 67), "WEBP")
    assert (webui.bodies[0]["width"], webui.bodies[0]["height"]) == (104, 72)


@pytest.mark.parametrize("knows_tasks", [True, False])
def test_stream_sends_previews_of_its_own_job(sdapi_front_of, knows_tasks):
    with running_stand_in(SdapiStandIn(knows_tasks=knows_tasks)) as webui:
        webui.holds_at = (0, 4)
        events = iter(generate(sdapi_front_of(webui.address), stream=True, partial_images=1, extra_body=STEPS))

        first = next(events)
        webui.holds_at = None
        rest = list(events)

    assert first.type == "image_generation.partial_image"
    assert pixels_of(first)[2, 2, 0] == 255 * 4 // 8
    assert [event.type for event in rest] == ["image_generation.completed"]


@pytest.mark.parametrize("size", ["64x64", "75x69"])
def test_masked_edit_keeps_protected_pixels(webui, sdapi_front, size):
    width, height = (int(edge) for edge in size.split("x"))
    original = pictured(height, width)

    response = sdapi_front.client.images.edit(
        model="illustrator",
        image=saved(Image.fromarray(original), "PNG"),
        mask=mask(width, height),
        prompt="a blue fox",
        size=size,
    )

    drawn, half = pixels_of(response.data[0]), width // 2
    assert np.array_equal(drawn[:, half:], original[:, half:])
    assert not np.array_equal(drawn[:, :half], original[:, :half])
    body = webui.bodies[0]
    sent = np.asarray(Image.open(io.BytesIO(base64.b64decode(body["mask"]))))
    assert (sent.shape[2], sent[5, 2, 0], sent[5, -3, 0]) == (3, 255, 0)
    assert (body["inpainting_mask_invert"], body["denoising_strength"]) == (0, 1.0)


def test_variation_and_strength_use_img2img(webui, sdapi_front):
    client = sdapi_front.client
    with pytest.warns(DeprecationWarning, match="deprecated"):
        client.images.create_variation(model="dall-e-2", image=picture(64, 64), size="256x256")
    client.images.edit(model="illustrator", image=picture(), prompt="x", size="64x64", extra_body={"strength": 0.3})

    assert [body["denoising_strength"] for body in webui.bodies] == [0.6, 0.3]
    assert "mask" not in webui.bodies[1]


def test_several_input_images_are_refused(webui, sdapi_front):
    with pytest.raises(openai.BadRequestError, match="takes at most 1 image") as error:
        sdapi_front.client.images.edit(model="illustrator", image=[picture(), picture()], prompt="both")

    assert error.value.param == "image"
    assert webui.bodies == []


@pytest.mark.parametrize("knows_tasks", [True, False])
def test_hang_up_interrupts_its_own_job(sdapi_front_of, knows_tasks):
    with running_stand_in(SdapiStandIn(knows_tasks=knows_tasks)) as webui:
        front = sdapi_front_of(webui.address)
        webui.holds_at = (0, 5)
        leaving = generate(front, stream=True, partial_images=1, n=2, extra_body=STEPS)
        next(iter(leaving))
        other = BackgroundCall(lambda: generate(front))
        assert wait_until(lambda: front.service.num_waiting == 3)

        leaving.close()

        assert len(other.result().data) == 1
    assert webui.interrupted == webui.began[:1]
    assert (len(webui.began), webui.num_interrupts) == (2, 1)


def test_hang_up_behind_a_foreign_job_leaves_that_alone(webui, sdapi_front):
    generate(sdapi_front, stream=False)
    webui.holds_at = (1, 2)
    foreign = webui.add_foreign_job()
    assert wait_until(lambda: len(webui.began) == 2)
    leaving = generate(sdapi_front, stream=True, partial_images=1, extra_body=STEPS)
    assert wait_until(lambda: len(webui.bodies) == 2)

    leaving.close()
    assert wait_until(lambda: sdapi_front.service.num_waiting == 0)
    assert webui.num_interrupts == 0
    webui.step_s = 0.02
    webui.holds_at = None

    foreign.result(30)
    assert wait_until(lambda: len(webui.finished) == 3)
    assert "" not in webui.interrupted


def test_unknown_jobs_are_never_interrupted(sdapi_front_of):
    """Without ids of tasks, a job that waits behind another one cannot be recognized."""
    with running_stand_in(SdapiStandIn(knows_tasks=False)) as webui:
        front = sdapi_front_of(webui.address)
        webui.holds_at = (0, 2)
        foreign = webui.add_foreign_job()
        assert wait_until(lambda: len(webui.began) == 1)
        leaving = generate(front, stream=True, extra_body=STEPS)
        assert wait_until(lambda: len(webui.bodies) == 1)
        leaving.close()
        assert wait_until(lambda: front.service.num_waiting == 0)
        webui.holds_at = None
        foreign.result(30)

        assert wait_until(lambda: len(webui.finished) == 2)
        assert webui.num_interrupts == 0


def test_requests_take_turns(webui, sdapi_front):
    webui.holds_at = (0, 1)
    many = BackgroundCall(lambda: generate(sdapi_front, n=3, extra_body={"seed": 10}))
    assert wait_until(lambda: len(webui.began) == 1)
    one = BackgroundCall(lambda: generate(sdapi_front, extra_body={"seed": 90}))
    assert wait_until(lambda: sdapi_front.service.num_waiting == 4)
    webui.holds_at = None
    assert [len(call.result().data) for call in (many, one)] == [3, 1]

    assert [body["seed"] for body in webui.bodies] == [10, 90, 11, 12]
