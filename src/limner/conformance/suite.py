"""All checks, and the loop that runs them: no server can abort or block it."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from limner.conformance.group import Check
from limner.conformance.groups import (
    answers,
    cancel,
    errors,
    extensions,
    framing,
    masks,
    multipart,
    parameters,
    protocol,
    references,
    streaming,
    urls,
    usage,
)
from limner.conformance.result import CheckFailed, CheckResult, CheckSkipped, Outcome
from limner.conformance.target import Target, set_deadline
from limner.conformance.wire import WireError

GROUPS = tuple(
    module.group
    for module in (
        parameters,
        errors,
        answers,
        multipart,
        masks,
        references,
        streaming,
        usage,
        urls,
        cancel,
        protocol,
        framing,
        extensions,
    )
)
FIRST_FACTOR = 5
"""Timeout multiple for the first image: the server may load its model."""


class UnreachableError(Exception):
    """There is no server at the address, or it rejects the key."""


@dataclass(frozen=True, slots=True)
class TimeLimits:
    check_s: float = 60.0
    run_s: float = 1800.0


def checks_of(target: Target, only: Iterable[str] = ()) -> list[Check]:
    """The checks of the target's validation mode: all, or those of `only`, which names groups or check ids.

    Raises ValueError for unknown names.
    """
    wanted = set(only)
    names = {group.name for group in GROUPS}
    if unknown := wanted - names - {check.id for group in GROUPS for check in group.checks}:
        raise ValueError(f"Unknown group or check: {', '.join(sorted(unknown))}. Groups: {', '.join(sorted(names))}.")
    return [
        check
        for group in GROUPS
        for check in group.checks
        if check.only in (None, target.mode) and (not wanted or wanted & {group.name, check.id})
    ]


def reach(target: Target, limits: TimeLimits) -> None:
    """Request the first image. Raises UnreachableError if the server does not respond or rejects the key."""
    set_deadline(target, seconds=limits.check_s)
    try:
        with target.connect() as connection:
            connection.send(target.head("GET", "/models"))
            connection.receive_head()
    except WireError as error:
        raise UnreachableError(f"The server could not be reached: {error}.") from error
    set_deadline(target, seconds=FIRST_FACTOR * limits.check_s)
    try:
        _ = target.first
    except (CheckFailed, WireError) as error:  # reported by the checks that need an image
        if isinstance(error, CheckFailed) and error.got.startswith(("401", "403")):
            raise UnreachableError(f"The server requires a valid key: {error.got}") from error


def run(
    target: Target,
    checks: Iterable[Check],
    limits: TimeLimits,
    *,
    on_result: Callable[[CheckResult], None] = lambda _: None,
) -> list[CheckResult]:
    ends = time.monotonic() + limits.run_s
    results = []
    for check in checks:
        results.append(_run_check(check, target, limits, ends))
        on_result(results[-1])
    return results


def _run_check(check: Check, target: Target, limits: TimeLimits, ends: float) -> CheckResult:
    started = time.monotonic()

    def result(outcome: Outcome, **details: str) -> CheckResult:
        took_s = time.monotonic() - started
        return CheckResult(
            id=check.id, group=check.group, sentence=check.sentence, outcome=outcome, took_s=round(took_s, 3), **details
        )

    if started > ends:
        return result(
            "failed", expected=f"the whole run within {limits.run_s:.0f} s", got="no time left for this check"
        )
    set_deadline(target, seconds=limits.check_s)
    try:
        for need in check.needs:
            target.require(need)
        check.run(target)
    except CheckSkipped as skipped:
        return result("skipped", reason=str(skipped))
    except CheckFailed as failed:
        return result("failed", expected=failed.expected, got=failed.got)
    except WireError as error:
        return result("failed", expected="a response over HTTP", got=str(error))
    except Exception as error:  # an unexpected response: a failure of the server, which must not end the run
        return result("failed", expected="a response that can be read", got=f"{type(error).__name__}: {error}")
    return result("passed")


def counts(results: Iterable[CheckResult]) -> Iterator[tuple[str, int, int, int]]:
    """Yields for each group: name, passed, failed, skipped."""
    found = list(results)
    for name in dict.fromkeys(result.group for result in found):
        outcomes = [result.outcome for result in found if result.group == name]
        yield name, outcomes.count("passed"), outcomes.count("failed"), outcomes.count("skipped")
