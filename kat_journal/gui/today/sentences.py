"""Today's one sentence, and the words on its cards."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kat_journal.domain.clock import local_day
from kat_journal.domain.form import Phase
from kat_journal.domain.messages import Messages
from kat_journal.gui.dates import clock_time, long_day, short_day, weekday
from kat_journal.services.offers import Offer
from kat_journal.services.today import Moment, TodayView

DAYS_BY_NAME = 7


def tr(text: str) -> str:
    """Translate a string of Today."""
    return QCoreApplication.translate("Today", text)


def sentence(view: TodayView, messages: Messages) -> str:
    """Where the person is in their course."""
    ordinal = messages.ordinal(view.number) if view.number else ""
    words = {
        Moment.NOTHING_PLANNED: tr("Welcome. This is your page."),
        Moment.BEFORE: _before(view, ordinal),
        Moment.SESSION_TODAY: tr("Today at {time} is your {ordinal} session."),
        Moment.FIRST_HOURS: tr("You have just had your {ordinal} session."),
        Moment.SAME_DAY: tr("The evening after your {ordinal} session"),
        Moment.DAY_AFTER: tr("The day after your {ordinal} session"),
        Moment.DAYS_AFTER: tr("{days} days after your {ordinal} session"),
        Moment.BETWEEN: tr("Between sessions"),
    }[view.moment]
    start = view.session.start if view.session else None
    time = clock_time(start, view.zone) if start else ""
    return words.format(ordinal=ordinal, time=time, days=view.days)


def its_session(number: int, messages: Messages) -> str:
    """Such as "Your third session"."""
    return tr("Your {ordinal} session").format(ordinal=messages.ordinal(number))


def _before(view: TodayView, ordinal: str) -> str:
    if view.days == -1:
        return tr("Tomorrow at {time} is your {ordinal} session.")
    return tr("Your {ordinal} session is in {days} days.").format(ordinal=ordinal, days=-view.days)


def action(offer: Offer) -> str:
    """The word on the button that opens a form."""
    if offer.started:
        return tr("Go on writing")
    return {
        "check-in": tr("Check in"),
        "reflection": tr("Reflect"),
        "measure": tr("Fill in"),
    }.get(offer.kind, tr("Begin"))


def invitation(offer: Offer, view: TodayView) -> str:
    """What a form asks, in its first sentence, and how long it stays on Today."""
    first = offer.about.partition(". ")[0].partition("? ")
    asks = f"{first[0]}?" if first[1] else f"{first[0].rstrip('.')}."
    return asks if offer.phase is Phase.BEFORE else f"{asks} {until(offer, view)}"


def until(offer: Offer, view: TodayView) -> str:
    """How long a form stays on Today."""
    day = local_day(offer.closes, view.zone)
    if day <= view.today:
        return tr("Open until {time}.").format(time=clock_time(offer.closes, view.zone))
    if (day - view.today).days == 1:
        return tr("Open until tomorrow.")
    near = (day - view.today).days < DAYS_BY_NAME
    return tr("Open until {day}.").format(day=weekday(day) if near else short_day(day))


def whose(offer: Offer, view: TodayView, messages: Messages) -> str:
    """What a form belongs to and how long it stays, such as "For your second session. Open until Thursday."."""
    if offer.session_number:
        belongs = tr("For your {ordinal} session.").format(ordinal=messages.ordinal(offer.session_number))
    else:
        belongs = tr("For your appointment.") if offer.appointment_id is not None else ""
    return f"{belongs} {until(offer, view)}".strip()


def written_when(day: date, today: date) -> str:
    """The line above the person's last words."""
    days = (today - day).days
    if days == 0:
        return tr("You wrote today")
    if days == 1:
        return tr("You wrote yesterday")
    return tr("You wrote on {day}").format(day=long_day(day))
