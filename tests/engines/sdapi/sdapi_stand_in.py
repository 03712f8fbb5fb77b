"""A stand-in for A1111's web UI and its relatives: `/sdapi/v1`, the lock that lets one job run, live previews.

Facts, from github.com/AUTOMATIC1111/stable-diffusion-webui (modules/api/api.py at 0050a354, modules/api/models.py at
008a8e75, modules/shared_state.py at 01033656), lllyasviel/stable-diffusion-webui-forge (modules/api/api.py at
0bdbe79b) and vladmandic/sdnext (modules/api/server.py at 0e76332b):

* `POST /sdapi/v1/txt2img` and `img2img` answer when the images are drawn: `{images: [base64], parameters, info}`.
  All jobs wait for one lock. A client that hangs up does not stop its job.
* `img2img`: `init_images` in base64, `mask` white where to paint (`inpainting_mask_invert` 0), `denoising_strength`.
  Without `init_images`: 404 "Init image not found".
* `GET /sdapi/v1/progress?skip_current_image=`: `{progress, eta_relative, state: {job, job_count, job_timestamp,
  job_no, sampling_step, sampling_steps, skipped, interrupted, stopping_generation}, current_image, textinfo}`;
  `job_count` is 0 while nothing runs. `progress` begins with 0.01. It does not say whose job runs: `current_task`,
  from version 1.9 on, is the value that api.py imported from modules/progress.py, None, and never changes.
* `force_task_id` (pull request 14314, version 1.9; Forge) names a job. `POST /internal/progress` `{id_task,
  id_live_preview, live_preview}` answers `{active, queued, completed, progress, eta, live_preview: a data URL,
  id_live_preview, textinfo}`; a server without user interface lacks it.
* `POST /sdapi/v1/interrupt` stops whatever runs; the job answers 200 with what it has drawn. The flag is reset when a
  job begins.
* `--api-auth user:password` is HTTP basic: 401 `{"detail": "Incorrect username or password"}`. Without `--api`, 404
  `{"detail": "Not Found"}`.
* Exceptions: `{error: the class, detail, body, errors: the message}`, 500; invalid fields: 422, FastAPI's
  `{detail: [{loc, msg, type}]}`.
* PNG files carry the settings in a tEXt chunk `parameters`.
"""

import asyncio
import base64
import io
import secrets

import numpy as np
from PIL import Image, PngImagePlugin
from stand_in_server import StandIn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route

from running import wait_until

MAX_STEPS = 150
EXIF_IFD, EXIF_USER_COMMENT = 0x8769, 0x9286


class SdapiStandIn(StandIn):
    def __init__(self, *, knows_tasks: bool = True, auth: str | None = None) -> None:
        self.knows_tasks = knows_tasks
        self.auth = auth
        self.lock = asyncio.Lock()
        self._clear()
        routes = [
            Route("/sdapi/v1/txt2img", self._txt2img, methods=["POST"]),
            Route("/sdapi/v1/img2img", self._img2img, methods=["POST"]),
            Route("/sdapi/v1/progress", self._progress),
            Route("/sdapi/v1/interrupt", self._interrupt, methods=["POST"]),
            Route("/internal/progress", self._internal_progress, methods=["POST"]),
        ]
        self.app = Starlette(routes=routes, middleware=[Middleware(BaseHTTPMiddleware, dispatch=self._check)])

    def _clear(self) -> None:
        self.step_s = 0.0
        self.holds_at: tuple[int, int] | None = None
        """Index of the job, and step before which it waits while this is set."""
        self.failure: tuple[int, dict] | None = None
        self.failing_progress = 0
        """How many of the next questions for the progress of a task fail."""
        self.output_format = "PNG"
        """The server's setting."""
        self.bodies: list[dict] = []
        self.began: list[str] = []
        """Ids of tasks, in order; empty texts for jobs without."""
        self.interrupted: list[str] = []
        self.num_interrupts = 0
        self.current: str | None = None
        self.pending: set[str] = set()
        self.finished: list[str] = []
        self.preview_id = 0
        self.preview: bytes | None = None
        self.is_interrupted = False
        self.state = self._idle()

    def reset(self) -> None:
        self.holds_at = None
        assert wait_until(lambda: not self.lock.locked() and not self.pending)
        self._clear()

    def restart(self) -> None:
        """The job that runs is lost, and everything is forgotten."""

        async def restart() -> None:
            self.is_interrupted = True
            async with self.lock:
                self.finished, self.interrupted = [], []

        self.run(restart())

    def add_foreign_job(self, steps: int = 5) -> "asyncio.Future":
        """Another client's job, without an id."""
        body = {"prompt": "theirs", "width": 64, "height": 64, "steps": steps, "seed": 1}
        return asyncio.run_coroutine_threadsafe(self._run(body), self.loop)

    async def _check(self, request, call_next):
        if self.auth is not None and request.url.path.startswith("/sdapi"):
            expected = f"Basic {base64.b64encode(self.auth.encode()).decode()}"
            if request.headers.get("authorization") != expected:
                return JSONResponse({"detail": "Incorrect username or password"}, status_code=401)
        return await call_next(request)

    def _idle(self) -> dict:
        return {
            "skipped": False, "interrupted": False, "stopping_generation": False, "job": "", "job_count": 0,
            "job_timestamp": "0", "job_no": 0, "sampling_step": 0, "sampling_steps": 0,
        }  # fmt: skip

    async def _txt2img(self, request):
        return await self._answer(await request.json())

    async def _img2img(self, request):
        body = await request.json()
        if body.get("init_images") is None:
            return JSONResponse({"detail": "Init image not found"}, status_code=404)
        return await self._answer(body)

    async def _answer(self, body):
        if body["steps"] > MAX_STEPS:
            reason = {"type": "less_than_equal", "loc": ["body", "steps"], "msg": "Input should be less than 151"}
            return JSONResponse({"detail": [reason]}, status_code=422)
        if self.failure is not None:
            status, content = self.failure
            return JSONResponse(content, status_code=status)
        self.bodies.append(body)
        data = await self._run(body)
        text = base64.b64encode(data).decode()
        return JSONResponse({"images": [text], "parameters": {"init_images": None}, "info": "{}"})

    async def _run(self, body) -> bytes:
        task_id = body.get("force_task_id") or ""
        self.pending.add(task_id)
        async with self.lock:
            index = len(self.began)
            self.began.append(task_id)
            self.pending.discard(task_id)
            self.current, self.is_interrupted, self.preview = task_id, False, None
            steps = body["steps"]
            self.state = self._idle() | {"job": "scripts_txt2img", "job_count": 1, "sampling_steps": steps}
            self.state["job_timestamp"] = secrets.token_hex(6)
            for step in range(steps):
                while self.holds_at == (index, step) and not self.is_interrupted:
                    await asyncio.sleep(0.005)
                await asyncio.sleep(self.step_s)
                if self.is_interrupted:
                    self.interrupted.append(task_id)
                    break
                self.state["sampling_step"] = step + 1
                self.preview, self.preview_id = self._paint(body, step + 1), self.preview_id + 1
            self.current, self.state = None, self._idle()
            self.finished.append(task_id)
        return self._paint(body, None, self.output_format)

    def _paint(self, body, step, output_format="PNG") -> bytes:
        width, height = body["width"] // 8 * 8, body["height"] // 8 * 8
        base = np.zeros((height, width, 3), np.uint8)
        if body.get("init_images"):
            image = Image.open(io.BytesIO(base64.b64decode(body["init_images"][0]))).convert("RGB")
            base = np.asarray(image.resize((width, height)))
        random = np.random.default_rng([body["seed"] % 2**32, len(body["prompt"]), body["steps"]])
        pixels = (base // 2 + random.integers(60, 250, 3) // 2).astype(np.uint8)
        if step is not None:
            pixels[:8] = 255 * step // body["steps"]
        settings = f"{body['prompt']}\nSteps: {body['steps']}"
        file = io.BytesIO()
        if output_format == "PNG":
            texts = PngImagePlugin.PngInfo()
            texts.add_text("parameters", settings)
            Image.fromarray(pixels).save(file, "PNG", pnginfo=texts)
        else:
            exif = Image.Exif()
            exif.get_ifd(EXIF_IFD)[EXIF_USER_COMMENT] = settings
            Image.fromarray(pixels).save(file, output_format, quality=95, exif=exif)
        return file.getvalue()

    def _share(self) -> float:
        return self.state["sampling_step"] / max(1, self.state["sampling_steps"])

    async def _progress(self, request):
        image = None
        if self.preview is not None and request.query_params.get("skip_current_image") == "false":
            image = base64.b64encode(self.preview).decode()
        is_idle = not self.state["job_count"]
        return JSONResponse(
            {
                "progress": 0 if is_idle else min(1, 0.01 + self._share()),
                "eta_relative": 0,
                "state": self.state,
                "current_image": None if is_idle else image,
                "textinfo": None,
            }
        )

    async def _internal_progress(self, request):
        if not self.knows_tasks:
            return JSONResponse({"detail": "Not Found"}, status_code=404)
        if self.failing_progress:
            self.failing_progress -= 1
            return JSONResponse({"error": "RuntimeError", "detail": "", "body": "", "errors": "busy"}, status_code=500)
        body = await request.json()
        task_id = body["id_task"]
        answer = {
            "active": task_id == self.current,
            "queued": task_id in self.pending,
            "completed": task_id in self.finished,
            "id_live_preview": -1,
        }
        if answer["active"]:
            answer |= {"progress": self._share(), "id_live_preview": self.preview_id}
            if body.get("live_preview") and self.preview and body["id_live_preview"] != self.preview_id:
                answer["live_preview"] = f"data:image/png;base64,{base64.b64encode(self.preview).decode()}"
        return JSONResponse(answer)

    async def _interrupt(self, request):
        self.num_interrupts += 1
        self.is_interrupted = True
        return JSONResponse({})
