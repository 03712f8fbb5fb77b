"""A server with `/v1/chat/completions` for tests."""

from openai.types.chat import ChatCompletion
from starlette.responses import JSONResponse

from json_service import JsonService, running_json_service


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


class ChatServer(JsonService):
    """`reply`: a function of the user's message, which returns a text or a response, or a coroutine of one."""

    def make_reply(self, body):
        prompt = body["messages"][-1]["content"]
        return self.reply(prompt) if self.reply else f"{prompt}, in the evening sun"

    def make_response(self, answer):
        return completion(answer) if isinstance(answer, str) else answer


def chat_server():
    return running_json_service(ChatServer(), "/chat/completions")
