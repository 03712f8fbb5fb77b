"""/v1/organization/usage/images, /costs and Limner's own reports, with the official client."""

import asyncio
import time
from datetime import UTC, datetime

import pytest

from limner.access.control import open_database
from limner.access.keys import KeyStore
from limner.api.organization import usage as usage_module
from limner.core.picture import Size
from limner.core.usage import TokenUsage
from limner.core.worker_stats import WorkerStats
from limner.database.schema import upgrade
from limner.settings import Access, Database, Ledger, Price, Settings, Storage
from raw_http import get, post_json
from records import fill_ledger, make_record
from running import running_server
from tiny_engine import TinyEngine

DAY_S, HOUR_S = 86_400, 3600
DAY_1 = int(datetime(2026, 11, 2, tzinfo=UTC).timestamp())
USAGE, COSTS, REPORT = "/v1/organization/usage/images", "/v1/organization/costs", "/v1/organization/limner/usage"


def record(at_s, **values):
    return make_record(created_at_ms=at_s * 1000, **values)


ONE = {"model": "gpt-image-1", "key_id": "key_1", "project_id": "proj_1", "size": Size(1024, 1024), "user": "ann"}
OTHER = {"model": "dall-e-2", "key_id": "", "project_id": "proj_2", "size": Size(256, 256), "operation": "edit"}
RECORDS = [
    record(DAY_1 - 1, **ONE, num_images=9, cost=9),
    record(DAY_1, **ONE, num_images=1, cost=1_250_000),
    record(DAY_1 + 90, **ONE, num_images=2, cost=1),
    record(DAY_1 + 5 * HOUR_S, **OTHER, num_images=3, cost=20_000),
    record(DAY_1 + 6 * HOUR_S, **OTHER, num_images=0, cost=0, outcome="failed", total_s=99.0),
    record(DAY_1 + 2 * DAY_S, **ONE, num_images=5, cost=70_000, usage=TokenUsage(1, 2, 3)),
]


@pytest.fixture
def filled(database_url, tmp_path):
    fill_ledger(database_url, tmp_path, RECORDS)
    settings = Settings(storage=Storage(folder=tmp_path), database=Database(url=database_url))
    with running_server(TinyEngine(), settings) as server:
        yield server


@pytest.fixture
def usage(filled):
    with filled.client(admin_api_key="any") as client:
        yield client.admin.organization.usage


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A server without rows."""
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path_factory.mktemp("empty")))) as server:
        yield server


def times(page):
    return [(bucket.start_time - DAY_1, bucket.end_time - DAY_1) for bucket in page.data]


def values(page, name):
    return [[getattr(result, name) for result in bucket.results] for bucket in page.data]


def test_days_include_empty_ones(usage):
    page = usage.images(start_time=DAY_1, end_time=DAY_1 + 3 * DAY_S)

    assert (page.object, page.has_more, page.next_page) == ("page", False, None)
    assert times(page) == [(0, DAY_S), (DAY_S, 2 * DAY_S), (2 * DAY_S, 3 * DAY_S)]
    assert values(page, "images") == [[6], [], [5]]
    assert values(page, "num_model_requests") == [[4], [], [1]]
    (result,) = page.data[0].results
    names = ("project_id", "user_id", "api_key_id", "model", "size", "source")
    assert [getattr(result, name) for name in names] == [None] * 6
    assert result.object == "organization.usage.images.result"


def test_hours_and_minutes_are_buckets(usage):
    hours = usage.images(start_time=DAY_1, end_time=DAY_1 + DAY_S, bucket_width="1h")
    minutes = usage.images(start_time=DAY_1, end_time=DAY_1 + 180, bucket_width="1m")

    assert len(hours.data) == 24
    assert [at for at, found in enumerate(values(hours, "images")) if found] == [0, 5, 6]
    assert values(minutes, "images") == [[1], [2], []]


def test_buckets_start_at_a_minute_and_end_with_the_time_range(usage):
    page = usage.images(start_time=DAY_1 + 65, end_time=DAY_1 + DAY_S + 7)

    assert times(page) == [(60, DAY_S), (DAY_S, DAY_S + 7)]
    assert values(page, "images") == [[5], []]


def test_pages_join_to_the_whole(usage):
    whole = usage.images(start_time=DAY_1 - DAY_S + 30, end_time=DAY_1 + 3 * DAY_S)
    found, page = [], None
    for _ in range(10):
        query = {"page": page} if page else {}
        one = usage.images(start_time=DAY_1 - DAY_S + 30, end_time=DAY_1 + 3 * DAY_S, limit=1, **query)
        found += one.data
        page = one.next_page
        assert one.has_more == (page is not None)
        if page is None:
            break

    assert found == whole.data
    assert len(found) == 4


def test_time_range_ends_now_on_every_page(usage):
    start_time = int(time.time()) - 2 * DAY_S - 60
    first = usage.images(start_time=start_time, limit=2)
    second = usage.images(start_time=start_time, limit=5, page=first.next_page)

    assert len(first.data) == 2
    assert first.data[-1].end_time == second.data[0].start_time
    assert abs(second.data[-1].end_time - time.time()) < 30
    assert not second.has_more


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("project_id", {"proj_1": 3, "proj_2": 3}),
        ("user_id", {"ann": 3, None: 3}),
        ("api_key_id", {"key_1": 3, None: 3}),
        ("model", {"gpt-image-1": 3, "dall-e-2": 3}),
        ("size", {"1024x1024": 3, "256x256": 3}),
        ("source", {"image.generation": 3, "image.edit": 3}),
    ],
)
def test_usage_is_grouped_by(usage, name, groups):
    page = usage.images(start_time=DAY_1, end_time=DAY_1 + DAY_S, group_by=[name])

    results = page.data[0].results
    assert {getattr(result, name): result.images for result in results} == groups
    others = {"project_id", "user_id", "api_key_id", "model", "size", "source"} - {name}
    assert {getattr(result, other) for result in results for other in others} == {None}


def test_usage_is_grouped_by_several_fields(usage):
    page = usage.images(start_time=DAY_1, end_time=DAY_1 + DAY_S, group_by=["model", "source"])

    assert {(result.model, result.source) for result in page.data[0].results} == {
        ("gpt-image-1", "image.generation"),
        ("dall-e-2", "image.edit"),
    }


@pytest.mark.parametrize(
    ("query", "num_images"),
    [
        pytest.param({"models": ["dall-e-2"]}, 3, id="models"),
        pytest.param({"models": ["dall-e-2", "gpt-image-1"]}, 6, id="several models"),
        pytest.param({"models": ["dall-e"]}, 0, id="no such model"),
        pytest.param({"sizes": ["256x256"]}, 3, id="sizes"),
        pytest.param({"sources": ["image.edit", "image.variation"]}, 3, id="sources"),
        pytest.param({"project_ids": ["proj_1"]}, 3, id="project_ids"),
        pytest.param({"user_ids": ["ann"]}, 3, id="user_ids"),
        pytest.param({"user_ids": [""]}, 3, id="no user"),
        pytest.param({"api_key_ids": ["key_1"]}, 3, id="api_key_ids"),
        pytest.param({"api_key_ids": ["key_1"], "models": ["dall-e-2"]}, 0, id="both"),
    ],
)
def test_usage_is_filtered_by(usage, query, num_images):
    page = usage.images(start_time=DAY_1, end_time=DAY_1 + DAY_S, **query)

    assert sum(sum(found) for found in values(page, "images")) == num_images


def test_lists_are_sent_with_and_without_brackets(filled):
    query = f"start_time={DAY_1}&end_time={DAY_1 + DAY_S}"

    answers = [
        get(filled.port, f"{USAGE}?{query}&{lists}").json()
        for lists in ("models[]=dall-e-2&models[]=x", "models=x&models=dall-e-2", "models%5B%5D=dall-e-2&models=x")
    ]

    assert [answer["data"][0]["results"][0]["images"] for answer in answers] == [3, 3, 3]


def test_costs_are_decimals_of_whole_days(usage):
    page = usage.costs(start_time=DAY_1 + 1000, end_time=DAY_1 + 2 * DAY_S + 1)

    assert times(page) == [(0, DAY_S), (DAY_S, 2 * DAY_S), (2 * DAY_S, 3 * DAY_S)]
    amounts = [[(one.amount.value, one.amount.currency) for one in bucket.results] for bucket in page.data]
    assert amounts == [[(1.270001, "usd")], [], [(0.07, "usd")]]
    (result,) = page.data[0].results
    names = ("project_id", "user_id", "line_item", "api_key_id", "api_source", "quantity", "quantity_unit")
    assert [getattr(result, name) for name in names] == [None] * 7


def test_costs_are_paged(usage):
    first = usage.costs(start_time=DAY_1, end_time=DAY_1 + 3 * DAY_S, limit=2)
    second = usage.costs(start_time=DAY_1, end_time=DAY_1 + 3 * DAY_S, limit=2, page=first.next_page)

    assert (len(first.data), first.has_more) == (2, True)
    assert times(second) == [(2 * DAY_S, 3 * DAY_S)]
    assert not second.has_more


def test_costs_by_line_item_have_a_quantity(usage):
    page = usage.costs(start_time=DAY_1, end_time=DAY_1 + DAY_S, group_by=["line_item"])

    assert {(one.line_item, one.quantity, one.quantity_unit, one.amount.value) for one in page.data[0].results} == {
        ("gpt-image-1, images", 3, "images", 1.250001),
        ("dall-e-2, images", 3, "images", 0.02),
    }


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("project_id", {"proj_1": 1.250001, "proj_2": 0.02}),
        ("user_id", {"ann": 1.250001, None: 0.02}),
        ("api_key_id", {"key_1": 1.250001, None: 0.02}),
        ("api_source", {"unlabeled": 1.270001}),
    ],
)
def test_costs_are_grouped_by(usage, name, groups):
    page = usage.costs(start_time=DAY_1, end_time=DAY_1 + DAY_S, group_by=[name])

    assert {getattr(one, name): one.amount.value for one in page.data[0].results} == groups


@pytest.mark.parametrize(
    ("query", "amounts"),
    [
        pytest.param({"project_ids": ["proj_2"]}, [0.02], id="project_ids"),
        pytest.param({"api_key_ids": ["key_1"]}, [1.250001], id="api_key_ids"),
        pytest.param({"line_items": ["dall-e-2, images"]}, [0.02], id="line_items"),
        pytest.param({"line_items": ["dall-e-2", "gpt-image-1, tokens"]}, [], id="no such line item"),
    ],
)
def test_costs_are_filtered_by(usage, query, amounts):
    page = usage.costs(start_time=DAY_1, end_time=DAY_1 + DAY_S, **query)

    assert [one.amount.value for one in page.data[0].results] == amounts


def test_report_has_rows_totals_and_latencies(filled):
    query = f"start_time={DAY_1}&end_time={DAY_1 + 3 * DAY_S}&bucket_width=1d&group_by[]=model&latency[]=total"

    report = get(filled.port, f"{REPORT}?{query}").json()

    found = [(row["start_time"] - DAY_1, row["model"], row["images"], row["cost"]) for row in report["data"]]
    assert found == [(0, "dall-e-2", 3, 0.02), (0, "gpt-image-1", 3, 1.250001), (2 * DAY_S, "gpt-image-1", 5, 0.07)]
    assert report["data"][0]["latency"] == {"total": {"p50": 0.35, "p90": 0.35, "p99": 0.35}}
    assert report["data"][0]["num_failed"] == 1
    assert report["totals"]["num_model_requests"] == 5
    assert report["totals"]["cost"] == 1.340001
    assert report["totals"]["text_tokens"] == 4 * 5 + 1
    assert (report["currency"], report["has_more"]) == ("usd", False)


def test_report_is_limited_to_the_largest_groups(filled):
    query = f"start_time={DAY_1}&end_time={DAY_1 + 3 * DAY_S}&group_by=model&limit=1"

    report = get(filled.port, f"{REPORT}?{query}").json()

    assert [row["model"] for row in report["data"]] == ["gpt-image-1"]
    assert report["has_more"]
    assert report["totals"]["images"] == 11


@pytest.mark.parametrize("path", [USAGE, COSTS])
def test_page_with_too_many_results_is_refused(filled, monkeypatch, path):
    monkeypatch.setattr(usage_module, "MAX_RESULTS", 2)
    query = f"start_time={DAY_1}&end_time={DAY_1 + 3 * DAY_S}&group_by=project_id"

    refused, shorter = (get(filled.port, f"{path}?{query}&limit={limit}") for limit in (3, 1))

    assert (refused.status, refused.error["param"], refused.error["code"]) == (400, "group_by", "too_many_results")
    assert shorter.status == 200


def test_own_requests_are_counted_at_once(tmp_path):
    settings = Settings(
        storage=Storage(folder=tmp_path), prices={"gpt-image-1": Price(image=0.5)}, ledger=Ledger(currency="eur")
    )
    start_time = int(time.time())
    with running_server(TinyEngine(), settings) as server, server.client(admin_api_key="any") as client:
        answer = post_json(server.port, "/v1/images/generations", {"prompt": "a", "model": "gpt-image-1", "n": 2})
        images = client.admin.organization.usage.images(start_time=start_time, group_by=["source"])
        costs = client.admin.organization.usage.costs(start_time=start_time)

    assert answer.status == 200
    assert [(one.images, one.source) for one in images.data[-1].results] == [(2, "image.generation")]
    assert [(one.amount.value, one.amount.currency) for one in costs.data[-1].results] == [(1.0, "eur")]


@pytest.mark.parametrize("prefix", ["/v1", "", "/openai/v1"])
def test_organization_is_served_under_every_prefix(empty, prefix):
    for path in (USAGE, COSTS, REPORT):
        answer = get(empty.port, f"{path.replace('/v1', prefix, 1)}?start_time=5&end_time=6")
        assert answer.status == 200


def test_live_reports_the_queue_and_the_workers(tmp_path):
    stats = WorkerStats(engine="tiny", device="cpu", num_workers=2, num_alive=1, num_queued=5, num_drawing=2)
    engine = TinyEngine()
    engine.stats = lambda: {engine: stats}
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        answer = get(server.port, "/v1/organization/limner/live")

    worker = {"engine": "tiny", "device": "cpu", "workers": 2, "alive": 1, "queued": 5, "drawing": 2}
    assert answer.json() == {
        "object": "limner.live",
        "ready": True,
        "waiting": 0,
        "max_waiting": 256,
        "workers": [worker | {"memory_bytes": None, "memory_total_bytes": None}],
        "routes": [],
    }


def test_usage_needs_an_admin_key(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path), access=Access(managed_keys=True), api_keys=("sk-static",))

    async def create_keys():
        database = open_database(settings)
        await upgrade(database)
        keys = [await KeyStore(database).create(name=kind, kind=kind) for kind in ("admin", "project")]
        await database.close()
        return [key.secret for key in keys]

    admin, project = asyncio.run(create_keys())
    with running_server(TinyEngine(), settings) as server:

        def status(path, key):
            headers = {"Authorization": f"Bearer {key}"} if key else {}
            return get(server.port, f"{path}?start_time={DAY_1}", headers=headers).status

        for path in (USAGE, COSTS, REPORT):
            assert [status(path, key) for key in (None, "sk-wrong", "sk-static", project, admin)] == [
                401,
                401,
                403,
                403,
                200,
            ]
        assert status("/v1/organization/limner/live", project) == 403
        with server.client(admin_api_key=admin) as client:
            assert client.admin.organization.usage.images(start_time=DAY_1).object == "page"


def test_server_without_ledger_says_so(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path), ledger=Ledger(enabled=False))
    with running_server(TinyEngine(), settings) as server:
        for path in (USAGE, COSTS, REPORT):
            answer = get(server.port, f"{path}?start_time=5")
            assert (answer.status, answer.error["code"]) == (404, "ledger_disabled")
