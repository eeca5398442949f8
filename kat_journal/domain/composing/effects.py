"""The section of unwanted effects: one row for each, one column for each session."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kat_journal.domain.composing.bother import Told, effect_words
from kat_journal.domain.composing.pieces import effects
from kat_journal.domain.composing.selection import Selection, notes, quotes
from kat_journal.domain.composing.words import day_words
from kat_journal.domain.form import Item, ItemType, Scale, Section
from kat_journal.domain.ids import FormDigest, ItemId, SessionId
from kat_journal.domain.material import Answered, effects_key
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import Answer
from kat_journal.domain.summary import Block, Paragraph, Table

SIDE_BY_SIDE = 4
"""More sessions than this go into a second table."""


class _Column(NamedTuple):
    """A session, or a day where the check-in has none."""

    day: date
    session_id: SessionId | int = 0


@dataclass(slots=True)
class _Grid:
    """What the chosen check-ins say.

    Attributes:
        rows: The answers of each effect and column, oldest first.
        until: The day of each column's newest check-in.
        scales: The scales that the effects of each form were asked with.
    """

    rows: dict[tuple[ItemId, str], dict[_Column, list[Told]]] = field(default_factory=dict)
    until: dict[_Column, date] = field(default_factory=dict)
    scales: dict[tuple[FormDigest, ItemId], Scale | None] = field(default_factory=dict)


def unwanted_effects(selection: Selection) -> tuple[Block, ...]:
    """The worst bother in each session and the last word on whether it is gone, as far as check-ins were chosen.

    Blank is no answer, and never 0.
    """
    pieces = selection.pieces(Section.EFFECTS)
    grid = _grid(selection)
    blocks: list[Block] = list(_tables(grid, selection.messages))
    if blocks:
        blocks.insert(0, _legend(grid, blocks, selection.messages))
    symptoms = [piece for piece in pieces if piece.item.type is ItemType.SYMPTOM]
    others = [piece for piece in pieces if piece.item.type is not ItemType.SYMPTOM]
    return (*blocks, *notes(symptoms, selection), *quotes(others, selection))


def _grid(selection: Selection) -> _Grid:
    grid = _Grid()
    for answered, told in _chosen(selection):
        column = _column(answered, selection.days)
        day, asked = answered.day, answered.response.form_digest
        grid.until[column] = max(day, grid.until.get(column, day))
        for item, answer in told:
            row = grid.rows.setdefault((item.id, item.name), {})
            row.setdefault(column, []).append((day, answer))
            grid.scales[asked, item.id] = item.scale
    return grid


def _chosen(selection: Selection) -> Iterator[tuple[Answered, Sequence[tuple[Item, Answer]]]]:
    """The rows of chosen check-ins, and guarded rows that were chosen by themselves."""
    for answered in selection.material.answered:
        if effects_key(answered.response.uid) in selection.chosen and (told := effects(answered)):
            yield answered, told
    for piece in selection.pieces(Section.EFFECTS):
        if piece.item.type is ItemType.SYMPTOM and piece.item.guarded:
            yield piece.answered, [(piece.item, piece.answer)]


def _column(answered: Answered, days: Mapping[SessionId, date]) -> _Column:
    if answered.session_id is not None and answered.session_id in days:
        return _Column(days[answered.session_id], answered.session_id)
    return _Column(answered.day)


def _tables(grid: _Grid, messages: Messages) -> Iterator[Block]:
    columns = sorted(grid.until)
    for at in range(0, len(columns), SIDE_BY_SIDE):
        part = columns[at : at + SIDE_BY_SIDE]
        header = (messages.get("effects.what"), *(day_words(column.day, messages) for column in part))
        until = (messages.get("effects.until"), *(day_words(grid.until[column], messages) for column in part))
        rows = [
            (name, *(_cell(row.get(column), grid.until[column], messages) for column in part))
            for (_, name), row in grid.rows.items()
            if any(column in row for column in part)
        ]
        zeros = [row for row in rows if _is_zero(row)]
        others = [row for row in rows if not _is_zero(row)]
        yield Table(header, (*([until] if until[1:] != header[1:] else []), *(others or zeros)))
        if zeros and others:  # a check-in asks two dozen rows: those of zeros alone would fill the page
            yield Paragraph(messages.get("effects.zeros", effects="; ".join(row[0] for row in zeros)))


def _cell(told: list[Told] | None, until: date, messages: Messages) -> str:
    return effect_words(told, until, messages) if told else ""


def _is_zero(row: tuple[str, ...]) -> bool:
    return all(cell == "0" for cell in row[1:])


def _legend(grid: _Grid, tables: list[Block], messages: Messages) -> Paragraph:
    """What a column, a cell and a number are; skipping is named only where it shows."""
    only_sessions = all(column.session_id for column in grid.until)
    scales = [scale for scale in grid.scales.values() if scale is not None]
    skipped = messages.get("effects.skipped")
    cells = {cell for table in tables if isinstance(table, Table) for row in table.rows for cell in row}
    parts = [
        messages.get("effects.columns" if only_sessions else "effects.columns-and-days"),
        messages.get("effects.cells"),
        *(messages.get("effects.points", points=points) for points in dict.fromkeys(map(_points, scales))),
        messages.get("effects.blank"),
        *([messages.get("effects.legend-skipped")] if skipped in cells else []),
    ]
    return Paragraph(" ".join(parts))


def _points(scale: Scale) -> str:
    return ", ".join(f"{point.value} {point.text}" for point in scale.points)
