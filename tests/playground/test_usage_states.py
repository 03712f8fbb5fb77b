"""The page /usage without data, without a key, without its server, and while something happens."""

import asyncio
import re
from dataclasses import replace

import pytest
from usage_steps import RECORDS, bars, choose_period, days, record, run_in_thread

from limner.access.keys import KeyStore
from limner.core.worker_stats import DeviceMemory, WorkerStats
from limner.settings import Access, Ledger, Settings, Storage
from raw_http import post_json
from records import fill_ledger, make_record, opened
from running import running_server
from tiny_engine import TinyEngine


def test_empty_ledger_is_called_empty(open_usage, server):
    page = open_usage(server, ready="#empty:not([hidden])")

    assert page.get_by_text("No requests in this period.").is_visible()
    assert page.locator("#plots").is_hidden()
    assert page.locator("#totals dd").first.inner_text() == "0"


def test_period_without_requests_is_called_empty(open_usage, filled):
    page = open_usage(filled([record(ago=days(3))]))
    choose_period(page, "24 h")
    assert page.locator("#empty").is_visible()

    choose_period(page, "30 d")
    assert page.locator("#empty").is_hidden()
    assert bars(page, "images") == [[26, "gpt-image-1", 1]]


def test_server_without_ledger_says_so(open_usage, tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path), ledger=Ledger(enabled=False))
    with running_server(TinyEngine(), settings) as server:
        page = open_usage(server, ready="#error:not([hidden])")

        assert "This server records no usage" in page.locator("#error").inner_text()
        assert page.locator("#report").is_hidden()


def test_page_recovers_when_the_server_is_back(new_page, filled):
    server = filled([make_record()])
    page = new_page(f"{server.address}/usage", ready="#images svg")
    page.route("**/v1/organization/**", lambda route: route.abort("connectionrefused"))
    page.clock.install()
    page.reload()
    page.locator("#error").get_by_text("No answer from").wait_for()
    page.unroute("**/v1/organization/**")
    page.clock.fast_forward(6000)

    page.wait_for_selector("#images svg")
    assert page.locator("#error").is_hidden()


def test_server_that_stops_is_noticed_while_watching(new_page, filled):
    page = new_page(f"{filled([make_record()]).address}/usage", ready="#live:not([hidden])")
    page.route("**/limner/live", lambda route: route.abort("connectionrefused"))
    page.locator("#error").get_by_text("No answer from").wait_for()
    assert page.locator("#live").is_hidden()
    assert page.locator("#images svg").is_visible()

    page.unroute("**/limner/live")
    page.wait_for_selector("#live:not([hidden])")
    assert page.locator("#error").is_hidden()


def test_report_is_loaded_again(new_page, filled):
    server = filled([make_record(num_images=1)])
    page = new_page("about:blank", ready="body")
    page.clock.install()
    page.goto(f"{server.address}/usage")
    page.wait_for_selector("#images svg")
    post_json(server.port, "/v1/images/generations", {"prompt": "a", "size": "64x64", "n": 3})
    page.clock.fast_forward(61_000)

    page.wait_for_function("document.querySelector('#totals dd').textContent === '4'")


def test_queue_is_shown_live(new_page, slow_server, slow_engine):
    slow_engine.holds_at_step = 0
    page = new_page(f"{slow_server.address}/usage", ready="#live:not([hidden])")
    assert page.locator("#live dd").first.inner_text() == "0 of 256 images"
    page.evaluate("""fetch("v1/images/generations", {method: "POST", body: '{"prompt": "a", "n": 3, "size": "64x64"}',
      headers: {"content-type": "application/json"}}).then(() => {}); 0""")
    page.wait_for_function("document.querySelector('#live dd').textContent.startsWith('3 ')")
    slow_engine.holds_at_step = None
    page.wait_for_function("document.querySelector('#live dd').textContent.startsWith('0 ')")


def test_workers_of_each_device_are_shown(new_page, engine, tmp_path):
    memory = DeviceMemory(total_bytes=80_000_000_000, reserved_bytes=20_500_000_000, allocated_bytes=1)
    gpu = WorkerStats(engine="diffusers", device="cuda:0", num_workers=1, num_alive=1, num_queued=7, num_drawing=4)
    cpu = WorkerStats(engine="illustrator", device="cpu", num_workers=2, num_alive=1, num_queued=0, num_drawing=1)
    engine.stats = lambda: {"gpu": replace(gpu, memory=memory), "cpu": cpu}
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        page = new_page(f"{server.address}/usage", ready="#live:not([hidden])")
        tiles = [[line for line in text.split("\n") if line] for text in page.locator("#live .tile").all_inner_texts()]

    assert tiles[1:] == [
        ["diffusers on cuda:0", "4 drawing, 1 worker", "7 queued, 20.5 of 80.0 GB"],
        ["illustrator on cpu", "1 drawing, 2 workers", "1 of 2 workers not running, 0 queued"],
    ]


def test_page_works_under_its_policy(open_usage, filled):
    """All other tests bypass the policy, because of how they wait."""
    page = open_usage(filled(RECORDS), bypass_csp=False)

    assert page.locator("#images .bar-part").count() == 3
    with page.expect_download():
        page.locator("#images").get_by_role("button", name="Download as CSV").click()


def test_headings_and_plots_have_names(open_usage, filled):
    page = open_usage(filled(RECORDS))
    levels = page.locator("h1, h2, h3, h4").evaluate_all("nodes => nodes.map((node) => +node.tagName[1])")
    names = page.locator(".chart").evaluate_all("nodes => nodes.map((node) => node.ariaLabel)")

    assert levels == [1, 2, 2, 3, 3, 3, 4, 4, 4, 3]
    assert all(re.match(r".+\. The arrow keys read its values", name) for name in names)
    assert page.locator("svg:not([aria-hidden=true])").count() == 0
    assert page.get_by_role("region", name="Table: All numbers by model").is_visible()


def test_playground_links_to_usage_and_back(new_page, server):
    page = new_page(server.address)
    page.get_by_role("link", name="Usage").click()
    page.wait_for_selector("#report:not([hidden])")
    page.get_by_role("link", name="Playground").click()
    page.wait_for_selector("#snippet", state="attached")


# ---- the key


@pytest.fixture
def locked(tmp_path):
    """A server with managed keys, and the secrets of an admin key and of another one."""
    url = f"sqlite:///{tmp_path / 'limner.db'}"

    async def create():
        async with opened(url) as database:
            keys = [await KeyStore(database).create(name=kind, kind=kind) for kind in ("admin", "project")]
            return [key.secret for key in keys]

    secrets = run_in_thread(lambda: asyncio.run(create()))
    run_in_thread(fill_ledger, url, tmp_path / "ledger", RECORDS)
    settings = Settings(storage=Storage(folder=tmp_path), access=Access(managed_keys=True))
    with running_server(TinyEngine(), settings) as server:
        yield server, *secrets


def enter_key(page, key):
    page.get_by_label("Admin key").fill(key)
    page.keyboard.press("Enter")


def test_admin_key_is_asked_for_and_kept_in_the_tab(open_usage, locked):
    server, admin, _ = locked
    page = open_usage(server, ready="#key-form:not([hidden])")
    assert page.locator("#error").inner_text() == "This server shows its usage to admin keys only."
    assert page.locator("#live").is_hidden()

    enter_key(page, admin)
    page.wait_for_selector("#images svg")
    assert page.locator("#error").is_hidden()
    page.wait_for_selector("#live:not([hidden])")
    page.reload()
    page.wait_for_selector("#images svg")
    assert page.evaluate("localStorage.length") == 0
    assert admin not in page.content()


@pytest.mark.parametrize("key", ["sk-wrong-wrong-wrong", "project", "schlüssel"])
def test_other_keys_are_refused_with_a_reason(open_usage, locked, key):
    server, _, project = locked
    page = open_usage(server, ready="#key-form:not([hidden])")
    enter_key(page, project if key == "project" else key)

    reason = {
        "sk-wrong-wrong-wrong": "Incorrect API key provided",
        "project": "It needs an admin key.",
        "schlüssel": "printable ASCII",
    }[key]
    page.locator("#error").get_by_text(reason).wait_for()
    assert page.locator("#report").is_hidden()
    assert page.get_by_label("Admin key").is_visible()


def test_key_that_is_revoked_hides_the_report(open_usage, locked):
    server, admin, _ = locked
    page = open_usage(server, ready="#key-form:not([hidden])")
    enter_key(page, admin)
    page.wait_for_selector("#images svg")
    page.route("**/limner/usage*", lambda route: route.fulfill(status=401, body='{"error": {"message": "Revoked."}}'))
    page.get_by_role("button", name="30 d").click()
    page.locator("#error").get_by_text("Revoked.").wait_for()

    assert page.locator("#report").is_hidden()
    page.unroute("**/limner/usage*")
    enter_key(page, admin)
    page.wait_for_selector("#report:not([hidden])")
