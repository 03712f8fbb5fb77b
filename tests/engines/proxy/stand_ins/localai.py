"""LocalAI with the stablediffusion-ggml backend.

Facts from mudler/LocalAI at 82c191afadf5f005281e798ccfa0ffd0d5805030 (`core/http/endpoints/openai/image.go`,
`core/http/middleware/request.go`, `core/http/app.go`, `core/http/render.go`, `core/http/auth/middleware.go`,
`core/schema/openai.go`, `core/backend/image.go`, `backend/go/stablediffusion-ggml/gosd.go`):

* Routes: `POST /v1/images/generations` (JSON); no edits, no variations. `POST /v1/images/inpainting` (a form) exists,
  for 512x512 and backends that read its file format only.
* It reads `model`, `prompt`, `n`, `size` (text without an `x` means 512x512), `response_format` (default: a URL),
  `seed`, `step`, `quality` (a number means steps), and input images as base64 or URLs: `file`, `files` (the first is
  the start of image-to-image) and `ref_images` (for models that edit, such as Flux Kontext; all are used). Others are
  ignored.
* `prompt` is split at `|`: the first part is the prompt, the second the negative prompt, and more are dropped. The
  field `negative_prompt` is not used for images. Guidance is in the model's file only.
* `seed` is converted to 32 bits (`int32(seed)`): a larger one turns negative, which means a random seed. All images
  of a call have the same seed, so they are equal.
* Images are PNG files. Sizes are rounded up by stable-diffusion.cpp to a multiple of 16.
* Reference images are scaled to the size of the result (`cpp/gosd.cpp`, gen_image).
* Responses: `created`, `id`, `data[]` with `embedding` (null), `index` (0) and `b64_json` or `url`, then `usage`, all
  0; by Go's encoder, so a line break ends them. The response carries `X-Correlation-ID`.
* Errors: `{"error": {"code": 500, "message": "...", "type": ""}}`, without `param`; 404 with the code 404 for an
  unknown model (its type is `invalid_request_error`) and for a path, "Resource not found"; 401 with
  `WWW-Authenticate: Bearer` and "An authentication key is required". While a model loads: 503 with `Retry-After`.
* A model name with a `/` is not looked up: it may be downloaded.
* Not found: what a backend does if the client disconnects. The context of the request is passed to it.
"""

import base64
import json
import re
import time
from collections.abc import Mapping
from typing import ClassVar
from uuid import uuid4

from starlette.responses import Response

from stand_ins.drawing import decode, draw, edit, encode
from stand_ins.server import Received, RefusedError, StandIn

MODEL = "flux.1-kontext-dev"
GRID = 16


class LocalAI(StandIn):
    KNOWN: ClassVar[Mapping[str, frozenset[str]]] = {
        "/images/generations": frozenset(
            {"model", "prompt", "n", "size", "response_format", "seed", "step", "quality", "user"}
            | {"file", "files", "ref_images", "negative_prompt"}
        )
    }

    def __init__(self):
        super().__init__()
        self.prompts: list[tuple[str, str]] = []
        """The positive and the negative one of each image."""

    def reset(self):
        super().reset()
        self.prompts.clear()

    def routes(self):
        return [self.post("/v1/images/generations", self.generate)]

    def exception_handlers(self):
        async def answer(request, error):
            return go_json({"error": {"code": 404, "message": "Resource not found", "type": ""}}, 404)

        return {404: answer, 405: answer}

    def authenticate(self, received):
        if received.headers.get("authorization") != f"Bearer {self.API_KEY}":
            error = {"code": 401, "message": "An authentication key is required", "type": "invalid_request_error"}
            raise RefusedError(go_json({"error": error}, 401, {"WWW-Authenticate": "Bearer"}))

    async def generate(self, received: Received):
        fields = received.fields
        for name, kind in {"n": int, "size": str, "seed": int, "step": int, "quality": str}.items():
            if not isinstance(fields.get(name, kind()), kind):
                what = f"Unmarshal type error: expected={kind.__name__}, field={name}"
                raise problem(f"code=400, message=failed parsing request body: {what}", 400)
        model = fields.get("model", "")
        if model != MODEL:
            message = f'model "{model}" not found. To see available models, call GET /v1/models'
            error = {"code": 404, "message": message, "type": "invalid_request_error"}
            raise RefusedError(go_json({"error": error}, 404))
        size = fields.get("size", "")
        match = re.fullmatch(r"(\d+)x(\d+)", size if "x" in size else "512x512")
        if match is None:
            raise problem("invalid value for 'size'", 500)
        width, height = (-(-int(part) // GRID) * GRID for part in match.groups())
        references = [decode(base64.b64decode(text)) for text in fields.get("ref_images", [])]
        data = [self.draw_one(fields, width, height, references) for _ in range(fields.get("n") or 1)]
        details = {"text_tokens": 0, "image_tokens": 0}
        usage = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0, "input_tokens_details": details}
        body = {"created": int(time.time()), "id": str(uuid4()), "data": data, "usage": usage}
        return go_json(body, 200, {"X-Correlation-ID": str(uuid4())})

    def draw_one(self, fields, width, height, references):
        self.num_images += 1
        positive, negative = [*fields.get("prompt", "").split("|"), ""][:2]
        self.prompts.append((positive, negative))
        seed = (fields.get("seed", -1) + 2**31) % 2**32 - 2**31
        seed = 4242 + self.num_images if seed < 0 else seed
        if references:
            image = edit(references[0], width, height, prompt=positive, seed=seed)
        else:
            image = draw(width, height, prompt=positive, seed=seed)
        item = {"embedding": None, "index": 0}
        if fields.get("response_format") == "b64_json":
            return item | {"b64_json": base64.b64encode(encode(image, "png")).decode()}
        return item | {"url": f"{self.address}/generated-images/b64{self.num_images}.png"}


def problem(message: str, status: int):
    return RefusedError(go_json({"error": {"code": status, "message": message, "type": ""}}, status))


def go_json(body, status: int = 200, headers=None) -> Response:
    """As Go's encoder writes it."""
    text = json.dumps(body, separators=(",", ":"), ensure_ascii=False)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Response(text + "\n", status, headers, media_type="application/json")
