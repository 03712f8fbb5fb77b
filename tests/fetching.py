"""Servers that fetch images by URL, and edits that name URLs."""

from contextlib import contextmanager

from limner.settings import Fetch, Limits, Settings, Storage
from raw_http import post_json
from running import running_server
from tiny_engine import TinyEngine

EDITS = "/v1/images/edits"


@contextmanager
def fetching_server(folder, *, engine=None, limits=None, allow_private=True, timeout_s=30, max_redirects=3):
    fetch = Fetch(enabled=True, allow_private=allow_private, timeout_s=timeout_s, max_redirects=max_redirects)
    settings = Settings(fetch=fetch, limits=limits or Limits(), storage=Storage(folder=folder))
    with running_server(engine or TinyEngine(), settings) as server:
        yield server


def edit_of(*urls, **values):
    return {"prompt": "a", "images": [{"image_url": url} for url in urls], **values}


def edit(server, *urls, **values):
    return post_json(server.port, EDITS, edit_of(*urls, **values))


def assert_refused(answer, message, *, param="images[0].image_url"):
    assert answer.status == 400, answer.body
    assert answer.error == {
        "message": message,
        "type": "invalid_request_error",
        "param": param,
        "code": "invalid_image_url",
    }


def assert_failed(answer, url, **options):
    """The only thing that an error says."""
    assert_refused(answer, f"Error while downloading {url}.", **options)
