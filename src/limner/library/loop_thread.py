"""An event loop in a thread, for synchronous callers."""

import asyncio
import concurrent.futures
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

Result = TypeVar("Result")

CLOSED = "This client is closed. Create another, or enter it in a 'with' statement again."


class LoopThread:
    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=_serve, args=(self._loop,), name="limner", daemon=True)
        self._lock = threading.RLock()
        self._is_closed = False
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """The coroutine's result; KeyboardInterrupt cancels it. Raises RuntimeError if closed."""
        with self._lock:
            if self._is_closed:
                work.close()
                raise RuntimeError(CLOSED)
            future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result()
        except concurrent.futures.CancelledError:
            raise RuntimeError(CLOSED) from None
        except BaseException:
            future.cancel()
            raise

    def stop(self) -> None:
        """Cancel what is running and close the loop, without waiting for it. Any number of times."""
        with self._lock:
            if not self._is_closed:
                self._is_closed = True
                with suppress(RuntimeError):  # at the interpreter's end, the loop may be gone
                    self._loop.call_soon_threadsafe(self._loop.stop)

    def close(self) -> None:
        """`stop`, and wait for the thread to end."""
        self.stop()
        if self._thread is not threading.current_thread():
            self._thread.join()


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    """A function, not a method: a running thread must not keep its LoopThread from being collected."""
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    finally:
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
