"""Logs as JSON: one object per line, which names the request that it belongs to."""

import io
import json
import logging
import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import datetime

import httpx2
import pytest

from limner.observability.context import request_state
from limner.observability.logs import JsonFormatter
from raw_http import connect, get, post_json, receive
from running import restore_sigint, running_server, wait_until

GENERATIONS = "/v1/images/generations"
PARAMS = {"prompt": "a secret cat", "size": "64x64", "response_format": "b64_json"}


@pytest.fixture
def lines():
    """What was logged, as lines of JSON."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    log = logging.getLogger("limner")
    level = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    log.removeHandler(handler)
    log.setLevel(level)


def test_line_has_time_level_logger_and_message(lines):
    logging.getLogger("limner.test").warning("the %s is\nfull \u2713", "disk")
    (line,) = lines()
    time = datetime.fromisoformat(line.pop("time"))

    assert line == {"level": "warning", "logger": "limner.test", "message": "the disk is\nfull \u2713"}
    assert time.utcoffset().total_seconds() == 0
    assert abs(time.timestamp() - datetime.now().astimezone().timestamp()) < 10


def test_exception_is_text_in_the_same_line(lines):
    try:
        raise ValueError("two\nlines")
    except ValueError:
        logging.getLogger("limner.test").exception("failed")
    (line,) = lines()

    assert line["level"] == "error"
    assert line["exception"].startswith("Traceback (most recent call last):\n")
    assert line["exception"].endswith("ValueError: two\nlines")


def test_values_that_are_not_json_are_text(lines):
    logging.getLogger("limner.test").info("x", extra={"fields": {"folder": object, "text": "\ud800"}})
    (line,) = lines()

    assert line["folder"] == "<class 'object'>"
    assert line["text"] == "\ud800"


def test_access_line_has_the_fields_of_the_request(engine, settings, lines):
    with running_server(engine, replace(settings, api_keys=("sk-a-long-secret",))) as server:
        answer = post_json(server.port, GENERATIONS, PARAMS, headers={"Authorization": "Bearer sk-a-long-secret"})
        refused = get(server.port, "/v1/models?x=1", headers={"Authorization": "Bearer sk-a-wrong-secret"})
        assert wait_until(lambda: len(lines()) == 2)
    accepted, unknown = sorted(lines(), key=lambda line: line["status"])

    assert accepted["logger"] == "limner.access"
    assert (accepted["method"], accepted["path"], accepted["status"]) == ("POST", GENERATIONS, 200)
    assert accepted["request_id"] == answer.headers["x-request-id"]
    assert 0 <= accepted["duration_ms"] < 10_000
    assert len(accepted["key_id"]) == 12
    assert (unknown["path"], unknown["status"]) == ("/v1/models", 401)
    assert unknown["request_id"] == refused.headers["x-request-id"]
    assert "key_id" not in unknown
    for secret in ("sk-a-long", "sk-a-wrong", "secret cat"):
        assert secret not in json.dumps([accepted, unknown])


def test_refused_connection_has_its_request_id(server, lines):
    with connect(server.port) as connection:
        connection.sendall(b"nonsense\r\n\r\n")
        answer = receive(connection)
    assert wait_until(lines)
    (line,) = lines()

    assert (line["status"], line["request_id"]) == (400, answer.headers["x-request-id"])


def test_every_line_within_a_request_names_it(engine, settings, lines):
    """Also from the tasks and threads that serve it."""
    log = logging.getLogger("limner.engine")
    generate = engine.generate

    def generate_and_log(request):
        log.info("drawing %s", request.prompt)
        return generate(request)

    engine.generate = generate_and_log
    with running_server(engine, settings) as server:
        answers = {
            prompt: post_json(server.port, GENERATIONS, {**PARAMS, "prompt": prompt}) for prompt in ("one", "two")
        }
        assert wait_until(lambda: len(lines()) == 4)

    for line in lines():
        if line["logger"] == "limner.engine":
            prompt = line["message"].removeprefix("drawing ")
            assert line["request_id"] == answers[prompt].headers["x-request-id"]
    assert request_state.get() == {}


def test_bug_is_logged_with_its_request(engine, settings, lines):
    engine.fails_at_step = 1
    with running_server(engine, settings) as server:
        answer = post_json(server.port, GENERATIONS, PARAMS)
        assert wait_until(lambda: len(lines()) == 2)
    bug = next(line for line in lines() if line["logger"] == "limner.errors")

    assert answer.status == 500
    assert bug["request_id"] == answer.headers["x-request-id"]
    assert "RuntimeError: out of paint" in bug["exception"]


def serve(tmp_path, **environment) -> str:
    """What `limner serve` writes to stderr while it answers a request and stops."""
    process = subprocess.Popen(
        [sys.executable, "-m", "limner.cli", "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"LIMNER_STORAGE__FOLDER": str(tmp_path)} | environment,
        preexec_fn=restore_sigint,  # noqa: PLW1509
    )
    try:
        announced = process.stdout.readline()
        assert announced.startswith("Limner draws at http")
        httpx2.get(f"{announced.split()[3].removesuffix('/v1,')}/v1/models")
        process.send_signal(signal.SIGTERM)
        return process.communicate(timeout=30)[1]
    finally:
        process.kill()


def test_served_logs_are_json_only(tmp_path):
    log = serve(
        tmp_path,
        LIMNER_OBSERVABILITY__LOG_FORMAT="json",
        PYTHONWARNINGS="always",
        LIMNER_ENGINES__ILLUSTRATOR__PROCESSES="1",
    )
    lines = [json.loads(line) for line in log.splitlines()]

    assert [line["path"] for line in lines if line["logger"] == "limner.access"] == ["/v1/models"]
    assert all({"time", "level", "logger", "message"} <= line.keys() for line in lines)


def test_text_logs_are_as_before(tmp_path):
    lines = serve(tmp_path, LIMNER_ENGINES__ILLUSTRATOR__PROCESSES="1").splitlines()

    assert [line for line in lines if re.search(r" limner\.access GET '/v1/models' 200 \d+ ms req_\w{32}$", line)]
    assert not [line for line in lines if line.startswith("{") or " alembic.runtime.plugins " in line]
