"""What a person carries from one session to the next."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kat_journal.domain.ids import NewUid, SessionId, Uid, new_uid
from kat_journal.domain.practice import Carry, Later, LaterState, Practice, Question
from kat_journal.storage.connection import Connection, Value
from kat_journal.storage.values import clean, read_day_or_none, read_utc, utc_text

_READ = {
    Carry.QUESTION: "SELECT id, uid, words, created_at, share, asked FROM question WHERE uid = ?",
    Carry.LATER: "SELECT id, uid, words, created_at, returns_on, state, session_id FROM later WHERE uid = ?",
    Carry.PRACTICE: "SELECT id, uid, words, created_at, ended FROM practice WHERE uid = ?",
}
# Its old id, and with it its old place, unless another row has taken that meanwhile.
_PUT_BACK = {
    Carry.QUESTION: "INSERT INTO question (id, uid, words, created_at, share, asked)"
    " VALUES (nullif(?1, (SELECT id FROM question WHERE id = ?1)), ?2, ?3, ?4, ?5, ?6)",
    Carry.LATER: "INSERT INTO later (id, uid, words, created_at, returns_on, state, session_id)"
    " VALUES (nullif(?1, (SELECT id FROM later WHERE id = ?1)), ?2, ?3, ?4, ?5, ?6,"
    " (SELECT id FROM session WHERE id = ?7))",  # that may be gone by now
    Carry.PRACTICE: "INSERT INTO practice (id, uid, words, created_at, ended)"
    " VALUES (nullif(?1, (SELECT id FROM practice WHERE id = ?1)), ?2, ?3, ?4, ?5)",
}
_DELETE = {
    Carry.QUESTION: "DELETE FROM question WHERE uid = ?",
    Carry.LATER: "DELETE FROM later WHERE uid = ?",
    Carry.PRACTICE: "DELETE FROM practice WHERE uid = ?",
}
_CHANGE = {
    Carry.QUESTION: "UPDATE question SET words = ? WHERE uid = ?",
    Carry.LATER: "UPDATE later SET words = ? WHERE uid = ?",
    Carry.PRACTICE: "UPDATE practice SET words = ? WHERE uid = ?",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken away, whole, so that it can be put back where it was; held in memory and nowhere else."""

    kind: Carry
    row: tuple[Value, ...]
    days: tuple[str, ...] = ()


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

    def unmark_done(self, uid: Uid, day: date) -> None:
        """Note that it was not done on that day after all."""
        with self._connection.writing():
            self._connection.execute(
                "DELETE FROM practice_day WHERE day = ? AND practice_id = (SELECT id FROM practice WHERE uid = ?)",
                (day.isoformat(), uid),
            )

    def end(self, uid: Uid) -> None:
        """The person has let it go; what was done stays."""
        self._set_ended(uid, True)

    def take_up(self, uid: Uid) -> None:
        """The person has taken it up again."""
        self._set_ended(uid, False)

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

    def set_later(self, uid: Uid, state: LaterState, returns_on: date | None = None) -> None:
        """Keep what the person says of it; with a day, when it comes back."""
        day = None if returns_on is None else returns_on.isoformat()
        with self._connection.writing():
            self._connection.execute(
                "UPDATE later SET state = ?, returns_on = coalesce(?, returns_on) WHERE uid = ?", (state, day, uid)
            )

    def laters(self) -> tuple[Later, ...]:
        """All of them, whatever their state."""
        return tuple(map(_later, self._connection.rows("SELECT * FROM later ORDER BY id")))

    def talk(self, uid: Uid, words: str, now: datetime) -> Question:
        """Settle something parked by asking about it: both in one transaction."""
        with self._connection.writing():
            self.set_later(uid, LaterState.TALK)
            return self.add_question(words, now)

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

    def change(self, kind: Carry, uid: Uid, words: str) -> str | None:
        """Put other words in place of the ones that stand there; gives those, or None where there is nothing."""
        with self._connection.writing():
            row = self._connection.row(_READ[kind], (uid,))
            self._connection.execute(_CHANGE[kind], (clean(words), uid))
        return None if row is None else str(row["words"])

    def take_away(self, kind: Carry, uid: Uid) -> Taken | None:
        """Delete it for good, overwritten in the file; gives what was there."""
        with self._connection.writing():
            row = self._connection.row(_READ[kind], (uid,))
            days = self._connection.rows(
                "SELECT day FROM practice_day WHERE practice_id = (SELECT id FROM practice WHERE uid = ?) ORDER BY day",
                (uid,),
            )
            self._connection.execute(_DELETE[kind], (uid,))
        return None if row is None else Taken(kind, tuple(row), tuple(day["day"] for day in days))

    def put_back(self, taken: Taken) -> None:
        """Put back what was taken away, in its old place."""
        with self._connection.writing():
            row_id = self._connection.insert(_PUT_BACK[taken.kind], taken.row)
            for day in taken.days:
                self._connection.execute("INSERT INTO practice_day (practice_id, day) VALUES (?, ?)", (row_id, day))

    def _set_ended(self, uid: Uid, ended: bool) -> None:
        with self._connection.writing():
            self._connection.execute("UPDATE practice SET ended = ? WHERE uid = ?", (ended, uid))


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
