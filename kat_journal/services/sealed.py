"""Words written while locked, as they join the open journal, and whether they belong to a session."""

import os
from base64 import b64decode
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from kat_journal.content.library import Library
from kat_journal.domain.clock import local_day
from kat_journal.domain.course import Session, SessionStatus
from kat_journal.domain.ids import FormId, ItemId, NewUid, SessionId, Uid
from kat_journal.domain.response import Answer, Draft, Response
from kat_journal.errors import KatJournalError
from kat_journal.logs import report
from kat_journal.services.courses import CourseService
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.settings import SettingsService
from kat_journal.storage import sealed_files
from kat_journal.storage.keys import wipe
from kat_journal.storage.responses import Responses
from kat_journal.storage.sealed import UnreadableError, Writing, unseal
from kat_journal.storage.sealed_files import Stamp
from kat_journal.storage.sealed_pages import SealedPages
from kat_journal.storage.vault import PRIVATE_KEY

FORM = FormId("core:locked-page")
WORDS = ItemId("words")
TOLD = "sealed-words.told"
"""Setting with the unreadable files that were spoken of; each is a digest, since a name can be anybody's words."""

BELONGS_FOR = timedelta(hours=24)
"""How long after a session began words may belong to it."""

_Page = tuple[Draft, Answer, datetime]


class SealedService:
    """Takes words in at unlocking, and asks once where they belong."""

    def __init__(
        self,
        folder: Path,
        pages: SealedPages,
        responses: Responses,
        courses: CourseService,
        settings: SettingsService,
        library: Library,
        new_uid: NewUid,
    ) -> None:
        self._folder = folder
        self._pages = pages
        self._responses = responses
        self._courses = courses
        self._settings = settings
        self._library = library
        self._new_uid = new_uid
        self._unreadable: tuple[str, ...] = ()

    # Taking in

    def take_in(self) -> None:
        """Let what was written while locked join the journal. A file goes once its words are on the disk.

        Never stands in the way of unlocking: what cannot be read, or not be stored now, is left where it is.
        """
        try:
            files = sealed_files.found(self._folder)
            new, done, unreadable = self._read(files)
            self._unreadable = tuple(unreadable)
            if new:
                self._pages.add(new)
        except KatJournalError:
            return
        except Exception as error:  # noqa: BLE001 - not even a mistake of ours may keep anybody out of their journal
            report(error)
            return
        for path, stamp in done:
            sealed_files.remove(path, stamp)
        sealed_files.tidy(self._folder)

    def _read(self, files: Sequence[Path]) -> tuple[list[_Page], list[tuple[Path, Stamp]], list[str]]:
        """Pages to store, files that may go then, and marks of those that cannot be read."""
        new: list[_Page] = []
        done, unreadable = [], []
        key = self._private_key()
        try:
            for path in files:
                if len(new) == sealed_files.MOST_FILES:
                    break  # more than was ever kept here: the others wait for another opening
                try:
                    data, stamp = sealed_files.read(path)
                    page = self._page(path, unseal(data, key))
                except UnreadableError:
                    unreadable.append(sha256(os.fsencode(path.name)).hexdigest()[:16])
                    continue
                done.append((path, stamp))
                new += [page] if page is not None else []
        finally:
            wipe(key)
        return sorted(new, key=lambda page: page[0].started_at), done, unreadable

    def _private_key(self) -> bytearray:
        """The key that opens them; nothing where it is damaged, so that none can be read."""
        with suppress(ValueError):
            return bytearray(b64decode(self._settings.get(PRIVATE_KEY)))
        return bytearray()

    def _page(self, path: Path, writing: Writing) -> _Page | None:
        """The page that a writing becomes; None for one whose words are in the journal already.

        Raises:
            UnreadableError: It is a copy under another name, or would write over a page that is there.
        """
        if path.name != writing.uid + sealed_files.ENDING:
            raise UnreadableError("another name")
        uid, stored = Uid(writing.uid), self._responses.response(Uid(writing.uid))
        if stored is not None:
            if _words(stored) == writing.text:
                return None
            if not _goes_on(stored, writing.saved_at):
                raise UnreadableError("known already")
            uid = self._new_uid()  # they were written after the first of them had joined: another page
        draft = Draft(
            uid=uid,
            form=self._library.form(FORM),
            day=local_day(writing.started_at, writing.zone),
            started_at=writing.started_at,
            zone=writing.zone,
        )
        return draft, Answer(WORDS, text=writing.text), writing.saved_at

    # Where they belong

    def offer(self) -> Reminder | None:
        """Asks of one page whether it belongs to a session; one without any is asked about when there is one."""
        for uid in self._pages.asking():
            page = self._responses.response(uid)
            if page is None or page.trashed_at is not None or page.session_id is not None:
                continue
            if (session := self._near(page)) is not None:
                number = self._courses.number_of(session.id)
                return Reminder(ReminderKind.SEALED, uid=uid, session_id=session.id, session_number=number)
        return None

    def belongs(self, uid: Uid, session_id: SessionId) -> None:
        """Yes: give the page to that session."""
        self._pages.settle(uid, session_id)

    def keep_as_page(self, uid: Uid) -> None:
        """No: it stays a page of its own."""
        self._pages.settle(uid, None)

    # What cannot be read

    def unreadable(self) -> Reminder | None:
        """Says how many files this journal cannot read, until it was said of all of them."""
        if set(self._unreadable) <= set(self._settings.get(TOLD).split()):
            return None
        return Reminder(ReminderKind.SEALED_UNREADABLE, detail=str(len(self._unreadable)))

    def unreadable_told(self) -> None:
        """It was said."""
        self._settings.put(TOLD, " ".join(self._unreadable))

    def _near(self, page: Response) -> Session | None:
        """The session of the day before a page was begun, the last of them; None where there is none."""
        near = [
            session
            for session in self._courses.sessions()
            if session.status is SessionStatus.HELD
            and session.start is not None
            and session.start <= page.started_at <= session.start + BELONGS_FOR
        ]
        return near[-1] if near else None  # they stand in order of their start


def _words(stored: Response) -> str:
    return stored.answers[WORDS].text if WORDS in stored.answers else ""


def _goes_on(stored: Response, saved_at: datetime) -> bool:
    """Whether words were kept in a file after the page that it became was last changed."""
    changed_at = stored.answers[WORDS].updated_at if WORDS in stored.answers else None
    return stored.form_id == FORM and changed_at is not None and saved_at > changed_at
