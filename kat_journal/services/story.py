"""The demo's story as it is told in ``resources/demo``: who, when and what, in days counted from today."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import msgspec

from kat_journal.domain.clock import zone_of
from kat_journal.domain.contact import ContactKind
from kat_journal.domain.ids import FormId, ItemId


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of everything in the file: a key that nobody knows is an error."""


class Moment(Told, frozen=True):
    """A time of day, on a day counted from today."""

    day: int
    at: time

    def instant(self, today: date, zone: str) -> datetime:
        """When that is, in UTC."""
        local = datetime.combine(today + timedelta(days=self.day), self.at, zone_of(zone))
        return local.astimezone(zone_of("UTC"))


class CourseTold(Told, frozen=True):
    """The course."""

    name: str
    clinic: str
    planned_sessions: int


class SessionTold(Moment, frozen=True):
    """A session; one without ``held_until`` still lies ahead."""

    held_until: time | None = None
    route: str = ""


class AppointmentTold(Moment, frozen=True):
    """An appointment."""

    who: str


class ContactTold(Told, frozen=True):
    """Someone to ring."""

    kind: ContactKind
    name: str
    number: str


class PracticeTold(Moment, frozen=True):
    """A practice, and the days on which it was done, at which time."""

    words: str
    done: tuple[int, ...]
    done_at: time


class QuestionTold(Moment, frozen=True):
    """A question for the team."""

    words: str
    share: bool = False


class LaterTold(Moment, frozen=True):
    """An idea parked after a session, and the day on which it returns."""

    words: str
    session: int
    returns: int

    def returning(self) -> Moment:
        """The moment of its return."""
        return Moment(self.returns, self.at)


class Details(Told, frozen=True):
    """An answer with more to it than one value."""

    number: int | None = None
    yes: bool | None = None
    started: str = ""
    gone: str = ""
    note: str = ""


Value = str | bool | int | tuple[str, ...] | Details


class PageTold(Moment, frozen=True):
    """One filling-in of a form.

    Attributes:
        session: Number of its session, from 1.
        appointment: Number of its appointment, from 1.
        share: The answers that may be shared.
        rest: Whether "none of the others" was said of the rows shown.
        finish: Whether it was finished.
    """

    form: FormId
    answers: dict[ItemId, Value]
    session: int | None = None
    appointment: int | None = None
    share: tuple[ItemId, ...] = ()
    rest: bool = False
    finish: bool = True


class Story(Told, frozen=True):
    """The whole file.

    Attributes:
        now: The time of day at which it ends, on day 0.
        begins: When the journal was made.
        remembered: Groups of numbers that were ticked last time.
        measures: The forms that the clinic gives.
    """

    zone: str
    now: time
    country: str
    name: str
    begins: Moment
    remembered: tuple[str, ...]
    measures: tuple[FormId, ...]
    course: CourseTold
    sessions: tuple[SessionTold, ...]
    appointments: tuple[AppointmentTold, ...]
    contacts: tuple[ContactTold, ...]
    practices: tuple[PracticeTold, ...]
    questions: tuple[QuestionTold, ...]
    laters: tuple[LaterTold, ...]
    pages: tuple[PageTold, ...]


def load_story(resources: Path) -> Story:
    """Read the story."""
    return msgspec.toml.decode((resources / "demo" / "en.toml").read_bytes(), type=Story)
