"""The runner's page: a form, then perhaps a card, then gone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.ids import ItemId
from kat_journal.gui.navigation import Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.runner.cards import CardsView
from kat_journal.gui.runner.closing import ClosingView
from kat_journal.gui.runner.form_view import FormView
from kat_journal.gui.runner.unopened import UnopenedView
from kat_journal.gui.theme import Look, Theme
from kat_journal.gui.widgets.announce import announce
from kat_journal.services.advice import Card

CALM_MINUTES = 60


class RunnerPage(PageView):
    """Shows one form.

    Attributes:
        say_place: Where the person is; whoever decides about the page answers it.

    Signals:
        left: See :class:`FormView`, as the ones that follow.
        went_on: The person has read the cards.
        today_asked: To Today.
        lock_asked: Lock the journal.
        flush_asked: Hand over what is not kept yet.
    """

    left = Signal()
    finished = Signal()
    support_asked = Signal(str)
    ground_me_asked = Signal()
    plan_asked = Signal()
    card_closed = Signal(str, str)
    body_asked = Signal()
    versions_asked = Signal()
    paper_asked = Signal()
    went_on = Signal()
    today_asked = Signal()
    lock_asked = Signal()
    flush_asked = Signal()

    show_chrome = False

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runner")
        self.say_place: Callable[[], Place] = lambda: place
        self._form: FormView | None = None
        self._shown: FormView | CardsView | ClosingView | UnopenedView | None = None
        self._wants_focus = False
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)

    @property
    def form(self) -> FormView | None:
        """The form, once it is open and until it is closed."""
        return self._form

    def dim(self, theme: Theme) -> None:
        """Dress for the first hours after a session: dim and large, and awake for an hour."""
        if not self.keeps_awake_minutes:
            self.keeps_awake_minutes = CALM_MINUTES
            theme.look_for(self, Look.AFTER_SESSION)

    def show_form(self, view: FormView) -> None:
        """Show the form."""
        self._form = view
        view.left.connect(self.left)
        view.finished.connect(self.finished)
        view.numbers_asked.connect(self.support_asked)
        view.ground_me_asked.connect(self.ground_me_asked)
        view.plan_asked.connect(self.plan_asked)
        view.card_closed.connect(self.card_closed)
        view.body_asked.connect(self.body_asked)
        view.versions_asked.connect(self.versions_asked)
        view.paper_asked.connect(self.paper_asked)
        view.keep_asked.connect(self._on_keep_asked)
        self._show(view)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show the cards that waited for the end."""
        view = CardsView(cards, self)
        view.numbers_asked.connect(self.support_asked)
        view.ground_me_asked.connect(self.ground_me_asked)
        view.plan_asked.connect(self.plan_asked)
        view.went_on.connect(self.went_on)
        self._escape(view, self.went_on)
        self._show(view)

    def show_closing(self, cards: Sequence[Card], *, wrote: bool) -> None:
        """Show the quiet end."""
        view = ClosingView(cards, wrote=wrote, parent=self)
        view.numbers_asked.connect(self.support_asked)
        view.plan_asked.connect(self.plan_asked)
        view.today_asked.connect(self.today_asked)
        view.lock_asked.connect(self.lock_asked)
        self._escape(view, self.today_asked)
        self._show(view)

    def show_unopened(self, error: Exception) -> None:
        """Say plainly that the form could not be opened."""
        view = UnopenedView(error, self)
        view.went_back.connect(self.went_on)
        self._escape(view, self.went_on)
        self._show(view)

    def flush(self) -> None:
        """See :meth:`PageView.flush`."""
        self.flush_asked.emit()

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return self.say_place()

    def where(self) -> tuple[ItemId | None, int]:
        """The question and the caret; nothing once the form is closed."""
        return self._form.where() if self._form is not None else (None, 0)

    def start_focus(self) -> None:
        """See :meth:`PageView.start_focus`; a form that is still being opened gets the focus when it comes."""
        self._wants_focus = True
        if self._shown is not None:
            self._begin(self._shown)

    def _show(self, view: FormView | CardsView | ClosingView | UnopenedView) -> None:
        old, self._shown = self._shown, view
        if old is not None:
            self._frame.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        if not isinstance(view, FormView):
            self._form = None
        self._frame.addWidget(view)
        view.show()
        if self._wants_focus:
            self._begin(view)

    def _on_keep_asked(self) -> None:
        self.keep_asked.emit("")

    @staticmethod
    def _begin(view: FormView | CardsView | ClosingView | UnopenedView) -> None:
        view.start_focus()
        announce(view, view.title())

    @staticmethod
    def _escape(view: QWidget, signal: SignalInstance) -> None:
        shortcut = QShortcut(QKeySequence("Esc"), view)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(signal)
