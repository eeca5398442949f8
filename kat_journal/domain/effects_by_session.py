"""Side effects by session: one row for each, and how much it bothered at worst after each session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kat_journal.domain.asked_numbers import own_words, pack_of, why_missing
from kat_journal.domain.form import Item, ItemType, Kind
from kat_journal.domain.ids import SessionId
from kat_journal.domain.progress import Filled, Missing
from kat_journal.domain.response import Answer, is_asked


@dataclass(frozen=True, slots=True)
class EffectCell:
    """What was said of one side effect after one session.

    Attributes:
        worst: The highest number; None where none was given, for the reason in :attr:`missing`.
        words: The word of that number; empty where its word is the number itself.
        high: Upper end of its scale.
    """

    worst: float | None
    missing: Missing | None = None
    words: str = ""
    high: float = 0


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One side effect; None in its cells is *not asked*, and never zero."""

    title: str
    cells: tuple[EffectCell | None, ...]

    @property
    def noticed(self) -> bool:
        """Whether it was there after any session."""
        return any(cell is not None and (cell.worst or cell.missing is Missing.NOTICED) for cell in self.cells)


def effects_by_session(filled: Iterable[Filled], sessions: Sequence[SessionId]) -> tuple[EffectRow, ...]:
    """The rows, those that were noticed first; guarded ones stand nowhere in it.

    Args:
        filled: Check-ins, in any order; those of no session, or of another one, say nothing here.
        sessions: One column each.
    """
    columns = {session_id: column for column, session_id in enumerate(sessions)}
    titles: dict[tuple[str, str], str] = {}
    told: dict[tuple[str, str], dict[int, list[tuple[Item, Answer]]]] = {}
    for one in sorted(filled, key=lambda one: one.at):
        if one.form.kind is not Kind.CHECK_IN or one.session_id not in columns:
            continue
        for item in one.form.questions():
            answer = one.answers.get(item.id)
            if _is_effect(item) and answer is not None and is_asked(item, one.answers):
                key = (pack_of(one.form.id), item.id)
                titles[key] = item.name
                told.setdefault(key, {}).setdefault(columns[one.session_id], []).append((item, answer))
    rows = [
        EffectRow(titles[key], tuple(_cell(by_column.get(column, ())) for column in range(len(sessions))))
        for key, by_column in told.items()
    ]
    return tuple(sorted((row for row in rows if any(row.cells)), key=lambda row: not row.noticed))


def _is_effect(item: Item) -> bool:
    return item.type is ItemType.SYMPTOM and not item.guarded


def _cell(told: Sequence[tuple[Item, Answer]]) -> EffectCell | None:
    """The worst of several check-ins. One that was noticed and not rated outranks a zero: it was there."""
    reasons = {why_missing(answer) for _, answer in told}
    rated = [(answer.number, item) for item, answer in told if answer.number is not None and not answer.skipped]
    worst, item = max(rated, key=lambda one: one[0], default=(None, None))
    if not worst and Missing.NOTICED in reasons:
        return EffectCell(None, Missing.NOTICED)
    if worst is not None and item is not None:
        high = float(item.scale.points[-1].value) if item.scale is not None else 0
        return EffectCell(worst, None, own_words(item).get(worst, ""), high)
    return EffectCell(None, Missing.SKIPPED) if Missing.SKIPPED in reasons else None
