"""Functions that tests name in the settings."""

import threading
import time

RELEASED = threading.Event()


def add_style(request):
    return f"{request.prompt}, {request.style or 'plain'} style"


async def add_size(request):
    return f"{request.prompt}, {request.size}"


def fail(request):
    raise RuntimeError(request.prompt)


def return_number(request):
    return 3


def return_nothing(request):
    return "  "


def hang(request):
    RELEASED.wait(20)
    time.sleep(0)
    return "too late"


NUMBER = 3
