"""The WebSocket to ComfyUI: one for all prompts of the engine, opened again whenever it breaks."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from limner.engines.comfyui.messages import FEATURE_FLAGS, Ended, Preview, Progress, QueueLength, Started, read_message

log = logging.getLogger("limner.comfyui")

MAX_MESSAGE_BYTES = 64_000_000
FIRST_PAUSE_S = 0.1
MAX_PAUSE_S = 10.0
PING_S = 20
CLOSE_S = 1
"""For the last message of a server that may hang."""
MAX_UNCLAIMED = 64

PromptMessage = Started | Progress | Preview | Ended


class Listener(Protocol):
    """What becomes of a prompt. Called on the event loop; must not block."""

    def on_start(self) -> None: ...

    def on_progress(self, progress: Progress) -> None: ...

    def on_preview(self, preview: Preview) -> None: ...

    def on_check(self) -> None:
        """The prompt may have ended: its history says so."""


class Connection:
    def __init__(
        self,
        base_url: str,
        client_id: str,
        *,
        headers: Mapping[str, str],
        connect_timeout_s: float,
        on_queue: Callable[[int], None],
    ) -> None:
        self._url = _websocket_url(base_url, client_id)
        self._headers = headers
        self._connect_timeout_s = connect_timeout_s
        self._on_queue = on_queue
        self.num_breaks = 0
        """How often it was closed."""
        self._listeners: dict[str, Listener] = {}
        """By the id of their prompt."""
        self._unclaimed: deque[tuple[str, PromptMessage]] = deque(maxlen=MAX_UNCLAIMED)
        """Of prompts without a listener: older versions of ComfyUI begin before they tell a prompt's id."""
        self._running: str | None = None
        """The prompt whose messages came last: previews without metadata are of it."""
        self._task: asyncio.Task[None] | None = None
        self._opened = asyncio.Event()
        self._wakeup = asyncio.Event()

    def open(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    @property
    def is_open(self) -> bool:
        return self._opened.is_set()

    async def wait_open(self, timeout_s: float) -> bool:
        """Whether the WebSocket is open in time. Tries at once to open it."""
        self._wakeup.set()
        try:
            await asyncio.wait_for(self._opened.wait(), timeout_s)
        except TimeoutError:
            return False
        return True

    def add(self, prompt_id: str, listener: Listener) -> None:
        self._listeners[prompt_id] = listener
        for unclaimed_id, message in self._unclaimed:
            if unclaimed_id == prompt_id:
                _tell(listener, message)

    def remove(self, prompt_id: str) -> None:
        self._listeners.pop(prompt_id, None)

    async def _run(self) -> None:
        pause_s = FIRST_PAUSE_S
        while True:
            try:
                async with connect(
                    self._url,
                    additional_headers=dict(self._headers),
                    open_timeout=self._connect_timeout_s,
                    max_size=MAX_MESSAGE_BYTES,
                    ping_interval=PING_S,
                    close_timeout=CLOSE_S,
                    compression=None,  # previews are compressed already
                ) as socket:
                    await socket.send(FEATURE_FLAGS)
                    self._opened.set()
                    pause_s = FIRST_PAUSE_S
                    self._check_all()  # their messages may have been missed
                    await self._read(socket)
            except (OSError, TimeoutError, WebSocketException) as error:
                if self._opened.is_set() or pause_s == FIRST_PAUSE_S:
                    log.warning("The WebSocket to ComfyUI is closed: %s", error)
            if self._opened.is_set():
                self._opened.clear()
                self.num_breaks += 1
                self._check_all()
            await self._sleep(pause_s)
            pause_s = min(MAX_PAUSE_S, 2 * pause_s)

    async def _sleep(self, pause_s: float) -> None:
        """Ends early if a request needs the connection, but never at once: a server may refuse at once, too."""
        await asyncio.sleep(min(FIRST_PAUSE_S, pause_s))
        self._wakeup.clear()
        try:
            await asyncio.wait_for(self._wakeup.wait(), pause_s - FIRST_PAUSE_S)
        except TimeoutError:
            return

    async def _read(self, socket: ClientConnection) -> None:
        async for data in socket:
            for message in read_message(data):
                if isinstance(message, QueueLength):
                    self._on_queue(message.remaining)
                else:
                    self._dispatch(message)

    def _dispatch(self, message: PromptMessage) -> None:
        prompt_id = message.prompt_id or self._running
        if not isinstance(message, Preview):
            self._running = prompt_id
        listener = self._listeners.get(prompt_id or "")
        if listener is not None:
            _tell(listener, message)
        elif prompt_id is not None:
            self._unclaimed.append((prompt_id, message))

    def _check_all(self) -> None:
        for listener in list(self._listeners.values()):
            listener.on_check()


def _tell(listener: Listener, message: PromptMessage) -> None:
    match message:
        case Started():
            listener.on_start()
        case Progress():
            listener.on_progress(message)
        case Preview():
            listener.on_preview(message)
        case Ended():
            listener.on_check()


def _websocket_url(base_url: str, client_id: str) -> str:
    parts = urlsplit(base_url)
    scheme = "wss" if parts.scheme == "https" else "ws"
    return urlunsplit((scheme, parts.netloc, f"{parts.path.rstrip('/')}/ws", f"clientId={client_id}", ""))
