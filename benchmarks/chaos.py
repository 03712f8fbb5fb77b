"""Thousands of good, bad, failing and cut-off requests, many at a time; afterwards nothing may be left running.

    python benchmarks/chaos.py [REQUESTS]

Starts a server of its own on loopback. Exits with 1 if something was left, or if the server ever answered 500.
"""

import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

AT_A_TIME = 32
TIMEOUT_S = 120
SETTLE_S = 30
PROMPTS = ("a cat", "a red fox in the snow", "three boats on a lake at night", "", "noise " * 50, "猫と犬", "a cake")


def body_of(rng: random.Random) -> tuple[str, str, bytes]:
    """A path, a content type, and a body that may be good or bad."""
    wish = {"model": "illustrator", "prompt": rng.choice(PROMPTS), "size": rng.choice(["128x128", "256x192", "9x9"])}
    match rng.randrange(8):
        case 0:
            wish |= {"stream": True, "partial_images": rng.randrange(5)}
        case 1:
            wish |= {"n": rng.choice([2, 0, "two"]), "quality": rng.choice(["low", "ultra"])}
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
            wish["response_format"] = "url"
    return "/v1/images/generations", "application/json", json.dumps(wish).encode()


def form_of(rng: random.Random, image: bytes) -> bytes:
    head = b'--b\r\nContent-Disposition: form-data; name="image"\r\n\r\n'
    prompt = b'\r\n--b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\nmake it night'
    size = b'\r\n--b\r\nContent-Disposition: form-data; name="size"\r\n\r\n256x256'
    return head + image + prompt + size + rng.choice([b"\r\n--b--\r\n", b""])


async def ask(host: str, port: int, rng: random.Random) -> str:
    """One request, perhaps cut off while it is sent or while it is answered; what became of it."""
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
    """What was left, in words."""
    outcomes = await storm(host, port, requests)
    print(f"{requests} requests: {dict(outcomes.most_common())}")
    deadline = time.monotonic() + SETTLE_S
    while await waiting(host, port) and time.monotonic() < deadline:
        await asyncio.sleep(0.1)
    left = [f"the server answered {status}" for status in outcomes if status.startswith("5")]
    if count := await waiting(host, port):
        left.append(f"{count} images are still waited for")
    left += [f"the upload {path.name} is still there" for path in folder.glob("limner-*")]
    return left


def main() -> int:
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"TMPDIR": folder, "LIMNER_STORAGE__FOLDER": f"{folder}/storage"}
        command = [sys.executable, "-m", "limner.cli", "serve", "--port", "0"]
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        with subprocess.Popen(command, env=environment, **quiet) as server:
            assert server.stdout is not None
            match = re.search(r"http://([\d.]+):(\d+)", server.stdout.readline())
            assert match is not None, "the server did not start"
            try:
                left = asyncio.run(survives(match[1], int(match[2]), requests, Path(folder)))
            finally:
                server.terminate()
                if server.wait(60):
                    print("the server did not leave in good order")
    print("\n".join(left) or "nothing was left")
    return bool(left)


if __name__ == "__main__":
    sys.exit(main())
