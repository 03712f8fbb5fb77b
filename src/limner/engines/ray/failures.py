"""Failures of Ray and of replicas, as errors for the client."""

import asyncio
import logging

from limner.core.errors import APIError, EngineError, OverloadedError, RateLimitError, retry_s
from limner.engines.replicas.repeating import ReplicaLostError

log = logging.getLogger("limner.ray")

RETRY_S = 5


def translate_failure(error: Exception) -> BaseException:
    """What to raise instead of an exception of a streaming call."""
    from ray.exceptions import (
        NodeDiedError,
        ObjectLostError,
        OutOfMemoryError,
        RayActorError,
        RayTaskError,
        WorkerCrashedError,
    )
    from ray.serve.exceptions import BackPressureError, DeploymentUnavailableError, RequestCancelledError

    match error:
        case RayTaskError():  # first: it is also an instance of its cause's class
            if isinstance(error.cause, APIError):
                return error.cause
            log.error("a replica failed to draw:\n%s", error)  # the message holds the replica's traceback
            return failed_error()
        case APIError():  # in Serve's local testing mode
            return error
        case RequestCancelledError():
            return asyncio.CancelledError()
        case BackPressureError():
            wait_s = retry_s(error.retry_after_s or RETRY_S)
            return RateLimitError(
                f"The model's workers are busy. Please try again in {wait_s}s.",
                code="rate_limit_exceeded",
                headers={"retry-after": str(wait_s)},
            )
        case DeploymentUnavailableError():
            log.error("%s", error.message)
            return unavailable_error()
        case RayActorError() | ObjectLostError() | NodeDiedError() | WorkerCrashedError() | OutOfMemoryError():
            return ReplicaLostError(str(error).partition("\n")[0])  # the rest is advice
    log.error("a call to a replica failed", exc_info=error)
    return failed_error()


def failed_error() -> EngineError:
    return EngineError("Image generation failed", code="image_generation_failed")


def unavailable_error() -> OverloadedError:
    return OverloadedError(
        f"No worker of the model accepts requests at present. Please try again in {RETRY_S}s.",
        code="worker_unavailable",
        headers={"retry-after": str(RETRY_S)},
    )
