"""Holds the coverage of the last test run against the floors of the Makefile.

Usage: ``python packaging/coverage_floors.py --floor 90 --core-floor 100 domain storage ...``
Prints one line for the whole package, and a table of what is not covered wherever a floor is not reached.
"""

import argparse
import subprocess
import sys


def coverage(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one report over the last run's data."""
    command = [sys.executable, "-m", "coverage", "report", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def reached(floor: float, include: str) -> bool:
    """Say whether a part of the package reaches its floor; print what it lacks if it does not."""
    if not floor:
        return True
    report = coverage(f"--include={include}", f"--fail-under={floor}")
    if report.returncode:
        sys.stdout.write(report.stdout + report.stderr)
    return report.returncode == 0


def main() -> int:
    """Check the whole package, then each core layer."""
    parser = argparse.ArgumentParser(description="hold coverage against its floors")
    parser.add_argument("--floor", type=float, required=True)
    parser.add_argument("--core-floor", type=float, required=True)
    parser.add_argument("core", nargs="*")
    arguments = parser.parse_args()
    total = coverage("--format=total").stdout.strip() or "0"
    print(f"Coverage: {total} % of lines and branches (floor {arguments.floor:g} %)")
    fine = [reached(arguments.floor, "kat_journal/*")]
    fine += [reached(arguments.core_floor, f"kat_journal/{layer}/*") for layer in arguments.core]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
