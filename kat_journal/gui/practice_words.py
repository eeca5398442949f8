"""How a practice is spoken of, wherever it stands."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kat_journal.gui.dates import past_day


def tr(text: str) -> str:
    """Translate a string about practices."""
    return QCoreApplication.translate("Practices", text)


def done_when(day: date | None, today: date) -> str:
    """When it was last done; never a count."""
    if day is None:
        return tr("Not done yet")
    if day == today:
        return tr("Last done today")
    if (today - day).days == 1:
        return tr("Last done yesterday")
    return tr("Last done on {day}").format(day=past_day(day, today))
