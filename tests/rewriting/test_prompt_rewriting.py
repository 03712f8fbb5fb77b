"""Prompts are rewritten by a chat model or a function before they are drawn; failures draw the original."""

import asyncio
import logging
import re

import httpx2
import pytest
from chat_server import chat_server, completion
from starlette.responses import JSONResponse, Response

from limner.core.errors import PictureError
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.rewriting.rewriters import Rewriters
from limner.rewriting_settings import PromptRewriter
from limner.settings import Moderation, Settings
from running import running_server, wait_until
from tiny_engine import TinyEngine

KEY = "sk-chat-secret"
REWRITTEN = "a cat, in the evening sun"


@pytest.fixture
def chat():
    with chat_server() as server:
        yield server


def by_chat(chat, **options):
    return PromptRewriter(**{"url": chat.url, "model": "tiny-chat", "api_key": KEY, "timeout_s": 10} | options)


def by_function(name, **options):
    return PromptRewriter(function=f"own_rewriters:{name}", **options)


def request_of(**fields):
    return ImageRequest(**{"operation": "generate", "model": "m", "prompt": "a cat", "size": Size(64, 64)} | fields)


def rewrite(settings, *requests, checks=(), max_length=32_000):
    """The prompts that are drawn, and the number of failures."""

    async def run():
        rewriters = Rewriters({"m": settings})
        drawn = await asyncio.gather(*(rewriters.rewrite(one, checks, max_length=max_length) for one in requests))
        await rewriters.close()
        return [one.prompt for one in drawn], rewriters.failures

    return asyncio.run(run())


@pytest.fixture
def serving(tmp_path):
    """Runs a server whose models all have one rewriter."""
    opened = []

    def serve(rewriter, **settings):
        from limner.settings import Storage

        engine = TinyEngine()
        storage = Storage(folder=tmp_path)
        running = running_server(engine, Settings(prompt_rewriters={"*": rewriter}, storage=storage, **settings))
        server = running.__enter__()
        opened.append(running)
        return server, engine

    yield serve
    for running in opened:
        running.__exit__(None, None, None)


def test_images_of_a_request_share_one_rewritten_prompt(serving, chat):
    server, engine = serving(by_chat(chat, arguments={"temperature": 0.5}, instructions="Be vivid."))

    images = server.client().images.generate(model="gpt-image-1", prompt="a cat", size="1024x1024", n=3)

    [drawn], [body], [headers] = engine.requests, chat.bodies, chat.headers
    assert drawn.prompt == REWRITTEN
    assert [image.revised_prompt for image in images.data] == [REWRITTEN] * 3
    assert headers["authorization"] == f"Bearer {KEY}"
    assert body == {
        "model": "tiny-chat",
        "temperature": 0.5,
        "messages": [{"role": "system", "content": "Be vivid."}, {"role": "user", "content": "a cat"}],
    }


def test_revised_prompt_is_in_responses_and_streams_only_if_rewritten(serving, chat):
    server, _ = serving(by_chat(chat))
    client = server.client()

    def event_of(**extra):
        with client.images.generate(
            model="gpt-image-1", prompt="a cat", size="1024x1024", stream=True, extra_body=extra
        ) as events:
            return list(events)[-1]

    assert event_of().to_dict()["revised_prompt"] == REWRITTEN
    assert "revised_prompt" not in event_of(limner_rewrite=False).to_dict()
    asked = {"model": "dall-e-3", "prompt": "a cat", "response_format": "b64_json"}
    assert client.images.generate(**asked).data[0].revised_prompt == REWRITTEN
    plain = client.images.generate(**asked, extra_body={"limner_rewrite": False}).data[0]
    assert plain.revised_prompt == "a cat"


def test_usage_counts_the_prompt_that_the_client_sent(serving, chat):
    server, _ = serving(by_chat(chat))
    chat.reply = lambda prompt: "a cat " * 200

    def tokens(**extra):
        return (
            server.client()
            .images.generate(model="gpt-image-1", prompt="a cat", size="1024x1024", extra_body=extra)
            .usage.input_tokens_details.text_tokens
        )

    assert tokens() == tokens(limner_rewrite=False)


def test_requests_that_opt_out_and_other_operations_are_drawn_as_they_are(chat):
    asked = [
        request_of(rewrite=False),
        request_of(operation="edit"),
        request_of(operation="variation", prompt=""),
        request_of(model="other"),
        request_of(),
    ]
    prompts, failures = rewrite(by_chat(chat), *asked)

    assert prompts == ["a cat", "a cat", "", "a cat", REWRITTEN]
    assert (len(chat.bodies), failures) == (1, 0)
    assert rewrite(by_chat(chat, operations=("edit",)), request_of(operation="edit"))[0] == [REWRITTEN]


def test_prompts_of_concurrent_requests_are_rewritten_concurrently(chat):
    async def answer(prompt):
        while len(chat.bodies) < 8:
            await asyncio.sleep(0.01)
        return prompt.upper()

    chat.reply = answer
    prompts, failures = rewrite(by_chat(chat), *(request_of(prompt=f"cat {index}") for index in range(8)))

    assert prompts == [f"CAT {index}" for index in range(8)]
    assert failures == 0


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ('"a red cat"', "a red cat"),
        ('a cat says "miau"', 'a cat says "miau"'),
        ('"miau" says a cat called "Tom"', '"miau" says a cat called "Tom"'),
        ("<think>The user\nwants a cat.</think>\n\na red cat\n", "a red cat"),
        ("The user\nwants a cat.</think>\n\na red cat", "a red cat"),
        ('Sure.\n<think>A cat.</think>\n<think>A red one.</think>\n"a red cat"', "a red cat"),
    ],
)
def test_reasoning_and_quotes_around_the_answer_are_removed(chat, answer, expected):
    chat.reply = lambda prompt: answer

    assert rewrite(by_chat(chat), request_of())[0] == [expected]


async def _wait(prompt):
    await asyncio.sleep(20)


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (lambda prompt: Response(status_code=500), "status 500"),
        (lambda prompt: JSONResponse({"error": {"message": prompt}}, 401), "status 401"),
        (lambda prompt: JSONResponse({"choices": []}), "its response has no text"),
        (lambda prompt: JSONResponse([prompt]), "its response is not a chat completion"),
        (lambda prompt: "", "its response has no text"),
        (lambda prompt: "<think>only reasoning</think>", "its prompt is empty"),
        (lambda prompt: "<think>The user wants", "its response ends within the reasoning"),
        (lambda prompt: "<think>A.</think>b<think>c", "its response ends within the reasoning"),
        (lambda prompt: completion("The user", finish_reason="length"), "its response is cut off at a limit of tokens"),
        (lambda prompt: "x" * 32_001, "its prompt has 32001 characters, and the model takes 32000"),
        (lambda prompt: "x" * 2_000_000, "its response has more than 1000000 bytes"),
        (_wait, "no answer within 0.2 s"),
    ],
    ids=[
        "500",
        "401",
        "no choices",
        "no completion",
        "empty",
        "reasoning",
        "no end",
        "second",
        "cut",
        "long",
        "huge",
        "hanging",
    ],
)
def test_failing_chat_model_draws_the_original_and_is_logged_without_prompt(chat, caplog, reply, reason):
    chat.reply = reply
    settings = by_chat(chat, timeout_s=0.2 if reply is _wait else 10)

    with caplog.at_level(logging.WARNING, "limner.rewriting"):
        prompts, failures = rewrite(settings, request_of(prompt="a secret cat"))

    assert prompts == ["a secret cat"]
    assert failures == 1
    assert f"The prompt rewriter 127.0.0.1 failed: {reason}. The prompt is drawn as it is." in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize(("strict", "expected"), [(True, "a cat"), (False, "x" * 4_001)])
def test_rewritten_prompt_is_as_long_as_a_client_may_send(serving, chat, caplog, strict, expected):
    chat.reply = lambda prompt: "x" * (4_001 if prompt == "a cat" else 4_000)
    server, engine = serving(by_chat(chat), strict=strict)

    for prompt in ("a cat", "a dog"):
        server.client().images.generate(model="dall-e-3", prompt=prompt)

    assert [one.prompt for one in engine.requests] == [expected, "x" * 4_000]
    assert ("its prompt has 4001 characters, and the model takes 4000" in caplog.text) == strict


def test_chat_model_that_cannot_be_reached_loses_no_request(serving, caplog):
    server, engine = serving(PromptRewriter(url="http://127.0.0.1:9/v1", model="tiny-chat"))

    image = server.client().images.generate(model="dall-e-3", prompt="a cat", response_format="b64_json").data[0]

    assert (engine.requests[0].prompt, image.revised_prompt) == ("a cat", "a cat")
    assert "127.0.0.1 failed: ConnectError" in caplog.text


def test_chat_model_that_keeps_failing_is_not_asked_each_time(chat):
    chat.reply = lambda prompt: Response(status_code=503)

    async def run():
        rewriters = Rewriters({"m": by_chat(chat)})
        for _ in range(6):
            await rewriters.rewrite(request_of(), max_length=100)
        await rewriters.close()
        return rewriters.failures

    assert asyncio.run(run()) == 6
    assert len(chat.bodies) == 3


def test_short_patience_of_a_client_shortens_the_limit_and_is_no_failure_of_the_model(chat):
    async def run():
        rewriters = Rewriters({"m": by_chat(chat)})
        chat.reply = _wait
        for _ in range(4):
            hasty = await rewriters.rewrite(request_of(timeout_s=0.2), max_length=100)
            assert hasty.prompt == "a cat"
            assert hasty.timeout_s <= 0.1
        chat.reply = None
        patient = await rewriters.rewrite(request_of(timeout_s=60), max_length=100)
        await rewriters.close()
        return patient

    patient = asyncio.run(run())
    assert patient.prompt == REWRITTEN
    assert 50 < patient.timeout_s < 60


def test_client_that_leaves_cancels_the_rewriting(serving, chat):
    chat.reply = _wait
    server, engine = serving(by_chat(chat, timeout_s=30))

    async def ask_and_leave():
        async with httpx2.AsyncClient() as client:
            asking = asyncio.create_task(
                client.post(f"{server.address}/v1/images/generations", json={"model": "gpt-image-1", "prompt": "a cat"})
            )
            while not chat.bodies:
                await asyncio.sleep(0.01)
            asking.cancel()

    asyncio.run(asyncio.wait_for(ask_and_leave(), 20))

    assert wait_until(lambda: chat.num_cancelled == 1)
    assert wait_until(lambda: server.service.num_waiting == 0)
    assert engine.requests == []


@pytest.mark.parametrize(
    ("name", "expected"), [("add_style", "a cat, plain style"), ("add_size", "a cat, 64x64"), ("hang", "a cat")]
)
def test_function_rewrites_prompts(name, expected):
    import own_rewriters

    own_rewriters.RELEASED.clear()
    try:
        prompts, failures = rewrite(by_function(name, timeout_s=0.3), request_of())
    finally:
        own_rewriters.RELEASED.set()

    assert prompts == [expected]
    assert failures == (name == "hang")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("fail", "RuntimeError"),
        ("return_number", "it returned a int instead of a str"),
        ("return_nothing", "its prompt is empty"),
    ],
)
def test_failing_function_draws_the_original(caplog, name, reason):
    prompts, failures = rewrite(by_function(name), request_of(prompt="a secret cat"))

    assert (prompts, failures) == (["a secret cat"], 1)
    assert reason in caplog.text
    assert "secret" not in caplog.text


def test_rewritten_prompt_that_moderation_refuses_is_not_drawn(serving, chat, caplog):
    caplog.set_level(logging.INFO, "limner.moderation")
    chat.reply = lambda prompt: "gory pornography, porn" if "dog" in prompt else "a dog"
    moderation = Moderation(provider="patterns")
    server, engine = serving(by_chat(chat), moderation=moderation)

    def draw(prompt):
        image = server.client().images.generate(model="dall-e-3", prompt=prompt, response_format="b64_json").data[0]
        return engine.requests[-1].prompt, image.revised_prompt

    assert draw("a dog in a garden") == ("a dog in a garden", "a dog in a garden")
    assert draw("a cat") == ("a dog", "a dog")
    assert "A rewritten prompt is not drawn, but the original: moderation_blocked" in caplog.text
    assert re.search(r"the rewritten prompt of req_\w+ is not used: moderation \(auto\) found \['sexual'", caplog.text)
    assert "was refused" not in caplog.text


def test_error_of_a_check_never_loses_the_request(chat):
    async def refuse(request):
        raise PictureError("no", code="moderation_blocked") if request.prompt == REWRITTEN else OSError

    assert rewrite(by_chat(chat), request_of(), checks=[refuse]) == (["a cat"], 1)
    assert rewrite(by_chat(chat), request_of(prompt="a dog"), checks=[refuse]) == (["a dog"], 1)


def test_failures_are_in_the_metrics(serving, chat):
    chat.reply = lambda prompt: Response(status_code=500)
    server, _ = serving(by_chat(chat))
    server.client().images.generate(model="gpt-image-1", prompt="a cat", size="1024x1024")

    metrics = server.client().get("/../metrics", cast_to=str)

    assert "limner_rewriting_failures_total 1.0" in metrics


def test_engines_own_description_stays_the_revised_prompt(chat):
    from limner.core.picture import CompletedImage, Picture
    from limner.service import _with_prompts

    event = CompletedImage(image_index=0, picture=Picture(b"", "png", Size(64, 64)), revised_prompt="A cat sits.")
    described = _with_prompts(event, request_of(), request_of(prompt=REWRITTEN))

    assert (described.revised_prompt, described.rewritten_prompt) == ("A cat sits.", REWRITTEN)
    assert _with_prompts(event, request_of(), request_of()) is event
