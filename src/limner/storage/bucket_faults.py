"""Translate errors of a bucket to API errors. obstore has the facts in the text of its exceptions only."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from obstore.exceptions import AlreadyExistsError, BaseError

from limner.core.errors import APIError
from limner.storage.faults import (
    storage_busy_error,
    storage_full_error,
    storage_unavailable_error,
    storage_unreachable_error,
)

log = logging.getLogger("limner.storage")

STATUS = re.compile(r"status code: (\d{3})")
CODE = re.compile(r"<Code>(\w+)</Code>")
FULL = re.compile(r"StorageFull|QuotaExceeded")
"""In the codes of MinIO and Ceph."""
BUSY = frozenset({"429", "500", "502", "503", "504"})
CREDENTIALS = frozenset({"AuthorizationHeaderMalformed", "ExpiredToken", "InvalidToken", "TokenRefreshRequired"})
"""Codes with the status 400; all others have 401 or 403."""
CREDENTIAL_SOURCE = re.compile(r"169\.254\.|Action=AssumeRole|/latest/")
"""Addresses that are asked for credentials if the settings have none."""
TRANSIENT = re.compile(r"kind: (?:Timeout|Connect|Request|Interrupted|Decode)\b")
"""No answer, or not a whole one."""


@contextmanager
def bucket_errors(*, may_be_missing: bool = False) -> Iterator[None]:
    """Raise obstore's errors as APIErrors, except AlreadyExistsError.

    `may_be_missing`: raise FileNotFoundError if there is no such object.
    """
    try:
        yield
    except AlreadyExistsError:
        raise
    except (BaseError, FileNotFoundError) as error:
        text = str(error)
        if may_be_missing and isinstance(error, FileNotFoundError) and "NoSuchBucket" not in text:
            raise
        log.warning("%s", summary(text))
        raise as_api_error(text) from None  # the text may contain what the log must not


def as_api_error(text: str) -> APIError:
    status, code = _first(STATUS, text), _first(CODE, text)
    if status == "507" or FULL.search(code):
        return storage_full_error("Its bucket has no space left.")
    if code == "NoSuchBucket":
        return storage_unavailable_error("Its bucket does not exist.")
    if status in {"401", "403"} or code in CREDENTIALS or CREDENTIAL_SOURCE.search(text):
        return storage_unavailable_error("Its bucket does not accept its credentials.")
    if status in BUSY:
        return storage_busy_error()
    if not status and TRANSIENT.search(text):
        return storage_unreachable_error()
    return storage_unavailable_error("Its log says why.")


def summary(text: str) -> str:
    """The first line without the response's body and the query of the URL: these may contain keys or signatures."""
    line = re.sub(r"\?\S*", "", text.partition("\n")[0].partition("<")[0]).strip()
    return " ".join(filter(None, (line, _first(CODE, text), _first(TRANSIENT, text))))


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[match.lastindex or 0] if match else ""
