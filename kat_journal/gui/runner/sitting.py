"""The way through a form that asks one question at a time."""

from collections.abc import Mapping, Sequence

from kat_journal.domain.form import Form, Item
from kat_journal.domain.ids import ItemId
from kat_journal.domain.offering import another, offered
from kat_journal.domain.response import Answer, asked_items, is_asked

Answers = Mapping[ItemId, Answer]


class Sitting:
    """Which question is asked now, and which come before and after it.

    A form that offers only some of its questions keeps those of this sitting; any other asks all that its conditions
    allow.
    """

    def __init__(self, form: Form, answers: Answers, start: ItemId | None = None, rested: Sequence[str] = ()) -> None:
        """Begin at ``start``, or with the first question; ``rested`` names topics that wait for the others."""
        self._form = form
        self._way = [item.id for item in offered(form, answers, rested)] if form.offer is not None else None
        self._seen: list[ItemId] = list(self._way or ())
        asked = {item.id for item in asked_items(form, answers)}
        if self._way is not None and start in asked and start not in self._way:
            self._way.append(start)
        first = self._items(answers)[0].id if self._items(answers) else None
        self._now: ItemId | None = start if start in asked else first

    @property
    def item(self) -> Item | None:
        """The question asked now; None where a form has none."""
        return self._form.item(self._now) if self._now is not None else None

    def is_first(self, answers: Answers) -> bool:
        """Whether there is nothing to go back to."""
        return self._beside(-1, answers) is None

    def is_last(self, answers: Answers) -> bool:
        """Whether nothing follows."""
        return self._beside(1, answers) is None

    def go_on(self, answers: Answers) -> None:
        """Ask the following question, if there is one."""
        self._move(1, answers)

    def go_back(self, answers: Answers) -> None:
        """Ask the question before this one, if there is one."""
        self._move(-1, answers)

    def has_another(self, answers: Answers) -> bool:
        """Whether the form has a question that was not shown at this sitting."""
        return self._way is not None and another(self._form, answers, self._seen) is not None

    def show_another(self, answers: Answers) -> None:
        """Ask a fresh question: in place of this one, or after it where this one has an answer."""
        fresh = another(self._form, answers, self._seen)
        if self._way is None or fresh is None or self._now is None:
            return
        at = self._way.index(self._now)
        if self._now in answers:
            self._way.insert(at + 1, fresh.id)
        else:
            self._way[at] = fresh.id
        self._seen.append(fresh.id)
        self._now = fresh.id

    def _items(self, answers: Answers) -> list[Item]:
        if self._way is None:
            return list(asked_items(self._form, answers))
        return [item for item in map(self._form.item, self._way) if is_asked(item, answers)]

    def _beside(self, step: int, answers: Answers) -> ItemId | None:
        ids = [item.id for item in self._items(answers)]
        if self._now not in ids:
            return None
        at = ids.index(self._now) + step
        return ids[at] if 0 <= at < len(ids) else None

    def _move(self, step: int, answers: Answers) -> None:
        beside = self._beside(step, answers)
        if beside is not None:
            self._now = beside
