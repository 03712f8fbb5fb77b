"""SGLang's diffusion server.

Facts from sgl-project/sglang, `python/sglang/multimodal_gen/`: `runtime/entrypoints/openai/image_api.py` at
0230ddc2f1bf2a41514106fbebed3db89cb466fd, `protocol.py` beside it (the version with `ConfigDict(extra="allow")` and
`seed: Optional[Union[int, List[int]]]`), `utils.py` at 00f0b39a8553ef091ee6b9578b31276a17fd0d8f,
`runtime/pipelines_core/stages/input_validation.py` at 03b8c17f59da7906a6d1783b2a2b04cc36249872:

* Routes: `POST /v1/images/generations` (JSON), `POST /v1/images/edits` (form), `GET /v1/images/{id}/content`, no
  variations. No authentication.
* Generations read `prompt`, `model`, `n` (clamped to 1..10), `quality`, `response_format` (default `url`), `size`
  (default 1024x1024; text that is no size is ignored), `background` (it only chooses a default format),
  `output_format` (png, jpeg, webp; default jpeg), `output_compression` (quality; default 75), `user`, `width`,
  `height`, `num_inference_steps`, `guidance_scale`, `true_cfg_scale`, `seed`, `generator_device`, `negative_prompt`
  and more. Other fields are kept and may reach the model's parameters (`extra="allow"`).
* Edits read `image` or `image[]`, `url`, `prompt`, `mask`, `model`, `n`, `response_format` (default `b64_json`),
  `size`, `output_format`, `background`, `seed`, `user`, `negative_prompt`, `guidance_scale`, `num_inference_steps`,
  `quality`, `output_compression` ... `mask` is accepted and never read.
* `url`: a path on this server, `/v1/images/{id}/content`, only if it stores outputs; behind a balancer only the
  replica that drew the image has the file. Otherwise 400, "response_format='url' requires cloud storage to be
  configured."
* Image i of a call is drawn with seed + i (_generate_seeds). Without a seed, versions differ: 1024 or random.
* Sizes: pipelines for edits round down to a multiple of twice the VAE's factor (16); others pass them to the model.
* Responses: `id`, `created`, `data[]` with `b64_json`, `url`, `revised_prompt` (the prompt itself), `file_path` (an
  absolute path on the server, if it stores outputs), `resize`, then `peak_memory_mb`, `inference_time_s`, `usage`
  (null, or in the form of chat completions).
* Errors: FastAPI's `{"detail": "text"}`, `{"detail": [{...}]}` with 422, and for failures of the scheduler an
  unhandled RuntimeError, so 500 with the text "Internal Server Error".
* No streaming: `stream` is an unknown field, which is ignored.
* Not found: a bound of `seed`; a request that is cancelled if the client disconnects.
"""

import base64
import re
import time
from collections.abc import Mapping
from typing import ClassVar
from uuid import uuid4

from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from stand_ins.drawing import decode, draw, edit, encode
from stand_ins.server import Received, StandIn, compact, refuse

GRID = 16
COMMON = frozenset(
    {"prompt", "model", "n", "quality", "response_format", "size", "background", "output_format", "output_compression"}
    | {"user", "num_inference_steps", "guidance_scale", "true_cfg_scale", "seed", "negative_prompt"}
)
MEDIA_TYPES = {"png": "image/png", "webp": "image/webp", "jpg": "image/jpeg"}


class Sglang(StandIn):
    KNOWN: ClassVar[Mapping[str, frozenset[str]]] = {
        "/images/generations": COMMON | {"style", "width", "height"},
        "/images/edits": COMMON | {"image", "image[]", "url", "mask"},
    }

    def __init__(self):
        super().__init__()
        self.stored: dict[str, tuple[str, bytes]] = {}
        self.fails = False
        """Whether the scheduler returns no output."""

    def reset(self):
        super().reset()
        self.fails = False

    def routes(self):
        return [
            self.post("/v1/images/generations", self.generate),
            self.post("/v1/images/edits", self.edit),
            Route("/v1/images/{id}/content", self.content),
        ]

    def exception_handlers(self):
        async def answer(request, error):
            detail = {404: "Not Found", 405: "Method Not Allowed"}[error.status_code]
            return compact({"detail": detail}, error.status_code)

        return {404: answer, 405: answer}

    async def generate(self, received: Received):
        fields = received.fields
        for name, kind in {"prompt": str, "n": int, "seed": int, "size": str, "output_compression": int}.items():
            if name not in fields and name == "prompt":
                raise unprocessable("missing", name, "Field required")
            if fields.get(name) is not None and not isinstance(fields[name], kind):
                raise unprocessable(f"{kind.__name__}_type", name, f"Input should be a valid {kind.__name__}")
        width, height = size_of(fields.get("size", "1024x1024")) or (1024, 1024)
        return self.respond(
            fields,
            lambda seed: draw(width, height, prompt=fields["prompt"], seed=seed),
            fields.get("response_format", "url"),
        )

    async def edit(self, received: Received):
        fields = received.fields
        if "prompt" not in fields:
            raise unprocessable("missing", "prompt", "Field required")
        uploads = received.images("image") or received.images("image[]")
        if not uploads and "url" not in fields:
            raise refuse({"detail": "Field 'image' or 'url' is required"}, 422)
        first = decode(uploads[0])
        width, height = size_of(fields.get("size", "")) or first.size
        numbers = {name: int(fields[name]) for name in ("n", "seed", "output_compression") if name in fields}
        return self.respond(
            fields | numbers,
            lambda seed: edit(first, width // GRID * GRID, height // GRID * GRID, prompt=fields["prompt"], seed=seed),
            fields.get("response_format", "b64_json"),
        )

    def respond(self, fields, draw_one, response_format):
        if self.fails:
            return PlainTextResponse("Internal Server Error", 500)
        if response_format not in {"url", "b64_json"}:
            raise refuse({"detail": f"response_format={response_format} is not supported"}, 400)
        n = max(1, min(int(fields.get("n") or 1), 10))
        self.num_images += n
        extension = choose_extension(fields.get("output_format"), fields.get("background"))
        compression = fields.get("output_compression")
        options = {} if extension == "png" else {"quality": 75 if compression is None else compression}
        identity = str(uuid4())
        data = []
        for index in range(n):
            encoded = encode(draw_one((fields.get("seed") or 1024) + index), extension, **options)
            variant = identity if n == 1 else f"{identity}?variant={index}"
            self.stored[variant] = (MEDIA_TYPES[extension], encoded)
            path = f"/v1/images/{identity}/content" + ("" if n == 1 else f"?variant={index}")
            is_text = response_format == "b64_json"
            data.append(
                {
                    "b64_json": base64.b64encode(encoded).decode() if is_text else None,
                    "url": None if is_text else path,
                    "revised_prompt": fields["prompt"],
                    "file_path": f"/sgl-workspace/outputs/{identity}_{index}.{extension}",
                    "resize": None,
                }
            )
        body = {"id": identity, "created": int(time.time()), "data": data}
        return compact(body | {"peak_memory_mb": 23764.0, "inference_time_s": 1.83, "usage": None})

    async def content(self, request):
        identity, variant = request.path_params["id"], request.query_params.get("variant")
        found = self.stored.get(identity if variant is None else f"{identity}?variant={variant}")
        if found is None:
            return compact({"detail": "Image not found"}, 404)
        return Response(found[1], media_type=found[0])


def unprocessable(kind: str, name: str, message: str):
    return refuse({"detail": [{"type": kind, "loc": ["body", name], "msg": message, "input": None}]}, 422)


def choose_extension(file_format: str | None, background: str | None) -> str:
    found = (file_format or "").lower()
    if found in {"png", "webp", "jpeg", "jpg"}:
        return "jpg" if found == "jpeg" else found
    return "png" if (background or "auto").lower() == "transparent" else "jpg"


def size_of(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d+)x(\d+)", text.lower().replace(" ", ""))
    return (int(match[1]), int(match[2])) if match else None
