"""The process that paints: orders in, pictures out. `python -m limner.engines.illustrator.worker FD [SCENES]`, where FD
is an inherited socket, and SCENES the folder in which the Scenes of what is painted are kept.
"""

import ctypes
import os
import signal
import sys
import traceback
from multiprocessing.connection import Connection
from pathlib import Path

import cv2

from limner.core.errors import APIError, PictureError
from limner.engines.illustrator.drawing import events_of_image
from limner.engines.illustrator.orders import Abandoned, Abort, Accepted, Failed, Order, Ready
from limner_illustrator.edit.scene_store import SceneStore
from limner_illustrator.language.parse import parse

NICENESS = 5
"""Drawing yields to the server, whose responses should not wait for it."""
MEMORY_BYTES = 4_000_000_000
"""Address space that a worker may use beyond what its libraries have reserved when it is ready. A masked edit of
3840x3840 takes 1.3 GB. What needs more is answered with an error, before the system runs out of memory."""
OUT_OF_MEMORY = (
    "The image could not be drawn, because it needs more memory than a worker may use."
    " Please ask for a smaller size, or send smaller images."
)
PR_SET_PDEATHSIG = 1
"""From linux/prctl.h."""


class StoppedError(Exception):
    """The order was aborted."""


def work(connection: Connection, scenes: SceneStore | None) -> None:
    """Serve orders until the engine closes its end."""
    parse("a cat on a sofa", seed=0)  # loads the words, so that the first order does not wait for them
    limit_memory()
    try:
        connection.send(Ready())
        while True:
            order = connection.recv()
            if isinstance(order, Order):
                serve(connection, order, scenes)
    except (EOFError, BrokenPipeError, ConnectionResetError):  # the engine has gone
        return


def serve(connection: Connection, order: Order, scenes: SceneStore | None = None) -> None:
    def checkpoint() -> None:
        if connection.poll() and isinstance(connection.recv(), Abort):
            raise StoppedError

    try:
        connection.send(Accepted())
        for event in events_of_image(order.request, order.image_index, checkpoint, scenes):
            connection.send(event)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise SystemExit(0) from None  # the engine has gone
    except StoppedError:
        connection.send(Abandoned())
    except APIError as error:
        connection.send(error)
    except (MemoryError, cv2.error) as error:
        is_memory = isinstance(error, MemoryError) or error.code == cv2.Error.StsNoMem
        connection.send(_out_of_memory() if is_memory else Failed(traceback.format_exc()))
    except Exception:  # the traceback goes to the engine's log, and the next order is served
        connection.send(Failed(traceback.format_exc()))


def _out_of_memory() -> APIError:
    """A client's error, so that no SDK sends the same request again."""
    return PictureError(OUT_OF_MEMORY, code="memory_limit_exceeded")


def limit_memory(num_bytes: int = MEMORY_BYTES) -> None:
    """Where the platform can: Linux counts reserved addresses, of which libraries take gigabytes on large machines."""
    try:
        import resource  # missing on Windows

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + num_bytes
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        current = [one for one in (soft, hard) if one != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_AS, (min([limit, *current]), hard))
    except (ImportError, AttributeError, OSError, ValueError, IndexError):
        return


def end_with_parent() -> None:
    """Even in the middle of a drawing, and however the server ends. Elsewhere the closed socket is noticed later."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def main() -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a supervisor may signal all processes; the engine decides what ends
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.nice(NICENESS)
    cv2.setNumThreads(1)
    with Connection(int(sys.argv[1])) as connection:
        work(connection, SceneStore(Path(sys.argv[2])) if len(sys.argv) > 2 else None)


if __name__ == "__main__":
    main()
