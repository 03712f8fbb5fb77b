"""Benchmarks, not tests: `make bench` prints measurements and goals, and always succeeds.

Times depend on the machine; the ratios come from turns taken in one run, so trust those.
"""

import drawing
import operations
import serving
import uploads
from figures import show


def main() -> None:
    show("Whole HTTP requests, the engine's pixels being ready", serving.measure)
    show("Uploads", uploads.measure)
    show("Keys, limits and ledger, and none", operations.measure)
    show("The illustrator, on one core", drawing.measure)


if __name__ == "__main__":
    main()
