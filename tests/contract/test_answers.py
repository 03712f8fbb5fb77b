"""Contents of responses: shape by model name, defaults, ignored parameters, seeds, usage."""

import json
from urllib.parse import unquote

import pytest

from limner.settings import Defaults, Settings, Storage
from raw_http import field, file, get, post_form, post_json
from running import running_server
from tiny_engine import TinyEngine
from wire_pictures import opened_base64, picture

GENERATIONS, EDITS = "/v1/images/generations", "/v1/images/edits"
PNG = picture(mode="RGBA")


def generate(server, **values):
    return post_json(server.port, GENERATIONS, {"prompt": "a", **values})


def test_gpt_response_has_its_keys_in_documented_order(shared):
    answer = generate(shared, model="gpt-image-1").json()

    assert list(answer) == ["created", "background", "data", "output_format", "quality", "size", "usage"]
    assert list(answer["data"][0]) == ["b64_json"]
    assert list(answer["usage"]) == [
        "input_tokens",
        "input_tokens_details",
        "output_tokens",
        "output_tokens_details",
        "total_tokens",
    ]


@pytest.mark.parametrize(
    ("values", "keys", "entry"),
    [
        pytest.param({"model": "dall-e-2"}, {"created", "data"}, {"url"}, id="dall-e-2"),
        pytest.param({"model": "dall-e-3"}, {"created", "data"}, {"url", "revised_prompt"}, id="dall-e-3"),
        pytest.param(
            {"model": "dall-e-3", "response_format": "b64_json"},
            {"created", "data"},
            {"b64_json", "revised_prompt"},
            id="dall-e-3 in base64",
        ),
    ],
)
def test_dall_e_response_has_created_and_data_only(shared, shared_strict, values, keys, entry):
    for server in (shared, shared_strict):
        answer = generate(server, **values).json()

        assert set(answer) == keys
        assert set(answer["data"][0]) == entry


@pytest.mark.parametrize("model", ["gpt-image-1", "gpt-image-2", "chatgpt-image-latest", "illustrator"])
def test_every_model_returns_a_url_on_request(shared, model):
    answer = generate(shared, model=model, response_format="url").json()

    assert set(answer["data"][0]) == {"url"}
    assert answer["usage"]["output_tokens"] > 0


@pytest.mark.parametrize("model", ["gpt-image-1", "dall-e-3"])
def test_safety_identifier_is_echoed(shared, model):
    assert generate(shared, model=model, safety_identifier="someone").json()["safety_identifier"] == "someone"
    assert "safety_identifier" not in generate(shared, model=model, safety_identifier="").json()


@pytest.mark.parametrize(
    ("values", "model"),
    [
        pytest.param({}, "dall-e-2", id="nothing"),
        pytest.param(
            {"size": "512x512", "n": 2, "response_format": "url", "user": "u"}, "dall-e-2", id="what dall-e-2 knows"
        ),
        pytest.param({"background": None, "stream": None}, "dall-e-2", id="null is not there"),
        *(
            pytest.param({name: value}, "gpt-image-1.5", id=name)
            for name, value in {
                "background": "auto",
                "moderation": "low",
                "output_format": "webp",
                "output_compression": 100,
                "partial_images": 0,
                "stream": False,
            }.items()
        ),
    ],
)
def test_missing_model_depends_on_the_parameters(shared, last_request, values, model):
    answer = generate(shared, **values)

    assert answer.status == 200, answer.body
    assert last_request().model == model


def test_edits_and_variations_have_their_own_defaults(shared, last_request):
    post_form(shared.port, EDITS, field("prompt", "a"), file("image", PNG))
    edited = last_request()
    post_form(shared.port, "/v1/images/variations", file("image", PNG))
    varied = last_request()

    assert (edited.model, edited.operation) == ("gpt-image-1.5", "edit")
    assert (varied.model, varied.operation) == ("dall-e-2", "variation")


def test_default_models_come_from_settings(tmp_path):
    engine = TinyEngine()
    defaults = Defaults(generation="illustrator", gpt="gpt-image-2", edit="gpt-image-1-mini", variation="dall-e-3")
    with running_server(engine, Settings(defaults=defaults, storage=Storage(folder=tmp_path))) as server:
        generate(server)
        generate(server, background="opaque")
        post_form(server.port, EDITS, field("prompt", "a"), file("image", PNG))
        post_form(server.port, "/v1/images/variations", file("image", PNG))

    assert [one.model for one in engine.requests] == ["illustrator", "gpt-image-2", "gpt-image-1-mini", "dall-e-3"]


@pytest.mark.parametrize(
    ("values", "ignored"),
    [
        pytest.param({"model": "gpt-image-1", "style": "vivid"}, "style", id="what the engine cannot do"),
        pytest.param({"model": "gpt-image-1", "response_format": "url"}, None, id="what has a meaning"),
        pytest.param(
            {"model": "dall-e-3", "background": "opaque", "output_format": "webp"}, None, id="GPT words for dall-e"
        ),
        pytest.param(
            {"model": "dall-e-3", "background": "transparent"},
            "background",
            id="transparency that the engine cannot do",
        ),
        pytest.param({"model": "dall-e-2", "moderation": "low"}, "moderation", id="moderation of dall-e"),
        pytest.param({"model": "gpt-image-1", "moderation": "low"}, "moderation", id="moderation without a moderator"),
        pytest.param(
            {"model": "illustrator", "steps": 4, "cfg_scale": 2, "lora": [{"name": "x"}]},
            "cfg_scale, lora, steps",
            id="extensions by their aliases",
        ),
        pytest.param(
            {"model": "gpt-image-1", "seed": 3, "negative_prompt": "b", "strength": 0.5},
            "negative_prompt, strength",
            id="extensions",
        ),
        pytest.param(
            {"model": "gpt-image-1", "stream": True, "response_format": "url"},
            "response_format",
            id="a URL in a stream",
        ),
    ],
)
def test_parameters_without_effect_are_named(shared, values, ignored):
    answer = generate(shared, **values)

    assert answer.status == 200, answer.body
    assert answer.headers["limner-ignored"] == ignored


@pytest.mark.parametrize(
    ("values", "found"),
    [
        pytest.param({"steps": 4}, {"num_inference_steps": 4}, id="steps"),
        pytest.param({"num_inference_steps": 5}, {"num_inference_steps": 5}, id="num_inference_steps"),
        pytest.param({"cfg_scale": 2}, {"guidance_scale": 2.0}, id="cfg_scale"),
        pytest.param({"guidance_scale": 3.5}, {"guidance_scale": 3.5}, id="guidance_scale"),
        pytest.param({"negative_prompt": "b", "strength": 1}, {"negative_prompt": "b", "strength": 1.0}, id="the rest"),
        pytest.param({"seed": 2**63 - 1}, {"seed": 2**63 - 1}, id="the largest seed"),
    ],
)
@pytest.mark.parametrize("model", ["dall-e-2", "gpt-image-2", "illustrator"])
def test_extensions_reach_the_engine(shared, last_request, model, values, found):
    assert generate(shared, model=model, **values).status == 200

    assert {name: getattr(last_request(), name) for name in found} == found


def test_extensions_of_own_models_work_in_strict_mode(shared_strict):
    answer = generate(shared_strict, model="illustrator", seed=7, steps=3, size="200x100", n=2)

    assert answer.status == 200, answer.body
    assert answer.headers["limner-seed"] == "7"


def test_reported_seed_repeats_the_picture(shared):
    first = generate(shared, model="gpt-image-1")
    again = generate(shared, model="gpt-image-1", seed=int(first.headers["limner-seed"]))

    assert again.json()["data"] == first.json()["data"]
    assert again.headers["limner-seed"] == first.headers["limner-seed"]


@pytest.mark.parametrize("size", ["64x64", "512x512", "1000x37" + "7", "3840x64"])
@pytest.mark.parametrize("model", ["dall-e-2", "gpt-image-1", "gpt-image-2"])
def test_lenient_mode_accepts_any_drawable_size(shared, model, size):
    answer = generate(shared, model=model, size=size, response_format="b64_json").json()

    assert "x".join(map(str, opened_base64(answer["data"][0]["b64_json"]).size)) == size


def test_lenient_mode_allows_ten_pictures_for_every_model(shared):
    assert len(generate(shared, model="dall-e-3", n=10, size="64x64").json()["data"]) == 10


@pytest.mark.parametrize(
    ("model", "width", "height", "size"),
    [
        pytest.param("gpt-image-1", 600, 300, "1536x1024", id="gpt-image-1: the nearest of three, wide"),
        pytest.param("gpt-image-1", 300, 600, "1024x1536", id="gpt-image-1: the nearest of three, tall"),
        pytest.param("gpt-image-2", 1000, 700, "1000x700", id="gpt-image-2: as the input"),
    ],
)
def test_auto_is_resolved_from_the_input(shared_strict, model, width, height, size):
    parts = [field("model", model), field("prompt", "a"), file("image", picture(width, height)), field("size", "auto")]

    answer = post_form(shared_strict.port, EDITS, *parts).json()

    assert answer["size"] == size


@pytest.mark.parametrize("quality", ["auto", "standard", "hd", "low", "medium", "high"])
def test_response_reports_the_resolved_quality(shared, quality):
    answer = generate(shared, model="gpt-image-1", quality=quality).json()

    assert answer["quality"] == {"auto": "medium", "standard": "medium", "hd": "high"}.get(quality, quality)


@pytest.mark.parametrize(
    ("values", "background"),
    [
        ({}, "opaque"),
        ({"background": "auto"}, "opaque"),
        ({"background": "transparent"}, "transparent"),
        ({"prompt": "a fox, transparent background"}, "transparent"),
        ({"prompt": "a fox, transparent background", "output_format": "jpeg"}, "opaque"),
    ],
)
def test_response_reports_the_resolved_background(shared, values, background):
    answer = generate(shared, model="gpt-image-1", **values).json()

    assert answer["background"] == background
    assert (opened_base64(answer["data"][0]["b64_json"]).mode == "RGBA") == (background == "transparent")


def test_usage_counts_the_prompt_for_every_picture(shared):
    one = generate(shared, model="gpt-image-1", prompt="An isolated stop sign.").json()["usage"]
    two = generate(shared, model="gpt-image-1", prompt="An isolated stop sign.", n=2).json()["usage"]

    assert one == {
        "input_tokens": 11,
        "input_tokens_details": {"image_tokens": 0, "text_tokens": 11},
        "output_tokens": 1056,
        "output_tokens_details": {"image_tokens": 1056, "text_tokens": 0},
        "total_tokens": 1067,
    }
    assert (two["input_tokens"], two["output_tokens"], two["total_tokens"]) == (22, 2112, 2134)


def test_engine_note_is_sent_in_a_header(tmp_path):
    with running_server(
        TinyEngine(note="Drawn as a “crane”, the bird.\r\nX: y"), Settings(storage=Storage(folder=tmp_path))
    ) as server:
        answer = generate(server, model="gpt-image-1", n=2)

    assert answer.headers["limner-note"] == 'Drawn as a "crane", the bird.  X: y'
    assert answer.headers["x"] is None


@pytest.mark.parametrize("stream", [False, True])
def test_note_in_any_language_is_percent_encoded(tmp_path, stream):
    note = "100% 狐狸 “größer” 🦊"
    with running_server(TinyEngine(note=note), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = generate(server, model="gpt-image-1", stream=stream)

    note = answer.headers["limner-note"]
    if stream:
        note = answer.body.decode("ascii").partition(": limner-note: ")[2].partition("\n")[0]
    assert note == '100%25 %E7%8B%90%E7%8B%B8 "gr%C3%B6%C3%9Fer" %F0%9F%A6%8A'
    assert unquote(note) == '100% 狐狸 "größer" 🦊'


def test_failing_engine_gives_a_500_envelope(tmp_path):
    with running_server(TinyEngine(fails_at_step=2), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = generate(server, model="gpt-image-1")
        after = get(server.port, "/health")

    assert answer.status == 500
    assert (answer.error["type"], answer.error["param"], answer.error["code"]) == ("server_error", None, "server_error")
    assert "out of paint" not in answer.body.decode()
    assert answer.headers["x-request-id"].startswith("req_")
    assert after.json()["waiting"] == 0


class ForgetfulEngine(TinyEngine):
    """Ends its stream although pictures are missing."""

    async def generate(self, request):
        async for event in super().generate(request):
            if event.image_index == 0:
                yield event


@pytest.mark.parametrize("stream", [False, True])
def test_engine_that_ends_early_gives_an_error(tmp_path, stream):
    with running_server(ForgetfulEngine(), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = generate(server, model="gpt-image-1", n=2, stream=stream)

    error = json.loads(answer.body.rpartition(b"data: ")[2])["error"] if stream else answer.error
    assert answer.status == (200 if stream else 500)
    assert (error["type"], error["code"]) == ("image_generation_server_error", "image_generation_failed")
