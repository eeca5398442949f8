"""What happens on one session's page."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QDateTime, QObject, Slot

from kat_journal.domain.course import USUAL_LENGTH, Session, SessionStatus
from kat_journal.domain.ids import SessionId
from kat_journal.gui.context import PageContext
from kat_journal.gui.dates import from_field, to_field
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import SITTER_PAPER, PageName, Place
from kat_journal.gui.sessions.one.view import SessionPage, Shown
from kat_journal.gui.sessions.words import title_of
from kat_journal.services.parts import Part


class SessionPresenter(QObject):
    """Shows a session and changes its times or status; the last change can be taken back."""

    def __init__(self, view: SessionPage, context: PageContext, session_id: SessionId) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._id = session_id
        self._zone = context.clock.zone()
        self._shown: Session | None = None
        self._before: Session | None = None
        view.part_opened.connect(self._on_part)
        view.card_asked.connect(self._on_card)
        view.moved.connect(self._on_moved)
        view.put_off.connect(self._on_put_off)
        view.timed.connect(self._on_timed)
        view.held.connect(self._on_held)
        view.cancelled.connect(self._on_cancelled)
        view.planned.connect(self._on_planned)
        view.undone.connect(self._on_undone)
        view.back_asked.connect(context.navigator.back)
        self._refresh()

    def _refresh(self, then: Callable[[], None] = lambda: None) -> None:
        journal = self._context.journal

        def shown() -> Shown:
            session = journal.courses.session(self._id)
            parts = (*journal.parts.parts(session), *journal.parts.pages(session))
            intention = journal.headings.intention_of(self._id)
            return Shown(session, journal.courses.number_of(self._id), parts, intention)

        def show(found: Shown) -> None:
            self._show(found)
            then()

        self._context.tasks.journal(shown, context=self, then=show, failed=self._on_unread)

    def _show(self, shown: Shown) -> None:
        journal, now, session = self._context.journal, self._context.clock.now(), shown.session
        self._shown = session
        self._view.show_session(shown, title_of(shown.number, journal.messages), now)
        self._view.show_parts(shown.parts, journal.library.forms, self._zone, now)
        start = session.start or now
        self._view.new_time.suggest(to_field(start, self._zone))
        end = session.end or now + USUAL_LENGTH
        self._view.times.suggest(to_field(start, self._zone), to_field(end, self._zone), known=not session.end_is_about)

    def _change(self, work: Callable[[], object], said: str) -> None:
        """Change the session, and say so with a way to take it back."""
        before = self._shown

        def noted() -> None:
            self._before = before
            self._view.show_noted(said)

        self._context.tasks.journal(work, context=self, then=lambda _: self._refresh(noted), failed=self._on_failed)

    def _on_unread(self, error: Exception) -> None:
        self._view.show_unread(plain_words(error))

    def _on_failed(self, error: Exception) -> None:
        self._view.show_trouble(plain_words(error))

    @Slot(object)
    def _on_part(self, part: Part) -> None:
        place = Place(PageName.RUNNER, form_id=part.form_id, session_id=self._id, response_uid=part.uid)
        self._context.navigator.go(place)

    @Slot()
    def _on_card(self) -> None:
        self._context.navigator.go(Place(PageName.PAPER, session_id=self._id, line=SITTER_PAPER))

    @Slot(QDateTime)
    def _on_moved(self, when: QDateTime) -> None:
        at = from_field(when, self._zone)
        said = self.tr("Moved. What you have answered keeps its day.")
        self._change(lambda: self._context.journal.courses.move(self._id, at), said)

    @Slot()
    def _on_put_off(self) -> None:
        said = self.tr("Noted: its day is not known yet. What you have answered stays.")
        self._change(lambda: self._context.journal.courses.put_off(self._id), said)

    @Slot(QDateTime, object)
    def _on_timed(self, began: QDateTime, ended: QDateTime | None) -> None:
        start = from_field(began, self._zone)
        end = from_field(ended, self._zone) if ended is not None else None
        if max(start, end or start) > self._context.clock.now():
            self._view.show_trouble(self.tr("That is still ahead. A session that took place began and ended by now."))
            return
        if end is not None and end <= start:
            self._view.show_trouble(self.tr("Its end stands before its beginning. Please look at both again."))
            return
        self._view.times.unfold(False)
        said = self.tr("Kept. What you have answered keeps its day.")
        self._change(lambda: self._context.journal.courses.set_times(self._id, start, end), said)

    @Slot()
    def _on_held(self) -> None:
        self._change(lambda: self._context.journal.courses.hold(self._id), self.tr("Noted: it took place."))

    @Slot()
    def _on_cancelled(self) -> None:
        said = self.tr("Noted: it did not happen. What you have written stays.")
        self._change(lambda: self._context.journal.courses.cancel(self._id), said)

    @Slot()
    def _on_planned(self) -> None:
        session = self._shown
        if session is not None:
            planned = replace(session, status=SessionStatus.PLANNED)
            self._change(lambda: self._context.journal.courses.update(planned), self.tr("Noted: it is planned."))

    @Slot()
    def _on_undone(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            self._context.tasks.journal(
                lambda: self._context.journal.courses.update(before),
                context=self,
                then=lambda _: self._refresh(self._view.show_undone),
                failed=self._on_failed,
            )
