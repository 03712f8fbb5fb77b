"""Downloads that fail, take too long or bring too much: one error for all reasons, and nothing is left behind."""

import gzip
import time

import pytest

from fetching import assert_failed, assert_refused, edit, fetching_server
from image_host import chunked, image_host, redirect, response
from limner.settings import Limits
from running import wait_until
from tiny_engine import TinyEngine
from wire_pictures import incompressible, mask, picture

PNG = picture(mode="RGBA")
MAX_FILE_BYTES, MAX_MASK_BYTES = 300_000, 50_000


@pytest.fixture(scope="module")
def engine():
    return TinyEngine()


@pytest.fixture(scope="module")
def server(engine, tmp_path_factory):
    limits = Limits(max_file_bytes=MAX_FILE_BYTES, max_mask_bytes=MAX_MASK_BYTES)
    with fetching_server(tmp_path_factory.mktemp("failures"), engine=engine, limits=limits) as server:
        yield server


@pytest.fixture(scope="module")
def impatient(tmp_path_factory):
    with fetching_server(tmp_path_factory.mktemp("impatient"), timeout_s=0.5) as server:
        yield server


@pytest.fixture
def host():
    with image_host() as host:
        yield host


@pytest.mark.parametrize(
    "location",
    [
        pytest.param("/loop", id="loop"),
        pytest.param("ftp://127.0.0.1/a", id="ftp"),
        pytest.param("file:///etc/passwd", id="file"),
        pytest.param("data:image/png;base64,AAAA", id="data"),
        pytest.param("http://user:secret@127.0.0.1:{port}/a", id="userinfo"),
        pytest.param("http://127.0.0.1:22/a", id="port"),
        pytest.param("http://[::1/a", id="invalid"),
        pytest.param("http://127.0.0.1:{port}/\xe9", id="not ASCII"),
        pytest.param("/" + "a" * 9000, id="long"),
        pytest.param("/a\r\nLocation: /b", id="two"),
        pytest.param("", id="empty"),
    ],
)
def test_bad_redirect_is_an_error_that_hides_the_target(server, host, location):
    host.pages["/loop"] = redirect(location.format(port=host.port))
    host.pages["/a"] = response(PNG)

    assert_failed(edit(server, host.url("/loop")), host.url("/loop"))
    assert set(host.paths) == {"/loop"}


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(response(PNG, status="404 Not Found"), id="404"),
        pytest.param(response(PNG, status="500 Broken"), id="500"),
        pytest.param(response(PNG, status="206 Partial Content"), id="206"),
        pytest.param(response(PNG, "Location: /a", status="300 Choices"), id="300"),
        pytest.param(response(b"", status="204 No Content"), id="204"),
        pytest.param(response(b"", status="304 Not Modified"), id="304"),
        pytest.param(response(gzip.compress(PNG), "Content-Encoding: gzip"), id="gzip"),
        pytest.param(response(PNG, "Content-Encoding: identity, br"), id="brotli"),
        pytest.param(response(PNG, "Transfer-Encoding: gzip, chunked", has_length=False), id="gzip transfer"),
        pytest.param(response(PNG, "X: " + "a" * 200_000), id="huge header"),
        pytest.param(response(PNG, *[f"X-{number}: {'a' * 900}" for number in range(70)]), id="many headers"),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" * 10_000 + response(PNG), id="interim responses"),
        pytest.param(chunked(*[bytes([byte]) for byte in incompressible(100_000)]), id="tiny chunks"),
        pytest.param(response(PNG)[:-50], id="cut in the body"),
        pytest.param(response(PNG)[:20], id="cut in the head"),
        pytest.param(chunked(PNG)[:-30], id="cut in a chunk"),
        pytest.param(chunked(PNG).replace(b"\r\n0\r\n", b"\r\nxyz\r\n"), id="bad chunk"),
        pytest.param(response(PNG, "Content-Length: 5"), id="two lengths"),
        pytest.param(response(PNG, "Content-Length: x", has_length=False), id="bad length"),
        pytest.param(b"SSH-2.0-secret-server\r\n", id="not HTTP"),
        pytest.param(b"-ERR secret\r\n" * 10_000, id="not HTTP, long"),
        pytest.param(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", id="upgrade"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_failed_download_says_nothing_about_its_reason(server, engine, host, uploads, page):
    host.pages["/a"] = page
    drawn = len(engine.requests)

    answer = edit(server, host.url("/a"))

    assert_failed(answer, host.url("/a"))
    assert len(engine.requests) == drawn
    assert wait_until(lambda: host.num_open == 0 and not uploads())


def test_closed_port_gives_the_same_error(server, host):
    with image_host() as other:
        url = other.url("/a")

    assert_failed(edit(server, url), url)


def test_content_that_is_no_image_is_an_invalid_image(server, host):
    host.pages["/a"] = response(b"<html>secret</html>", "Content-Type: image/png")

    answer = edit(server, host.url("/a"))

    assert (answer.status, answer.error["code"], answer.error["param"]) == (400, "invalid_image_file", "images[0]")
    assert b"secret" not in answer.body


def silent(connection):
    connection.recv(1)


def drip(connection):
    """Each byte arrives in time; all of them do not."""
    connection.sendall(response(b"", "Content-Length: 1000", has_length=False))
    while True:
        connection.sendall(b"a")
        time.sleep(0.05)


def drip_head(connection):
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.05)


def slow_redirect(connection):
    time.sleep(0.2)
    connection.sendall(redirect("/slow"))


@pytest.mark.parametrize(
    ("path", "page"),
    [("/silent", silent), ("/drip", drip), ("/head", drip_head), ("/slow", slow_redirect)],
    ids=["silence", "slow body", "slow head", "slow redirects"],
)
def test_time_limit_covers_the_whole_download(impatient, host, uploads, path, page):
    host.pages[path] = page
    start = time.monotonic()

    answer = edit(impatient, host.url(path))

    assert_refused(answer, f"Timeout while downloading {host.url(path)}.")
    assert 0.4 < time.monotonic() - start < 5
    assert wait_until(lambda: host.num_open == 0 and not uploads())


def endless(connection):
    connection.sendall(response(b"", has_length=False))
    while True:
        connection.sendall(bytes(60_000))


def endless_chunks(connection):
    connection.sendall(response(b"", "Transfer-Encoding: chunked", has_length=False))
    while True:
        connection.sendall(b"2000\r\n" + bytes(0x2000) + b"\r\n")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(response(incompressible(MAX_FILE_BYTES + 1)), id="length"),
        pytest.param(response(b"", "Content-Length: " + "9" * 18, has_length=False), id="length only"),
        pytest.param(response(bytes(MAX_FILE_BYTES + 1), has_length=False), id="until close"),
        pytest.param(endless, id="endless"),
        pytest.param(endless_chunks, id="endless chunks"),
    ],
)
def test_too_large_image_is_refused_while_it_is_received(server, host, uploads, page):
    host.pages["/a"] = page

    answer = edit(server, host.url("/a"))

    assert (answer.status, answer.error["code"], answer.error["param"]) == (
        413,
        "file_too_large",
        "images[0].image_url",
    )
    assert wait_until(lambda: host.num_open == 0 and not uploads())


def test_mask_has_its_own_size_limit(server, host):
    host.pages |= {"/a": response(PNG), "/mask": response(mask() + bytes(MAX_MASK_BYTES))}

    answer = edit(server, host.url("/a"), mask={"image_url": host.url("/mask")})

    assert (answer.status, answer.error["code"], answer.error["param"]) == (413, "file_too_large", "mask.image_url")


def test_error_shows_neither_the_query_nor_all_of_a_long_path(server, host):
    path = "/" + "a" * 1000

    assert_failed(edit(server, host.url("/missing?X-Amz-Signature=secret#part")), host.url("/missing"))
    assert_failed(edit(server, host.url(path)), host.url(path)[:200] + "...")


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (response(b"", status="403 Forbidden"), "status 403"),
        (b"-ERR secret\r\n", "RemoteProtocolError"),
        (redirect("ftp://secret/"), "redirect to a URL that is not allowed"),
    ],
)
def test_log_tells_the_host_and_the_reason(server, host, caplog, page, reason):
    host.pages["/secret"] = page

    with caplog.at_level("INFO", "limner.fetch"):
        edit(server, host.url("/secret?secret"))

    assert caplog.messages == [f"image not downloaded from 127.0.0.1: {reason}"]


def test_first_failure_stops_the_other_downloads(server, host):
    host.pages["/silent"] = silent

    answer = edit(server, host.url("/silent"), host.url("/missing"))

    assert_failed(answer, host.url("/missing"), param="images[1].image_url")
    assert wait_until(lambda: host.num_open == 0, timeout_s=5)
