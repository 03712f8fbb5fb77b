"""The stand-ins answer as the products do: bodies and headers here are written from the sources that they name."""

import base64
import json
import re

import httpx2
import pytest
from PIL import Image

from stand_ins.azure import Azure
from stand_ins.drawing import decode, encode
from stand_ins.localai import LocalAI
from stand_ins.openai import OpenAI
from stand_ins.sd_cpp import SdCpp
from stand_ins.sglang import Sglang
from stand_ins.vllm_omni import VllmOmni
from stand_ins.xinference import Xinference

KEY = {"authorization": f"Bearer {OpenAI.API_KEY}"}
PNG = encode(Image.new("RGB", (64, 48), (200, 30, 30)), "png")
FILE = ("upload.png", PNG, "image/png")


@pytest.fixture(scope="module")
def servers():
    """Starts a stand-in on first use."""
    running = {}
    contexts = []

    def server(kind):
        if kind not in running:
            running[kind] = kind()
            contexts.append(running[kind].run())
            contexts[-1].__enter__()
        running[kind].reset()
        return running[kind]

    yield server
    for context in contexts:
        context.__exit__(None, None, None)


def post(server, path, *, headers=KEY, **options):
    return httpx2.post(f"{server.address}{path}", headers=headers, timeout=30, **options)


def masked(text):
    """Without what differs each time: images, times, ids."""
    text = re.sub(r'"b64_json":"[^"]+"', '"b64_json":"..."', text)
    text = re.sub(r'"created":\d+', '"created":0', text)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "UUID", text)


GENERATIONS = "/v1/images/generations"
LOCALAI_USAGE = (
    '"usage":{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0,'
    '"input_tokens_details":{"text_tokens":0,"image_tokens":0}}'
)
OPENAI_USAGE = (
    '"usage":{"input_tokens":11,"input_tokens_details":{"image_tokens":0,"text_tokens":11},'
    '"output_tokens":1056,"total_tokens":1067}'
)
SGLANG_ITEM = (
    '{"b64_json":"...","url":null,"revised_prompt":"a fox",'
    '"file_path":"/sgl-workspace/outputs/UUID_0.jpg","resize":null}'
)
GENERATED = {
    SdCpp: (
        {"prompt": "a fox", "size": "70x64"},
        '{"created":0,"data":[{"b64_json":"..."}],"output_format":"png"}',
        ("PNG", (80, 64)),
    ),
    VllmOmni: (
        {"prompt": "a fox", "size": "70x64"},
        (
            '{"created":0,"data":[{"b64_json":"...","url":null,"revised_prompt":null}],"output_format":"png",'
            '"size":"70x64","cot_output":null,"metrics":null}'
        ),
        ("PNG", (64, 64)),
    ),
    Sglang: (
        {"prompt": "a fox", "size": "64x64", "response_format": "b64_json"},
        (
            f'{{"id":"UUID","created":0,"data":[{SGLANG_ITEM}],"peak_memory_mb":23764.0,'
            '"inference_time_s":1.83,"usage":null}'
        ),
        ("JPEG", (64, 64)),
    ),
    Xinference: (
        {"model": "sd3.5-medium", "prompt": "a fox", "size": "64*64", "response_format": "b64_json"},
        '{"created":0,"data":[{"url":null,"b64_json":"..."}]}',
        ("JPEG", (64, 64)),
    ),
    LocalAI: (
        {"model": "flux.1-kontext-dev", "prompt": "a fox", "size": "70x64", "response_format": "b64_json"},
        f'{{"created":0,"id":"UUID","data":[{{"embedding":null,"index":0,"b64_json":"..."}}],{LOCALAI_USAGE}}}\n',
        ("PNG", (80, 64)),
    ),
    OpenAI: (
        {"model": "gpt-image-1", "prompt": "a fox", "size": "1024x1536", "quality": "low", "output_format": "webp"},
        (
            '{"created":0,"background":"opaque","data":[{"b64_json":"..."}],"output_format":"webp","quality":"low",'
            f'"size":"1024x1536",{OPENAI_USAGE}}}'
        ),
        ("WEBP", (1024, 1536)),
    ),
}


@pytest.mark.parametrize("kind", GENERATED)
def test_generation_response_is_the_products(servers, kind):
    body, expected, picture = GENERATED[kind]

    response = post(servers(kind), GENERATIONS, json=body)

    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert masked(response.text) == expected
    image = decode(base64.b64decode(response.json()["data"][0]["b64_json"]))
    assert (image.format, image.size) == picture


AZURE_PATH = "/openai/deployments/drawing/images/generations?api-version=2025-04-01-preview"
AZURE_DENIED = (
    "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an"
    " active subscription and use a correct regional API endpoint for your resource."
)
MISMATCH = "Model mismatch: request specifies 'gpt-image-1' but server is running 'Qwen/Qwen-Image'."
NO_MODEL = r"model \"x\" not found. To see available models, call GET /v1/models"
INDIVISIBLE = "[address=127.0.0.1:36413, pid=1] `height` and `width` have to be divisible by 16 but are 64 and 70."
PROMPT_MISSING = '{"type":"missing","loc":["body","prompt"],"msg":"Field required","input":null}'
ERRORS = [
    (SdCpp, GENERATIONS, {"prompt": ""}, 400, '{"error":"prompt required"}'),
    (
        SdCpp,
        GENERATIONS,
        {"prompt": "x", "output_format": "gif"},
        400,
        '{"error":"invalid output_format, must be one of [png, jpeg, webp]"}',
    ),
    (
        SdCpp,
        GENERATIONS,
        {"prompt": "x<sd_cpp_extra_args>{</sd_cpp_extra_args>"},
        400,
        '{"error":"invalid sd_cpp_extra_args"}',
    ),
    (SdCpp, "/v1/images/variations", {}, 404, ""),
    (
        VllmOmni,
        GENERATIONS,
        {"prompt": "x", "model": "gpt-image-1"},
        400,
        f'{{"error":{{"message":"{MISMATCH}","type":"Bad Request","param":null,"code":400}}}}',
    ),
    (
        VllmOmni,
        "/v1/images/variations",
        {},
        404,
        '{"error":{"message":"Not Found","type":"Not Found","param":null,"code":404}}',
    ),
    (
        Sglang,
        GENERATIONS,
        {"prompt": "x", "response_format": "blob"},
        400,
        '{"detail":"response_format=blob is not supported"}',
    ),
    (Sglang, GENERATIONS, {}, 422, f'{{"detail":[{PROMPT_MISSING}]}}'),
    (
        Xinference,
        GENERATIONS,
        {"model": "x", "prompt": "x"},
        404,
        '{"detail":"Model not found in the model list, uid: x"}',
    ),
    (
        Xinference,
        GENERATIONS,
        {"model": "sd3.5-medium", "prompt": "x", "size": "70*64"},
        500,
        f'{{"detail":"{INDIVISIBLE}"}}',
    ),
    (
        LocalAI,
        GENERATIONS,
        {"model": "x", "prompt": "x"},
        404,
        f'{{"error":{{"code":404,"message":"{NO_MODEL}","type":"invalid_request_error"}}}}\n',
    ),
    (LocalAI, "/v1/images/edits", {}, 404, '{"error":{"code":404,"message":"Resource not found","type":""}}\n'),
    (
        OpenAI,
        GENERATIONS,
        {"model": "gpt-image-1", "prompt": "x", "seed": 1},
        400,
        (
            '{"error":{"message":"Unknown parameter: \'seed\'.","type":"invalid_request_error","param":"seed",'
            '"code":"unknown_parameter"}}'
        ),
    ),
    (OpenAI, "/v1/images/variations", {}, 404, ""),
    (Azure, AZURE_PATH, {"prompt": "x"}, 401, f'{{"error":{{"code":"401","message":"{AZURE_DENIED}"}}}}'),
]


@pytest.mark.parametrize(("kind", "path", "body", "status", "expected"), ERRORS)
def test_error_response_is_the_products(servers, kind, path, body, status, expected):
    response = post(servers(kind), path, json=body)

    assert (response.status_code, response.text) == (status, expected)


def test_localai_reads_the_negative_prompt_and_repeats_a_seed(servers):
    server = servers(LocalAI)
    body = {"model": "flux.1-kontext-dev", "prompt": "a fox|blurry|dropped", "n": 2, "seed": 5, "size": "64x64"}

    data = post(server, "/v1/images/generations", json=body | {"response_format": "b64_json"}).json()["data"]

    assert server.prompts == [("a fox", "blurry")] * 2
    assert data[0]["b64_json"] == data[1]["b64_json"]


def test_sd_cpp_reads_the_first_extra_arguments_and_removes_all(servers):
    server = servers(SdCpp)
    block = "<sd_cpp_extra_args>{}</sd_cpp_extra_args>"
    prompt = block.format('{"seed":1}') + "a fox" + block.format('{"seed":2}')

    post(server, "/v1/images/generations", json={"prompt": prompt, "size": "64x64"})

    assert (server.args, server.prompts) == ([{"seed": 1}], ["a fox"])


@pytest.mark.parametrize(("kind", "field"), [(SdCpp, "mask"), (VllmOmni, "mask_image")])
def test_white_parts_of_the_mask_change_and_others_nearly_stay(servers, kind, field):
    mask = Image.new("L", (64, 48), 0)
    mask.paste(255, (0, 0, 32, 48))
    files = [("image[]", FILE), (field, ("mask.png", encode(mask, "png"), "image/png"))]

    response = post(servers(kind), "/v1/images/edits", data={"prompt": "blue"}, files=files)

    image = decode(base64.b64decode(response.json()["data"][0]["b64_json"])).convert("RGB")
    kept = [image.getpixel((x, 24)) for x in range(34, 62)]
    assert all(max(abs(a - b) for a, b in zip(pixel, (200, 30, 30), strict=True)) <= 3 for pixel in kept)
    assert any(pixel != (200, 30, 30) for pixel in kept)


def test_openai_streams_partial_images_in_order(servers):
    body = {"model": "gpt-image-1", "prompt": "x", "stream": True, "partial_images": 2, "size": "1024x1024"}

    response = post(servers(OpenAI), "/v1/images/generations", json=body)

    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    events = [json.loads(block.split("\ndata: ")[1]) for block in response.text.strip().split("\n\n")]
    kinds = [(event["type"], event.get("partial_image_index")) for event in events]
    assert kinds == [("image_generation.partial_image", 0), ("image_generation.partial_image", 1),
                     ("image_generation.completed", None)]  # fmt: skip


def test_sglang_serves_the_images_of_its_urls(servers):
    server = servers(Sglang)

    data = post(server, "/v1/images/generations", json={"prompt": "a", "size": "64x64", "n": 2}).json()["data"]

    assert [item["url"].rpartition("?")[2] for item in data] == ["variant=0", "variant=1"]
    response = httpx2.get(server.address + data[1]["url"])
    assert (response.headers["content-type"], decode(response.content).size) == ("image/jpeg", (64, 64))
