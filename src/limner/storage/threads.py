"""Threads that wait for the storage: not those of other work, which continues while a disk or a bucket hangs."""

import asyncio
import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
MAX_THREADS = 32
_threads = ThreadPoolExecutor(MAX_THREADS, thread_name_prefix="limner-storage")


async def in_thread(
    function: Callable[Parameters, Result], /, *args: Parameters.args, **kwargs: Parameters.kwargs
) -> Result:
    """`asyncio.to_thread` for methods of the storage."""
    run = partial(contextvars.copy_context().run, function, *args, **kwargs)
    return await asyncio.get_running_loop().run_in_executor(_threads, run)
