"""The ways of giving the medicine that the session record knows."""

from collections.abc import Iterable

from kat_journal.domain.form import Form, Kind

ROUTE = "route"
"""The record's question; its options are what a course's route is one of."""


def routes_of(forms: Iterable[Form]) -> list[tuple[str, str]]:
    """Each way as its id and its words."""
    records = (form for form in forms if form.kind is Kind.RECORD)
    items = (item for form in records for item in form.items if item.id == ROUTE)
    return [(option.id, option.text) for item in items for option in item.options]
