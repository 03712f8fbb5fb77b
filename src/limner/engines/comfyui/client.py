"""ComfyUI's HTTP API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import uuid4

from limner.core.errors import APIError, UpstreamError
from limner.engines.comfyui.workflow import Prompt
from limner.engines.native_server import NO_RETRY, NativeServer, Reply

CALL_TIMEOUT_S = 30
"""Of a call that draws nothing: ComfyUI answers late while it loads a model."""
UPLOAD_FOLDER = "limner"
PRIORITY_STEP = 1e10
"""Between priorities: more than any number that ComfyUI gives to prompts by itself, or a time in seconds."""

Place = Literal["running", "pending", "gone"]


class PromptRefused(Exception):  # noqa: N818 (not an error of its own: see errors.py)
    """ComfyUI's reasons, as it sent them."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        super().__init__("refused")
        self.body = body


@dataclass(frozen=True, slots=True)
class FileReference:
    name: str
    folder: str
    kind: str
    """`output`, `temp` or `input`."""


class ComfyClient:
    def __init__(self, server: NativeServer, client_id: str) -> None:
        self._server = server
        self._client_id = client_id

    async def submit(self, prompt_id: str, prompt: Prompt, *, number: float | None, has_previews: bool) -> str:
        """Queue a prompt; returns its id, which older versions choose themselves.

        Raises PromptRefused if the prompt is invalid.
        """
        body: dict[str, Any] = {"prompt": prompt, "client_id": self._client_id, "prompt_id": prompt_id}
        if number is not None:
            body["number"] = number
        if has_previews:
            body["extra_data"] = {"preview_method": "auto"}
        reply = await self._server.call("POST", "/prompt", timeout_s=CALL_TIMEOUT_S, json=body)
        answer = reply.json()
        if reply.status == 400 and isinstance(answer, dict):
            raise PromptRefused(answer)
        if not reply.is_ok or not isinstance(answer, dict) or not isinstance(answer.get("prompt_id"), str):
            raise self._unexpected_error(reply)
        if answer.get("node_errors"):  # some outputs are valid, and would be drawn without the others
            await self.cancel(answer["prompt_id"])
            raise PromptRefused(answer)
        return str(answer["prompt_id"])

    async def upload(self, data: bytes) -> str:
        """Store a PNG in the temporary folder, which ComfyUI empties when it starts. Returns its name for LoadImage."""
        files = {"image": (f"{uuid4().hex}.png", data, "image/png")}
        form = {"type": "temp", "subfolder": UPLOAD_FOLDER}
        reply = await self._server.call("POST", "/upload/image", timeout_s=CALL_TIMEOUT_S, data=form, files=files)
        answer = reply.json()
        if reply.status == 413:
            raise UpstreamError(
                "ComfyUI refuses the input image: it is larger than its '--max-upload-size'.",
                code="upstream_misconfigured",
                headers=NO_RETRY,
            )
        if not reply.is_ok or not isinstance(answer, dict) or not isinstance(answer.get("name"), str):
            raise self._unexpected_error(reply)
        folder = f"{answer['subfolder']}/" if answer.get("subfolder") else ""
        return f"{folder}{answer['name']} [temp]"

    async def history(self, prompt_id: str) -> Mapping[str, Any] | None:
        """What became of a prompt; None if it has not ended."""
        reply = await self._server.call("GET", f"/history/{prompt_id}", timeout_s=CALL_TIMEOUT_S)
        answer = reply.json()
        if not reply.is_ok or not isinstance(answer, dict):
            raise self._unexpected_error(reply)
        entry = answer.get(prompt_id)
        return entry if isinstance(entry, dict) else None

    async def find(self, prompt_id: str) -> Place:
        """Where a prompt stands in the queue. `gone`: it has ended, or ComfyUI was restarted."""
        reply = await self._server.call("GET", "/queue", timeout_s=CALL_TIMEOUT_S)
        answer = reply.json()
        if not reply.is_ok or not isinstance(answer, dict):
            raise self._unexpected_error(reply)
        places: tuple[tuple[Place, str], ...] = (("running", "queue_running"), ("pending", "queue_pending"))
        for place, name in places:
            if any(isinstance(item, list) and item[1:2] == [prompt_id] for item in answer.get(name) or ()):
                return place
        return "gone"

    async def view(self, file: FileReference) -> bytes:
        params = {"filename": file.name, "subfolder": file.folder, "type": file.kind}
        reply = await self._server.call("GET", "/view", timeout_s=CALL_TIMEOUT_S, params=params)
        if not reply.is_ok:
            raise UpstreamError("ComfyUI no longer has the image that it drew.", code="upstream_invalid_image")
        return reply.content

    async def cancel(self, prompt_id: str) -> None:
        """Remove a prompt from the queue, or interrupt it if it runs. Never another one."""
        reply = await self._server.call("POST", f"/api/jobs/{prompt_id}/cancel", timeout_s=CALL_TIMEOUT_S)
        if reply.is_ok and isinstance(reply.json(), dict):
            return
        # older versions
        await self._server.call("POST", "/queue", timeout_s=CALL_TIMEOUT_S, json={"delete": [prompt_id]})
        if await self.find(prompt_id) == "running":
            # versions before 0.3.57 ignore the id, and interrupt what runs
            await self._server.call("POST", "/interrupt", timeout_s=CALL_TIMEOUT_S, json={"prompt_id": prompt_id})

    def _unexpected_error(self, reply: Reply) -> APIError:
        return self._server.invalid_response_error()


def find_files(entry: Mapping[str, Any], output: str | None) -> list[FileReference]:
    """The images in a prompt's history: of the node `output`, else of all nodes, saved ones first."""
    found = []
    for node, result in (entry.get("outputs") or {}).items():
        if output is not None and node != output:
            continue
        for image in result.get("images") or () if isinstance(result, dict) else ():
            if isinstance(image, dict) and isinstance(image.get("filename"), str):
                reference = FileReference(
                    image["filename"], image.get("subfolder") or "", image.get("type") or "output"
                )
                found.append(reference)
    return sorted(found, key=lambda file: file.kind != "output")
