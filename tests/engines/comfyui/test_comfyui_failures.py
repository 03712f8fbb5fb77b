"""Hang-ups, errors, restarts and other clients of one ComfyUI, through a Limner server and the official client."""

import asyncio
import re

import comfy_prompts
import openai
import pytest
from comfy_example import example_options
from comfy_stand_in import ComfyStandIn
from stand_in_server import BackgroundCall, running_front, running_stand_in

from limner.core.errors import OverloadedError
from limner.engines.comfyui.engine import ComfyEngine
from limner.engines.comfyui.job import Job
from running import wait_until
from tcp_proxy import tcp_proxy
from wire_pictures import mask, picture

STEPS = {"num_inference_steps": 6}


def stream(front, **options):
    options = {"size": "64x64", "extra_body": STEPS, "partial_images": 3} | options
    return front.client.images.generate(model="illustrator", prompt="a red fox", stream=True, **options)


def generate(front, **options):
    return front.client.images.generate(model="illustrator", prompt="a red fox", **{"size": "64x64"} | options)


def test_check_says_whether_comfyui_answers(comfy):
    async def check(address):
        engine = ComfyEngine(**example_options(base_url=address))
        await engine.start()
        try:
            await engine.check()
        finally:
            await engine.close()

    asyncio.run(check(comfy.address))
    with pytest.raises(OverloadedError):
        asyncio.run(check("http://127.0.0.1:9"))


@pytest.mark.parametrize("is_old", [False, True])
def test_hang_up_stops_exactly_its_own_images(front_of, is_old):
    with running_stand_in(ComfyStandIn(is_old=is_old)) as comfy:
        front = front_of(comfy.address)
        comfy.holds_at = (0, 4)
        leaving = stream(front, n=2)
        next(iter(leaving))
        other = BackgroundCall(lambda: generate(front))
        assert wait_until(lambda: len(comfy.prompts) == 3)

        leaving.close()

        assert wait_until(lambda: len(comfy.interrupted) == 1 and len(comfy.deleted) == 1)
        assert len(other.result().data) == 1
        assert comfy.interrupted == comfy.executed[:1]
        assert len(comfy.executed) == 2
        assert all(set(body) == {"prompt_id"} for body in comfy.interrupts)


@pytest.mark.parametrize("is_old", [False, True])
def test_hang_up_while_waiting_leaves_others_alone(front_of, is_old):
    with running_stand_in(ComfyStandIn(is_old=is_old)) as comfy:
        front = front_of(comfy.address)
        comfy.holds_at = (0, 2)
        foreign = comfy.add_foreign_prompt()
        leaving = stream(front)
        assert wait_until(lambda: len(comfy.prompts) == 1)

        leaving.close()

        assert wait_until(lambda: len(comfy.deleted) == 1)
        assert comfy.interrupts == []
        comfy.holds_at = None
        assert wait_until(lambda: foreign in comfy.history)
        assert comfy.history[foreign]["status"]["status_str"] == "success"
        assert comfy.executed == [foreign]


def test_two_gateways_share_one_server(comfy, front_of):
    fronts = front_of(comfy.address), front_of(comfy.address)

    calls = [BackgroundCall(lambda front=front: list(stream(front, n=2))) for front in fronts]

    for call in calls:
        kinds = [event.type.rpartition(".")[2] for event in call.result()]
        assert kinds == 2 * [*3 * ["partial_image"], "completed"]
    assert len({body["client_id"] for body in comfy.prompts}) == 2


def test_queue_of_other_clients_is_ahead(comfy, front):
    comfy.holds_at = (0, 2)
    for _ in range(3):
        comfy.add_foreign_prompt()
    engine = front.engine
    assert wait_until(lambda: engine._queue._remaining == 3)

    events = stream(front)

    assert events.response.headers["limner-queue-position"] == "3"
    comfy.holds_at = None
    assert [event.type.rpartition(".")[2] for event in events][-1] == "completed"


def test_lost_websocket_loses_no_image(own_comfy, front_of):
    own_comfy.holds_at = (0, 3)
    events = iter(stream(front_of(own_comfy.address), partial_images=2))
    first = next(events)
    own_comfy.drop_sockets()
    own_comfy.holds_at = None

    rest = list(events)

    assert first.type.endswith("partial_image")
    assert rest[-1].type.endswith("completed")
    assert len(own_comfy.prompts) == 1
    assert wait_until(lambda: own_comfy.num_sockets_opened == 2)


def test_lost_messages_are_found_by_polling(comfy, front, monkeypatch):
    monkeypatch.setattr("limner.engines.comfyui.job.POLL_S", 0.05)
    monkeypatch.setattr(Job, "on_check", lambda job: None)

    assert len(generate(front).data) == 1


def test_restart_draws_again_with_the_same_seed(own_comfy, front_of):
    with tcp_proxy("127.0.0.1", int(own_comfy.address.rpartition(":")[2])) as proxy:
        front = front_of(f"http://127.0.0.1:{proxy.port}")
        own_comfy.holds_at = (0, 2)

        def edit():
            return front.client.images.edit(
                model="illustrator", image=picture(), mask=mask(), prompt="a fox", size="64x64", n=2
            )

        call = BackgroundCall(edit)
        assert wait_until(lambda: len(own_comfy.executed) == 1 and own_comfy.num_answered == 2 and proxy.quiet_s > 0.2)
        proxy.stop()
        own_comfy.restart()
        proxy.start()
        assert len(call.result().data) == 2

    seeds = [body["prompt"]["3"]["inputs"]["seed"] for body in own_comfy.prompts]
    assert seeds[:2] == seeds[2:]


def test_restart_after_a_preview_is_an_error(own_comfy, front_of):
    with tcp_proxy("127.0.0.1", int(own_comfy.address.rpartition(":")[2])) as proxy:
        front = front_of(f"http://127.0.0.1:{proxy.port}")
        own_comfy.holds_at = (0, 4)
        events = iter(stream(front))
        next(events)
        proxy.stop()
        own_comfy.restart()
        proxy.start()

        with pytest.raises(openai.APIError, match="ComfyUI was restarted"):
            list(events)

    assert len(own_comfy.prompts) == 1


def test_server_that_does_not_run_is_unavailable_at_once(front_of):
    front = front_of("http://127.0.0.1:9")

    for _ in range(4):
        with pytest.raises(openai.InternalServerError, match="ComfyUI cannot be reached") as error:
            generate(front)

        assert error.value.status_code == 503
        assert error.value.code == "upstream_unavailable"
        assert int(error.value.response.headers["retry-after"]) >= 1


def test_server_that_starts_later_is_used(comfy, front_of):
    with tcp_proxy("127.0.0.1", int(comfy.address.rpartition(":")[2])) as proxy:
        proxy.stop()
        front = front_of(f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(openai.InternalServerError):
            generate(front)
        proxy.start()

        assert len(generate(front).data) == 1


def test_breaker_lets_one_call_try_again(comfy, front_of):
    with tcp_proxy("127.0.0.1", int(comfy.address.rpartition(":")[2])) as proxy:
        front = front_of(f"http://127.0.0.1:{proxy.port}")
        breaker, now_s = front.engine._server.breaker, [100.0]
        breaker._clock = lambda: now_s[0]
        proxy.stop()
        for _ in range(3):
            with pytest.raises(openai.InternalServerError):
                generate(front)
        proxy.start()

        with pytest.raises(openai.InternalServerError) as error:
            generate(front)
        now_s[0] += 11
        responses = [generate(front) for _ in range(2)]

    assert error.value.response.headers["retry-after"] == "10"
    assert [len(response.data) for response in responses] == [1, 1]
    assert not breaker.is_open


def test_closing_does_not_wait_for_a_server_that_hangs(own_comfy, settings, monkeypatch):
    monkeypatch.setattr("limner.engines.native_server.CLOSE_S", 0.05)
    with tcp_proxy("127.0.0.1", int(own_comfy.address.rpartition(":")[2])) as proxy:
        own_comfy.holds_at = (0, 2)
        options = example_options(base_url=f"http://127.0.0.1:{proxy.port}")
        with running_front(ComfyEngine(**options), settings) as front:
            leaving = stream(front)
            assert wait_until(lambda: len(own_comfy.executed) == 1)
            proxy.hangs = True
            leaving.close()
            assert wait_until(lambda: front.engine._withdrawals)

        assert own_comfy.interrupted == []


@pytest.mark.parametrize(
    ("failure", "code", "message"),
    [
        (("torch.OutOfMemoryError", "Allocation on device\n\nTIPS: ..."), "out_of_memory", "does not fit"),
        (
            ("RuntimeError", "mat1\nTraceback"),
            "image_generation_failed",
            r"'KSampler' \(node 3\): mat1$",
        ),
    ],
)
def test_execution_error_is_readable(comfy, front, failure, code, message):
    comfy.failure = failure

    with pytest.raises(openai.InternalServerError) as error:
        generate(front)

    assert error.value.code == code
    assert re.search(message, error.value.body["message"])


def test_interruption_in_the_editor_is_an_error(comfy, front):
    comfy.holds_at = (0, 2)
    call = BackgroundCall(lambda: generate(front))
    assert wait_until(lambda: len(comfy.executed) == 1)
    comfy.is_interrupted = True

    assert call.result().code == "image_generation_interrupted"


def test_removal_in_the_editor_is_an_error(comfy, front, monkeypatch):
    monkeypatch.setattr("limner.engines.comfyui.job.POLL_S", 0.05)
    comfy.holds_at = (0, 2)
    comfy.add_foreign_prompt()
    call = BackgroundCall(lambda: generate(front))
    assert wait_until(lambda: len(comfy.queue) == 1)

    async def remove():
        comfy._delete(comfy.queue[0][1])

    comfy.run(remove())

    assert call.result().code == "image_generation_interrupted"


def test_refused_value_of_the_client_is_its_error(comfy, front, monkeypatch):
    monkeypatch.setitem(comfy_prompts.BOUNDS, "KSampler", {"steps": (1, 5)})

    with pytest.raises(openai.BadRequestError, match="bigger than max of 5") as error:
        generate(front, extra_body=STEPS)

    assert error.value.param == "num_inference_steps"


def test_refused_workflow_is_not_the_clients_error(front, monkeypatch):
    monkeypatch.setattr("comfy_prompts.KNOWN", {"KSampler"})

    with pytest.raises(openai.InternalServerError, match="'Load Checkpoint' not found") as error:
        generate(front)

    assert error.value.code == "upstream_misconfigured"
    assert error.value.response.headers["x-should-retry"] == "false"


def test_image_that_takes_too_long_is_stopped(comfy, front_of):
    front = front_of(comfy.address, timeout_s=0.3)
    comfy.holds_at = (0, 2)

    with pytest.raises(openai.InternalServerError) as error:
        generate(front)

    assert error.value.code == "upstream_timeout"
    assert wait_until(lambda: len(comfy.interrupted) == 1)


def test_key_is_sent_but_never_logged(comfy, front_of, caplog):
    caplog.set_level("DEBUG", logger="limner")
    front = front_of(comfy.address, api_key="sk-secret", headers={"x-team": "art"})

    generate(front)

    assert comfy.authorizations == {"Bearer sk-secret"}
    assert "sk-secret" not in caplog.text


def test_shutdown_leaves_nothing_in_the_queue(comfy, settings):
    comfy.holds_at = (0, 2)
    with running_front(ComfyEngine(**example_options(base_url=comfy.address)), settings) as front:
        leaving = stream(front, n=3, partial_images=0)
        assert wait_until(lambda: len(comfy.prompts) == 3)
        leaving.close()

    assert wait_until(lambda: comfy.running is None and not comfy.queue)
    assert len(comfy.executed) == 1
