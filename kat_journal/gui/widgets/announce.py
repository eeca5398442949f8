"""Telling a screen reader what changed on a page that the person is not looking at."""

from PySide6 import QtGui  # its classes for screen readers are dear, and loaded with the first word to say
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a text read aloud: when the reader pauses, or at once for what cannot wait; nothing if it is empty."""
    if not text:
        return
    event = QtGui.QAccessibleAnnouncementEvent(widget, text)
    manners = QtGui.QAccessible.AnnouncementPoliteness
    event.setPoliteness(manners.Assertive if at_once else manners.Polite)
    QtGui.QAccessible.updateAccessibility(event)


def as_sentences(*parts: str) -> str:
    """Parts as one text to read aloud; one that ends a sentence by itself gets no second stop."""
    return " ".join(part if part[-1] in ".?!…:" else f"{part}." for part in parts if part)
