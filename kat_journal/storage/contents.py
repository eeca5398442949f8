"""How much is in a journal: what a person recognises a backup by, and what a copy must have as well."""

from dataclasses import dataclass
from datetime import date

from kat_journal.storage.connection import Connection


@dataclass(frozen=True, slots=True)
class Contents:
    """What is inside.

    Attributes:
        sessions: Dosing sessions, planned and held.
        pages: Forms and pages that were begun, without those in the bin.
        answers: Answers on them.
        newest_day: The day of the newest page.
    """

    sessions: int
    pages: int
    answers: int
    newest_day: date | None


def contents_of(connection: Connection) -> Contents:
    """Count what is in a journal of any schema."""
    row = connection.row(
        "SELECT (SELECT count(*) FROM session) AS sessions,"
        " (SELECT count(*) FROM response WHERE trashed_at IS NULL) AS pages,"
        " (SELECT count(*) FROM answer JOIN response ON response.id = answer.response_id"
        "  WHERE response.trashed_at IS NULL) AS answers,"
        " (SELECT max(day) FROM response WHERE trashed_at IS NULL) AS newest"
    )
    newest = date.fromisoformat(row["newest"]) if row["newest"] else None
    return Contents(row["sessions"], row["pages"], row["answers"], newest)


def counts_of(connection: Connection) -> tuple[int, ...]:
    """What a copy must have the same of: marks, schema, tables, and rows of each kind that a person makes."""
    return (
        int(connection.row("PRAGMA application_id")[0]),
        int(connection.row("PRAGMA user_version")[0]),
        *connection.row(
            "SELECT (SELECT count(*) FROM sqlite_schema), (SELECT count(*) FROM course),"
            " (SELECT count(*) FROM session), (SELECT count(*) FROM appointment), (SELECT count(*) FROM response),"
            " (SELECT count(*) FROM answer), (SELECT count(*) FROM answer_version), (SELECT count(*) FROM practice),"
            " (SELECT count(*) FROM later), (SELECT count(*) FROM question), (SELECT count(*) FROM replacement),"
            " (SELECT count(*) FROM share_record), (SELECT count(*) FROM support_contact),"
            " (SELECT count(*) FROM setting)"
        ),
    )
