"""Measure how completely prompts are read: `make coverage`.

Reads prompts with what a reader expects to see (the head of `prompts_300.txt` says how they are written), parses each,
and reports how many of the nouns, counts, colours, relations, verbs and negations are in the Scene, which things are
silly because the prompt does not ask for them, whether the note names everything that was dropped, and how many of the
Scene's relations the finished layout holds. The prompts of `prompts_notes.txt` measure notes alone.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from coverage_rows import read_rows
from coverage_score import ASPECTS, RowScore, score_row
from note_score import report_notes, score_notes

FOLDER = Path(__file__).parent
PROMPTS = (FOLDER / "prompts_150.txt", FOLDER / "prompts_300.txt")
NOTES = FOLDER / "prompts_notes.txt"
NUM_WORST = 10


def report(scores: Sequence[RowScore], *, num_worst: int) -> str:
    asked: Counter[str] = sum((one.asked for one in scores), Counter())
    right: Counter[str] = sum((one.right for one in scores), Counter())
    lines = [f"{len(scores)} prompts"]
    lines += [
        f"  {name:<10} {right[name]:4} of {asked[name]:4}  {_share(right[name], asked[name])}" for name in ASPECTS
    ]
    num_judged = sum(one.num_judged for one in scores)
    num_held = num_judged - sum(len(one.unheld) for one in scores)
    num_silly = sum(bool(one.silly) for one in scores)
    num_dropped = sum(one.num_dropped for one in scores)
    num_named = num_dropped - sum(len(one.unnamed) for one in scores)
    lines += [
        f"  relations held by the layout: {num_held} of {num_judged} {_share(num_held, num_judged)}",
        f"  prompts with a silly thing: {num_silly} ({num_silly / len(scores):.1%})",
        f"  dropped and named in the note: {num_named} of {num_dropped} {_share(num_named, num_dropped)}",
        f"  named in the note although drawn: {sum(len(one.misnamed) for one in scores)}",
        f"  prompts without a fault: {_share(sum(one.penalty() == 0 for one in scores), len(scores))}",
        "",
        *_by_kind(scores),
        "",
        f"The {num_worst} worst:",
    ]
    for one in sorted(scores, key=lambda one: -one.penalty())[:num_worst]:
        faults = [*one.problems, *(f"silly: {name}" for name in one.silly)]
        faults += [f"not held by the layout: {name}" for name in one.unheld]
        faults += [f"not in the note: {name}" for name in one.unnamed]
        faults += [f"in the note, but drawn: {name}" for name in one.misnamed]
        if faults:
            lines.append(f"  {one.row.prompt[:90]!r}: {', '.join(faults)}")
    return "\n".join(lines)


def _by_kind(scores: Sequence[RowScore]) -> list[str]:
    kinds: dict[str, list[RowScore]] = defaultdict(list)
    for one in scores:
        kinds[one.row.kind].append(one)
    lines = []
    for kind, group in kinds.items():
        share = _share(sum(one.right.total() for one in group), sum(one.asked.total() for one in group))
        lines.append(f"  {kind:<24} {share}  silly {sum(bool(one.silly) for one in group)} of {len(group)}")
    return lines


def _share(part: int, whole: int) -> str:
    return f"{part / whole:6.1%}" if whole else "     -"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prompts", nargs="*", type=Path, default=PROMPTS)
    parser.add_argument("--worst", type=int, default=NUM_WORST, help="how many prompts are listed with their faults")
    arguments = parser.parse_args()
    if arguments.prompts is PROMPTS:
        sys.stdout.write(f"{NOTES.name}: {report_notes(score_notes(NOTES))}\n\n")
    for path in arguments.prompts:
        scores = [score_row(row) for row in read_rows(path)]
        sys.stdout.write(f"{path.name}: {report(scores, num_worst=arguments.worst)}\n\n")


if __name__ == "__main__":
    main()
