"""Keys of the database on running servers: two of them, and with the database taken away."""

import json
import logging
import os
import subprocess
import sys
import time

import pytest
from sqlalchemy import make_url, text

from limner.access import keys
from limner.access.key_secrets import hash_secret
from managed_keys import create_key, managed_server, with_store
from raw_http import connect, get, head, post_json, receive
from running import wait_until
from tcp_proxy import tcp_proxy
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
PARAMS = {"model": "gpt-image-1", "prompt": "a", "size": "64x64"}


def draw(server, secret, **values):
    return post_json(server.port, GENERATIONS, PARAMS | values, headers={"Authorization": f"Bearer {secret}"})


@pytest.fixture
def two_servers(postgres_url, tmp_path):
    create_key(postgres_url)
    with managed_server(postgres_url, tmp_path / "1") as one, managed_server(postgres_url, tmp_path / "2") as two:
        yield one, two


def end(url, new, how):
    async def work(store):
        if how == "revoked":
            await store.revoke(new.key.id)
        elif how == "rotated":
            await store.rotate(new.key.id)
        else:
            async with store._database.write() as connection:
                await connection.execute(text(f"DELETE FROM api_keys WHERE id = '{new.key.id}'"))  # noqa: S608

    with_store(url, work)


@pytest.mark.parametrize("how", ["revoked", "rotated", "deleted"])
def test_ended_key_stops_on_all_servers_within_a_second(postgres_url, two_servers, how):
    new = create_key(postgres_url)
    assert [draw(server, new.secret).status for server in two_servers] == [200, 200]

    end(postgres_url, new, how)

    ended_s = time.monotonic()
    for server in two_servers:
        assert wait_until(lambda server=server: draw(server, new.secret).status == 401, timeout_s=1)
    assert time.monotonic() - ended_s < 1
    assert draw(two_servers[0], new.secret).error["code"] == "invalid_api_key"


def test_expired_key_stops_on_all_servers(postgres_url, two_servers):
    new = create_key(postgres_url, expires_at=int(time.time()) + 3)
    assert [draw(server, new.secret).status for server in two_servers] == [200, 200]

    assert wait_until(lambda: time.time() >= new.key.expires_at)

    assert [draw(server, new.secret).status for server in two_servers] == [401, 401]


def test_created_and_rotated_key_works_at_once(postgres_url, two_servers):
    new = create_key(postgres_url)
    assert [draw(server, new.secret).status for server in two_servers] == [200, 200]

    rotated = with_store(postgres_url, lambda store: store.rotate(new.key.id, grace_s=600))

    for secret in (new.secret, rotated.secret):
        assert [draw(server, secret).status for server in two_servers] == [200, 200]


def test_stream_of_a_revoked_key_finishes(tmp_path):
    url = f"sqlite:///{tmp_path / 'test.db'}"
    new = create_key(url)
    engine = TinyEngine()
    engine.holds_at_step = 3
    body = json.dumps(PARAMS | {"stream": True}).encode()
    headers = {"Authorization": f"Bearer {new.secret}", "Content-Length": str(len(body))}

    with managed_server(url, tmp_path, engine) as server, connect(server.port) as connection:
        connection.sendall(head(GENERATIONS, headers | {"Content-Type": "application/json"}) + body)
        assert wait_until(lambda: engine.steps == 3)
        end(url, new, "revoked")
        assert wait_until(lambda: get(server.port, "/v1/models", headers={"api-key": new.secret}).status == 401)
        engine.holds_at_step = None
        answer = receive(connection)

    assert answer.status == 200
    assert b"image_generation.completed" in answer.body


def test_key_is_limited_to_its_models(tmp_path):
    url = f"sqlite:///{tmp_path / 'test.db'}"
    secret = create_key(url, models=["dall-e-2"]).secret

    with managed_server(url, tmp_path) as server:
        allowed, refused = draw(server, secret, model="dall-e-2"), draw(server, secret)

    assert allowed.status == 200
    assert (refused.status, refused.error["code"]) == (403, "model_not_found")


@pytest.mark.parametrize("failure", ["refuses", "hangs"])
def test_absent_database_is_503_and_recovers(postgres_url, tmp_path, failure):
    url = make_url(postgres_url)
    secret = create_key(postgres_url).secret

    with tcp_proxy(url.host, url.port or 5432) as proxy:
        proxied = url.set(port=proxy.port).render_as_string(hide_password=False)
        with managed_server(proxied, tmp_path, timeout_s=0.5) as server:
            assert draw(server, secret).status == 200
            proxy.stop() if failure == "refuses" else setattr(proxy, "hangs", True)
            assert wait_until(lambda: draw(server, secret).status == 503)
            answers = [draw(server, secret), get(server.port, "/v1/models", headers={"api-key": secret})]
            wrong = draw(server, "sk-wrong")
            proxy.start() if failure == "refuses" else setattr(proxy, "hangs", False)
            assert wait_until(lambda: draw(server, secret).status == 200)

    for answer in answers:
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")
        assert answer.error == {
            "message": "The server's database cannot be used at present. Please try again in 5s.",
            "type": "server_error",
            "param": None,
            "code": "database_unavailable",
        }
    assert wrong.status == 401, "it cannot be a managed key"


def test_no_log_or_error_holds_a_key(postgres_url, tmp_path, caplog, monkeypatch):
    """At the level of debugging, with what goes wrong: wrong, revoked and expired keys, and a broken database."""
    caplog.set_level(logging.DEBUG)
    url = make_url(postgres_url).set(password="the-password")  # noqa: S106
    admin, new, revoked = (create_key(postgres_url, kind=kind) for kind in ("admin", "project", "project"))
    end(postgres_url, revoked, "revoked")
    statics = ("sk-a-long-and-static-key", "short-static")
    unknown = new.secret[:-3] + "xyz"
    secrets = [admin.secret, new.secret, revoked.secret, unknown, *statics]
    answers = []

    with tcp_proxy(url.host, url.port or 5432) as proxy:
        proxied = url.set(port=proxy.port).render_as_string(hide_password=False)
        with managed_server(proxied, tmp_path, timeout_s=0.5, api_keys=statics) as server:
            answers += [draw(server, secret) for secret in secrets]
            answers += [draw(server, f"{secret}-wrong") for secret in secrets]
            headers = {"Authorization": f"Bearer {admin.secret}"}
            created = post_json(
                server.port, "/v1/organization/projects/web/service_accounts", {"name": "x"}, headers=headers
            )
            secrets.append(created.json()["api_key"]["value"])
            answers.append(draw(server, secrets[-1]))
            proxy.stop()
            assert wait_until(lambda: draw(server, new.secret).status == 503)
            answers += [draw(server, secret) for secret in secrets]
            proxy.start()
            monkeypatch.setattr(keys, "_as_key", break_reading)
            assert wait_until(lambda: draw(server, new.secret).status == 500)
            answers += [draw(server, secret) for secret in secrets]

    assert {answer.status for answer in answers} == {200, 401, 403, 500, 503}
    assert "_as_key" in caplog.text, "the traceback is in the log"
    assert "the-password" not in caplog.text
    assert {answer.error["code"] for answer in answers if answer.status == 500} == {"server_error"}
    text_of_answers = " ".join(str(answer.body) for answer in answers if answer.status != 200)
    for secret in secrets:
        for hidden in (secret, hash_secret(secret), hash_secret(secret)[:16]):
            assert hidden not in caplog.text
            assert hidden not in text_of_answers


def break_reading(row):
    raise RuntimeError("a bug")


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_output_of_limner_serve_holds_no_key(tmp_path, log_format):
    url = f"sqlite:///{tmp_path / 'test.db'}"
    admin, new = create_key(url, kind="admin"), create_key(url)
    environment = os.environ | {
        "LIMNER_STORAGE__FOLDER": str(tmp_path),
        "LIMNER_DATABASE__URL": url,
        "LIMNER_ACCESS__MANAGED_KEYS": "true",
        "LIMNER_API_KEYS": "sk-a-long-and-static-key",
        "LIMNER_OBSERVABILITY__LOG_FORMAT": log_format,
        "PYTHONASYNCIODEBUG": "1",
    }
    secrets = [admin.secret, new.secret, "sk-a-long-and-static-key", new.secret[:-3] + "xyz"]
    command = [sys.executable, "-m", "limner.cli", "serve", "--port", "0"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(command, env=environment, **pipes) as process:
        try:
            begin = []
            while not (begin and "Limner draws at" in begin[-1]):
                begin.append(process.stdout.readline())
                assert begin[-1], f"the server ended: {begin}"
            port = int(begin[-1].partition("127.0.0.1:")[2].partition("/")[0])
            answers = [
                get(port, path, headers={name: f"Bearer {secret}" if name == "Authorization" else secret})
                for secret in secrets
                for path in ("/v1/models", "/v1/organization/projects", "/nothing")
                for name in ("Authorization", "api-key")
            ]
        finally:
            process.terminate()
            output = "".join(begin) + process.communicate(timeout=30)[0]

    assert {answer.status for answer in answers} == {200, 401, 403, 404}
    assert output.count("/v1/organization/projects") >= 8, "the requests are in the log"
    for secret in secrets:
        assert secret not in output
        assert hash_secret(secret) not in output
