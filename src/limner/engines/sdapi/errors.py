"""Errors of the server, as clients see them."""

import logging
from collections.abc import Mapping
from typing import Any

from limner.core.errors import APIError, BadRequestError, EngineError, UpstreamError
from limner.core.request import ImageRequest
from limner.engines.native_server import NO_RETRY, NativeServer, Reply

log = logging.getLogger("limner.sdapi")

PARAMETERS: Mapping[str, str] = {
    "prompt": "prompt",
    "negative_prompt": "negative_prompt",
    "seed": "seed",
    "width": "size",
    "height": "size",
    "steps": "num_inference_steps",
    "cfg_scale": "guidance_scale",
    "denoising_strength": "strength",
    "init_images": "image",
    "mask": "mask",
}
"""By the field that carries it: the parameter that a client sends."""
MAX_MESSAGE = 300


def read_error(reply: Reply, server: NativeServer, request: ImageRequest) -> APIError:
    """For an answer other than 200: `{detail}` from FastAPI, or `{error, detail, body, errors}`."""
    body = reply.json()
    if not isinstance(body, dict):
        log.error("%s answers %d, which is not JSON", server.name, reply.status)
        return server.invalid_response_error()
    log.error("%s answers %d: %.1000s", server.name, reply.status, body)  # it may repeat the whole request
    detail = body.get("detail")
    if reply.status == 422 and isinstance(detail, list) and detail:
        return _validation_error(detail[0], request)
    if reply.status == 404 and detail == "Not Found":
        return _misconfigured_error("The server of this model has no API: it must be started with '--api'.")
    kind, text = str(body.get("error") or ""), str(body.get("errors") or detail or "")
    if "OutOfMemory" in kind or "out of memory" in text.lower():
        return EngineError("The picture does not fit into the memory of the server's device.", code="out_of_memory")
    if reply.status < 500 or "not found" in text:
        return _misconfigured_error(f"The server does not accept the settings of this model: {_shorten(text)}")
    return EngineError(f"The server could not draw the image: {_shorten(text)}", code="image_generation_failed")


def _validation_error(reason: Mapping[str, Any], request: ImageRequest) -> APIError:
    place = reason.get("loc") or [""]
    field, text = str(place[-1]), str(reason.get("msg"))
    param = PARAMETERS.get(field)
    if param in request.asked:
        return BadRequestError(f"Invalid value for '{param}': {_shorten(text)}.", param=param, code="invalid_value")
    return _misconfigured_error(f"The server does not accept '{field}' of this model: {_shorten(text)}")


def _misconfigured_error(message: str) -> APIError:
    return UpstreamError(message, code="upstream_misconfigured", headers=NO_RETRY)


def _shorten(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= MAX_MESSAGE else f"{line[: MAX_MESSAGE - 3]}..."
