"""The editor: masks, several input images, comparison. With an engine that supports masks."""

import io

import numpy as np
import pytest
from PIL import Image
from steps import open_editor

from limner.engines.illustrator.engine import IllustratorEngine
from limner.settings import Settings, Storage
from running import running_server
from wire_pictures import picture

PICTURES = """() => new Promise((done) => {
  const opening = indexedDB.open("limner", 1);
  opening.onsuccess = () => {
    const asking = opening.result.transaction("pictures").objectStore("pictures").getAll();
    asking.onsuccess = async () =>
      done(await Promise.all(asking.result.map(async ({ blob }) => [...new Uint8Array(await blob.arrayBuffer())])));
  };
})"""


@pytest.fixture(scope="module")
def illustrated(tmp_path_factory):
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with running_server(IllustratorEngine(processes=1), settings) as server:
        yield server


@pytest.fixture
def page(new_page, illustrated):
    """A page with one image of 512 pixels in its history, opened in the editor."""
    page = new_page(illustrated.address)
    page.get_by_text("Custom", exact=True).click()
    page.get_by_label("Width").fill("512")
    page.get_by_label("Height").fill("512")
    page.get_by_label("Prompt").fill("A red fox on a snowy hill")
    page.get_by_role("button", name="Generate").click()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.wait_for_selector("#editor[open]")
    return page


def paint(page, *, start=(0.2, 0.2), end=(0.3, 0.2)):
    """Paint a stroke; points are relative coordinates."""
    box = page.locator("#mask").bounding_box()
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*places[0])
    page.mouse.down()
    page.mouse.move(*places[1], steps=4)
    page.mouse.up()


def painted_share(page):
    return page.evaluate("""() => {
      const { width, height } = document.querySelector("#mask");
      const { data } = document.querySelector("#mask").getContext("2d").getImageData(0, 0, width, height);
      return data.filter((value, index) => index % 4 === 3 && value > 127).length / (width * height);
    }""")


def pixels_of(page):
    images = [Image.open(io.BytesIO(bytes(data))).convert("RGB") for data in page.evaluate(PICTURES)]
    return [np.asarray(image).astype(int) for image in images]


def test_unpainted_areas_keep_every_pixel(page):
    paint(page)
    page.get_by_label("What to change").fill("Make it night")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_selector("#compare:not([hidden])")

    before, after = pixels_of(page)
    differs = np.abs(before - after).sum(axis=2) > 0
    assert before.shape == after.shape == (512, 512, 3)
    assert differs[90:115, 110:150].mean() > 0.5, "under the brush"
    assert not differs[:, 256:].any()
    assert not differs[256:, :].any()


def test_mask_is_painted_erased_inverted_cleared_undone(page):
    assert painted_share(page) == 0
    paint(page)
    stroke = painted_share(page)
    page.get_by_role("button", name="Invert").click()
    inverted = painted_share(page)
    page.get_by_role("button", name="Undo").click()
    undone = painted_share(page)
    page.get_by_role("button", name="Eraser").click()
    paint(page, end=(0.2, 0.2))
    erased = painted_share(page)
    page.get_by_role("button", name="Clear").click()

    assert 0.005 < stroke < 0.1
    assert inverted == pytest.approx(1 - stroke, abs=0.01)
    assert undone == pytest.approx(stroke, abs=0.001)
    assert 0 < erased < stroke
    assert painted_share(page) == 0
    assert page.get_by_role("button", name="Eraser").get_attribute("aria-pressed") == "true"


def test_larger_brush_paints_more(page):
    paint(page, end=(0.2, 0.2))
    thin = painted_share(page)
    page.get_by_role("button", name="Undo").click()
    page.get_by_label("Brush size").fill("120")
    paint(page, end=(0.2, 0.2))

    assert painted_share(page) > 3 * thin


def test_comparison_starts_with_the_result(page):
    page.get_by_role("button", name="Apply").click()
    page.wait_for_selector("#compare:not([hidden])")
    slider = page.get_by_label("Before and after")
    after = page.locator("#after")

    def covered():
        """The share of the result that is covered, from the left; and what screen readers say."""
        style = after.evaluate("image => getComputedStyle(image).clipPath")
        return style.replace("inset(", "").rstrip(")").split()[-1], slider.get_attribute("aria-valuetext")

    assert covered() in [("0%", "100 % after"), ("0px", "100 % after")]
    slider.fill("0")
    assert covered() == ("100%", "0 % after")
    slider.fill("30")
    assert covered() == ("70%", "30 % after"), "the left part is from before, as its label says"

    box = after.bounding_box()
    page.mouse.click(box["x"] + 0.25 * box["width"], box["y"] + 20)
    assert slider.input_value() == "75"
    page.get_by_role("button", name="Paint on the new image").click()
    assert page.locator("#canvas-frame").is_visible()


def test_second_finger_and_other_buttons_do_not_paint(page):
    paint(page, end=(0.2, 0.2))
    first = painted_share(page)
    page.locator("#mask").evaluate("""mask => {
      const { left, top, width, height } = mask.getBoundingClientRect();
      const at = (type, x, y, more) => mask.dispatchEvent(new PointerEvent(type, {
        bubbles: true, clientX: left + x * width, clientY: top + y * height, ...more }));
      at("pointerdown", 0.8, 0.8, { pointerId: 7, isPrimary: false, pointerType: "touch" });
      at("pointermove", 0.4, 0.8, { pointerId: 7, isPrimary: false, pointerType: "touch" });
      at("pointerup", 0.4, 0.8, { pointerId: 7, isPrimary: false, pointerType: "touch" });
    }""")
    box = page.locator("#mask").bounding_box()
    page.mouse.move(box["x"] + 0.6 * box["width"], box["y"] + 0.6 * box["height"])
    page.mouse.down(button="right")
    page.mouse.move(box["x"] + 0.9 * box["width"], box["y"] + 0.6 * box["height"])
    page.mouse.up(button="right")

    assert painted_share(page) == first


def test_finger_paints_the_mask(new_page, illustrated):
    page = new_page(illustrated.address, viewport={"width": 390, "height": 800}, has_touch=True)
    page.locator("#upload").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": picture(512, 512)})
    page.wait_for_selector("#editor[open]")
    assert page.evaluate("document.activeElement.tagName") != "TEXTAREA", "else its keyboard hides the picture"
    box = page.locator("#mask").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    assert painted_share(page) > 0.01


def test_several_images_can_be_sent(new_page, server, engine):
    page = new_page(server.address)
    open_editor(page)
    files = [{"name": f"{name}.png", "mimeType": "image/png", "buffer": picture()} for name in ("hat", "tie", "cane")]
    page.get_by_label("Add input images").set_input_files(files)
    page.locator("#more-images button").first.click()

    page.get_by_role("button", name="Apply").click()
    page.wait_for_selector("#compare:not([hidden])")

    assert page.locator("#more-images li").count() == 2
    assert len(engine.requests[-1].images) == 3


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_dropped_or_pasted_image_is_edited(new_page, illustrated, way):
    page = new_page(illustrated.address)

    page.evaluate(
        """([way, bytes]) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], "mine.png", { type: "image/png" }));
          const event = way === "drop"
            ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
        }""",
        [way, list(picture(80, 60))],
    )
    page.wait_for_selector("#editor[open]")

    assert page.locator("#picture").evaluate("canvas => [canvas.width, canvas.height]") == [80, 60]


def test_error_is_shown_in_the_editor(page):
    page.get_by_label("What to change").fill("")
    page.get_by_role("button", name="Apply").click()
    shown = page.locator("#editor .field-error")
    shown.wait_for()

    assert "prompt" in shown.inner_text()
    assert page.evaluate("document.activeElement.id") == "edit-prompt"


def test_closing_the_editor_stops_the_server(page, illustrated):
    page.get_by_role("button", name="Apply").click()
    page.keyboard.press("Escape")

    page.wait_for_selector("#editor:not([open])", state="attached")
    page.wait_for_function("fetch('/health').then((r) => r.json()).then((health) => health.waiting === 0)")
    assert illustrated.service.num_waiting == 0


def test_the_editor_fits_a_phone(new_page, illustrated):
    page = new_page(illustrated.address, viewport={"width": 360, "height": 780}, has_touch=True)
    page.get_by_role("button", name="Generate").click()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.wait_for_selector("#editor[open]")

    assert page.locator("#editor").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    box = page.get_by_role("button", name="Apply").bounding_box()
    assert box["y"] + box["height"] <= 780, "within reach without scrolling"
