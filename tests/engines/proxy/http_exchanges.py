"""Requests to a scripted server by the HTTP client of upstream servers."""

import asyncio
from contextlib import asynccontextmanager

from scripted_server import scripted_server

from limner.engines.proxy.http_client import HttpClient, HttpRequest, Timeouts, read_url

TIMEOUTS = Timeouts(connect_s=10, first_byte_s=10, whole_s=20)


@asynccontextmanager
async def open_client(connections=8, timeouts=TIMEOUTS):
    client = HttpClient(connections=connections, timeouts=timeouts)
    try:
        yield client
    finally:
        client.close()


def post(server, body=(b"x",), path="/v1/a"):
    return HttpRequest("POST", read_url(f"http://127.0.0.1:{server.port}{path}"), [("x-a", "b")], body)


async def fetch(client, request, max_bytes=10_000_000):
    async with client.exchange(request) as exchange:
        return exchange.status, await exchange.read(max_bytes)


def raw(*parts, closes=False):
    async def script(exchange):
        for part in parts:
            await exchange.send(part)
        exchange.keeps_open = not closes

    return script


def run(work, *scripts, **options):
    """Run `work(client, server)` with a client for a server with these scripts."""

    async def main(server):
        async with open_client(**options) as client:
            return await work(client, server)

    with scripted_server(*scripts) as server:
        return asyncio.run(main(server)), server
