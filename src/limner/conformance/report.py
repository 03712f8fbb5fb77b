"""Results of a run as a table and as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from limner.conformance.result import CheckResult
from limner.conformance.suite import counts
from limner.conformance.target import Target


def table(results: Iterable[CheckResult]) -> str:
    found = list(results)
    rows = [
        (name, f"{passed}/{passed + failed}", f"{skipped} skipped" if skipped else "")
        for name, passed, failed, skipped in counts(found)
    ]
    wide = max((len(name) for name, _, _ in rows), default=0)
    lines = [f"{name:<{wide}}  {score:>7}  {skipped}".rstrip() for name, score, skipped in rows]
    passed, failed, skipped = (
        sum(one.outcome == outcome for one in found) for outcome in ("passed", "failed", "skipped")
    )
    lines.append(
        f"{'all':<{wide}}  {f'{passed}/{passed + failed}':>7}  {f'{skipped} skipped' if skipped else ''}".rstrip()
    )
    for one in found:
        if one.outcome == "failed":
            lines += ["", f"FAILED {one.id}: {one.sentence}", f"  expected  {one.expected}", f"  got       {one.got}"]
    reasons = dict.fromkeys(f"  {one.group}: {one.reason}" for one in found if one.outcome == "skipped")
    return "\n".join([*lines, *(["", "Skipped:", *reasons] if reasons else [])])


def as_json(target: Target, url: str, results: Iterable[CheckResult]) -> str:
    found = list(results)
    groups = {
        name: {"passed": passed, "failed": failed, "skipped": skipped}
        for name, passed, failed, skipped in counts(found)
    }
    body = {
        "url": url,
        "model": target.name,
        "mode": target.mode,
        "passed": all(one.outcome != "failed" for one in found),
        "groups": groups,
        "checks": [asdict(one) for one in found],
    }
    return json.dumps(body, indent=2, ensure_ascii=False) + "\n"
