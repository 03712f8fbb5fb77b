"""ComfyUI's errors, as clients see them."""

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from limner.core.errors import APIError, BadRequestError, EngineError, UpstreamError
from limner.core.request import ImageRequest
from limner.engines.comfyui.workflow import Workflow
from limner.engines.native_server import NO_RETRY

log = logging.getLogger("limner.comfyui")

PARAMETERS: Mapping[str, str] = {
    "prompt": "prompt",
    "negative_prompt": "negative_prompt",
    "seed": "seed",
    "width": "size",
    "height": "size",
    "steps": "num_inference_steps",
    "guidance": "guidance_scale",
    "strength": "strength",
    "image": "image",
    "mask": "mask",
}
"""By the named input that carries it: the parameter that a client sends."""
MAX_MESSAGE = 300


def refused_error(body: Mapping[str, Any], workflow: Workflow, request: ImageRequest) -> APIError:
    """For a prompt that ComfyUI does not accept: the client's fault if it sent the value that is refused."""
    reasons = list(_reasons(body, workflow))
    log.error("ComfyUI refuses '%s': %s", workflow.path, "; ".join(text for _, text in reasons) or body)
    for name, text in reasons:
        param = PARAMETERS.get(name or "")
        if param in request.asked:
            return BadRequestError(f"Invalid value for '{param}': {text}", param=param, code="invalid_value")
    details = reasons[0][1] if reasons else "no reason was given."
    return _misconfigured_error(f"ComfyUI does not accept the workflow of this model: {details}")


def _reasons(body: Mapping[str, Any], workflow: Workflow) -> Iterator[tuple[str | None, str]]:
    """The named input that is refused, if it is one, and why."""
    node_errors = body.get("node_errors")
    for node, found in node_errors.items() if isinstance(node_errors, Mapping) else ():
        for reason in found.get("errors") or ():
            extra = reason.get("extra_info") or {}
            name = workflow.name_of(node, str(extra.get("input_name")))
            text = f"{reason.get('message')}: {reason.get('details')}, in {workflow.describe(node)}."
            yield name, _shorten(text)
    error = body.get("error")
    if isinstance(error, Mapping) and not node_errors:
        yield None, _shorten(str(error.get("message")))


def failed_error(entry: Mapping[str, Any], workflow: Workflow) -> APIError:
    """For a prompt that has ended without an image, by its history."""
    messages = (entry.get("status") or {}).get("messages") or ()
    for message in messages:
        kind, data = message if isinstance(message, list) and len(message) == 2 else (None, {})
        if kind == "execution_interrupted":
            return EngineError("The image was stopped in ComfyUI.", code="image_generation_interrupted")
        if kind == "execution_error":
            return _execution_error(data, workflow)
    return _misconfigured_error("The workflow of this model returned no image.")


def _execution_error(data: Mapping[str, Any], workflow: Workflow) -> APIError:
    node = str(data.get("node_id"))
    kind, message = str(data.get("exception_type")), str(data.get("exception_message") or "").strip()
    log.error("ComfyUI failed in %s of '%s': %s: %s", workflow.describe(node), workflow.path, kind, message)
    if "OutOfMemory" in kind or "out of memory" in message.lower():
        return EngineError("The picture does not fit into the memory of ComfyUI's device.", code="out_of_memory")
    first_line = message.partition("\n")[0]
    return EngineError(
        _shorten(f"ComfyUI failed in {workflow.describe(node)}: {first_line or kind}"), code="image_generation_failed"
    )


def _misconfigured_error(message: str) -> APIError:
    return UpstreamError(message, code="upstream_misconfigured", headers=NO_RETRY)


def _shorten(text: str) -> str:
    return text if len(text) <= MAX_MESSAGE else f"{text[: MAX_MESSAGE - 3]}..."
