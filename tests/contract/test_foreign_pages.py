"""A server without keys is for this machine: pages from elsewhere that its browser has open may not use it."""

import httpx2
import pytest

from limner.settings import Settings, Storage
from running import running_server
from tiny_engine import TinyEngine

FOREIGN = {"origin": "https://elsewhere.example"}


def status_of(settings: Settings, **headers: str) -> int:
    with running_server(TinyEngine(), settings) as server:
        return httpx2.get(f"{server.address}/v1/models", headers=headers, timeout=30).status_code


def test_a_foreign_page_is_refused_without_keys(tmp_path):
    assert status_of(Settings(storage=Storage(folder=tmp_path)), **FOREIGN) == 403


@pytest.mark.parametrize("origin", ["null", "http://[", "https://127.0.0.1.example", "file://"])
def test_a_page_that_hides_where_it_is_from_is_refused(tmp_path, origin):
    assert status_of(Settings(storage=Storage(folder=tmp_path)), origin=origin) == 403


@pytest.mark.parametrize("origin", ["http://localhost:3000", "http://127.0.0.1:5173"])
def test_a_page_of_this_machine_is_served(tmp_path, origin):
    assert status_of(Settings(storage=Storage(folder=tmp_path)), origin=origin) == 200


def test_whoever_opened_the_server_has_opened_it_to_pages_too(tmp_path):
    assert status_of(Settings(no_auth=True, storage=Storage(folder=tmp_path)), **FOREIGN) == 200


def test_with_keys_the_key_decides(tmp_path):
    settings = Settings(api_keys=("sk-one",), storage=Storage(folder=tmp_path))

    assert status_of(settings, **FOREIGN) == 401
    assert status_of(settings, **FOREIGN, authorization="Bearer sk-one") == 200
