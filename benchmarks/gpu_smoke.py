"""First contact with a GPU: does everything that only exists there work?

python benchmarks/gpu_smoke.py                    # on a GPU: all stages, at most 80 minutes
python benchmarks/gpu_smoke.py --stages race storm
python benchmarks/gpu_smoke.py --device cpu --quick   # checks that this script runs

Each stage runs in a process of its own, because a CUDA error ends a process, and prints one line of JSON: "ok",
"skipped" with the reason, "failed", or "timeout". The exit code is 1 if a stage failed or took too long.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import traceback

os.environ.setdefault("HF_HUB_OFFLINE", "1")

LIMITS_S = {
    "driver": 120,
    "arithmetic": 120,
    "streams": 120,
    "out-of-memory": 120,
    "families": 600,
    "race": 300,
    "storm": 300,
    "compile": 600,
    "graphs": 600,
    "offload": 300,
    "quantization": 300,
    "memory-limit": 300,
    "benchmark": 600,
    "profile": 300,
}
"""Of each stage; in this order."""


def run_here(name: str, device: str, *, is_quick: bool) -> None:
    """Prints the result as the last line of the standard output."""
    import gpu_smoke_device
    from gpu_smoke_device import SkippedError

    try:
        stage = gpu_smoke_device.STAGES.get(name)
        if stage is None:  # imported late: its imports may fail where the driver's stage still says why
            from gpu_smoke_engine import STAGES

            stage = STAGES[name]
        result = {"status": "ok", **stage(device, is_quick)}
    except SkippedError as reason:
        result = {"status": "skipped", "skipped": str(reason)}
    except Exception as error:
        traceback.print_exc()
        result = {"status": "failed", "error": f"{type(error).__name__}: {error}"[:500]}
    print(json.dumps(result), flush=True)


def run_in_process(name: str, device: str, *, is_quick: bool) -> dict[str, object]:
    command = [sys.executable, __file__, "--run", name, "--device", device, *(["--quick"] if is_quick else [])]
    started = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMITS_S[name], check=False)
    except subprocess.TimeoutExpired:
        result: dict[str, object] = {"status": "timeout", "limit_s": LIMITS_S[name]}
    else:
        lines = done.stdout.strip().splitlines()
        try:
            result = json.loads(lines[-1])
        except (IndexError, ValueError):
            result = {"status": "failed", "error": f"exit code {done.returncode}: {done.stderr[-500:]}"}
        if result["status"] == "failed":
            print(done.stderr[-4000:], file=sys.stderr)
    return {"stage": name, **result, "seconds": round(time.perf_counter() - started, 1)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="cuda", choices=["cuda", "cpu"])
    parser.add_argument("--stages", nargs="+", default=list(LIMITS_S), choices=list(LIMITS_S))
    parser.add_argument("--quick", action="store_true", help="few families and requests")
    parser.add_argument("--run", choices=list(LIMITS_S), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run_here(options.run, options.device, is_quick=options.quick)
        return 0
    has_failed = False
    for name in options.stages:
        result = run_in_process(name, options.device, is_quick=options.quick)
        print(json.dumps(result), flush=True)
        has_failed |= result["status"] in ("failed", "timeout")
    return int(has_failed)


if __name__ == "__main__":
    sys.exit(main())
