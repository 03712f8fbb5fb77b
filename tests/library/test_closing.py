"""Closing a client: twice, late, from another thread, during a call, or not at all."""

import subprocess
import sys
import threading

import pytest

from limner import Limner
from limner.core.errors import OverloadedError
from limner.settings import Settings

SETTINGS = Settings(engines={"illustrator": {"processes": 1}})
SMALL = {"model": "illustrator", "size": "128x128", "prompt": "a cat"}
LARGE = {"model": "illustrator", "size": "3840x2160", "quality": "high", "prompt": "a castle, oil painting"}
HEAD = """
import asyncio, gc, os, signal, threading, time
from pathlib import Path
from limner import AsyncLimner, Limner
from limner.settings import Settings

SETTINGS = Settings(engines={"illustrator": {"processes": 1}})
SMALL = {"model": "illustrator", "size": "128x128", "prompt": "a cat"}
LARGE = {"model": "illustrator", "size": "3840x2160", "quality": "high", "prompt": "a castle, oil painting"}

def interrupt_soon():
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()

def workers():
    return [pid for path in Path(f"/proc/{os.getpid()}/task").glob("*/children") for pid in path.read_text().split()]

"""
SILENT = {
    "never used": "Limner(settings=SETTINGS).close()",
    "twice, after a picture": """
client = Limner(settings=SETTINGS)
client.images.generate(**SMALL)
client.close()
client.close()
""",
    "not at all": "Limner(settings=SETTINGS).images.generate(**SMALL)",
    "not at all, kept": "client = Limner(settings=SETTINGS); client.images.generate(**SMALL)",
    "asynchronous, in another loop, twice": """
client = AsyncLimner(settings=SETTINGS)
asyncio.run(client.images.generate(**SMALL))
asyncio.run(client.images.generate(**SMALL))
asyncio.run(client.close())
asyncio.run(client.close())
""",
    "asynchronous, not at all": "asyncio.run(AsyncLimner(settings=SETTINGS).images.generate(**SMALL))",
    "asynchronous, loop ends in a stream": """
client = AsyncLimner(settings=SETTINGS)
async def leave():
    async for event in await client.images.generate(**LARGE, stream=True, partial_images=3):
        return
asyncio.run(leave())
asyncio.run(client.close())
""",
    "asynchronous, while it starts": """
async def leave():
    client = AsyncLimner(settings=SETTINGS)
    drawing = asyncio.create_task(client.images.generate(**SMALL))
    await asyncio.sleep(0.2)
    await client.close()
    assert isinstance((await asyncio.gather(drawing, return_exceptions=True))[0], RuntimeError)
asyncio.run(leave())
assert not workers()
""",
    "collected": """
client = Limner(settings=SETTINGS)
client.images.generate(**SMALL)
assert workers()
del client
gc.collect()
time.sleep(1)
assert not workers()
assert threading.active_count() == 1
""",
    "interrupted": """
client = Limner(settings=SETTINGS)
client.images.generate(**SMALL)
interrupt_soon()
began = time.monotonic()
try:
    with client:
        client.images.generate(**LARGE)
    raise SystemExit("not interrupted")
except KeyboardInterrupt:
    assert time.monotonic() - began < 1.5
assert not workers()
""",
    "interrupted in a stream, and used again": """
with Limner(settings=SETTINGS) as client:
    client.images.generate(**SMALL)
    interrupt_soon()
    try:
        list(client.images.generate(**LARGE, stream=True))
        raise SystemExit("not interrupted")
    except KeyboardInterrupt:
        client.images.generate(**SMALL)
""",
}


@pytest.mark.parametrize("code", SILENT.values(), ids=SILENT.keys())
def test_closing_raises_no_errors_or_warnings(code):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", HEAD + code], capture_output=True, text=True, timeout=120, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_closed_client_fails_and_reopens_in_a_with():
    client = Limner(settings=SETTINGS)
    with client, client:
        pass

    with pytest.raises(RuntimeError, match="This client is closed"):
        client.images.generate(**SMALL)
    with client:
        assert client.images.generate(**SMALL).data


def test_closing_from_another_thread_fails_the_running_call():
    with Limner(settings=SETTINGS) as client:
        client.images.generate(**SMALL)
        closing = threading.Timer(0.3, client.close)
        closing.start()

        with pytest.raises(OverloadedError, match="was closed"):
            client.images.generate(**LARGE)
        closing.join()


def test_stream_of_a_closed_client_ends_with_an_error():
    client = Limner(settings=SETTINGS)
    events = client.images.generate(**LARGE, stream=True, partial_images=3)
    next(events)
    client.close()

    with pytest.raises(RuntimeError, match="This client is closed"):
        list(events)
