"""What each response holds that could leave, whether or not it was chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from kat_journal.domain.composing.words import value_words
from kat_journal.domain.form import Item, ItemType, Section
from kat_journal.domain.material import Answered, Material, answer_key
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import NOTICED, Answer, asked_items
from kat_journal.domain.scoring import Score, score

_PLACES = {
    ItemType.SYMPTOM: Section.EFFECTS,
    ItemType.SCALE: Section.NUMBERS,
    ItemType.NUMBER: Section.NUMBERS,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One answer that can leave by itself.

    Of an unwanted effect that is only its note: the number leaves with the whole check-in, unless it is guarded.
    """

    key: str
    section: Section
    answered: Answered
    item: Item
    answer: Answer

    @property
    def is_note_alone(self) -> bool:
        """Whether the number beside the note is not part of it."""
        return self.item.type is ItemType.SYMPTOM and not self.item.guarded

    def value(self, messages: Messages) -> str:
        """The answer without its note."""
        return "" if self.is_note_alone else value_words(self.item, self.answer, messages)

    def words(self, messages: Messages) -> str:
        """The answer and its note, each on lines of its own."""
        value = self.value(messages)
        return "\n".join(part for part in (value, self.answer.note) if part)


def pieces(material: Material) -> Iterator[Piece]:
    """Every answer of the period that can leave by itself, oldest first and in the order of the questions."""
    for answered in material.answered:
        for item, answer in _answers(answered):
            section = item.section or _PLACES.get(item.type, Section.WORDS)
            piece = Piece(answer_key(answered.response.uid, item.id), section, answered, item, answer)
            if _holds_something(piece):
                yield piece


def effects(answered: Answered) -> tuple[tuple[Item, Answer], ...]:
    """The unwanted effects that were asked in one response, without the guarded ones."""
    return tuple(
        (item, answer)
        for item, answer in _answers(answered)
        if item.type is ItemType.SYMPTOM and not item.guarded and (answer.skipped or answer.number is not None or NOTICED in answer.options)
    )


def scores(answered: Answered) -> tuple[Score, ...]:
    """The scores that a response gives; too many missing rows give none."""
    made = (score(rule, answered.response.answers) for rule in answered.form.scores)
    return tuple(one for one in made if one.value is not None)


def is_guarded_score(answered: Answered, one: Score) -> bool:
    """Whether a score rests on guarded rows alone."""
    return all(answered.form.item(item_id).guarded for item_id in one.rule.items)


def _answers(answered: Answered) -> Iterator[tuple[Item, Answer]]:
    answers = answered.response.answers
    return ((item, answers[item.id]) for item in asked_items(answered.form, answers) if item.id in answers)


def _holds_something(piece: Piece) -> bool:
    answer = piece.answer
    if answer.note.strip():
        return True
    if answer.skipped or piece.is_note_alone:
        return False
    return bool(answer.number is not None or answer.options or answer.text.strip())
