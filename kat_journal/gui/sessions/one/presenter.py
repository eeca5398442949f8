"""What happens on one session's page."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QObject, Slot

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import Session
from kat_journal.domain.ids import SessionId
from kat_journal.gui.context import PageContext
from kat_journal.gui.dates import from_field, to_field
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.sessions.one.view import SessionPage
from kat_journal.services.parts import Part


@dataclass(frozen=True, slots=True)
class _Shown:
    session: Session
    number: int
    parts: tuple[Part, ...]


class SessionPresenter(QObject):
    """Shows a session and changes its time or status."""

    def __init__(self, view: SessionPage, context: PageContext, session_id: SessionId) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._id = session_id
        self._zone = context.clock.zone()
        view.part_opened.connect(self._on_part)
        view.moved.connect(self._on_moved)
        view.held.connect(self._on_held)
        view.cancelled.connect(self._on_cancelled)
        view.back_asked.connect(context.navigator.back)
        self._refresh()

    def _refresh(self) -> None:
        journal = self._context.journal

        def shown() -> _Shown:
            session = journal.courses.session(self._id)
            parts = (*journal.parts.parts(session), *journal.parts.pages(session))
            return _Shown(session, journal.courses.number_of(self._id), parts)

        self._context.tasks.journal(shown, context=self, then=self._show, failed=self._on_unread)

    def _show(self, shown: _Shown) -> None:
        today = local_day(self._context.clock.now(), self._zone)
        ordinal = self._context.journal.messages.ordinal(shown.number)
        title = self.tr("Your {0} session").format(ordinal) if shown.number else self.tr("A session")
        self._view.show_session(shown.session, title, today)
        self._view.show_parts(shown.parts, self._zone)
        if shown.session.start is not None:
            self._view.new_time.suggest(to_field(shown.session.start, self._zone))

    def _change(self, work: Callable[[], object]) -> None:
        self._context.tasks.journal(work, context=self, then=lambda _: self._refresh(), failed=self._on_failed)

    def _on_unread(self, error: Exception) -> None:
        self._view.show_unread(plain_words(error))

    def _on_failed(self, error: Exception) -> None:
        self._view.show_trouble(plain_words(error))

    @Slot(object)
    def _on_part(self, part: Part) -> None:
        place = Place(PageName.RUNNER, form_id=part.form_id, session_id=self._id, response_uid=part.uid)
        self._context.navigator.go(place)

    @Slot(QDateTime)
    def _on_moved(self, when: QDateTime) -> None:
        at = from_field(when, self._zone)
        self._change(lambda: self._context.journal.courses.move(self._id, at))

    @Slot()
    def _on_held(self) -> None:
        self._change(lambda: self._context.journal.courses.hold(self._id))

    @Slot()
    def _on_cancelled(self) -> None:
        self._change(lambda: self._context.journal.courses.cancel(self._id))
