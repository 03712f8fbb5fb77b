"""A server with `/v1/chat/completions` for tests."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import uvicorn
from openai.types.chat import ChatCompletion
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

from running import wait_until


def completion(text, *, finish_reason="stop"):
    """A response as OpenAI's server sends it."""
    message = {"role": "assistant", "content": text, "refusal": None}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "tiny-chat",
        "choices": [{"index": 0, "message": message, "finish_reason": finish_reason, "logprobs": None}],
    }
    ChatCompletion.model_validate(body, strict=True)
    return JSONResponse(body)


@dataclass
class ChatServer:
    """What the server answers, and what it received."""

    url: str = ""
    reply: object = None
    """A function of the user's message, which returns a text or a response, or a coroutine of one."""
    bodies: list = field(default_factory=list)
    headers: list = field(default_factory=list)
    num_cancelled: int = 0

    async def serve(self, http):
        self.bodies.append(await http.json())
        self.headers.append(http.headers)
        prompt = self.bodies[-1]["messages"][-1]["content"]
        answering = asyncio.ensure_future(self._answer(prompt))
        while not answering.done():
            await asyncio.wait([answering], timeout=0.01)
            if await http.is_disconnected():
                answering.cancel()
                self.num_cancelled += 1
                return JSONResponse({})
        return answering.result()

    async def _answer(self, prompt):
        answer = self.reply(prompt) if self.reply else f"{prompt}, in the evening sun"
        answer = await answer if asyncio.iscoroutine(answer) else answer
        return completion(answer) if isinstance(answer, str) else answer


@contextmanager
def chat_server() -> Iterator[ChatServer]:
    chat = ChatServer()
    app = Starlette(routes=[Route("/v1/chat/completions", chat.serve, methods=["POST"])])
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    assert wait_until(lambda: server.started)
    chat.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/v1"
    try:
        yield chat
    finally:
        server.should_exit = True
        thread.join()
