"""`limner conformance URL`: check whether an images server conforms to the API."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from limner.conformance import report, suite
from limner.conformance.result import CheckResult
from limner.conformance.suite import TimeLimits, UnreachableError
from limner.conformance.target import Target
from limner.conformance.wire import parse_address

PASSED, FAILED, UNREACHABLE = 0, 1, 2


def conformance(
    url: str,
    *,
    model: str | None = None,
    strict: bool = False,
    key: str | None = None,
    group: Sequence[str] = (),
    json: Path | None = None,
    timeout: float = 60.0,
    say: Callable[[str], None] = lambda text: print(text, flush=True),  # noqa: T201 (the command's own output)
) -> int:
    """Check an images server over HTTP and print the results. Returns the exit code.

    0: all checks passed. 1: some failed. 2: `url` is not reachable, or rejects the key.
    """
    try:
        address = parse_address(url)
        target = Target(address, model, "strict" if strict else "lenient", key)
        checks = suite.checks_of(target, group)
    except ValueError as error:
        say(str(error))
        return UNREACHABLE
    limits = TimeLimits(check_s=timeout)
    try:
        suite.reach(target, limits)
    except UnreachableError as error:
        say(str(error))
        return UNREACHABLE
    say(f"{len(checks)} checks of {url} with the model {target.name}, {target.mode} validation mode")
    results = suite.run(target, checks, limits, on_result=_show_progress if sys.stderr.isatty() else _show_nothing)
    say(report.table(results))
    if json is not None:
        json.write_text(report.as_json(target, url, results), encoding="utf-8")
    return FAILED if any(one.outcome == "failed" for one in results) else PASSED


def _show_progress(result: CheckResult) -> None:
    sys.stderr.write(f"\r\033[K{result.outcome} {result.id}"[:120])
    sys.stderr.flush()


def _show_nothing(result: CheckResult) -> None: ...
