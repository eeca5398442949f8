"""What each response holds that could leave, whether or not it was chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from kat_journal.domain.composing.words import value_words
from kat_journal.domain.form import Item, ItemType, Section
from kat_journal.domain.material import Answered, Material, answer_key
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import NOTICED, Answer, holds, is_asked
from kat_journal.domain.scoring import Score, score

_PLACES = {
    ItemType.SYMPTOM: Section.EFFECTS,
    ItemType.SCALE: Section.NUMBERS,
    ItemType.NUMBER: Section.NUMBERS,
}

NO = "no"
"""Id of the option that means no."""


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
        return _is_effect(self.item)

    @property
    def is_plain_no(self) -> bool:
        """Whether it says no and nothing more, where no is not what its form gives advice on."""
        says_no = self.item.type is ItemType.YES_NO and self.answer.number == 0
        if self.answer.note.strip() or not (says_no or self.answer.options == (NO,)):
            return False
        flags = (flag.when for flag in self.answered.form.flags if flag.when.item == self.item.id)
        return not any(holds(when, {self.item.id: self.answer}) for when in flags)

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
            if _holds_something(item, answer):
                section = item.section or _PLACES.get(item.type, Section.WORDS)
                yield Piece(answer_key(answered.response.uid, item.id), section, answered, item, answer)


def effects(answered: Answered) -> tuple[tuple[Item, Answer], ...]:
    """The unwanted effects that were asked in one response, without the guarded ones."""
    return tuple(
        (item, answer)
        for item, answer in _answers(answered)
        if _is_effect(item) and (answer.skipped or answer.number is not None or NOTICED in answer.options)
    )


def scores(answered: Answered) -> tuple[Score, ...]:
    """The scores that a response gives; too many missing rows give none."""
    made = (score(rule, answered.response.answers) for rule in answered.form.scores)
    return tuple(one for one in made if one.value is not None)


def is_guarded_score(answered: Answered, one: Score) -> bool:
    """Whether a score rests on guarded rows alone."""
    return all(answered.form.item(item_id).guarded for item_id in one.rule.items)


def _answers(answered: Answered) -> list[tuple[Item, Answer]]:
    answers = answered.response.answers
    questions = answered.form.questions()
    return [(item, answers[item.id]) for item in questions if item.id in answers and is_asked(item, answers)]


def _is_effect(item: Item) -> bool:
    """Whether its number stands among the unwanted effects of its check-in."""
    return item.type is ItemType.SYMPTOM and not item.guarded


def _holds_something(item: Item, answer: Answer) -> bool:
    if answer.note.strip():
        return True
    if answer.skipped or _is_effect(item):
        return False
    return bool(answer.number is not None or answer.options or answer.text.strip())
