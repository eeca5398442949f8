"""Responses: fillings-in of forms, and the answers they hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kat_journal.domain.form import Condition, Form, Item, ItemType
from kat_journal.domain.ids import AppointmentId, FormDigest, FormId, ItemId, Occurrence, ResponseId, SessionId, Uid

NOTICED = "noticed"
"""The one option of a symptom that was ticked and not rated: it was there, and how much it bothered is not known."""


class ShareMark(StrEnum):
    """Whether an answer starts ticked in Share."""

    PRIVATE = "private"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Answer:
    """The value given to one item.

    Not asked (no answer at all), skipped and zero are three different things.

    Attributes:
        number: Points of the item's scale, a number, or 1 and 0 for yes and no.
        text: The person's words, or ``HH:MM`` for a time.
        options: Ids of the chosen options.
        started: When a symptom began: ``just-after``, ``later-that-day``, ``next-day``, ``later`` or empty.
        gone: Whether a symptom is over: ``yes``, ``partly``, ``no``, ``unknown`` or empty.
        note: "Anything to add?", in the person's words.
        skipped: The person chose not to answer.
        updated_at: When it was last changed, in UTC; set when it is stored.
    """

    item_id: ItemId
    number: float | None = None
    text: str = ""
    options: tuple[str, ...] = ()
    started: str = ""
    gone: str = ""
    note: str = ""
    skipped: bool = False
    share: ShareMark = ShareMark.PRIVATE
    updated_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing that a person gave."""
        return not (self.skipped or self.options or self.text or self.note) and self.number is None


@dataclass(frozen=True, slots=True)
class Draft:
    """A response that may not be stored yet: it gets its row with its first answer.

    Attributes:
        uid: Made when the form is opened, so that saving twice makes one row.
        form: The form as asked, in the language shown.
        occurrence: Which asking it answers; None for a form opened by hand.
        day: The local date it belongs to.
        zone: IANA zone in which that date was counted.
    """

    uid: Uid
    form: Form
    day: date
    started_at: datetime
    zone: str
    occurrence: Occurrence | None = None
    session_id: SessionId | None = None
    appointment_id: AppointmentId | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """One filling-in of one form as it is stored; may be partial."""

    id: ResponseId
    uid: Uid
    form_id: FormId
    form_digest: FormDigest
    occurrence: Occurrence | None
    session_id: SessionId | None
    appointment_id: AppointmentId | None
    day: date
    started_at: datetime
    zone: str
    finished_at: datetime | None = None
    trashed_at: datetime | None = None
    answers: Mapping[ItemId, Answer] = field(default_factory=dict)


def holds(condition: Condition, answers: Mapping[ItemId, Answer]) -> bool:
    """Whether a structured answer meets the condition; free text never does.

    A symptom that was ticked and not rated counts as the least that can be noticed.
    """
    answer = answers.get(condition.item)
    if answer is None or answer.skipped:
        return False
    if condition.option is not None:
        return condition.option in answer.options
    least = condition.at_least
    number = 1 if NOTICED in answer.options and answer.number is None else answer.number
    return number is not None and least is not None and number >= least


def is_asked(item: Item, answers: Mapping[ItemId, Answer]) -> bool:
    """Whether the item is to be shown, given the answers so far."""
    return item.ask_if is None or holds(item.ask_if, answers)


def asked_items(form: Form, answers: Mapping[ItemId, Answer]) -> tuple[Item, ...]:
    """The questions to show, in order, given the answers so far."""
    return tuple(item for item in form.questions() if is_asked(item, answers))


def is_done(form: Form, answers: Mapping[ItemId, Answer], finished: bool) -> bool:
    """Whether a response is finished, or every item that is asked was answered or skipped."""
    if finished:
        return True
    asked = asked_items(form, answers)
    return bool(asked) and all(item.id in answers and not answers[item.id].is_empty for item in asked)


def words_of(answer: Answer) -> str:
    """The person's own words in an answer: its text, or else its note."""
    return answer.text or answer.note


def answer_words(item: Item, answer: Answer) -> str:
    """The answer as one would say it: the words of its point or options, or the person's own text."""
    if answer.options:
        return ", ".join(item.option_text(option) for option in answer.options)
    if answer.number is None:
        return answer.text
    if item.scale is not None:
        return item.scale.text(answer.number)
    if item.type is ItemType.YES_NO:
        return ""
    return f"{answer.number:g} {item.unit}".strip()
