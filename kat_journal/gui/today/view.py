"""What Today shows."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.messages import Messages
from kat_journal.gui.dates import day_and_time, long_day
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.practice_words import done_when
from kat_journal.gui.today.also_open import AlsoOpen, rest_of
from kat_journal.gui.today.around import Around
from kat_journal.gui.today.line import marks_about_now
from kat_journal.gui.today.offer_card import AskCard, OfferCard
from kat_journal.gui.today.plan_card import PlanCard
from kat_journal.gui.today.reminder_card import ReminderCard
from kat_journal.gui.today.sentences import its_session, sentence, written_when
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.timeline import Timeline
from kat_journal.services.today import Coming, Moment, TodayView


class TodayPage(PageView):
    """Shows a :class:`TodayView`.

    Signals:
        offer_taken: An offer to open.
        offer_put_off: An offer to leave alone for today.
        held: A planned session took place (its id).
        moved: A planned session was moved (its id).
        cancelled: A planned session did not happen (its id).
        card_asked: The card for the person who will be there.
        plan_asked: The page where sessions are planned.
        just_had: The person has just had a session.
        write_freely: A new free page, please.
        open_written: A response to open (its uid).
        practice_done: A practice was done today (its uid).
        kept_asked: What was kept: questions, things for later, small steps.
    """

    offer_taken = Signal(object)
    offer_put_off = Signal(object)
    held = Signal(int)
    moved = Signal(int)
    cancelled = Signal(int)
    card_asked = Signal()
    plan_asked = Signal()
    just_had = Signal()
    write_freely = Signal()
    open_written = Signal(str)
    practice_done = Signal(str)
    kept_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page(name="today-page", wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._heading = texts.heading("", "today-sentence")
        self._day = texts.muted("", "today-day")
        self._next = texts.muted("", "today-next")
        self._notice = Notice(name="trouble")
        self._cards = QVBoxLayout()
        self._card: AskCard | OfferCard | None = None
        self._also = AlsoOpen()
        self._reminder_place = QVBoxLayout()
        self._reminder: ReminderCard | None = None
        self._said = texts.small("", "last-words-when")
        self._words = texts.quote("", "last-words")
        self._more = buttons.link(self.tr("Write more"), "write-more")
        self._plan = PlanCard()
        self._line = Timeline()
        self._around = Around()
        self._write = buttons.secondary(self.tr("Write freely"), "write-freely")
        self._had = buttons.secondary(self.tr("I\u2019ve just had a session"), "just-had")
        self._last_uid = ""
        for widget in (self._next, self._said, self._words, self._more, self._plan, self._line):
            widget.hide()  # until there is something to show
        self._fill_column()
        self._more.clicked.connect(lambda: self.open_written.emit(self._last_uid))
        self._write.clicked.connect(self.write_freely)
        self._had.clicked.connect(self.just_had)
        self._around.done.connect(self.practice_done)
        self._plan.asked.connect(self.plan_asked)
        self._also.taken.connect(self.offer_taken)
        self._also.unfolded.connect(self._in_order)

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.TODAY)

    def start_focus(self) -> None:
        """Begin with the one action; with what is there every day until it has come."""
        if self._card is not None:
            self._card.start_focus()
        else:
            self._write.setFocus()

    def show_today(self, view: TodayView, messages: Messages, now: datetime) -> None:
        """Show everything afresh."""
        self._heading.setText(sentence(view, messages))
        self._day.setText(long_day(view.today))
        self._show_cards(view, messages)
        self._show_words(view)
        self._also.show_offers(rest_of(view), view, messages)
        marks = marks_about_now(view, now)
        self._line.set_marks(marks, now)
        self._line.setVisible(len(marks) > 1)
        rows = [(day_and_time(c.when, view.zone, view.today), self._coming(c, messages)) for c in view.coming]
        practices = [
            (p.words, done_when(p.last_done, view.today), "" if p.last_done == view.today else p.uid)
            for p in view.practices
        ]
        self._around.show_rows(rows, practices)
        self._show_next(view, messages)
        self._in_order()

    def show_reminder(self, card: ReminderCard) -> None:
        """Show the one thing that there is to say, quietly: the focus stays where it is."""
        self._reminder = card
        self._reminder_place.addWidget(card)
        card.show()
        self._in_order()

    def clear_reminder(self) -> None:
        """It was answered."""
        card, self._reminder = self._reminder, None
        if card is None:
            return
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and card.isAncestorOf(focused)
        self._reminder_place.removeWidget(card)
        card.hide()
        card.deleteLater()
        if had_focus:
            self.start_focus()

    def show_trouble(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def _in_order(self) -> None:
        tab_in_reading_order(self._page.column)

    def _fill_column(self) -> None:
        column = self._page.column
        column.addWidget(self._heading)
        column.addWidget(self._day)
        column.addWidget(self._next)
        column.addWidget(self._notice)
        column.addSpacing(8)
        column.addLayout(self._cards)
        column.addWidget(self._plan)
        column.addWidget(self._also)
        column.addLayout(self._reminder_place)
        column.addSpacing(8)
        column.addWidget(self._said)
        column.addWidget(self._words)
        column.addLayout(row(self._more))
        column.addLayout(row(self._write, self._had))
        column.addSpacing(8)
        column.addWidget(self._line)
        column.addWidget(self._around)
        kept = buttons.link(self.tr("What you kept"), "open-carry")
        kept.clicked.connect(self.kept_asked)
        column.addLayout(row(kept))
        column.addStretch(1)

    def _show_cards(self, view: TodayView, messages: Messages) -> None:
        old, focused = self._card, self.focusWidget()
        follows = focused in {None, self._write} or (old is not None and old.isAncestorOf(focused))
        if old is not None:
            self._cards.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._card = self._make_card(view, messages)
        if self._card is not None:
            self._cards.addWidget(self._card)
            self._card.show()
        if follows:
            self.start_focus()

    def _make_card(self, view: TodayView, messages: Messages) -> AskCard | OfferCard | None:
        if view.ask_about is not None:
            card = AskCard(view, messages)
            card.held.connect(self.held)
            card.moved.connect(self.moved)
            card.cancelled.connect(self.cancelled)
            return card
        if not view.sitting:
            return None
        offer = OfferCard(view)
        offer.card_asked.connect(self.card_asked)
        offer.taken.connect(self.offer_taken)
        offer.put_off.connect(self.offer_put_off)
        return offer

    def _show_words(self, view: TodayView) -> None:
        """What they carry in stands here before a session, their last words at any other time."""
        self._more.setVisible(view.last is not None and not view.carried)
        for widget in (self._said, self._words):
            widget.setVisible(view.last is not None or bool(view.carried))
        if view.carried:
            carried = self.tr("You carry in") if view.carried_now else self.tr("Last time you carried in")
            self._said.setText(carried)
            self._words.setText(f"\u201c{view.carried}\u201d")
        elif view.last is not None:
            self._said.setText(written_when(view.last.day, view.today))
            self._words.setText(f"\u201c{view.last.words}\u201d")
            self._last_uid = view.last.uid

    def _show_next(self, view: TodayView, messages: Messages) -> None:
        """What is next, unless the sentence says it already; where nothing is, a way to plan it."""
        ahead = [one for one in view.coming if one.session_number is None or one.session_number != view.number]
        if ahead:
            when = day_and_time(ahead[0].when, view.zone, view.today)
            self._next.setText(self.tr("Next: {0}. {1}.").format(when, self._coming(ahead[0], messages)))
        self._next.setVisible(bool(ahead))
        self._plan.setVisible(view.moment is Moment.NOTHING_PLANNED and not view.coming and view.ask_about is None)

    def _coming(self, coming: Coming, messages: Messages) -> str:
        if coming.session_number is not None:
            return its_session(coming.session_number, messages)
        return self.tr("Appointment with {0}").format(coming.who) if coming.who else self.tr("Appointment")
