"""Requests for one small picture with an idempotency key."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from raw_http import connect, head, post_json
from running import wait_until

GENERATIONS = "/v1/images/generations"
PARAMS = {"model": "gpt-image-1", "prompt": "a fox", "size": "64x64"}


def keyed(key, **headers):
    return {"Idempotency-Key": key, **headers}


def ask(server, key="key-1", **values):
    return post_json(server.port, GENERATIONS, PARAMS | values, headers=keyed(key))


@contextmanager
def asking(port, key="key-1", *, client_id=None, **values):
    """A connection on which a request waits for its response; no key if that is None."""
    body = json.dumps(PARAMS | values).encode()
    headers = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    if key is not None:
        headers["Idempotency-Key"] = key
    if client_id is not None:
        headers["X-Client-Request-Id"] = client_id
    with connect(port) as connection:
        connection.sendall(head(GENERATIONS, headers) + body)
        yield connection


def in_threads(count, function):
    """The results of that many simultaneous calls."""
    with ThreadPoolExecutor(count) as pool:
        return [future.result() for future in [pool.submit(function) for _ in range(count)]]


def is_idle(server, engine):
    """Whether nothing is drawn any more, after a while."""
    return wait_until(lambda: engine.running == 0 and server.service.num_waiting == 0)


def frames_of(body):
    """The body of a stream without its comments."""
    return [frame for frame in body.split(b"\n\n") if frame and not frame.startswith(b": ping")]
