"""All checks, and the one loop that runs them: nothing that a server does ends it early or holds it."""

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
from limner.conformance.target import Target, allow
from limner.conformance.verdict import Failed, Outcome, Skipped, Verdict
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
"""The first picture may take so much longer than another: a server may load its model for it."""


class Unreachable(Exception):  # noqa: N818
    """There is no server to test, or it lets nobody in."""


@dataclass(frozen=True, slots=True)
class Limits:
    check_s: float = 60.0
    run_s: float = 1800.0


def checks_of(target: Target, only: Iterable[str] = ()) -> list[Check]:
    """The checks of the target's manner: all, or those of some groups, or some by their ids.

    Raises ValueError for a word that is neither.
    """
    wanted = set(only)
    names = {group.name for group in GROUPS}
    if unknown := wanted - names - {check.id for group in GROUPS for check in group.checks}:
        raise ValueError(f"Unknown group or check: {', '.join(sorted(unknown))}. Groups: {', '.join(sorted(names))}.")
    return [
        check
        for group in GROUPS
        for check in group.checks
        if check.only in (None, target.manner) and (not wanted or wanted & {group.name, check.id})
    ]


def reach(target: Target, limits: Limits) -> None:
    """Ask for the first picture. Raises Unreachable if nobody answers, or if the key is not taken."""
    allow(target, seconds=limits.check_s)
    try:
        with target.connect() as connection:
            connection.send(target.head("GET", "/models"))
            connection.receive_head()
    except WireError as error:
        raise Unreachable(f"The server could not be reached: {error}.") from error
    allow(target, seconds=FIRST_FACTOR * limits.check_s)
    try:
        _ = target.first
    except (Failed, WireError) as error:  # it fails again in the checks that need a picture, and is told there
        if isinstance(error, Failed) and error.got.startswith(("401", "403")):
            raise Unreachable(f"The server lets nobody in without a valid key: {error.got}") from error


def run(
    target: Target, checks: Iterable[Check], limits: Limits, *, on_verdict: Callable[[Verdict], None] = lambda _: None
) -> list[Verdict]:
    ends = time.monotonic() + limits.run_s
    verdicts = []
    for check in checks:
        verdicts.append(_judge(check, target, limits, ends))
        on_verdict(verdicts[-1])
    return verdicts


def _judge(check: Check, target: Target, limits: Limits, ends: float) -> Verdict:
    started = time.monotonic()

    def verdict(outcome: Outcome, **told: str) -> Verdict:
        took_s = time.monotonic() - started
        return Verdict(
            id=check.id, group=check.group, sentence=check.sentence, outcome=outcome, took_s=round(took_s, 3), **told
        )

    if started > ends:
        return verdict(
            "failed", expected=f"the whole run within {limits.run_s:.0f} s", got="no time left for this check"
        )
    allow(target, seconds=limits.check_s)
    try:
        for need in check.needs:
            target.require(need)
        check.run(target)
    except Skipped as skipped:
        return verdict("skipped", reason=str(skipped))
    except Failed as failed:
        return verdict("failed", expected=failed.expected, got=failed.got)
    except WireError as error:
        return verdict("failed", expected="an answer over HTTP", got=str(error))
    except Exception as error:  # an answer so odd that the check stumbled: the server's failure, and no end of the run
        return verdict("failed", expected="an answer that can be read", got=f"{type(error).__name__}: {error}")
    return verdict("passed")


def counts(verdicts: Iterable[Verdict]) -> Iterator[tuple[str, int, int, int]]:
    """Of each group: its name, and how many passed, failed and were skipped."""
    found = list(verdicts)
    for name in dict.fromkeys(verdict.group for verdict in found):
        outcomes = [verdict.outcome for verdict in found if verdict.group == name]
        yield name, outcomes.count("passed"), outcomes.count("failed"), outcomes.count("skipped")
