"""What the panel at the foot of the window says."""

from PySide6.QtCore import QCoreApplication

from kat_journal.domain.practice import Carry, Later, Practice, Question
from kat_journal.gui.dates import long_day


def tr(text: str) -> str:
    """Translate a string of the panel."""
    return QCoreApplication.translate("Catching", text)


def kinds() -> tuple[tuple[str, str], ...]:
    """The three choices."""
    return (
        (Carry.QUESTION, tr("A question for my team")),
        (Carry.LATER, tr("For later")),
        (Carry.PRACTICE, tr("A small step")),
    )


def asks(kind: Carry) -> str:
    """What the field asks for."""
    return {
        Carry.QUESTION: tr("What would you like to ask?"),
        Carry.LATER: tr("What should come back to you later?"),
        Carry.PRACTICE: tr("Which small step would you like to take?"),
    }[kind]


def keys() -> str:
    """What the keys do in the field, for whoever does not see the buttons beside it."""
    return tr("Enter keeps it, Escape leads back to the page.")


def rule() -> str:
    """The sixth house rule, in the hours after a session."""
    return tr("No big decisions today. What you leave here comes back in two weeks.")


def told(kept: Question | Later | Practice) -> str:
    """That it is kept, and where."""
    if isinstance(kept, Later):
        return tr("Kept. It comes back on {day}.").format(day=long_day(kept.returns_on))
    return tr("Kept with your questions.") if isinstance(kept, Question) else tr("Kept with your small steps.")
