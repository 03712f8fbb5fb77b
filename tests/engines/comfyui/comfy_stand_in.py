"""A stand-in for ComfyUI: its HTTP routes, its queue and its WebSocket, around a tiny painter.

Facts, from github.com/Comfy-Org/ComfyUI (server.py at 002c3fb9, execution.py at 04e2a914, main.py at 02018c7e,
comfy_execution/progress.py at 1b71f275, protocol.py at 8d28c173, latent_preview.py at 2d619ed9):

* `POST /prompt`: `{prompt, client_id, prompt_id, number, front, extra_data}`; 200 `{prompt_id, number, node_errors}`,
  400 `{error: {type, message, details, extra_info}, node_errors: {id: {errors, dependent_outputs, class_type}}}`.
  `prompt_id` must be a UUID in canonical form. Older versions ignore it (server.py at 005f3ba4).
* The queue is a heap of `(number, prompt_id, prompt, extra_data, outputs)`: the lowest number runs next.
* `GET /ws?clientId=`: `status` to all clients whenever the queue changes; other messages to the prompt's client only:
  `execution_start`, `execution_cached`, `progress_state`, `progress`, `executed`, `execution_success`, or
  `execution_error` / `execution_interrupted`; last, once the history is written, `executing` with `node: null`.
* Binary frames, big-endian: 1 = type, format (1 JPEG, 2 PNG), image; 4 = type, length of the metadata, metadata
  as JSON, image. Clients whose first message was `feature_flags` with `supports_preview_metadata` get 4, others 1.
  The JSON `progress` comes before a frame 1, `progress_state` before a frame 4. Previews are JPEGs of at most 512
  pixels, and off by default; `extra_data.preview_method` turns them on for a prompt (pull request 11261).
* `POST /interrupt` with `{prompt_id}` interrupts only that prompt since pull request 9607; before, whatever runs. The
  flag is reset when a prompt starts. `POST /api/jobs/{id}/cancel` removes or interrupts atomically; versions without
  it answer 405, because of the static files at `/`.
* `POST /queue` `{delete: [ids]}` removes pending prompts. Answers have no body.
* `POST /upload/image`: form with `image`, `type` (input, temp, output), `subfolder`, `overwrite`; an existing name
  gets a number, `name (1).png`, unless the content is the same. `GET /view?filename&subfolder&type`.
* `LoadImage` reads `name [temp]` from the temporary folder, which is emptied when ComfyUI starts. Its MASK is
  1 - alpha, and its IMAGE drops the alpha channel. `LoadImageMask` inverts the channel `alpha` only.
* `SaveImage` writes the prompt into a tEXt chunk of the PNG.
* Queue and history are in memory only.
"""

import asyncio
import heapq
import io
import json
import time
import uuid
from contextlib import suppress

import numpy as np
from comfy_previews import encode_preview
from comfy_prompts import foreign_prompt, place_of, validate
from PIL import Image, PngImagePlugin
from stand_in_server import StandIn
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocketDisconnect

from running import wait_until

OUTPUTS = {"SaveImage", "PreviewImage"}
EXIF_MODEL = 0x0110


class Interrupted(Exception):  # noqa: N818
    pass


class ComfyStandIn(StandIn):
    def __init__(self, *, is_old: bool = False, step_s: float = 0.0) -> None:
        self.is_old = is_old
        self.step_s = step_s
        self._clear()
        self._forget()
        self.app = Starlette(
            routes=[
                WebSocketRoute("/ws", self._serve_socket),
                Route("/prompt", self._post_prompt, methods=["POST"]),
                Route("/queue", self._queue_route, methods=["GET", "POST"]),
                Route("/interrupt", self._interrupt, methods=["POST"]),
                Route("/history/{prompt_id}", self._get_history),
                Route("/upload/image", self._upload, methods=["POST"]),
                Route("/view", self._view),
                Route("/api/jobs/{prompt_id}/cancel", self._cancel_job, methods=["POST"]),
            ]
        )

    def _clear(self) -> None:
        self.holds_at: tuple[int, int] | None = None
        """Index of the executed prompt, and step before which it waits while this is set."""
        self.failure: tuple[str, str] | None = None
        """Type and message of an exception in the sampler."""
        self.output_format = "PNG"
        """As nodes of extensions save images."""
        self.preview_data: bytes | None = None
        """Sent in place of each preview."""
        self.prompts: list[dict] = []
        """The bodies of accepted prompts."""
        self.num_answered = 0
        """Of these, the ones whose response was sent."""
        self.executed: list[str] = []
        """Ids of the prompts that began, in order."""
        self.interrupted: list[str] = []
        self.interrupts: list[dict] = []
        """Bodies of calls of `/interrupt`."""
        self.deleted: list[str] = []
        self.authorizations: set[str] = set()
        self.num_sockets_opened = 0

    def reset(self) -> None:
        self.holds_at, self.failure = None, None
        assert wait_until(lambda: self.running is None and not self.queue)
        self._clear()
        self.history, self.files = {}, {}

    def _forget(self) -> None:
        """What ComfyUI loses when it is restarted."""
        self.queue: list[tuple] = []
        self.running: tuple | None = None
        self.history: dict[str, dict] = {}
        self.files: dict[tuple[str, str, str], bytes] = {}
        """By type, subfolder and name."""
        self.sockets: dict[str, object] = {}
        self.features: dict[str, dict] = {}
        self.number = 0
        self.is_interrupted = False

    async def on_start(self) -> None:
        self.wakeup = asyncio.Event()
        self.worker = asyncio.create_task(self._work())

    async def on_stop(self) -> None:
        self.worker.cancel()
        with suppress(asyncio.CancelledError):
            await self.worker

    def restart(self) -> None:
        async def restart() -> None:
            await self.on_stop()
            sockets = list(self.sockets.values())
            self._forget()
            for socket in sockets:
                with suppress(RuntimeError):
                    await socket.close()
            await self.on_start()

        self.run(restart())

    def drop_sockets(self) -> None:
        async def drop() -> None:
            for socket in list(self.sockets.values()):
                await socket.close()

        self.run(drop())

    def add_foreign_prompt(self, steps: int = 5) -> str:
        """Another client's job."""
        prompt_id = str(uuid.uuid4())

        async def add() -> None:
            self._put(prompt_id, foreign_prompt(steps), {"client_id": "someone-else"}, None)

        self.run(add())
        return prompt_id

    # --- routes

    async def _serve_socket(self, socket) -> None:
        self.authorizations.add(socket.headers.get("authorization", ""))
        await socket.accept()
        client_id = socket.query_params.get("clientId") or uuid.uuid4().hex
        self.sockets[client_id] = socket
        self.features[client_id] = {}
        self.num_sockets_opened += 1
        await self._send("status", self._status() | {"sid": client_id}, client_id)
        try:
            while True:
                message = json.loads(await socket.receive_text())
                if message["type"] == "feature_flags" and not self.is_old:
                    self.features[client_id] = message["data"]
                    await self._send("feature_flags", {"supports_preview_metadata": True}, client_id)
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            if self.sockets.get(client_id) is socket:
                del self.sockets[client_id]

    async def _post_prompt(self, request):
        self.authorizations.add(request.headers.get("authorization", ""))
        body = await request.json()
        prompt_id = str(uuid.uuid4())
        if not self.is_old and body.get("prompt_id") is not None:
            prompt_id = body["prompt_id"]
            assert str(uuid.UUID(prompt_id)) == prompt_id
        error, node_errors = validate(body["prompt"], self.files)
        if error is not None:
            return JSONResponse({"error": error, "node_errors": node_errors}, status_code=400)
        self.prompts.append(body)
        extra = body.get("extra_data", {}) | {"client_id": body["client_id"]}
        number = self._put(prompt_id, body["prompt"], extra, body.get("number"))
        answer = {"prompt_id": prompt_id, "number": number, "node_errors": {}}
        return JSONResponse(answer, background=BackgroundTask(self._count_answer))

    def _count_answer(self) -> None:
        self.num_answered += 1

    def _put(self, prompt_id, prompt, extra, number) -> float:
        if number is None:
            number, self.number = self.number, self.number + 1
        heapq.heappush(self.queue, (number, prompt_id, prompt, extra, []))
        self._queue_updated()
        self.wakeup.set()
        return number

    async def _queue_route(self, request):
        if request.method == "GET":
            running = [] if self.running is None else [list(self.running)]
            return JSONResponse({"queue_running": running, "queue_pending": [list(item) for item in self.queue]})
        for prompt_id in (await request.json()).get("delete", ()):
            self._delete(prompt_id)
        return Response()

    def _delete(self, prompt_id) -> bool:
        left = [item for item in self.queue if item[1] != prompt_id]
        found = len(left) < len(self.queue)
        if found:
            self.queue = left
            heapq.heapify(self.queue)
            self.deleted.append(prompt_id)
            self._queue_updated()
        return found

    async def _interrupt(self, request):
        body = await request.json() if await request.body() else {}
        self.interrupts.append(body)
        is_ours = self.running is not None and self.running[1] == body.get("prompt_id")
        if self.is_old or "prompt_id" not in body or is_ours:
            self.is_interrupted = True
        return Response()

    async def _cancel_job(self, request):
        if self.is_old:
            return Response("405: Method Not Allowed", status_code=405)
        prompt_id = request.path_params["prompt_id"]
        if self.running is not None and self.running[1] == prompt_id:
            self.is_interrupted = True
            return JSONResponse({"cancelled": True})
        return JSONResponse({"cancelled": self._delete(prompt_id)})

    async def _get_history(self, request):
        prompt_id = request.path_params["prompt_id"]
        found = {prompt_id: self.history[prompt_id]} if prompt_id in self.history else {}
        return JSONResponse(found)

    async def _upload(self, request):
        form = await request.form()
        file, kind, folder = form["image"], form.get("type", "input"), form.get("subfolder", "")
        data, name = await file.read(), file.filename
        await form.close()
        stem, dot, suffix = name.rpartition(".")
        number = 1
        while self.files.get((kind, folder, name), data) != data:
            name, number = f"{stem} ({number}){dot}{suffix}", number + 1
        self.files[kind, folder, name] = data
        return JSONResponse({"name": name, "subfolder": folder, "type": kind})

    async def _view(self, request):
        query = request.query_params
        data = self.files.get((query.get("type", "output"), query.get("subfolder", ""), query["filename"]))
        return Response(status_code=404) if data is None else Response(data, media_type="image/png")

    # --- messages

    def _status(self) -> dict:
        return {"status": {"exec_info": {"queue_remaining": len(self.queue) + (self.running is not None)}}}

    def _queue_updated(self) -> None:
        for client_id in list(self.sockets):
            task = asyncio.create_task(self._send("status", self._status(), client_id))
            task.add_done_callback(lambda task: task.cancelled() or task.exception())

    async def _send(self, kind, data, client_id) -> None:
        socket = self.sockets.get(client_id)
        if socket is not None:
            with suppress(RuntimeError, WebSocketDisconnect):
                await socket.send_text(json.dumps({"type": kind, "data": data}))

    async def _send_preview(self, prompt_id, node, pixels, client_id) -> None:
        socket = self.sockets.get(client_id)
        if socket is None:
            return
        has_metadata = bool(self.features[client_id].get("supports_preview_metadata"))
        frame = encode_preview(pixels, prompt_id, node, has_metadata=has_metadata, data=self.preview_data)
        with suppress(RuntimeError, WebSocketDisconnect):
            await socket.send_bytes(frame)

    # --- execution

    async def _work(self) -> None:
        while True:
            while not self.queue:
                self.wakeup.clear()
                await self.wakeup.wait()
            self.running = heapq.heappop(self.queue)
            self._queue_updated()
            _, prompt_id, prompt, extra, _ = self.running
            client_id = extra.get("client_id")
            status: list = []
            outputs: dict = {}
            try:
                await self._execute(prompt_id, prompt, extra, client_id, status, outputs)
                result = "success"
            except Interrupted:
                self.interrupted.append(prompt_id)
                status.append(["execution_interrupted", {"prompt_id": prompt_id}])
                result = "error"
            except RuntimeError as error:
                status.append(error.args[0])
                result = "error"
            self.running = None
            self.history[prompt_id] = {
                "prompt": [],
                "outputs": outputs,
                "status": {"status_str": result, "completed": result == "success", "messages": status},
            }
            self._queue_updated()
            if status:
                await self._send(*status[-1], client_id)
            await self._send("executing", {"node": None, "prompt_id": prompt_id}, client_id)

    async def _execute(self, prompt_id, prompt, extra, client_id, status, outputs) -> None:
        self.is_interrupted = False
        index = len(self.executed)
        self.executed.append(prompt_id)
        await self._send("execution_start", {"prompt_id": prompt_id, "timestamp": int(time.time() * 1000)}, client_id)
        await self._send("execution_cached", {"nodes": [], "prompt_id": prompt_id}, client_id)
        has_previews = self.is_old or extra.get("preview_method", "none") != "none"
        for node, content in prompt.items():
            if content["class_type"] == "KSampler":
                total = content["inputs"]["steps"]
                await self._send("executing", {"node": node, "display_node": node, "prompt_id": prompt_id}, client_id)
                for step in range(total):
                    while self.holds_at == (index, step) and not self.is_interrupted:
                        await asyncio.sleep(0.005)
                    await asyncio.sleep(self.step_s)
                    if self.is_interrupted:
                        raise Interrupted
                    self._fail(prompt_id, node, content)
                    progress = {"value": step + 1, "max": total, "prompt_id": prompt_id, "node": node}
                    nodes = {node: progress | {"state": "running", "node_id": node}}
                    await self._send("progress_state", {"prompt_id": prompt_id, "nodes": nodes}, client_id)
                    preview = self._paint(prompt, node, step + 1)
                    if has_previews and not self.is_old:
                        await self._send_preview(prompt_id, node, preview, client_id)
                    await self._send("progress", progress, client_id)
                    if self.is_old:
                        await self._send_preview(prompt_id, node, preview, client_id)
            elif content["class_type"] in OUTPUTS:
                outputs[node] = self._save(prompt, node, content)
                message = {"node": node, "display_node": node, "output": outputs[node], "prompt_id": prompt_id}
                await self._send("executed", message, client_id)
        await self._send("execution_success", {"prompt_id": prompt_id}, client_id)

    def _fail(self, prompt_id, node, content) -> None:
        if self.failure is not None:
            kind, message = self.failure
            data = {"prompt_id": prompt_id, "node_id": node, "node_type": content["class_type"], "executed": []}
            data |= {"exception_type": kind, "exception_message": message, "traceback": ["secret/path.py"]}
            raise RuntimeError(["execution_error", data])

    def _save(self, prompt, node, content) -> dict:
        sampler = prompt[content["inputs"]["images"][0]]["inputs"]["samples"][0]
        assert prompt[sampler]["class_type"] == "KSampler"
        image = Image.fromarray(self._paint(prompt, sampler, None))
        file = io.BytesIO()
        if self.output_format == "PNG":
            texts = PngImagePlugin.PngInfo()
            texts.add_text("prompt", json.dumps(prompt))
            image.save(file, "PNG", pnginfo=texts)
        else:
            exif = Image.Exif()
            exif[EXIF_MODEL] = f"prompt:{json.dumps(prompt)}"
            image.save(file, self.output_format, quality=95, exif=exif)
        kind = "output" if content["class_type"] == "SaveImage" else "temp"
        name = f"image_{len(self.files):05}_.{self.output_format.lower()}"
        self.files[kind, "", name] = file.getvalue()
        return {"images": [{"filename": name, "subfolder": "", "type": kind}]}

    def _paint(self, prompt, sampler, step):
        """The latent's size; input images shine through; colours depend on texts, seed and guidance."""
        inputs = prompt[sampler]["inputs"]
        latent = prompt[inputs["latent_image"][0]]
        text = prompt[inputs["positive"][0]]["inputs"]["text"]
        if latent["class_type"] == "EmptyLatentImage":
            size = latent["inputs"]["width"] // 8 * 8, latent["inputs"]["height"] // 8 * 8
            base = np.zeros((size[1], size[0], 3), np.uint8)
        else:
            base = self._load(prompt[latent["inputs"]["pixels"][0]]["inputs"]["image"])[..., :3]
            base = base[: base.shape[0] // 8 * 8, : base.shape[1] // 8 * 8]
        random = np.random.default_rng([inputs["seed"] % 2**32, len(text), inputs["steps"], int(10 * inputs["cfg"])])
        colour = random.integers(60, 250, 3)
        pixels = (base // 2 + colour // 2).astype(np.uint8)
        if step is not None:  # previews get lighter
            pixels[:8] = 255 * step // inputs["steps"]
        return pixels

    def _load(self, name):
        """RGBA."""
        return np.asarray(Image.open(io.BytesIO(self.files[place_of(name)])).convert("RGBA"))
