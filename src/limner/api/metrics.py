"""GET /metrics, for Prometheus."""

import asyncio
import hmac
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from limner.api.server_state import ServerProbe
from limner.core.errors import AuthenticationError
from limner.observability.metrics import Metrics
from limner.settings import Settings


@dataclass(frozen=True, slots=True)
class MetricsApi:
    probe: ServerProbe
    metrics: Metrics
    keys: tuple[str, ...] | None
    """Those that may read the metrics; None if no key is needed."""

    async def read(self, http: Request) -> Response:
        if self.keys is not None:
            sent = set(http.headers.getlist("authorization"))
            check_key(sent.pop() if len(sent) == 1 else "", self.keys)
        state = await self.probe.state()
        accept = ",".join(http.headers.getlist("accept"))
        # in a thread, so that streams are not held up
        body, media_type = await asyncio.to_thread(self.metrics.render, state, accept=accept)
        return Response(body, headers={"content-type": media_type, "cache-control": "no-store"})


def metrics_keys(settings: Settings) -> tuple[str, ...] | None:
    """The key of the settings; without one, `api_keys`. Managed keys are clients', who must not see each other's use.

    A loopback address would be no proof of anything: behind a proxy, every client has one.
    """
    if settings.observability.metrics_key is not None:
        return (settings.observability.metrics_key,)
    return settings.api_keys if settings.api_keys or settings.access.managed_keys else None


def check_key(authorization: str, keys: tuple[str, ...]) -> None:
    """Raises an AuthenticationError."""
    scheme, _, key = authorization.partition(" ")
    sent = key.strip().encode("latin-1") if scheme.lower() == "bearer" else b""
    # compare with every key: constant time
    if sent and any([hmac.compare_digest(sent, known.encode()) for known in keys]):  # noqa: C419
        return
    raise AuthenticationError(
        "The metrics need a key (Authorization: Bearer KEY): observability.metrics_key of the server's settings, or,"
        " if that is not set, one of its api_keys.",
        code="invalid_api_key" if sent else None,
        headers={"www-authenticate": 'Bearer realm="metrics"'},
    )
