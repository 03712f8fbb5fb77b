"""The playground with servers that require a key, are slow, stop, restart, are busy or are not Limner."""

import base64
import json

import pytest
from steps import cards, draw, open_editor, wait_for_pictures

from limner.settings import Settings, Storage
from running import running_server
from wire_pictures import picture

MODELS, GENERATIONS = "**/v1/models", "**/v1/images/generations"
HAS_MODEL = "document.querySelector('#model').value === 'illustrator'"


@pytest.fixture
def key_server(engine, tmp_path):
    with running_server(engine, Settings(api_keys=("sk-one",), storage=Storage(folder=tmp_path))) as server:
        yield server


def test_enter_in_key_field_loads_models(new_page, key_server, engine):
    page = new_page(key_server.address)
    page.get_by_label("API key").fill("sk-one")
    page.keyboard.press("Enter")
    page.get_by_text("The key is accepted.").wait_for()

    assert page.evaluate(HAS_MODEL)
    assert engine.requests == []
    page.keyboard.press("Enter")
    wait_for_pictures(page, 1)
    assert page.locator(".error:visible").count() == 0


def test_enter_with_wrong_key_keeps_focus(new_page, key_server):
    page = new_page(key_server.address)
    page.get_by_label("API key").fill("sk-two")
    page.keyboard.press("Enter")
    page.get_by_text("Incorrect API key provided").wait_for()

    assert page.evaluate("document.activeElement.id") == "key"
    page.keyboard.type("x")
    assert page.locator(".field-error").count() == 0


def test_generate_after_typing_a_key_sends_a_model(new_page, key_server, engine):
    page = new_page(key_server.address)
    page.get_by_label("API key").fill("sk-one")
    page.get_by_role("button", name="Generate").click()
    wait_for_pictures(page, 1)

    assert engine.requests[0].model == "illustrator"


def test_generate_waits_for_slow_models(new_page, server, engine):
    page = new_page(server.address)
    held = []

    def hold(route):  # Playwright looks at a handler's signature, which `held.append` has none of
        held.append(route)

    page.route(MODELS, hold)
    page.reload()
    page.wait_for_function("document.querySelector('#snippet').textContent")
    draw(page)
    page.wait_for_timeout(200)
    assert engine.requests == []

    held[0].continue_()
    wait_for_pictures(page, 1)
    assert engine.requests[0].model == "illustrator"


def test_invalid_key_is_rejected_at_its_field(new_page, key_server):
    page = new_page(key_server.address)
    page.get_by_label("API key").fill("schlüssel „eins“")
    page.keyboard.press("Enter")
    page.locator("#key-field .field-error").get_by_text("A key may contain only").wait_for()


def test_key_survives_reload(new_page, key_server):
    page = new_page(key_server.address)
    page.get_by_label("API key").fill("sk-one")
    page.keyboard.press("Enter")
    page.wait_for_function(HAS_MODEL)
    page.reload()
    page.wait_for_function(HAS_MODEL)

    assert page.get_by_label("API key").input_value() == "sk-one"


def test_key_rejected_in_editor_is_requested_in_form(new_page, server):
    page = new_page(server.address)
    open_editor(page)
    page.route("**/v1/images/edits", lambda route: respond(route, 401, {"error": {"message": "No key."}}))
    page.get_by_role("button", name="Apply").click()
    page.locator("#edit-error").get_by_text("No key. Close this window").wait_for()
    page.keyboard.press("Escape")

    assert page.get_by_label("API key").is_visible()


def test_stopped_server_is_reported(new_page, engine, tmp_path):
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        page = new_page(server.address)
        page.wait_for_function(HAS_MODEL)
    draw(page)
    page.get_by_text(f"No answer from {server.address}").wait_for()

    assert page.locator("#status").inner_text() == "No image was generated."
    assert page.get_by_role("button", name="Generate").is_enabled()


def test_models_are_loaded_when_server_is_back(new_page, server):
    page = new_page(server.address)
    page.route(MODELS, lambda route: route.abort("connectionrefused"))
    page.reload()
    page.get_by_text("No answer from").wait_for()
    page.unroute(MODELS)

    page.wait_for_function(HAS_MODEL)
    page.wait_for_function("document.querySelector('#error').hidden")


def test_server_without_models_is_reported(new_page, server):
    page = new_page(server.address)
    page.route(MODELS, lambda route: respond(route, 200, {"object": "list", "data": []}))
    page.reload()
    page.get_by_text("This server has no models.").wait_for()


def test_models_are_reloaded_when_one_is_gone(new_page, server):
    page = new_page(server.address)
    gone = {"error": {"message": "It does not exist", "param": "model", "code": "model_not_found"}}
    page.route(GENERATIONS, lambda route: respond(route, 404, gone))
    page.route(MODELS, lambda route: respond(route, 200, {"data": [{"id": "new-one"}]}))
    draw(page)
    page.get_by_text("It does not exist").wait_for()
    page.wait_for_function("document.querySelector('#model').value === 'new-one'")


@pytest.mark.parametrize(
    ("status", "body", "retry_after", "message"),
    [
        pytest.param(429, "<h1>Slow down</h1>", "7", "The server is busy (429). Try again in 7 s.", id="429"),
        pytest.param(503, {"error": {"message": "Full."}}, "30", "Full. Try again in 30 s.", id="503"),
        pytest.param(
            429, {"error": {"message": "Please try again in 3s."}}, "3", "Please try again in 3s.", id="429 with time"
        ),
        pytest.param(503, "", None, "The server is not available at the moment (503).", id="503 of a proxy"),
        pytest.param(413, "<html>", None, "The request is too large", id="413 of a proxy"),
        pytest.param(502, "<html>", None, "The server cannot be reached by the proxy", id="502"),
        pytest.param(418, {"error": "A teapot."}, None, "A teapot.", id="a plain error"),
        pytest.param(500, {"detail": "?"}, None, "The server answered with status 500.", id="another shape"),
        pytest.param(200, "<html>", None, "is not an Images API", id="a page"),
        pytest.param(200, {"images": []}, None, "is not an Images API", id="another API"),
        pytest.param(200, {"data": [{"url": "http://x"}]}, None, "The server sent no image", id="an address"),
    ],
)
def test_other_responses_are_explained(new_page, server, status, body, retry_after, message):
    page = new_page(server.address)
    page.route(GENERATIONS, lambda route: respond(route, status, body, retry_after))
    draw(page)
    page.locator("#error").get_by_text(message).wait_for()

    assert "undefined" not in page.locator("#error").inner_text()
    assert page.get_by_role("button", name="Generate").is_enabled()


def test_truncated_stream_is_an_error(new_page, server):
    page = new_page(server.address)
    frame = {"type": "image_generation.partial_image", "b64_json": ENCODED, "partial_image_index": 0}
    body = f"event: image_generation.partial_image\ndata: {json.dumps(frame)}\n\n"
    page.route(GENERATIONS, lambda route: route.fulfill(content_type="text/event-stream", body=body))
    draw(page)
    page.get_by_text("The connection to the server was lost").wait_for()

    assert page.locator("#results img").count() == 0
    assert cards(page).count() == 0


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"limner-note": "Not drawn: caf%C3%A9 %E2%80%9C100%25%E2%80%9D"}, id="percent-encoded"),
        pytest.param({"limner-note*": "UTF-8''Not%20drawn%3A%20caf%C3%A9%20%E2%80%9C100%25%E2%80%9D"}, id="RFC 8187"),
        pytest.param({"limner-note": "Not drawn: café “100%”"}, id="as it is"),
    ],
)
def test_note_is_shown_in_any_encoding(new_page, server, headers):
    page = new_page(server.address)
    body = {"data": [{"b64_json": ENCODED}]}
    page.route(GENERATIONS, lambda route: respond(route, 200, body, headers=headers))
    draw(page)
    page.get_by_text("Not drawn: café “100%”").wait_for()


def test_notes_are_shown_as_sentences(new_page, server, engine):
    engine.note = "not drawn: banking app, mockup"
    page = new_page(server.address)
    draw(page)
    page.get_by_text(" s. Not drawn: banking app, mockup.").wait_for()


ENCODED = base64.b64encode(picture()).decode()


def respond(route, status, body, retry_after=None, headers=None):
    text = body if isinstance(body, str) else json.dumps(body)
    extra = {"retry-after": retry_after} if retry_after else {}
    kind = "text/html" if isinstance(body, str) else "application/json"
    route.fulfill(status=status, body=text, headers={"content-type": kind} | extra | (headers or {}))
