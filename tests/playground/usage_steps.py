"""A ledger for the tests of the usage page, and the steps that they share."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from records import make_record

NOW = datetime(2026, 11, 29, 12, 30, tzinfo=UTC)
"""What the page's clock shows."""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
BARS = "nodes => nodes.map(({dataset}) => [+dataset.slot, dataset.name, +dataset.value])"


def record(**values):
    """`ago`: a timedelta before the time that the page shows."""
    at = NOW - values.pop("ago", timedelta())
    return make_record(created_at_ms=int(at.timestamp() * 1000), **values)


def days(number):
    return timedelta(days=number)


RECORDS = [
    record(model="m1", num_images=4, cost=2_000_000, total_s=1.0, queued_s=0.2, drawing_s=0.7),
    record(model="m1", num_images=0, cost=0, outcome="failed", total_s=50.0),
    record(model="m2", num_images=2, cost=0, total_s=3.0, ago=days(1), key_id=""),
    record(model="m2", num_images=6, cost=1_500_000, total_s=5.0, ago=days(2)),
    record(model="m1", num_images=10, cost=5_000_000, ago=days(20)),
]


def run_in_thread(work, *arguments):
    """Playwright has an event loop in this thread, and `asyncio.run` refuses to start another one."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(work, *arguments).result()


def bars(page, plot):
    """Slot, name and value of each part of the bars."""
    return page.locator(f"#{plot} .bar-part").evaluate_all(BARS)


def choose_period(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_function("document.querySelector('#plots').ariaBusy === 'false'")


def table_of(page, plot):
    """The texts of a table's cells, by row."""
    rows = page.locator(f"#{plot} table").last.locator("tr")
    return rows.evaluate_all("rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent))")
