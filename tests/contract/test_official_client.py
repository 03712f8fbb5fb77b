"""The official client against the server: every endpoint and family, both validation modes, plain and streamed."""

import asyncio
import base64

import httpx2
import openai
import pytest

from limner.families.registry import PUBLISHED_MODELS
from wire_pictures import mask, opened, opened_base64, picture

GPT_MODELS = [name for name in PUBLISHED_MODELS if not name.startswith("dall-e")]
SQUARE_PNG = picture(64, 64, mode="RGBA")

pytestmark = pytest.mark.filterwarnings("ignore:deprecated:DeprecationWarning")  # the client deprecates variations


@pytest.fixture(params=["lenient", "strict"], scope="module")
def client(request, shared, shared_strict):
    with {"lenient": shared, "strict": shared_strict}[request.param].client() as client:
        yield client


@pytest.mark.parametrize("model", [*GPT_MODELS, "illustrator"])
def test_generation_has_metadata_and_usage(client, model):
    answer = client.images.generate(model=model, prompt="a red apple", size="1024x1024", quality="low", n=2)

    assert [opened_base64(image.b64_json).size for image in answer.data] == [(1024, 1024)] * 2
    assert all(image.url is None for image in answer.data)
    assert (answer.background, answer.output_format, answer.quality, answer.size) == (
        "opaque",
        "png",
        "low",
        "1024x1024",
    )
    assert answer.usage.total_tokens == answer.usage.input_tokens + answer.usage.output_tokens
    assert answer.usage.output_tokens_details.image_tokens == answer.usage.output_tokens > 0


@pytest.mark.parametrize("model", ["dall-e-2", "dall-e-3"])
def test_dall_e_returns_urls_by_default(client, model):
    answer = client.images.generate(model=model, prompt="a red apple")

    fetched = httpx2.get(answer.data[0].url)
    assert opened(fetched.content).size == (1024, 1024)
    assert answer.data[0].b64_json is None
    assert (answer.usage, answer.size, answer.quality, answer.background) == (None, None, None, None)
    assert (answer.data[0].revised_prompt is not None) == (model == "dall-e-3")


@pytest.mark.parametrize("model", ["dall-e-2", "dall-e-3"])
def test_dall_e_returns_base64_on_request(client, model):
    answer = client.images.generate(model=model, prompt="a red apple", response_format="b64_json")

    assert opened_base64(answer.data[0].b64_json).size == (1024, 1024)
    assert answer.data[0].url is None


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_picture_has_the_requested_format(client, output_format):
    answer = client.images.generate(model="gpt-image-1", prompt="a", output_format=output_format)

    assert opened_base64(answer.data[0].b64_json).format.lower() == output_format == answer.output_format


@pytest.mark.parametrize("model", [*GPT_MODELS, "illustrator"])
def test_streamed_generation_has_all_fields(client, model):
    events = list(client.images.generate(model=model, prompt="a", stream=True, partial_images=2, size="1024x1024"))

    assert [event.type.rpartition(".")[2] for event in events] == ["partial_image", "partial_image", "completed"]
    assert [event.partial_image_index for event in events[:-1]] == [0, 1]
    for event in events:
        assert opened_base64(event.b64_json).size == (1024, 1024)
        assert (event.background, event.output_format, event.quality, event.size) == (
            "opaque",
            "png",
            "medium",
            "1024x1024",
        )
        assert event.created_at > 1_700_000_000
    assert events[-1].usage.output_tokens > 0


@pytest.mark.parametrize("model", [*GPT_MODELS, "illustrator"])
def test_edit_accepts_a_file_a_list_and_a_mask(client, model):
    one = client.images.edit(model=model, prompt="a", image=("a.png", SQUARE_PNG))
    several = client.images.edit(
        model=model, prompt="a", image=[("a.png", SQUARE_PNG), ("b.webp", picture(output_format="webp"))]
    )
    masked = client.images.edit(model=model, prompt="a", image=("a.png", SQUARE_PNG), mask=("m.png", mask()))

    assert all(opened_base64(answer.data[0].b64_json) for answer in (one, several, masked))
    assert several.usage.input_tokens_details.image_tokens == 2 * one.usage.input_tokens_details.image_tokens > 0
    assert masked.usage.input_tokens_details.image_tokens == one.usage.input_tokens_details.image_tokens


def test_streamed_edit_sends_the_edit_events(client):
    stream = client.images.edit(
        model="gpt-image-1", prompt="a", image=[("a.png", SQUARE_PNG)], stream=True, partial_images=1
    )

    events = list(stream)

    assert [event.type for event in events] == ["image_edit.partial_image", "image_edit.completed"]
    assert events[-1].usage.input_tokens_details.image_tokens > 0


def test_dall_e_2_edits_and_varies_a_square_png(client):
    edited = client.images.edit(model="dall-e-2", prompt="a", image=("a.png", SQUARE_PNG), mask=("m.png", mask()))
    varied = client.images.create_variation(
        model="dall-e-2", image=("a.png", SQUARE_PNG), n=2, size="256x256", response_format="b64_json"
    )

    assert edited.data[0].url
    assert [opened_base64(image.b64_json).size for image in varied.data] == [(256, 256)] * 2


def test_async_client_generates_edits_and_streams(shared):
    async def use():
        options = {"base_url": f"{shared.address}/v1", "api_key": "k", "max_retries": 0}
        async with openai.AsyncOpenAI(**options, _strict_response_validation=True) as client:
            drawn = await client.images.generate(model="gpt-image-2", prompt="a")
            edited = await client.images.edit(model="gpt-image-2", prompt="a", image=("a.png", SQUARE_PNG))
            varied = await client.images.create_variation(image=("a.png", SQUARE_PNG))
            stream = await client.images.generate(model="gpt-image-2", prompt="a", stream=True, partial_images=3)
            events = [event async for event in stream]
            models = [model.id async for model in client.models.list()]
        return drawn, edited, varied, events, models

    drawn, edited, varied, events, models = asyncio.run(use())

    assert drawn.data[0].b64_json
    assert edited.data[0].b64_json
    assert varied.data[0].url
    assert [event.type.rpartition(".")[2] for event in events] == ["partial_image"] * 3 + ["completed"]
    assert "gpt-image-2" in models


def test_models_are_listed_and_found(client):
    listed = [model.id for model in client.models.list()]

    assert {*PUBLISHED_MODELS, "illustrator"} <= set(listed)
    assert client.models.retrieve("gpt-image-1").id == "gpt-image-1"
    with pytest.raises(openai.NotFoundError) as raised:
        client.models.retrieve("no-such/model")
    assert raised.value.code == "model_not_found"
    assert raised.value.body["message"] == "The model 'no-such/model' does not exist"


def test_file_exists_from_create_to_delete(client):
    file = client.files.create(file=("../../dir/a picture.png", SQUARE_PNG), purpose="vision")

    assert (file.filename, file.bytes, file.purpose, file.status) == (
        "a picture.png",
        len(SQUARE_PNG),
        "vision",
        "processed",
    )
    assert client.files.retrieve(file.id) == file
    assert client.files.content(file.id).read() == SQUARE_PNG
    assert file.id in [one.id for one in client.files.list()]
    assert file.id not in [one.id for one in client.files.list(purpose="batch")]
    assert client.files.delete(file.id).deleted
    with pytest.raises(openai.NotFoundError, match="No such File object"):
        client.files.retrieve(file.id)


def test_client_receives_the_request_id(client):
    answer = client.images.with_raw_response.generate(model="gpt-image-1", prompt="a")

    assert answer.headers["x-request-id"].startswith("req_")
    assert answer.parse()._request_id == answer.headers["x-request-id"]


def test_errors_raise_the_official_error_classes(client):
    with pytest.raises(openai.BadRequestError) as raised:
        client.images.generate(model="gpt-image-1", prompt="a", n=11)

    assert raised.value.code == "integer_above_max_value"
    assert raised.value.param == "n"
    assert raised.value.type == "invalid_request_error"
    assert raised.value.request_id.startswith("req_")


def test_null_in_json_means_omitted(client):
    answer = client.images.generate(
        model="gpt-image-1",
        prompt="a",
        n=None,
        size=None,
        quality=None,
        output_compression=None,
        partial_images=None,
        stream=None,
        background=None,
        moderation=None,
        output_format=None,
    )

    assert answer.size == "1024x1024"


def test_file_streamed_by_the_client_is_received(client, tmp_path):
    path = tmp_path / "input.png"
    path.write_bytes(SQUARE_PNG)

    with path.open("rb") as file:
        answer = client.images.edit(model="gpt-image-1", prompt="a", image=file)

    assert base64.b64decode(answer.data[0].b64_json)
