"""Input and output files of batches, for tests."""

import json

from running import wait_until

FINISHED = {"failed", "completed", "expired", "cancelled"}
GENERATIONS, EDITS = "/v1/images/generations", "/v1/images/edits"


def input_line(number: int, *, url: str = GENERATIONS, custom_id: str | None = None, **body: object) -> dict:
    values = {"model": "gpt-image-1", "prompt": f"picture {number}", "size": "1024x1024"} | body
    return {"custom_id": custom_id or f"line-{number}", "method": "POST", "url": url, "body": values}


def as_jsonl(lines) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def upload(client, content: bytes):
    return client.files.create(file=("input.jsonl", content), purpose="batch")


def submit(client, lines, *, endpoint: str = GENERATIONS, **options: object):
    """`lines`: objects, or the bytes of the whole file."""
    file = upload(client, lines if isinstance(lines, bytes) else as_jsonl(lines))
    return client.batches.create(input_file_id=file.id, endpoint=endpoint, completion_window="24h", **options)


def wait_for_batch(client, batch_id: str, *, timeout_s: float = 180, interval_s: float = 0.01):
    """The batch, once it has ended."""
    assert wait_until(
        lambda: client.batches.retrieve(batch_id).status in FINISHED, timeout_s=timeout_s, interval_s=interval_s
    )
    return client.batches.retrieve(batch_id)


def results_of(client, file_id: str) -> list[dict]:
    return [json.loads(line) for line in client.files.content(file_id).text.splitlines()]
