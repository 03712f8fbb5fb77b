"""Selecting, dropping and pasting images, on desktop and phone, and unusable files."""

import pytest
from steps import draw, file, open_editor, wait_for_pictures

from limner.core.picture import Size
from wire_pictures import picture

HEIC = file("IMG_1.heic", b"\0\0\0\x18ftypheic", "image/heic")
DROP = """async (files) => {
  const data = new DataTransfer();
  for (const [name, type, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name, { type }));
  const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}"""


@pytest.mark.parametrize("width", [360, 412, 1280])
def test_image_can_be_selected_from_the_device(new_page, server, engine, width):
    page = new_page(server.address, viewport={"width": width, "height": 800}, has_touch=width < 1000)
    with page.expect_file_chooser() as chooser:
        page.get_by_text("Edit an image…").click()
    chooser.value.set_files(
        [file("mine.png", picture(96, 96)), file("hat.webp", picture(output_format="webp"), "image/webp")]
    )
    page.wait_for_selector("#editor[open]")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_selector("#compare:not([hidden])")

    (request,) = engine.requests
    assert (request.operation, request.size, len(request.images)) == ("edit", Size(96, 96), 2)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_file_input_is_reachable_by_keyboard(new_page, server):
    page = new_page(server.address)
    page.get_by_role("button", name="Generate").focus()
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.id") == "upload"
    assert page.locator(".file-button").evaluate("label => getComputedStyle(label).outlineStyle") == "solid"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param([HEIC], "Not a PNG, JPEG or WebP image: IMG_1.heic.", id="HEIC"),
        pytest.param([file("a.pdf", b"%PDF", "application/pdf")], "a.pdf", id="a document"),
        pytest.param([file("cut.png", picture()[:60])], "This browser cannot read: cut.png.", id="damaged"),
        pytest.param([file("empty.jpg", b"", "image/jpeg")], "This browser cannot read: empty.jpg.", id="empty"),
        pytest.param([file("renamed.jpg", HEIC["buffer"], "image/jpeg")], "cannot read: renamed.jpg", id="renamed"),
    ],
)
def test_unusable_file_is_named(new_page, server, files, message):
    page = new_page(server.address)
    page.locator("#upload").set_input_files(files)
    page.locator("#error").get_by_text(message).wait_for()

    assert page.locator("#editor[open]").count() == 0
    draw(page)
    wait_for_pictures(page, 1)
    assert page.locator("#error").is_hidden()


def test_valid_files_are_edited_and_others_named(new_page, server):
    page = new_page(server.address)
    page.locator("#upload").set_input_files([HEIC, file("mine.png", picture())])
    page.wait_for_selector("#editor[open]")

    page.locator("#editor .field-error").get_by_text("IMG_1.heic").wait_for()


def test_dropped_file_does_not_navigate_away(new_page, server):
    page = new_page(server.address)
    is_prevented = page.evaluate(DROP, [["IMG_1.heic", "image/heic", [0]]])
    page.locator("#error").get_by_text("IMG_1.heic").wait_for()

    assert is_prevented


def test_pasted_text_has_precedence_in_a_text_field(new_page, server):
    page = new_page(server.address)
    is_taken = page.locator("#prompt").evaluate(
        """(field, bytes) => {
          const data = new DataTransfer();
          data.setData("text/plain", "from a document");
          data.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          field.dispatchEvent(event);
          return event.defaultPrevented;
        }""",
        list(picture()),
    )

    assert not is_taken
    assert page.locator("#editor[open]").count() == 0


@pytest.mark.parametrize("size", [(4032, 3024), (3024, 4032), (80, 60), (6000, 60)], ids=str)
def test_image_of_any_size_can_be_edited_with_a_mask(new_page, server, engine, size):
    page = new_page(server.address)
    page.locator("#upload").set_input_files(file("photo.png", picture(*size)))
    page.wait_for_selector("#editor[open]")
    boxes = [page.locator(f"#{name}").bounding_box() for name in ("picture", "mask")]
    page.locator("#mask").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_selector("#compare:not([hidden])")

    (request,) = engine.requests
    assert request.mask.size == Size(*size)
    assert max(request.size) <= 3840
    assert boxes[0] == pytest.approx(boxes[1], abs=1)


def test_oversized_file_is_rejected_with_the_limit(new_page, server):
    page = new_page(server.address)
    page.evaluate(
        """([bytes, num]) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes), new Uint8Array(num)], "big.png", { type: "image/png" }));
          document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        [list(picture()), 60_000_000],
    )
    page.wait_for_selector("#editor[open]")
    page.get_by_role("button", name="Apply").click()
    page.locator("#editor .field-error").get_by_text("The limit is 50000000 bytes.").wait_for()


def test_too_many_images_error_is_cleared_by_removing_one(new_page, server, engine):
    page = new_page(server.address)
    open_editor(page)
    page.get_by_label("Add input images").set_input_files([file(f"{n}.png", picture()) for n in range(16)])
    page.wait_for_function("document.querySelectorAll('#more-images li').length === 16")
    page.get_by_role("button", name="Apply").click()
    page.locator("#editor .field-error").get_by_text("16").wait_for()
    page.get_by_role("button", name="Remove 15.png").click()

    assert page.locator(".field-error").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Remove 14.png"
    page.get_by_role("button", name="Apply").click()
    page.wait_for_selector("#compare:not([hidden])")
    assert len(engine.requests[-1].images) == 16
