"""How sessions and their parts are named."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import Session, SessionStatus
from kat_journal.gui.dates import clock_time, long_day, short_day
from kat_journal.services.parts import Part, PartState


def tr(text: str) -> str:
    """Translate a string of the session pages."""
    return QCoreApplication.translate("Sessions", text)


def status(session: Session, today: date) -> str:
    """What became of a session, as sentences."""
    if session.status is SessionStatus.CANCELLED:
        return tr("Did not happen.")
    if session.status is SessionStatus.HELD:
        return tr("Took place.")
    passed = session.start is not None and local_day(session.start, session.zone) < today
    return tr("Planned. Did it take place?") if passed else tr("Planned.")


def when(session: Session) -> str:
    """Day and time of a session."""
    if session.start is None:
        return tr("No date yet")
    day = local_day(session.start, session.zone)
    return f"{long_day(day)} {day.year}, {clock_time(session.start, session.zone)}"


def part_state(part: Part, zone: str) -> str:
    """Where a part of a session stands; never late."""
    if part.state is PartState.NOT_YET:
        return tr("Opens {day}").format(day=short_day(local_day(part.asking.opens, zone)))
    if part.state is PartState.PAGE:
        return tr("Written {day}").format(day=short_day(local_day(part.asking.opens, zone)))
    if part.state is PartState.ANSWERED and part.days_after:
        return (
            tr("Answered {days} days later").format(days=part.days_after)
            if part.days_after > 1
            else tr("Answered a day later")
        )
    return {
        PartState.OPEN: tr("Open now"),
        PartState.STARTED: tr("Begun"),
        PartState.ANSWERED: tr("Answered"),
        PartState.SKIPPED: tr("Skipped"),
        PartState.WELCOME: tr("Still welcome"),
    }[part.state]
