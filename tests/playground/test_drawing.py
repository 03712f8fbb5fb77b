"""The playground: requests, previews, history, errors, keys; with a mouse, with a keyboard, on a phone."""

import re

import httpx2
import pytest
from steps import cards, draw, wait_for_pictures

from limner.core.queue_estimate import QueueEstimate
from limner.settings import Settings, Storage
from running import running_server, wait_until
from tiny_engine import EstimatingTinyEngine, TinyEngine

UNNAMED = re.compile(
    r"^\s*- (button|textbox|combobox|radio|slider|spinbutton|link|img|group|dialog|region)(:| \[|$)", re.MULTILINE
)


def test_image_is_shown_with_its_settings(new_page, server):
    page = new_page(server.address)

    draw(page, seed="7")
    wait_for_pictures(page, 1)

    assert page.locator("#status").inner_text().startswith("Generated in")
    assert page.locator("#results img").get_attribute("alt") == "A red fox"
    facts = cards(page).first.inner_text()
    for fact in ("A red fox", "illustrator", "1024x1024", "medium", "png", "seed 7", "tokens"):
        assert fact in facts


def test_upstream_cost_is_shown(new_page, server):
    page = new_page(server.address)

    page.get_by_label("Model").select_option("gpt-image-1.5")
    draw(page)
    wait_for_pictures(page, 1)

    assert re.search(r"\$0\.\d+ upstream", cards(page).first.inner_text())


def test_every_option_reaches_the_engine(new_page, server, engine):
    page = new_page(server.address)
    page.get_by_text("Custom", exact=True).click()
    page.get_by_label("Width").fill("256")
    page.get_by_label("Height").fill("128")
    page.get_by_label("Quality").select_option("high")
    page.get_by_label("Background").select_option("transparent")
    page.get_by_label("Format").select_option("webp")

    draw(page, n="2", seed="9")
    wait_for_pictures(page, 2)

    (request,) = engine.requests
    assert (str(request.size), request.quality, request.background) == ("256x128", "high", "transparent")
    assert (request.output_format, request.n, request.seed, request.stream) == ("webp", 2, 9, True)


def test_model_without_streams_gets_a_plain_request(new_page, strict_server, engine):
    page = new_page(strict_server.address)
    page.get_by_label("Model").select_option("dall-e-2")
    page.get_by_text("Square", exact=True).click()

    draw(page)
    wait_for_pictures(page, 1)

    assert "dall-e-2 · 1024x1024" in cards(page).first.inner_text()
    assert "undefined" not in cards(page).first.inner_text()
    assert not engine.requests[-1].stream


def test_previews_appear_during_generation(new_page, slow_server):
    page = new_page(slow_server.address)
    page.get_by_label("Previews").select_option("3")

    page.evaluate(REMEMBER_PREVIEWS)

    draw(page)
    wait_for_pictures(page, 1)

    assert page.evaluate("seen") == [f"Preview {number} of: A red fox" for number in (1, 2, 3)] + ["A red fox"]


def test_cancelling_stops_the_server(new_page, slow_server, slow_engine):
    page = new_page(slow_server.address)
    slow_engine.holds_at_step = 2  # after the first preview

    draw(page, n="4")
    page.wait_for_selector("#results img")
    assert slow_server.service.num_waiting == 4
    page.get_by_role("button", name="Cancel").click()

    assert wait_until(lambda: slow_server.service.num_waiting == 0)
    assert slow_engine.running == 0
    page.get_by_text("Cancelled: the server has stopped.").wait_for()
    assert cards(page).count() == 0
    assert page.get_by_role("button", name="Generate").is_enabled()


def test_queue_position_is_shown(new_page, slow_server, slow_engine):
    page = new_page(slow_server.address)
    slow_engine.holds_at_step = 0
    url = f"{slow_server.address}/v1/images/generations"

    with httpx2.stream("POST", url, json={"prompt": "a cat", "n": 3, "stream": True}, timeout=30):
        draw(page)
        page.get_by_text("Waiting: 3 images are ahead of yours.").wait_for()
        slow_engine.holds_at_step = None


def test_queue_estimate_is_updated(new_page, tmp_path):
    engine = EstimatingTinyEngine()
    engine.holds_at_step = 0
    engine.next = QueueEstimate(ahead=2, eta_s=14.2)
    with running_server(engine, Settings(heartbeat_s=0.05, storage=Storage(folder=tmp_path))) as server:
        page = new_page(server.address)
        draw(page)
        page.get_by_text("Waiting: 2 images are ahead of yours, about 15 s to go.").wait_for()
        engine.next = QueueEstimate(ahead=1, eta_s=1)
        page.get_by_text("Waiting: 1 image is ahead of yours.").wait_for()
        engine.next = QueueEstimate(eta_s=7)
        page.get_by_text("Generating: about 7 s.").wait_for()
        engine.holds_at_step = None
        wait_for_pictures(page, 1)


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        pytest.param({"seed": "abc"}, "#seed", "Invalid type for 'seed'", id="a seed"),
        pytest.param({"n": "11"}, "#n", "'n'", id="a number"),
        pytest.param({"prompt": ""}, "#prompt", "prompt", id="no prompt"),
    ],
)
def test_error_is_shown_at_its_field(new_page, server, fields, field, said):
    page = new_page(server.address)

    draw(page, **fields)
    shown = page.locator(".field-error")
    shown.wait_for()

    wrong = page.locator(field)
    assert said in shown.inner_text()
    assert wrong.get_attribute("aria-invalid") == "true"
    assert wrong.get_attribute("aria-describedby") == shown.get_attribute("id")
    assert page.evaluate("document.activeElement.id") == field[1:]


def test_error_is_cleared_by_valid_request(new_page, server):
    page = new_page(server.address)
    draw(page, seed="abc")
    page.locator(".field-error").wait_for()

    draw(page, seed="1")
    wait_for_pictures(page, 1)

    assert page.locator(".field-error").count() == 0
    assert page.locator("[aria-invalid]").count() == 0


def test_failure_during_stream_is_shown(new_page, tmp_path):
    with running_server(TinyEngine(fails_at_step=5), Settings(storage=Storage(folder=tmp_path))) as server:
        page = new_page(server.address)

        draw(page)
        page.locator("#error").wait_for()

        assert page.locator("#error").inner_text() == "Image generation failed"
        assert page.locator("#status").inner_text() == "No image was generated."


def test_history_survives_reload_without_deleted_images(new_page, server):
    page = new_page(server.address)
    draw(page, "A red fox")
    wait_for_pictures(page, 1)
    draw(page, "A blue owl")
    wait_for_pictures(page, 2)

    page.reload()
    wait_for_pictures(page, 2)
    newest = cards(page).first
    assert "A blue owl" in newest.inner_text()
    newest.get_by_role("button", name="Delete").click()
    wait_for_pictures(page, 1)
    page.reload()

    wait_for_pictures(page, 1)
    assert "A red fox" in cards(page).first.inner_text()


def test_image_can_be_downloaded_varied_and_reused(new_page, server, engine):
    page = new_page(server.address)
    draw(page, "A red fox", seed="3")
    wait_for_pictures(page, 1)

    with page.expect_download() as download:
        cards(page).first.get_by_role("link", name="Download").click()
    cards(page).first.get_by_role("button", name="Vary").click()
    wait_for_pictures(page, 2)
    page.get_by_label("Prompt").fill("something else")
    cards(page).last.get_by_role("button", name="Reuse").click()

    assert download.value.suggested_filename.endswith(".png")
    assert [request.operation for request in engine.requests] == ["generate", "variation"]
    assert page.get_by_label("Prompt").input_value() == "A red fox"
    assert page.get_by_label("Seed").input_value() == "3"


def test_server_with_keys_asks_for_one(new_page, engine, tmp_path):
    with running_server(engine, Settings(api_keys=("sk-one",), storage=Storage(folder=tmp_path))) as server:
        page = new_page(server.address)
        page.get_by_text("This server requires an API key.").wait_for()

        page.get_by_label("API key").fill("sk-wrong")
        page.keyboard.press("Tab")
        page.get_by_text("Incorrect API key provided").wait_for()
        page.get_by_label("API key").fill("sk-one")
        page.keyboard.press("Tab")
        page.wait_for_function("document.querySelector('#model').value === 'illustrator'")
        draw(page)
        wait_for_pictures(page, 1)

        assert page.locator(".field-error").count() == 0


def test_request_is_shown_as_programs(new_page, server):
    page = new_page(server.address)
    page.get_by_label("Prompt").fill('It\'s a "fox"')
    page.get_by_text("The same request in a program").click()

    shown = {}
    for language in ("Python", "Node", "curl"):
        page.get_by_role("button", name=language).click()
        shown[language] = page.locator("#snippet").inner_text()

    compile(shown["Python"], "snippet", "exec")
    assert f'base_url="{server.address}/v1"' in shown["Python"]
    assert 'baseURL: "' in shown["Node"]
    assert "It'\\''s a" in shown["curl"]
    assert page.get_by_role("button", name="curl").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("width", [360, 390])
def test_phone_shows_result_without_horizontal_scrolling(new_page, server, width):
    page = new_page(server.address, viewport={"width": width, "height": 800}, has_touch=True)
    page.get_by_text("The same request in a program").click()

    draw(page, n="2")
    wait_for_pictures(page, 2)

    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.locator("#results img").first.bounding_box()["y"] < 800


def test_keyboard_alone_generates_and_edits(new_page, server, engine):
    page = new_page(server.address)
    keys = page.keyboard
    for _ in range(4):  # past the skip link and the links of the header
        keys.press("Tab")
    keys.press("Control+A")
    keys.type("A green owl")
    keys.press("Control+Enter")
    wait_for_pictures(page, 1)

    page.get_by_role("button", name="Edit", exact=True).focus()
    keys.press("Enter")
    page.wait_for_selector("#editor[open]")
    keys.type("Make it night")
    keys.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "mask"
    keys.press("ArrowLeft")
    keys.press("Space")
    keys.press("Tab")
    keys.press("Control+Enter")
    wait_for_pictures(page, 2)
    keys.press("Escape")

    assert page.locator("#editor[open]").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Edit"
    assert [request.prompt for request in engine.requests] == ["A green owl", "Make it night"]
    assert engine.requests[1].mask is not None


def test_focus_moves_to_the_enabled_button(new_page, slow_server):
    page = new_page(slow_server.address)

    page.get_by_role("button", name="Generate").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#results img")
    while_drawing = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    page.get_by_text("Cancelled").wait_for()

    assert while_drawing == "cancel"
    assert page.evaluate("document.activeElement.id") == "draw"


def test_every_control_has_a_name_and_a_role(new_page, server):
    page = new_page(server.address)
    page.get_by_text("The same request in a program").click()
    draw(page)
    wait_for_pictures(page, 1)

    seen = [page.locator("body").aria_snapshot()]
    cards(page).first.get_by_role("button", name="Edit").click()
    page.wait_for_selector("#editor[open]")
    seen.append(page.locator("#editor").aria_snapshot())

    for text in seen:
        assert not UNNAMED.findall(text), text
    assert all(f'radio "{shape}"' in seen[0] for shape in ("Auto", "Square", "Landscape", "Portrait", "Banner"))
    assert 'slider "Brush size"' in seen[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(new_page, server, scheme):
    """At least 4.5, as WCAG asks."""
    page = new_page(server.address, color_scheme=scheme)

    ratios = page.evaluate(CONTRASTS)

    assert len(ratios) > 20
    assert not {text: ratio for text, ratio in ratios.items() if ratio < 4.5}


REMEMBER_PREVIEWS = """() => {
  window.seen = [];
  const results = document.querySelector("#results");
  new MutationObserver(() => {
    const shown = results.querySelector("img")?.alt;
    if (shown && seen.at(-1) !== shown) seen.push(shown);
  }).observe(results, { childList: true, subtree: true });
}"""
CONTRASTS = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (colour) => {
    const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = [...rgb(colour)].map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const ground = getComputedStyle(one).backgroundColor;
      if (rgb(ground)[3]) return ground;
    }
    return "white";
  };
  const found = {};
  for (const element of document.querySelectorAll("main *, header *")) {
    const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join("");
    if (!text || !element.checkVisibility()) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(groundOf(element))];
    found[text.slice(0, 30)] = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  return found;
}"""
