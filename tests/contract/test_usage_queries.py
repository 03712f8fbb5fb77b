"""Bad queries of /v1/organization/usage/images, /costs and Limner's own report."""

from datetime import UTC, datetime

import openai
import pytest

from limner.settings import Settings, Storage
from raw_http import get
from running import running_server
from tiny_engine import TinyEngine

DAY_S = 86_400
DAY_1 = int(datetime(2026, 11, 2, tzinfo=UTC).timestamp())
USAGE, COSTS, REPORT = "/v1/organization/usage/images", "/v1/organization/costs", "/v1/organization/limner/usage"


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A server without rows."""
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path_factory.mktemp("empty")))) as server:
        yield server


@pytest.mark.parametrize("path", [USAGE, COSTS, REPORT])
@pytest.mark.parametrize(
    ("query", "param", "code"),
    [
        pytest.param("", "start_time", "missing_required_parameter", id="no start"),
        pytest.param("start_time=now", "start_time", "invalid_type", id="not a number"),
        pytest.param("start_time=", "start_time", "invalid_type", id="empty"),
        pytest.param("start_time=-1", "start_time", "integer_below_min_value", id="negative"),
        pytest.param("start_time=1793750400000", "start_time", "integer_above_max_value", id="milliseconds"),
        pytest.param("start_time=5&end_time=5", "end_time", "invalid_value", id="no time"),
        pytest.param("start_time=5&start_time=6", "start_time", "duplicate_parameter", id="twice"),
        pytest.param("start_time=5&start_time[]=6", "start_time[]", "unknown_parameter", id="a list"),
        pytest.param("start_time=5&bucket_width=1w", "bucket_width", "invalid_value", id="width"),
        pytest.param("start_time=5&limit=0", "limit", "integer_below_min_value", id="no buckets"),
        pytest.param("start_time=5&limit=9999999", "limit", "integer_above_max_value", id="many buckets"),
        pytest.param("start_time=5&group_by[]=color", "group_by", "invalid_value", id="group"),
        pytest.param("start_time=5&project_ids[]=%00", "project_ids", "invalid_value", id="null character"),
        pytest.param(f"start_time=5&project_ids={'x' * 256}", "project_ids", "string_above_max_length", id="long"),
        pytest.param("start_time=5&model=x", "model", "unknown_parameter", id="unknown"),
    ],
)
def test_bad_query_names_its_parameter(empty, path, query, param, code):
    answer = get(empty.port, f"{path}?{query}")

    assert (answer.status, answer.error["type"]) == (400, "invalid_request_error")
    assert (answer.error["param"], answer.error["code"]) == (param, code)


@pytest.mark.parametrize(
    ("path", "query", "param"),
    [
        pytest.param(USAGE, "bucket_width=1d&limit=32", "limit", id="days"),
        pytest.param(USAGE, "bucket_width=1h&limit=169", "limit", id="hours"),
        pytest.param(USAGE, "bucket_width=1m&limit=1441", "limit", id="minutes"),
        pytest.param(COSTS, "limit=181", "limit", id="days of costs"),
        pytest.param(COSTS, "bucket_width=1h", "bucket_width", id="hours of costs"),
        pytest.param(COSTS, "group_by=model", "group_by", id="costs by model"),
        pytest.param(USAGE, "sizes[]=big", "sizes", id="size"),
        pytest.param(USAGE, "sources[]=image.generations", "sources", id="source"),
        pytest.param(USAGE, "page=page_x", "page", id="no page"),
        pytest.param(USAGE, "page=%C3%A4", "page", id="no ASCII"),
        pytest.param(USAGE, "page=page_AAAAAAAAAAAAAAAAAAAAAA==", "page", id="page of another query"),
        pytest.param(USAGE, "page=page_" + "_" * 22 + "==", "page", id="page of a distant time"),
        pytest.param(REPORT, "bucket_width=1m", "bucket_width", id="many buckets"),
        pytest.param(REPORT, "latency=drawn", "latency", id="measure"),
    ],
)
def test_value_out_of_range_is_refused(empty, path, query, param):
    answer = get(empty.port, f"{path}?start_time={DAY_1}&end_time={DAY_1 + 100 * DAY_S}&{query}")

    assert (answer.status, answer.error["param"]) == (400, param)


def test_page_of_another_time_range_is_refused(empty):
    with empty.client(admin_api_key="any") as client:
        usage = client.admin.organization.usage
        page = usage.images(start_time=DAY_1, end_time=DAY_1 + 9 * DAY_S, limit=2).next_page
        for query in ({"end_time": DAY_1 + 8 * DAY_S}, {"start_time": DAY_1 + 5 * DAY_S}):
            with pytest.raises(openai.BadRequestError) as raised:
                usage.images(**{"start_time": DAY_1, "end_time": DAY_1 + 9 * DAY_S, "page": page} | query)
            assert raised.value.param == "page"
