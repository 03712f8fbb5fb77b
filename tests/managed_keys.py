"""Servers with keys in a database, for tests."""

import asyncio
from contextlib import contextmanager

import openai

from limner.access.keys import KeyStore, NewKey
from limner.database.connections import Database
from limner.database.schema import upgrade
from limner.settings import Access, Settings, Storage
from limner.settings import Database as DatabaseSettings
from running import RunningServer, running_server
from tiny_engine import TinyEngine


def with_store(url: str, work):
    """The result of `work(store)` on the newest schema."""

    async def scenario():
        database = Database(url, timeout_s=10)
        try:
            await upgrade(database)
            return await work(KeyStore(database))
        finally:
            await database.close()

    return asyncio.run(scenario())


def create_key(url: str, **values) -> NewKey:
    return with_store(url, lambda store: store.create(**{"name": "ann", **values}))


def managed_settings(url: str, folder, *, timeout_s: float = 5, **values) -> Settings:
    return Settings(
        **{
            "storage": Storage(folder=folder),
            "database": DatabaseSettings(url=url, timeout_s=timeout_s),
            "access": Access(managed_keys=True),
            **values,
        }
    )


@contextmanager
def managed_server(url: str, folder, engine: TinyEngine | None = None, **values):
    with running_server(engine or TinyEngine(), managed_settings(url, folder, **values)) as server:
        yield server


def admin_client(server: RunningServer, secret: str) -> openai.OpenAI:
    """The official client with an admin key only, and strict validation of response types."""
    return openai.OpenAI(
        admin_api_key=secret,
        base_url=f"{server.address}/v1",
        max_retries=0,
        timeout=30,
        _strict_response_validation=True,
    )
