"""The process of a device: hosts the engines of all models on it. `python -m limner.engines.diffusers.device_main FD`,
where FD is an inherited socket.
"""

import asyncio
import logging
import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from contextlib import aclosing
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection

from limner.core.errors import APIError, EngineError
from limner.engines.diffusers.library_logs import quiet_libraries
from limner.engines.diffusers.messages import (
    AskReports,
    CallEnded,
    CallEvent,
    CancelCall,
    CloseEngine,
    ControlModel,
    Draw,
    Logged,
    ModelChanged,
    OpenEngine,
    ProcessFailed,
    ProcessReady,
    Reports,
    Shutdown,
)
from limner.engines.engine import Engine, SupportsHealth, SupportsModelControl
from limner.engines.replicas.outbox import Outbox
from limner.engines.replicas.replica import Replica
from limner.engines.replicas.work import work_of
from limner.engines.worker_main import end_with_parent, ignore_stop_signals
from limner.observability.context import request_state
from limner.observability.logs import REQUEST_FIELDS

log = logging.getLogger("limner.diffusers")

DEVICE_LOST = "device_lost"
"""The code of errors that a fresh process would not have."""
FLUSH_S = 2.0


class DeviceHost:
    """`make_engine`: gets the options of an engine."""

    def __init__(self, connection: Connection, outbox: Outbox, make_engine: Callable[..., Engine]) -> None:
        self._make_engine = make_engine
        self._connection = connection
        self._outbox = outbox
        self._replicas: dict[int, Replica] = {}
        self._calls: dict[int, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Until the server asks to shut down."""
        inbox: asyncio.Queue[object] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(loop, inbox), name="server-messages", daemon=True).start()
        while not isinstance(message := await inbox.get(), Shutdown):
            await self._handle(message)
        await asyncio.gather(*(self._close(number) for number in list(self._replicas)), *self._tasks)

    def _read(self, loop: asyncio.AbstractEventLoop, inbox: "asyncio.Queue[object]") -> None:
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                os._exit(1)  # the server has ended: do not wait for a step, and not for a device that hangs
            loop.call_soon_threadsafe(inbox.put_nowait, message)

    async def _handle(self, message: object) -> None:
        match message:
            case OpenEngine(number, options):
                try:
                    engine = self._make_engine(**options)
                    self._replicas[number] = replica = Replica(engine, read_id=process_id, log=log)
                    await replica.start()
                except Exception as error:
                    log.exception("the engine cannot be started")
                    self._fail(str(error) or type(error).__name__)
            case CloseEngine(number):
                self._keep(asyncio.create_task(self._close(number)))
            case Draw():
                self._calls[message.call] = drawing = asyncio.create_task(self._draw(message))
                drawing.add_done_callback(lambda _: self._calls.pop(message.call, None))
            case ControlModel():
                self._keep(asyncio.create_task(self._control(message)))
            case CancelCall(call):
                if call in self._calls:
                    self._calls[call].cancel()
            case AskReports(asked_s, shapes):
                began_s = time.thread_time()
                by_engine = {
                    number: await replica.report(shapes.get(number, ())) for number, replica in self._replicas.items()
                }
                self._end_if_broken()
                models = {
                    number: states[0]
                    for number, replica in self._replicas.items()
                    if isinstance(replica.engine, SupportsModelControl) and (states := replica.engine.model_states())
                }
                self._outbox.put(Reports(asked_s, by_engine, models, time.thread_time() - began_s))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _draw(self, message: Draw) -> None:
        replica = self._replicas[message.engine]
        request, context = message.request, message.context
        failure: APIError | None = None
        try:
            async with aclosing(replica.generate(request, cost=work_of(request), context=context)) as items:
                async for item in items:
                    self._outbox.put(CallEvent(message.call, item))
        except APIError as error:
            failure = error
        except Exception:  # it is in the log
            failure = EngineError("Image generation failed", code="image_generation_failed")
        if failure is not None and failure.code == DEVICE_LOST:
            self._fail(failure.message)
        self._end_if_broken()
        self._outbox.put(CallEnded(message.call, failure))

    async def _control(self, message: ControlModel) -> None:
        engine = self._replicas[message.engine].engine
        failure: APIError | None = None
        try:
            if isinstance(engine, SupportsModelControl):
                await engine.control_model(message.action)
                self._outbox.put(ModelChanged(message.engine, engine.model_states()[0]))
        except APIError as error:
            failure = error
        except Exception:
            log.exception("the model could not be changed")
            failure = EngineError("The model could not be changed.", code="model_control_failed")
        self._outbox.put(CallEnded(message.call, failure))

    async def _close(self, number: int) -> None:
        replica = self._replicas.pop(number, None)
        if replica is not None:
            await replica.engine.close()

    def _end_if_broken(self) -> None:
        for replica in self._replicas.values():
            engine = replica.engine
            if isinstance(engine, SupportsHealth) and engine.fatal_error is not None:
                self._fail(engine.fatal_error)

    def _fail(self, reason: str) -> None:
        """End at once: the requests are drawn by the process that takes over, and a thread may hang."""
        self._outbox.put(ProcessFailed(reason))
        self._outbox.close(FLUSH_S)
        os._exit(1)


class ServerLogHandler(QueueHandler):
    """Sends what is logged to the server, with the fields of the request."""

    def __init__(self, outbox: Outbox) -> None:
        super().__init__(queue.SimpleQueue())
        self._outbox = outbox

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        prepared: logging.LogRecord = super().prepare(record)
        state = request_state.get()
        fields = {name: state[name] for name in REQUEST_FIELDS if state.get(name)}
        prepared.fields = fields | getattr(record, "fields", {})
        return prepared

    def enqueue(self, record: logging.LogRecord) -> None:
        self._outbox.put(Logged(record))


def set_up_logs(outbox: Outbox) -> None:
    root = logging.getLogger()
    root.handlers = [ServerLogHandler(outbox)]
    logging.getLogger("limner").setLevel(logging.INFO)


def process_id() -> str:
    return str(os.getpid())


def load_diffusers() -> Callable[..., Engine]:
    quiet_libraries()
    from limner.engines.diffusers.engine import DiffusersEngine  # imports torch

    return DiffusersEngine


def run_process(load: Callable[[], Callable[..., Engine]]) -> None:
    """`load`: returns what makes an engine. Takes seconds, and may fail."""
    end_with_parent()
    ignore_stop_signals()
    connection = Connection(int(sys.argv[1]))
    outbox = Outbox(connection.send)
    set_up_logs(outbox)
    try:
        make_engine = load()
    except Exception as error:
        outbox.put(ProcessFailed(f"{type(error).__name__}: {error}"))
    else:
        outbox.put(ProcessReady())
        asyncio.run(DeviceHost(connection, outbox, make_engine).run())
    outbox.close(FLUSH_S)
    os._exit(0)  # a daemon thread may still be in native code, which the interpreter's end would break


if __name__ == "__main__":
    run_process(load_diffusers)
