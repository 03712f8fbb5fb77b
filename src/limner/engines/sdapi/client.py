"""The HTTP API of A1111's web UI, Forge and SD.Next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pybase64

from limner.core.errors import APIError
from limner.core.request import ImageRequest
from limner.engines.native_server import NativeServer
from limner.engines.sdapi.errors import read_error

CALL_TIMEOUT_S = 30
"""Of a call that draws nothing: the server answers late while it loads a model."""


NO_ROUTE = frozenset({404, 405})


@dataclass(frozen=True, slots=True)
class Progress:
    """Of a job of ours."""

    share: float
    """0 to 1."""
    preview: bytes | None = None


class JobWatch:
    """Recognizes one of our jobs among those that the server runs.

    Servers that know the ids of tasks are asked for ours. The others only say what runs: it is ours if the server was
    idle when we sent it, and has begun no other job since.
    """

    def __init__(self, task_id: str, *, was_idle: bool) -> None:
        self.task_id = task_id
        self.was_idle = was_idle
        self.first_job: str | None = None
        """When the first job after ours was sent began."""
        self.preview_id = -1


class SdapiClient:
    def __init__(self, server: NativeServer, timeout_s: float) -> None:
        self._server = server
        self._timeout_s = timeout_s
        self._knows_tasks: bool | None = None
        """Whether the server has ever recognized a task's id. None: not asked yet."""

    async def draw(self, operation: str, body: Mapping[str, Any], request: ImageRequest) -> bytes:
        """`operation`: `txt2img` or `img2img`. Returns the first image. Raises an APIError."""
        path = f"/sdapi/v1/{operation}"
        try:
            reply = await self._server.call("POST", path, timeout_s=self._timeout_s, json=body)
        except APIError as error:
            if error.code != "upstream_timeout":  # it may be restarted, with other options
                self._knows_tasks = None
            raise
        if not reply.is_ok:
            raise read_error(reply, self._server, request)
        answer = reply.json()
        images = answer.get("images") if isinstance(answer, dict) else None
        data = _decode(images[0]) if isinstance(images, list) and images else None
        if data is None:
            raise self._server.invalid_response_error()
        return data

    async def check(self) -> None:
        """Raises an APIError unless the server answers as it should."""
        params = {"skip_current_image": "true"}
        reply = await self._server.call("GET", "/sdapi/v1/progress", timeout_s=CALL_TIMEOUT_S, params=params)
        if not reply.is_ok:
            raise self._server.invalid_response_error()

    async def watch(self, task_id: str) -> JobWatch:
        """Call it before the job is sent."""
        if self._knows_tasks:
            return JobWatch(task_id, was_idle=False)
        state = await self._state(has_preview=False)
        return JobWatch(task_id, was_idle=state is not None and not state["state"].get("job_count"))

    async def progress(self, job: JobWatch, *, has_preview: bool) -> Progress | None:
        """None if the job does not run at the moment, or if that is unknown."""
        if self._knows_tasks is not False:
            found = await self._task_progress(job, has_preview=has_preview)
            if self._knows_tasks:
                return found
        if not job.was_idle:
            return None
        state = await self._state(has_preview=has_preview)
        if state is None or not state["state"].get("job_count"):
            return None
        began = str(state["state"].get("job_timestamp"))
        if job.first_job is None:
            job.first_job = began
        if job.first_job != began:
            return None
        return Progress(_share(state.get("progress")), _decode(state.get("current_image")))

    async def interrupt(self) -> None:
        """Stops whatever the server draws."""
        await self._server.call("POST", "/sdapi/v1/interrupt", timeout_s=CALL_TIMEOUT_S)

    async def _task_progress(self, job: JobWatch, *, has_preview: bool) -> Progress | None:
        body = {"id_task": job.task_id, "id_live_preview": job.preview_id, "live_preview": has_preview}
        reply = await self._server.call("POST", "/internal/progress", timeout_s=CALL_TIMEOUT_S, json=body)
        answer = reply.json()
        if reply.status in NO_ROUTE or (reply.is_ok and not isinstance(answer, dict)):
            self._knows_tasks = False  # started without a user interface, or another program
            return None
        if not reply.is_ok or not isinstance(answer, dict):  # it fails at the moment
            return None
        if answer.get("active") or answer.get("queued") or answer.get("completed"):
            self._knows_tasks = True
        if not answer.get("active"):
            return None
        preview = _decode(answer.get("live_preview"))
        if preview is not None and isinstance(answer.get("id_live_preview"), int):
            job.preview_id = answer["id_live_preview"]
        return Progress(_share(answer.get("progress")), preview)

    async def _state(self, *, has_preview: bool) -> dict[str, Any] | None:
        params = {"skip_current_image": "false" if has_preview else "true"}
        try:
            reply = await self._server.call("GET", "/sdapi/v1/progress", timeout_s=CALL_TIMEOUT_S, params=params)
        except APIError:
            return None
        answer = reply.json()
        is_known = reply.is_ok and isinstance(answer, dict) and isinstance(answer.get("state"), dict)
        return answer if is_known else None


def _share(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _decode(text: object) -> bytes | None:
    """Base64, or a data URL. None if it is neither."""
    if not isinstance(text, str) or not text:
        return None
    try:
        return pybase64.b64decode(text.rpartition(",")[2], validate=True)
    except ValueError:
        return None
