"""The worker process: receives tasks, sends back pictures. `python -m limner.engines.illustrator.worker FD [SCENES]`,
where FD is an inherited socket and SCENES is the folder in which the Scenes of finished pictures are stored.
"""

import os
import sys
import traceback
from multiprocessing.connection import Connection
from pathlib import Path

import cv2

from limner.core.errors import APIError, PictureError
from limner.engines.illustrator.drawing import events_of_image
from limner.engines.illustrator.messages import (
    SIMILAR,
    CancelTask,
    DrawTask,
    TaskAccepted,
    TaskCancelled,
    TaskFailed,
    WorkerReady,
)
from limner.engines.worker_main import end_with_parent, ignore_stop_signals
from limner_illustrator.edit.scene_store import SceneStore
from limner_illustrator.language.parser import parse

NICENESS = 5
"""Lower priority than the server, so that drawing does not delay its responses."""
MEMORY_BYTES = 4_000_000_000
"""Address space that a worker may use beyond what its libraries reserve at start. A masked edit of 3840x3840 takes
1.3 GB. Larger requests get an error before the system runs out of memory."""
OUT_OF_MEMORY = (
    "The image could not be drawn, because it needs more memory than a worker may use."
    " Please ask for a smaller size, or send smaller images."
)


class TaskCancelledError(Exception):
    """The running task was cancelled."""


def work(connection: Connection, scenes: SceneStore | None) -> None:
    """Serve tasks until the engine closes the connection."""
    parse("a cat on a sofa", seed=0)  # loads the word tables before the first task
    limit_memory()
    try:
        connection.send(WorkerReady())
        while True:
            message = connection.recv()
            if isinstance(message, DrawTask):
                serve(connection, message, scenes)
    except (EOFError, BrokenPipeError, ConnectionResetError):  # the engine has closed the connection
        return


def serve(connection: Connection, task: DrawTask, scenes: SceneStore | None = None) -> None:
    def checkpoint() -> None:
        if connection.poll() and isinstance(connection.recv(), CancelTask):
            raise TaskCancelledError

    try:
        connection.send(TaskAccepted())
        for event in events_of_image(task.request, task.image_index, checkpoint, scenes):
            connection.send(event)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise SystemExit(0) from None  # the engine has closed the connection
    except TaskCancelledError:
        connection.send(TaskCancelled())
    except APIError as error:
        connection.send(error)
    except (MemoryError, cv2.error) as error:
        is_memory = isinstance(error, MemoryError) or error.code == cv2.Error.StsNoMem
        connection.send(_out_of_memory_error() if is_memory else TaskFailed(traceback.format_exc()))
    except Exception:  # the engine logs the traceback, and this worker goes on
        connection.send(TaskFailed(traceback.format_exc()))


def _out_of_memory_error() -> APIError:
    """A client error (4xx), so that SDKs do not retry the same request."""
    return PictureError(OUT_OF_MEMORY, code="memory_limit_exceeded")


def limit_memory(num_bytes: int = MEMORY_BYTES) -> None:
    """Limit the address space where the platform supports it.

    The current use is added, because libraries reserve gigabytes of address space on large machines.
    """
    try:
        import resource  # missing on Windows

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + num_bytes
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        current = [one for one in (soft, hard) if one != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_AS, (min([limit, *current]), hard))
    except (ImportError, AttributeError, OSError, ValueError, IndexError):
        return


def main() -> None:
    end_with_parent()
    ignore_stop_signals()
    os.nice(NICENESS)
    cv2.setNumThreads(1)
    with Connection(int(sys.argv[1])) as connection:
        is_similar = sys.argv[3:4] == [SIMILAR]
        work(connection, SceneStore(Path(sys.argv[2]), finds_similar=is_similar) if len(sys.argv) > 2 else None)


if __name__ == "__main__":
    main()
