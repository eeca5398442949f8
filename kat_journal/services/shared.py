"""What left the journal so far: what was in it, what became of its file, and the offer to let that go again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from kat_journal.domain.choosing import Candidate, candidates
from kat_journal.domain.ids import Uid
from kat_journal.domain.material import Answered, Material, Period
from kat_journal.domain.messages import Messages
from kat_journal.domain.sharing import EVERYTHING, ShareRecord
from kat_journal.errors import CannotDeleteError
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.saved_files import SavedFiles
from kat_journal.storage.courses import Courses
from kat_journal.storage.practices import Practices
from kat_journal.storage.responses import Responses
from kat_journal.storage.saved_files import has_anything, is_unchanged
from kat_journal.storage.shares import Shares
from kat_journal.storage.snapshots import Snapshots

_ANSWER = "answer:"
_OF_A_RESPONSE = (_ANSWER, "effects:", "score:")
_TOLD_APART_BY_WORDS = ("question:", "practice:", "session:")


class FileState(StrEnum):
    """What is at the place where a summary was saved."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    AWAY = "away"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that left, named as in the tick list.

    Attributes:
        day: Its day, where the label does not say it.
        words: The words, where others have the same label: a question to ask, a small step, the day of a session.
    """

    label: str
    day: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What was in a summary.

    Attributes:
        groups: The lines that are still in the journal, under the headings of the tick list.
        gone: How many others there were.
        since: How many answers are new or changed since then.
    """

    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    gone: int
    since: int


@dataclass(frozen=True, slots=True)
class Deletion:
    """What became of files that a person wanted gone.

    Attributes:
        deleted: These are gone.
        untouched: These were changed or moved meanwhile, and were left as they are.
        refused: These the system keeps; they can be tried again.
        reason: Why, where it does.
    """

    deleted: tuple[ShareRecord, ...] = ()
    untouched: tuple[ShareRecord, ...] = ()
    refused: tuple[ShareRecord, ...] = ()
    reason: CannotDeleteError | None = None


class SharedService:
    """Tells what left; nothing that the person wrote is changed by it."""

    def __init__(
        self,
        shares: Shares,
        saved: SavedFiles,
        responses: Responses,
        snapshots: Snapshots,
        courses: Courses,
        practices: Practices,
        messages: Messages,
    ) -> None:
        self._shares = shares
        self._saved = saved
        self._responses = responses
        self._snapshots = snapshots
        self._courses = courses
        self._practices = practices
        self._messages = messages

    def records(self) -> tuple[ShareRecord, ...]:
        """All that left, newest first."""
        return self._shares.records()

    def contents(self, record: ShareRecord) -> Contents:
        """What was in one of them, as far as it is still in the journal."""
        keys = things(record)
        found = [one for one in candidates(self._material(record, keys), self._messages) if one.key in keys]
        groups = ((name, tuple(map(_line, ones))) for name, ones in groupby(found, key=lambda one: one.group))
        since = self._shares.written_since(record.made_at)
        return Contents(tuple(groups), len(keys) - len({one.key for one in found}), since)

    def delete(self, records: Iterable[ShareRecord]) -> Deletion:
        """Delete those files, each only while it is as it was saved; one that is refused holds up no other."""
        deleted: list[ShareRecord] = []
        untouched: list[ShareRecord] = []
        refused: list[ShareRecord] = []
        reason = None
        for one in records:
            try:
                (deleted if self._saved.delete(one) else untouched).append(one)
            except CannotDeleteError as error:
                refused.append(one)
                reason = error
        return Deletion(tuple(deleted), tuple(untouched), tuple(refused), reason)

    def keep(self, records: Iterable[ShareRecord]) -> None:
        """Leave those files where they are, and speak of them no more."""
        for one in records:
            self._saved.keep(one)

    def forget(self, uid: Uid) -> None:
        """Take one off the list: what was in it counts as never shared, unless it left another time too."""
        self._shares.remove(uid)

    def offer(self) -> Reminder | None:
        """Offers to delete what was saved for an appointment that is over, while it still is where it was saved."""
        records = self._saved.after_appointment()
        return Reminder(ReminderKind.SAVED, str(len(records)), records=records) if records else None

    def _material(self, record: ShareRecord, keys: Iterable[str]) -> Material:
        """What could hold those keys. Days do not matter: a session may have moved since."""
        asked = (key.split(":", 2)[1] for key in keys if key.startswith(_OF_A_RESPONSE))
        found = (self._responses.response(Uid(uid)) for uid in dict.fromkeys(asked))
        kept = sorted((one for one in found if one is not None and one.trashed_at is None), key=lambda one: one.id)
        return Material(
            Period(date.min, date.max),
            record.ends,
            answered=tuple(Answered(one, self._snapshots.form(one.form_digest)) for one in kept),
            sessions=self._courses.sessions(),
            practices=self._practices.practices(),
            questions=self._practices.questions(),
        )


def things(record: ShareRecord) -> frozenset[str]:
    """The keys of what was in it."""
    return frozenset(record.keys) - {EVERYTHING}


def file_states(records: Iterable[ShareRecord]) -> dict[Uid, FileState]:
    """What is at the place of each file now. Reads files alone and no journal, so it may run on the pool."""
    return {one.uid: _state(one) for one in records}


def _state(record: ShareRecord) -> FileState:
    if not record.file:
        return FileState.FORGOTTEN
    path = Path(record.file)
    if is_unchanged(path, record.sha256):
        return FileState.UNCHANGED
    return FileState.CHANGED if has_anything(path) else FileState.AWAY


def _line(one: Candidate) -> Line:
    day = one.day if one.key.startswith(_ANSWER) else None
    return Line(one.label, day, one.words if one.key.startswith(_TOLD_APART_BY_WORDS) else "")
