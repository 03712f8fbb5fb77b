"""Pictures of a plain response are buffered like uploads: in memory within the budget, else on disk."""

import base64
import hashlib
import json

import pytest

from limner.core.picture import CompletedImage, PartialImage, Picture
from limner.settings import Limits, Settings, Storage
from raw_http import connect, head, post_json, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
SIZES = (5_000_000, 5_000_001, 5_000_002, 1)
"""The three kinds of base64 padding."""


def noise(index):
    return hashlib.shake_128(bytes([index])).digest(SIZES[index])


class NoisyEngine(TinyEngine):
    """Incompressible pictures; with `folder` in files, as an engine may store them."""

    def __init__(self, folder=None):
        super().__init__()
        self.folder = folder

    async def generate(self, request):
        self.requests.append(request)
        for index in reversed(range(request.n)):
            data = noise(index)
            if self.folder is not None:
                data = self.folder / f"{index}.png"
                data.write_bytes(noise(index))
            picture = Picture(data, "png", request.size)
            if request.partial_images:
                yield PartialImage(image_index=index, partial_image_index=0, picture=picture)
            yield CompletedImage(image_index=index, picture=picture)


def settings_for(tmp_path, *, memory):
    return Settings(limits=Limits(upload_memory_bytes=memory), storage=Storage(folder=tmp_path / "storage"))


PARAMS = {"model": "gpt-image-1", "prompt": "a", "n": 4, "size": "64x64"}


def test_pictures_beyond_the_memory_budget_are_spooled(tmp_path, uploads):
    body = json.dumps(PARAMS).encode()
    with running_server(NoisyEngine(), settings_for(tmp_path, memory=1_000_000)) as server:
        with connect(server.port) as connection:
            connection.sendall(
                head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": str(len(body))}) + body
            )
            on_disk = sorted(SIZES[:3])
            assert wait_until(lambda: sorted(sizes_of(uploads())) == on_disk, timeout_s=15)
            answer = receive(connection)

        assert wait_until(lambda: not uploads())
    assert [base64.b64decode(one["b64_json"]) for one in answer.json()["data"]] == list(map(noise, range(4)))
    assert int(answer.headers["content-length"]) == len(answer.body)


def sizes_of(folders):
    return [path.stat().st_size for folder in folders for path in folder.iterdir()]


@pytest.mark.parametrize("in_files", [False, True], ids=["in memory", "in files"])
@pytest.mark.parametrize("memory", [0, 6_000_000, 32_000_000])
def test_spooled_pictures_give_the_same_response(tmp_path, uploads, memory, in_files):
    with running_server(NoisyEngine(tmp_path if in_files else None), settings_for(tmp_path, memory=memory)) as server:
        plain = post_json(server.port, GENERATIONS, PARAMS).json()["data"]
        streamed = post_json(server.port, GENERATIONS, PARAMS | {"stream": True, "partial_images": 1}).body

    assert [base64.b64decode(one["b64_json"]) for one in plain] == list(map(noise, range(4)))
    events = [json.loads(line.removeprefix(b"data: ")) for line in streamed.split(b"\n") if line.startswith(b"data: ")]
    assert [event["image_index"] for event in events] == [3, 3, 2, 2, 1, 1, 0, 0]
    assert all(base64.b64decode(event["b64_json"]) == noise(event["image_index"]) for event in events)
    assert wait_until(lambda: not uploads())


def test_disconnect_while_pictures_are_written_leaves_no_files(tmp_path, uploads):
    body = json.dumps(PARAMS | {"n": 3}).encode()
    engine = NoisyEngine()
    with running_server(engine, settings_for(tmp_path, memory=0)) as server:
        for _ in range(5):
            with connect(server.port) as connection:
                connection.sendall(
                    head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": str(len(body))}) + body
                )
                assert wait_until(uploads)

        assert wait_until(lambda: not uploads() and server.service.num_waiting == 0)
    assert len(engine.requests) == 5
