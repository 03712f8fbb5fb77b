"""Who may use /v1/organization: admin keys only; where there are no keys, everyone may read."""

import pytest

from limner.settings import Settings, Storage
from managed_keys import create_key, managed_server
from raw_http import get, post_json
from running import running_server
from tiny_engine import TinyEngine

PROJECTS = "/v1/organization/projects"
READS = [
    PROJECTS,
    f"{PROJECTS}/proj_default",
    f"{PROJECTS}/proj_default/api_keys",
    f"{PROJECTS}/proj_default/service_accounts",
    f"{PROJECTS}/proj_default/rate_limits",
    "/v1/organization/admin_api_keys",
]
CHANGES = [
    ("POST", f"{PROJECTS}/proj_default/service_accounts", {"name": "x"}),
    ("POST", f"{PROJECTS}/proj_default/rate_limits/rl-dall-e-2", {"max_images_per_1_minute": 1}),
    ("POST", "/v1/organization/admin_api_keys", {"name": "x"}),
    ("DELETE", f"{PROJECTS}/proj_default/api_keys/key_1", None),
    ("DELETE", f"{PROJECTS}/proj_default/service_accounts/svc_acct_1", None),
    ("DELETE", "/v1/organization/admin_api_keys/key_1", None),
]
DISGUISED = ["/v1/%6frganization/projects", "/v1/organization/../organization/projects", "//v1/organization/projects"]


def send(server, method, path, body, secret):
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    if method == "POST":
        return post_json(server.port, path, body, headers=headers)
    return get(server.port, path, method=method, headers=headers)


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    return f"sqlite:///{tmp_path_factory.mktemp('access') / 'test.db'}"


@pytest.fixture(scope="module")
def secrets(url):
    return {kind: create_key(url, kind=kind).secret for kind in ("project", "admin")}


@pytest.fixture(scope="module")
def managed(url, secrets, tmp_path_factory):
    with managed_server(url, tmp_path_factory.mktemp("managed"), api_keys=("sk-static-key",)) as server:
        yield server


@pytest.fixture(scope="module")
def static(url, tmp_path_factory):
    """With keys in the settings only."""
    settings = Settings(api_keys=("sk-static-key",), storage=Storage(folder=tmp_path_factory.mktemp("static")))
    with running_server(TinyEngine(), settings) as server:
        yield server


@pytest.mark.parametrize(("method", "path", "body"), [*(("GET", path, None) for path in READS), *CHANGES])
@pytest.mark.parametrize("sender", ["no key", "unknown key", "static key", "project key"])
def test_only_admin_keys_administer(managed, secrets, method, path, body, sender):
    secret = {"unknown key": "sk-wrong", "static key": "sk-static-key", "project key": secrets["project"]}.get(sender)

    answer = send(managed, method, path, body, secret)

    assert set(answer.error) == {"message", "type", "param", "code"}
    if sender in ("no key", "unknown key"):
        assert answer.status == 401
    else:
        assert (answer.status, answer.error["code"]) == (403, "insufficient_permissions")
        assert answer.error["message"].startswith("You have insufficient permissions for this operation.")


@pytest.mark.parametrize("path", READS)
def test_admin_key_reads(managed, secrets, path):
    assert send(managed, "GET", path, None, secrets["admin"]).status == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/images/generations"),
        ("POST", "/images/edits"),
        ("POST", "/openai/deployments/dall-e-2/images/generations"),
        ("GET", "/v1/models"),
        ("GET", "/v1/files"),
        ("GET", "/v1/organizations"),
    ],
)
def test_admin_key_does_nothing_else(managed, secrets, method, path):
    answer = send(managed, method, path, {"prompt": "a"}, secrets["admin"])

    assert (answer.status, answer.error["code"]) == (403, "insufficient_permissions")


@pytest.mark.parametrize("path", DISGUISED)
def test_disguised_path_is_refused(managed, secrets, path):
    assert send(managed, "GET", path, None, secrets["project"]).status in (403, 404)
    assert send(managed, "GET", path, None, "sk-static-key").status in (403, 404)


@pytest.mark.parametrize(("method", "path", "body"), [*(("GET", path, None) for path in READS), *CHANGES])
def test_static_key_alone_opens_nothing(static, secrets, method, path, body):
    assert send(static, method, path, body, "sk-static-key").status == 403
    assert send(static, method, path, body, secrets["admin"]).status == 401, "managed keys are not enabled"
    assert send(static, method, path, body, None).status == 401


@pytest.mark.parametrize("path", READS)
def test_server_without_keys_lets_everyone_read(shared, path):
    assert send(shared, "GET", path, None, None).status == 200


@pytest.mark.parametrize(("method", "path", "body"), CHANGES)
def test_admin_api_without_keys_is_read_only(shared, secrets, method, path, body):
    """A key that anyone could create would be valid once the server requires keys."""
    for secret in (None, secrets["admin"]):
        answer = send(shared, method, path, body, secret)

        assert (answer.status, answer.error["code"]) == (403, "insufficient_permissions")


def test_pages_of_other_sites_cannot_read(shared):
    headers = {"Origin": "https://page.test"}

    assert get(shared.port, PROJECTS, headers=headers).status == 403
    assert get(shared.port, PROJECTS, headers={"Host": "page.test"}).status == 403
