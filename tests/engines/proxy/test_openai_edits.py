"""Edits, masks and image URLs of the engine `openai`."""

import numpy as np
import pytest
from openai_calls import PNG, SIZE, draw, draw_fails, make_request, paint
from scripted_server import (
    images,
    respond,
    scripted_server,
)

from limner import codec
from limner.core.errors import PictureError
from limner.core.picture import Size
from limner.engines.proxy.engine import OpenAIEngine


@pytest.mark.parametrize("path", ["/v1/files/a.png?sig=1", "http://127.0.0.1:{port}/b.png", "//127.0.0.1:{port}/c.png"])
def test_image_url_of_the_server_is_fetched(path):
    with scripted_server() as server:
        url = path.format(port=server.port)
        server.scripts += [respond(200, {"data": [{"url": url}]}), respond(200, PNG, content_type="image/png")]
        events = draw(server, connections=1)

    assert events[0].picture.data == PNG
    assert server.requests[1].method == "GET"
    assert server.requests[1].headers["authorization"] == "Bearer sk-test"


def test_image_url_of_an_allowed_host_is_fetched_without_the_key():
    with scripted_server(respond(200, PNG)) as images_host, scripted_server() as server:
        url = f"http://localhost:{images_host.port}/a.png"
        server.scripts.append(respond(200, {"data": [{"url": url}]}))
        error = draw_fails(server)
        events = draw(server, url_hosts=["localhost"])

    assert (error.status, error.code) == (502, "upstream_misconfigured")
    assert events[0].picture.data == PNG
    assert len(images_host.requests) == 1
    assert "authorization" not in images_host.requests[0].headers


@pytest.mark.parametrize("script", [respond(404, b""), respond(302, b"", location="http://127.0.0.1/")])
def test_missing_image_url_is_an_upstream_error(script):
    with scripted_server(respond(200, {"data": [{"url": "/a.png"}]}), script) as server:
        error = draw_fails(server)

    assert (error.status, error.code) == (502, "upstream_invalid_response")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "http://169.254.169.254/latest", "gopher://a/", 7, ""])
def test_other_image_urls_are_never_fetched(url):
    with scripted_server(respond(200, {"data": [{"url": url}]})) as server:
        assert draw_fails(server).status == 502

    assert len(server.requests) == 1


def test_data_url_is_an_image():
    url = codec_url()
    with scripted_server(respond(200, {"data": [{"url": url}]})) as server:
        assert draw(server)[0].picture.data == PNG


def codec_url() -> str:
    return "data:image/png;base64," + codec.encode_base64(PNG).decode()


def test_operation_that_the_server_lacks_is_refused_before_drawing():
    engine = OpenAIEngine(base_url="http://127.0.0.1:1", profile="openai")
    request = make_request(operation="variation", model="dall-e-2", images=(codec.probe(PNG),))

    with pytest.raises(PictureError, match="does not support this endpoint") as caught:
        engine.estimate(request)

    assert (caught.value.status, caught.value.param) == (400, "model")


def edit_parts(received) -> list[tuple[str, str, bytes]]:
    """Name, file name and content of each part of a form."""
    boundary = received.headers["content-type"].partition("boundary=")[2].encode()
    parts = []
    for part in received.body.split(b"--" + boundary)[1:-1]:
        head, _, content = part[2:-2].partition(b"\r\n\r\n")
        disposition = head.decode().splitlines()[0]
        found = dict(field.strip().split("=") for field in disposition.split(";")[1:])
        parts.append((found["name"].strip('"'), found.get("filename", "").strip('"'), content))
    return parts


@pytest.mark.parametrize("is_file", [False, True])
def test_edit_sends_images_and_mask_as_a_form(tmp_path, is_file):
    mask = codec.encode(np.full((64, 64, 4), 0, np.uint8), "png")
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    first = codec.probe(path if is_file else PNG)
    request = make_request(operation="edit", images=(first, codec.probe(paint(5, name="jpeg"))), mask=mask, n=2)
    with scripted_server(respond(200, images(paint(3), paint(4)))) as server:
        draw(server, request)

    parts = edit_parts(server.requests[0])
    fields = {name: content for name, file_name, content in parts if not file_name}
    assert [(name, file_name) for name, file_name, _ in parts if file_name] == [
        ("image[]", "image-0.png"),
        ("image[]", "image-1.jpeg"),
        ("mask", "mask.png"),
    ]
    assert parts[-3][2] == PNG
    assert parts[-1][2] == mask.read()
    assert fields[b"prompt".decode()] == b"a cat"
    assert (fields["n"], fields["size"], fields["seed"]) == (b"2", b"64x64", b"7")


def half_mask(size=SIZE, mode="alpha"):
    mask = np.full((size.height, size.width, 4), 255, np.uint8)
    mask[:, size.width // 2 :, 3] = 0
    if mode == "luminance":
        mask[..., 3] = 255
        mask[:, : size.width // 2, :3] = 0
    return codec.encode(mask, "png")


@pytest.mark.parametrize("mode", ["alpha", "luminance"])
@pytest.mark.parametrize("size", [Size(64, 64), Size(96, 64), Size(1024, 1024)], ids=str)
def test_protected_pixels_of_an_approximate_mask_are_pasted_back(size, mode):
    original = np.random.default_rng(1).integers(0, 256, (size.height, size.width, 3), np.uint8)
    request = make_request(
        operation="edit",
        size=size,
        images=(codec.encode(original, "png"),),
        mask=half_mask(size, mode),
        mask_mode=mode,
    )
    drawn = Size(1536, 1024) if size.width > size.height else Size(1024, 1024)
    with scripted_server(respond(200, images(paint(200, drawn)))) as server:
        events = draw(server, request, profile="openai")

    pixels = codec.decode(events[0].picture, mode="RGB")
    half = size.width // 2
    assert np.array_equal(pixels[:, :half], original[:, :half])
    assert (pixels[:, half + 4 :] == 200).mean() > 0.8
    sent = {name: content for name, _, content in edit_parts(server.requests[0])}
    assert sent["size"].decode() == str(drawn)
    sent_mask = codec.decode(codec.probe(sent["mask"]), mode="RGBA")[..., 3]
    assert (sent_mask[:, 0] == 255).all()
    assert (sent_mask[:, -1] == 0).all()
    assert codec.probe(sent["mask"]).size == codec.probe(sent["image[]"]).size
