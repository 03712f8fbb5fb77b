"""Edits in JSON, with images as data URLs or uploaded files."""

import json
from collections.abc import Callable
from typing import Any

from limner.conformance import events, expect, pictures
from limner.conformance.forms import OutgoingPart, field, file
from limner.conformance.group import Group
from limner.conformance.pictures import data_url
from limner.conformance.result import CheckFailed
from limner.conformance.target import EDITS, Target
from limner.conformance.wire import HttpResponse

group = Group("references", needs=("json edits", "gpt"))
URL = data_url(pictures.photo(64, 64))
OBJECTS = "Invalid type for 'images': expected an array of objects, but got {} instead."


def edit(target: Target, *images: Any, **values: Any) -> HttpResponse:
    return target.post_json(EDITS, target.generation_fields(images=list(images), **values))


def _add_accepted_url(name: str, sentence: str, rewrite: Callable[[str], str]) -> None:
    def run(target: Target) -> None:
        expect.first_image(edit(target, {"image_url": rewrite(data_url(target.photo))}))

    group.add(name, sentence, run)


def _in_lines(url: str) -> str:
    start, _, text = url.partition(",")
    return start + "," + "\n".join(text[at : at + 76] for at in range(0, len(text), 76))


_add_accepted_url("data-in-capitals", "a data URL may be in capitals", lambda url: url.replace("data:", "DATA:", 1))
_add_accepted_url("data-in-lines", "the base64 of a data URL may have line breaks", _in_lines)
_add_accepted_url("data-without-padding", "the base64 of a data URL may lack its padding", lambda url: url.rstrip("="))


@group.check("an image may be a data URL")
def a_data_url(target: Target) -> None:
    expect.first_image(edit(target, {"image_url": data_url(target.photo)}))


@group.check("two images are accepted")
def two_data_urls(target: Target) -> None:
    expect.first_image(edit(target, {"image_url": data_url(target.photo)}, {"image_url": URL}))


@group.check("a JPEG may be a data URL")
def a_jpeg(target: Target) -> None:
    expect.first_image(edit(target, {"image_url": data_url(pictures.grey_jpeg(64, 64), "image/jpeg")}))


@group.check("a mask may be a data URL")
def a_mask(target: Target) -> None:
    mask = {"image_url": data_url(target.mask)}
    expect.first_image(edit(target, {"image_url": data_url(target.photo)}, mask=mask))


@group.check("a null mask counts as omitted")
def a_null_mask(target: Target) -> None:
    expect.first_image(edit(target, {"image_url": URL}, mask=None))


@group.check("`moderation` and a null `input_fidelity` are accepted")
def more_parameters(target: Target) -> None:
    expect.first_image(edit(target, {"image_url": URL}, moderation="low", input_fidelity=None))


@group.check("an edit in JSON streams")
def a_stream(target: Target) -> None:
    body = json.dumps(target.generation_fields(images=[{"image_url": data_url(target.photo)}], stream=True)).encode()
    completed = events.request_stream(target, EDITS, body, "application/json").completed
    expect.equal("type", completed.get("type"), "image_edit.completed")


@group.check("an uploaded file can be used by its id until it is deleted", needs=("files",))
def a_file(target: Target) -> None:
    uploaded = target.post_form("/files", field("purpose", "vision"), file("file", target.photo))
    expect.status(uploaded)
    uploaded_file = expect.json_body(uploaded)
    file_id = uploaded_file.get("id") if isinstance(uploaded_file, dict) else None
    if not isinstance(file_id, str):
        raise CheckFailed("an `id` of the file", expect.format_value(uploaded_file))
    expect.equal("object", uploaded_file.get("object"), "file")
    expect.equal("bytes", uploaded_file.get("bytes"), len(target.photo))
    expect.first_image(edit(target, {"file_id": file_id}))
    deleted = target.request("DELETE", f"/files/{file_id}")
    expect.status(deleted)
    expect.that(expect.json_body(deleted).get("deleted") is True, "`deleted` true", expect.json_body(deleted))
    expect.error(edit(target, {"file_id": file_id}))


def upload(target: Target, *more: OutgoingPart) -> dict[str, Any]:
    response = target.post_form("/files", field("purpose", "vision"), *more, file("file", target.photo))
    expect.status(response)
    body = expect.json_body(response)
    if not isinstance(body, dict) or not isinstance(body.get("id"), str):
        raise CheckFailed("an `id` of the file", expect.format_value(body))
    return body


def page_of(target: Target, query: str) -> dict[str, Any]:
    response = target.request("GET", f"/files?{query}")
    expect.status(response)
    body = expect.json_body(response)
    if not isinstance(body, dict) or not isinstance(body.get("data"), list):
        raise CheckFailed("a `data` list", expect.format_value(body))
    return body


@group.check("the list of files is paginated", needs=("files",))
def pages_of_files(target: Target) -> None:
    ids = [upload(target)["id"] for _ in range(3)]
    try:
        found, query = [], "limit=2"
        for _ in range(1000):
            page = page_of(target, query)
            expect.that(len(page["data"]) <= 2, "at most `limit` files", len(page["data"]))
            found += [one.get("id") for one in page["data"]]
            expect.that(isinstance(page.get("has_more"), bool), "`has_more`, true or false", page.get("has_more"))
            if not page["has_more"]:
                break
            expect.equal("last_id", page.get("last_id"), found[-1])
            query = f"limit=2&after={found[-1]}"
        expect.that(set(ids) <= set(found), "every file on one of the pages", found)
        expect.equal("files named twice", len(found) - len(set(found)), 0)
    finally:
        for file_id in ids:
            target.request("DELETE", f"/files/{file_id}")


@group.check("the expiry of a file is reported", needs=("files",))
def an_expiry(target: Target) -> None:
    fields = (field("expires_after[anchor]", "created_at"), field("expires_after[seconds]", "3600"))
    body = upload(target, *fields)
    target.request("DELETE", f"/files/{body['id']}")
    expect.equal("expires_at", body.get("expires_at"), body.get("created_at", 0) + 3600)


@group.check("refuses an expiry of a second", needs=("files",))
def a_short_expiry(target: Target) -> None:
    fields = (field("expires_after[anchor]", "created_at"), field("expires_after[seconds]", "1"))
    response = target.post_form("/files", field("purpose", "vision"), *fields, file("file", target.photo))
    expect.error(response)


@group.check("refuses an unknown field of an upload", needs=("files",))
def an_unknown_field(target: Target) -> None:
    response = target.post_form("/files", field("purpose", "vision"), field("foo", "1"), file("file", target.photo))
    expect.refusal(target, response, "foo", "unknown_parameter", message="Unknown parameter: 'foo'.")


@group.check("a file that does not exist is not found", needs=("files",))
def no_such_file(target: Target) -> None:
    for path in (f"/files/file-{'0' * 24}", f"/files/file-{'0' * 24}/content"):
        expect.error(target.request("GET", path), 404)


def add_rejected(
    name: str, sentence: str, values: dict[str, Any], param: str, code: str, message: str | None = None
) -> None:
    def run(target: Target) -> None:
        response = target.post_json(EDITS, {"model": target.name, "prompt": "a", **values})
        expect.refusal(target, response, param, code, message=message)

    group.add(f"refuses-{name}", f"refuses {sentence}", run)


def image(**reference: Any) -> dict[str, Any]:
    return {"images": [reference]}


add_rejected(
    "no-images",
    "an edit without images",
    {},
    "images",
    "missing_required_parameter",
    "Missing required parameter: 'images'.",
)
add_rejected("an-empty-list", "an empty list of images", {"images": []}, "images", "empty_array")
for _name, _value, _got in (
    ("null", None, "null"),
    ("an-object", {"image_url": URL}, "an object"),
    ("a-string", URL, "a string"),
):
    add_rejected(_name, f"images that are {_got}", {"images": _value}, "images", "invalid_type", OBJECTS.format(_got))
add_rejected(
    "a-list-of-strings",
    "a list of strings",
    {"images": ["x"]},
    "images[0]",
    "invalid_type",
    "Invalid type for 'images[0]': expected an object, but got a string instead.",
)
add_rejected("seventeen", "seventeen images", {"images": [{"image_url": URL}] * 17}, "images", "array_above_max_length")
add_rejected(
    "another-key",
    "a reference with another key",
    image(image_url=URL, type="image"),
    "images[0].type",
    "unknown_parameter",
    "Unknown parameter: 'images[0].type'.",
)
add_rejected(
    "image",
    "the name image, which is for forms",
    {"image": URL},
    "image",
    "invalid_value",
    "Unknown parameter: 'image'. For application/json on /v1/images/edits, use 'images' (array).",
)
add_rejected(
    "a-number",
    "a URL that is a number",
    image(image_url=1),
    "images[0].image_url",
    "invalid_type",
    "Invalid type for 'images[0].image_url': expected a string, but got an integer instead.",
)


def add_rejected_with_any_message(name: str, sentence: str, values: dict[str, Any]) -> None:
    """Register a check for any 400 in the envelope, where upstream's message is unknown."""

    def run(target: Target) -> None:
        expect.error(target.post_json(EDITS, {"model": target.name, "prompt": "a", **values}))

    group.add(f"refuses-{name}", f"refuses {sentence}", run)


add_rejected_with_any_message("both-keys", "a URL and a file at once", image(image_url=URL, file_id="file-x"))
add_rejected_with_any_message("neither-key", "neither a URL nor a file", image())
add_rejected_with_any_message(
    "no-base64", "a data URL that is not base64", image(image_url="data:image/png;base64,@@@@")
)
add_rejected_with_any_message("no-picture", "a data URL that is not an image", image(image_url=data_url(b"hello")))
add_rejected_with_any_message("a-path", "a file of the server's disk", image(image_url="file:///etc/passwd"))
add_rejected_with_any_message(
    "a-neighbour", "a URL of the server's own machine", image(image_url="http://127.0.0.1:9/a.png")
)
add_rejected_with_any_message("an-unknown-file", "an unknown file", image(file_id=f"file-{'0' * 24}"))
add_rejected_with_any_message("a-path-as-a-file", "a path as a file's id", image(file_id="../../secret"))
add_rejected_with_any_message(
    "a-mask-list", "a mask that is a list", {"images": [{"image_url": URL}], "mask": [{"image_url": URL}]}
)
add_rejected_with_any_message("a-mask-string", "a mask that is a string", {"images": [{"image_url": URL}], "mask": URL})
add_rejected_with_any_message(
    "a-mask-of-another-size",
    "a mask of another size",
    {"images": [{"image_url": URL}], "mask": {"image_url": data_url(pictures.mask(32, 64))}},
)
