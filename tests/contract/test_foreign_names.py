"""Against DNS rebinding, a server without keys serves its own host names only."""

import pytest

from limner.settings import Settings, Storage
from raw_http import connect, get, receive
from running import running_server
from tiny_engine import TinyEngine

REBOUND = {"Host": "elsewhere.example:8000"}


def answer_of(settings: Settings, path: str = "/v1/models", **headers: str):
    with running_server(TinyEngine(), settings) as server:
        return get(server.port, path, headers=headers)


@pytest.mark.parametrize("path", ["/v1/models", "/", "/health"])
def test_foreign_host_is_refused_without_keys(tmp_path, path):
    answer = answer_of(Settings(storage=Storage(folder=tmp_path)), path, **REBOUND)

    assert answer.status == 403
    assert answer.error == {
        "message": "Without API keys, this server does not accept the host name 'elsewhere.example:8000'. Use"
        " 'localhost', or set public_url or api_keys, or start it with --no-auth.",
        "type": "invalid_request_error",
        "param": None,
        "code": "foreign_host",
    }


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]", "[::1]:8000"])
def test_local_hosts_are_served(shared, host):
    assert get(shared.port, "/v1/models", headers={"Host": host}).status == 200


@pytest.mark.parametrize("host", ["localhost.elsewhere.example", "127.0.0.1.example", "10.0.0.1"])
def test_lookalike_hosts_are_refused(shared, host):
    assert get(shared.port, "/v1/models", headers={"Host": host}).status == 403


@pytest.mark.parametrize("host", ["[::1", "::1"])
def test_incomplete_address_is_refused(shared, host):
    assert get(shared.port, "/v1/models", headers={"Host": host}).status == 400


def test_configured_hosts_are_served(tmp_path):
    settings = Settings(host="127.0.0.2", public_url="https://Pictures.example.org/x", storage=Storage(folder=tmp_path))
    with running_server(TinyEngine(), settings) as server:
        for host in ("127.0.0.2:80", "pictures.example.org"):
            assert get(server.port, "/v1/models", headers={"Host": host}).status == 200


def test_http_1_0_client_without_host_is_served(shared):
    with connect(shared.port) as connection:
        connection.sendall(b"GET /v1/models HTTP/1.0\r\n\r\n")

        assert receive(connection, method="GET").status == 200


def test_no_auth_allows_every_host(tmp_path):
    assert answer_of(Settings(no_auth=True, storage=Storage(folder=tmp_path)), **REBOUND).status == 200


def test_keys_allow_every_host(tmp_path):
    settings = Settings(api_keys=("sk-one",), storage=Storage(folder=tmp_path))

    assert answer_of(settings, **REBOUND).status == 401
    assert answer_of(settings, **REBOUND, Authorization="Bearer sk-one").status == 200
