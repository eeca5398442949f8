"""The rows of the page in words: what each says, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from kat_journal.domain.ids import Uid
from kat_journal.domain.practice import Carried, Carry, Later, LaterState, Practice, Question
from kat_journal.gui.dates import long_day
from kat_journal.gui.practice_words import done_when


def tr(text: str) -> str:
    """Translate a string of the page."""
    return QCoreApplication.translate("Carry", text)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done with a row.

    Attributes:
        checked: Whether it holds now; None for what simply happens.
    """

    key: str
    text: str
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One row.

    Attributes:
        about: A quiet line under the words; may be empty.
        returns_on: The day for which something parked was waiting.
    """

    kind: Carry
    uid: Uid
    words: str
    about: str
    actions: tuple[Action, ...]
    returns_on: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """The two lists of one kind: what is carried, and what is over."""

    now: tuple[Shown, ...]
    over: tuple[Shown, ...]


def listed(carried: Carried, today: date) -> dict[Carry, Listed]:
    """All rows of the page."""
    return {
        Carry.QUESTION: Listed(tuple(map(_question, carried.questions)), tuple(map(_asked, carried.asked))),
        Carry.LATER: Listed(tuple(_later(one, today) for one in carried.laters), tuple(map(_settled, carried.settled))),
        Carry.PRACTICE: Listed(
            tuple(_practice(one, today) for one in carried.practices),
            tuple(_resting(one, today) for one in carried.resting),
        ),
    }


def done(key: str) -> str:
    """What is said after an action; empty where the row says it by itself."""
    said: dict[str, Callable[[], str]] = {
        "asked": lambda: tr("Noted as asked. It stays under \u201cAsked before\u201d."),
        "still-true": lambda: tr("Still true. It stays under \u201cSettled\u201d."),
        "let-go": lambda: tr("Let go. It stays under \u201cSettled\u201d."),
        "talk": lambda: tr("On your list of questions."),
        "again": lambda: tr("Parked again. It comes back in two weeks."),
        "step": lambda: tr("Kept with your small steps."),
        "rest": lambda: tr("It rests. You can take it up again at any time."),
        "away": lambda: tr("Taken away. You can take that back until you leave this page."),
        "change": lambda: tr("Changed."),
    }
    return said[key]() if key in said else ""


def _edit() -> tuple[Action, ...]:
    return (Action("edit", tr("Edit")), Action("away", tr("Take away")))


def _away() -> tuple[Action, ...]:
    return (Action("away", tr("Take away")),)


def _question(one: Question) -> Shown:
    actions = (Action("share", tr("May share"), one.share), Action("asked", tr("I asked this")), *_edit())
    about = "" if one.share else tr("Private")
    return Shown(Carry.QUESTION, one.uid, one.words, about, actions)


def _asked(one: Question) -> Shown:
    return Shown(Carry.QUESTION, one.uid, one.words, "", (Action("unasked", tr("Ask it again")), *_away()))


def _later(one: Later, today: date) -> Shown:
    back = one.returns_on <= today
    about = tr("Has come back") if back else tr("Comes back on {day}").format(day=long_day(one.returns_on))
    actions = (
        Action("still-true", tr("Still true")),
        Action("let-go", tr("Let it go")),
        Action("talk", tr("Talk about it")),
        *_edit(),
    )
    return Shown(Carry.LATER, one.uid, one.words, about, actions, one.returns_on)


def _settled(one: Later) -> Shown:
    about = {
        LaterState.STILL_TRUE: tr("Still true"),
        LaterState.LET_GO: tr("Let go"),
        LaterState.TALK: tr("Made a question"),
    }.get(one.state, "")
    step = (Action("step", tr("Make it a small step")),) if one.state is LaterState.STILL_TRUE else ()
    actions = (*step, Action("again", tr("Park it again")), *_away())
    return Shown(Carry.LATER, one.uid, one.words, about, actions, one.returns_on)


def _practice(one: Practice, today: date) -> Shown:
    done_today = one.last_done == today
    step = Action("not-done", tr("Not done today")) if done_today else Action("done", tr("Done today"))
    actions = (step, Action("rest", tr("Let it rest")), *_edit())
    return Shown(Carry.PRACTICE, one.uid, one.words, done_when(one.last_done, today), actions)


def _resting(one: Practice, today: date) -> Shown:
    actions = (Action("take-up", tr("Take it up again")), *_away())
    return Shown(Carry.PRACTICE, one.uid, one.words, done_when(one.last_done, today), actions)
