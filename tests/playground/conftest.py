"""The pages in a real browser, headless."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from usage_steps import NOW, run_in_thread

from limner.settings import Settings, Storage
from records import fill_ledger
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
    """Module scope: while it is open, this thread runs an event loop, which would disturb other tests."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser):
    """Open a page in a new profile. Script errors and warnings fail the test."""
    contexts, complaints = [], []

    def open_page(address, *, ready="#snippet:not(:empty)", at=None, **options):
        """`ready`: what the page shows when its script has run. `at`: the time that the page's clock shows."""
        # Playwright's `wait_for_function` evaluates strings, which the page's policy forbids
        defaults = {"viewport": {"width": 1280, "height": 900}, "bypass_csp": True}
        context = browser.new_context(**defaults | options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if _is_complaint(message) else None)
        if at is not None:
            page.clock.set_fixed_time(at)
        page.goto(address)
        page.wait_for_selector(ready, state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


def _is_complaint(message):
    """The browser logs each error response; the page handles them itself."""
    return message.type in ("error", "warning") and "Failed to load resource" not in message.text


@pytest.fixture
def slow_engine() -> TinyEngine:
    return TinyEngine(seconds_per_step=0.15)


@pytest.fixture
def slow_server(slow_engine, tmp_path) -> Iterator[RunningServer]:
    with running_server(slow_engine, Settings(storage=Storage(folder=tmp_path))) as server:
        yield server


@pytest.fixture
def filled(tmp_path):
    """A function that starts a server whose ledger has these records."""
    with ExitStack() as stack:

        def start(records) -> RunningServer:
            run_in_thread(fill_ledger, f"sqlite:///{tmp_path / 'limner.db'}", tmp_path / "ledger", records)
            return stack.enter_context(running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))))

        yield start


@pytest.fixture
def open_usage(new_page):
    """Open the usage page of a server."""

    def open_page(server, *, ready="#images svg", **options):
        return new_page(f"{server.address}/usage", ready=ready, **{"at": NOW} | options)

    return open_page
