"""The web application: its routes, and what starts and stops with it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route

from limner.access.control import AccessControl
from limner.api.batches.setup import open_batches
from limner.api.body import BodyReader
from limner.api.detached import DetachedRuns
from limner.api.fetch.fetcher import Fetcher
from limner.api.files import FileContent, FilesApi
from limner.api.image_call import Responder
from limner.api.images import ImagesApi
from limner.api.kept import PATH as KEPT
from limner.api.kept import KeptApi
from limner.api.meta import MetaApi
from limner.api.metrics import MetricsApi, metrics_keys
from limner.api.middleware import AccessMiddleware, write_error
from limner.api.organization.routes import organization_routes
from limner.api.origins import LOCAL_NAMES, host_of
from limner.api.pages import playground, usage_page
from limner.api.picture_urls import PATH as PICTURES
from limner.api.picture_urls import PictureUrls
from limner.api.references import References
from limner.api.replay import Replays
from limner.api.request_buffers import MemoryBudget
from limner.api.server_state import ServerProbe
from limner.api.spool_folder import SpoolFolder, default_spool_root
from limner.api.stored_replies import StoredReplies
from limner.api.telemetry import TelemetryMiddleware, open_telemetry
from limner.core.errors import APIError
from limner.families.tokens import count_tokens
from limner.observability.telemetry import Telemetry
from limner.service import ImageService
from limner.settings import Settings
from limner.storage.registry import open_storage
from limner.storage.sweep import sweep, sweep_forever

SWEEP_EVERY_S = 60
SWEEP_SHARED_EVERY_S = 600
PREFIXES = ("/v1", "", "/openai/v1", "/openai/deployments/{deployment}")
"""Where the endpoints answer: the API's own prefix, none, and Azure's two."""


def create_app(service: ImageService, settings: Settings) -> TelemetryMiddleware:
    """The ASGI application of a service, whose engines start and close with the application's lifespan."""
    limits, fetch = settings.limits, settings.fetch
    telemetry = open_telemetry(service, settings)
    stores = open_storage(settings.storage)
    references = References(stores.files, limits, allow_remote=fetch.enabled)
    body = BodyReader(limits, references, Fetcher(fetch, telemetry.metrics.fetched) if fetch.enabled else None)
    spool = SpoolFolder(settings.storage.spool_folder or default_spool_root(), max_bytes=limits.max_spooled_bytes)
    budget = MemoryBudget(limits.upload_memory_bytes, spool)
    urls = PictureUrls(stores.pictures, stores.signing_secret, public_url=settings.public_url)
    access = AccessControl(settings, observers=(telemetry.count,))
    watch(access, telemetry)
    telemetry.metrics.watch_failures("rewriting", lambda: service.rewriters.failures)
    responder = Responder(access.gate, urls, limits.stream_timeout_s)
    stored = StoredReplies(stores.blobs)
    runs = DetachedRuns(
        access.replies,
        stored,
        max_waiting=limits.max_waiting,
        idempotency_s=settings.access.idempotency_s,
        keep_s=settings.storage.lifetime_s,
    )
    replays = Replays(service, access.replies, stored, settings.access.idempotency_s)
    images = ImagesApi(service, body, budget, responder, replays, runs, settings.heartbeat_s)
    kept = KeptApi(access.replies, stored, runs, budget)
    batches = (
        open_batches(settings, service, access, stores, body, budget, responder) if settings.batches.enabled else None
    )
    backlog = None if batches is None else batches.worker.backlog
    probe = ServerProbe(service, telemetry.readiness, limits.max_waiting, backlog)
    meta = MetaApi(service, probe, settings.strict)
    metrics = MetricsApi(probe, telemetry.metrics, metrics_keys(settings))
    swept = (stores.pictures, stores.files, stores.blobs)
    files_api = FilesApi(body, stores.files, budget, settings.batches.max_file_bytes)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await asyncio.to_thread(spool.open)
        await access.start()
        counting = asyncio.create_task(asyncio.to_thread(count_tokens, "warm"))
        await service.start()
        if not stores.is_shared:
            await sweep(swept)
        every_s = SWEEP_SHARED_EVERY_S if stores.is_shared else SWEEP_EVERY_S
        sweeping = asyncio.create_task(sweep_forever(swept, every_s=every_s))
        if batches is not None:
            batches.worker.start()
        try:
            yield
        finally:
            sweeping.cancel()
            with suppress(asyncio.CancelledError):
                await sweeping
            await counting
            if batches is not None:
                await batches.worker.close()
            await runs.close()
            await service.close()
            await access.close()
            await asyncio.to_thread(spool.close)
            await telemetry.close()

    app = Starlette(
        routes=[
            *(route for prefix in PREFIXES for route in _routes(prefix, images, kept, meta, files_api)),
            *(
                route
                for prefix in PREFIXES
                if "{" not in prefix
                for route in organization_routes(prefix, access, probe, body, settings)
            ),
            *(
                route
                for prefix in PREFIXES
                if batches is not None and "{" not in prefix
                for route in batches.api.routes(prefix)
            ),
            Route(f"{PICTURES}/{{name}}", urls.serve, methods=["GET"]),
            Route("/", playground, methods=["GET"]),
            Route("/playground/{name}", playground, methods=["GET"]),
            Route("/usage", usage_page, methods=["GET"]),
            Route("/usage/{name}", usage_page, methods=["GET"]),
            Route("/health", meta.health, methods=["GET"]),
            Route("/health/live", meta.live, methods=["GET"]),
            Route("/health/ready", meta.ready, methods=["GET"]),
            *([Route("/metrics", metrics.read, methods=["GET"])] if settings.observability.metrics else []),
            Route("/openapi.json", meta.openapi, methods=["GET"]),
        ],
        exception_handlers={HTTPException: write_error, APIError: write_error, Exception: write_error},
        lifespan=lifespan,
    )
    middleware = AccessMiddleware(app, access.authenticator, own_names=own_names(settings))
    return TelemetryMiddleware(middleware, telemetry, app.routes)


def watch(access: AccessControl, telemetry: Telemetry) -> None:
    """Report the state of what the server depends on."""
    database, ledger, limiter, moderator = access.database, access.ledger, access.limiter, access.moderator
    telemetry.readiness.add("database", database.ping)
    telemetry.metrics.watch_failures("database", lambda: database.num_failures)
    telemetry.metrics.watch_failures("limiter", lambda: limiter.num_failures)
    limiter.watch(lambda is_open: telemetry.metrics.set_limiter_fallback(is_active=is_open))
    if ledger is not None:
        telemetry.metrics.watch_failures("ledger_write", lambda: ledger.num_failures)
    if moderator is not None:
        telemetry.metrics.watch_failures("moderation", lambda: moderator.failures)


def own_names(settings: Settings) -> list[str] | None:
    """The hosts that requests may name; None if any may, because there are keys, or `no_auth` is set."""
    if settings.needs_key or settings.no_auth:
        return None
    public = host_of(settings.public_url) if settings.public_url else None
    return [*LOCAL_NAMES, settings.host, *([public] if public else [])]


def _routes(prefix: str, images: ImagesApi, kept: KeptApi, meta: MetaApi, files: FilesApi) -> list[Route]:
    routes = [
        Route(f"{prefix}/images/generations", images.endpoint("generate"), methods=["POST"]),
        Route(f"{prefix}/images/edits", images.endpoint("edit"), methods=["POST"]),
        Route(f"{prefix}/images/variations", images.endpoint("variation"), methods=["POST"]),
    ]
    if "{" in prefix:
        return routes
    return [
        *routes,
        Route(f"{prefix}{KEPT}", kept, methods=["GET"]),
        Route(f"{prefix}/models", meta.models, methods=["GET"]),
        Route(f"{prefix}/models/{{model:path}}", meta.model, methods=["GET"]),
        Route(f"{prefix}/files", files.list, methods=["GET"]),
        Route(f"{prefix}/files", files.upload, methods=["POST"]),
        Route(f"{prefix}/files/{{file}}", files.find, methods=["GET"]),
        Route(f"{prefix}/files/{{file}}", files.delete, methods=["DELETE"]),
        Route(f"{prefix}/files/{{file}}/content", FileContent(files), methods=["GET"]),
    ]
