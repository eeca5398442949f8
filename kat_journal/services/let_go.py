"""What was offered and let go by: gaps between numbers."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from kat_journal.content.library import Library
from kat_journal.domain.again import was_answered
from kat_journal.domain.asked_numbers import asked_numbers
from kat_journal.domain.clock import Clock, local, local_day
from kat_journal.domain.course import Course, Session
from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormId, Occurrence
from kat_journal.domain.material import session_day
from kat_journal.domain.progress import Passed
from kat_journal.domain.schedule import Asking, Window, session_askings
from kat_journal.services.rhythm import askings_of_courses

A_DAY: Final = timedelta(days=1)

Answered = Sequence[tuple[FormId, Occurrence | None, datetime]]


def let_go(
    library: Library, courses: Sequence[Course], held: Sequence[Session], answered: Answered, clock: Clock
) -> Iterator[Passed]:
    """What sessions and courses asked for numbers, and nobody answered.

    Of a form on request nobody knows whether it was offered; one that looks back over weeks was, if any day of its
    time lay away from a session.

    Args:
        library: The forms that are offered now.
        courses: Every course, oldest first.
        held: Sessions that took place, oldest first.
        answered: Forms, each with the asking that was answered, and when. One that comes again may have been answered
            under another name: by hand, or before the first session moved.
        clock: Tells what is past.
    """
    forms = [form for form in library.forms.values() if not form.on_request and form.timing and asked_numbers(form)]
    now = clock.now()
    zones = {session.id: session.zone for session in held}
    beside = _days_beside(held)
    named = {(form_id, occurrence) for form_id, occurrence, _ in answered}
    askings = [asking for session in held for asking in session_askings(forms, session)]
    for asking in (*askings, *askings_of_courses(forms, courses, held, now)):
        if asking.window(now) is not Window.WELCOME or (asking.form_id, asking.occurrence) in named:
            continue
        form = library.form(asking.form_id)
        if form.timing and form.timing.every:
            times = (at for form_id, _, at in answered if form_id == form.id)
            if was_answered(asking, form.timing.every, times):
                continue
        zone = zones[asking.session_id] if asking.session_id is not None else clock.zone()
        if _was_offered(form, asking, beside, zone):
            yield Passed(form, local(asking.opens, zone).replace(tzinfo=None), asking.session_id)


def _days_beside(held: Iterable[Session]) -> frozenset[date]:
    """The days of sessions, and the days after them."""
    days = [day for session in held if (day := session_day(session)) is not None]
    return frozenset([*days, *(day + A_DAY for day in days)])


def _was_offered(form: Form, asking: Asking, beside: frozenset[date], zone: str) -> bool:
    if form.recall is None:
        return True
    first, last = local_day(asking.opens, zone), local_day(asking.closes, zone)
    return any(first + number * A_DAY not in beside for number in range((last - first).days + 1))
