"""Keys and service accounts through the official client's `admin.organization`."""

import re
import time

import openai
import pytest

from managed_keys import admin_client, create_key, managed_server, with_store
from raw_http import get, post, post_json

PARAMS = {"model": "gpt-image-1", "prompt": "a", "size": "64x64"}
GENERATIONS = "/v1/images/generations"
PROJECTS = "/v1/organization/projects"


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    return f"sqlite:///{tmp_path_factory.mktemp('keys') / 'test.db'}"


@pytest.fixture(scope="module")
def admin_secret(url):
    return create_key(url, name="operator", kind="admin").secret


@pytest.fixture(scope="module")
def managed(url, admin_secret, tmp_path_factory):
    with managed_server(url, tmp_path_factory.mktemp("managed"), api_keys=("sk-static-key",)) as server:
        yield server


@pytest.fixture(scope="module")
def organization(managed, admin_secret):
    with admin_client(managed, admin_secret) as client:
        yield client.admin.organization


@pytest.fixture
def project(request):
    """A project of this test's own."""
    return re.sub(r"\W", "_", request.node.name.removeprefix("test_"))[:64]


def draw(server, secret):
    return post_json(server.port, GENERATIONS, PARAMS, headers={"Authorization": f"Bearer {secret}"}).status


def test_service_account_has_a_key_that_draws(managed, organization, project):
    before = int(time.time())

    created = organization.projects.service_accounts.create(project, name="web shop", expires_in_seconds=3600)

    key = created.api_key
    assert draw(managed, key.value) == 200
    assert (created.name, created.role, key.name) == ("web shop", "member", "web shop")
    assert created.id.startswith("svc_acct_")
    assert before <= key.created_at <= time.time()
    assert key.expires_at == pytest.approx(key.created_at + 3600, abs=1)

    found = organization.projects.api_keys.retrieve(key.id, project_id=project)
    assert found.redacted_value == f"{key.value[:14]}...{key.value[-4:]}"
    assert (found.name, found.expires_at, found.owner_project_access) == ("web shop", key.expires_at, "active")
    assert (found.owner.type, found.owner.service_account.id) == ("service_account", created.id)
    account = organization.projects.service_accounts.retrieve(created.id, project_id=project)
    assert (account.id, account.name, account.role) == (created.id, "web shop", "member")


def test_secret_is_shown_once(organization, project):
    secret = organization.projects.service_accounts.create(project, name="ann").api_key.value

    raw = organization.projects.api_keys.with_raw_response.list(project)
    accounts = organization.projects.service_accounts.with_raw_response.list(project)

    assert secret not in raw.text + accounts.text


@pytest.mark.parametrize("by", ["key", "account"])
def test_deleted_key_is_gone_and_draws_nothing(managed, organization, project, by):
    created = organization.projects.service_accounts.create(project, name="ann")
    assert draw(managed, created.api_key.value) == 200

    if by == "key":
        deleted = organization.projects.api_keys.delete(created.api_key.id, project_id=project)
    else:
        deleted = organization.projects.service_accounts.delete(created.id, project_id=project)

    assert deleted.deleted
    deleted_s = time.monotonic()
    while draw(managed, created.api_key.value) == 200:
        assert time.monotonic() - deleted_s < 1
    assert created.api_key.id not in [one.id for one in organization.projects.api_keys.list(project)]
    for resource, its_id in (("api_keys", created.api_key.id), ("service_accounts", created.id)):
        for method in ("retrieve", "delete"):
            with pytest.raises(openai.NotFoundError):
                getattr(getattr(organization.projects, resource), method)(its_id, project_id=project)


@pytest.mark.parametrize("resource", ["api_keys", "service_accounts"])
def test_lists_are_paged_newest_first(organization, url, project, resource):
    async def create(store):
        return [(await store.create(name=f"{number}", project_id=project)).key for number in range(5)]

    keys = sorted(with_store(url, create), key=lambda key: (key.created_at, key.id), reverse=True)
    names = [key.name for key in keys]
    pages = getattr(organization.projects, resource)

    first = pages.list(project, limit=2)

    assert ([one.name for one in first.data], first.has_more) == (names[:2], True)
    assert first.last_id == first.data[-1].id
    assert [one.name for one in pages.list(project, limit=2)] == names, "the client follows the pages"
    assert [one.name for one in pages.list(project, after=first.last_id)] == names[2:]
    last = pages.list(project, limit=5)
    assert (len(last.data), last.has_more) == (5, False)


def test_owner_access_filters_the_list(organization, project):
    created = organization.projects.service_accounts.create(project, name="ann")

    found = {
        access: [one.id for one in organization.projects.api_keys.list(project, owner_project_access=access)]
        for access in ("active", "inactive", "any")
    }

    assert found == {"active": [created.api_key.id], "inactive": [], "any": [created.api_key.id]}


def test_key_of_another_project_is_not_found(organization, project):
    created = organization.projects.service_accounts.create(project, name="ann")

    with pytest.raises(openai.NotFoundError):
        organization.projects.api_keys.retrieve(created.api_key.id, project_id="proj_default")
    with pytest.raises(openai.NotFoundError):
        organization.projects.api_keys.delete(created.api_key.id, project_id="proj_default")


def test_last_use_is_shown(managed, organization, project):
    created = organization.projects.service_accounts.create(project, name="ann")
    assert organization.projects.api_keys.retrieve(created.api_key.id, project_id=project).last_used_at is None

    draw(managed, created.api_key.value)

    deadline_s = time.monotonic() + 10
    while organization.projects.api_keys.retrieve(created.api_key.id, project_id=project).last_used_at is None:
        assert time.monotonic() < deadline_s
        time.sleep(0.05)


def test_projects_are_listed(organization, project):
    organization.projects.service_accounts.create(project, name="ann")

    found = {one.id: one for one in organization.projects.list(limit=1)}

    assert {project, "proj_default"} <= set(found)
    assert (found[project].status, found[project].name) == ("active", project)
    assert organization.projects.retrieve(project) == found[project]
    with pytest.raises(openai.NotFoundError, match="No such project: nothing"):
        organization.projects.retrieve("nothing")


def test_admin_keys_are_managed(managed, organization, admin_secret):
    created = organization.admin_api_keys.create(name="second", expires_in_seconds=600)

    with admin_client(managed, created.value) as client:
        own = client.admin.organization.admin_api_keys
        found = own.retrieve(created.id)
        assert (found.name, found.redacted_value[-4:]) == ("second", created.value[-4:])
        assert found.expires_at == pytest.approx(found.created_at + 600, abs=1)
        ids = [one.id for one in own.list(limit=1, order="asc")]
        assert created.id in ids
        assert [one.id for one in own.list(limit=100, order="desc")] == ids[::-1]
        assert own.delete(created.id).deleted
        with pytest.raises(openai.NotFoundError):
            organization.admin_api_keys.retrieve(created.id)

    assert draw(managed, admin_secret) == 403


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({}, "name", "missing_required_parameter"),
        ({"name": None}, "name", "missing_required_parameter"),
        ({"name": 5}, "name", "invalid_type"),
        ({"name": ""}, "name", "invalid_value"),
        ({"name": "a\nb"}, "name", "invalid_value"),
        ({"name": "a\0b"}, "name", "invalid_value"),
        ({"name": "x" * 300}, "name", "invalid_value"),
        ({"name": "x", "color": 1}, "color", "unknown_parameter"),
        ({"name": "x", "expires_in_seconds": 0}, "expires_in_seconds", "integer_below_min_value"),
        ({"name": "x", "expires_in_seconds": 1.5}, "expires_in_seconds", "invalid_type"),
        ({"name": "x", "expires_in_seconds": 10**30}, "expires_in_seconds", "integer_above_max_value"),
        ({"name": "x", "create_service_account_only": True}, "create_service_account_only", "unsupported_value"),
    ],
)
def test_wrong_value_is_named(managed, admin_secret, body, param, code):
    path = f"{PROJECTS}/wrong/service_accounts"

    answer = post_json(managed.port, path, body, headers={"Authorization": f"Bearer {admin_secret}"})

    assert answer.status == 400
    assert (answer.error["param"], answer.error["code"]) == (param, code)
    assert set(answer.error) == {"message", "type", "param", "code"}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (f"{PROJECTS}/a%00b/service_accounts", b'{"name": "x"}', 400),
        (f"{PROJECTS}/wrong/service_accounts", b"[]", 400),
        (f"{PROJECTS}/wrong/service_accounts", b"{", 400),
        (f"{PROJECTS}/wrong/service_accounts", b'{"name": "' + b"x" * 70_000 + b'"}', 413),
        (f"{PROJECTS}/wrong/service_accounts", b"[" * 60_000, 400),
        (PROJECTS, b'{"name": "x"}', 405),
    ],
)
def test_wrong_body_has_the_envelope(managed, admin_secret, path, body, status):
    headers = {"Authorization": f"Bearer {admin_secret}"}

    answer = post(managed.port, path, body, content_type="application/json", headers=headers)

    assert answer.status == status
    assert set(answer.error) == {"message", "type", "param", "code"}


@pytest.mark.parametrize(
    ("path", "status", "param"),
    [
        (f"{PROJECTS}/proj_default/api_keys?limit=0", 400, "limit"),
        (f"{PROJECTS}/proj_default/api_keys?limit=101", 400, "limit"),
        (f"{PROJECTS}/proj_default/api_keys?limit=x", 400, "limit"),
        (f"{PROJECTS}/proj_default/api_keys?after=key_nothing", 400, "after"),
        (f"{PROJECTS}/proj_default/api_keys?after=%00", 400, "after"),
        (f"{PROJECTS}/proj_default/api_keys?owner_project_access=maybe", 400, "owner_project_access"),
        (f"{PROJECTS}/proj_default/service_accounts?after=svc_acct_nothing", 400, "after"),
        (f"{PROJECTS}?after=nothing", 400, "after"),
        ("/v1/organization/admin_api_keys?order=up", 400, "order"),
        (f"{PROJECTS}/nothing/api_keys", 404, None),
        (f"{PROJECTS}/%00/api_keys", 404, None),
        (f"{PROJECTS}/proj_default/api_keys/%00", 404, "key"),
        (f"{PROJECTS}/proj_default/api_keys/{'x' * 3000}", 404, "key"),
        (f"{PROJECTS}/proj_default/service_accounts/key_1", 404, None),
        ("/v1/organization/admin_api_keys/key_1", 404, "key"),
        ("/v1/organization/nothing", 404, None),
        ("/v1/organization", 404, None),
    ],
)
def test_wrong_query_or_path_has_the_envelope(managed, admin_secret, path, status, param):
    answer = get(managed.port, path, headers={"Authorization": f"Bearer {admin_secret}"})

    assert (answer.status, answer.error["param"]) == (status, param)
    assert set(answer.error) == {"message", "type", "param", "code"}
    assert len(answer.error["message"]) < 300


@pytest.mark.parametrize("prefix", ["", "/openai/v1"])
def test_other_prefixes_are_for_admin_keys_too(managed, admin_secret, prefix):
    path = f"{prefix}/organization/projects"

    assert get(managed.port, path, headers={"Authorization": f"Bearer {admin_secret}"}).status == 200
    assert get(managed.port, path, headers={"Authorization": "Bearer sk-static-key"}).status == 403
