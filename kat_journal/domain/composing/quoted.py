"""The sections that hold the person's words: quotes, questions and what was tried."""

import re

from kat_journal.domain.composing.selection import Selection, quotes
from kat_journal.domain.composing.words import day_words
from kat_journal.domain.form import Section
from kat_journal.domain.material import practice_key, question_key
from kat_journal.domain.practice import Practice, Question
from kat_journal.domain.summary import Block, Numbered, Quote

_LINE_BREAKS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
"""Every line break that a summary knows."""


def first_look(selection: Selection) -> tuple[Block, ...]:
    """What the person put first, and nothing else."""
    moved = tuple(Quote(one.words) for one in _questions(selection, first=True))
    return (*quotes(selection.pieces(Section.FIRST_LOOK), selection), *moved)


def words(selection: Selection, section: Section) -> tuple[Block, ...]:
    """Chosen answers, each with its date and question."""
    return quotes(selection.pieces(section), selection)


def questions(selection: Selection) -> tuple[Block, ...]:
    """Questions from anywhere, numbered; an answer asks one question to a line."""
    asked = [one.words for one in _questions(selection, first=False)]
    for piece in selection.pieces(Section.QUESTIONS):
        asked += [line for line in _LINE_BREAKS.split(piece.words(selection.messages)) if line.strip()]
    return (Numbered(tuple(asked)),) if asked else ()


def tried(selection: Selection) -> tuple[Block, ...]:
    """Practices with the day they were last done, and answers about the next small step."""
    practices = (
        Quote(one.words, _last_done(one, selection))
        for one in selection.material.practices
        if practice_key(one.uid) in selection.chosen
    )
    return (*practices, *quotes(selection.pieces(Section.TRIED), selection))


def _questions(selection: Selection, *, first: bool) -> list[Question]:
    return [
        one
        for one in selection.material.questions
        if (key := question_key(one.uid)) in selection.chosen and (key in selection.choice.first_look) is first
    ]


def _last_done(practice: Practice, selection: Selection) -> str:
    if practice.last_done is None:
        return selection.messages.get("practice")
    return selection.messages.get("practice.last-done", day=day_words(practice.last_done, selection.messages))
