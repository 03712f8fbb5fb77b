"""Xinference with a diffusers model that can generate, edit and inpaint.

Facts from xorbitsai/inference at 7ecec16b63383e18e4af790c4b522fb7d79f7e77 (`xinference/api/restful_api.py`,
`api/routers/images.py`, `api/schemas/requests.py`, `model/image/stable_diffusion/core.py`, `model/image/utils.py`):

* Routes: `POST /v1/images/generations` (JSON); `/v1/images/edits`, `/v1/images/variations` and
  `/v1/images/inpainting` (forms).
* Generations read `model`, `prompt`, `n`, `response_format` (default `url`), `size` (default `1024*1024`; any text of
  two numbers), `user`, and `kwargs`: text with a JSON object that goes to the pipeline: `seed`, `negative_prompt`,
  `num_inference_steps`, `guidance_scale` ... Other fields are ignored.
* Variations are its image-to-image endpoint: `model`, `image` (repeated), `prompt`, `negative_prompt`, `n`,
  `response_format`, `size`, `kwargs`. Without a prompt, pipelines raise: 500. A `negative_prompt` in `kwargs`, too,
  is a TypeError: 500.
* Inpainting reads the same, with one `image` and `mask_image`. Diffusers converts the mask to grey; white changes,
  and protected pixels pass through the VAE.
* Edits read `prompt`, `images`, `images[]`, `image[]` or `image`, `mask`, `model`, `n`, `size` (default `original`),
  `response_format`, `stream`; no `kwargs`, so no seed. `stream` sends events with other names than OpenAI's.
* `url` is the path of a file on the server's disk, not an address.
* There is no output format: an RGB image is a JPEG of Pillow's quality 75, one with transparency a PNG.
* An integer seed makes one generator for all images of a call; a list of seeds makes one for each (`utils.py`).
* Many pipelines refuse sizes that are no multiple of 8 or 16: diffusers raises, so 500.
* Responses: `created`, `data[]` with `url` and `b64_json`, one of them null (orjson).
* Errors: FastAPI's `{"detail": "text"}`: 404 for an unknown model, 503 with `Retry-After: 30` while one loads, 429
  with a text that has "Rate limit reached", 401 "Could not validate credentials", 500 for anything that a model
  raises. `{"detail": [...]}` with 422 for invalid forms. A JSON body that pydantic refuses is parsed by hand, so the
  exception is not handled: 500 with the text "Internal Server Error: ...".
* A client that disconnects does not stop the work; `/v1/models/{model}/requests/{id}/abort` would.
"""

import base64
import json
import re
import time
from collections.abc import Mapping
from typing import ClassVar

from starlette.responses import PlainTextResponse

from stand_ins.drawing import decode, draw, edit, encode
from stand_ins.server import Received, StandIn, compact, refuse

MODEL = "sd3.5-medium"
GRID = 16
FORM = frozenset({"model", "image", "prompt", "negative_prompt", "n", "response_format", "size", "kwargs"})
PIPELINE = frozenset({"seed", "negative_prompt", "num_inference_steps", "guidance_scale", "strength", "request_id"})


class Xinference(StandIn):
    KNOWN: ClassVar[Mapping[str, frozenset[str]]] = {
        "/images/generations": frozenset({"model", "prompt", "n", "response_format", "size", "kwargs", "user"}),
        "/images/variations": FORM,
        "/images/inpainting": FORM | {"mask_image"},
        "/images/edits": frozenset(
            {"prompt", "images", "images[]", "image[]", "image", "mask", "model", "n", "size", "response_format"}
        ),
    }

    def __init__(self):
        super().__init__()
        self.kwargs: list[dict] = []
        """What the pipeline got, for each request."""

    def reset(self):
        super().reset()
        self.kwargs.clear()

    def routes(self):
        return [
            self.post("/v1/images/generations", self.generate),
            self.post("/v1/images/variations", self.vary),
            self.post("/v1/images/inpainting", self.inpaint),
            self.post("/v1/images/edits", self.edit),
        ]

    def exception_handlers(self):
        async def answer(request, error):
            detail = {404: "Not Found", 405: "Method Not Allowed"}[error.status_code]
            return compact({"detail": detail}, error.status_code)

        return {404: answer, 405: answer}

    def authenticate(self, received):
        if received.headers.get("authorization") != f"Bearer {self.API_KEY}":
            headers = {"WWW-Authenticate": 'Bearer scope="models:read"'}
            raise refuse({"detail": "Could not validate credentials"}, 401, headers)

    async def generate(self, received: Received):
        fields = received.fields
        for name, kind in {"model": str, "prompt": str, "n": int, "size": str, "kwargs": str}.items():
            is_missing = name in {"model", "prompt"} and name not in fields
            if is_missing or not isinstance(fields.get(name, kind()), kind):
                text = f"1 validation error for TextToImageRequest\n{name}"
                return PlainTextResponse(f"Internal Server Error: {text}", 500)
        check_model(fields["model"])
        kwargs = self.read_kwargs(fields)
        width, height = size_of(fields.get("size", "1024*1024"))
        images = self.draw_all(fields, kwargs, lambda seed: draw(width, height, prompt=fields["prompt"], seed=seed))
        return self.respond(images, fields)

    async def vary(self, received: Received):
        return self.change(received, None)

    async def inpaint(self, received: Received):
        mask = received.file("mask_image")
        if mask is None:
            raise missing("mask_image")
        return self.change(received, decode(mask).convert("L"))

    def change(self, received: Received, changeable):
        fields = received.fields
        uploads = received.images("image")
        for name in ("model", "image"):
            if name not in {*fields, *(file.name for file in received.files)}:
                raise missing(name)
        check_model(fields["model"])
        kwargs = self.read_kwargs(fields)
        if "negative_prompt" in kwargs:
            raise failed("StableDiffusion3.image_to_image() got multiple values for keyword argument 'negative_prompt'")
        if not fields.get("prompt"):
            raise failed("Provide either `prompt` or `prompt_embeds`. Cannot leave all of them undefined.")
        first = decode(uploads[0])
        width, height = size_of(fields["size"]) if fields.get("size") else first.size
        images = self.draw_all(
            fields,
            kwargs,
            lambda seed: edit(first, width, height, prompt=fields["prompt"], seed=seed, changeable=changeable),
        )
        return self.respond(images, fields)

    async def edit(self, received: Received):
        fields = received.fields
        if "prompt" not in fields:
            raise missing("prompt")
        uploads = received.images("images", "images[]", "image[]", "image")
        if not uploads:
            raise refuse({"detail": "At least one image file is required"}, 400)
        if fields.get("response_format", "url") not in {"url", "b64_json"}:
            raise refuse({"detail": "response_format must be 'url' or 'b64_json'"}, 400)
        check_model(fields.get("model", MODEL))
        first = decode(uploads[0])
        mask = received.file("mask")
        size = fields.get("size", "original")
        width, height = first.size if size == "original" else size_of(size)
        changeable = decode(mask).convert("L") if mask else None
        self.kwargs.append({})
        images = self.draw_all(
            fields,
            {},
            lambda seed: edit(first, width, height, prompt=fields["prompt"], seed=seed, changeable=changeable),
        )
        return self.respond(images, fields)

    def read_kwargs(self, fields):
        self.kwargs.append(json.loads(fields["kwargs"]) if fields.get("kwargs") else {})
        return self.kwargs[-1]

    def draw_all(self, fields, kwargs, draw_one):
        n = int(fields.get("n", 1))
        seeds = kwargs.get("seed", 99)
        if isinstance(seeds, int):  # one generator for all
            seeds = [seeds if index == 0 else seeds * 31 + 1000 * index for index in range(n)]
        self.num_images += n
        return [draw_one(seed) for seed in seeds]

    def respond(self, images, fields):
        if fields.get("response_format", "url") == "url":
            data = [
                {"url": f"/root/.xinference/image/{index:032x}.jpg", "b64_json": None} for index in range(len(images))
            ]
        else:
            data = [{"url": None, "b64_json": base64.b64encode(encode_default(image)).decode()} for image in images]
        return compact({"created": int(time.time()), "data": data})


def encode_default(image) -> bytes:
    return encode(image, "png" if image.mode == "RGBA" else "jpeg")


def check_model(model: str) -> None:
    if model != MODEL:
        raise refuse({"detail": f"Model not found in the model list, uid: {model}"}, 404)


def size_of(text: str) -> tuple[int, int]:
    width, height = (int(part) for part in re.split(r"[^\d]+", text))
    if width % GRID or height % GRID:
        raise failed(f"`height` and `width` have to be divisible by {GRID} but are {height} and {width}.")
    return width, height


def failed(message: str):
    return refuse({"detail": f"[address=127.0.0.1:36413, pid=1] {message}"}, 500)


def missing(name: str):
    return refuse({"detail": [{"type": "missing", "loc": ["body", name], "msg": "Field required", "input": None}]}, 422)
