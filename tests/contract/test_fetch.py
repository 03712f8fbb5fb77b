"""Images by http(s) URL in JSON edits, from a server on this machine."""

import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from fetching import EDITS, assert_failed, assert_refused, edit, fetching_server
from image_host import chunked, image_host, redirect, response
from limner import __version__
from limner.settings import Limits
from raw_http import get, post_json
from running import wait_until
from tiny_engine import TinyEngine
from wire_pictures import data_url, incompressible, mask, picture

PNG = picture(mode="RGBA")


@pytest.fixture(scope="module")
def engine():
    return TinyEngine()


@pytest.fixture(scope="module")
def server(engine, tmp_path_factory):
    with fetching_server(tmp_path_factory.mktemp("fetch"), engine=engine, max_redirects=2) as server:
        yield server


@pytest.fixture
def host():
    with image_host() as host:
        yield host


@pytest.mark.parametrize(("output_format", "size"), [("png", (64, 32)), ("jpeg", (32, 64)), ("webp", (48, 48))])
def test_image_is_downloaded_and_edited(server, engine, host, output_format, size):
    host.pages["/a"] = response(picture(*size, output_format=output_format), "Content-Type: text/plain")

    answer = edit(server, host.url("/a?signature=1#part"))

    assert answer.status == 200, answer.body
    assert engine.requests[-1].images[0].size == size
    assert host.paths == ["/a?signature=1"]


def test_request_has_no_credentials_and_asks_for_plain_images(server, host, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    host.pages["/first"] = response(
        b"", "Location: /second", "Set-Cookie: a=b; Path=/", status="307 Temporary Redirect"
    )
    host.pages["/second"] = response(PNG)

    assert edit(server, host.url("/first")).status == 200

    for path, head in zip(["/first", "/second"], host.heads, strict=True):
        assert head.split("\r\n") == [
            f"GET {path} HTTP/1.1",
            f"Host: 127.0.0.1:{host.port}",
            f"User-Agent: limner/{__version__}",
            "Accept: image/png, image/jpeg, image/webp",
            "Accept-Encoding: identity",
            "Connection: close",
            "",
            "",
        ]


@pytest.fixture
def ipv6_host():
    with ExitStack() as stack:
        try:
            host = stack.enter_context(image_host(address="::1"))
        except OSError:
            pytest.skip("this machine has no IPv6")
        yield host


def test_ipv6_address_in_the_url_is_downloaded(server, ipv6_host):
    ipv6_host.pages["/a"] = response(PNG)

    assert edit(server, ipv6_host.url("/a", host="[::1]")).status == 200
    assert f"\r\nHost: [::1]:{ipv6_host.port}\r\n" in ipv6_host.heads[0]


def test_references_of_all_kinds_keep_their_order(server, engine, host):
    def slow(connection):
        time.sleep(0.1)
        connection.sendall(response(picture(16, 16)))

    host.pages |= {"/slow": slow, "/quick": response(picture(48, 32)), "/mask": response(mask(16, 16))}
    images = [host.url("/slow"), data_url(picture(32, 32)), host.url("/quick")]

    answer = edit(server, *images, mask={"image_url": host.url("/mask"), "file_id": None})

    assert answer.status == 200, answer.body
    assert [image.size for image in engine.requests[-1].images] == [(16, 16), (32, 32), (48, 32)]
    assert engine.requests[-1].mask.size == (16, 16)


def test_sixteen_images_are_downloaded_at_most_four_at_a_time(server, engine, host):
    most_open = []

    def slow(connection):
        most_open.append(host.num_open)
        time.sleep(0.02)
        connection.sendall(response(PNG))

    host.pages["/a"] = slow

    answer = edit(server, *[host.url("/a")] * 16)

    assert answer.status == 200, answer.body
    assert len(engine.requests[-1].images) == 16
    assert 1 < max(most_open) <= 5  # the host may not have noticed yet that a connection is closed


@pytest.mark.parametrize("location", ["/a", "../a", "?b", "//{host}/a", "HTTP://{host}/a#part"])
@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_redirect_is_followed(server, host, location, status):
    host.pages["/a"] = response(PNG)
    host.pages["/from/here"] = redirect(location.format(host=f"127.0.0.1:{host.port}"), status=status)
    if location == "?b":
        host.pages["/from/here"] = lambda connection: connection.sendall(
            response(PNG) if "?b" in host.paths[-1] else redirect(location, status=status)
        )

    assert edit(server, host.url("/from/here")).status == 200
    assert host.num_connections == 2


def test_redirects_are_followed_up_to_the_setting(server, host):
    host.pages |= {"/0": redirect("/1"), "/1": redirect("/2"), "/2": redirect("/3"), "/3": response(PNG)}

    assert edit(server, host.url("/1")).status == 200
    assert_failed(edit(server, host.url("/0")), host.url("/0"))
    assert host.paths == ["/1", "/2", "/3", "/0", "/1", "/2"]


def test_chunked_and_close_delimited_responses_are_read(server, engine, host):
    data = incompressible(200_000)
    host.pages["/chunked"] = chunked(data[:10_000], data[10_000:150_000], data[150_000:])
    host.pages["/until-close"] = response(data, has_length=False)

    answer = edit(server, host.url("/chunked"), host.url("/until-close"))

    assert answer.status == 200, answer.body
    assert [image.size for image in engine.requests[-1].images] == [(64, 64)] * 2


def test_pixels_of_downloaded_images_are_limited(tmp_path, host):
    host.pages["/a"] = response(PNG)
    with fetching_server(tmp_path, limits=Limits(max_request_pixels=10_000)) as server:
        answer = edit(server, *[host.url("/a")] * 3)

    assert (answer.status, answer.error["param"]) == (400, "images[2].image_url")


URL_RULES = (
    "Invalid 'images[0].image_url': expected an http or https URL of at most 8192 characters, without a user name or"
    " password, on port 80 or 443 or a port from 1024."
)


@pytest.mark.parametrize(
    "url",
    [
        "http://user@127.0.0.1:{port}/a",
        "http://user:secret@127.0.0.1:{port}/a",
        "http://public.example\\@127.0.0.1:{port}/a",
        "http://127.0.0.1:22/a",
        "http://127.0.0.1:0/a",
        "http://127.0.0.1:99999/a",
        "http://127.0.0.1:-1/a",
        "http://127.0.0.1:x/a",
        "http:///a",
        "http://",
        "https://?a",
        "http://[::1/a",
        "http://999.1.1.1/a",
        "http://127.0.0.1:{port}/a\r\nX: y",
        "http://127.0.0.1:{port}/a\x00",
        "http://127.0.0.1:{port}/" + "a" * 9000,
        "http://127.0.0.1:{port}/" + "a" * 500_000,
        "http://\u2488.example/a",
    ],
)
def test_url_that_is_not_allowed_is_refused_before_connecting(server, host, url):
    host.pages["/a"] = response(PNG)

    assert_refused(edit(server, url.format(port=host.port)), URL_RULES)
    assert host.num_connections == 0


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/a", "file:///etc/passwd", "//127.0.0.1/a", "gopher://127.0.0.1/", ""])
def test_other_schemes_are_refused(server, url):
    message = "Invalid 'images[0].image_url': expected an http(s) URL or a base64-encoded data URL, such as"

    assert_refused(edit(server, url), f"{message} 'data:image/png;base64,...'.")


def test_large_image_is_spooled_to_disk(tmp_path, host, uploads):
    engine = TinyEngine()
    host.pages["/a"] = response(incompressible(1_500_000))
    with fetching_server(tmp_path, engine=engine) as server:
        assert edit(server, host.url("/a")).status == 200

        assert isinstance(engine.requests[0].images[0].data, Path)
        assert wait_until(lambda: not uploads())


def test_nothing_is_fetched_by_default(shared, host):
    host.pages["/a"] = response(PNG)

    answer = post_json(shared.port, EDITS, {"prompt": "a", "images": [{"image_url": host.url("/a")}]})

    assert answer.error["code"] == "invalid_image_url"
    assert "does not fetch" in answer.error["message"]
    assert host.num_connections == 0


def test_references_that_are_invalid_are_not_downloaded(server, host):
    host.pages["/a"] = response(PNG)
    url = host.url("/a")

    for values in (
        {"images": [{"image_url": url, "file_id": "file-x"}]},
        {"images": [{"image_url": url, "type": "image"}]},
        {"images": [{"image_url": url}] * 17},
        {"images": url},
        {"images": [url]},
        {"image_url": url},
    ):
        assert post_json(server.port, EDITS, {"prompt": "a", **values}).status == 400

    assert host.num_connections == 0


def test_downloads_are_counted_by_outcome(tmp_path, host):
    host.pages["/a"] = response(PNG)
    with fetching_server(tmp_path) as server:
        edit(server, host.url("/a"))
        edit(server, host.url("/nothing"))
        counts = get(server.port, "/metrics").body.decode()
    with fetching_server(tmp_path, allow_private=False) as server:
        edit(server, "http://10.0.0.1/a")
        denied = get(server.port, "/metrics").body.decode()

    assert 'limner_fetches_total{outcome="fetched"} 1.0' in counts
    assert 'limner_fetches_total{outcome="failed"} 1.0' in counts
    assert 'limner_fetches_total{outcome="refused"} 1.0' in denied
