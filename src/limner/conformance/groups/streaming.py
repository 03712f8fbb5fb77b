"""Streams, checked frame by frame, including details on which SDK decoders rely."""

import json
from typing import Any

from limner.conformance import events, expect
from limner.conformance.events import END_S, Transcript
from limner.conformance.forms import field, file, form
from limner.conformance.group import Group
from limner.conformance.result import CheckFailed
from limner.conformance.target import EDITS, GENERATIONS, OMIT, Target

group = Group("streaming", needs=("gpt",))
SILENCE_S = 15.0
"""Comments are due after 10 s without events; the rest is for network latency."""
MAX_LINE_BYTES = 32 * 2**20
"""The Go SDK's scanner fails on longer lines."""
FIELDS = {
    "type": str,
    "b64_json": str,
    "created_at": int,
    "background": str,
    "output_format": str,
    "quality": str,
    "size": str,
}
NAMES = ("image_generation.partial_image", "image_generation.completed")


def generation(target: Target, **values: Any) -> Transcript:
    body = json.dumps(target.generation_fields(**{"stream": True, **values})).encode()
    return events.request_stream(target, GENERATIONS, body, "application/json")


def with_partials(target: Target) -> Transcript:
    """A cached stream that most checks inspect."""
    return target.once("stream", lambda: generation(target, partial_images=2))


def edit(target: Target) -> Transcript:
    def request() -> Transcript:
        fields = target.edit_fields(stream="true", partial_images=1)
        parts = [*fields, file("image", target.photo), file("mask", target.mask)]
        return events.request_stream(target, EDITS, form(parts, boundary=b"b"), "multipart/form-data; boundary=b")

    return target.once("edit stream", request)


@group.check("`stream` returns server-sent events")
def a_stream_is_one(target: Target) -> None:
    body = json.dumps(target.generation_fields(stream=True)).encode()
    found = events.request_stream(target, GENERATIONS, body, "application/json", required=True)
    expect.that(found.events, "events", "none")


@group.check("there is one completed event, and it is last")
def completed_is_last(target: Target) -> None:
    kinds = [str(event.data.get("type")) for event in with_partials(target).events]
    expect.equal("number of completed events", sum(kind.endswith(".completed") for kind in kinds), 1)
    expect.that(kinds[-1].endswith(".completed"), "the completed event as the last", kinds)


@group.check("the response ends after its last event")
def the_response_ends(target: Target) -> None:
    transcript = with_partials(target)
    if transcript.error:
        raise CheckFailed(f"the end of the response within {END_S:.0f} s of its last event", transcript.error)


@group.check("every event ends with a blank line, the last one too")
def blank_lines(target: Target) -> None:
    body = with_partials(target).body.replace(b"\r\n", b"\n")
    expect.that(body.endswith(b"\n\n"), "a blank line at the end", repr(body[-20:]))


@group.check("an event is one `event:` line and one `data:` line")
def one_data_line(target: Target) -> None:
    for frame in with_partials(target).frames:
        names = [line.partition(b":")[0].decode("latin-1") for line in frame]
        expect.that(names.count("data") == 1, "one data: line in each event", names)
        expect.that(set(names) <= {"event", "data"}, "event: and data: lines only", names)


@group.check("the `event:` line equals the type")
def event_is_type(target: Target) -> None:
    for event in with_partials(target).events:
        if event.name is not None or target.strict:
            expect.equal("as event:", event.name, event.data.get("type"))


@group.check("only partial and completed events are sent")
def known_events(target: Target) -> None:
    for event in with_partials(target).events:
        kind = event.data.get("type")
        expect.that(kind in NAMES, f"{' or '.join(NAMES)}", kind)


@group.check("partial images are counted from 0, in order")
def partials_in_order(target: Target) -> None:
    found = [data.get("partial_image_index") for data in with_partials(target).partials]
    expect.equal("the indexes", found, list(range(len(found))))


@group.check("there are at most as many partial images as requested")
def partials_at_most(target: Target) -> None:
    found = len(with_partials(target).partials)
    expect.that(found <= 2, "at most 2 partial images", found)


def _add_without_partials(value: Any, name: str) -> None:
    def run(target: Target) -> None:
        transcript = generation(target, partial_images=value)
        expect.equal("partial images:", len(transcript.partials), 0)
        expect.that(transcript.completed, "a completed event", "none")

    group.add(f"partials-{name}", f"`partial_images` {name} returns only the completed event", run)


_add_without_partials(0, "0")
_add_without_partials(OMIT, "left out")


@group.check("a completed event has all its fields")
def fields_of_completed(target: Target) -> None:
    _check_fields(with_partials(target).completed, FIELDS | {"usage": dict})


@group.check("a partial event has all its fields")
def fields_of_partials(target: Target) -> None:
    for data in with_partials(target).partials:
        _check_fields(data, FIELDS | {"partial_image_index": int})


def _check_fields(data: dict[str, Any], fields: dict[str, type]) -> None:
    for name, kind in fields.items():
        found = data.get(name)
        fits = isinstance(found, kind) and not isinstance(found, bool)
        expect.that(fits, f"`{name}` as {kind.__name__} in {data.get('type')}", found)


@group.check("`auto` is resolved in events")
def events_are_resolved(target: Target) -> None:
    transcript = generation(target, size=OMIT, quality="auto", background="auto")
    completed = transcript.completed
    for name in ("size", "quality", "background"):
        expect.that(completed.get(name) != "auto", f"a resolved {name}", completed.get(name))


@group.check("the completed event has the requested image")
def the_picture_of_a_stream(target: Target) -> None:
    completed = with_partials(target).completed
    found = expect.image(expect.b64_image(completed))
    expect.equal("a picture of", found.size, completed.get("size"))
    expect.equal("a picture in", found.format, completed.get("output_format"))


@group.check("partial images have the final format and size")
def partials_are_alike(target: Target) -> None:
    transcript = generation(target, partial_images=1, output_format="jpeg")
    whole = expect.image(expect.b64_image(transcript.completed))
    expect.equal("a picture in", whole.format, "jpeg")
    for data in transcript.partials:
        expect.equal("a partial image like the picture,", expect.image(expect.b64_image(data)), whole)


@group.check("only error events have a key `error`, even null")
def no_error_key(target: Target) -> None:
    for event in with_partials(target).events:
        expect.that("error" not in event.data, "no key `error`", event.data.get("error"))


@group.check("comments are sent during silence")
def no_long_silence(target: Target) -> None:
    longest = max(with_partials(target).gaps_s, default=0.0)
    expect.that(longest <= SILENCE_S, f"something every {SILENCE_S:.0f} s", f"{longest:.1f} s of silence")


@group.check("no line exceeds the Go SDK's limit of 32 MiB")
def short_lines(target: Target) -> None:
    longest = max((event.num_bytes for event in with_partials(target).events), default=0)
    expect.that(longest < MAX_LINE_BYTES, f"lines below {MAX_LINE_BYTES} bytes", longest)


@group.check("a stream is not compressed or cached")
def not_buffered(target: Target) -> None:
    headers = with_partials(target).head.headers
    expect.that("content-encoding" not in headers, "no Content-Encoding", headers.get("content-encoding"))
    kept = headers.get("cache-control", "")
    expect.that("no-cache" in kept or "no-store" in kept, "a Cache-Control of no-cache", kept)


@group.check("[DONE] is not sent", only="strict")
def no_done(target: Target) -> None:
    expect.that(b"[DONE]" not in with_partials(target).body, "no [DONE]", "one")


@group.check("a stream is returned if Accept is text/event-stream")
def accept_a_stream_only(target: Target) -> None:
    body = json.dumps(target.generation_fields(stream=True)).encode()
    found = events.request_stream(target, GENERATIONS, body, "application/json", accept="text/event-stream")
    expect.that(found.completed, "a completed event", "none")


@group.check("JSON is returned if Accept includes text/event-stream")
def accept_a_stream(target: Target) -> None:
    headers = {"Accept": "application/json, text/event-stream"}
    expect.images(target.post_json(GENERATIONS, target.generation_fields(), headers=headers))


@group.check("`stream` false returns JSON")
def stream_false(target: Target) -> None:
    expect.images(target.generate(stream=False))


def _add_plain_error(name: str, values: dict[str, Any], param: str) -> None:
    def run(target: Target) -> None:
        response = target.generate(**{"stream": True, **values})
        expect.equal("an error about", expect.error(response)["param"], param)

    group.add(
        f"{name}-is-a-plain-error", f"{name.replace('-', ' ')} is a 400 in JSON, although a stream was requested", run
    )


_add_plain_error("an-empty-prompt", {"prompt": ""}, "prompt")
_add_plain_error("n-of-zero", {"n": 0}, "n")
_add_plain_error("an-unknown-key", {"foo": 1}, "foo")


@group.check("several images in a stream are rejected", only="strict")
def one_picture_strictly(target: Target) -> None:
    error = expect.error(target.generate(stream=True, n=2))
    expect.equal("message", error["message"], "Streaming is only supported with n=1.")
    expect.equal("type", error["type"], "image_generation_user_error")
    expect.equal("code", error["code"], "unsupported_parameter")


@group.check("several images are streamed, each completed once and in order", only="lenient")
def several_pictures(target: Target) -> None:
    transcript = generation(target, n=2, partial_images=1)
    completed = transcript.select("completed")
    expect.equal("completed events:", len(completed), 2)
    expect.equal("as image_index", [data.get("image_index") for data in completed], [0, 1])


@group.check("an edit streams events of its own types", needs=("edits",))
def an_edit_streams(target: Target) -> None:
    transcript = edit(target)
    expect.equal("type", transcript.completed.get("type"), "image_edit.completed")
    for data in transcript.partials:
        expect.equal("type", data.get("type"), "image_edit.partial_image")


@group.check("the events of an edit have all their fields", needs=("edits",))
def fields_of_an_edit(target: Target) -> None:
    _check_fields(edit(target).completed, FIELDS | {"usage": dict})
    expect.image(expect.b64_image(edit(target).completed))


@group.check("the stream of an edit ends", needs=("edits",))
def an_edit_ends(target: Target) -> None:
    transcript = edit(target)
    expect.that(transcript.error is None, "the end of the response", transcript.error)


@group.check("an edit's `stream` may follow its files", needs=("edits",))
def stream_after_files(target: Target) -> None:
    parts = [file("image", target.photo), *target.edit_fields(), field("stream", "true")]
    found = events.request_stream(target, EDITS, form(parts, boundary=b"b"), "multipart/form-data; boundary=b")
    expect.that(found.completed, "a completed event", "none")


@group.check("a `safety_identifier` is echoed in events")
def safety_identifier_in_events(target: Target) -> None:
    for event in generation(target, safety_identifier="someone").events:
        expect.equal("as `safety_identifier`", event.data.get("safety_identifier"), "someone")
