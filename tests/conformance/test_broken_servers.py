"""Servers with one fault each: the suite must find it, and say what it found."""

# ruff: noqa: E501 (a row of a table is one line)

import json

import pytest
from serving import (
    BlindEngine,
    IdleEngine,
    MaskingEngine,
    Meddler,
    StubbornEngine,
    check,
    on_json,
    on_stream,
    our_app,
    saying,
    serving,
)

from limner.conformance.suite import Limits
from limner.settings import Settings, Storage


def drop(*names):
    def change(status, body):
        for name in names:
            body.pop(name, None)

    return on_json(change)


def in_answers(change):
    """Meddle with the bodies that hold pictures."""
    return on_json(lambda status, body: change(body) if "data" in body and "created" in body else None)


def in_entries(**values):
    def change(body):
        for entry in body["data"]:
            entry |= {name: value(entry) for name, value in values.items()}

    return in_answers(change)


def in_usage(**values):
    return in_answers(lambda body: body.get("usage", {}).update(values))


def in_events(change):
    """Meddle with the data of each event."""

    def meddle(body):
        frames = []
        for frame in body.strip().split(b"\n\n"):
            event, _, data = frame.partition(b"\ndata: ")
            values = json.loads(data)
            change(values)
            frames.append(event + b"\ndata: " + json.dumps(values).encode())
        return b"\n\n".join(frames) + b"\n\n"

    return on_stream(meddle)


def partials_last(body):
    frames = body.strip().split(b"\n\n")
    return b"\n\n".join([frames[-1], *frames[:-1]]) + b"\n\n"


def without_ids(status, headers, body):
    return status, {name: value for name, value in headers.items() if name != "x-request-id"}, body


def as_text(status, headers, body):
    return (
        (status, headers | {"content-type": "text/plain"}, b"Internal Server Error")
        if status >= 400
        else (status, headers, body)
    )


def all_is_well(status, headers, body):
    """An answer for everybody, whatever was wrong."""
    return (200, headers, b'{"created": 1, "data": [{"b64_json": ""}]}') if status == 400 else (status, headers, body)


def no_stream(status, headers, body):
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
    pytest.param(as_text, ["errors.unknown-path", "errors.another-method", "errors.body-a-word", "framing.compressed", "framing.pipelined", "multipart.a-boundary-of-300"], id="errors in plain text"),
    pytest.param(all_is_well, ["parameters.refuses-the-unknown-key-foo", "masks.refuses-another-size", "references.refuses-a-path", "framing.no-host", "framing.two-hosts", "framing.utf16", "framing.long-integer"], id="nothing is refused"),
    pytest.param(without_ids, ["protocol.request-ids", "errors.errors-have-an-id"], id="no request id"),
    pytest.param(drop("created"), ["answers.created-is-a-time"], id="no created"),
    pytest.param(drop("data"), ["answers.a-generation-is-drawn", "answers.base64-is-plain", "framing.byte-order-mark", "multipart.a-preamble", "multipart.padding", "references.data-in-capitals", "references.data-in-lines", "references.data-without-padding"], id="no data"),
    pytest.param(drop("size", "quality"), ["answers.the-picture-is-described"], id="no size and quality"),
    pytest.param(in_answers(lambda body: body.update(quality="auto", size="auto")), ["answers.auto-is-resolved", "answers.the-told-size-is-true"], id="auto, unresolved"),
    pytest.param(in_answers(lambda body: body.update(error=None)), ["answers.no-error-in-an-answer"], id="error null"),
    pytest.param(in_answers(lambda body: body["data"].__setitem__(slice(1, None), [])), ["answers.n-is-obeyed"], id="one picture for two"),
    pytest.param(in_entries(b64_json=lambda entry: "data:image/png;base64," + entry["b64_json"] if "b64_json" in entry else None), ["answers.base64-is-plain"], id="a data URL for base64"),
    pytest.param(in_entries(b64_json=lambda entry: "aGVsbG8="), ["answers.base64-is-plain", "answers.jpeg-is-drawn"], id="no picture"),
    pytest.param(in_entries(url=lambda entry: "/pictures/x.png"), ["urls.absolute", "urls.opens-without-a-key"], id="a relative URL"),
    pytest.param(in_entries(url=lambda entry: "http://127.0.0.1:9/x.png"), ["urls.opens-without-a-key", "urls.a-picture-lies-there"], id="a URL that nobody can reach"),
    pytest.param(drop("usage"), ["usage.usage-is-told", "usage.an-edit-costs"], id="no usage"),
    pytest.param(in_usage(total_tokens=1), ["usage.totals-add-up"], id="a wrong total"),
    pytest.param(in_usage(input_tokens=8, output_tokens=5, total_tokens=13), ["usage.two-pictures", "usage.input-adds-up"], id="a usage that is always the same"),
    pytest.param(on_stream(lambda body: body[:-1]), ["streaming.blank-lines"], id="no blank line after the last event"),
    pytest.param(on_stream(partials_last), ["streaming.completed-is-last"], id="partials after the completed event"),
    pytest.param(on_stream(lambda body: body.rpartition(b"event: ")[0]), ["streaming.completed-is-last", "streaming.fields-of-completed", "streaming.the-picture-of-a-stream"], id="no completed event"),
    pytest.param(on_stream(lambda body: body + body), ["streaming.completed-is-last"], id="everything twice"),
    pytest.param(on_stream(lambda body: b"event: ping\n\n" + body), ["streaming.one-data-line"], id="a ping without data"),
    pytest.param(on_stream(lambda body: b'data: {"type": "keepalive"}\n\n' + body), ["streaming.known-events"], id="a keepalive event"),
    pytest.param(on_stream(lambda body: b"id: 1\n" + body), ["streaming.one-data-line"], id="an id line"),
    pytest.param(on_stream(lambda body: body.replace(b"data: {", b"data: {nonsense")), ["streaming.completed-is-last", "streaming.no-error-key"], id="data that is no JSON"),
    pytest.param(in_events(lambda values: values.update(error=None)), ["streaming.no-error-key"], id="error null in an event"),
    pytest.param(in_events(lambda values: values.pop("created_at")), ["streaming.fields-of-completed", "streaming.fields-of-partials"], id="events without created_at"),
    pytest.param(in_events(lambda values: values.update(size="auto", quality="auto")), ["streaming.events-are-resolved"], id="auto in events"),
    pytest.param(in_events(lambda values: values.update(b64_json="")), ["streaming.the-picture-of-a-stream"], id="no picture in events"),
    pytest.param(in_events(lambda values: values.pop("usage", None)), ["usage.usage-of-a-stream"], id="no usage in a stream"),
    pytest.param(in_events(count_from_one), ["streaming.partials-in-order"], id="partials from 1"),
    pytest.param(no_stream, ["streaming.a-stream-is-one"], id="no streams"),
]  # fmt: skip


@pytest.fixture(scope="module")
def meddled(tmp_path_factory):
    """Our server, behind a meddler that each test tells what to do, and its address."""
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("meddled")))
    meddler = Meddler(our_app(MaskingEngine(), settings), unchanged)
    with serving(meddler) as url:
        yield meddler, url


@pytest.mark.parametrize(("tamper", "found"), FAULTS)
def test_a_fault_is_found(meddled, tamper, found):
    meddler, url = meddled
    meddler.tamper = tamper

    verdicts = check(url, *found)

    assert {name: one.outcome for name, one in verdicts.items()} == dict.fromkeys(found, "failed")
    assert all(one.expected and one.got for one in verdicts.values())


def test_the_same_checks_pass_where_nobody_meddles(meddled):
    meddler, url = meddled
    meddler.tamper = unchanged

    verdicts = check(url, *{name for fault in FAULTS for name in fault.values[1]})

    assert {one.outcome for one in verdicts.values()} == {"passed"}


def test_a_server_without_streams_fails_once_and_says_so(meddled):
    meddler, url = meddled
    meddler.tamper = no_stream

    verdicts = check(url, "streaming", "cancel.a-slow-reader").values()

    failed = {one.id for one in verdicts if one.outcome == "failed"}
    assert failed == {"streaming.a-stream-is-one", "cancel.a-slow-reader"}
    assert "the server does not stream" in {one.reason for one in verdicts}


def test_a_stream_that_is_left_open_is_found(tmp_path):
    app = our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))
    with serving(Meddler(app, on_stream(lambda body: body + b"data: [DONE]\n\n"), never_ends=True)) as url:
        verdicts = check(url, "streaming.the-response-ends", "streaming.completed-is-last")

    assert verdicts["streaming.the-response-ends"].outcome == "failed"
    assert verdicts["streaming.completed-is-last"].outcome == "passed"


def test_connections_of_a_usual_framework_are_found(tmp_path):
    """uvicorn as it comes loses bodies with an upgrade, hangs up on half-closed clients, and sends chunks to all."""
    with serving(our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        verdicts = check(url, "framing", limits=Limits(check_s=3))

    assert {name for name, one in verdicts.items() if one.outcome == "failed"} == {
        "framing.upgrade-h2c-whole-with-its-head",
        "framing.upgrade-h2c-whole-after-its-head",
        "framing.upgrade-h2c-chunked-with-its-head",
        "framing.upgrade-websocket-whole-with-its-head",
        "framing.half-closed",
        "framing.half-closed-stream",
        "framing.old-stream",
    }


def test_a_mask_that_is_ignored_is_found(tmp_path):
    with serving(our_app(BlindEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        verdicts = check(url, "masks")

    assert [name for name, one in verdicts.items() if one.outcome == "failed"] == ["masks.what-is-covered-is-kept"]


def test_an_edit_that_edits_nothing_is_found(tmp_path):
    with serving(our_app(IdleEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        verdicts = check(url, "masks.what-is-open-changes", "masks.what-is-covered-is-kept")

    assert verdicts["masks.what-is-open-changes"].outcome == "failed"
    assert verdicts["masks.what-is-covered-is-kept"].outcome == "passed"


def test_work_that_goes_on_without_its_client_is_found(tmp_path):
    with serving(our_app(StubbornEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        verdicts = check(url, "cancel.closed")

    assert verdicts["cancel.closed"].outcome == "failed"
    assert "waited for theirs" in verdicts["cancel.closed"].got


def test_a_lenient_server_is_not_strict(tmp_path):
    with serving(our_app(MaskingEngine(), Settings(storage=Storage(folder=tmp_path)))) as url:
        verdicts = check(url, "parameters", "multipart", manner="strict")

    failed = {name for name, one in verdicts.items() if one.outcome == "failed"}
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
def test_no_answer_is_so_odd_that_a_check_stumbles(data):
    with saying(data) as url:
        verdicts = check(url, limits=Limits(check_s=3)).values()

    assert [one for one in verdicts if one.expected == "an answer that can be read"] == []
    assert sum(one.outcome == "failed" for one in verdicts) > 150


def test_a_server_that_says_nothing_cannot_hold_the_suite(tmp_path):
    app = our_app(MaskingEngine(seconds_per_step=60), Settings(storage=Storage(folder=tmp_path)))
    with serving(app) as url:
        verdicts = check(url, "answers", limits=Limits(check_s=0.1, run_s=1)).values()

    assert {one.outcome for one in verdicts} <= {"failed", "passed", "skipped"}
    assert sum(one.took_s for one in verdicts) < 5
