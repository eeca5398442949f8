"""The choice as values, for formats that programs read: exactly what the sections tell, and not a word more.

The time of day, the zone, the uid of a row, the share mark, and the time at which an effect began are in no section of
a summary, so they are not here either.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from kat_journal.domain.composing import heading
from kat_journal.domain.composing.pieces import Piece, effects, scores
from kat_journal.domain.composing.selection import Selection
from kat_journal.domain.composing.sessions import routes
from kat_journal.domain.form import Item, ItemType
from kat_journal.domain.ids import ItemId, Uid
from kat_journal.domain.material import (
    Answered,
    effects_key,
    practice_key,
    question_key,
    score_key,
    session_key,
)
from kat_journal.domain.response import Answer
from kat_journal.domain.summary import Chosen, ChosenAnswer, ChosenForm, ChosenPractice, ChosenSession


def data(selection: Selection) -> Chosen:
    """The values of everything that was chosen."""
    material, chosen = selection.material, selection.chosen
    return Chosen(
        who=heading.who(selection),
        made_on=material.made_on,
        forms=tuple(_forms(selection)),
        sessions=tuple(_sessions(selection)),
        practices=tuple(
            ChosenPractice(one.words, one.last_done) for one in material.practices if practice_key(one.uid) in chosen
        ),
        questions=tuple(one.words for one in material.questions if question_key(one.uid) in chosen),
    )


def _sessions(selection: Selection) -> Iterator[ChosenSession]:
    given = routes(selection.material, selection.messages)
    for one in selection.material.sessions:
        if one.id in selection.days and session_key(one.uid) in selection.chosen:
            yield ChosenSession(selection.days[one.id], given.get(one.id, ""))


def _forms(selection: Selection) -> Iterator[ChosenForm]:
    pieces: dict[Uid, dict[ItemId, Piece]] = {}
    for piece in chain.from_iterable(selection.by_section.values()):
        pieces.setdefault(piece.answered.response.uid, {})[piece.item.id] = piece
    for one in selection.material.earlier:
        yield from _form(one, (), selection)
    for one in selection.material.answered:
        uid = one.response.uid
        rated = effects(one) if effects_key(uid) in selection.chosen else ()
        yield from _form(one, tuple(_answers(one, pieces.get(uid, {}), rated)), selection)


def _form(answered: Answered, answers: tuple[ChosenAnswer, ...], selection: Selection) -> Iterator[ChosenForm]:
    """The response, if anything of it was chosen."""
    form, uid, session_id = answered.form, answered.response.uid, answered.session_id
    made = tuple(one for one in scores(answered) if score_key(uid, one.rule.id) in selection.chosen)
    if answers or made:
        session = None if session_id is None else selection.days.get(session_id)
        yield ChosenForm(form.id, form.version, form.title, form.loinc, answered.day, session, answers, made)


def _answers(
    answered: Answered, pieces: Mapping[ItemId, Piece], rated: Sequence[tuple[Item, Answer]]
) -> Iterator[ChosenAnswer]:
    """Answers that were chosen by themselves, and the rows of a chosen check-in, in the order of the questions."""
    if not pieces:
        yield from (ChosenAnswer(item, _rated(answer, item)) for item, answer in rated)
        return
    rows = {item.id: answer for item, answer in rated}
    for item in answered.form.questions():
        piece = pieces.get(item.id)
        if piece is not None and not piece.is_note_alone:
            yield ChosenAnswer(item, _whole(item, piece.answer))
        elif item.id in rows or piece is not None:
            yield ChosenAnswer(item, _rated(rows.get(item.id), item, "" if piece is None else piece.answer.note))


def _rated(answer: Answer | None, item: Item, note: str = "") -> Answer:
    """What a check-in says of an effect, and the note beside it; each is there only if it was chosen."""
    if answer is None:
        return Answer(item.id, note=note)
    number = None if answer.skipped else answer.number
    gone = answer.gone if number else ""
    options = answer.options if number is None else ()
    return Answer(item.id, number, options=options, gone=gone, note=note, skipped=answer.skipped)


def _whole(item: Item, answer: Answer) -> Answer:
    if item.type is ItemType.SYMPTOM:
        return _rated(answer, item, answer.note)
    return Answer(item.id, answer.number, answer.text, answer.options, note=answer.note)
