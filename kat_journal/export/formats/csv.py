"""CSV in long form: one row for each chosen answer, score, session, practice and question.

RFC 4180, and UTF-8 with a byte order mark, without which Excel takes an umlaut for two other characters. The columns
have the same names in every language. Which text stands guarded, and how, is told in :mod:`kat_journal.export.cells`.
LOINC codes are left out: their notice would have to stand in the file, where only rows can; ``fhir`` has both.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, fields

from kat_journal.domain.form import Item, ItemType
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import NOTICED, Answer, answer_words
from kat_journal.domain.scoring import Score
from kat_journal.domain.summary import ChosenForm, Summary
from kat_journal.export.cells import guarded

NAME = "csv"
SUFFIX = ".csv"


@dataclass(frozen=True, slots=True)
class _Row:
    """One row; each attribute is a column.

    Attributes:
        when: The local day, ISO 8601.
        measure: Title of the form.
        value: A number, as it was given or made; 1 and 0 for yes and no.
        answer: The words of the answer: of its point or options, or the person's own.
        options: Ids of the chosen options.
        gone: Whether an unwanted effect is over: ``yes``, ``partly``, ``no``, ``unknown``.
        skipped: 1 where the person chose not to answer.
        n_answered: How many rows of a score had a number.
        n_of: How many rows it has.
        estimated: 1 where missing rows were made up for in proportion.
        session: Day of the session that it is about.
    """

    when: str = ""
    measure: str = ""
    item: str = ""
    value: str = ""
    answer: str = ""
    note: str = ""
    options: str = ""
    gone: str = ""
    skipped: str = ""
    n_answered: str = ""
    n_of: str = ""
    estimated: str = ""
    session: str = ""
    form: str = ""
    version: str = ""
    item_id: str = ""


_NUMBERS = frozenset({"value"})
"""Columns of numbers, whose minus is no formula's."""


def render(summary: Summary, messages: Messages) -> bytes:
    """The choice as the bytes of its file."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    names = [column.name for column in fields(_Row)]
    writer.writerow(names)
    for row in _rows(summary, messages):
        cells = ((name, getattr(row, name)) for name in names)
        writer.writerow([cell if name in _NUMBERS else guarded(cell) for name, cell in cells])
    return file.getvalue().encode("utf-8-sig")


def _rows(summary: Summary, messages: Messages) -> Iterator[_Row]:
    data = summary.data
    for form in data.forms:
        yield from (_answer(form, one.item, one.answer, messages) for one in form.answers)
        yield from (_score(form, one) for one in form.scores)
    for session in data.sessions:
        yield _Row(session.day.isoformat(), messages.get("section.sessions"), answer=session.route)
    for practice in data.practices:
        day = "" if practice.last_done is None else practice.last_done.isoformat()
        yield _Row(day, messages.get("candidate.practice"), answer=practice.words)
    for words in data.questions:
        yield _Row(data.made_on.isoformat(), messages.get("candidate.question"), answer=words)


def _answer(form: ChosenForm, item: Item, answer: Answer, messages: Messages) -> _Row:
    noticed = item.type is ItemType.SYMPTOM and NOTICED in answer.options
    return _Row(
        when=form.day.isoformat(),
        measure=form.title,
        item=item.ask,
        value="" if answer.number is None else f"{answer.number:.10g}",
        answer=messages.get("effects.noticed") if noticed else _words(item, answer),
        note=answer.note,
        options=" ".join(answer.options),
        gone=answer.gone,
        skipped="1" if answer.skipped else "",
        session="" if form.session is None else form.session.isoformat(),
        form=form.form_id,
        version=str(form.version),
        item_id=item.id,
    )


def _words(item: Item, answer: Answer) -> str:
    """The words of an answer; none where they would be its number again."""
    words = answer_words(item, answer)
    is_number = answer.number is not None and (item.scale is None or words == f"{answer.number:g}")
    return "" if is_number and not answer.options else words


def _score(form: ChosenForm, score: Score) -> _Row:
    return _Row(
        when=form.day.isoformat(),
        measure=form.title,
        item=score.rule.title,
        value=f"{score.value:.10g}",
        n_answered=str(score.answered),
        n_of=str(score.of),
        estimated="1" if score.estimated else "",
        session="" if form.session is None else form.session.isoformat(),
        form=form.form_id,
        version=str(form.version),
        item_id=score.rule.id,
    )
