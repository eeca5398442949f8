"""What Today ought to offer, worked out anew and naively from everything that a simulated person ever did."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from kat_journal.domain.form import Anchor

SESSION_ANCHORS = {Anchor.SESSION_START, Anchor.SESSION_END}
TWO_HOURS, DAY = timedelta(hours=2), timedelta(days=1)


@dataclass
class Had:
    """A session as the person told of it."""

    id: int
    status: str
    start: datetime | None
    end: datetime | None
    zone: str
    course: int | None


@dataclass
class Filled:
    """A form that was filled in, with everything that was answered."""

    form: object
    occurrence: str | None
    session: int | None
    times: list[datetime]
    answers: dict = field(default_factory=dict)
    done: bool = False
    part: tuple = ()
    had_times: bool = False


@dataclass
class Told:
    """Everything that the person told the journal."""

    sessions: dict = field(default_factory=dict)
    appointments: dict = field(default_factory=dict)
    courses: list = field(default_factory=list)
    filled: dict = field(default_factory=dict)
    put_off: dict = field(default_factory=dict)
    measures: set = field(default_factory=set)

    def counted(self):
        known = [one for one in self.sessions.values() if one.status != "cancelled" and one.start]
        return sorted(known, key=lambda one: (one.start, one.id))

    def of_course(self, number):
        """The sessions of a course; those without one belong to the first."""
        first = self.courses[0] if self.courses else 1
        return [one for one in self.counted() if one.course == number or (one.course is None and number == first)]

    def begun(self, form_id):
        """When what is not finished was begun, and what it was asked as."""
        mine = [one for one in self.filled.values() if one.form.id == form_id and one.occurrence and not one.done]
        return [(one.times[0], one.occurrence) for one in mine]

    def done(self, form_id):
        return [one for one in self.filled.values() if one.done and one.form.id == form_id]


def local(instant, zone):
    return instant.astimezone(ZoneInfo(zone))


def is_beside(told, now, zone):
    """The day of a session or the day after, by the calendar there or here."""
    for one in told.counted():
        for there, here in ((one.zone, one.zone), (zone, zone), (one.zone, zone)):
            first, last = local(one.start, there).date(), local(one.end or one.start, there).date()
            if first <= local(now, here).date() <= last + DAY:
                return True
    return False


def expected(told, library, now, zone):
    """The offers, each as form and what it belongs to; of a form that comes again, the form alone."""
    beside = is_beside(told, now, zone)
    found = set()
    for form in library.forms.values():
        timing = form.timing
        if timing is None or (form.on_request and form.id not in told.measures) or (beside and form.recall):
            continue
        if timing.every:
            found |= {(form.id, "again") for occurrence in _again(told, form, now)}
        else:
            found |= {(form.id, name) for name, anchor in _anchors(told, form, now) if _is_open(timing, anchor, now)}
    today = local(now, zone).date()
    return {one for one in found if one[1] == "again" or not _is_over(told, one, today)}


def _anchors(told, form, now):
    timing = form.timing
    if timing.anchor is Anchor.APPOINTMENT:
        return [(f"appointment:{number}", at) for number, at in told.appointments.items()]
    if timing.anchor is Anchor.COURSE_START:
        return [(f"course:{number}", first.start) for number, first, held in firsts(told, now) if held or _before(form)]
    return [
        (f"session:{one.id}", one.start if timing.anchor is Anchor.SESSION_START else one.end or one.start + TWO_HOURS)
        for one in told.counted()
        if (one.status == "held" and one.start <= now) or (one in _prepared_for(told, now) and _before(form))
    ]


def _prepared_for(told, now):
    """The next session; for six hours after one only where it begins within a day."""
    ends = [one.end or one.start + TWO_HOURS for one in told.counted() if one.status == "held" and one.start <= now]
    ahead = [one for one in told.counted() if one.start > now]
    is_calm = any(now < end + timedelta(hours=6) for end in ends)
    return [one for one in ahead if one.start == ahead[0].start and not (is_calm and one.start > now + DAY)]


def _before(form):
    return form.timing.opens < timedelta()


def _is_open(timing, anchor, now):
    return anchor + timing.opens <= now < anchor + timing.closes


def _is_over(told, offer, today):
    form_id, occurrence = offer
    answered = any(one.occurrence == occurrence for one in told.done(form_id))
    return answered or told.put_off.get(offer) == today


def firsts(told, now):
    """Each course with the session that it counts from, and whether that took place."""
    for number in told.courses or [1]:
        own = told.of_course(number)
        held = [one for one in own if one.status == "held"]
        if held:
            yield number, held[0], True
        elif own and own[0].start > now:
            yield number, own[0], False


def windows(told, form, now):
    """The times, open now, in which a form that comes again is asked."""
    begun = sorted(first.start for _, first, held in firsts(told, now) if held)
    for number, first, held in firsts(told, now):
        if not held and not _before(form):
            continue
        start, clock = local(first.start, first.zone), ZoneInfo(first.zone)
        for times in range(2000):
            wall = start.replace(tzinfo=None) + times * timedelta(days=form.timing.every)
            anchor = first.start if times == 0 else wall.replace(tzinfo=clock).astimezone(UTC)
            if anchor + form.timing.opens > now:
                break
            opens, closes = anchor + form.timing.opens, anchor + form.timing.closes
            next_one = [at for at in begun if held and at > first.start]
            if now < closes and not (next_one and opens >= next_one[0]):
                yield opens, closes, f"course:{number}#{local(anchor, first.zone).date()}"


def _again(told, form, now):
    """The repetition that is asked now, if what was answered leaves room for it."""
    half = timedelta(days=form.timing.every) / 2
    open_now = sorted(windows(told, form, now), key=lambda one: one[0])
    for opens, closes, occurrence in open_now[-1:]:
        times = [at for one in told.done(form.id) for at in one.times]
        taken = any(abs(now - at) < half or opens <= at < closes for at in times)
        going_on = any(opens <= at < closes or abs(now - at) < half for at, _ in told.begun(form.id))
        same = any(one.occurrence == occurrence for one in told.done(form.id))
        if not taken and (going_on or not same):
            yield occurrence


def is_begun(told, form, offer, now):
    """Whether something was written in an offer, or in one that it goes on with."""
    half = timedelta(days=form.timing.every or 0) / 2
    return any(
        occurrence == offer.occurrence
        or (form.timing.every and (offer.opens <= at < offer.closes or abs(now - at) < half))
        for at, occurrence in told.begun(form.id)
    )
