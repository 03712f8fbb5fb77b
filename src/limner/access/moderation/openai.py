"""A moderator that asks a server with OpenAI's `/v1/moderations`."""

import asyncio
import logging
import re
from typing import Any

import httpx2
import msgspec

from limner import __version__
from limner.access.moderation.image_input import to_data_url
from limner.access.moderation.moderator import ModerationFailure, text_of
from limner.access.moderation.refusal import moderation_unavailable_error
from limner.core.breaker import Breaker
from limner.core.picture import Picture
from limner.core.request import ImageRequest
from limner.settings import Moderation, SettingsError

log = logging.getLogger("limner.moderation")

SEVERE = frozenset(
    {"sexual/minors", "self-harm/instructions", "hate/threatening", "harassment/threatening", "illicit/violent"}
)
"""Categories that are refused at the level `low`, too."""
SEVERE_SCORE = 0.9
"""From this score on, so is every other category."""
UNNAMED = "unspecified"
"""The category of a result that is flagged without one."""
TEMPORARY = frozenset({408, 409, 429})
"""Statuses below 500 after which another attempt may succeed."""
PARALLEL_DECODES = 2
"""Decoding takes up to 460 MB for one image."""
PRINTABLE = re.compile(r"[\x21-\x7e]+", re.ASCII)
ERROR_CODE = re.compile(r"[a-z_]{1,64}", re.ASCII)


class Result(msgspec.Struct):
    flagged: bool
    categories: dict[str, bool | None] = {}
    category_scores: dict[str, float | None] = {}


class Answer(msgspec.Struct):
    results: list[Result]


class ErrorDetails(msgspec.Struct):
    code: str | None = None


class ErrorAnswer(msgspec.Struct):
    error: ErrorDetails


ANSWER = msgspec.json.Decoder(Answer)
ERROR_ANSWER = msgspec.json.Decoder(ErrorAnswer)


class OpenAIModerator:
    """Sends the text, and each input image, as a request of its own: OpenAI accepts one image per request."""

    def __init__(self, settings: Moderation, *, breaker: Breaker | None = None) -> None:
        """Raises SettingsError."""
        self.failures = 0
        self._url = _moderations_url(settings.url)
        self._headers = {"user-agent": f"limner/{__version__}", **_authorization(settings.api_key)}
        self._model = settings.model
        self._timeout_s = settings.timeout_s
        self._refuses_unchecked = settings.on_failure == "refuse"
        self._breaker = breaker or Breaker()
        self._decoding = asyncio.Semaphore(PARALLEL_DECODES)
        self._client: httpx2.AsyncClient | None = None

    async def start(self) -> None:
        self._client = httpx2.AsyncClient(headers=self._headers, timeout=self._timeout_s)

    async def close(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def ping(self) -> None:
        await self._classify("ping")

    async def check(self, request: ImageRequest) -> list[str]:
        if self._breaker.wait_s:
            return self._skip()
        try:
            inputs = await self._inputs_of(request)
        except ModerationFailure as error:
            return self._handle(error)
        if not self._breaker.allow():  # asked last, so that a broken image does not use up the attempt
            return self._skip()
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._try_classify(one)) for one in inputs]
        outcomes = [task.result() for task in tasks]
        is_low = request.moderation == "low"
        results = [one for outcome in outcomes if isinstance(outcome, list) for one in outcome]
        violations = dict.fromkeys(name for result in results for name in violations_of(result, is_low=is_low))
        failure = next((one for one in outcomes if isinstance(one, ModerationFailure)), None)
        if failure is not None and not violations:
            return self._handle(failure)
        return list(violations)

    def _skip(self) -> list[str]:
        """For a request that arrives while the service is not called."""
        self.failures += 1
        if self._refuses_unchecked:
            raise moderation_unavailable_error(wait_s=self._breaker.wait_s, is_permanent=False)
        return []

    def _handle(self, failure: ModerationFailure) -> list[str]:
        self.failures += 1
        outcome = "refused" if self._refuses_unchecked else "allowed without a check"
        log.warning("Moderation by %s failed: %s. The request is %s.", self._url.host, failure, outcome)
        if self._refuses_unchecked:
            raise moderation_unavailable_error(wait_s=self._breaker.wait_s, is_permanent=failure.is_permanent)
        return []

    async def _inputs_of(self, request: ImageRequest) -> list[Any]:
        """What to send as `input` of each request."""
        text = text_of(request)
        urls = [await self._to_data_url(picture) for picture in request.images]
        images = [[{"type": "image_url", "image_url": {"url": url}}] for url in urls]
        return [text, *images] if text else images

    async def _to_data_url(self, picture: Picture) -> str:
        try:
            async with self._decoding:
                return await asyncio.to_thread(to_data_url, picture)
        except ModuleNotFoundError as error:
            message = f"input images cannot be prepared ({error}): pip install 'limner[pixels]'"
            raise ModerationFailure(message, is_permanent=True) from error

    async def _try_classify(self, content: Any) -> list[Result] | ModerationFailure:
        try:
            return await self._classify(content)
        except ModerationFailure as failure:
            return failure

    async def _classify(self, content: Any) -> list[Result]:
        try:
            async with asyncio.timeout(self._timeout_s):
                results = _read(await self._post(content))
        except (TimeoutError, httpx2.TimeoutException) as error:
            self._breaker.record_failure()
            raise ModerationFailure(f"no response within {self._timeout_s:g} s") from error
        except httpx2.RequestError as error:
            self._breaker.record_failure()
            raise ModerationFailure(f"{type(error).__name__}: {error}") from error
        except ModerationFailure as failure:
            if failure.is_permanent:  # the service works: one request must not open the breaker for others
                self._breaker.record_success()
            else:
                self._breaker.record_failure()
            raise
        if self._breaker.is_open:
            log.info("Moderation by %s works again.", self._url.host)
        self._breaker.record_success()
        return results

    async def _post(self, content: Any) -> httpx2.Response:
        """Retries once if the connection fails, as a kept-alive one may that the server has just closed."""
        if self._client is None:
            raise RuntimeError("The moderator is not started.")
        body = {"model": self._model, "input": content}
        try:
            return await self._client.post(self._url, json=body)
        except httpx2.TimeoutException:
            raise
        except httpx2.TransportError:
            return await self._client.post(self._url, json=body)


def violations_of(result: Result, *, is_low: bool) -> list[str]:
    """The flagged categories that count at this level."""
    flagged = [name for name, is_flagged in result.categories.items() if is_flagged]
    if not flagged:
        return [UNNAMED] if result.flagged else []
    if not is_low:
        return flagged
    return [name for name in flagged if name in SEVERE or (result.category_scores.get(name) or 0) >= SEVERE_SCORE]


def _read(response: httpx2.Response) -> list[Result]:
    status = response.status_code
    if status != httpx2.codes.OK:
        is_permanent = status < 500 and status not in TEMPORARY
        raise ModerationFailure(f"status {status}{_error_code(response)}", is_permanent=is_permanent)
    try:
        results = ANSWER.decode(response.content).results
    except msgspec.DecodeError as error:
        raise ModerationFailure(f"its response is not a moderation: {error}") from error
    if not results:
        raise ModerationFailure("its response contains no results")
    return results


def _error_code(response: httpx2.Response) -> str:
    """Only a short code: messages of servers may repeat the key."""
    try:
        code = ERROR_ANSWER.decode(response.content).error.code or ""
    except msgspec.DecodeError:
        return ""
    return f" ({code})" if ERROR_CODE.fullmatch(code) else ""


def _moderations_url(text: str) -> httpx2.URL:
    try:
        url = httpx2.URL(f"{text.rstrip('/')}/moderations")
    except httpx2.InvalidURL as error:
        raise SettingsError(f"'moderation.url' is not a URL: {error}.") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise SettingsError("'moderation.url' must be a URL such as https://api.openai.com/v1.")
    return url


def _authorization(api_key: str | None) -> dict[str, str]:
    if not api_key:
        return {}
    if not PRINTABLE.fullmatch(api_key):
        raise SettingsError("'moderation.api_key' must be printable ASCII without spaces.")
    return {"authorization": f"Bearer {api_key}"}
