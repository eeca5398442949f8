"""Courses, sessions and appointments."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from kat_journal.domain.course import Appointment, Course, Session, SessionStatus
from kat_journal.domain.ids import AppointmentId, CourseId, NewUid, SessionId, Uid, new_uid
from kat_journal.storage.connection import Connection, Value
from kat_journal.storage.values import read_utc, read_utc_or_none, utc_text, utc_text_or_none


class Courses:
    """The anchors in time."""

    def __init__(self, connection: Connection, new_uid: NewUid = new_uid) -> None:
        self._connection = connection
        self._new_uid = new_uid
        self._read: dict[tuple[Value, ...], Session] = {}  # years of them are asked for with every page

    def together(self) -> AbstractContextManager[None]:
        """Several changes as one: all of them are kept, or none."""
        return self._connection.writing()

    def insert_course(
        self, name: str, clinic: str = "", route: str = "", planned_sessions: int | None = None
    ) -> Course:
        """Add a course."""
        with self._connection.writing():
            row_id = self._connection.insert(
                "INSERT INTO course (uid, name, clinic, route, planned_sessions) VALUES (?, ?, ?, ?, ?)",
                (self._new_uid(), name, clinic, route, planned_sessions),
            )
        return _course(self._connection.row("SELECT * FROM course WHERE id = ?", (row_id,)))

    def update_course(self, course: Course) -> None:
        """Store the course as it is now."""
        with self._connection.writing():
            self._connection.execute(
                "UPDATE course SET name = ?, clinic = ?, route = ?, planned_sessions = ? WHERE id = ?",
                (course.name, course.clinic, course.route, course.planned_sessions, course.id),
            )

    def courses(self) -> tuple[Course, ...]:
        """All of them, oldest first."""
        return tuple(map(_course, self._connection.rows("SELECT * FROM course ORDER BY id")))

    def insert_session(
        self,
        *,
        course_id: CourseId | None,
        status: SessionStatus,
        scheduled_at: datetime | None,
        started_at: datetime | None,
        ended_at: datetime | None,
        zone: str,
        route: str = "",
    ) -> Session:
        """Add a session."""
        times = map(utc_text_or_none, (scheduled_at, started_at, ended_at))
        with self._connection.writing():
            row_id = self._connection.insert(
                "INSERT INTO session (uid, course_id, status, scheduled_at, started_at, ended_at, zone, route)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (self._new_uid(), course_id, status, *times, zone, route),
            )
        return self.session(SessionId(row_id))

    def update_session(self, session: Session) -> None:
        """Store the session as it is now."""
        times = map(utc_text_or_none, (session.scheduled_at, session.started_at, session.ended_at))
        with self._connection.writing():
            self._connection.execute(
                "UPDATE session SET course_id = ?, status = ?, scheduled_at = ?, started_at = ?, ended_at = ?,"
                " zone = ?, route = ? WHERE id = ?",
                (session.course_id, session.status, *times, session.zone, session.route, session.id),
            )

    def session(self, session_id: SessionId) -> Session:
        """The session of that id; raises KeyError where there is none."""
        row = self._connection.row("SELECT * FROM session WHERE id = ?", (session_id,))
        if row is None:
            raise KeyError(session_id)
        return _session(row)

    def sessions(self) -> tuple[Session, ...]:
        """All of them by their best known start; those without one come last."""
        rows = self._connection.rows("SELECT * FROM session ORDER BY coalesce(started_at, scheduled_at) NULLS LAST, id")
        return tuple(self._read.get(tuple(row)) or self._remembered(row) for row in rows)

    def number_of(self, session_id: SessionId) -> int:
        """Which session it is in order of time, from 1 and without the cancelled ones; 0 for a cancelled one."""
        row = self._connection.row(
            "SELECT count(*) AS number FROM session AS own JOIN session AS other ON other.status <> ?2 AND"
            " (coalesce(other.started_at, other.scheduled_at, '~'), other.id)"  # the unknown ones come last
            " <= (coalesce(own.started_at, own.scheduled_at, '~'), own.id)"
            " WHERE own.id = ?1 AND own.status <> ?2",
            (session_id, SessionStatus.CANCELLED),
        )
        return int(row["number"])

    def insert_appointment(self, at: datetime, zone: str, who: str = "") -> Appointment:
        """Add an appointment."""
        with self._connection.writing():
            row_id = self._connection.insert(
                "INSERT INTO appointment (uid, at, zone, who) VALUES (?, ?, ?, ?)",
                (self._new_uid(), utc_text(at), zone, who),
            )
        return _appointment(self._connection.row("SELECT * FROM appointment WHERE id = ?", (row_id,)))

    def update_appointment(self, appointment: Appointment) -> None:
        """Store the appointment as it is now."""
        with self._connection.writing():
            self._connection.execute(
                "UPDATE appointment SET at = ?, zone = ?, who = ? WHERE id = ?",
                (utc_text(appointment.at), appointment.zone, appointment.who, appointment.id),
            )

    def delete_appointment(self, appointment_id: AppointmentId) -> None:
        """Take it away; responses that were made for it stay."""
        with self._connection.writing():
            self._connection.execute("DELETE FROM appointment WHERE id = ?", (appointment_id,))

    def appointment(self, appointment_id: AppointmentId) -> Appointment:
        """The appointment of that id; raises KeyError where there is none."""
        row = self._connection.row("SELECT * FROM appointment WHERE id = ?", (appointment_id,))
        if row is None:
            raise KeyError(appointment_id)
        return _appointment(row)

    def appointments(self) -> tuple[Appointment, ...]:
        """All of them by time."""
        return tuple(map(_appointment, self._connection.rows("SELECT * FROM appointment ORDER BY at, id")))

    def _remembered(self, row: Any) -> Session:
        session = self._read[tuple(row)] = _session(row)
        return session


def _course(row: Any) -> Course:
    return Course(
        CourseId(row["id"]), Uid(row["uid"]), row["name"], row["clinic"], row["route"], row["planned_sessions"]
    )


def _session(row: Any) -> Session:
    return Session(
        id=SessionId(row["id"]),
        uid=Uid(row["uid"]),
        course_id=row["course_id"],
        status=SessionStatus(row["status"]),
        scheduled_at=read_utc_or_none(row["scheduled_at"]),
        started_at=read_utc_or_none(row["started_at"]),
        ended_at=read_utc_or_none(row["ended_at"]),
        zone=row["zone"],
        route=row["route"],
    )


def _appointment(row: Any) -> Appointment:
    return Appointment(AppointmentId(row["id"]), Uid(row["uid"]), read_utc(row["at"]), row["zone"], row["who"])
