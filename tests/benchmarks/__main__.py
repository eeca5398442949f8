"""``make bench``: prints every goal as a ratio to its yardstick; fails where one is missed.

``make bench ARGS="G1 G9"`` measures some, ``ARGS=--quick`` takes a short look.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import (
    g01_start,
    g02_memory,
    g03_unlock,
    g09_key,
    g10_autosave,
    g17_chart,
    g19_modules,
    g20_binding,
    g21_preview,
)
from tests.benchmarks.bench import Bench
from tests.benchmarks.harness import line

GOALS = {
    "G1": g01_start,
    "G2": g02_memory,
    "G3": g03_unlock,
    "G9": g09_key,
    "G10": g10_autosave,
    "G17": g17_chart,
    "G19": g19_modules,
    "G20": g20_binding,
    "G21": g21_preview,
}


def main() -> int:
    """Measure and print.

    Returns:
        1 where a goal is missed.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("goals", nargs="*", metavar="GOAL", help=f"some of {' '.join(GOALS)}; all by default")
    parser.add_argument("--quick", action="store_true", help="three rounds each: a look, not a verdict")
    args = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory(prefix="kat-bench-") as folder:
        bench = Bench(Path(folder), quick=args.quick)
        for name in args.goals or GOALS:
            for result in GOALS[name].measure(bench):
                print(line(result), flush=True)
                missed += not result.reached
    print(f"{missed} missed" if missed else "all reached")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
