"""LiteLLM's proxy in front of gpt-image-1.

Facts from BerriAI/litellm (`litellm/proxy/image_endpoints/endpoints.py` at 00fc80b7046d7f02f2e105c68e2038ed68795cde,
and get_optional_params_image_gen in `litellm/utils.py`), and from running version 1.108.7:

* Routes: `POST /v1/images/generations` and `/v1/images/edits`, also without `/v1` and under Azure's path. Variations:
  404.
* Known to every provider: `n`, `quality`, `response_format`, `size`, `style`, `user`. What else reaches the provider
  depends on the provider and on `drop_params`; by default a parameter that the provider's configuration does not list
  is refused ("Setting `seed` is not supported by openai, gpt-image-1 ..."), and some, such as `output_format` of
  edits, are dropped in silence.
* `image` and `image[]` in one form are refused; one of them may be repeated.
* Streams of images fail with 500.
* Errors: `{"error": {"message", "type", "param", "code"}}`, where the code is the status as text, and messages of the
  provider are wrapped: "litellm.BadRequestError: OpenAIException - ...".
* Responses are OpenAI's, with nulls for what is absent.
* Not found: the literal text of all wrapped errors. The stand-in's have the form of those that were seen.
"""

import base64
import time
from collections.abc import Mapping
from typing import ClassVar

from stand_ins.drawing import decode, draw, edit, encode
from stand_ins.openai import SIZES, USAGE
from stand_ins.server import Received, StandIn, compact, refuse

MODEL = "gpt-image-1"
COMMON = frozenset({"model", "prompt", "n", "quality", "size", "user"})


class LiteLLM(StandIn):
    KNOWN: ClassVar[Mapping[str, frozenset[str]]] = {
        "/images/generations": COMMON | {"response_format", "style"},
        "/images/edits": COMMON | {"image", "image[]", "mask", "response_format"},
    }

    def __init__(self):
        super().__init__()
        self.seed = 0

    def routes(self):
        return [
            self.post("/v1/images/generations", self.generate),
            self.post("/v1/images/edits", self.edit),
        ]

    def exception_handlers(self):
        async def answer(request, error):
            return compact(
                {"detail": {404: "Not Found", 405: "Method Not Allowed"}[error.status_code]}, error.status_code
            )

        return {404: answer, 405: answer}

    def authenticate(self, received):
        if received.headers.get("authorization") != f"Bearer {self.API_KEY}":
            raise problem("Authentication Error, Invalid proxy server token passed.", "auth_error", 401, param="None")

    async def generate(self, received: Received):
        self.check(received)
        return self.respond(received, lambda size, seed: draw(*size, prompt=received.fields["prompt"], seed=seed))

    async def edit(self, received: Received):
        self.check(received)
        first = decode(received.images("image", "image[]")[0])
        mask = received.file("mask")
        changeable = None
        if mask is not None:
            changeable = decode(mask).convert("RGBA").getchannel("A").point(lambda alpha: 255 - alpha)

        def draw_one(size, seed):
            return edit(first, *size, prompt=received.fields["prompt"], seed=seed, changeable=changeable)

        return self.respond(received, draw_one)

    def check(self, received):
        fields = received.fields
        known = self.KNOWN[received.path.removeprefix("/v1")]
        for name in fields:
            if name not in known:
                message = (
                    f"litellm.UnsupportedParamsError: Setting `{name}` is not supported by openai, {MODEL}. To drop it"
                    " from the call, set `litellm.drop_params = True`."
                )
                raise problem(message, None, 400)
        if fields.get("model") != MODEL:
            message = f"image_generation: Invalid model name passed in model={fields.get('model')}."
            raise problem(message, None, 400)
        if fields.get("size", "auto") not in SIZES | {"auto"}:
            message = f"litellm.BadRequestError: OpenAIException - Invalid value: '{fields['size']}'."
            raise problem(message, "invalid_request_error", 400)

    def respond(self, received, draw_one):
        size = received.fields.get("size", "auto")
        edges = tuple(int(edge) for edge in ("1024x1024" if size == "auto" else size).split("x"))
        data = []
        for _ in range(int(received.fields.get("n", 1))):
            self.seed += 1
            encoded = base64.b64encode(encode(draw_one(edges, self.seed), "png")).decode()
            data.append({"b64_json": encoded, "revised_prompt": None, "url": None})
        self.num_images += len(data)
        body = {"created": int(time.time()), "background": None, "data": data, "output_format": None}
        return compact(body | {"quality": None, "size": None, "usage": USAGE})


def problem(message: str, kind: str | None, status: int, param: str | None = None):
    return refuse({"error": {"message": message, "type": kind, "param": param, "code": str(status)}}, status)
