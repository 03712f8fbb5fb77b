"""A rewriter that asks a chat model behind a server with OpenAI's `/chat/completions`."""

import asyncio
import re
from typing import Any

import httpx2
import msgspec

from limner import __version__
from limner.core.request import ImageRequest
from limner.rewriting.reply import RewritingError, clean
from limner.rewriting_settings import PromptRewriter

MAX_CONNECTIONS = 32
"""Further prompts wait for one, within their time limit."""
MAX_BYTES = 1_000_000
"""Of an answer."""
PRINTABLE = re.compile(r"[\x21-\x7e]+", re.ASCII)


class Message(msgspec.Struct):
    content: str | None = None


class Choice(msgspec.Struct):
    message: Message
    finish_reason: str | None = None
    """`length`: the answer is cut off at a limit of tokens."""


class Answer(msgspec.Struct):
    choices: list[Choice]


ANSWER = msgspec.json.Decoder(Answer)


class ChatRewriter:
    def __init__(self, settings: PromptRewriter) -> None:
        """Raises ValueError."""
        url = httpx2.URL(f"{(settings.url or '').rstrip('/')}/chat/completions")
        if url.scheme not in ("http", "https") or not url.host:
            raise ValueError("'url' must be a URL such as http://127.0.0.1:8080/v1.")
        if settings.api_key and not PRINTABLE.fullmatch(settings.api_key):
            raise ValueError("'api_key' must be printable ASCII without spaces.")
        self.name = url.host
        self._url = url
        self._settings = settings
        self._headers = {"user-agent": f"limner/{__version__}"}
        if settings.api_key:
            self._headers["authorization"] = f"Bearer {settings.api_key}"
        self._client: httpx2.AsyncClient | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        """Of the client: the library may be used from one event loop after another."""

    async def rewrite(self, request: ImageRequest) -> str:
        settings = self._settings
        messages = [
            {"role": "system", "content": settings.instructions},
            {"role": "user", "content": request.prompt},
        ]
        body = {**settings.arguments, "model": settings.model, "messages": messages}
        try:
            answer = await self._post(body)
        except httpx2.RequestError as error:
            raise RewritingError(type(error).__name__) from error
        try:
            choices = ANSWER.decode(answer).choices
        except msgspec.DecodeError as error:
            raise RewritingError("its response is not a chat completion") from error
        if choices and choices[0].finish_reason == "length":  # a part of the prompt, or reasoning without its start
            raise RewritingError("its response is cut off at a limit of tokens")
        if not choices or not choices[0].message.content:
            raise RewritingError("its response has no text")
        return clean(choices[0].message.content)

    async def close(self) -> None:
        client, self._client = self._client, None
        if client is not None and self._loop is asyncio.get_running_loop():
            await client.aclose()

    async def _post(self, body: dict[str, Any]) -> bytes:
        """Once more if a kept-alive connection fails that the server has just closed."""
        try:
            return await self._post_once(body)
        except httpx2.TimeoutException:
            raise
        except httpx2.TransportError:
            return await self._post_once(body)

    async def _post_once(self, body: dict[str, Any]) -> bytes:
        data = bytearray()
        async with self._open().stream("POST", self._url, json=body) as response:
            if response.status_code != httpx2.codes.OK:
                raise RewritingError(f"status {response.status_code}")
            async for chunk in response.aiter_bytes():
                data += chunk
                if len(data) > MAX_BYTES:
                    raise RewritingError(f"its response has more than {MAX_BYTES} bytes")
        return bytes(data)

    def _open(self) -> httpx2.AsyncClient:
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            self._client = httpx2.AsyncClient(
                headers=self._headers,
                timeout=self._settings.timeout_s,
                limits=httpx2.Limits(max_connections=MAX_CONNECTIONS),
            )
            self._loop = loop
        return self._client
