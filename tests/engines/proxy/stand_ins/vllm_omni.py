"""vLLM-Omni with a model of one diffusion stage.

Facts from vllm-project/vllm-omni at 005fd8eae1384e1010cfb1f543b3d7f7540f7817
(`vllm_omni/entrypoints/openai/api_server.py`) and 00a3619b9b6647378a285e9d135475e2fa085744 (`protocol/images.py`),
and from vllm-project/vllm (`vllm/entrypoints/serve/`: `exception_handling/handlers/*.py`,
`middleware/authenticate.py`):

* Routes: `POST /v1/images/generations` (JSON), `POST /v1/images/edits` (form), no variations.
* A `model` other than the served one is refused with 400, "Model mismatch".
* Generations read `prompt`, `model`, `n` (1 to 10), `size`, `response_format` (`b64_json`, `file`; `url` is refused),
  `user`, `negative_prompt`, `num_inference_steps` (1 to 200), `guidance_scale` and `true_cfg_scale` (0 to 20),
  `seed`, `generator_device`, `lora` (one object with a path), `output_format` (`png`, `jpeg`, `webp`) and more. Other
  fields are ignored (the pydantic model has no `extra`). There is no `output_compression`: JPEG and WebP have a fixed
  quality.
* Edits read `image` or `image[]`, `url`, `prompt`, `model`, `n`, `size` (`auto` is the size of the first image),
  `response_format`, `output_format`, `background` (it only chooses a default format), `output_compression`, `stream`,
  `user`, `mask_image` (not `mask`), `negative_prompt`, `num_inference_steps`, `guidance_scale`, `strength`, `seed`
  ...
* Masks are read by few models (Flux 2 Klein). There, white changes: `vllm_omni/diffusion/models/flux2_klein/
  pipeline_flux2_klein.py`, prepare_mask_latents. Latents are blended, so protected pixels change a little.
* Streams: only edits of models with several stages, with chunks of text that are no image events. Else 400.
* One generator draws all images of a call, so image i of a call is not the image of seed + i.
* Sizes are rounded down to a multiple of 16 by the pipelines; the response says what was asked for.
* Responses: `created`, `data[]` with `b64_json`, `url` and `revised_prompt` (the latter two null), `output_format`,
  `size`, `cot_output`, `metrics`. A null `size` was not declared as nullable, but is sent.
* Errors: `{"error": {"message", "type", "param", "code"}}`, where the type is the phrase of the status and the code
  its number. Invalid fields are 400, not FastAPI's 422. A wrong key: 401 with `{"error": "Unauthorized"}`.
* A client that disconnects cancels a generation (`with_cancellation`), but not an edit.
* Not found: the literal text of a validation error of each pydantic version; the stand-in's has its form.
"""

import base64
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import ClassVar

from stand_ins.drawing import decode, draw, edit, encode
from stand_ins.server import Received, StandIn, compact, refuse

MODEL = "Qwen/Qwen-Image"
GRID = 16
COMMON = frozenset(
    {"prompt", "model", "n", "size", "response_format", "user", "negative_prompt", "num_inference_steps"}
    | {"guidance_scale", "true_cfg_scale", "seed", "generator_device", "lora", "output_format"}
)
BOUNDS = {"n": (1, 10), "num_inference_steps": (1, 200), "guidance_scale": (0, 20), "true_cfg_scale": (0, 20)}


class VllmOmni(StandIn):
    KNOWN: ClassVar[Mapping[str, frozenset[str]]] = {
        "/images/generations": COMMON | {"layers", "vae_use_slicing", "vae_use_tiling", "extra_params"},
        "/images/edits": COMMON
        | {"image", "image[]", "url", "url[]", "mask_image", "reference_image"}
        | {"background", "output_compression", "stream", "strength"},
    }

    def routes(self):
        return [
            self.post("/v1/images/generations", self.generate),
            self.post("/v1/images/edits", self.edit),
        ]

    def exception_handlers(self):
        async def answer(request, error):
            return compact(error_body(HTTPStatus(error.status_code).phrase, error.status_code), error.status_code)

        return {404: answer, 405: answer}

    def authenticate(self, received):
        if received.headers.get("authorization") != f"Bearer {self.API_KEY}":
            raise refuse({"error": "Unauthorized"}, 401)

    async def generate(self, received: Received):
        fields = received.fields
        if "prompt" not in fields:
            raise invalid("missing", "prompt", "Field required")
        for name, kinds in {"prompt": str, "n": int, "seed": int, "size": str, "negative_prompt": str}.items():
            if fields.get(name) is not None and not isinstance(fields[name], kinds):
                raise invalid(f"{kinds.__name__}_type", name, f"Input should be a valid {kinds.__name__}")
        check_bounds(fields)
        if fields.get("response_format", "b64_json") not in {"b64_json", "file"}:
            message = f"Only 'b64_json' or 'file' response format is supported, got: {fields['response_format']}"
            raise invalid("value_error", "response_format", f"Value error, {message}")
        check_model(fields.get("model"))
        width, height = size_of(fields["size"]) if fields.get("size") else (1024, 1024)
        file_format = choose_format(fields.get("output_format") or "png", None)
        images = self.draw_all(
            fields, lambda seed: draw(floor(width), floor(height), prompt=fields["prompt"], seed=seed)
        )
        return self.respond(images, file_format, f"{width}x{height}" if fields.get("size") else None, 95)

    async def edit(self, received: Received):
        fields = received.fields
        if "prompt" not in fields:
            raise invalid("missing", "prompt", "Field required")
        numbers = {name: float(fields[name]) for name in BOUNDS if name in fields}
        compression = int(fields.get("output_compression", 100))
        if not 0 <= compression <= 100:
            raise invalid("less_than_equal", "output_compression", "Input should be less than or equal to 100")
        check_model(fields.get("model"))
        file_format = choose_format(fields.get("output_format", "png"), fields.get("background"))
        if fields.get("response_format", "b64_json") != "b64_json":
            raise problem("Only response_format 'b64_json' is supported now.", 400)
        if fields.get("stream") == "true":
            raise problem("stream=true is only supported for multi-stage image editing pipelines.", 400)
        uploads = received.images("image") or received.images("image[]")
        if not uploads:
            raise problem("Field 'image' or 'url' is required", 422)
        first = decode(uploads[0])
        size = fields.get("size", "auto")
        width, height = first.size if size == "auto" else size_of(size)
        mask = received.file("mask_image")
        changeable = decode(mask).convert("L") if mask else None
        fields = fields | {"n": int(numbers.get("n", 1)), "seed": int(fields["seed"]) if "seed" in fields else None}
        images = self.draw_all(
            fields,
            lambda seed: edit(
                first, floor(width), floor(height), prompt=fields["prompt"], seed=seed, changeable=changeable
            ),
        )
        return self.respond(images, file_format, f"{width}x{height}", compression)

    def draw_all(self, fields, draw_one):
        seed = fields.get("seed")
        seed = 7 if seed is None else seed
        self.num_images += fields.get("n", 1)
        # one generator for all images: the next ones do not depend on seed + i
        return [draw_one(seed if index == 0 else seed * 31 + 1000 * index) for index in range(fields.get("n", 1))]

    def respond(self, images, file_format: str, size: str | None, quality: int):
        options = {} if file_format == "png" else {"quality": quality}
        data = [
            {
                "b64_json": base64.b64encode(encode(image, file_format, **options)).decode(),
                "url": None,
                "revised_prompt": None,
            }
            for image in images
        ]
        body = {"created": int(time.time()), "data": data, "output_format": file_format, "size": size}
        return compact(body | {"cot_output": None, "metrics": None})


def error_body(message: str, status: int, param: str | None = None):
    kind = HTTPStatus(status).phrase
    return {"error": {"message": message, "type": kind, "param": param, "code": status}}


def problem(message: str, status: int):
    return refuse(error_body(message, status), status)


def invalid(kind: str, name: str, message: str):
    text = f"1 validation error:\n  {{'type': '{kind}', 'loc': 'body.{name}', 'msg': '{message}'}}"
    return refuse(error_body(text, 400, f"body.{name}"), 400)


def check_model(model: str | None) -> None:
    if model is not None and model != MODEL:
        raise problem(f"Model mismatch: request specifies '{model}' but server is running '{MODEL}'.", 400)


def check_bounds(fields) -> None:
    for name, (low, high) in BOUNDS.items():
        value = fields.get(name)
        if value is not None and not low <= value <= high:
            side = f"greater than or equal to {low}" if value < low else f"less than or equal to {high}"
            raise invalid("out_of_range", name, f"Input should be {side}")


def choose_format(file_format: str | None, background: str | None) -> str:
    if (file_format or "").lower() in {"jpg", "png", "webp", "jpeg"}:
        return file_format.lower()
    return "png" if background == "transparent" else "jpeg"


def size_of(text: str) -> tuple[int, int]:
    parts = text.split("x")
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):
        hint = "Expected format: 'WIDTHxHEIGHT' (e.g., '1024x1024'). Did you mean to use 'x' as separator?"
        raise problem(f"Invalid size format: '{text}'. {hint}", 400)
    return int(parts[0]), int(parts[1])


def floor(edge: int) -> int:
    return max(GRID, edge // GRID * GRID)
