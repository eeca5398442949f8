"""How what was filled in becomes series."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import dropwhile

from kat_journal.domain.asked_numbers import AskedNumber, asked_numbers
from kat_journal.domain.form import Form
from kat_journal.domain.progress import Filled, Missing, Passed, Point, Series, SeriesKind


def all_series(filled: Iterable[Filled], passed: Iterable[Passed] = ()) -> tuple[Series, ...]:
    """Every series in which something was given, by kind and then in the order of first asking.

    Args:
        filled: Fillings-in, in any order.
        passed: Askings that were let go by, in any order.
    """
    numbers = _Numbers()
    found: dict[str, Series] = {}
    places: dict[str, list[Point]] = {}
    for one in sorted(filled, key=lambda one: one.at):
        for number, series in numbers.of(one.form):
            if (point := number.point(one)) is not None:
                found[series.key] = series  # its newest words; its place in the order stays
                places.setdefault(series.key, []).append(point)
    for asking in passed:
        empty = Point(asking.at, asking.form.title, asking.session_id, missing=Missing.OFFERED)
        for _, series in numbers.of(asking.form):
            if series.key in places:
                places[series.key].append(empty)
    kinds = list(SeriesKind)
    made = (replace(series, points=_trimmed(places[key])) for key, series in found.items())
    return tuple(sorted((series for series in made if series.points), key=lambda series: kinds.index(series.kind)))


class _Numbers:
    """The numbers of each form, worked out once; a form is the same object however often it was asked."""

    def __init__(self) -> None:
        self._known: dict[int, list[tuple[AskedNumber, Series]]] = {}

    def of(self, form: Form) -> list[tuple[AskedNumber, Series]]:
        if id(form) not in self._known:
            self._known[id(form)] = [(number, number.series()) for number in asked_numbers(form)]
        return self._known[id(form)]


def _trimmed(points: list[Point]) -> tuple[Point, ...]:
    """In order of time, from the first place at which something was given to the last such one."""
    begun = list(_from_given(sorted(points, key=lambda point: point.at)))
    return tuple(reversed(list(_from_given(reversed(begun)))))


def _from_given(points: Iterable[Point]) -> Iterator[Point]:
    return dropwhile(lambda point: point.missing in {Missing.BLANK, Missing.OFFERED}, points)
