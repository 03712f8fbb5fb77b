import pytest

from raw_http import field, file, post_form, post_json
from wire_pictures import data_url, mask, picture

EDITS = "/v1/images/edits"
PNG = picture(mode="RGBA")
USER = "image_generation_user_error"
NO_ALPHA = "Invalid mask image format - mask image missing alpha channel"
OTHER_SIZE = "Invalid mask image format - mask size does not match image size"


def edit(server, mask_data, *parts):
    model = field("model", "gpt-image-1")
    return post_form(
        server.port, EDITS, model, field("prompt", "a"), file("image", PNG), file("mask", mask_data), *parts
    )


def edit_json(server, mask_data):
    values = {"images": [{"image_url": data_url(PNG)}], "mask": {"image_url": data_url(mask_data)}}
    return post_json(server.port, EDITS, {"model": "gpt-image-1", "prompt": "a", **values})


@pytest.mark.parametrize("send", [edit, edit_json], ids=["form", "json"])
@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(picture(64, 64), NO_ALPHA, id="RGB"),
        pytest.param(picture(64, 64, mode="L"), NO_ALPHA, id="grey"),
        pytest.param(mask(32, 64), OTHER_SIZE, id="another size"),
        pytest.param(picture(32, 32), OTHER_SIZE, id="another size and no alpha"),
    ],
)
def test_unusable_mask_is_refused(shared, shared_strict, send, data, message):
    for server in (shared, shared_strict):
        answer = send(server, data)

        assert answer.status == 400
        assert answer.error == {"message": message, "type": USER, "param": "mask", "code": "invalid_mask_image_format"}


def test_engine_gets_the_mask_and_its_mode(shared, last_request):
    answer = edit(shared, mask())

    assert answer.status == 200
    assert (last_request().mask.size, last_request().mask_mode) == ((64, 64), "alpha")


def test_luminance_mask_needs_no_alpha(shared, last_request):
    answer = edit(shared, picture(64, 64, mode="L"), field("mask_mode", "luminance"))

    assert answer.status == 200, answer.body
    assert last_request().mask_mode == "luminance"


def test_mask_mode_without_a_mask_is_refused(shared):
    answer = post_form(shared.port, EDITS, field("prompt", "a"), file("image", PNG), field("mask_mode", "luminance"))

    assert (answer.status, answer.error["param"]) == (400, "mask_mode")


def test_mask_must_have_the_size_of_the_first_image(shared):
    images = [file("image[]", PNG), file("image[]", picture(32, 32))]

    assert post_form(shared.port, EDITS, field("prompt", "a"), *images, file("mask", mask(64, 64))).status == 200
    assert post_form(shared.port, EDITS, field("prompt", "a"), *images, file("mask", mask(32, 32))).status == 400


@pytest.mark.parametrize("parts", [(), (field("response_format", "b64_json"),)], ids=["default", "b64_json"])
def test_dall_e_2_uses_transparency_as_the_mask(shared, shared_strict, last_request, parts):
    for server in (shared, shared_strict):
        model = field("model", "dall-e-2")
        answer = post_form(server.port, EDITS, model, field("prompt", "a"), file("image", PNG), *parts)

        assert answer.status == 200, answer.body
    assert last_request().alpha_is_mask
    assert last_request().mask is None


@pytest.mark.parametrize(
    ("model", "parts"),
    [("dall-e-2", [file("mask", mask())]), ("gpt-image-1", []), ("gpt-image-2", [])],
    ids=["dall-e-2 with a mask", "gpt-image-1", "gpt-image-2"],
)
def test_other_models_do_not_use_transparency_as_the_mask(shared, last_request, model, parts):
    fields = [field("model", model), field("prompt", "a"), file("image", PNG)]
    answer = post_form(shared.port, EDITS, *fields, *parts)

    assert answer.status == 200, answer.body
    assert not last_request().alpha_is_mask
