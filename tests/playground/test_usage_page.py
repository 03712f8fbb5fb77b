"""What the page /usage draws from a ledger, and how its values are read, on a screen and on a phone."""

import asyncio
import csv
import io

import pytest
from usage_steps import PHONE, RECORDS, bars, choose_period, days, record, run_in_thread, table_of

from limner.access.keys import KeyStore
from limner.core.picture import Size
from records import opened


@pytest.fixture
def page(open_usage, filled):
    return open_usage(filled(RECORDS))


# ---- what is drawn


def test_bars_are_the_images_of_each_day(page):
    assert bars(page, "images") == [[4, "m2", 6], [5, "m2", 2], [6, "m1", 4]]
    assert page.locator("#images h3").inner_text() == "Images per day by model"
    assert page.locator("#images .legend li").all_inner_texts() == ["m2\n8", "m1\n4"]


def test_bars_are_as_high_as_their_values(page):
    heights = page.locator("#images .bar-part").evaluate_all("nodes => nodes.map((node) => node.getBBox().height)")
    scale = page.locator("#images text.y").all_text_contents()

    assert heights[0] / heights[1] == pytest.approx(3, rel=0.01)
    assert heights[0] / heights[2] == pytest.approx(1.5, rel=0.01)
    assert scale == ["0", "2", "4", "6"]


def test_parts_of_a_bar_are_stacked(open_usage, filled):
    page = open_usage(filled([record(model="m1", num_images=3), record(model="m2", num_images=1)]))

    boxes = page.locator("#images .bar-part").evaluate_all(
        "nodes => nodes.map((node) => node.getBBox()).map(({x, y, height}) => ({x, y, height}))"
    )
    assert boxes[0]["x"] == boxes[1]["x"]
    assert boxes[1]["y"] + boxes[1]["height"] == pytest.approx(boxes[0]["y"])


def test_cost_has_bars_and_totals_in_its_currency(page):
    assert bars(page, "cost") == [[4, "m2", 1.5], [6, "m1", 2]]
    assert page.locator("#cost text.y").all_text_contents() == ["$0", "$0.5", "$1", "$1.5", "$2"]
    names, values = (page.locator(f"#totals {tag}").all_inner_texts() for tag in ("dt", "dd"))
    assert names == ["Images", "Cost", "Requests", "Failed", "Median time"]
    assert values == ["12", "$3.50", "4 0 cancelled", "1 25 %", "3 s p99 5 s"]


def test_free_images_have_no_cost_plot(open_usage, filled):
    page = open_usage(filled([record(cost=0)]))

    assert page.locator("#cost").get_by_text("Nothing in this period had a price.").is_visible()
    assert page.locator("#cost svg").count() == 0


def test_small_groups_are_one_series(open_usage, filled):
    records = [record(model=f"m{number}", num_images=10 - number, cost=0) for number in range(8)]
    page = open_usage(filled(records))

    found = bars(page, "images")
    assert [(name, value) for _, name, value in found] == [
        *((f"m{number}", 10 - number) for number in range(5)),
        ("other", 5 + 4 + 3),
    ]
    colors = page.locator("#images .bar-part").evaluate_all("nodes => nodes.map((node) => getComputedStyle(node).fill)")
    assert len(set(colors)) == 6
    assert len(table_of(page, "groups")) == 1 + 8 + 1, "the table has all groups"


def test_latency_has_percentiles_of_each_time(page):
    names = page.locator("#latency h4").all_inner_texts()
    lines = (
        page.locator("#latency .chart")
        .first.locator(".line")
        .evaluate_all("nodes => nodes.map((node) => [node.dataset.name, node.points.length])")
    )

    assert names == ["Whole request", "In the queue", "Drawing"]
    assert lines == [["p50", 3], ["p90", 3], ["p99", 3]]
    page.locator("#latency summary").click()
    head, *rows, whole = table_of(page, "latency")
    assert head[:4] == ["Time (UTC)", "Whole request p50", "Whole request p90", "Whole request p99"]
    assert rows[6][:2] == ["Sun 29 Nov", "1 s"]
    assert rows[6][4] == "200 ms"
    assert rows[0][1] == "–"
    assert whole[:4] == ["Whole period", "3 s", "5 s", "5 s"]


def test_periods_are_hours_and_days(page):
    choose_period(page, "30 d")
    assert bars(page, "images") == [[9, "m1", 10], [27, "m2", 6], [28, "m2", 2], [29, "m1", 4]]

    choose_period(page, "24 h")
    assert bars(page, "images") == [[23, "m1", 4]]
    assert page.locator("#images h3").inner_text() == "Images per hour by model"
    assert page.locator("#images text.x").last.text_content() == "12:00"
    assert page.get_by_role("button", name="24 h").get_attribute("aria-pressed") == "true"


def test_groups_are_engines_and_routes(open_usage, filled, tmp_path):
    records = [
        record(engine="gpu", num_images=6, cost=0),
        record(engine="upstream", num_images=2, cost=1_000_000, ago=days(1)),
        record(engine="", num_images=0, cost=0, outcome="failed"),
    ]
    page = open_usage(filled(records))

    page.get_by_label("Group by").select_option(label="Engine")
    page.locator("#images h3").get_by_text("Images per day by engine").wait_for()

    assert bars(page, "images") == [[5, "upstream", 2], [6, "gpu", 6]]
    assert bars(page, "cost") == [[5, "upstream", 1]]
    head, *rows = table_of(page, "groups")
    assert head[:2] == ["Engine", "Images"]
    assert [row[:2] for row in rows] == [["gpu", "6"], ["upstream", "2"], ["no engine", "0"], ["Total", "8"]]


def test_groups_are_keys_by_name(open_usage, tmp_path, filled):
    async def create():
        async with opened(f"sqlite:///{tmp_path / 'limner.db'}") as database:
            return (await KeyStore(database).create(name="Web shop")).key.id

    key_id = run_in_thread(lambda: asyncio.run(create()))
    page = open_usage(filled([record(key_id=key_id, num_images=2), record(key_id=""), record(key_id="0123456789ab")]))
    page.get_by_label("Group by").select_option("key")
    page.locator("#images h3").get_by_text("Images per day by key").wait_for()

    assert {(name, value) for _, name, value in bars(page, "images")} == {
        ("Web shop", 2),
        ("no key", 1),
        ("0123456789ab", 1),
    }


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("operation", {"image.edit", "image.generation"}),
        ("size", {"256x256", "1024x1024"}),
        ("project", {"proj_1", "proj_default"}),
        ("user", {"ann", "no user"}),
    ],
)
def test_groups_are_of_every_dimension(open_usage, filled, group, names):
    other = {"operation": "edit", "size": Size(256, 256), "project_id": "proj_1", "user": "ann"}
    page = open_usage(filled([record(), record(**other)]))
    page.get_by_label("Group by").select_option(group)
    page.locator("#images h3").get_by_text(f"by {group}").wait_for()

    assert {name for _, name, _ in bars(page, "images")} == names


def test_tables_have_the_values_and_totals_of_the_plots(page):
    page.locator("#images summary").click()

    head, *rows, total = table_of(page, "images")
    assert head == ["Time (UTC)", "m2", "m1", "Total"]
    assert rows[4] == ["Fri 27 Nov", "6", "0", "6"]
    assert total == ["Total", "8", "4", "12"]
    head, *rows, total = table_of(page, "groups")
    assert [row[:6] for row in rows] == [["m2", "8", "$1.50", "2", "0", "0"], ["m1", "4", "$2.00", "2", "1", "0"]]
    assert total[:6] == ["Total", "12", "$3.50", "4", "1", "0"]


def test_csv_has_numbers_and_no_formulas(open_usage, filled):
    page = open_usage(filled([record(model='=1+1,"x"', num_images=2, cost=1_234_567)]))

    def download(plot):
        with page.expect_download() as waiting:
            page.locator(f"#{plot}").get_by_role("button", name="Download as CSV").click()
        text = waiting.value.path().read_text()
        return waiting.value.suggested_filename, list(csv.reader(io.StringIO(text)))

    name, rows = download("cost")
    assert name == "limner-cost.csv"
    assert rows[0] == ["Time (UTC)", '\'=1+1,"x"', "Total"]
    assert rows[-1] == ["2026-11-29T00:00:00.000Z", "1.234567", "1.234567"]
    assert rows[1][1:] == ["0", "0"]
    assert download("groups")[1][1][:4] == ['\'=1+1,"x"', "2", "1.234567", "1"]


# ---- reading values


def test_mouse_shows_the_values_of_a_day(page):
    box = page.locator("#images .bar-part").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 5)

    assert page.locator("#images .tip").inner_text().split() == ["Fri", "27", "Nov", "m2", "6", "Total", "6"]
    page.mouse.move(5, 5)
    assert page.locator("#images .tip").is_hidden()


def test_arrow_keys_read_values(page):
    chart = page.locator("#images .chart")
    chart.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")

    spoken = page.locator("#images .chart [role=status]").evaluate("node => node.textContent")
    assert spoken.split() == ["Sat", "28", "Nov", "m2", "2", "Total", "2"]
    page.keyboard.press("Home")
    assert page.locator("#images .tip strong").inner_text() == "Mon 23 Nov"
    page.keyboard.press("Escape")
    assert page.locator("#images .tip").is_hidden()


def test_tap_shows_values_within_the_page(open_usage, filled):
    page = open_usage(filled(RECORDS), **PHONE)
    for index in (0, -1):
        page.locator("#images .bar-part").nth(index).tap()
        tip = page.locator("#images .tip")
        assert tip.is_visible()
        box = tip.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


# ---- what clients choose


@pytest.mark.parametrize("group", ["model", "user"])
def test_names_are_text_never_markup(open_usage, filled, group):
    names = ["<img src=x onerror=document.title=1>", "</th><script>document.title=1</script>", '"><svg onload=x>', "  "]
    records = [record(**{group: name}, num_images=number) for number, name in enumerate(names, 1)]
    page = open_usage(filled(records))
    page.get_by_label("Group by").select_option(group)
    page.wait_for_function("document.querySelector('#plots').ariaBusy === 'false'")

    assert {name for _, name, _ in bars(page, "images")} == set(names)
    assert page.locator("#report img, #report script, [onload], [onerror]").count() == 0
    assert page.title() == "Usage - Limner"


# ---- phones


@pytest.mark.parametrize("width", [320, 390, 768])
def test_phone_scrolls_in_one_direction_only(open_usage, filled, width):
    long_names = [record(model="a-model-with-a-very-long-name-" * 5), record(model="x" * 200)]
    page = open_usage(filled([*RECORDS, *long_names]), **PHONE | {"viewport": {"width": width, "height": 740}})
    for period in ("24 h", "30 d", "7 d"):
        choose_period(page, period)
        for table in page.locator("summary").all():
            table.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("options", [PHONE, {}], ids=["phone", "screen"])
def test_labels_do_not_overlap(open_usage, filled, options):
    many = [record(num_images=2_345, cost=98_765_000_000, ago=days(number)) for number in range(30)]
    page = open_usage(filled([*RECORDS, *many]), **options)
    for period in ("24 h", "7 d", "30 d"):
        choose_period(page, period)
        for chart in page.locator(".chart").all():
            frame = chart.bounding_box()
            labels = [label.bounding_box() for label in chart.locator("text").all()]
            assert len(labels) >= 6
            for index, one in enumerate(labels):
                assert one["x"] >= frame["x"] - 1
                assert one["x"] + one["width"] <= frame["x"] + frame["width"] + 1
                assert not any(overlaps(one, other) for other in labels[:index])


def overlaps(one, other):
    return (
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] + 3 < other["y"] + other["height"]
        and other["y"] + 3 < one["y"] + one["height"]
    )


def test_plots_follow_the_width_of_the_window(page):
    page.set_viewport_size({"width": 500, "height": 800})
    page.wait_for_function(
        """[...document.querySelectorAll('.chart')].every(
          ({ firstChild, clientWidth }) => firstChild.viewBox.baseVal.width === clientWidth)"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 500
