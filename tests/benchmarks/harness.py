"""Rounds in turn, their ratios, and one line a goal.

The machines that run this are noisy: a bare time proves nothing. What is measured and its yardstick run in turn, and
a goal is a ratio, so that whatever slows the machine slows both.
"""

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

MEDIAN_SLACK = 1.05
P99_SLACK = 1.20
Side = Callable[[], float]


@dataclass(frozen=True)
class Result:
    """What one goal came to.

    Attributes:
        unit: ``x`` for a ratio, ``ms`` where a human limit is meant.
        low: Of all rounds.
        high: Of all rounds.
        accept: The goal; a median may pass it by 5 %, a 99th percentile by 20 %.
        stretch: What would be better still, or None.
    """

    goal: str
    what: str
    yardstick: str
    value: float
    low: float
    high: float
    accept: float
    stretch: float | None
    unit: str = "x"
    slack: float = MEDIAN_SLACK

    @property
    def reached(self) -> bool:
        return self.value <= self.accept * self.slack

    @property
    def verdict(self) -> str:
        if self.stretch is not None and self.value <= self.stretch:
            return "reached, and the stretch"
        return "reached" if self.reached else "MISSED"


def in_turn(sides: Mapping[str, Side], rounds: int, warm_up: int = 1) -> dict[str, list[float]]:
    """Measure each side once a round, every other round backwards, so that none always comes after the same one."""
    names = list(sides)
    measured: dict[str, list[float]] = {name: [] for name in names}
    for number in range(-warm_up, rounds):
        for name in names if number % 2 else reversed(names):
            value = sides[name]()
            if number >= 0:
                measured[name].append(value)
    return measured


def ratio(goal: str, names: tuple[str, str], ours: Sequence[float], theirs: Sequence[float], *bounds: float) -> Result:
    """The goal as the median of what each round's own ratio is; ``bounds`` are accept and stretch."""
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    accept, stretch = bounds
    return Result(goal, *names, statistics.median(ratios), min(ratios), max(ratios), accept, stretch)


def median_ms(goal: str, what: str, measured: Sequence[float], accept: float, stretch: float) -> Result:
    """The goal as a median of milliseconds."""
    value = statistics.median(measured)
    return Result(goal, what, "a human limit", value, min(measured), max(measured), accept, stretch, "ms")


def p99_ms(goal: str, what: str, measured: Sequence[float], accept: float, stretch: float) -> Result:
    """The goal as the 99th percentile of milliseconds."""
    value = sorted(measured)[math.ceil(len(measured) * 0.99) - 1]
    return Result(goal, what, "a human limit", value, min(measured), max(measured), accept, stretch, "ms", P99_SLACK)


def line(result: Result) -> str:
    """One line of the table."""
    unit = "" if result.unit == "x" else f" {result.unit}"
    stretch = "-" if result.stretch is None else f"{result.stretch:g}"
    return (
        f"{result.goal:4} {result.what:58} / {result.yardstick:34} {result.value:7.2f}{unit:3}"
        f" ({result.low:.2f}-{result.high:.2f})  accept {result.accept:g}  stretch {stretch}  {result.verdict}"
    )
