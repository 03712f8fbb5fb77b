"""Servers with one fault each, which the suite must detect and explain."""

# ruff: noqa: E501 (a row of a table is one line)

import json

import pytest
from serving import (
    MaskIgnoringEngine,
    MaskingEngine,
    NoOpEngine,
    TamperingProxy,
    UnstoppableEngine,
    check,
    on_json,
    on_stream,
    our_app,
    raw_server,
    serving,
)

from limner.conformance.suite import TimeLimits
from limner.settings import Settings, Storage


def drop(*names):
    def change(status, body):
        for name in names:
            body.pop(name, None)

    return on_json(change)


def on_images(change):
    """Alter the bodies of responses with images."""
    return on_json(lambda status, body: change(body) if "data" in body and "created" in body else None)


def set_in_entries(**values):
    def change(body):
        for entry in body["data"]:
            entry |= {name: value(entry) for name, value in values.items()}

    return on_images(change)


def set_in_usage(**values):
    return on_images(lambda body: body.get("usage", {}).update(values))


def on_events(change):
    """Alter the data of each event."""

    def tamper(body):
        frames = []
        for frame in body.strip().split(b"\n\n"):
            event, _, data = frame.partition(b"\ndata: ")
            values = json.loads(data)
            change(values)
            frames.append(event + b"\ndata: " + json.dumps(values).encode())
        return b"\n\n".join(frames) + b"\n\n"

    return on_stream(tamper)


def move_partials_last(body):
    frames = body.strip().split(b"\n\n")
    return b"\n\n".join([frames[-1], *frames[:-1]]) + b"\n\n"


def remove_request_ids(status, headers, body):
    return status, {name: value for name, value in headers.items() if name != "x-request-id"}, body


def errors_as_text(status, headers, body):
    return (
        (status, headers | {"content-type": "text/plain"}, b"Internal Server Error")
        if status >= 400
        else (status, headers, body)
    )


def always_succeed(status, headers, body):
    """Return 200 instead of 400."""
    return (200, headers, b'{"created": 1, "data": [{"b64_json": ""}]}') if status == 400 else (status, headers, body)


def disable_streams(status, headers, body):
    if not headers.get("content-type", "").startswith("text/event-stream"):
        return status, headers, body
    return status, headers | {"content-type": "application/json"}, b'{"created": 1, "data": [{"b64_json": "AAAA"}]}'


def unchanged(*answer):
    return answer


def count_from_one(values):
    if "partial_image_index" in values:
        values["partial_image_index"] += 1


FAULTS = [
    pytest.param(on_json(lambda status, body: {"detail": "no"} if status >= 400 else None), ["errors.unknown-path", "parameters.refuses-n-0", "streaming.n-of-zero-is-a-plain-error"], id="FastAPI's detail"),
    pytest.param(on_json(lambda status, body: {"error": "no"} if status >= 400 else None), ["errors.unknown-path", "parameters.refuses-n-0"], id="an error that is a text"),
    pytest.param(on_json(lambda status, body: body["error"].pop("code") and None if status >= 400 else None), ["parameters.refuses-n-0"], id="an error without a code"),
    pytest.param(on_json(lambda status, body: body["error"].update(param=None) if status >= 400 else None), ["parameters.refuses-n-0", "multipart.refuses-unknown-field"], id="an error that names no parameter"),
    pytest.param(errors_as_text, ["errors.unknown-path", "errors.another-method", "errors.body-a-word", "framing.compressed", "framing.pipelined", "multipart.a-boundary-of-300"], id="errors in plain text"),
    pytest.param(always_succeed, ["parameters.refuses-the-unknown-key-foo", "masks.refuses-another-size", "references.refuses-a-path", "framing.no-host", "framing.two-hosts", "framing.utf16", "framing.long-integer"], id="nothing is refused"),
    pytest.param(remove_request_ids, ["protocol.request-ids", "errors.errors-have-an-id"], id="no request id"),
    pytest.param(drop("created"), ["answers.created-is-a-time"], id="no created"),
    pytest.param(drop("data"), ["answers.a-generation-is-drawn", "answers.base64-is-plain", "framing.byte-order-mark", "multipart.a-preamble", "multipart.padding", "references.data-in-capitals", "references.data-in-lines", "references.data-without-padding"], id="no data"),
    pytest.param(drop("size", "quality"), ["answers.the-picture-is-described"], id="no size and quality"),
    pytest.param(on_images(lambda body: body.update(quality="auto", size="auto")), ["answers.auto-is-resolved", "answers.reported-size-is-true"], id="auto, unresolved"),
    pytest.param(on_images(lambda body: body.update(error=None)), ["answers.no-error-in-an-answer"], id="error null"),
    pytest.param(on_images(lambda body: body["data"].__setitem__(slice(1, None), [])), ["answers.n-is-obeyed"], id="one picture for two"),
    pytest.param(set_in_entries(b64_json=lambda entry: "data:image/png;base64," + entry["b64_json"] if "b64_json" in entry else None), ["answers.base64-is-plain"], id="a data URL for base64"),
    pytest.param(set_in_entries(b64_json=lambda entry: "aGVsbG8="), ["answers.base64-is-plain", "answers.jpeg-is-drawn"], id="no picture"),
    pytest.param(set_in_entries(url=lambda entry: "/pictures/x.png"), ["urls.absolute", "urls.opens-without-a-key"], id="a relative URL"),
    pytest.param(set_in_entries(url=lambda entry: "http://127.0.0.1:9/x.png"), ["urls.opens-without-a-key", "urls.url-returns-an-image"], id="an unreachable URL"),
    pytest.param(drop("usage"), ["usage.usage-is-reported", "usage.an-edit-costs"], id="no usage"),
    pytest.param(set_in_usage(total_tokens=1), ["usage.totals-add-up"], id="a wrong total"),
    pytest.param(set_in_usage(input_tokens=8, output_tokens=5, total_tokens=13), ["usage.two-pictures", "usage.input-adds-up"], id="a usage that is always the same"),
    pytest.param(on_stream(lambda body: body[:-1]), ["streaming.blank-lines"], id="no blank line after the last event"),
    pytest.param(on_stream(move_partials_last), ["streaming.completed-is-last"], id="partials after the completed event"),
    pytest.param(on_stream(lambda body: body.rpartition(b"event: ")[0]), ["streaming.completed-is-last", "streaming.fields-of-completed", "streaming.the-picture-of-a-stream"], id="no completed event"),
    pytest.param(on_stream(lambda body: body + body), ["streaming.completed-is-last"], id="everything twice"),
    pytest.param(on_stream(lambda body: b"event: ping\n\n" + body), ["streaming.one-data-line"], id="a ping without data"),
    pytest.param(on_stream(lambda body: b'data: {"type": "keepalive"}\n\n' + body), ["streaming.known-events"], id="a keepalive event"),
    pytest.param(on_stream(lambda body: b"id: 1\n" + body), ["streaming.one-data-line"], id="an id line"),
    pytest.param(on_stream(lambda body: body.replace(b"data: {", b"data: {nonsense")), ["streaming.completed-is-last", "streaming.no-error-key"], id="data that is no JSON"),
    pytest.param(on_events(lambda values: values.update(error=None)), ["streaming.no-error-key"], id="error null in an event"),
    pytest.param(on_events(lambda values: values.pop("created_at")), ["streaming.fields-of-completed", "streaming.fields-of-partials"], id="events without created_at"),
    pytest.param(on_events(lambda values: values.update(size="auto", quality="auto")), ["streaming.events-are-resolved"], id="auto in events"),
    pytest.param(on_events(lambda values: values.update(b64_json="")), ["streaming.the-picture-of-a-stream"], id="no picture in events"),
    pytest.param(on_events(lambda values: values.pop("usage", None)), ["usage.usage-of-a-stream"], id="no usage in a stream"),
    pytest.param(on_events(count_from_one), ["streaming.partials-in-order"], id="partials from 1"),
    pytest.param(disable_streams, ["streaming.a-stream-is-one"], id="no streams"),
]  # fmt: skip


@pytest.fixture(scope="module")
def faulty_server(tmp_path_factory):
    """Limner behind a proxy that each test configures, and its URL."""
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("faulty_server")))
    proxy = TamperingProxy(our_app(MaskingEngine(), settings), unchanged)
    with serving(proxy) as url:
        yield proxy, url


@pytest.mark.parametrize(("tamper", "found"), FAULTS)
def test_fault_is_detected(faulty_server, tamper, found):
    proxy, url = faulty_server
    proxy.tamper = tamper

    results = check(url, *found)

    assert {name: one.outcome for name, one in results.items()} == dict.fromkeys(found, "failed")
    assert all(one.expected and one.got for one in results.values())


def test_same_checks_pass_without_faults(faulty_server):
    proxy, url = faulty_server
    proxy.tamper = unchanged

    results = check(url, *{name for fault in FAULTS for name in fault.values[1]})

    assert {one.outcome for one in results.values()} == {"passed"}


def test_server_without_streams_fails_once(faulty_server):
    proxy, url = faulty_server
    proxy.tamper = disable_streams

    results = check(url, "streaming", "cancel.a-slow-reader").values()

    failed = {one.id for one in results if one.outcome == "failed"}
    assert failed == {"streaming.a-stream-is-one", "cancel.a-slow-reader"}
    assert "the server does not stream" in {one.reason for one in results}


def test_stream_left_open_is_detected(tmp_path):
    app = our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))
    with serving(TamperingProxy(app, on_stream(lambda body: body + b"data: [DONE]\n\n"), never_ends=True)) as url:
        results = check(url, "streaming.the-response-ends", "streaming.completed-is-last")

    assert results["streaming.the-response-ends"].outcome == "failed"
    assert results["streaming.completed-is-last"].outcome == "passed"


def test_plain_uvicorn_fails_connection_checks(tmp_path):
    """uvicorn loses bodies with an upgrade, drops half-closed clients, and sends chunks to HTTP/1.0."""
    with serving(our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        results = check(url, "framing", limits=TimeLimits(check_s=3))

    assert {name for name, one in results.items() if one.outcome == "failed"} == {
        "framing.upgrade-h2c-whole-with-its-head",
        "framing.upgrade-h2c-whole-after-its-head",
        "framing.upgrade-h2c-chunked-with-its-head",
        "framing.upgrade-websocket-whole-with-its-head",
        "framing.half-closed",
        "framing.half-closed-stream",
        "framing.old-stream",
    }


def test_ignored_mask_is_detected(tmp_path):
    with serving(our_app(MaskIgnoringEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        results = check(url, "masks")

    failed = [name for name, one in results.items() if one.outcome == "failed"]
    assert failed == ["masks.opaque-area-is-kept", "masks.nearly-opaque-area-is-kept"]


def test_edit_without_effect_is_detected(tmp_path):
    with serving(our_app(NoOpEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        results = check(url, "masks.transparent-area-changes", "masks.opaque-area-is-kept")

    assert results["masks.transparent-area-changes"].outcome == "failed"
    assert results["masks.opaque-area-is-kept"].outcome == "passed"


def test_work_after_disconnect_is_detected(tmp_path):
    with serving(our_app(UnstoppableEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        results = check(url, "cancel.closed")

    assert results["cancel.closed"].outcome == "failed"
    assert "waited for their work" in results["cancel.closed"].got


def test_lenient_server_fails_strict_checks(tmp_path):
    with serving(our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        results = check(url, "parameters", "multipart", mode="strict")

    failed = {name for name, one in results.items() if one.outcome == "failed"}
    assert {
        "parameters.refuses-no-model",
        "parameters.refuses-style-on-a-GPT-model",
        "multipart.refuses-octets",
    } <= failed


def answer(body, *, content_type="application/json", status="200 OK"):
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


ODD = [
    pytest.param(answer(body), id=repr(body)[:40])
    for body in (
        b"", b"null", b"[]", b"1", b'"a"', b"{}", b"\xff\xfe", b"[" * 5000, b'{"data": 1}', b'{"data": []}', b'{"data": [null]}', b'{"data": [{"b64_json": 1}]}',
        b'{"error": 1}', b'{"error": {"message": 1, "type": [], "param": {}, "code": 2}}', b'{"data": [{"id": 1}], "created": "x", "usage": []}',
        b'{"data": [{"b64_json": "iVBORw0KGgo="}], "usage": {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2, "input_tokens_details": 3}}',
    )
] + [
    pytest.param(answer(b"data: {}\n\ndata: 7\n\nevent: x\ndata: [1]\n\n", content_type="text/event-stream"), id="odd events"),
    pytest.param(answer(b"nonsense", content_type="text/event-stream"), id="nonsense for a stream"),
    pytest.param(answer(b'{"error": null}', status="400 Bad"), id="an empty envelope"),
    pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", id="a chunk without a length"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc", id="a negative length"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nabc", id="a body that is cut off"),
    pytest.param(b"HTTP/1.1 200 OK\r\nnocolon\r\n\r\n", id="a header without a colon"),
]  # fmt: skip


@pytest.mark.parametrize("data", ODD)
def test_malformed_responses_do_not_break_checks(data):
    with raw_server(data) as url:
        results = check(url, limits=TimeLimits(check_s=3)).values()

    assert [one for one in results if one.expected == "an answer that can be read"] == []
    assert sum(one.outcome == "failed" for one in results) > 150


def test_silent_server_cannot_block_the_suite(tmp_path):
    app = our_app(MaskingEngine(seconds_per_step=60), Settings(storage=Storage(folder=tmp_path)))
    with serving(app) as url:
        results = check(url, "answers", limits=TimeLimits(check_s=0.1, run_s=1)).values()

    assert {one.outcome for one in results} <= {"failed", "passed", "skipped"}
    assert sum(one.took_s for one in results) < 5
