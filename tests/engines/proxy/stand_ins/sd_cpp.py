"""sd-server of stable-diffusion.cpp.

Facts from leejet/stable-diffusion.cpp at 97d2990807fe6d558e395f8764198d7c7e7b411c,
`examples/server/routes_openai.cpp` unless another file is named:

* Routes: `POST /v1/images/generations` (JSON), `POST /v1/images/edits` (form), no variations. cpp-httplib answers 404
  without a body to any other path or method. There is no authentication. Every response has CORS headers
  (`main.cpp`).
* Generations read `prompt`, `n`, `size`, `output_format` and `output_compression`, and ignore all else. A value of
  the wrong type raises in nlohmann's library: 500 with `{"error": "server_error", "message": ...}`.
* Edits read `prompt`, `image[]` (or one `image`), `mask`, `n`, `size`, `output_format` and `output_compression`.
* Formats: `png`, `jpeg`, and for generations `webp`, if it was built with it (`runtime.cpp`).
* More controls are the JSON in the first `<sd_cpp_extra_args>...</sd_cpp_extra_args>` of the prompt: `seed`,
  `negative_prompt`, `strength`, `sample_params.sample_steps`, `sample_params.guidance.txt_cfg`, and `lora` with paths
  of files on the server. All such blocks are removed from the prompt. The pattern's `.` does not match a line break.
  A value of the wrong type is ignored; text that is no JSON is refused (`examples/common/common.cpp`, from_json_str).
* `n` is at most 8 and steps are at most 100, silently. Image i of a call has the seed + i. Without a seed it is 42
  (`common.cpp`, resolve; `src/stable-diffusion.cpp`, line 5678).
* Sizes are rounded up to what the model needs, 16 for most (`src/stable-diffusion.cpp`, align_image_size).
* Images are read as RGB and the mask as grey, so an alpha channel is dropped: the grey of the mask counts, white
  changes. All are cropped to the middle and scaled to the size (`examples/common/media_io.cpp`).
* Responses have `created`, `data[].b64_json` and `output_format`: nlohmann's objects are sorted by key. A PNG or JPEG
  has the parameters of the generation embedded; `embed_image_metadata` turns that off.
* Errors: 400 or 500 with `{"error": "text"}`.
* Not found: what happens at the end of memory, or if a client disconnects (generate_image is not interrupted).
"""

import base64
import json
import re
import time
from collections.abc import Mapping
from typing import ClassVar

from starlette.responses import Response

from stand_ins.drawing import decode, draw, edit, encode
from stand_ins.server import Received, StandIn, compact, refuse

CORS = {
    "access-control-allow-origin": "*",
    "access-control-allow-credentials": "true",
    "access-control-allow-methods": "*",
    "access-control-allow-headers": "*",
}
EXTRA_ARGS = re.compile(r"<sd_cpp_extra_args>(.*?)</sd_cpp_extra_args>")
GRID = 16
OPTIONS = frozenset({"prompt", "n", "size", "output_format", "output_compression"})


class SdCpp(StandIn):
    KNOWN: ClassVar[Mapping[str, frozenset[str]]] = {
        "/images/generations": OPTIONS | {"model"},  # the documentation's examples send a model, which is not read
        "/images/edits": OPTIONS | {"model", "image[]", "image", "mask"},
    }

    def __init__(self):
        super().__init__()
        self.args: list[dict] = []
        """The extra arguments of each request."""
        self.prompts: list[str] = []
        """Without them."""

    def reset(self):
        super().reset()
        self.args.clear()
        self.prompts.clear()

    def routes(self):
        return [
            self.post("/v1/images/generations", self.generate),
            self.post("/v1/images/edits", self.edit),
        ]

    def exception_handlers(self):
        async def nothing(request, error):
            return Response(b"", 404, CORS)

        return {404: nothing, 405: nothing}

    async def generate(self, received: Received):
        fields = received.fields
        for name, kind in (("prompt", str), ("n", int), ("size", str), ("output_format", str)):
            if name in fields and (not isinstance(fields[name], kind) or isinstance(fields[name], bool)):
                what = f"[json.exception.type_error.302] type must be {kind.__name__}, but is {fields[name]!r}"
                raise refuse({"error": "server_error", "message": what}, 500, CORS)
        file_format = format_of(fields, ("png", "jpeg", "webp"))
        width, height = size_of(fields.get("size", ""), (512, 512))
        prompt, args = self.read_prompt(fields.get("prompt", ""))
        n = min(max(1, fields.get("n", 1)), 8)
        width, height = align(width), align(height)
        seed = args.get("seed", 42)
        images = [draw(width, height, prompt=prompt, seed=seed + index) for index in range(n)]
        return self.respond(images, file_format, int(fields.get("output_compression", 100)), args)

    async def edit(self, received: Received):
        fields = received.fields
        if not received.content_type.startswith("multipart/form-data"):
            raise refuse({"error": "Content-Type must be multipart/form-data"}, 400, CORS)
        if not fields.get("prompt"):
            raise refuse({"error": "prompt required"}, 400, CORS)
        uploads = received.images("image[]") or received.images("image")[:1]
        if not uploads:
            raise refuse({"error": "at least one image[] required"}, 400, CORS)
        file_format = format_of(fields, ("png", "jpeg"))
        images = [decode(data).convert("RGB") for data in uploads]
        width, height = size_of(fields.get("size", ""), images[0].size)
        width, height = align(width), align(height)
        mask = received.file("mask")
        changeable = decode(mask).convert("RGB").convert("L") if mask else None  # alpha is dropped
        prompt, args = self.read_prompt(fields["prompt"])
        n = min(max(1, int(fields.get("n", 1))), 8)
        drawn = [
            edit(images[0], width, height, prompt=prompt, seed=args.get("seed", 42) + index, changeable=changeable)
            for index in range(n)
        ]
        return self.respond(drawn, file_format, int(fields.get("output_compression", 100)), args)

    def read_prompt(self, prompt: str):
        if not prompt:
            raise refuse({"error": "prompt required"}, 400, CORS)
        found = EXTRA_ARGS.search(prompt)
        args = {}
        if found:
            try:
                args = json.loads(found[1])
            except ValueError:
                raise refuse({"error": "invalid sd_cpp_extra_args"}, 400, CORS) from None
        self.args.append(args)
        self.prompts.append(EXTRA_ARGS.sub("", prompt))
        return self.prompts[-1], args

    def respond(self, images, file_format: str, compression: int, args: dict):
        self.num_images += len(images)
        options = {} if file_format == "png" else {"quality": max(0, min(100, compression))}
        if args.get("embed_image_metadata", True) and file_format == "png":
            from PIL.PngImagePlugin import PngInfo

            options["pnginfo"] = info = PngInfo()
            info.add_text("parameters", f"{self.prompts[-1]}\nSteps: 20, Seed: {args.get('seed', 42)}")
        data = [{"b64_json": base64.b64encode(encode(image, file_format, **options)).decode()} for image in images]
        return compact({"created": int(time.time()), "data": data, "output_format": file_format}, headers=CORS)


def format_of(fields, allowed) -> str:
    found = fields.get("output_format", "png").lower()
    if found not in allowed:
        raise refuse({"error": f"invalid output_format, must be one of [{', '.join(allowed)}]"}, 400, CORS)
    return found


def size_of(text: str, default: tuple[int, int]) -> tuple[int, int]:
    match = re.match(r"\s*(\d+)x(\d+)", text)
    return (int(match[1]), int(match[2])) if match else default


def align(edge: int) -> int:
    return -(-edge // GRID) * GRID
