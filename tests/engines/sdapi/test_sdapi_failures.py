"""Errors, restarts and time limits of a server with A1111's API, through a Limner server and the official client."""

import asyncio
import base64
import io

import openai
import pytest
from PIL import Image
from sdapi_stand_in import SdapiStandIn
from stand_in_server import BackgroundCall, running_front, running_stand_in

from limner.core.errors import APIError
from limner.engines.registry import EngineSetupError, load_engine
from limner.engines.sdapi.engine import SdapiEngine
from running import wait_until
from tcp_proxy import tcp_proxy

STEPS = {"num_inference_steps": 8}


def generate(front, **options):
    return front.client.images.generate(model="illustrator", prompt="a red fox", **{"size": "64x64"} | options)


def failure(status, kind, message):
    return status, {"error": kind, "detail": "", "body": "", "errors": message}


@pytest.mark.parametrize(
    ("failure", "status", "code"),
    [
        (failure(500, "OutOfMemoryError", "CUDA out of memory."), 500, "out_of_memory"),
        (failure(500, "RuntimeError", "model 'x' not found"), 502, "upstream_misconfigured"),
        (failure(500, "ValueError", "bad"), 500, "image_generation_failed"),
        ((404, {"detail": "Sampler not found"}), 502, "upstream_misconfigured"),
        ((404, {"detail": "Not Found"}), 502, "upstream_misconfigured"),
        ((200, {"images": []}), 502, "upstream_invalid_response"),
        ((503, {}), 503, "upstream_unavailable"),
    ],
)
def test_errors_of_the_server_are_translated(webui, sdapi_front, failure, status, code):
    webui.failure = failure

    with pytest.raises(openai.InternalServerError) as error:
        generate(sdapi_front)

    assert (error.value.status_code, error.value.code) == (status, code)


def test_refused_value_of_the_client_is_its_error(sdapi_front):
    with pytest.raises(openai.BadRequestError, match="less than 151") as error:
        generate(sdapi_front, extra_body={"num_inference_steps": 500})

    assert error.value.param == "num_inference_steps"


def test_wrong_password_is_not_the_clients_error(sdapi_front_of, caplog):
    with running_stand_in(SdapiStandIn(auth="me:secret-password")) as webui:
        with pytest.raises(openai.InternalServerError, match="refused this server's credentials") as error:
            generate(sdapi_front_of(webui.address, auth="me:wrong-password"))
        generate(sdapi_front_of(webui.address, auth="me:secret-password"))

    assert error.value.code == "upstream_misconfigured"
    assert "password" not in caplog.text
    assert len(webui.bodies) == 1


def test_server_that_does_not_run_is_unavailable(sdapi_front_of):
    with pytest.raises(openai.InternalServerError) as error:
        generate(sdapi_front_of("http://127.0.0.1:9"))

    assert (error.value.status_code, error.value.code) == (503, "upstream_unavailable")


async def check(engine):
    await engine.start()
    try:
        await engine.check()
    finally:
        await engine.close()


def test_check_says_whether_the_server_answers(webui):
    asyncio.run(check(SdapiEngine(base_url=webui.address)))
    with pytest.raises(APIError) as unreachable:
        asyncio.run(check(SdapiEngine(base_url="http://127.0.0.1:9")))
    with pytest.raises(APIError) as without_api:
        asyncio.run(check(SdapiEngine(base_url=f"{webui.address}/elsewhere")))

    assert unreachable.value.code == "upstream_unavailable"
    assert without_api.value.code == "upstream_invalid_response"
    assert webui.bodies == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"sampling": "Euler"}, "Unknown option 'sampling'"),
        ({"base_url": "localhost:7860"}, "'base_url' must be an http or https address"),
        ({"auth": "me"}, "'auth' must be 'user:password'"),
        ({"steps": 0}, "'steps' must be numbers from 1 on"),
        ({"guidance": {"best": 3}}, "'guidance' knows the qualities"),
        ({"poll_s": 0}, "'poll_s' must be a number of seconds above 0"),
    ],
)
def test_wrong_option_is_named(options, message):
    with pytest.raises(EngineSetupError, match=message):
        load_engine("sdapi", options)


def held_stream(webui, front):
    """The events of a request whose job is held, after its preview."""
    webui.holds_at = (len(webui.began), 4)
    events = iter(generate(front, stream=True, partial_images=1, extra_body=STEPS))
    first = next(events)
    webui.holds_at = None
    return [first, *events]


def kinds_of(events):
    return [event.type.rpartition(".")[2] for event in events]


def test_restart_fails_the_image_and_serves_the_next(sdapi_front_of):
    """A1111 has no queue to look up, so the client decides whether to draw it again."""
    with (
        running_stand_in(SdapiStandIn(knows_tasks=False)) as webui,
        tcp_proxy("127.0.0.1", int(webui.address.rpartition(":")[2])) as proxy,
    ):
        front = sdapi_front_of(f"http://127.0.0.1:{proxy.port}")
        webui.holds_at = (0, 3)
        call = BackgroundCall(lambda: generate(front))
        assert wait_until(lambda: len(webui.began) == 1)
        proxy.stop()
        webui.restart()
        webui.knows_tasks = True
        proxy.start()

        error = call.result()
        events = held_stream(webui, front)

    assert (error.status_code, error.code) == (502, "upstream_disconnected")
    assert "x-should-retry" not in error.response.headers
    assert kinds_of(events) == ["partial_image", "completed"]
    assert front.engine._client._knows_tasks


def test_failing_progress_is_asked_again(webui, sdapi_front):
    assert kinds_of(held_stream(webui, sdapi_front)) == ["partial_image", "completed"]
    webui.failing_progress = 3

    assert kinds_of(held_stream(webui, sdapi_front)) == ["partial_image", "completed"]


def test_image_that_takes_too_long_is_interrupted(webui, sdapi_front_of):
    front = sdapi_front_of(webui.address, timeout_s=0.5)
    webui.holds_at = (0, 2)

    with pytest.raises(openai.InternalServerError) as error:
        generate(front)

    assert (error.value.code, error.value.response.headers["x-should-retry"]) == ("upstream_timeout", "false")
    assert wait_until(lambda: webui.interrupted)
    assert webui.interrupted == webui.began


def test_closing_does_not_wait_for_a_job_that_cannot_be_stopped(settings, monkeypatch):
    monkeypatch.setattr("limner.engines.native_server.CLOSE_S", 0.05)
    with running_stand_in(SdapiStandIn(knows_tasks=False)) as webui:
        webui.holds_at = (0, 2)
        foreign = webui.add_foreign_job()
        assert wait_until(lambda: len(webui.began) == 1)
        with running_front(SdapiEngine(base_url=webui.address, poll_s=0.01), settings) as front:
            leaving = generate(front, stream=True, extra_body=STEPS)
            assert wait_until(lambda: len(webui.bodies) == 1)
            leaving.close()
            assert wait_until(lambda: front.engine._stopping)

        assert webui.finished == []
        webui.holds_at = None
        foreign.result(30)


@pytest.mark.parametrize("drawn", ["JPEG", "WEBP"])
@pytest.mark.parametrize("wanted", ["png", "jpeg"])
def test_drawn_format_is_converted_without_its_settings(webui, sdapi_front, drawn, wanted):
    webui.output_format = drawn

    data = base64.b64decode(generate(sdapi_front, output_format=wanted).data[0].b64_json)

    assert b"Steps" in webui._paint(webui.bodies[0], None, drawn)
    assert b"Steps" not in data
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size, image.mode) == (wanted.upper(), (64, 64), "RGB")


def test_log_does_not_repeat_the_whole_request(webui, sdapi_front, caplog):
    reason = {"type": "x", "loc": ["body", "init_images"], "msg": "wrong", "input": "A" * 100_000}
    webui.failure = 422, {"detail": [reason]}

    with pytest.raises(openai.InternalServerError):
        generate(sdapi_front)

    assert "answers 422" in caplog.text
    assert len(caplog.text) < 20_000
