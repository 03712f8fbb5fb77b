"""OpenAI's Images API with gpt-image-1.

Facts from `openai/openai-openapi` at f85dbe22 (`openapi.yaml`, CreateImageRequest, CreateImageEditRequest), from
openai-python 3.52 (`types/image_generate_params.py`, `types/image_edit_params.py`, `types/image_gen_*_event.py`),
from recorded traffic in `openai/openai-dotnet` (`tests/SessionRecords/Image*`), and from messages in public issues
(the tables in the conformance suite name them):

* Routes: `POST /v1/images/generations` (JSON), `POST /v1/images/edits` (form, or JSON with `images`). Variations: 404
  with an empty body, for any method.
* `model` is required. Unknown fields are refused, `response_format` among them; so are a bad size, an `n` outside of
  1 to 10, and `n` > 1 with `stream`. gpt-image-1 draws 1024x1024, 1536x1024 and 1024x1536.
* Edits need files with a known media type; `image` or `image[]`. Where the mask's alpha is 0, the first image may
  change. Edits are approximate: other pixels change as well.
* Responses: `created`, `background`, `data[].b64_json`, `output_format`, `quality`, `size`, `usage`, all resolved.
* Streams: `event:` and `data:` lines; partial images are numbered from 0, in the size and format of the final one; no
  `[DONE]`.
* Errors: `{"error": {"message", "type", "param", "code"}}` and the header `x-request-id`; 401 with
  `WWW-Authenticate`.
* No seeds, steps, guidance or negative prompts.
"""

import base64
import json
import time
from collections.abc import Mapping
from typing import ClassVar
from uuid import uuid4

from starlette.responses import Response, StreamingResponse

from stand_ins.drawing import decode, draw, edit, encode
from stand_ins.server import Received, RefusedError, StandIn, compact

MODEL = "gpt-image-1"
SIZES = {"1024x1024", "1536x1024", "1024x1536"}
COMMON = frozenset(
    {"prompt", "model", "n", "size", "quality", "background", "output_format", "output_compression", "partial_images"}
    | {"stream", "user", "safety_identifier", "moderation"}
)
EDIT = COMMON - {"moderation"} | {"input_fidelity"}
FILES = frozenset({"image", "image[]", "mask"})
DETAILS = {"image_tokens": 0, "text_tokens": 11}
USAGE = {"input_tokens": 11, "input_tokens_details": DETAILS, "output_tokens": 1056, "total_tokens": 1067}


class OpenAI(StandIn):
    KNOWN: ClassVar[Mapping[str, frozenset[str]]] = {"/images/generations": COMMON, "/images/edits": EDIT | FILES}

    def __init__(self):
        super().__init__()
        self.seed = 0
        """It has none: each image differs."""

    def routes(self):
        return [
            self.post("/v1/images/generations", self.generate),
            self.post("/v1/images/edits", self.edit),
        ]

    def exception_handlers(self):
        async def nothing(request, error):
            return Response(b"", 404, {"x-content-type-options": "nosniff"})

        return {404: nothing, 405: nothing}

    def authenticate(self, received):
        key = received.headers.get("authorization", "").removeprefix("Bearer ")
        if key != self.API_KEY:
            message = (
                f"Incorrect API key provided: {key}. You can find your API key at"
                " https://platform.openai.com/account/api-keys."
            )
            headers = {"WWW-Authenticate": 'Bearer realm="OpenAI API"'}
            raise problem(message, code="invalid_api_key", status=401, headers=headers)

    async def generate(self, received: Received):
        fields = received.fields
        self.check(fields, COMMON)
        return self.respond(
            fields,
            "image_generation",
            lambda size, seed, mode: draw(*size, prompt=fields["prompt"], seed=seed, mode=mode),
        )

    async def edit(self, received: Received):
        fields = {name: read_scalar(name, value) for name, value in received.fields.items()}
        self.check(fields, EDIT)
        for file in received.files:
            if file.name not in FILES:
                raise problem(f"Unknown parameter: '{file.name}'.", param=file.name, code="unknown_parameter")
            if file.content_type not in {"image/png", "image/jpeg", "image/webp"}:
                message = (
                    f"Invalid file '{file.name}': unsupported mimetype ('{file.content_type}'). Supported file formats"
                    " are 'image/jpeg', 'image/png', and 'image/webp'."
                )
                raise problem(message, param=file.name, code="unsupported_file_mimetype")
        images = [decode(data) for data in received.images("image", "image[]")]
        if not images:
            raise problem("Missing required parameter: 'image'.", param="image", code="missing_required_parameter")
        mask = received.file("mask")
        changeable = None
        if mask is not None:
            opened = decode(mask).convert("RGBA")
            if opened.size != images[0].size:
                message = "Invalid mask image format - mask size does not match image size"
                raise user_error(message, param="mask", code="invalid_mask_image_format")
            changeable = opened.getchannel("A").point(lambda alpha: 255 - alpha)

        def draw_one(size, seed, mode):
            drawn = edit(images[0], *size, prompt=fields["prompt"], seed=seed, changeable=changeable)
            return drawn.convert(mode)

        return self.respond(fields, "image_edit", draw_one)

    def check(self, fields, known):
        if "model" not in fields:
            raise problem("Missing required parameter: 'model'.", param="model", code="missing_required_parameter")
        if fields["model"] != MODEL:
            raise user_error(f"The model '{fields['model']}' does not exist.", param="model", code="invalid_value")
        for name in fields:
            if name not in known:
                raise problem(f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter")
        if not fields.get("prompt"):
            raise problem("Missing required parameter: 'prompt'.", param="prompt", code="missing_required_parameter")
        n = fields.get("n", 1)
        if not isinstance(n, int) or not 1 <= n <= 10:
            message = f"Invalid 'n': integer above maximum value. Expected a value <= 10, but got {n} instead."
            raise problem(message, param="n", code="integer_above_max_value")
        size = fields.get("size", "auto")
        if size != "auto" and size not in SIZES:
            listed = "'1024x1024', '1024x1536', '1536x1024', and 'auto'"
            raise problem(
                f"Invalid value: '{size}'. Supported values are: {listed}.", param="size", code="invalid_value"
            )
        file_format = fields.get("output_format", "png")
        if fields.get("output_compression", 100) < 100 and file_format == "png":
            message = "Compression less than 100 is not supported for PNG output format"
            raise user_error(message, param="output_compression", code="invalid_png_output_compression")
        if fields.get("background") == "transparent" and file_format == "jpeg":
            raise user_error(
                "Transparent background is not supported for JPEG.", param="background", code="invalid_value"
            )
        if fields.get("stream") and n > 1:
            raise user_error("Streaming is only supported with n=1.", param="input", code="unsupported_parameter")

    def respond(self, fields, kind, draw_one):
        size = fields.get("size", "auto")
        size = "1024x1024" if size == "auto" else size
        edges = tuple(int(edge) for edge in size.split("x"))
        file_format = fields.get("output_format", "png")
        is_clear = fields.get("background") == "transparent"
        options = {} if file_format == "png" else {"quality": fields.get("output_compression", 100)}
        shared = {
            "background": "transparent" if is_clear else "opaque",
            "output_format": file_format,
            "quality": {"auto": "high"}.get(fields.get("quality", "auto"), fields.get("quality")),
            "size": size,
        }

        def encode_next():
            self.seed += 1
            image = draw_one(edges, self.seed, "RGBA" if is_clear else "RGB")
            return base64.b64encode(encode(image, file_format, **options)).decode()

        created = int(time.time())
        if fields.get("stream"):
            self.num_images += 1
            return StreamingResponse(
                stream(kind, shared, created, [encode_next() for _ in range(fields.get("partial_images", 0) + 1)]),
                media_type="text/event-stream; charset=utf-8",
            )
        data = [{"b64_json": encode_next()} for _ in range(fields.get("n", 1))]
        self.num_images += len(data)
        body = {"created": created, "background": shared["background"], "data": data}
        headers = {"x-request-id": f"req_{uuid4().hex}", "openai-version": "2020-10-01"}
        return compact(
            body | {key: shared[key] for key in ("output_format", "quality", "size")} | {"usage": USAGE}, 200, headers
        )


async def stream(kind, shared, created, images):
    *partials, final = images
    for index, image in enumerate(partials):
        yield event({"type": f"{kind}.partial_image", "b64_json": image, "created_at": created,
                     "partial_image_index": index, **shared})  # fmt: skip
    yield event({"type": f"{kind}.completed", "b64_json": final, "created_at": created, **shared, "usage": USAGE})


def event(body) -> bytes:
    return f"event: {body['type']}\ndata: {json.dumps(body, separators=(',', ':'))}\n\n".encode()


def read_scalar(name, value):
    if name in {"n", "output_compression", "partial_images"}:
        return int(value)
    return value == "true" if name == "stream" else value


def problem(message, *, param=None, code=None, status=400, kind="invalid_request_error", headers=None) -> RefusedError:
    body = {"error": {"message": message, "type": kind, "param": param, "code": code}}
    return RefusedError(compact(body, status, {"x-request-id": f"req_{uuid4().hex}"} | (headers or {})))


def user_error(message, *, param, code) -> RefusedError:
    return problem(message, param=param, code=code, kind="image_generation_user_error")
