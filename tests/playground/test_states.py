"""Errors, status, history and focus after cancelling, repeating and reloading."""

import json

import pytest
from steps import cards, draw, file, open_editor, wait_for_pictures

from running import running_server
from tiny_engine import TinyEngine
from wire_pictures import picture


def test_error_is_cleared_when_its_field_is_corrected(new_page, server):
    page = new_page(server.address)
    draw(page, seed="abc")
    page.locator(".field-error").wait_for()

    page.get_by_label("Prompt").fill("A blue owl")
    assert page.locator(".field-error").count() == 1, "still wrong"
    page.get_by_label("Seed").fill("7")
    assert page.locator(".field-error").count() == 0
    assert page.locator("[aria-invalid]").count() == 0


def test_error_is_cleared_when_another_field_is_corrected(new_page, server):
    page = new_page(server.address)
    page.get_by_label("Background").select_option("transparent")
    page.get_by_label("Format").select_option("jpeg")
    draw(page)
    page.locator(".field-error").get_by_text("Transparent background").wait_for()

    page.get_by_label("Format").select_option("webp")
    assert page.locator(".field-error").count() == 0


def test_invalid_custom_size_focuses_its_fields(new_page, server):
    page = new_page(server.address)
    page.get_by_text("Custom", exact=True).click()
    draw(page, width="9000")
    page.locator(".field-error").get_by_text("3840").wait_for()

    assert page.evaluate("document.activeElement.id") == "width"
    page.keyboard.press("Control+A")
    page.keyboard.type("640")
    assert page.locator(".field-error").count() == 0


def test_empty_image_count_means_one(new_page, server, engine):
    page = new_page(server.address)
    draw(page, n="")
    wait_for_pictures(page, 1)

    assert engine.requests[0].n == 1


def test_error_of_variation_marks_no_field(new_page, server):
    page = new_page(server.address)
    draw(page)
    wait_for_pictures(page, 1)
    error = {"error": {"message": "Wrong.", "param": "model", "code": "invalid_value"}}
    page.route("**/v1/images/variations", lambda route: route.fulfill(status=400, body=json.dumps(error)))
    page.get_by_role("button", name="Vary").click()
    page.locator("#error").get_by_text("Wrong.").wait_for()

    assert page.locator(".field-error").count() == 0


def test_general_error_is_in_view_on_a_phone(new_page, server):
    page = new_page(server.address, viewport={"width": 360, "height": 740}, has_touch=True)
    page.route("**/v1/images/generations", lambda route: route.fulfill(status=500, body="{}"))
    draw(page)
    page.locator("#error").get_by_text("500").wait_for()
    page.wait_for_timeout(200)

    box = page.locator("#error").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 740


def test_cancel_is_visible_on_a_phone(new_page, slow_server):
    page = new_page(slow_server.address, viewport={"width": 360, "height": 740}, has_touch=True)
    draw(page, n="4")
    page.wait_for_selector("#results img")

    box = page.get_by_role("button", name="Cancel").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 740


def test_cancelled_request_keeps_completed_images(new_page, slow_server):
    page = new_page(slow_server.address)
    draw(page, n="3")
    wait_for_pictures(page, 1)
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("Cancelled: ").wait_for()

    kept = cards(page).count()
    assert page.locator("#status").inner_text() == f"Cancelled: {kept} of 3 images were generated."
    assert page.locator("#results figure").count() == kept
    assert page.locator("#results .waiting").count() == 0


def test_double_click_generates_once(new_page, slow_server, slow_engine):
    page = new_page(slow_server.address)
    page.get_by_label("Prompt").focus()
    for _ in range(3):
        page.keyboard.press("Control+Enter")
    wait_for_pictures(page, 1)
    page.wait_for_timeout(300)

    assert len(slow_engine.requests) == 1
    assert page.locator("#results img").count() == 1


def test_vary_is_disabled_during_generation(new_page, slow_server):
    page = new_page(slow_server.address)
    draw(page)
    wait_for_pictures(page, 1)
    draw(page)
    assert page.get_by_role("button", name="Vary").is_disabled()

    wait_for_pictures(page, 2)
    page.wait_for_function("!document.querySelector('#draw').disabled")
    assert page.locator(".draws:disabled").count() == 0


def test_loaded_history_is_not_called_empty(new_page, server):
    page = new_page(server.address)
    page.get_by_text("No images yet.").wait_for()
    draw(page)
    wait_for_pictures(page, 1)
    page.reload()
    wait_for_pictures(page, 1)

    assert page.get_by_text("No images yet.").count() == 0
    assert page.locator("#empty").is_hidden()


@pytest.mark.parametrize("name", ["QuotaExceededError", "UnknownError"])
def test_image_that_cannot_be_stored_stays_usable(new_page, server, engine, name):
    page = new_page(server.address)
    page.evaluate(
        """(name) => {
          IDBObjectStore.prototype.add = () => { throw new DOMException("full", name); };
        }""",
        name,
    )
    draw(page)
    wait_for_pictures(page, 1)
    page.get_by_text("This browser could not store all images").wait_for()
    page.get_by_role("button", name="Vary").click()
    wait_for_pictures(page, 2)
    page.get_by_role("button", name="Delete").first.click()
    wait_for_pictures(page, 1)

    assert [request.operation for request in engine.requests] == ["generate", "variation"]


def test_deleting_moves_focus_to_the_next_image(new_page, server):
    page = new_page(server.address)
    draw(page, n="3")
    wait_for_pictures(page, 3)
    for left in (2, 1):
        page.get_by_role("button", name="Delete").first.focus()
        page.keyboard.press("Enter")
        wait_for_pictures(page, left)
        page.wait_for_function("document.activeElement.textContent === 'Delete'")
    page.keyboard.press("Enter")
    wait_for_pictures(page, 0)
    page.wait_for_function("document.activeElement.id === 'stage'")


def test_reuse_restores_every_setting_and_clears_errors(new_page, server):
    page = new_page(server.address)
    page.get_by_text("Custom", exact=True).click()
    page.get_by_label("Background").select_option("transparent")
    page.get_by_label("Format").select_option("webp")
    draw(page, "A snail", width="320", height="192", seed="5")
    wait_for_pictures(page, 1)
    page.reload()
    wait_for_pictures(page, 1)
    draw(page, seed="abc")
    page.locator(".field-error").wait_for()
    page.get_by_role("button", name="Reuse").click()

    assert page.locator(".field-error").count() == 0
    ids = ("prompt", "width", "height", "background", "output_format", "seed", "quality")
    shown = [page.locator(f"#{name}").input_value() for name in ids]
    assert shown == ["A snail", "320", "192", "transparent", "webp", "5", "medium"]
    assert page.locator("#custom-size").is_visible()
    assert "320x192" in page.locator("#snippet").evaluate("element => element.textContent")


def test_reuse_with_older_model_leaves_no_field_empty(new_page, strict_server, engine):
    page = new_page(strict_server.address)
    page.get_by_label("Model").select_option("dall-e-2")
    draw(page)
    wait_for_pictures(page, 1)
    page.get_by_role("button", name="Reuse").click()

    assert page.get_by_label("Quality").input_value() == "auto"
    assert page.get_by_label("Model").input_value() == "dall-e-2"


def test_variation_of_variation_keeps_the_prompt(new_page, server):
    page = new_page(server.address)
    draw(page, "A snail")
    wait_for_pictures(page, 1)
    for num in (2, 3):
        cards(page).first.get_by_role("button", name="Vary").click()
        wait_for_pictures(page, num)
        page.wait_for_function("!document.querySelector('#draw').disabled")
    assert cards(page).first.locator(".prompt").inner_text() == "A variation of: A snail"
    cards(page).first.get_by_role("button", name="Reuse").click()

    assert page.get_by_label("Prompt").input_value() == "A snail"


def test_long_prompt_is_truncated_in_alternative_texts(new_page, server):
    page = new_page(server.address, viewport={"width": 360, "height": 740})
    draw(page, "x" * 20_000)
    wait_for_pictures(page, 1)

    assert len(page.locator("#results img").get_attribute("alt")) <= 201
    assert len(cards(page).locator("img").get_attribute("alt")) <= 201
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_strict_model_generates_several_without_stream(new_page, strict_server, engine):
    page = new_page(strict_server.address)
    page.get_by_label("Model").select_option("gpt-image-1")
    draw(page, n="2")
    wait_for_pictures(page, 2)

    assert (engine.requests[-1].n, engine.requests[-1].stream) == (2, False)


@pytest.mark.parametrize("model", ["dall-e-2", "gpt-image-1", "gpt-image-2"])
def test_strict_server_edits_with_older_and_newer_models(new_page, strict_server, engine, model):
    page = new_page(strict_server.address)
    page.get_by_label("Model").select_option(model)
    page.locator("#upload").set_input_files(file("mine.png", picture(512, 512, mode="RGBA")))
    page.wait_for_selector("#editor[open]")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_selector("#compare:not([hidden])")

    assert engine.requests[-1].model == model


def test_edit_is_applied_once_on_repeated_clicks(new_page, slow_server, slow_engine):
    page = new_page(slow_server.address)
    open_editor(page)
    page.get_by_label("What to change").focus()
    for _ in range(3):
        page.keyboard.press("Control+Enter")
    page.wait_for_selector("#compare:not([hidden])")

    assert [request.operation for request in slow_engine.requests] == ["generate", "edit"]


def test_closed_edit_does_not_affect_the_next_one(new_page, slow_server):
    page = new_page(slow_server.address)
    open_editor(page)
    page.get_by_role("button", name="Apply").click()
    page.keyboard.press("Escape")
    page.locator("#upload").set_input_files(file("mine.png", picture(90, 70)))
    page.wait_for_selector("#editor[open]")
    page.wait_for_timeout(500)

    assert page.locator("#picture").evaluate("canvas => [canvas.width, canvas.height]") == [90, 70]
    assert page.locator("#edit-status").inner_text() == ""
    assert page.get_by_role("button", name="Apply").is_enabled()


class LoadingEngine(TinyEngine):
    not_ready_reason = "The model 'me/tiny' is being downloaded: 3.2 GB are here."


def test_page_says_what_the_server_is_loading(new_page, settings):
    with running_server(engine := LoadingEngine(), settings) as server:
        page = new_page(server.address)
        page.get_by_text("The model 'me/tiny' is being downloaded: 3.2 GB are here.").wait_for()
        engine.not_ready_reason = None

        page.locator("#loading").wait_for(state="hidden")
