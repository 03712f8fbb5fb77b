"""A rewriter that is a function of the operator's."""

import asyncio
import inspect
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from operator import attrgetter
from typing import Any

from limner.core.request import ImageRequest
from limner.rewriting.reply import RewritingError

MAX_THREADS = 8
"""A function that hangs holds its thread, which must be none that others need."""


class FunctionRewriter:
    def __init__(self, path: str) -> None:
        """`path`: `module:function`. A coroutine function runs in the event loop, any other in a thread.

        Raises ValueError.
        """
        module, _, name = path.partition(":")
        if not module or not name:
            raise ValueError(f"'function' must be 'module:function', not {path!r}.")
        try:
            self._function: Callable[[ImageRequest], Any] = attrgetter(name)(import_module(module))
        except (ImportError, AttributeError) as error:
            raise ValueError(f"'function' names '{path}', which cannot be loaded: {error}") from error
        if not callable(self._function):
            raise ValueError(f"'function' names '{path}', which cannot be called.")  # noqa: TRY004 (of settings)
        self.name = path
        self._threads: ThreadPoolExecutor | None = None

    async def rewrite(self, request: ImageRequest) -> str:
        if inspect.iscoroutinefunction(self._function):
            result = self._function(request)
        else:
            if self._threads is None:
                self._threads = ThreadPoolExecutor(MAX_THREADS, thread_name_prefix="prompt-rewriter")
            result = await asyncio.get_running_loop().run_in_executor(self._threads, self._function, request)
        prompt = await result if inspect.isawaitable(result) else result
        if not isinstance(prompt, str):
            raise RewritingError(f"it returned a {type(prompt).__name__} instead of a str")
        return prompt

    async def close(self) -> None:
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)
            self._threads = None
