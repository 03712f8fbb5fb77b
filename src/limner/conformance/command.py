"""`limner conformance URL`: does an images server keep the API's contract?"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from limner.conformance import report, suite
from limner.conformance.suite import Limits, Unreachable
from limner.conformance.target import Target
from limner.conformance.verdict import Verdict
from limner.conformance.wire import read_address

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
    """Check any images server, from outside, and print what came of it. Returns the exit code.

    0: every check passed. 1: some failed. 2: there is no server at `url`, or it lets nobody in.
    """
    try:
        address = read_address(url)
        target = Target(address, model, "strict" if strict else "lenient", key)
        checks = suite.checks_of(target, group)
    except ValueError as error:
        say(str(error))
        return UNREACHABLE
    limits = Limits(check_s=timeout)
    try:
        suite.reach(target, limits)
    except Unreachable as error:
        say(str(error))
        return UNREACHABLE
    say(f"{len(checks)} checks of {url} with the model {target.name}, {target.manner} manner")
    verdicts = suite.run(target, checks, limits, on_verdict=_show_progress if sys.stderr.isatty() else _show_nothing)
    say(report.table(verdicts))
    if json is not None:
        json.write_text(report.as_json(target, url, verdicts), encoding="utf-8")
    return FAILED if any(one.outcome == "failed" for one in verdicts) else PASSED


def _show_progress(verdict: Verdict) -> None:
    sys.stderr.write(f"\r\033[K{verdict.outcome} {verdict.id}"[:120])
    sys.stderr.flush()


def _show_nothing(verdict: Verdict) -> None: ...
