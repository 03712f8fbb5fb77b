"""Rate limits of projects through the official client's `admin.organization.projects.rate_limits`."""

import openai
import pytest

from limner.families.registry import PUBLISHED_MODELS
from managed_keys import admin_client, create_key, managed_server
from raw_http import post_json

NO_LIMIT = 2_147_483_647
PATH = "/v1/organization/projects/web/rate_limits"


@pytest.fixture(params=["sqlite", "postgres"], scope="module")
def managed(request, tmp_path_factory):
    from services import postgres_database

    if request.param == "sqlite":
        yield from served(f"sqlite:///{tmp_path_factory.mktemp('limits') / 'test.db'}", tmp_path_factory)
    else:
        with postgres_database() as url:
            yield from served(url, tmp_path_factory)


def served(url, tmp_path_factory):
    secret = create_key(url, kind="admin").secret
    for project in ("web", "app"):
        create_key(url, project_id=project)
    with managed_server(url, tmp_path_factory.mktemp("storage")) as server:
        yield server, secret


@pytest.fixture
def limits(managed):
    with admin_client(*managed) as client:
        yield client.admin.organization.projects.rate_limits


def find(limits, project, model):
    return {one.model: one for one in limits.list_rate_limits(project)}[model]


def test_every_model_has_a_limit(limits):
    found = {one.model: one for one in limits.list_rate_limits("app")}

    assert set(found) == {*PUBLISHED_MODELS, "illustrator"}
    one = found["dall-e-2"]
    assert (one.id, one.max_requests_per_1_minute, one.max_images_per_1_minute) == ("rl-dall-e-2", NO_LIMIT, None)


def test_limits_change_one_by_one(limits):
    change = {"project_id": "web"}
    limits.update_rate_limit("rl-gpt-image-1", max_images_per_1_minute=20, **change)
    changed = limits.update_rate_limit("rl-gpt-image-1", max_requests_per_1_minute=7, **change)

    assert (changed.max_images_per_1_minute, changed.max_requests_per_1_minute) == (20, 7)
    assert find(limits, "web", "gpt-image-1") == changed
    assert find(limits, "app", "gpt-image-1").max_images_per_1_minute is None

    removed = limits.update_rate_limit("rl-gpt-image-1", max_requests_per_1_minute=NO_LIMIT, **change)
    assert (removed.max_images_per_1_minute, removed.max_requests_per_1_minute) == (20, NO_LIMIT)


def test_limits_are_paged(limits):
    models = sorted({*PUBLISHED_MODELS, "illustrator"})

    assert [one.model for one in limits.list_rate_limits("web", limit=3)] == models
    second = limits.list_rate_limits("web", after=f"rl-{models[2]}", limit=2)
    assert ([one.model for one in second.data], second.has_more) == (models[3:5], True)
    back = limits.list_rate_limits("web", before=f"rl-{models[3]}", limit=2)
    assert ([one.model for one in back.data], back.has_more) == (models[1:3], True)


def test_unknown_model_or_project_is_not_found(limits):
    for limit, project in (
        ("rl-nothing", "web"),
        ("gpt-image-1", "web"),
        ("rl-", "web"),
        ("rl-*", "web"),
        ("rl-gpt-image-1", "nothing"),
    ):
        with pytest.raises(openai.NotFoundError):
            limits.update_rate_limit(limit, project_id=project, max_images_per_1_minute=1)


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({}, "max_images_per_1_minute", "missing_required_parameter"),
        ({"max_images_per_1_minute": 0}, "max_images_per_1_minute", "integer_below_min_value"),
        ({"max_images_per_1_minute": "x"}, "max_images_per_1_minute", "invalid_type"),
        ({"max_requests_per_1_minute": 2**31}, "max_requests_per_1_minute", "integer_above_max_value"),
        ({"max_tokens_per_1_minute": 5}, "max_tokens_per_1_minute", "unsupported_parameter"),
        ({"max_requests_per_1_day": 5}, "max_requests_per_1_day", "unsupported_parameter"),
        ({"x": 5}, "x", "unknown_parameter"),
    ],
)
def test_wrong_limit_is_named(managed, body, param, code):
    server, secret = managed

    answer = post_json(server.port, f"{PATH}/rl-dall-e-2", body, headers={"Authorization": f"Bearer {secret}"})

    assert (answer.status, answer.error["param"], answer.error["code"]) == (400, param, code)
