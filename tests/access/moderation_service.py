"""A server with `/v1/moderations` for tests, and how they use a moderator."""

import asyncio
import io
import json

from openai.types import ModerationCreateResponse
from openai.types.moderation import Categories
from PIL import Image
from starlette.responses import Response

from json_service import JsonService, running_json_service
from limner import codec
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.settings import Moderation

KEY = "sk-moderation-secret"
CATEGORIES = tuple(field.alias or name for name, field in Categories.model_fields.items())


def answer(*flagged, score=0.5):
    """A response as OpenAI's server sends it."""
    result = {
        "flagged": bool(flagged),
        "categories": {name: name in flagged for name in CATEGORIES},
        "category_scores": {name: score if name in flagged else 0.001 for name in CATEGORIES},
        "category_applied_input_types": {name: ["text"] for name in CATEGORIES},
    }
    body = {"id": "modr-1", "model": "omni-moderation-latest", "results": [result]}
    ModerationCreateResponse.model_validate(body, strict=True)
    return Response(json.dumps(body), media_type="application/json")


class ModerationService(JsonService):
    """`reply`: a function of the parsed body, which returns a Response or a coroutine of one."""

    def make_reply(self, body):
        return self.reply(body) if self.reply else answer()


def moderation_server():
    return running_json_service(ModerationService(), "/moderations")


def settings_of(service, **options):
    return Moderation(provider="openai", **{"url": service.url, "api_key": KEY, "timeout_s": 10, **options})


def request_of(prompt="a castle", **fields):
    return ImageRequest(operation="edit" if "images" in fields else "generate", model="m", prompt=prompt,
                        size=Size(64, 64), **fields)  # fmt: skip


def use(moderator, action):
    """Run `action(moderator)` with the moderator started."""

    async def run():
        await moderator.start()
        try:
            return await action(moderator)
        finally:
            await moderator.close()

    return asyncio.run(run())


def check(moderator, *requests):
    async def check_each(moderator):
        return [await moderator.check(request) for request in requests]

    return use(moderator, check_each)[-1]


def picture(width=40, height=30, *, mode="RGB", output_format="PNG", **options):
    file = io.BytesIO()
    Image.effect_noise((width, height), 90).convert(mode).save(file, output_format, **options)
    return codec.probe(file.getvalue())


def error_reply(status, code=None, message=f"Incorrect API key provided: {KEY}"):
    body = {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": code}}
    return lambda _: Response(json.dumps(body), status, media_type="application/json")
