"""The keys in the database, SQLite and PostgreSQL."""

import asyncio
import time

import pytest
from sqlalchemy import update

from limner.access.key_secrets import hash_secret, redact_static
from limner.access.keys import KeyLimits, KeyStore
from limner.core.errors import BadRequestError, NotFoundError
from limner.database.tables import api_keys
from records import opened, rows_of

LIMITS = KeyLimits(requests_per_minute=60, images_per_minute=20, concurrency=4, monthly_budget=25_000_000)


def run(url, work):
    """The result of `work(store, database)`."""

    async def scenario():
        async with opened(url) as database:
            return await work(KeyStore(database), database)

    return asyncio.run(scenario())


async def set_time(database, key_id, **values):
    async with database.write() as connection:
        await connection.execute(update(api_keys).where(api_keys.c.id == key_id).values(values))


def test_created_key_is_found_by_its_secret(database_url):
    async def work(store, database):
        new = await store.create(
            name="ann",
            project_id="web",
            models=["dall-e-2", "gpt-image-1"],
            limits=LIMITS,
            priority=5,
            expires_at=2**37,
        )
        return new, await store.find_by_secret(hash_secret(new.secret), now=time.time())

    new, found = run(database_url, work)
    assert found == new.key
    assert (found.name, found.project_id, found.kind, found.priority) == ("ann", "web", "project", 5)
    assert (found.models, found.limits, found.expires_at) == (("dall-e-2", "gpt-image-1"), LIMITS, 2**37)


def test_secret_is_stored_nowhere(database_url):
    async def work(store, database):
        new = await store.create(name="ann")
        rotated = await store.rotate(new.key.id, grace_s=60)
        return new, rotated, await rows_of(database, api_keys)

    new, rotated, rows = run(database_url, work)
    assert not [one for one in (new, rotated) if one.secret in str(rows) or one.secret in repr(one)]
    assert rows[0]["redacted"] == f"{rotated.secret[:14]}...{rotated.secret[-4:]}"


def test_secrets_differ_and_tell_their_kind(database_url):
    async def work(store, database):
        return [await store.create(name="same", kind=kind) for kind in ("project", "project", "admin")]

    first, second, admin = run(database_url, work)
    assert len({first.secret, second.secret, admin.secret}) == 3
    assert len({first.key.id, second.key.id, admin.key.id}) == 3
    assert first.secret.startswith("sk-limner-")
    assert admin.secret.startswith("sk-limner-admin-")
    assert len(first.secret) == len("sk-limner-") + 43


@pytest.mark.parametrize(
    ("values", "param"),
    [
        ({"name": ""}, "name"),
        ({"name": " "}, "name"),
        ({"name": "a\nb"}, "name"),
        ({"name": "a\0b"}, "name"),
        ({"name": "x" * 256}, "name"),
        ({"project_id": ""}, "project"),
        ({"project_id": "a/b"}, "project"),
        ({"project_id": "x" * 65}, "project"),
        ({"models": [""]}, "models"),
        ({"models": ["a\0"]}, "models"),
        ({"limits": KeyLimits(requests_per_minute=0)}, "requests_per_minute"),
        ({"limits": KeyLimits(images_per_minute=-1)}, "images_per_minute"),
        ({"limits": KeyLimits(concurrency=2**31)}, "concurrency"),
        ({"limits": KeyLimits(monthly_budget=-1)}, "budget"),
        ({"limits": KeyLimits(monthly_budget=2**63)}, "budget"),
        ({"priority": 1001}, "priority"),
        ({"expires_at": 1}, "expires"),
        ({"expires_at": 2**38}, "expires"),
        ({"project_id": ".."}, "project"),
        ({"project_id": "-x"}, "project"),
    ],
)
def test_wrong_value_is_named(tmp_path, values, param):
    async def work(store, database):
        with pytest.raises(BadRequestError) as caught:
            await store.create(**{"name": "ann", **values})
        return caught.value, await store.list()

    error, keys = run(f"sqlite:///{tmp_path / 'test.db'}", work)
    assert (error.param, error.code) == (param, "invalid_value")
    assert keys == []


def test_largest_values_are_stored(database_url):
    limits = KeyLimits(requests_per_minute=10**9, images_per_minute=10**9, concurrency=10**9, monthly_budget=10**15)

    async def work(store, database):
        new = await store.create(
            name="ü" * 255, project_id="x" * 64, models=["m" * 255] * 50, limits=limits, priority=-1000
        )
        return new.key, await store.find(new.key.id)

    created, found = run(database_url, work)
    assert created == found


def test_revoked_key_is_not_valid(database_url):
    async def work(store, database):
        new = await store.create(name="ann")
        rotated = await store.rotate(new.key.id, grace_s=600)
        revoked = await store.revoke(new.key.id)
        again = await store.revoke(new.key.id)
        found = [await store.find_by_secret(hash_secret(one.secret), now=time.time()) for one in (new, rotated)]
        return revoked, again, found

    revoked, again, found = run(database_url, work)
    assert revoked.revoked_at == again.revoked_at is not None
    assert found == [None, None], "the previous secret of a rotated key, too"


def test_expired_key_is_not_valid(database_url):
    async def work(store, database):
        expires_at = int(time.time()) + 100
        new = await store.create(name="ann", expires_at=expires_at)
        return [
            (await store.find_by_secret(hash_secret(new.secret), now=expires_at + shift)) is not None
            for shift in (-1, 0, 1)
        ]

    assert run(database_url, work) == [True, False, False]


@pytest.mark.parametrize(("grace_s", "is_accepted"), [(0, False), (60, True)])
def test_rotation_replaces_the_secret(database_url, grace_s, is_accepted):
    async def work(store, database):
        old = await store.create(name="ann", limits=LIMITS)
        new = await store.rotate(old.key.id, grace_s=grace_s)
        now = time.time()
        by_new = await store.find_by_secret(hash_secret(new.secret), now=now)
        by_old = await store.find_by_secret(hash_secret(old.secret), now=now)
        later = await store.find_by_secret(hash_secret(old.secret), now=now + grace_s + 1)
        return old, new, by_new, by_old, later

    old, new, by_new, by_old, later = run(database_url, work)
    assert old.secret != new.secret
    assert by_new == new.key
    assert (new.key.id, new.key.limits) == (old.key.id, LIMITS)
    assert (by_old is not None, later) == (is_accepted, None)


def test_second_rotation_ends_the_first_secret(database_url):
    async def work(store, database):
        first = await store.create(name="ann")
        second = await store.rotate(first.key.id, grace_s=600)
        third = await store.rotate(first.key.id, grace_s=600)
        return [
            (await store.find_by_secret(hash_secret(one.secret), now=time.time())) is not None
            for one in (first, second, third)
        ]

    assert run(database_url, work) == [False, True, True]


@pytest.mark.parametrize("end", ["revoked", "expired"])
def test_ended_key_cannot_be_rotated(database_url, end):
    async def work(store, database):
        new = await store.create(name="ann")
        column = "revoked_at" if end == "revoked" else "expires_at"
        await set_time(database, new.key.id, **{column: int(time.time()) - 1})
        with pytest.raises(BadRequestError, match="is revoked or has expired"):
            await store.rotate(new.key.id)
        return new, await store.find(new.key.id)

    new, found = run(database_url, work)
    assert found.redacted == new.key.redacted


@pytest.mark.parametrize("key_id", ["key_0123", "", "a\0b", "x" * 10_000])
@pytest.mark.parametrize("method", ["find", "revoke", "rotate"])
def test_unknown_key_is_not_found(database_url, method, key_id):
    async def work(store, database):
        with pytest.raises(NotFoundError):
            await getattr(store, method)(key_id)

    run(database_url, work)


def test_list_page_follows_the_order_of_creation(database_url):
    async def work(store, database):
        ids = []
        for number in range(7):
            new = await store.create(name=f"key {number}", project_id="other" if number == 3 else "web")
            await set_time(database, new.key.id, created_at=1000 + number // 3)  # several within a second
            ids.append((1000 + number // 3, new.key.id))
        await store.create(name="admin", kind="admin")
        await store.revoke(ids[5][1])
        expected = [key_id for number, (_, key_id) in enumerate(ids) if number not in (3, 5)]
        order = {key_id: created_at for created_at, key_id in ids}
        expected.sort(key=lambda key_id: (order[key_id], key_id))
        return expected, *[await walk(store, oldest_first=oldest_first) for oldest_first in (True, False)]

    async def walk(store, *, oldest_first):
        found, after = [], None
        while True:
            page = await store.list_page("project", project_id="web", after=after, limit=2, oldest_first=oldest_first)
            found += [key.id for key in page.keys]
            if not page.has_more:
                return found
            after = found[-1]

    expected, ascending, descending = run(database_url, work)
    assert ascending == expected
    assert descending == expected[::-1]


def test_page_continues_after_a_key_that_was_revoked(database_url):
    async def work(store, database):
        for number in range(4):
            new = await store.create(name=f"{number}")
            await set_time(database, new.key.id, created_at=number)
        first = await store.list_page("project", limit=2)
        await store.revoke(first.keys[-1].id)
        return [key.name for key in (await store.list_page("project", after=first.keys[-1].id, limit=2)).keys]

    assert run(database_url, work) == ["1", "0"]


def test_search_finds_by_id_name_and_value(database_url):
    async def work(store, database):
        new = await store.create(name="ann")
        await store.create(name="bob")
        return new.key, [await store.search(text) for text in (new.key.id, "ann", new.key.redacted, "an", new.secret)]

    key, found = run(database_url, work)
    assert found == [[key], [key], [key], [], []]


def test_projects_are_those_of_the_keys(database_url):
    async def work(store, database):
        before = await store.projects()
        for project in ("web", "app", "web"):
            new = await store.create(name="x", project_id=project)
            await set_time(database, new.key.id, created_at=500 if project == "app" else 700)
        await store.create(name="admin", kind="admin")
        return before, await store.projects()

    before, after = run(database_url, work)
    assert [(one.id, one.created_at) for one in before] == [("proj_default", 0)]
    assert [(one.id, one.created_at) for one in after] == [("app", 500), ("proj_default", 0), ("web", 700)]


@pytest.mark.parametrize(
    ("secret", "shown"),
    [("a", "..."), ("sk-short-secret", "..."), ("sk-a-long-and-secret-key", "sk-a...-key")],
)
def test_short_static_key_is_not_shown(secret, shown):
    assert redact_static(secret) == shown
