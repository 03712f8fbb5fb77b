"""What batches cost the server: while there are none, while the engine is down, and with hostile inputs."""

import asyncio

from batch_files import GENERATIONS, input_line, submit, wait_for_batch
from limner.api.batches.line_reader import RawLine, parse_long, read_lines
from limner.api.request_buffers import MemoryBudget, RequestBuffers
from limner.api.spool_folder import SpoolFolder
from limner.batches.store import BatchStore
from limner.core.errors import OverloadedError
from limner.settings import Settings, Storage
from running import running_server, wait_until
from tiny_engine import TinyEngine

QUICK = {"model": "dall-e-2", "size": "256x256", "response_format": "b64_json"}


class EngineThatIsDown(TinyEngine):
    is_down = True

    async def generate(self, request):
        if self.is_down:
            self.requests.append(request)
            raise OverloadedError("The engine is down.", headers={"retry-after": "1"})
        async for event in super().generate(request):
            yield event


def test_few_lines_are_tried_while_the_engine_is_down(tmp_path, monkeypatch):
    monkeypatch.setattr("limner.api.batches.drawing.RETRY_S", 1)
    engine = EngineThatIsDown()
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server, server.client() as client:
        batch = submit(client, [input_line(number, **QUICK) for number in range(150)])
        assert wait_until(lambda: len(engine.requests) >= 8)
        assert not wait_until(lambda: len(engine.requests) > 60, timeout_s=2)
        engine.is_down = False
        done = wait_for_batch(client, batch.id)

    assert (done.status, done.request_counts.completed) == ("completed", 150)


def test_server_without_batches_does_not_query_the_database(tmp_path, monkeypatch):
    monkeypatch.setattr("limner.api.batches.worker.POLL_S", 0.01)
    calls, list_open = [], BatchStore.list_open

    async def counting(self):
        calls.append(1)
        return await list_open(self)

    monkeypatch.setattr(BatchStore, "list_open", counting)
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))) as server:
        assert wait_until(lambda: calls)
        assert not wait_until(lambda: len(calls) > 1, timeout_s=0.5)
        with server.client() as client:
            assert wait_for_batch(client, submit(client, [input_line(0)]).id).status == "completed"


def test_other_tasks_run_while_a_long_line_is_parsed(tmp_path):
    path, num_bytes = tmp_path / "input.jsonl", 4_000_000
    path.write_bytes(b'{"body":"' + b"x" * (num_bytes - 11) + b'"}')
    spool = SpoolFolder(tmp_path / "spool", max_bytes=10**9)

    async def parse():
        num_turns = 0

        async def count_turns():
            nonlocal num_turns
            while True:
                await asyncio.sleep(0)
                num_turns += 1

        counting = asyncio.create_task(count_turns())
        with RequestBuffers(MemoryBudget(10**9, spool)) as buffers:
            await parse_long(RawLine(1, 0, num_bytes, None), path, buffers, GENERATIONS)
        counting.cancel()
        return num_turns

    spool.open()
    try:
        assert asyncio.run(parse()) > num_bytes // 65_536 // 2
    finally:
        spool.close()


def test_file_of_blank_lines_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "input.jsonl"
    path.write_bytes(b"\n" * 1000)

    assert [line.number for line in read_lines(path, max_lines=40)] == [41]
