"""The tables of an archive in the order in which their rows need each other, each with its literal SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kat_journal.errors import JournalDamagedError
from kat_journal.storage import archive_rows as rows
from kat_journal.storage.connection import Connection, Value
from kat_journal.storage.values import read_day_or_none


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        about: What a row is, in one sentence, for whoever reads the file.
        row: The type of its rows; its fields are the columns.
        first: Stands before every key.
        read: Gives the next rows after a key, in its order; the key, then how many.
        write: Adds a row.
        before: Makes room for it; empty where there is room.
    """

    name: str
    about: str
    row: type[rows.Row]
    read: str
    write: str
    first: tuple[Value, ...] = (0,)
    before: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns that leave."""
        return self.row.__struct_fields__


_TEXT: Final = ("",)

TABLES: Final = (
    Table(
        "course",
        "One series of treatment.",
        rows.Course,
        "SELECT * FROM course WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO course VALUES (:id, :uid, :name, :clinic, :route, :planned_sessions)",
    ),
    Table(
        "session",
        "One session of treatment: planned, held or cancelled.",
        rows.Session,
        "SELECT * FROM session WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO session VALUES"
        " (:id, :uid, :course_id, :status, :scheduled_at, :started_at, :ended_at, :zone, :route)",
    ),
    Table(
        "appointment",
        "A meeting with the therapist or prescriber.",
        rows.Appointment,
        "SELECT * FROM appointment WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO appointment VALUES (:id, :uid, :at, :zone, :who)",
    ),
    Table(
        "form_snapshot",
        "A form as it was asked, as JSON; digest is the SHA-256 of that JSON, by which a response names it.",
        rows.FormSnapshot,
        "SELECT * FROM form_snapshot WHERE digest > ? ORDER BY digest LIMIT ?",
        "INSERT INTO form_snapshot VALUES (:digest, :json)",
        _TEXT,
    ),
    Table(
        "response",
        "One filling-in of one form; trashed_at is when it was moved to the bin.",
        rows.Response,
        "SELECT * FROM response WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO response VALUES (:id, :uid, :form_id, :form_digest, :occurrence, :session_id, :appointment_id,"
        " :day, :started_at, :zone, :finished_at, :trashed_at)",
    ),
    Table(
        "answer",
        "The answer to one item of a response: a number, words, or in detail the ids of the options that were chosen.",
        rows.Answer,
        "SELECT * FROM answer WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO answer VALUES"
        " (:id, :response_id, :item_id, :number, :text, :detail, :note, :skipped, :share, :updated_at)",
    ),
    Table(
        "answer_version",
        "Earlier words of an answer.",
        rows.AnswerVersion,
        "SELECT * FROM answer_version WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO answer_version VALUES (:id, :response_id, :item_id, :text, :note, :written_at)",
    ),
    Table(
        "advice_card",
        "A card that an answer called up, and when it was closed.",
        rows.AdviceCard,
        "SELECT * FROM advice_card WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO advice_card VALUES (:id, :response_id, :item_id, :advice_id, :shown_at, :closed_at)",
    ),
    Table(
        "practice",
        "A small step to carry into life.",
        rows.Practice,
        "SELECT * FROM practice WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO practice VALUES (:id, :uid, :words, :created_at, :ended)",
    ),
    Table(
        "practice_day",
        "A day on which a small step was done.",
        rows.PracticeDay,
        "SELECT * FROM practice_day WHERE (practice_id, day) > (?, ?) ORDER BY practice_id, day LIMIT ?",
        "INSERT INTO practice_day VALUES (:practice_id, :day)",
        (0, ""),
    ),
    Table(
        "later",
        "Something that was put aside, and the day on which it comes back.",
        rows.Later,
        "SELECT * FROM later WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO later VALUES (:id, :uid, :words, :created_at, :returns_on, :state, :session_id)",
    ),
    Table(
        "question",
        "Something to ask the therapist or clinic.",
        rows.Question,
        "SELECT * FROM question WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO question VALUES (:id, :uid, :words, :created_at, :share, :asked)",
    ),
    Table(
        "replacement",
        "A name, and what stands in its place in a summary.",
        rows.Replacement,
        "SELECT * FROM replacement WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO replacement VALUES (:id, :uid, :name, :initials)",
    ),
    Table(
        "share_record",
        "What left: when, which days, in which form, its SHA-256, and the keys of what was in it.",
        rows.ShareRecord,
        "SELECT id, uid, made_at, format, sha256, starts, ends, keys FROM share_record"
        " WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO share_record (id, uid, made_at, format, sha256, starts, ends, file, keys)"
        " VALUES (:id, :uid, :made_at, :format, :sha256, :starts, :ends, '', :keys)",
    ),
    Table(
        "support_contact",
        "Somebody to ring.",
        rows.SupportContact,
        "SELECT * FROM support_contact WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO support_contact VALUES (:id, :uid, :kind, :name, :number)",
    ),
    Table(
        "pack",
        "A pack of forms that was added; files is JSON, from the path in the pack to its text.",
        rows.Pack,
        "SELECT * FROM pack WHERE id > ? ORDER BY id LIMIT ?",
        "INSERT INTO pack VALUES (:id, :version, :files, :installed_at)",
        _TEXT,
    ),
    Table(
        "setting",
        "A choice that belongs to the person and not to one computer.",
        rows.Setting,
        "SELECT * FROM setting WHERE key > ? ORDER BY key LIMIT ?",
        "INSERT INTO setting VALUES (:key, :value)",
        _TEXT,
    ),
    Table(
        "sqlite_sequence",
        "The highest id that a table has given so far.",
        rows.Numbering,
        "SELECT name, seq FROM sqlite_sequence WHERE name > ? ORDER BY name LIMIT ?",
        "INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)",
        _TEXT,
        before="DELETE FROM sqlite_sequence WHERE name = :name",
    ),
)


def first_day(connection: Connection) -> date | None:
    """The first day on which anything was written that is not in the bin; None where nothing was."""
    return read_day_or_none(connection.row("SELECT min(day) FROM response WHERE trashed_at IS NULL")[0])


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has; of the highest ids nobody keeps count."""
    return {
        row["name"]: row["rows"]
        for row in connection.rows(
            "SELECT 'course' AS name, count(*) AS rows FROM course"
            " UNION ALL SELECT 'session', count(*) FROM session"
            " UNION ALL SELECT 'appointment', count(*) FROM appointment"
            " UNION ALL SELECT 'form_snapshot', count(*) FROM form_snapshot"
            " UNION ALL SELECT 'response', count(*) FROM response"
            " UNION ALL SELECT 'answer', count(*) FROM answer"
            " UNION ALL SELECT 'answer_version', count(*) FROM answer_version"
            " UNION ALL SELECT 'advice_card', count(*) FROM advice_card"
            " UNION ALL SELECT 'practice', count(*) FROM practice"
            " UNION ALL SELECT 'practice_day', count(*) FROM practice_day"
            " UNION ALL SELECT 'later', count(*) FROM later"
            " UNION ALL SELECT 'question', count(*) FROM question"
            " UNION ALL SELECT 'replacement', count(*) FROM replacement"
            " UNION ALL SELECT 'share_record', count(*) FROM share_record"
            " UNION ALL SELECT 'support_contact', count(*) FROM support_contact"
            " UNION ALL SELECT 'pack', count(*) FROM pack"
            " UNION ALL SELECT 'setting', count(*) FROM setting"
        )
    }


def check_counts(connection: Connection, expected: Mapping[str, int]) -> None:
    """Make sure that every row is there, and no other.

    Raises:
        JournalDamagedError: It is not so.
    """
    if any(expected.get(name, 0) != found for name, found in counts(connection).items()):
        raise JournalDamagedError("count")
