"""Which rows of a check-in a person notices again and again, so that these stand first the next time."""

from collections import Counter
from typing import Final

from kat_journal.domain.form import Form, ItemType, Kind
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import NOTICED, Answer, Draft
from kat_journal.storage.responses import Responses

AFTER: Final = 3
"""Earlier askings before anything is moved: the order of the form is learned first."""

LATELY: Final = 6
"""Askings that are looked at, the newest."""

USUAL: Final = 2
"""Of these, how many a row was noticed in."""


def usual_rows(responses: Responses, draft: Draft) -> tuple[ItemId, ...]:
    """The rows that were noticed in at least two of the last six askings of this form, the most often first.

    Rows that were noticed equally often stand in the form's order. Only askings before this one count, so that the
    order stays while it is filled in; guarded rows stay where they are.
    """
    rows = _rows(draft.form)
    if not rows:
        return ()
    earlier = [one for one in responses.of_form(draft.form.id) if one.occurrence and one.started_at < draft.started_at]
    if len(earlier) < AFTER:
        return ()
    noticed = Counter(
        item_id
        for one in earlier[-LATELY:]
        for item_id, answer in one.answers.items()
        if item_id in rows and _is_noticed(answer)
    )
    return tuple(sorted((row for row in rows if noticed[row] >= USUAL), key=lambda row: -noticed[row]))


def _rows(form: Form) -> tuple[ItemId, ...]:
    if form.kind is not Kind.CHECK_IN:
        return ()
    return tuple(item.id for item in form.items if item.type is ItemType.SYMPTOM and not item.guarded)


def _is_noticed(answer: Answer) -> bool:
    return bool(answer.number) or NOTICED in answer.options
