"""The numbers section: scores and single rows, each with its first, previous and last value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kat_journal.domain.composing.pieces import Piece, scores
from kat_journal.domain.composing.selection import Selection, notes, quotes
from kat_journal.domain.composing.words import day_words, row_words, score_words
from kat_journal.domain.form import Section
from kat_journal.domain.ids import FormId
from kat_journal.domain.material import score_key
from kat_journal.domain.summary import Block, Paragraph, Table


@dataclass(slots=True)
class _Row:
    """Every value of one score or question, oldest first, and the label and source of the newest."""

    label: str = ""
    source: str = ""
    values: list[tuple[date, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One number as it will be said."""

    row: tuple[FormId, str]
    label: str
    day: date
    text: str
    source: str = ""


def numbers(selection: Selection) -> tuple[Block, ...]:
    """One row for each score or question; no arrows, and no word about the way between two numbers."""
    chosen = selection.pieces(Section.NUMBERS)
    rated = [piece for piece in chosen if piece.answer.number is not None]
    unrated = [piece for piece in chosen if piece.answer.number is None]
    rows = _rows([*_scores(selection), *_single(rated, selection)])
    blocks: list[Block] = [_table(rows, selection)] if rows else []
    sources = dict.fromkeys(f"{row.label}: {row.source}" for row in rows if row.source)
    if sources and selection.choice.footnotes:
        blocks.append(Paragraph(selection.messages.get("numbers.sources", sources="; ".join(sources))))
    return (*blocks, *notes(rated, selection), *quotes(unrated, selection))


def _scores(selection: Selection) -> Iterator[_Reading]:
    for answered in (*selection.material.earlier, *selection.material.answered):
        for one in scores(answered):
            if score_key(answered.response.uid, one.rule.id) in selection.chosen:
                row = (answered.form.id, f"score:{one.rule.id}")
                text = score_words(one, selection.messages)
                yield _Reading(row, one.rule.title, answered.day, text, one.rule.source)


def _single(rated: Iterable[Piece], selection: Selection) -> Iterator[_Reading]:
    for piece in rated:
        row = (piece.answered.form.id, f"item:{piece.item.id}")
        label, text = row_words(piece.item, selection.messages), piece.value(selection.messages)
        yield _Reading(row, label, piece.answered.day, text)


def _rows(readings: Iterable[_Reading]) -> list[_Row]:
    rows: dict[tuple[FormId, str], _Row] = {}
    for reading in readings:
        row = rows.setdefault(reading.row, _Row())
        row.label, row.source = reading.label, reading.source
        row.values.append((reading.day, reading.text))
    return list(rows.values())


def _table(rows: list[_Row], selection: Selection) -> Table:
    """First, previous and last; a column that would hold nothing is left out."""
    messages = selection.messages
    heads = ["numbers.what", "numbers.first", "numbers.previous", "numbers.last"]
    cells = [(row.label, *_first_previous_last(row, selection)) for row in rows]
    kept = [at for at in range(len(heads)) if any(line[at] for line in cells)]
    return Table(tuple(messages.get(heads[at]) for at in kept), tuple(tuple(line[at] for at in kept) for line in cells))


def _first_previous_last(row: _Row, selection: Selection) -> tuple[str, str, str]:
    messages = selection.messages
    texts = [messages.get("numbers.value", day=day_words(day, messages), value=text) for day, text in row.values]
    first = texts[0] if len(texts) > 1 else ""
    return first, next(iter(texts[1:-1][-1:]), ""), texts[-1]
