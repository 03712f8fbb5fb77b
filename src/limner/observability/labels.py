"""Values of labels. Each new one makes new series, so their number is bounded."""

from collections.abc import Iterable

OTHER = "other"
MAX_CODES = 200
MAX_ENGINES = 100
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class KnownValues:
    """Every value that is not known is `other`."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)

    def __call__(self, value: str) -> str:
        return value if value in self._known else OTHER


class FirstValues:
    """Every value after the first `limit` different ones is `other`."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._seen: set[str] = set()

    def __call__(self, value: str) -> str:
        if value not in self._seen:
            if len(self._seen) >= self._limit:
                return OTHER
            self._seen.add(value)
        return value
