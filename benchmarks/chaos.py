"""Send thousands of valid, invalid, failing and truncated requests concurrently, and check for leaks afterwards.

    python benchmarks/chaos.py [REQUESTS]
    python benchmarks/chaos.py --kill-workers 60

The second form kills a random worker process every half second while 16 clients ask for small pictures, for so many
seconds. Starts a server of its own on loopback. Exits with 1 if something was left, or if the server ever answered 500.
"""

import argparse
import asyncio
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

AT_A_TIME = 32
TIMEOUT_S = 120
SETTLE_S = 30
NUM_CLIENTS = 16
KILL_EVERY_S = 0.5
PROMPTS = ("a cat", "a red fox in the snow", "three boats on a lake at night", "", "noise " * 50, "猫と犬", "a cake")


def body_of(rng: random.Random) -> tuple[str, str, bytes]:
    """A path, a content type, and a valid or invalid body."""
    fields = {"model": "illustrator", "prompt": rng.choice(PROMPTS), "size": rng.choice(["128x128", "256x192", "9x9"])}
    match rng.randrange(8):
        case 0:
            fields |= {"stream": True, "partial_images": rng.randrange(5)}
        case 1:
            fields |= {"n": rng.choice([2, 0, "two"]), "quality": rng.choice(["low", "ultra"])}
        case 2:
            return "/v1/images/generations", "application/json", rng.randbytes(200)
        case 3:
            return "/v1/images/edits", "multipart/form-data; boundary=b", form_of(rng, rng.randbytes(3_000_000))
        case 4:
            picture = Path(__file__).parents[1] / "docs" / "gallery" / "first.webp"
            return "/v1/images/edits", "multipart/form-data; boundary=b", form_of(rng, picture.read_bytes())
        case 5:
            return "/v1/images/variations", "multipart/form-data; boundary=b", rng.randbytes(5000)
        case 6:
            fields["response_format"] = "url"
    return "/v1/images/generations", "application/json", json.dumps(fields).encode()


def form_of(rng: random.Random, image: bytes) -> bytes:
    head = b'--b\r\nContent-Disposition: form-data; name="image"\r\n\r\n'
    prompt = b'\r\n--b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\nmake it night'
    size = b'\r\n--b\r\nContent-Disposition: form-data; name="size"\r\n\r\n256x256'
    return head + image + prompt + size + rng.choice([b"\r\n--b--\r\n", b""])


async def ask(host: str, port: int, rng: random.Random) -> str:
    """Send a request, possibly truncated, or closed during the response. Returns the outcome."""
    path, content_type, body = body_of(rng)
    fate = rng.choice(["whole", "whole", "whole", "cut while sending", "left early"])
    reader, writer = await asyncio.open_connection(host, port)
    try:
        head = f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {content_type}\r\nConnection: close\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode())
        if fate == "cut while sending":
            writer.write(body[: len(body) // 2])
            await writer.drain()
            return fate
        writer.write(body)
        await writer.drain()
        if fate == "left early":
            await asyncio.sleep(rng.random() * 0.3)
            return fate
        answer = await reader.read()
        return answer[9:12].decode() or "closed"
    except ConnectionError:
        return "closed"
    finally:
        writer.close()


async def storm(host: str, port: int, requests: int) -> Counter[str]:
    places = asyncio.Semaphore(AT_A_TIME)

    async def one(number: int) -> str:
        async with places:
            return await asyncio.wait_for(ask(host, port, random.Random(number)), TIMEOUT_S)

    return Counter(await asyncio.gather(*(one(number) for number in range(requests))))


async def waiting(host: str, port: int) -> int:
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return int(json.loads(answer.partition(b"\r\n\r\n")[2])["waiting"])


async def survives(host: str, port: int, requests: int, folder: Path) -> list[str]:
    """Returns descriptions of leaks."""
    outcomes = await storm(host, port, requests)
    print(f"{requests} requests: {dict(outcomes.most_common())}")
    deadline = time.monotonic() + SETTLE_S
    while await waiting(host, port) and time.monotonic() < deadline:
        await asyncio.sleep(0.1)
    left = [f"the server answered {status}" for status in outcomes if status.startswith("5")]
    if count := await waiting(host, port):
        left.append(f"{count} images are still waited for")
    left += [f"the upload {path.name} is still there" for path in folder.glob("limner-*/server-*/*")]
    return left


async def ask_while_workers_die(host: str, port: int, pid: int, seconds: float) -> list[str]:
    """Returns descriptions of leaks. Every status other than 200 is a failure, since all requests are valid."""
    outcomes: Counter[str] = Counter()
    end = time.monotonic() + seconds

    async def client(number: int) -> None:
        rng = random.Random(number)
        while time.monotonic() < end:
            fields = {"model": "illustrator", "prompt": rng.choice(PROMPTS[:3]), "size": "256x256"}
            outcomes[await asyncio.wait_for(post(host, port, fields | {"seed": rng.randrange(10**6)}), TIMEOUT_S)] += 1

    async def killer() -> None:
        rng = random.Random(0)
        while time.monotonic() < end:
            if workers := workers_of(pid):
                os.kill(rng.choice(workers), signal.SIGKILL)
                outcomes["workers killed"] += 1
            await asyncio.sleep(KILL_EVERY_S)

    await asyncio.gather(killer(), *(client(number) for number in range(NUM_CLIENTS)))
    killed = outcomes.pop("workers killed")
    failures = outcomes.total() - outcomes["200"]
    print(f"{killed} workers killed in {seconds:.0f} s: {failures} of {outcomes.total()} requests failed")
    print(*(f"  {outcome}: {count}" for outcome, count in outcomes.most_common()), sep="\n")
    await asyncio.sleep(5)
    left = [f"{await waiting(host, port)} images are still waited for"] if await waiting(host, port) else []
    if len(workers_of(pid)) != (os.cpu_count() or 1):
        left.append(f"there are {len(workers_of(pid))} workers, for {os.cpu_count()} processors")
    return left + [f"the worker {worker} is a zombie" for worker in workers_of(pid) if is_zombie(worker)]


async def post(host: str, port: int, fields: dict[str, object]) -> str:
    """Returns status and message."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        body = json.dumps(fields).encode()
        head = f"POST /v1/images/generations HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
        writer.write(f"{head}Connection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        answer = await reader.read()
    except ConnectionError:
        return "closed"
    finally:
        writer.close()
    if answer[9:12] == b"200":
        return "200"
    message = answer.partition(b'"message":')[2].partition(b'","')[0].decode()
    return f"{answer[9:12].decode()} {message}"


def workers_of(pid: int) -> list[int]:
    """Child processes of the server, started by any of its threads."""
    children: set[int] = set()
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        children.update(map(int, path.read_text().split()))
    return sorted(children)


def is_zombie(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("requests", type=int, nargs="?", default=1000)
    parser.add_argument("--kill-workers", type=float, metavar="SECONDS", default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"TMPDIR": folder, "LIMNER_STORAGE__FOLDER": f"{folder}/storage"}
        command = [sys.executable, "-m", "limner.cli", "serve", "--port", "0"]
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        with subprocess.Popen(command, env=environment, **quiet) as server:
            assert server.stdout is not None
            match = re.search(r"http://([\d.]+):(\d+)", server.stdout.readline())
            assert match is not None, "the server did not start"
            try:
                host, port = match[1], int(match[2])
                left = asyncio.run(
                    ask_while_workers_die(host, port, server.pid, asked.kill_workers)
                    if asked.kill_workers
                    else survives(host, port, asked.requests, Path(folder))
                )
            finally:
                server.terminate()
                if server.wait(60):
                    print("the server did not shut down properly")
    print("\n".join(left) or "nothing was left")
    return bool(left)


if __name__ == "__main__":
    sys.exit(main())
