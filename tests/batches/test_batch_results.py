"""Lines are drawn as the same requests over HTTP would be."""

import base64
import sqlite3
import time
from dataclasses import replace

import pytest

from batch_files import EDITS, input_line, results_of, submit, wait_for_batch
from limner import codec
from limner.access.keys import KeyLimits
from limner.engines.registry import load_engine
from limner.settings import Access, Limits, Moderation, Price, Settings, Storage
from managed_keys import create_key, managed_server, with_store
from raw_http import get
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import mask, picture

PNG = picture()
DATA_URL = "data:image/png;base64," + base64.b64encode(PNG).decode()


def finish(client, lines, **options):
    """The batch once it has ended, and the results in its output and error files by custom id."""
    batch = wait_for_batch(client, submit(client, lines, **options).id)
    files = [file_id for file_id in (batch.output_file_id, batch.error_file_id) if file_id]
    return batch, {one["custom_id"]: one for file_id in files for one in results_of(client, file_id)}


def ledger_rows(folder):
    with sqlite3.connect(folder / "limner.db") as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute("SELECT * FROM ledger ORDER BY created_at_ms").fetchall()


def test_body_equals_that_of_the_same_request(server):
    values = input_line(1, quality="low", output_format="jpeg", n=2)["body"]
    with server.client() as client:
        direct = client.images.generate(**values).to_dict()
        _, results = finish(client, [input_line(1, **values)])

    response = results["line-1"]["response"]
    assert results["line-1"]["error"] is None
    assert response["status_code"] == 200
    assert response["body"] | {"created": 0} == direct | {"created": 0}
    assert abs(response["body"]["created"] - time.time()) < 600


def test_errors_of_requests_are_results_in_the_error_file(server):
    lines = [input_line(0), input_line(1, n=0), input_line(2, size="7x7"), input_line(3, prompt=None), input_line(4)]
    with server.client() as client:
        batch, results = finish(client, lines)
        failed = results_of(client, batch.error_file_id)

    assert batch.status == "completed"
    assert (batch.request_counts.completed, batch.request_counts.failed) == (2, 3)
    assert [one["custom_id"] for one in failed] == ["line-1", "line-2", "line-3"]
    assert {one["response"]["status_code"] for one in failed} == {400}
    assert [one["response"]["body"]["error"]["param"] for one in failed] == ["n", "size", "prompt"]
    assert all(one["error"] is None and one["response"]["request_id"].startswith("req_") for one in failed)
    assert len({one["id"] for one in results.values()}) == 5


def test_edits_take_data_urls_and_files(server, engine):
    with server.client() as client:
        image = client.files.create(file=("a.png", PNG), purpose="vision").id
        own_mask = client.files.create(file=("m.png", mask()), purpose="vision").id
        lines = [
            input_line(0, url=EDITS, images=[{"image_url": DATA_URL}]),
            input_line(1, url=EDITS, images=[{"file_id": image}, {"image_url": DATA_URL}], mask={"file_id": own_mask}),
            input_line(2, url=EDITS, images=[{"file_id": "file-x"}]),
            input_line(3, url=EDITS),
        ]
        batch, results = finish(client, lines, endpoint=EDITS)

    drawn = {request.prompt: request for request in engine.requests}
    assert (batch.request_counts.completed, batch.request_counts.failed) == (2, 2)
    assert [len(drawn[f"picture {number}"].images) for number in (0, 1)] == [1, 2]
    assert drawn["picture 1"].mask is not None
    assert {request.operation for request in engine.requests} == {"edit"}
    assert results["line-2"]["response"]["body"]["error"]["param"] == "images[0].file_id"
    assert results["line-3"]["response"]["body"]["error"]["param"] == "images"


def test_long_line_is_drawn(server, engine):
    long_url = "data:image/png;base64," + base64.b64encode(PNG + bytes(3_000_000)).decode()
    with server.client() as client:
        batch, _ = finish(client, [input_line(0, url=EDITS, images=[{"image_url": long_url}])], endpoint=EDITS)

    assert batch.status == "completed"
    assert len(engine.requests[0].images) == 1


def test_urls_live_as_long_as_the_output(server):
    lines = [input_line(0, model="dall-e-2", size="256x256", response_format="url")]
    with server.client() as client:
        batch, results = finish(client, lines)
    url = results["line-0"]["response"]["body"]["data"][0]["url"]
    expires_at = int(url.partition("expires=")[2].partition("&")[0])

    assert url.startswith(f"{server.address}/pictures/")
    assert expires_at == batch.expires_at + 30 * 86_400
    assert get(server.port, url.removeprefix(server.address)).status == 200


def test_each_line_has_a_row_in_the_ledger(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path), prices={"gpt-image-1": Price(image=0.25)})
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        batch, results = finish(client, [*(input_line(number) for number in range(4)), input_line(4, n=0)])
        assert wait_until(lambda: len(ledger_rows(tmp_path)) == 4)
    rows = ledger_rows(tmp_path)

    completed = [one for one in results.values() if one["response"]["status_code"] == 200]
    assert {row["request_id"] for row in rows} == {one["response"]["request_id"] for one in completed}
    assert {(row["outcome"], row["cost"], row["num_images"]) for row in rows} == {("completed", 250_000, 1)}
    assert sum(row["output_tokens"] for row in rows) == batch.usage.output_tokens


def test_ledger_may_be_disabled(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path))
    settings = replace(settings, ledger=replace(settings.ledger, enabled=False))
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        batch, _ = finish(client, [input_line(0)])

    assert batch.status == "completed"


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'limner.db'}"


def test_budget_holds_for_lines(url, tmp_path):
    secret = create_key(url, limits=KeyLimits(monthly_budget=1_000_000)).secret
    prices = {"gpt-image-1": Price(image=0.25)}
    with managed_server(url, tmp_path / "storage", prices=prices) as server, server.client(api_key=secret) as client:
        batch, results = finish(client, [input_line(number) for number in range(6)])

    refused = [one["response"] for one in results.values() if one["response"]["status_code"] != 200]
    assert (batch.request_counts.completed, batch.request_counts.failed) == (4, 2)
    assert {one["status_code"] for one in refused} == {429}
    assert {one["body"]["error"]["code"] for one in refused} == {"insufficient_quota"}


def test_lines_count_for_no_rate_limit(tmp_path):
    access = Access(requests_per_minute=2, images_per_minute=2, concurrency=1)
    settings = Settings(storage=Storage(folder=tmp_path), access=access)
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        batch, _ = finish(client, [input_line(number) for number in range(10)])
        response = client.images.with_raw_response.generate(model="gpt-image-1", prompt="a")

    assert batch.request_counts.completed == 10
    assert response.headers["x-ratelimit-remaining-requests"] == "1"


def test_key_without_access_to_the_model_gets_403(url, tmp_path):
    secret = create_key(url, models=["dall-e-2"]).secret
    with managed_server(url, tmp_path / "storage") as server, server.client(api_key=secret) as client:
        _, results = finish(client, [input_line(0)])

    assert results["line-0"]["response"]["status_code"] == 403
    assert results["line-0"]["response"]["body"]["error"]["code"] == "model_not_found"


def test_moderation_refuses_lines(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path), moderation=Moderation(provider="patterns"))
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        batch, results = finish(client, [input_line(0), input_line(1, prompt="a naked child")])

    assert (batch.request_counts.completed, batch.request_counts.failed) == (1, 1)
    assert results["line-1"]["response"]["body"]["error"]["code"] == "moderation_blocked"


def test_failing_engine_gets_several_attempts(tmp_path, monkeypatch):
    monkeypatch.setattr("limner.api.batches.drawing.RETRY_S", 0.05)
    engine = TinyEngine(fails_at_step=2)
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server, server.client() as client:
        batch = submit(client, [input_line(0), input_line(1)])
        done = wait_for_batch(client, batch.id)
        results = results_of(client, done.error_file_id)

    assert (done.status, done.request_counts.failed) == ("completed", 2)
    assert [one["response"]["status_code"] for one in results] == [500, 500]
    assert len(engine.requests) == 6


def test_keep_and_idempotency_have_no_effect(server):
    with server.client() as client:
        _, results = finish(client, [input_line(0, limner_keep=True)])
        request_id = results["line-0"]["response"]["request_id"]

    assert results["line-0"]["response"]["status_code"] == 200
    assert get(server.port, f"/v1/images/{request_id}").status == 404


def test_lines_take_no_queue_slots(tmp_path):
    engine = TinyEngine()
    engine.holds_at_step = 0
    settings = Settings(storage=Storage(folder=tmp_path), limits=Limits(max_waiting=1))
    with running_server(engine, settings) as server, server.client() as client:
        batch = submit(client, [input_line(number) for number in range(20)])
        assert wait_until(lambda: engine.running == 8)
        assert get(server.port, "/health").json()["waiting"] == 0
        engine.holds_at_step = None
        client.images.generate(model="gpt-image-1", prompt="a")
        assert wait_for_batch(client, batch.id).request_counts.completed == 20

    assert {request.priority for request in engine.requests} == {0, -100_000}


def test_request_goes_ahead_of_the_lines_of_a_batch(tmp_path):
    engine = load_engine("illustrator", {"processes": 1})
    settings = Settings(storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server, server.client(timeout=120) as client:
        batch = submit(client, [input_line(number, size="256x256") for number in range(8)])
        assert wait_until(lambda: any(workers.num_queued == 7 for workers in engine.stats().values()))
        client.images.generate(model="gpt-image-1", prompt="a red apple", size="256x256")
        at_answer = client.batches.retrieve(batch.id).request_counts.completed
        done = wait_for_batch(client, batch.id, timeout_s=120)
        first = results_of(client, done.output_file_id)[0]["response"]["body"]["data"][0]["b64_json"]

    assert at_answer < 6
    assert done.request_counts.completed == 8
    assert codec.probe(base64.b64decode(first)).size == (256, 256)


def test_revoked_key_ends_its_batch(url, tmp_path, monkeypatch):
    monkeypatch.setattr("limner.api.batches.worker.KEY_S", 0)
    key = create_key(url)
    engine = TinyEngine()
    engine.holds_at_step = 0
    with managed_server(url, tmp_path / "storage", engine) as server, server.client(api_key=key.secret) as client:
        batch = submit(client, [input_line(number) for number in range(30)])
        assert wait_until(lambda: engine.running == 8)
        with_store(url, lambda store: store.revoke(key.key.id))
        engine.holds_at_step = None

        assert wait_until(lambda: _status_of(tmp_path, batch.id) == "failed")
        assert wait_until(lambda: engine.running == 0)
        num_drawn = len(engine.requests)

    assert num_drawn < 30


def _status_of(folder, batch_id):
    with sqlite3.connect(folder / "limner.db") as connection:
        return connection.execute("SELECT status FROM batches WHERE id = ?", (batch_id,)).fetchone()[0]
