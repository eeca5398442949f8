"""The section of unwanted effects: one row for each, one column for each session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kat_journal.domain.composing.pieces import effects
from kat_journal.domain.composing.selection import Selection, notes, quotes
from kat_journal.domain.composing.words import day_words, number_words
from kat_journal.domain.form import Item, ItemType, Section
from kat_journal.domain.ids import ItemId, SessionId
from kat_journal.domain.material import Answered, effects_key
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import NOTICED, Answer
from kat_journal.domain.summary import Block, Paragraph, Table

SIDE_BY_SIDE = 4
"""More sessions than this go into a second table."""


@dataclass(frozen=True, slots=True, order=True)
class _Column:
    """A session, or a day where the check-in has none."""

    day: date
    session_id: SessionId | int = 0


_Cells = dict[tuple[ItemId, str], dict[_Column, list[Answer]]]


def unwanted_effects(selection: Selection) -> tuple[Block, ...]:
    """The worst bother in each session and whether it is gone; blank was not asked, and is never 0."""
    pieces = selection.pieces(Section.EFFECTS)
    cells: _Cells = {}
    scales: dict[str, None] = {}
    days = selection.material.days_of_sessions()
    for answered, item, answer in _chosen(selection):
        column = _column(answered, days)
        cells.setdefault((item.id, item.ask), {}).setdefault(column, []).append(answer)
        scales[_points(item)] = None
    blocks: list[Block] = list(_tables(cells, selection.messages))
    if blocks:
        legend = selection.messages.get("effects.legend", points="; ".join(text for text in scales if text))
        blocks.insert(0, Paragraph(legend))
    symptoms = [piece for piece in pieces if piece.item.type is ItemType.SYMPTOM]
    others = [piece for piece in pieces if piece.item.type is not ItemType.SYMPTOM]
    return (*blocks, *notes(symptoms, selection.messages), *quotes(others, selection.messages))


def effect_words(answers: Sequence[Answer], messages: Messages) -> str:
    """What one session's check-ins say of one effect: the worst bother, and the last word on whether it is gone."""
    rated = [(answer, answer.number) for answer in answers if answer.number is not None and not answer.skipped]
    if not rated:
        noticed = any(NOTICED in answer.options for answer in answers)
        return messages.get("effects.noticed" if noticed else "effects.skipped")
    worst = max(number for _, number in rated)
    gone = next((answer.gone for answer, number in reversed(rated) if answer.gone and number > 0), "")
    if not worst or not gone:
        return number_words(worst)
    return messages.get("effects.value", bother=number_words(worst), gone=messages.get(f"effects.gone.{gone}"))


def _chosen(selection: Selection) -> Iterator[tuple[Answered, Item, Answer]]:
    """The rows of chosen check-ins, and guarded rows that were chosen by themselves."""
    for answered in selection.material.answered:
        if effects_key(answered.response.uid) in selection.chosen:
            for item, answer in effects(answered):
                yield answered, item, answer
    for piece in selection.pieces(Section.EFFECTS):
        if piece.item.type is ItemType.SYMPTOM and piece.item.guarded:
            yield piece.answered, piece.item, piece.answer


def _column(answered: Answered, days: dict[SessionId, date]) -> _Column:
    if answered.session_id is not None and answered.session_id in days:
        return _Column(days[answered.session_id], answered.session_id)
    return _Column(answered.day)


def _tables(cells: _Cells, messages: Messages) -> Iterator[Block]:
    columns = sorted({column for row in cells.values() for column in row})
    for at in range(0, len(columns), SIDE_BY_SIDE):
        part = columns[at : at + SIDE_BY_SIDE]
        header = (messages.get("effects.what"), *(day_words(column.day, messages) for column in part))
        rows = [
            (ask, *(effect_words(row[column], messages) if column in row else "" for column in part))
            for (_, ask), row in cells.items()
            if any(column in row for column in part)
        ]
        zeros = [row for row in rows if set(row[1:]) == {"0"}]
        others = [row for row in rows if row not in zeros]
        yield Table(header, tuple(others or zeros))
        if zeros and others:  # a check-in asks two dozen rows: those of zeros alone would fill the page
            yield Paragraph(messages.get("effects.zeros", effects=", ".join(row[0] for row in zeros)))


def _points(item: Item) -> str:
    if item.scale is None:
        return ""
    return ", ".join(f"{point.value} {point.text}" for point in item.scale.points)
