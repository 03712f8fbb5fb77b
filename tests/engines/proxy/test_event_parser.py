"""Server-sent events arrive in any pieces, and in bounded memory."""

from itertools import chain

import pytest

from limner.engines.proxy.event_stream import EventParser, EventTooLargeError

STREAM = (
    b"\xef\xbb\xbf: ping\n\n"
    b': limner-note: hello\nevent: one\ndata: {"a": 1}\n\n'
    b"id: 7\r\ndata:two\r\ndata: lines\r\n\r\n"
    b"event: without-data\n\n"
    b"data: last\nretry: 5\n\n"
    b"data: incomplete"
)  # fmt: skip


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_events_are_read_in_any_pieces(size):
    parser = EventParser(1000)

    events = [event for at in range(0, len(STREAM), size) for event in parser.feed(STREAM[at : at + size])]

    assert [(one.name, one.data) for one in events] == [("one", b'{"a": 1}'), ("", b"two\nlines"), ("", b"last")]
    assert events[0].comments == (b"ping", b"limner-note: hello")
    assert events[1].comments == ()


@pytest.mark.parametrize("line", [b"x" * 400, b"data: x\n" * 50, b": comment\n" * 50])
def test_endless_event_is_refused(line):
    parser = EventParser(1000)

    with pytest.raises(EventTooLargeError, match="more than 1000 bytes"):
        list(chain.from_iterable(parser.feed(line) for _ in range(10)))


def test_heartbeats_of_an_hour_are_no_event():
    parser = EventParser(1000)

    for _ in range(10_000):
        assert list(parser.feed(b": ping\n\n")) == []

    assert len(next(parser.feed(b"data: x\n\n")).comments) == 16
