"""Which prompts are rewritten, and what happens if that fails: they are drawn as they are."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from typing import Protocol

from limner.core.breaker import Breaker
from limner.core.errors import APIError
from limner.core.request import ImageRequest
from limner.rewriting.function import FunctionRewriter
from limner.rewriting.reply import RewritingError
from limner.rewriting_settings import PromptRewriter
from limner.settings import Settings, SettingsError

log = logging.getLogger("limner.rewriting")

WILDCARD = "*"
CLIENT_SHARE = 0.5
"""Of the time that a client waits at most."""

PromptCheck = Callable[[ImageRequest], Awaitable[None]]
"""Raises an APIError if the prompt must not be drawn."""


class Rewriter(Protocol):
    name: str
    """For the log."""

    async def rewrite(self, request: ImageRequest) -> str:
        """The new prompt. Raises a RewritingError, or any other exception. Cancelled if it takes too long."""
        ...

    async def close(self) -> None: ...


class Rewriters:
    """By the name of a model. Used from one event loop at a time."""

    def __init__(self, settings: Mapping[str, PromptRewriter]) -> None:
        """Raises SettingsError."""
        self.failures = 0
        """Prompts that should have been rewritten and were not: a metric."""
        self._bounded = {name: _Bounded(one, _open(name, one)) for name, one in settings.items()}

    async def rewrite(
        self, request: ImageRequest, checks: Collection[PromptCheck] = (), *, max_length: int
    ) -> ImageRequest:
        """The request as it is drawn: with another prompt, or as it was. Never raises an error.

        `checks`: a rewritten prompt that one of them refuses is not drawn. `max_length`: characters of a prompt.
        """
        bounded = self._bounded.get(request.model) or self._bounded.get(WILDCARD)
        if bounded is None or not bounded.applies_to(request):
            return request
        started_s = time.monotonic()
        prompt = await bounded.rewrite(request, max_length)
        if prompt is None:
            self.failures += 1
        seconds = time.monotonic() - started_s
        timeout_s = None if request.timeout_s is None else max(0.001, request.timeout_s - seconds)
        rewritten = replace(request, prompt=prompt or request.prompt, timeout_s=timeout_s)
        try:
            for check in checks if rewritten.prompt != request.prompt else ():
                await check(rewritten)
        except Exception as error:  # the client's own prompt has passed
            reason = error.code if isinstance(error, APIError) else type(error).__name__
            log.warning("A rewritten prompt is not drawn, but the original: %s.", reason)
            self.failures += 1
            return replace(rewritten, prompt=request.prompt)
        return rewritten

    async def close(self) -> None:
        for bounded in self._bounded.values():
            await bounded.rewriter.close()


class _Bounded:
    """A rewriter that costs a request at most its time limit, and that is not called while it keeps failing."""

    def __init__(self, settings: PromptRewriter, rewriter: Rewriter) -> None:
        self.rewriter = rewriter
        self._settings = settings
        self._breaker = Breaker()

    def applies_to(self, request: ImageRequest) -> bool:
        return request.rewrite and bool(request.prompt) and request.operation in self._settings.operations

    async def rewrite(self, request: ImageRequest, max_length: int) -> str | None:
        """None if it failed. The log says why."""
        permit = self._breaker.allow()
        if permit is None:
            return None
        limit_s = self._settings.timeout_s
        if request.timeout_s is not None:
            limit_s = min(limit_s, CLIENT_SHARE * request.timeout_s)
        try:
            async with asyncio.timeout(limit_s):
                prompt = (await self.rewriter.rewrite(request)).strip()
            if not prompt:
                raise RewritingError("its prompt is empty")
            if len(prompt) > max_length:
                raise RewritingError(f"its prompt has {len(prompt)} characters, and the model takes {max_length}")
        except TimeoutError:
            if limit_s < self._settings.timeout_s:  # the client's limit says nothing about the rewriter
                self._breaker.abandon(permit)
            else:
                self._breaker.record_failure()
            reason = f"no answer within {limit_s:g} s"
        except RewritingError as error:
            self._breaker.record_failure()
            reason = str(error)
        except Exception as error:
            self._breaker.record_failure()
            reason = type(error).__name__  # its message may hold the prompt, which is in no log
        except BaseException:
            self._breaker.abandon(permit)
            raise
        else:
            self._breaker.record_success()
            return prompt
        log.warning("The prompt rewriter %s failed: %s. The prompt is drawn as it is.", self.rewriter.name, reason)
        return None


def open_rewriters(settings: Settings, models: Collection[str]) -> Rewriters:
    """Raises SettingsError."""
    unknown = settings.prompt_rewriters.keys() - set(models) - {WILDCARD}
    if unknown and WILDCARD not in models:
        raise SettingsError(f"'prompt_rewriters' names the model '{min(unknown)}', which is not there.")
    return Rewriters(settings.prompt_rewriters)


def _open(name: str, settings: PromptRewriter) -> Rewriter:
    try:
        if settings.function is not None:
            return FunctionRewriter(settings.function)
        from limner.rewriting.chat import ChatRewriter  # an HTTP client takes long to import

        return ChatRewriter(settings)
    except ValueError as error:
        raise SettingsError(f"Wrong 'prompt_rewriters.{name}': {error}") from error
