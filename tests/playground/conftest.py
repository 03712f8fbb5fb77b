"""A real browser, headless. The playground is what it shows of itself there, and nothing else."""

import os
import shutil
from collections.abc import Iterator

import pytest

from limner.settings import Settings, Storage
from running import RunningServer, running_server
from tiny_engine import TinyEngine

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser():
    """For one file, and no longer: while it is there, this thread has a loop that is always running."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser):
    """Opens a page in a profile of its own; whatever its scripts complain of fails the test."""
    contexts, complaints = [], []

    def open_page(address, **options):
        # the page forbids what is not its own, and Playwright's way of waiting for a condition is not
        context = browser.new_context(bypass_csp=True, **{"viewport": {"width": 1280, "height": 900}} | options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if _is_complaint(message) else None)
        page.goto(address)
        page.wait_for_function("document.querySelector('#snippet').textContent")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


def _is_complaint(message):
    """An answer that is an error is noted by the browser, and told by the page itself."""
    return message.type in ("error", "warning") and "Failed to load resource" not in message.text


@pytest.fixture
def slow_engine() -> TinyEngine:
    return TinyEngine(seconds_per_step=0.15)


@pytest.fixture
def slow_server(slow_engine, tmp_path) -> Iterator[RunningServer]:
    with running_server(slow_engine, Settings(storage=Storage(folder=tmp_path))) as server:
        yield server
