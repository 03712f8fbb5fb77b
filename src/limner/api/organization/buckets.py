"""Pages of time buckets, as OpenAI's usage API returns them.

Buckets begin at multiples of their width, in UTC. Upstream, the first one of `usage` begins with the minute of
`start_time`, and the last one ends with `end_time`; `costs` has whole days only.
"""

import base64
import binascii
import struct
from collections.abc import Callable
from dataclasses import dataclass

from limner.core.errors import BadRequestError

PREFIX = "page_"
TOKEN = struct.Struct(">QQ")
"""Where the page begins, and where the time range ends: "now" of the first page."""
MINUTE_S = 60
MAX_TIME_S = 253_402_300_799
"""The end of the year 9999: a larger number is probably in milliseconds."""


@dataclass(frozen=True, slots=True)
class Bucket:
    start_s: int
    end_s: int


@dataclass(frozen=True, slots=True)
class BucketPage:
    buckets: list[Bucket]
    next_page: str | None

    def respond(self, results_of: Callable[[Bucket], list[dict[str, object]]]) -> dict[str, object]:
        """The body of the response. Buckets without results are part of it."""
        return {
            "object": "page",
            "data": [
                {
                    "object": "bucket",
                    "start_time": bucket.start_s,
                    "end_time": bucket.end_s,
                    "results": results_of(bucket),
                }
                for bucket in self.buckets
            ],
            "has_more": self.next_page is not None,
            "next_page": self.next_page,
        }


def read_range(start_s: int, end_s: int | None, *, now: float) -> tuple[int, int]:
    """The time range; by default it ends with this second. Raises BadRequestError that names the parameter."""
    if end_s is not None and end_s <= start_s:
        raise BadRequestError(
            "Invalid 'end_time': expected a time after 'start_time'.", param="end_time", code="invalid_value"
        )
    return start_s, max(start_s, int(now) + 1) if end_s is None else end_s


def page_of_buckets(
    start_s: int, end_s: int | None, *, width_s: int, limit: int, page: str | None, now: float, whole: bool = False
) -> BucketPage:
    """At most `limit` buckets from `start_s` or `page` on. Raises BadRequestError that names the parameter.

    `whole`: no bucket is cut off where the time range begins or ends.
    """
    start_s, default_end_s = read_range(start_s, end_s, now=now)
    align_s = width_s if whole else MINUTE_S
    start_s -= start_s % align_s
    at_s, range_end_s = start_s, default_end_s
    if page is not None:
        at_s, range_end_s = _read_token(page)
        is_ours = start_s <= at_s < range_end_s and at_s % width_s == 0
        if not is_ours or range_end_s > MAX_TIME_S or end_s not in (None, range_end_s):
            raise _page_error(page)
    last_end_s = -(-range_end_s // width_s) * width_s if whole else range_end_s
    buckets: list[Bucket] = []
    while at_s < last_end_s and len(buckets) < limit:
        next_s = at_s - at_s % width_s + width_s
        buckets.append(Bucket(at_s, min(next_s, last_end_s)))
        at_s = next_s
    return BucketPage(buckets, _write_token(at_s, range_end_s) if at_s < range_end_s else None)


def _write_token(at_s: int, end_s: int) -> str:
    return PREFIX + base64.urlsafe_b64encode(TOKEN.pack(at_s, end_s)).decode()


def _read_token(page: str) -> tuple[int, int]:
    try:
        data = base64.b64decode(page.removeprefix(PREFIX).encode(), altchars=b"-_", validate=True)
        at_s, end_s = TOKEN.unpack(data)
    except (binascii.Error, struct.error):
        raise _page_error(page) from None
    return at_s, end_s


def _page_error(page: str) -> BadRequestError:
    return BadRequestError(
        "Invalid 'page': expected the 'next_page' of a response to the same query.", param="page", code="invalid_value"
    )
