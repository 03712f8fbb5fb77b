"""Images as URLs: which responses have them, and whether they can be fetched."""

from typing import Any
from urllib.parse import urljoin, urlsplit

from limner.conformance import expect
from limner.conformance.forms import file
from limner.conformance.group import Group
from limner.conformance.pictures import photo
from limner.conformance.result import CheckFailed, CheckSkipped
from limner.conformance.target import EDITS, Target
from limner.conformance.wire import ClientConnection, HttpResponse, parse_address, request_head

group = Group("urls")
DALL_E_2, DALL_E_3 = ("dall-e-2",), ("dall-e-3",)
DALL_E_2_FIELDS = {"model": "dall-e-2", "prompt": "a red apple on a table", "size": "256x256"}


def with_url(target: Target) -> dict[str, Any]:
    """A response with a URL: of dall-e-2, or of any model in the lenient validation mode."""

    def request() -> dict[str, Any]:
        if "dall-e-2" in target.models or target.model == "dall-e-2":
            return expect.images(target.post_json("/images/generations", DALL_E_2_FIELDS))
        if target.strict:
            raise CheckSkipped("the server lists no model that returns URLs")
        return expect.images(target.generate(response_format="url"))

    return target.once("url", request)


def url_of(target: Target) -> str:
    url = with_url(target)["data"][0].get("url")
    if not isinstance(url, str):
        raise CheckFailed("a `url` string", expect.format_value(with_url(target)["data"][0]))
    return url


def fetch(target: Target, url: str) -> HttpResponse:
    """Fetch without the key, like a browser."""
    address = parse_address(url)
    query = urlsplit(url).query
    path = (address.path or "/") + (f"?{query}" if query else "")
    with ClientConnection(address, deadline=target.deadline) as connection:
        connection.send(request_head("GET", path, {"Host": address.authority}))
        return connection.receive(method="GET")


@group.check("a URL is absolute")
def absolute(target: Target) -> None:
    url = url_of(target)
    try:
        parse_address(url)
    except ValueError:
        raise CheckFailed("an absolute http or https URL", expect.format_value(url)) from None


@group.check("a URL can be fetched without the key")
def opens_without_a_key(target: Target) -> None:
    expect.status(fetch(target, url_of(target)))


@group.check("a URL returns an image with its content type")
def url_returns_an_image(target: Target) -> None:
    response = fetch(target, url_of(target))
    expect.status(response)
    expect.equal("a Content-Type of", response.media_type, f"image/{expect.image(response.body).format}")


@group.check("the image at a URL has the requested size", needs=DALL_E_2)
def the_size_behind_a_url(target: Target) -> None:
    expect.equal("a picture of", expect.image(fetch(target, url_of(target)).body).size, "256x256")


@group.check("a URL can be fetched repeatedly")
def opens_again(target: Target) -> None:
    bodies = [fetch(target, url_of(target)).body for _ in range(2)]
    expect.that(bodies[0] == bodies[1], "the same picture", "another")


@group.check("a response with a URL has no base64")
def no_base64(target: Target) -> None:
    entry = with_url(target)["data"][0]
    expect.that(entry.get("b64_json") is None, "no `b64_json` beside `url`", sorted(entry))


@group.check("an unknown image URL is not found")
def not_found(target: Target) -> None:
    url = urlsplit(url_of(target))
    response = fetch(target, urljoin(url.geturl(), "no-such-picture.png"))
    expect.that(400 <= response.status < 500, "a status from 400 to 499", response.status)


@group.check("dall-e-2 returns only a URL by default", needs=DALL_E_2)
def dall_e_2_by_default(target: Target) -> None:
    body = with_url(target)
    expect.equal("keys", sorted(body), ["created", "data"])
    expect.equal("keys of an entry", sorted(body["data"][0]), ["url"])


@group.check("dall-e-2 returns base64 on request", needs=DALL_E_2)
def dall_e_2_in_base64(target: Target) -> None:
    response = target.post_json("/images/generations", {**DALL_E_2_FIELDS, "response_format": "b64_json"})
    expect.first_image(response)
    expect.equal("keys of an entry", sorted(expect.images(response)["data"][0]), ["b64_json"])


@group.check("dall-e-3 reports its revised prompt", needs=DALL_E_3)
def dall_e_3_revises(target: Target) -> None:
    fields = {"model": "dall-e-3", "prompt": "a red apple", "size": "1024x1024"}
    entry = expect.images(target.post_json("/images/generations", fields))["data"][0]
    expect.equal("keys of an entry", sorted(entry), ["revised_prompt", "url"])
    expect.that(isinstance(entry["revised_prompt"], str), "a string", entry["revised_prompt"])


@group.check("two images have two URLs", needs=DALL_E_2)
def two_urls(target: Target) -> None:
    response = target.post_json("/images/generations", {**DALL_E_2_FIELDS, "n": 2})
    urls = [entry.get("url") for entry in expect.images(response)["data"]]
    expect.that(len(urls) == 2 and urls[0] != urls[1], "two URLs", urls)


@group.check("an edit by dall-e-2 returns a URL", needs=(*DALL_E_2, "edits"))
def an_edit_with_a_url(target: Target) -> None:
    edge = min(target.edge)
    fields = target.edit_fields(model="dall-e-2", size="256x256", quality="standard")
    entry = expect.images(target.post_form(EDITS, *fields, file("image", photo(edge, edge))))["data"][0]
    expect.that(isinstance(entry.get("url"), str), "a `url`", sorted(entry))


@group.check("a GPT model returns a URL on request", only="lenient", needs=("gpt",))
def a_url_of_any_model(target: Target) -> None:
    entry = expect.images(target.generate(response_format="url"))["data"][0]
    expect.that(isinstance(entry.get("url"), str), "a `url`", sorted(entry))


@group.check("a GPT model returns base64 by default", needs=("gpt",))
def base64_by_default(target: Target) -> None:
    entry = expect.images(target.first[1])["data"][0]
    expect.that(isinstance(entry.get("b64_json"), str), "`b64_json`", sorted(entry))
