"""Pictures as URLs: which answers have them, and where they lead."""

from typing import Any
from urllib.parse import urljoin, urlsplit

from limner.conformance import expect
from limner.conformance.forms import file
from limner.conformance.group import Group
from limner.conformance.pictures import photo
from limner.conformance.target import EDITS, Target
from limner.conformance.verdict import Failed, Skipped
from limner.conformance.wire import Answer, Connection, read_address, request_head

group = Group("urls")
DALL_E_2, DALL_E_3 = ("dall-e-2",), ("dall-e-3",)
DALL_E_2_WISH = {"model": "dall-e-2", "prompt": "a red apple on a table", "size": "256x256"}


def with_url(target: Target) -> dict[str, Any]:
    """An answer that holds a URL: of dall-e-2, or of any model in the lenient manner."""

    def ask() -> dict[str, Any]:
        if "dall-e-2" in target.models or target.model == "dall-e-2":
            return expect.drawn(target.post_json("/images/generations", DALL_E_2_WISH))
        if target.strict:
            raise Skipped("the server lists no model that answers with URLs")
        return expect.drawn(target.generate(response_format="url"))

    return target.once("url", ask)


def url_of(target: Target) -> str:
    url = with_url(target)["data"][0].get("url")
    if not isinstance(url, str):
        raise Failed("a `url` string", expect.told(with_url(target)["data"][0]))
    return url


def fetch(target: Target, url: str) -> Answer:
    """Without the key: a browser that shows the picture has none."""
    address = read_address(url)
    query = urlsplit(url).query
    path = (address.path or "/") + (f"?{query}" if query else "")
    with Connection(address, deadline=target.deadline) as connection:
        connection.send(request_head("GET", path, {"Host": address.authority}))
        return connection.receive(method="GET")


@group.check("a URL is absolute")
def absolute(target: Target) -> None:
    url = url_of(target)
    try:
        read_address(url)
    except ValueError:
        raise Failed("an absolute http or https URL", expect.told(url)) from None


@group.check("a URL opens without the key, from here")
def opens_without_a_key(target: Target) -> None:
    expect.status(fetch(target, url_of(target)))


@group.check("behind a URL lies a picture, and its type says which")
def a_picture_lies_there(target: Target) -> None:
    answer = fetch(target, url_of(target))
    expect.status(answer)
    expect.equal("a Content-Type of", answer.media_type, f"image/{expect.probed(answer.body).format}")


@group.check("the picture behind a URL has the size that was asked for", needs=DALL_E_2)
def the_size_behind_a_url(target: Target) -> None:
    expect.equal("a picture of", expect.probed(fetch(target, url_of(target)).body).size, "256x256")


@group.check("a URL opens again")
def opens_again(target: Target) -> None:
    bodies = [fetch(target, url_of(target)).body for _ in range(2)]
    expect.that(bodies[0] == bodies[1], "the same picture", "another")


@group.check("an answer with a URL holds no base64")
def no_base64(target: Target) -> None:
    entry = with_url(target)["data"][0]
    expect.that(entry.get("b64_json") is None, "no `b64_json` beside `url`", sorted(entry))


@group.check("a URL of no picture is not found")
def not_found(target: Target) -> None:
    url = urlsplit(url_of(target))
    answer = fetch(target, urljoin(url.geturl(), "no-such-picture.png"))
    expect.that(400 <= answer.status < 500, "a status from 400 to 499", answer.status)


@group.check("dall-e-2 answers with a URL by default, and describes nothing", needs=DALL_E_2)
def dall_e_2_by_default(target: Target) -> None:
    body = with_url(target)
    expect.equal("keys", sorted(body), ["created", "data"])
    expect.equal("keys of an entry", sorted(body["data"][0]), ["url"])


@group.check("dall-e-2 answers in base64 on request", needs=DALL_E_2)
def dall_e_2_in_base64(target: Target) -> None:
    answer = target.post_json("/images/generations", {**DALL_E_2_WISH, "response_format": "b64_json"})
    expect.picture_of(answer)
    expect.equal("keys of an entry", sorted(expect.drawn(answer)["data"][0]), ["b64_json"])


@group.check("dall-e-3 tells its revised prompt", needs=DALL_E_3)
def dall_e_3_revises(target: Target) -> None:
    wish = {"model": "dall-e-3", "prompt": "a red apple", "size": "1024x1024"}
    entry = expect.drawn(target.post_json("/images/generations", wish))["data"][0]
    expect.equal("keys of an entry", sorted(entry), ["revised_prompt", "url"])
    expect.that(isinstance(entry["revised_prompt"], str), "a string", entry["revised_prompt"])


@group.check("two pictures have two URLs", needs=DALL_E_2)
def two_urls(target: Target) -> None:
    answer = target.post_json("/images/generations", {**DALL_E_2_WISH, "n": 2})
    urls = [entry.get("url") for entry in expect.drawn(answer)["data"]]
    expect.that(len(urls) == 2 and urls[0] != urls[1], "two URLs", urls)


@group.check("an edit of dall-e-2 answers with a URL", needs=(*DALL_E_2, "edits"))
def an_edit_with_a_url(target: Target) -> None:
    edge = min(target.edge)
    fields = target.edit_fields(model="dall-e-2", size="256x256", quality="standard")
    entry = expect.drawn(target.post_form(EDITS, *fields, file("image", photo(edge, edge))))["data"][0]
    expect.that(isinstance(entry.get("url"), str), "a `url`", sorted(entry))


@group.check("a GPT model gives a URL when it is asked for one", only="lenient", needs=("gpt",))
def a_url_of_any_model(target: Target) -> None:
    entry = expect.drawn(target.generate(response_format="url"))["data"][0]
    expect.that(isinstance(entry.get("url"), str), "a `url`", sorted(entry))


@group.check("a GPT model gives base64 unless asked otherwise", needs=("gpt",))
def base64_by_default(target: Target) -> None:
    entry = expect.drawn(target.first[1])["data"][0]
    expect.that(isinstance(entry.get("b64_json"), str), "`b64_json`", sorted(entry))
