"""What happens when something on Today is pressed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.course import Session
from kat_journal.domain.form import Phase
from kat_journal.domain.ids import SessionId, Uid
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import FREE_PAGE, MOVING, SITTER_PAPER, PageName, Place
from kat_journal.gui.today.view import TodayPage
from kat_journal.services.offers import Offer
from kat_journal.services.today import TodayView


class TodayPresenter(QObject):
    """Asks for Today's view and leads on from it."""

    def __init__(self, view: TodayPage, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        view.offer_taken.connect(self._on_taken)
        view.offer_put_off.connect(self._on_put_off)
        view.held.connect(self._on_held)
        view.cancelled.connect(self._on_cancelled)
        view.moved.connect(self._on_moved)
        view.card_asked.connect(self._on_card)
        view.plan_asked.connect(self._on_plan)
        view.something_kept.connect(self._refresh)
        view.just_had.connect(self._on_just_had)
        view.write_freely.connect(self._on_write)
        view.open_written.connect(self._on_open)
        view.practice_done.connect(self._on_done)
        view.kept_asked.connect(self._on_kept)
        self._refresh()

    def _refresh(self) -> None:
        self._context.tasks.journal(
            self._context.journal.today.view, context=self, then=self._show, failed=self._on_failed
        )

    def _show(self, today: TodayView) -> None:
        self._view.show_today(today, self._context.journal.messages, self._context.clock.now())

    def _on_failed(self, error: Exception) -> None:
        self._view.show_trouble(plain_words(error))

    def _go(self, place: Place) -> None:
        self._context.navigator.go(place)

    @Slot(object)
    def _on_taken(self, offer: Offer) -> None:
        of_course = offer.session_id is None and offer.appointment_id is None
        self._go(
            Place(
                PageName.RUNNER,
                form_id=offer.form_id,
                occurrence=offer.occurrence if of_course else None,
                session_id=offer.session_id,
                appointment_id=offer.appointment_id,
            )
        )

    @Slot(object)
    def _on_put_off(self, offer: Offer) -> None:
        self._change(lambda: self._context.journal.today.not_now(offer))

    @Slot(int)
    def _on_held(self, session_id: int) -> None:
        self._change(lambda: self._context.journal.courses.hold(SessionId(session_id)))

    @Slot(int)
    def _on_cancelled(self, session_id: int) -> None:
        self._change(lambda: self._context.journal.courses.cancel(SessionId(session_id)))

    @Slot(int)
    def _on_moved(self, session_id: int) -> None:
        self._go(Place(PageName.SESSION, session_id=SessionId(session_id), line=MOVING))

    @Slot()
    def _on_card(self) -> None:
        self._go(Place(PageName.PAPER, line=SITTER_PAPER))

    @Slot()
    def _on_plan(self) -> None:
        self._go(Place(PageName.SESSIONS))

    @Slot()
    def _on_just_had(self) -> None:
        self._context.tasks.journal(
            self._context.journal.courses.just_had, context=self, then=self._after_session, failed=self._on_failed
        )

    def _after_session(self, session: Session) -> None:
        forms = self._context.journal.library.forms.values()
        calm = next(form for form in forms if form.calm and form.phase is Phase.FIRST_HOURS)
        self._go(Place(PageName.RUNNER, form_id=calm.id, session_id=session.id))

    @Slot()
    def _on_write(self) -> None:
        self._go(Place(PageName.RUNNER, form_id=FREE_PAGE))

    @Slot(str)
    def _on_open(self, uid: str) -> None:
        self._go(Place(PageName.RUNNER, response_uid=Uid(uid)))

    @Slot(str)
    def _on_done(self, uid: str) -> None:
        self._change(lambda: self._context.journal.practices.done_today(Uid(uid)))

    @Slot()
    def _on_kept(self) -> None:
        self._go(Place(PageName.CARRY))

    def _change(self, work: Callable[[], object]) -> None:
        self._context.tasks.journal(
            work,
            context=self,
            then=lambda _: self._refresh(),
            failed=self._on_failed,
        )
