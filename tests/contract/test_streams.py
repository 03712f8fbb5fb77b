"""Server-sent events, byte by byte."""

import asyncio
import gc
import json

import openai
import pytest

from limner.api.client_sink import ClientSink, send_stream
from limner.api.heartbeat import Heartbeat
from limner.api.reply import as_sse
from limner.core.picture import Size
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.settings import Settings, Storage
from raw_http import connect, field, file, head, post_form, post_json, receive
from running import running_server
from tiny_engine import TinyEngine
from wire_pictures import opened_base64, picture

GENERATIONS = "/v1/images/generations"


def stream(server, **values):
    return post_json(server.port, GENERATIONS, {"model": "gpt-image-1", "prompt": "a", "stream": True, **values})


def events_of(body):
    """(event, data) pairs; comments are left out. Fails if anything else is on the wire."""
    *frames, rest = body.split(b"\n\n")
    assert rest == b"", "the last event, too, ends with a blank line"
    found = []
    for frame in frames:
        lines = [line for line in frame.split(b"\n") if not line.startswith(b":")]
        if not lines:
            continue
        event, data = lines
        assert event.startswith(b"event: ")
        assert data.startswith(b"data: ")
        found.append((event.removeprefix(b"event: ").decode(), json.loads(data.removeprefix(b"data: "))))
    return found


@pytest.mark.parametrize("partial_images", [None, 0, 1, 2, 3])
@pytest.mark.parametrize("operation", ["generation", "edit"])
def test_partials_precede_the_picture_in_order(shared, partial_images, operation):
    if operation == "generation":
        answer = stream(shared, partial_images=partial_images, size="128x64", output_format="webp")
    else:
        params = {"stream": "true", "prompt": "a", "model": "gpt-image-1", "size": "128x64", "output_format": "webp"}
        params |= {} if partial_images is None else {"partial_images": str(partial_images)}
        answer = post_form(
            shared.port, "/v1/images/edits", file("image", picture()), *(field(*item) for item in params.items())
        )
    events = events_of(answer.body)

    *partials, (name, completed) = events
    assert [event for event, _ in partials] == [f"image_{operation}.partial_image"] * (partial_images or 0)
    assert [data["partial_image_index"] for _, data in partials] == list(range(partial_images or 0))
    assert name == f"image_{operation}.completed"
    assert completed["usage"]["output_tokens"] >= 100 * (partial_images or 0)
    for event, data in events:
        assert data["type"] == event
        assert (data["size"], data["output_format"], data["quality"], data["background"]) == (
            "128x64",
            "webp",
            "medium",
            "opaque",
        )
        assert isinstance(data["created_at"], int)
        assert "error" not in data
        drawn = opened_base64(data["b64_json"])
        assert (drawn.size, drawn.format) == ((128, 64), "WEBP")


def test_headers_forbid_buffering_and_the_socket_is_closed(shared):
    body = json.dumps({"model": "gpt-image-1", "prompt": "a", "stream": True}).encode()
    with connect(shared.port) as connection:
        connection.sendall(
            head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": str(len(body))}) + body
        )
        answer = receive(connection)

        assert connection.recv(1) == b""
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache, no-transform"
    assert answer.headers["x-accel-buffering"] == "no"
    assert answer.headers["limner-seed"]
    assert answer.headers["x-request-id"]
    assert b"[DONE]" not in answer.body


def test_accept_header_does_not_affect_streaming(shared):
    params = {"model": "gpt-image-1", "prompt": "a"}

    streamed = post_json(shared.port, GENERATIONS, {**params, "stream": True}, headers={"Accept": "application/json"})
    plain = post_json(shared.port, GENERATIONS, params, headers={"Accept": "application/json, text/event-stream"})

    assert streamed.headers["content-type"].startswith("text/event-stream")
    assert plain.headers["content-type"] == "application/json"


def test_several_pictures_stream_in_the_order_of_their_index(shared):
    events = events_of(stream(shared, n=3, partial_images=1, size="64x64").body)

    assert [(event.rpartition(".")[2], data["image_index"]) for event, data in events] == [
        (kind, index) for index in range(3) for kind in ("partial_image", "completed")
    ]


def test_one_picture_has_no_image_index(shared):
    events = events_of(stream(shared, partial_images=1).body)

    assert len(events) == 2
    assert all("image_index" not in data for _, data in events)


def test_each_partial_costs_100_tokens(shared):
    usages = [
        events_of(stream(shared, quality="high", partial_images=count, size="1024x1024").body)[-1][1]["usage"]
        for count in (0, 3)
    ]

    assert [usage["output_tokens"] for usage in usages] == [4160, 4460]
    assert usages[1]["total_tokens"] == usages[1]["input_tokens"] + 4460


def test_partials_without_a_stream_are_accepted_and_cost_nothing(shared):
    answer = stream(shared, stream=False, partial_images=3, quality="high", size="1024x1024")

    assert answer.json()["usage"]["output_tokens"] == 4160


def test_dall_e_stream_has_all_fields(shared):
    ((event, data),) = events_of(stream(shared, model="dall-e-3").body)

    assert event == "image_generation.completed"
    assert {"b64_json", "created_at", "background", "output_format", "quality", "size", "usage"} <= set(data)


def test_safety_identifier_is_echoed_in_events(shared):
    events = events_of(stream(shared, partial_images=1, safety_identifier="me").body)

    assert [data["safety_identifier"] for _, data in events] == ["me", "me"]


def test_silent_stream_sends_comments(tmp_path):
    engine = TinyEngine(seconds_per_step=0.1)
    with running_server(engine, Settings(heartbeat_s=0.02, storage=Storage(folder=tmp_path))) as server:
        answer = stream(server, partial_images=1)
        with server.client() as client:
            seen = list(client.images.generate(model="gpt-image-1", prompt="a", stream=True, partial_images=1))

    assert answer.body.count(b": ping\n: limner-queue-position: 0\n\n") > 3
    assert len(events_of(answer.body)) == 2
    assert [event.type.rpartition(".")[2] for event in seen] == ["partial_image", "completed"]


def test_failure_after_the_first_byte_is_the_last_event(tmp_path):
    with running_server(TinyEngine(fails_at_step=5), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = stream(server, partial_images=1)
        with server.client() as client, pytest.raises(openai.APIError) as raised:
            list(client.images.generate(model="gpt-image-1", prompt="a", stream=True))

    assert answer.status == 200
    (first, _), (last, data) = events_of(answer.body)
    assert (first, last) == ("image_generation.partial_image", "error")
    assert data == {
        "type": "error",
        "error": {
            "message": "Image generation failed",
            "type": "image_generation_server_error",
            "param": None,
            "code": "image_generation_failed",
        },
    }
    assert raised.value.code == "image_generation_failed"


def test_note_is_sent_as_a_comment(tmp_path):
    with running_server(TinyEngine(note="Drawn as a bird."), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = stream(server)

    assert b": limner-note: Drawn as a bird.\n" in answer.body
    assert len(events_of(answer.body)) == 1


def test_stream_cancelled_between_heartbeats_stops_the_engine():
    engine = TinyEngine(seconds_per_step=0.05)
    request = ImageRequest(operation="generate", model="m", prompt="a", size=Size(64, 64))

    async def give_up():
        events = engine.generate(request)
        eof = asyncio.Event()
        sent = []

        async def send(message):
            sent.append(message)

        sending = send_stream(
            ClientSink(send), as_sse(request, events), beat=Heartbeat(0.005, eof), estimate=QueueEstimate
        )
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(sending, 0.02)
        return sent[0]["body"]

    assert asyncio.run(give_up()) == b": ping\n: limner-queue-position: 0\n\n"
    assert engine.running == 0


@pytest.mark.parametrize("error", [None, ValueError("late")])
def test_stream_that_is_closed_at_a_comment_forgets_how_it_ended(error):
    problems = []

    async def frames(may_end):
        await may_end.wait()
        if error is not None:
            raise error
        return
        yield

    async def scenario():
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: problems.append(context))
        may_end = asyncio.Event()
        beating = Heartbeat(0.001, asyncio.Event()).between(frames(may_end))
        assert await anext(beating) is None
        may_end.set()
        for _ in range(5):  # the next frame is awaited, but not read
            await asyncio.sleep(0)
        await beating.aclose()
        del beating
        gc.collect()

    asyncio.run(scenario())
    assert problems == []


@pytest.mark.parametrize("is_within_frame", [False, True])
def test_stream_that_is_cut_off_does_not_look_complete(is_within_frame):
    """It ends with an error; within a frame, which the client would discard silently, it does not end."""
    sent = []
    has_begun = asyncio.Event()

    async def frames():
        yield [b"event: partial\ndata: {}\n\n"]
        has_begun.set()
        await asyncio.Event().wait()

    async def send(message):
        sent.append(message)
        if is_within_frame:
            has_begun.set()
            await asyncio.Event().wait()

    async def scenario():
        beat = Heartbeat(60, asyncio.Event())
        sending = asyncio.create_task(send_stream(ClientSink(send), frames(), beat=beat, estimate=QueueEstimate))
        await has_begun.wait()
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending

    asyncio.run(scenario())
    if is_within_frame:
        assert len(sent) == 1
        return
    body = b"".join(message["body"] for message in sent)
    assert json.loads(body.rpartition(b"data: ")[2])["error"]["code"] == "server_shutting_down"
    assert not sent[-1].get("more_body")
