"""What a person carries from one session to the next."""

from datetime import date, datetime
from typing import Any

from kat_journal.domain.ids import NewUid, SessionId, Uid, new_uid
from kat_journal.domain.practice import Later, LaterState, Practice, Question
from kat_journal.storage.connection import Connection
from kat_journal.storage.values import clean, read_day_or_none, read_utc, utc_text


class Practices:
    """Practices, things for later, and questions; each list oldest first."""

    def __init__(self, connection: Connection, new_uid: NewUid = new_uid) -> None:
        self._connection = connection
        self._new_uid = new_uid

    def add_practice(self, words: str, now: datetime) -> Practice:
        """Keep a small step that the person decided on."""
        practice = Practice(self._new_uid(), clean(words), now)
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO practice (uid, words, created_at, ended) VALUES (?, ?, ?, 0)",
                (practice.uid, practice.words, utc_text(now)),
            )
        return practice

    def mark_done(self, uid: Uid, day: date) -> None:
        """Note that it was done on that day; once a day is enough."""
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO practice_day (practice_id, day) SELECT id, ? FROM practice WHERE uid = ?"
                " ON CONFLICT DO NOTHING",
                (day.isoformat(), uid),
            )

    def end(self, uid: Uid) -> None:
        """The person has let it go; what was done stays."""
        with self._connection.writing():
            self._connection.execute("UPDATE practice SET ended = 1 WHERE uid = ?", (uid,))

    def practices(self) -> tuple[Practice, ...]:
        """All of them, ended ones included."""
        return tuple(
            map(
                _practice,
                self._connection.rows(
                    "SELECT practice.*, max(practice_day.day) AS last_done FROM practice"
                    " LEFT JOIN practice_day ON practice_day.practice_id = practice.id"
                    " GROUP BY practice.id ORDER BY practice.id"
                ),
            )
        )

    def add_later(self, words: str, returns_on: date, now: datetime, session_id: SessionId | None = None) -> Later:
        """Park a decision or idea until that day."""
        later = Later(self._new_uid(), clean(words), now, returns_on, session_id=session_id)
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO later (uid, words, created_at, returns_on, state, session_id) VALUES (?, ?, ?, ?, ?, ?)",
                (later.uid, later.words, utc_text(now), returns_on.isoformat(), later.state, session_id),
            )
        return later

    def set_later(self, uid: Uid, state: LaterState) -> None:
        """Keep what the person says of it."""
        with self._connection.writing():
            self._connection.execute("UPDATE later SET state = ? WHERE uid = ?", (state, uid))

    def laters(self) -> tuple[Later, ...]:
        """All of them, whatever their state."""
        return tuple(map(_later, self._connection.rows("SELECT * FROM later ORDER BY id")))

    def add_question(self, words: str, now: datetime) -> Question:
        """Keep something to ask; it starts private."""
        question = Question(self._new_uid(), clean(words), now)
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO question (uid, words, created_at, share, asked) VALUES (?, ?, ?, 0, 0)",
                (question.uid, question.words, utc_text(now)),
            )
        return question

    def set_question(self, uid: Uid, *, share: bool | None = None, asked: bool | None = None) -> None:
        """Change its share mark, or whether it was asked; None leaves one as it is."""
        with self._connection.writing():
            self._connection.execute(
                "UPDATE question SET share = coalesce(?, share), asked = coalesce(?, asked) WHERE uid = ?",
                (share, asked, uid),
            )

    def questions(self) -> tuple[Question, ...]:
        """All of them, asked ones included."""
        return tuple(map(_question, self._connection.rows("SELECT * FROM question ORDER BY id")))


def _practice(row: Any) -> Practice:
    return Practice(
        Uid(row["uid"]),
        row["words"],
        read_utc(row["created_at"]),
        read_day_or_none(row["last_done"]),
        ended=bool(row["ended"]),
    )


def _later(row: Any) -> Later:
    return Later(
        Uid(row["uid"]),
        row["words"],
        read_utc(row["created_at"]),
        date.fromisoformat(row["returns_on"]),
        LaterState(row["state"]),
        row["session_id"],
    )


def _question(row: Any) -> Question:
    return Question(
        Uid(row["uid"]),
        row["words"],
        read_utc(row["created_at"]),
        share=bool(row["share"]),
        asked=bool(row["asked"]),
    )
