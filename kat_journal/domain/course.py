"""Courses, sessions and appointments: the anchors in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kat_journal.domain.ids import AppointmentId, CourseId, SessionId, Uid

USUAL_LENGTH = timedelta(hours=2)
"""How long a session counts when its end is unknown (marked "about" wherever it shows)."""


class SessionStatus(StrEnum):
    """What became of a session."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Course:
    """One series of treatment.

    Attributes:
        clinic: Name as the person calls it; may be empty.
        route: Option id of the session record's route question, or empty.
        planned_sessions: How many sessions are planned, if anyone said.
    """

    id: CourseId
    uid: Uid
    name: str
    clinic: str = ""
    route: str = ""
    planned_sessions: int | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One dosing session.

    Attributes:
        course_id: Its course; a session without one is fine.
        scheduled_at: When it is or was planned, in UTC; None for one that was never planned.
        started_at: When it began, in UTC, if known.
        ended_at: When it ended, in UTC, if known.
        zone: IANA zone in which its day is counted.
    """

    id: SessionId
    uid: Uid
    course_id: CourseId | None
    status: SessionStatus
    scheduled_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    zone: str
    route: str = ""

    @property
    def start(self) -> datetime | None:
        """The best known start, in UTC."""
        return self.started_at or self.scheduled_at

    @property
    def end(self) -> datetime | None:
        """The known end, or the start and two hours."""
        if self.ended_at is not None:
            return self.ended_at
        return self.start + USUAL_LENGTH if self.start is not None else None

    @property
    def end_is_about(self) -> bool:
        """Whether :attr:`end` is a guess."""
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting with the therapist or prescriber; ends the period that a summary covers.

    Attributes:
        at: When, in UTC.
        zone: IANA zone in which its day is counted.
        who: Whom it is with, in the person's words; may be empty.
    """

    id: AppointmentId
    uid: Uid
    at: datetime
    zone: str
    who: str = ""
