"""Simulates the queue of a GPU under bursty arrivals, and computes what a fleet needs.

python benchmarks/capacity.py           # minutes: simulate, and write the plots and tables of docs/capacity.md
python benchmarks/capacity.py --draw    # seconds: the same from the figures of the last simulation
python benchmarks/capacity.py --quick   # seconds: check that the simulation is right; exits with 1 if it is not
"""

import argparse
import json
import sys
import time
from pathlib import Path

import capacity_checks
import capacity_runs
from capacity_fleet import load_fleets
from capacity_page import write_tables

DOCS = Path(__file__).parents[1] / "docs"
FOLDER = DOCS / "capacity"
FIGURES = Path(__file__).parent / "capacity_figures.json"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="only check the simulation")
    parser.add_argument("--draw", action="store_true", help=f"use the figures in {FIGURES.name}")
    options = parser.parse_args()
    if options.quick:
        failures = list(capacity_checks.failures())
        print("\n".join(failures) or "everything holds")
        return 1 if failures else 0
    if not options.draw:
        began_s = time.perf_counter()
        FIGURES.write_text(json.dumps(capacity_runs.all_figures(), indent=1) + "\n", encoding="utf-8")
        print(f"simulated in {time.perf_counter() - began_s:.0f} s")
    figures, fleets = json.loads(FIGURES.read_text(encoding="utf-8")), load_fleets()
    from capacity_plots import write_plots  # matplotlib is not needed before

    write_plots(figures, fleets, FOLDER)
    write_tables(figures, fleets, DOCS / "capacity.md")
    print(f"wrote {FOLDER} and the tables of {DOCS / 'capacity.md'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
