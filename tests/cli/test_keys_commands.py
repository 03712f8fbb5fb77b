"""`limner keys`: what scripts read, what people read, and what goes wrong."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import make_url

from limner.access.key_secrets import hash_secret
from limner.access.keys import KeyLimits
from limner.cli.key_options import show_budget
from limner.database.schema import HEAD
from managed_keys import create_key, managed_server, with_store
from raw_http import get

SECRET = re.compile(r"sk-limner-[\w-]{43}")
ADMIN = re.compile(r"sk-limner-admin-[\w-]{43}")
DAY_S = 86_400


@pytest.fixture
def url(monkeypatch, database_url):
    """The database of the commands."""
    monkeypatch.setenv("LIMNER_DATABASE__URL", database_url)
    with_store(database_url, lambda store: store.list())  # makes the schema
    return database_url


@pytest.fixture
def sqlite(monkeypatch, tmp_path):
    url = f"sqlite:///{tmp_path / 'keys.db'}"
    monkeypatch.setenv("LIMNER_DATABASE__URL", url)
    return url


def keys_of(url):
    return with_store(url, lambda store: store.list())


def find_by_secret(url, secret):
    return with_store(url, lambda store: store.find_by_secret(hash_secret(secret), now=time.time()))


@pytest.mark.parametrize("command", ["create", "list", "revoke", "rotate"])
def test_help_has_examples(limner, command):
    ran = limner("keys", command, "--help")

    assert ran.code == 0
    assert f"limner keys {command}" in ran.out.split("Examples")[1]


def test_create_prints_the_secret_alone(limner, url):
    ran = limner("keys", "create", "ann")

    assert ran.code == 0
    assert SECRET.fullmatch(ran.out.removesuffix("\n"))
    key = find_by_secret(url, ran.out.strip())
    assert (key.name, key.kind, key.project_id, key.models, key.limits) == (
        "ann",
        "project",
        "proj_default",
        (),
        KeyLimits(),
    )
    assert key.id in ran.err
    assert ran.out.strip() not in ran.err


def test_create_stores_every_option(limner, url):
    ran = limner(
        *("keys", "create", "web shop", "--project", "web", "--models", "gpt-image-1, dall-e-3"),
        *("--requests-per-minute", "60", "--images-per-minute", "20", "--concurrency", "4", "--budget", "25.00"),
        *("--priority", "-3", "--expires", "90d", "--json"),
    )

    made = json.loads(ran.out)
    key = find_by_secret(url, made.pop("secret"))
    assert key.limits == KeyLimits(
        requests_per_minute=60, images_per_minute=20, concurrency=4, monthly_budget=25_000_000
    )
    assert key.expires_at == pytest.approx(time.time() + 90 * DAY_S, abs=60)
    assert made == {
        "id": key.id,
        "name": "web shop",
        "project": "web",
        "kind": "project",
        "redacted": key.redacted,
        "status": "active",
        "models": ["gpt-image-1", "dall-e-3"],
        "requests_per_minute": 60,
        "images_per_minute": 20,
        "concurrency": 4,
        "monthly_budget": "25.00",
        "priority": -3,
        "created_at": key.created_at,
        "expires_at": key.expires_at,
        "revoked_at": None,
        "last_used_at": None,
    }


def test_admin_key_is_of_its_own_kind(limner, url):
    ran = limner("keys", "create", "operator", "--admin")

    assert ADMIN.fullmatch(ran.out.strip())
    assert find_by_secret(url, ran.out.strip()).kind == "admin"


@pytest.mark.parametrize(
    ("text", "expires_at"),
    [
        ("2099-01-01", 4_070_908_800),
        ("2099-01-01T12:00", 4_070_952_000),
        ("2099-01-01T12:00Z", 4_070_952_000),
        ("2099-01-01T12:00+02:00", 4_070_944_800),
    ],
)
def test_expiry_is_a_date_or_a_time(limner, sqlite, text, expires_at):
    assert json.loads(limner("keys", "create", "x", "--expires", text, "--json").out)["expires_at"] == expires_at


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--expires", "90"], "'90' is neither a duration such as 90d, nor a date"),
        (["--expires", "tomorrow"], "'tomorrow' is neither"),
        (["--expires", "2026-13-01"], "'2026-13-01' is neither"),
        (["--expires", "2020-01-01"], "'2020-01-01' is in the past"),
        (["--expires", "0d"], "'expires'"),
        (["--expires", "999999999w"], "longer than a hundred years"),
        (["--budget", "abc"], "'abc' is not an amount"),
        (["--budget", "-1"], "'-1' is not an amount"),
        (["--budget", "nan"], "'nan' is not an amount"),
        (["--budget", "inf"], "'inf' is not an amount"),
        (["--budget", "0.0000001"], "at most six decimals"),
        (["--budget", "1e30"], "'budget'"),
        (["--budget", "1e999999999"], "'1e999999999' is not an amount"),
        (["--requests-per-minute", "0"], "--requests-per-minute"),
        (["--images-per-minute", "1.5"], "--images-per-minute"),
        (["--concurrency", "x"], "--concurrency"),
        (["--concurrency", "99999999999"], "'concurrency'"),
        (["--priority", "1001"], "'priority'"),
        (["--models", "a,,b"], "'a,,b' is not a list of models"),
        (["--project", "a b"], "'project'"),
        (["--admin", "--models", "dall-e-2"], "An admin key draws nothing"),
        (["--admin", "--budget", "0"], "An admin key draws nothing"),
        (["--admin", "--project", "web"], "An admin key draws nothing"),
    ],
)
def test_wrong_option_is_named_in_one_line(limner, sqlite, options, named):
    ran = limner("keys", "create", "x", *options)

    assert (ran.code, ran.out) == (2, "")
    assert named in ran.err
    assert len(ran.err.splitlines()) == 1
    assert keys_of(sqlite) == []


@pytest.mark.parametrize("name", ["", " ", "a\nb", "x" * 256])
def test_wrong_name_is_named(limner, sqlite, name):
    ran = limner("keys", "create", name)

    assert (ran.code, ran.out) == (2, "")
    assert "Invalid 'name'" in ran.err


def test_list_shows_keys_without_secrets(limner, url):
    secrets = [limner("keys", "create", name).out.strip() for name in ("ann", "bob")]
    limner("keys", "revoke", "bob")
    limner("keys", "create", "shop", "--images-per-minute", "20", "--budget", "0.5", "--project", "web")

    table, everything, as_json = (
        limner("keys", "list"),
        limner("keys", "list", "--all"),
        limner("keys", "list", "--json"),
    )

    head, *rows = table.lines
    assert head.split()[:4] == ["ID", "NAME", "VALUE", "KIND"]
    assert [row.split()[1] for row in rows] == ["shop", "ann"] or [row.split()[1] for row in rows] == ["ann", "shop"]
    assert "20 images/min" in table.out
    assert "0.50" in table.out
    assert "revoked" in everything.out
    assert "bob" not in table.out
    assert {one["name"] for one in json.loads(as_json.out)} == {"ann", "shop"}
    assert {one["name"] for one in json.loads(limner("keys", "list", "--project", "web", "--json").out)} == {"shop"}
    for secret in secrets:
        assert secret not in table.out + everything.out + as_json.out


def test_empty_list_says_so(limner, sqlite):
    assert limner("keys", "list").out == "There are no keys.\n"
    assert json.loads(limner("keys", "list", "--json").out) == []


@pytest.mark.parametrize("by", ["id", "name", "value"])
def test_key_is_revoked_by_id_name_or_value(limner, url, by):
    new = create_key(url, name="ann")
    limner("keys", "create", "bob")

    ran = limner("keys", "revoke", {"id": new.key.id, "name": "ann", "value": new.key.redacted}[by])

    assert (ran.code, ran.out) == (0, f"{new.key.id} (ann) is revoked.\n")
    assert find_by_secret(url, new.secret) is None
    assert sum(key.revoked_at is None for key in keys_of(url)) == 1
    assert limner("keys", "revoke", new.key.id).code == 0, "again"


def test_ambiguous_name_is_refused(limner, sqlite):
    first, second = create_key(sqlite, name="ann"), create_key(sqlite, name="ann")

    ran = limner("keys", "revoke", "ann")

    assert ran.code == 2
    assert first.key.id in ran.err
    assert second.key.id in ran.err
    limner("keys", "revoke", first.key.id)
    assert limner("keys", "revoke", "ann").out.startswith(second.key.id), "only one is left with this name"


@pytest.mark.parametrize("command", ["revoke", "rotate"])
def test_unknown_key_is_refused(limner, sqlite, command):
    ran = limner("keys", command, "nothing")

    assert (ran.code, ran.out) == (2, "")
    assert "There is no key 'nothing'. See 'limner keys list'." in ran.err


@pytest.mark.parametrize("command", ["revoke", "rotate"])
def test_secret_on_the_command_line_is_refused_and_not_repeated(limner, sqlite, command):
    new = create_key(sqlite)

    ran = limner("keys", command, new.secret)

    assert ran.code == 2
    assert new.secret not in ran.out + ran.err
    assert f"'{new.key.redacted}'" in ran.err


def test_rotate_prints_the_new_secret_alone(limner, url):
    old = create_key(url, name="ann")

    ran = limner("keys", "rotate", "ann", "--grace", "1h")

    assert SECRET.fullmatch(ran.out.strip())
    assert "works until" in ran.err
    assert find_by_secret(url, old.secret).id == find_by_secret(url, ran.out.strip()).id == old.key.id
    second = json.loads(limner("keys", "rotate", "ann", "--json").out)
    assert find_by_secret(url, second["secret"]).id == old.key.id
    assert find_by_secret(url, ran.out.strip()) is None
    assert find_by_secret(url, old.secret) is None


def test_revoked_key_is_not_rotated(limner, sqlite):
    key = create_key(sqlite).key
    limner("keys", "revoke", key.id)

    ran = limner("keys", "rotate", key.id)

    assert (ran.code, ran.out) == (2, "")
    assert "is revoked or has expired" in ran.err


def test_hint_says_what_the_settings_lack(limner, sqlite, monkeypatch):
    ran = limner("keys", "create", "x", "--models", "dall-e-2,typo")
    monkeypatch.setenv("LIMNER_ACCESS__MANAGED_KEYS", "true")
    quiet = limner("keys", "create", "y", "--models", "dall-e-2")

    assert "set 'access.managed_keys'" in ran.err
    assert "do not have the models: typo." in ran.err
    assert len(quiet.err.splitlines()) == 1


def test_created_key_works_on_a_running_server(limner, url, tmp_path):
    with managed_server(url, tmp_path / "served") as server:
        secret = limner("keys", "create", "ann").out.strip()

        assert get(server.port, "/v1/models", headers={"api-key": secret}).status == 200


def test_default_database_is_in_the_storage_folder(limner, tmp_path):
    ran = limner("keys", "create", "ann")

    assert ran.code == 0
    assert str(tmp_path / "storage" / "limner.db") in ran.err
    assert "ann" in limner("keys", "list").out


@pytest.mark.parametrize("command", [["create", "x"], ["list"], ["revoke", "x"], ["rotate", "x"]])
@pytest.mark.parametrize("failure", ["gone", "no schema", "no file", "wrong url"])
def test_unusable_database_is_one_clear_line(limner, monkeypatch, postgres_url, tmp_path, command, failure):
    gone = make_url(postgres_url).set(port=1, password="hunter2")  # noqa: S106
    (tmp_path / "a file").touch()
    value, code, message = {
        "gone": (gone.render_as_string(hide_password=False), 1, "cannot be used: "),
        "no schema": (postgres_url, 2, f"The database has no schema, but needs {HEAD}. Run: limner db upgrade"),
        "no file": (f"sqlite:///{tmp_path / 'a file'}/limner.db", 2, "cannot be made"),
        "wrong url": ("mysql://ann:hunter2@host/name", 2, "Known: postgresql, sqlite."),
    }[failure]
    monkeypatch.setenv("LIMNER_DATABASE__URL", value)

    ran = limner("keys", *command)

    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1
    assert "hunter2" not in ran.err


def test_unwritable_folder_is_refused(limner, monkeypatch, tmp_path):
    """Not a temporary database: the key would be gone with the command."""
    (tmp_path / "a file").touch()
    monkeypatch.setenv("LIMNER_STORAGE__FOLDER", str(tmp_path / "a file"))

    ran = limner("keys", "create", "x")

    assert (ran.code, ran.out) == (2, "")
    assert f"The folder of the database '{tmp_path / 'a file' / 'limner.db'}' cannot be made" in ran.err


def test_secret_that_cannot_be_written_is_reported(sqlite):
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "limner.cli", "keys", "create", "ann"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ,
            check=False,
        )

    (key,) = keys_of(sqlite)
    assert ran.returncode == 1
    assert f"The secret of {key.id} could not be written. Run: limner keys rotate {key.id}" in ran.stderr


@pytest.mark.parametrize(
    ("micros", "shown"), [(0, "0.00"), (25_000_000, "25.00"), (500_000, "0.50"), (1, "0.000001"), (1_230_000, "1.23")]
)
def test_budget_is_shown_with_its_decimals(micros, shown):
    assert show_budget(micros) == shown
