"""Files of other formats: the contract's error, and in lenient mode what they are and what is accepted."""

import io

import PIL.Image
import pytest

from raw_http import field, file, post_form, post_json
from wire_pictures import data_url, picture

EDITS = "/v1/images/edits"
LITERAL = "Invalid image file or mode for image 1, please check your image file."


def saved(format_name):
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (64, 64), "red").save(buffer, format_name)
    return buffer.getvalue()


def iso_media(*brands):
    """The start of an ISO media file: HEIC, AVIF and MP4 differ by their brands."""
    content = brands[0] + bytes(4) + b"".join(brands)
    return (len(content) + 8).to_bytes(4, "big") + b"ftyp" + content + bytes(100)


FOREIGN = {
    "an iPhone's HEIC": (iso_media(b"heic", b"mif1", b"heic"), "a HEIC image"),
    "HEIC as mif1": (iso_media(b"mif1", b"mif1", b"heic"), "a HEIC image"),
    "HEIF": (iso_media(b"mif1", b"mif1"), "a HEIF image"),
    "AVIF": (iso_media(b"avif", b"avif", b"mif1", b"miaf"), "an AVIF image"),
    "AVIF as mif1": (iso_media(b"mif1", b"mif1", b"avif"), "an AVIF image"),
    "MP4": (iso_media(b"isom", b"isom", b"mp42"), "an MP4 or QuickTime video"),
    "GIF": (saved("GIF"), "a GIF image"),
    "BMP": (saved("BMP"), "a BMP image"),
    "TIFF": (saved("TIFF"), "a TIFF image"),
    "ICO": (saved("ICO"), "an ICO image"),
    "PDF": (saved("PDF"), "a PDF document"),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG image"),
    "SVG with a prologue": (b'\xef\xbb\xbf\n<?xml version="1.0"?><!-- made --><svg width="1"></svg>', "an SVG image"),
    "error page": (b"<!DOCTYPE html><html><body>404</body></html>", "a web page"),
    "error JSON": (b'{"error": "not found"}', "JSON text"),
    "base64": (b"iVBORw0KGgoAAAANSUhEUg", "the base64 text of an image, not its bytes"),
}


@pytest.mark.parametrize(("data", "name"), FOREIGN.values(), ids=FOREIGN)
def test_error_names_the_format_and_the_accepted_ones(shared, data, name):
    form = post_form(shared.port, EDITS, field("prompt", "a"), file("image", data))
    reference = post_json(shared.port, EDITS, {"prompt": "a", "images": [{"image_url": data_url(data)}]})

    for answer, param in ((form, "image"), (reference, "images[0]")):
        assert answer.status == 400
        assert answer.error == {
            "message": f"{LITERAL} It seems to be {name}; the accepted formats are PNG, JPEG and WebP.",
            "type": "image_generation_user_error",
            "param": param,
            "code": "invalid_image_file",
        }


def test_error_names_the_format_of_a_mask(shared):
    answer = post_form(
        shared.port, EDITS, field("prompt", "a"), file("image", picture()), file("mask", FOREIGN["AVIF"][0])
    )

    assert (answer.status, answer.error["code"]) == (400, "invalid_mask_image_format")
    assert answer.error["message"].startswith("Invalid image file or mode for mask 1, please check your image file.")
    assert "an AVIF image" in answer.error["message"]


@pytest.mark.parametrize("data", [b"", b"junk", iso_media(b"xxxx"), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\0ftyp"])
def test_unknown_or_damaged_bytes_get_the_literal_message_alone(shared, data):
    answer = post_form(shared.port, EDITS, field("prompt", "a"), file("image", data))

    assert (answer.status, answer.error["message"]) == (400, LITERAL)


@pytest.mark.parametrize("name", ["an iPhone's HEIC", "AVIF", "GIF"])
def test_strict_error_is_the_literal_message_alone(shared_strict, name):
    data = FOREIGN[name][0]
    model = {"model": "gpt-image-1", "prompt": "a"}
    form = post_form(shared_strict.port, EDITS, *(field(*pair) for pair in model.items()), file("image", data))
    reference = post_json(shared_strict.port, EDITS, {**model, "images": [{"image_url": data_url(data)}]})

    assert [answer.error["message"] for answer in (form, reference)] == [LITERAL, LITERAL]
