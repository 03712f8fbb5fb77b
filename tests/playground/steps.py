"""Steps shared by the playground tests."""


def draw(page, prompt="A red fox", **fields):
    """Fill in the form and press Generate; `fields` by id."""
    page.get_by_label("Prompt").fill(prompt)
    for name, value in fields.items():
        page.locator(f"#{name}").fill(value)
    page.get_by_role("button", name="Generate").click()


def cards(page):
    return page.locator("#gallery li")


def wait_for_pictures(page, num):
    page.wait_for_function("num => document.querySelectorAll('#gallery li').length === num", arg=num)


def open_editor(page):
    """Generate an image and edit it."""
    draw(page)
    wait_for_pictures(page, 1)
    page.get_by_role("button", name="Edit", exact=True).click()
    page.wait_for_selector("#editor[open]")


def file(name, content, kind="image/png"):
    return {"name": name, "mimeType": kind, "buffer": content}
