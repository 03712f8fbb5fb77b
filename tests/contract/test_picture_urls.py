import time

import httpx2
import pytest

from limner.settings import Settings, Storage
from raw_http import get, post_json
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import opened

GENERATIONS = "/v1/images/generations"


def url_of(server, **values):
    headers = {"Host": f"127.0.0.1:{server.port}"}
    params = {"prompt": "a", "model": "dall-e-2", "size": "64x64", **values}
    return post_json(server.port, GENERATIONS, params, headers=headers).json()["data"][0]["url"]


@pytest.fixture
def brief(tmp_path):
    """A server whose URLs expire after two seconds."""
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path, lifetime_s=2))) as server:
        yield server


@pytest.mark.parametrize(
    ("output_format", "media_type"), [("png", "image/png"), ("jpeg", "image/jpeg"), ("webp", "image/webp")]
)
def test_url_returns_the_picture(shared, output_format, media_type):
    url = url_of(shared, output_format=output_format)

    answer = httpx2.get(url)

    assert url.startswith(f"http://127.0.0.1:{shared.port}/pictures/")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert opened(answer.content).format.lower() == output_format


def test_url_has_the_host_of_the_request(shared):
    answer = post_json(shared.port, GENERATIONS, {"prompt": "a", "size": "64x64"}, headers={"Host": "localhost:81"})

    assert answer.json()["data"][0]["url"].startswith("http://localhost:81/pictures/")


def test_url_of_an_azure_request_returns_the_picture(shared):
    path = "/openai/deployments/dall-e-3/images/generations"
    answer = post_json(shared.port, path, {"prompt": "a"}, headers={"Host": f"127.0.0.1:{shared.port}"})

    assert httpx2.get(answer.json()["data"][0]["url"]).status_code == 200


@pytest.mark.parametrize("public_url", ["https://draw.example.com", "https://example.com/limner/"])
def test_public_url_replaces_the_host(tmp_path, public_url):
    settings = Settings(public_url=public_url, storage=Storage(folder=tmp_path))
    with running_server(TinyEngine(), settings) as server:
        assert url_of(server).startswith(f"{public_url.rstrip('/')}/pictures/")


@pytest.mark.parametrize(
    "tamper",
    [
        pytest.param(lambda url: url[:-1] + ("0" if url[-1] != "0" else "1"), id="another signature"),
        pytest.param(lambda url: url.partition("&signature")[0], id="no signature"),
        pytest.param(lambda url: url.partition("?")[0], id="no query"),
        pytest.param(lambda url: url.replace("expires=", "expires=9"), id="a later end"),
        pytest.param(lambda url: url.replace("expires=", "expires=x"), id="an end that is no number"),
        pytest.param(lambda url: url.replace("signature=", "signature=%C3%A9"), id="a signature of other letters"),
        pytest.param(lambda url: url.replace(".png", ".webp"), id="another name"),
        pytest.param(lambda url: url.replace("/pictures/", "/pictures/..%2f"), id="a path upwards"),
    ],
)
def test_tampered_url_is_not_found(shared, tamper):
    path = tamper(url_of(shared)).removeprefix(shared.address)

    answer = get(shared.port, path)

    assert answer.status == 404
    assert set(answer.error) == {"message", "type", "param", "code"}


def test_expired_url_is_gone(brief):
    url = url_of(brief)
    fresh = httpx2.get(url)

    assert wait_until(lambda: httpx2.get(url).status_code == 410)
    assert fresh.status_code == 200
    assert httpx2.get(url).json()["error"]["code"] == "picture_expired"


def test_expired_pictures_are_swept_from_the_disk(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path, lifetime_s=1))
    with running_server(TinyEngine(), settings) as server:
        url = url_of(server)
        assert len(list((tmp_path / "pictures").iterdir())) == 1
    time.sleep(1.1)

    with running_server(TinyEngine(), settings) as server:
        assert wait_until(lambda: not list((tmp_path / "pictures").iterdir()))
        assert get(server.port, "/pictures/" + url.rpartition("/")[2]).status == 410


def test_url_outlives_a_restart(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path))
    with running_server(TinyEngine(), settings) as server:
        path = url_of(server).removeprefix(server.address)

    with running_server(TinyEngine(), settings) as server:
        assert get(server.port, path).status == 200


def test_secret_of_another_folder_is_not_accepted(shared, brief):
    path = url_of(brief).removeprefix(brief.address)

    assert get(shared.port, path).status == 404
