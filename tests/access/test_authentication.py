"""Which keys are accepted, and what it costs the database."""

import asyncio
import time
from dataclasses import replace

import pytest
from sqlalchemy import make_url

from limner.access import authentication
from limner.access.authentication import Authenticator
from limner.access.key_secrets import new_secret
from limner.access.keys import ANONYMOUS, ApiKey, KeyStore
from limner.core.errors import AuthenticationError, OverloadedError
from records import opened
from tcp_proxy import tcp_proxy


def bearer(secret):
    return [(b"authorization", b"Bearer " + secret.encode())]


class CountingStore:
    """Has one key; counts the queries, and fails on demand."""

    def __init__(self, secret=""):
        self.secret_hash = authentication.hash_secret(secret)
        self.key = ApiKey(id="key_1")
        self.num_queries = 0
        self.error = None
        self.begin = asyncio.Event()
        self.begin.set()

    async def find_by_secret(self, secret_hash, *, now):
        self.num_queries += 1
        await self.begin.wait()
        if self.error is not None:
            raise self.error
        return self.key if secret_hash == self.secret_hash else None


async def is_accepted(authenticator, secret):
    try:
        await authenticator.authenticate(bearer(secret))
    except AuthenticationError:
        return False
    return True


def test_server_without_keys_accepts_everyone():
    authenticator = Authenticator((), None)

    assert not authenticator.is_required
    assert asyncio.run(authenticator.authenticate([])) is ANONYMOUS


def test_static_and_managed_keys_are_accepted_together(database_url):
    async def scenario():
        async with opened(database_url) as database:
            store = KeyStore(database)
            new = await store.create(name="ann", project_id="web")
            authenticator = Authenticator(["sk-static-key"], store)
            found = [await authenticator.authenticate(bearer(one)) for one in (new.secret, "sk-static-key")]
            wrong = [new.secret[:-1], new.secret + "x", new.secret.swapcase(), "sk-static-ke", "", "sk-limner-", "x"]
            return new.key, found, [await is_accepted(authenticator, one) for one in wrong]

    key, (managed, static), wrong = asyncio.run(scenario())
    assert managed == key
    assert (static.kind, static.project_id, static.name) == ("project", "proj_default", "api_keys")
    assert not any(wrong)


def test_managed_key_is_refused_without_the_setting(database_url):
    async def scenario():
        async with opened(database_url) as database:
            new = await KeyStore(database).create(name="ann")
            return await is_accepted(Authenticator(["sk-static-key"], None), new.secret)

    assert asyncio.run(scenario()) is False


def test_revoked_key_is_refused_within_a_second(database_url):
    async def scenario():
        async with opened(database_url) as database:
            store = KeyStore(database)
            new = await store.create(name="ann")
            authenticator = Authenticator((), store)
            before = await is_accepted(authenticator, new.secret)
            await store.revoke(new.key.id)
            revoked_s = time.monotonic()
            while await is_accepted(authenticator, new.secret):
                assert time.monotonic() - revoked_s < 1
                await asyncio.sleep(0.02)
            return before

    assert asyncio.run(scenario()) is True


def test_cached_key_ends_when_it_expires(monkeypatch):
    secret = new_secret("project")

    async def scenario():
        store = CountingStore(secret)
        store.key = replace(store.key, expires_at=int(time.time()) + 100)
        authenticator = Authenticator((), store)
        before = await is_accepted(authenticator, secret)
        now = time.time
        monkeypatch.setattr(time, "time", lambda: now() + 100)
        return before, await is_accepted(authenticator, secret), store.num_queries

    assert asyncio.run(scenario()) == (True, False, 1)


@pytest.mark.parametrize("is_known", [True, False])
def test_requests_with_the_same_key_share_a_query(is_known):
    secret = new_secret("project")

    async def scenario():
        store = CountingStore(secret if is_known else "")
        authenticator = Authenticator((), store)
        store.begin.clear()
        waiting = [asyncio.create_task(is_accepted(authenticator, secret)) for _ in range(100)]
        await asyncio.sleep(0)
        store.begin.set()
        results = await asyncio.gather(*waiting)
        results += [await is_accepted(authenticator, secret) for _ in range(100)]
        return set(results), store.num_queries

    assert asyncio.run(scenario()) == ({is_known}, 1)


def test_request_that_leaves_does_not_end_the_query_of_others():
    secret = new_secret("project")

    async def scenario():
        store = CountingStore(secret)
        authenticator = Authenticator((), store)
        store.begin.clear()
        first, second = (asyncio.create_task(is_accepted(authenticator, secret)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        store.begin.set()
        return await second, store.num_queries

    assert asyncio.run(scenario()) == (True, 1)


def test_unknown_keys_fill_no_memory(monkeypatch):
    monkeypatch.setattr(authentication, "MAX_CACHED", 50)

    async def scenario():
        store = CountingStore()
        authenticator = Authenticator((), store)
        for _ in range(500):
            assert not await is_accepted(authenticator, new_secret("project"))
        return len(authenticator._cache), len(authenticator._lookups), store.num_queries

    assert asyncio.run(scenario()) == (50, 0, 500)


def test_text_of_another_form_needs_no_query():
    async def scenario():
        store = CountingStore()
        authenticator = Authenticator((), store)
        for secret in ("x", "sk-" + "a" * 48, "sk-limner-short", "sk-limner-" + "!" * 43, "\xff" * 60, "a" * 8000):
            assert not await is_accepted(authenticator, secret)
        return store.num_queries

    assert asyncio.run(scenario()) == 0


def test_failure_is_not_remembered():
    secret = new_secret("project")

    async def scenario():
        store = CountingStore(secret)
        store.error = OverloadedError("gone", code="database_unavailable")
        authenticator = Authenticator((), store)
        for _ in range(2):
            with pytest.raises(OverloadedError):
                await authenticator.authenticate(bearer(secret))
        store.error = None
        return await is_accepted(authenticator, secret), store.num_queries

    assert asyncio.run(scenario()) == (True, 3)


@pytest.mark.parametrize("failure", ["refuses", "hangs"])
def test_absent_postgres_is_reported_and_recovers(postgres_url, failure):
    url = make_url(postgres_url)

    async def scenario(proxy):
        async with opened(postgres_url) as database:
            new = await KeyStore(database).create(name="ann")
        async with opened(url.set(port=proxy.port).render_as_string(hide_password=False), timeout_s=0.5) as database:
            authenticator = Authenticator(["sk-static-key"], KeyStore(database))
            assert await is_accepted(authenticator, new.secret)
            authenticator._cache.clear()
            proxy.stop() if failure == "refuses" else setattr(proxy, "hangs", True)
            began_s = time.monotonic()
            results = await asyncio.gather(
                *(authenticator.authenticate(bearer(new.secret)) for _ in range(50)), return_exceptions=True
            )
            took_s = time.monotonic() - began_s
            static = await is_accepted(authenticator, "sk-static-key")
            proxy.start() if failure == "refuses" else setattr(proxy, "hangs", False)
            return results, took_s, static, await is_accepted(authenticator, new.secret)

    with tcp_proxy(url.host, url.port or 5432) as proxy:
        results, took_s, static, recovered = asyncio.run(scenario(proxy))

    assert {type(one) for one in results} == {OverloadedError}
    assert {(one.code, one.headers["retry-after"]) for one in results} == {("database_unavailable", "5")}
    assert took_s < 3, "requests wait at the same time, not one after the other"
    assert static, "keys of the settings need no database"
    assert recovered
