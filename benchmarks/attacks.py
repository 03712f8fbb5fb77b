"""Small requests with a high cost: the CPU time and memory that each takes in a worker.

    python benchmarks/attacks.py [NAME ...]

Starts a server with one worker on loopback, sends each request once, and prints a table in Markdown. Exits with 1 if a
request took a worker over 600 MB or 10 s, or was answered with a 500.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from attack_pictures import PICTURES, masks, png, with_text_chunks
from server_process import peak_mb

MAX_MB = 600
MAX_CPU_S = 10
TIMEOUT_S = 180
TICKS = os.sysconf("SC_CLK_TCK")
BOUNDARY = "attack"
CONTENT_TYPE = f"multipart/form-data; boundary={BOUNDARY}"
FIELDS = {"model": "illustrator", "size": "1024x1024"}


@dataclass(frozen=True)
class Attack:
    path: str
    content_type: str
    body: bytes


@dataclass(frozen=True)
class Cost:
    status: str
    wall_s: float
    cpu_s: float
    peak_mb: float

    @property
    def is_acceptable(self) -> bool:
        return self.status < "500" and self.cpu_s <= MAX_CPU_S and self.peak_mb <= MAX_MB


def edit(image: bytes, prompt: str, *more: bytes, mask: bytes | None = None, **options: str) -> Attack:
    files = [("image[]" if more else "image", one) for one in (image, *more)]
    files += [("mask", mask)] if mask is not None else []
    return Attack("/v1/images/edits", CONTENT_TYPE, form(files, FIELDS | {"prompt": prompt} | options))


def variation(image: bytes) -> Attack:
    return Attack("/v1/images/variations", CONTENT_TYPE, form([("image", image)], FIELDS))


def generation(prompt: str, **options: str | int) -> Attack:
    body = FIELDS | {"prompt": prompt} | options
    return Attack("/v1/images/generations", "application/json", json.dumps(body).encode())


def form(files: Sequence[tuple[str, bytes]], fields: dict[str, str]) -> bytes:
    parts = [(f'name="{name}"; filename="a"', content) for name, content in files]
    parts += [(f'name="{name}"', value.encode()) for name, value in fields.items()]
    body = b"".join(
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + content + b"\r\n"
        for head, content in parts
    )
    return body + f"--{BOUNDARY}--\r\n".encode()


def scene_of(own: bytes, scene: str) -> bytes:
    """An image with `scene` as its metadata."""
    return with_text_chunks(own, [("limner:scene", scene)])


def attacks(own: bytes) -> Iterator[tuple[str, Attack]]:
    """`own`: an image that the server has drawn, with its Scene."""
    for name, make in PICTURES.items():
        picture = make()
        yield f"edit of {name}", edit(picture, "make it night")
        yield f"variation of {name}", variation(picture)
    for name, (picture, mask) in masks().items():
        yield f"mask: {name}", edit(picture, "add a red kite", mask=mask, mask_mode="luminance")
        yield f"mask: {name}, transparency", edit(picture, "make it night", mask=mask)
    for name in ("a plain PNG of 512x512", "a PNG of 1x60,000", "a WebP of 16,383x3,900, lossless"):
        picture = PICTURES[name]()
        yield f"16 inputs: {name}", edit(picture, "put them all on a table", *[picture] * 15)
    fourth = png(4000, 4000, bits=16, color_type=6)
    yield "16 inputs: a PNG of 4000x4000, 64 bits", edit(fourth, "a collage", *[fourth] * 15)
    yield "16 inputs: own", edit(own, "all of them in a forest", *[own] * 15)
    yield "10 edits of a PNG of 8000x8000", edit(png(8000, 8000), "make it night", n="10")
    plain = PICTURES["a plain PNG of 512x512"]()
    for kind, picture in (("own", own), ("foreign", plain)):
        yield f"{kind}: 'make it', 20,000 spaces, 'blue'", edit(picture, "make it" + " " * 20_000 + "blue")
        yield f"{kind}: 'make it ' x 4,000", edit(picture, "make it " * 4_000)
        yield (
            f"{kind}: 'replace the fox with a cat and ' x 1,000",
            edit(picture, "replace the fox with a cat and " * 1000),
        )
    for words in ("a cat on a dog on ", "a cat with a hat with ", "and ", "red, ", "(", '"', "🦊", "猫", " a\n", "fox"):
        yield f"prompt of 32,000 characters, {words!r}", generation((words * 32_000)[:32_000])
    for style in ("oil painting", "watercolor", "pixel art", "photo"):
        yield f"{style} of 1024x1024", generation(f"a {style} of a crowd of people in a city at night")
    bombs = [("limner:scene", "x" * 1_000_000)] * 9_000
    yield "9,000 chunks that inflate to 1 MB each", edit(with_text_chunks(plain, bombs), "make it night")
    yield "a Scene nested 200,000 deep", edit(scene_of(plain, "[" * 200_000), "make it night")
    yield "a Scene with a seed of 5,000 digits", edit(scene_of(plain, '{"seed": ' + "9" * 5_000 + "}"), "make it night")


@contextmanager
def serving() -> Iterator[tuple[int, int]]:
    """Port and process id of a server with one worker."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "TMPDIR": folder,
            "LIMNER_STORAGE__FOLDER": f"{folder}/storage",
            "LIMNER_ENGINES__ILLUSTRATOR__PROCESSES": "1",
        }
        command = [sys.executable, "-m", "limner.cli", "serve", "--port", "0"]
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        with subprocess.Popen(command, env=environment, **quiet) as server:
            assert server.stdout is not None
            match = re.search(r"http://[\d.]+:(\d+)", server.stdout.readline())
            assert match is not None, "the server did not start"
            try:
                yield int(match[1]), server.pid
            finally:
                server.kill()


def send(port: int, attack: Attack) -> tuple[str, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_S)
    try:
        connection.request("POST", attack.path, attack.body, {"Content-Type": attack.content_type})
        response = connection.getresponse()
        return str(response.status), response.read()
    except OSError as error:
        return f"500 ({type(error).__name__})", b""
    finally:
        connection.close()


def worker_of(server: int) -> int:
    for _ in range(100):
        threads = Path(f"/proc/{server}/task").glob("*/children")
        children = [child for thread in threads for child in thread.read_text().split()]
        if children:
            return int(children[0])
        time.sleep(0.1)
    raise RuntimeError("The server has no worker.")


def cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def cost_of(port: int, server: int, attack: Attack) -> Cost:
    worker = worker_of(server)
    Path(f"/proc/{worker}/clear_refs").write_text("5")
    cpu, began = cpu_s(worker), time.perf_counter()
    status, _ = send(port, attack)
    wall = time.perf_counter() - began
    try:
        return Cost(status, wall, cpu_s(worker) - cpu, peak_mb(worker))
    except OSError:
        return Cost(f"{status}, worker died", wall, 0, 0)


def drawn(port: int) -> bytes:
    import base64

    status, body = send(port, generation("a red fox in the snow"))
    assert status == "200", body
    return base64.b64decode(json.loads(body)["data"][0]["b64_json"])


def main(is_wanted: Callable[[str], bool]) -> int:
    failed = 0
    print("| request | answer | seconds | worker's CPU, s | worker's peak, MB |\n|---|---|---|---|---|")
    with serving() as (port, server):
        for name, attack in attacks(drawn(port)):
            if is_wanted(name):
                cost = cost_of(port, server, attack)
                failed += not cost.is_acceptable
                figures = f"{cost.status} | {cost.wall_s:.2f} | {cost.cpu_s:.2f} | {cost.peak_mb:.0f}"
                print(f"| {name} | {figures}{'' if cost.is_acceptable else ' **too much**'} |", flush=True)
    return bool(failed)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    sys.exit(main(lambda name: not wanted or any(one in name for one in wanted)))
