"""Requests for the chaos run: good, bad, huge, cut off and slow ones, and what became of them."""

import asyncio
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

AT_A_TIME = 64
TIMEOUT_S = 120
PROMPTS = ("a cat", "a red fox in the snow", "three boats on a lake at night", "", "noise " * 50, "猫と犬", "a cake")
PICTURE = Path(__file__).parents[1] / "docs" / "gallery" / "first.webp"
GENERATIONS, EDITS, VARIATIONS = (f"/v1/images/{name}" for name in ("generations", "edits", "variations"))
FORM = "multipart/form-data; boundary=b"
HUGE_BYTES = 12_000_000
"""More than the server of the chaos run accepts."""


@dataclass
class Outcomes:
    counts: Counter[str] = field(default_factory=Counter)
    """By status and code, or by what the client did."""
    completed: set[str] = field(default_factory=set)
    """Ids of requests whose whole answer was a 200, or a stream that ended well."""
    refused: set[str] = field(default_factory=set)
    """Ids of requests with an error that was found before drawing."""
    unanswered: list[str] = field(default_factory=list)
    """Requests that were neither answered nor closed in time."""


REFUSALS = frozenset({"400", "401", "403", "404", "408", "413", "415", "429", "503"})


async def storm(port: int, keys: list[str], requests: int, seed: int) -> Outcomes:
    """`keys`: the secrets that the clients use in turns, and one more that is wrong."""
    outcomes, places = Outcomes(), asyncio.Semaphore(AT_A_TIME)

    async def one(number: int) -> None:
        rng = random.Random(f"{seed} {number}")
        async with places:
            try:
                await asyncio.wait_for(_ask(port, rng, [*keys, "sk-wrong"], outcomes), TIMEOUT_S)
            except TimeoutError:
                outcomes.unanswered.append(f"request {number}")
            except OSError:
                outcomes.counts["closed"] += 1

    await asyncio.gather(*(one(number) for number in range(requests)))
    return outcomes


async def _ask(port: int, rng: random.Random, keys: list[str], outcomes: Outcomes) -> None:
    path, kind, body = _body(rng)
    key = rng.choices(keys, [*([8] * (len(keys) - 1)), 1])[0]
    fate = rng.choices(["whole", "slow", "cut", "left early"], [12, 1, 2, 2])[0]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        head = [f"POST {path} HTTP/1.1", "host: 127.0.0.1", f"content-type: {kind}", "connection: close"]
        head += [f"content-length: {len(body)}", f"authorization: Bearer {key}"]
        writer.write("\r\n".join([*head, "", ""]).encode())
        match fate:
            case "cut":
                writer.write(body[: len(body) // 2])
                await writer.drain()
                outcomes.counts["cut off by the client"] += 1
                return
            case "slow":
                for at in range(0, len(body), -(-len(body) // 8)):
                    writer.write(body[at : at + -(-len(body) // 8)])
                    await writer.drain()
                    await asyncio.sleep(0.05)
            case _:
                writer.write(body)
                await writer.drain()
        if fate == "left early":
            await asyncio.sleep(rng.random() * 0.5)
            outcomes.counts["left by the client"] += 1
            return
        _note(await _read(reader, is_slow=fate == "slow"), outcomes)
    finally:
        writer.close()


async def _read(reader: asyncio.StreamReader, *, is_slow: bool) -> bytes:
    if not is_slow:
        return await reader.read()
    pieces = []
    while piece := await reader.read(4096):
        pieces.append(piece)
        await asyncio.sleep(0.002)
    return b"".join(pieces)


def _note(answer: bytes, outcomes: Outcomes) -> None:
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").lower().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
    status, request_id = lines[0][9:12], headers.get("x-request-id", "")
    if not status:
        outcomes.counts["closed"] += 1
        return
    is_stream = headers.get("content-type", "").startswith("text/event-stream")
    if status == "200" and is_stream:
        ended_well = b"event: image_generation.completed" in body and b"event: error" not in body
        outcomes.counts["200, a stream" if ended_well else "200, a stream that ends with an error"] += 1
        if ended_well:
            outcomes.completed.add(request_id)
        return
    is_whole = len(body) == int(headers.get("content-length", "-1"))
    if status == "200":
        outcomes.counts["200" if is_whole else "200, not complete"] += 1
        if is_whole:
            outcomes.completed.add(request_id)
        return
    code = "not complete"
    if is_whole and body:
        error = json.loads(body)["error"]
        code = KILLED_TWICE if KILLED_TWICE in error["message"] else error["code"] or "no code"
    outcomes.counts[f"{status} {code}"] += 1
    if status in REFUSALS and code not in AFTER_DRAWING:
        outcomes.refused.add(request_id)


KILLED_TWICE = "ended unexpectedly, twice"
"""In the message of a request that was repeated once, and whose second worker was killed, too."""
AFTER_DRAWING = frozenset(
    {"image_too_large", "invalid_image", "picture_space_full", "server_shutting_down", "memory_limit_exceeded"}
    | {"storage_unavailable", "storage_busy"}
)
"""Codes of errors that may also come from the engine or the store, after the request was accepted."""


def _body(rng: random.Random) -> tuple[str, str, bytes]:
    """A path, a content type, and a body."""
    size = rng.choice(["64x64", "128x128", "96x64"])
    fields: dict[str, object] = {"model": "gpt-image-1", "prompt": rng.choice(PROMPTS), "size": size}
    match rng.randrange(14):
        case 0 | 1:
            fields |= {"stream": True, "partial_images": rng.randrange(4)}
        case 2:
            fields["n"] = rng.choice([2, 3, 0, "two"])
        case 3:
            return GENERATIONS, "application/json", rng.randbytes(200)
        case 4:
            return EDITS, FORM, _form(rng, rng.randbytes(300_000), size)
        case 5:
            return EDITS, FORM, _form(rng, PICTURE.read_bytes(), size)
        case 6:
            return VARIATIONS, FORM, rng.randbytes(5000)
        case 7 | 8:
            fields["response_format"] = "url"
        case 9:
            fields["no_such_parameter"] = 1
        case 10:
            if rng.random() < 0.2:
                return EDITS, FORM, _form(rng, bytes(HUGE_BYTES), size)
    return GENERATIONS, "application/json", json.dumps(fields).encode()


def _form(rng: random.Random, image: bytes, size: str) -> bytes:
    parts = [("image", image), ("prompt", b"make it night"), ("size", size.encode())]
    lines = [
        b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name.encode(), value)
        for name, value in parts
    ]
    return b"".join([*lines, rng.choice([b"--b--\r\n", b""])])
