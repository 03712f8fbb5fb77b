"""A server without keys refuses pages of other sites in a local browser."""

import httpx2
import pytest

from limner.settings import Settings, Storage
from raw_http import get, post_json
from running import running_server
from tiny_engine import TinyEngine

FOREIGN = {"origin": "https://elsewhere.example"}


def status_of(settings: Settings, **headers: str) -> int:
    with running_server(TinyEngine(), settings) as server:
        return httpx2.get(f"{server.address}/v1/models", headers=headers, timeout=30).status_code


def test_foreign_page_is_refused_without_keys(tmp_path):
    assert status_of(Settings(storage=Storage(folder=tmp_path)), **FOREIGN) == 403


@pytest.mark.parametrize("origin", ["null", "http://[", "https://127.0.0.1.example", "file://"])
def test_page_with_null_origin_is_refused(tmp_path, origin):
    assert status_of(Settings(storage=Storage(folder=tmp_path)), origin=origin) == 403


@pytest.mark.parametrize("origin", ["http://localhost:3000", "http://127.0.0.1:5173"])
def test_local_page_is_served(tmp_path, origin):
    assert status_of(Settings(storage=Storage(folder=tmp_path)), origin=origin) == 200


def test_no_auth_allows_every_page(tmp_path):
    assert status_of(Settings(no_auth=True, storage=Storage(folder=tmp_path)), **FOREIGN) == 200


def test_keys_allow_every_host(tmp_path):
    settings = Settings(api_keys=("sk-one",), storage=Storage(folder=tmp_path))

    assert status_of(settings, **FOREIGN) == 401
    assert status_of(settings, **FOREIGN, authorization="Bearer sk-one") == 200


CROSS_SITE = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}
LINK = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.mark.parametrize("path", ["/v1/models", "/v1/files", "/", "/health", "/playground/index.html"])
@pytest.mark.parametrize("site", ["cross-site", "Cross-Site"])
def test_foreign_page_without_origin_is_refused(shared, path, site):
    answer = get(shared.port, path, headers=CROSS_SITE | {"Sec-Fetch-Site": site})

    assert (answer.status, answer.error["code"]) == (403, "foreign_origin")


def test_foreign_form_without_origin_is_refused(shared):
    answer = post_json(shared.port, "/v1/images/generations", {"prompt": "a"}, headers=LINK)

    assert (answer.status, answer.error["code"]) == (403, "foreign_origin")


@pytest.mark.parametrize("site", ["same-origin", "same-site", "none"])
def test_local_page_needs_no_origin(shared, site):
    assert get(shared.port, "/v1/models", headers={"Sec-Fetch-Site": site}).status == 200


def test_link_to_the_playground_is_allowed(shared):
    assert get(shared.port, "/", headers=LINK).status == 200
    assert get(shared.port, "/v1/models", headers=LINK).status == 403


def test_foreign_page_can_show_a_signed_picture(shared):
    url = post_json(shared.port, "/v1/images/generations", {"prompt": "a", "size": "64x64"}).json()["data"][0]["url"]

    assert get(shared.port, url.removeprefix(shared.address), headers=CROSS_SITE).status == 200


@pytest.mark.parametrize("settings", [{"no_auth": True}, {"api_keys": ("sk-one",)}], ids=["open", "keys"])
def test_keys_allow_cross_site_requests(tmp_path, settings):
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path), **settings)) as server:
        answer = get(server.port, "/v1/models", headers=CROSS_SITE | {"Authorization": "Bearer sk-one"})

    assert answer.status == 200
