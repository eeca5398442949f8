"""The card of something parked that has come back: still true, let it go, or talk about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.practice import LaterState
from kat_journal.gui.today.reminder_card import ReminderCard
from kat_journal.gui.today.reminder_words import Said
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.announce import announce, as_sentences
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row

GAP = 18


class LaterCard(ReminderCard):
    """Shows the person's own words again. What they say is kept at once and can be taken back.

    Signals:
        settled: The :class:`LaterState` that the person gives it.
        step_asked: Make it a small step.
        again_asked: Park it once more.
        undo_asked: Take back what was said.
    """

    settled = Signal(object)
    step_asked = Signal()
    again_asked = Signal()
    undo_asked = Signal()

    def __init__(self, said: Said, parked: str, parent: QWidget | None = None) -> None:
        """Show the card; ``parked`` are the person's words."""
        self._parked = parked
        super().__init__(said, parent)
        self.action.setAccessibleDescription(as_sentences(said.title, parked))
        self.accepted.connect(lambda: self.settled.emit(LaterState.STILL_TRUE))

    def add_rows(self) -> None:
        """The words, the answers, and room for what follows from one."""
        self.column.insertWidget(1, texts.quote(self._parked, "later-words"))
        let_go = buttons.secondary(self.tr("Let it go"), "later-let-go")
        let_go.clicked.connect(lambda: self.settled.emit(LaterState.LET_GO))
        talk = buttons.secondary(self.tr("Talk about it"), "later-talk")
        talk.clicked.connect(lambda: self.settled.emit(LaterState.TALK))
        for button in (let_go, talk):
            button.setAccessibleDescription(self._parked)
        not_now = self._buttons[-1]
        self._answers = [self.action, let_go, talk, not_now]
        self.column.addLayout(row(*self._answers))
        self._outcome = texts.body("", "later-outcome")
        self.column.addWidget(self._outcome)
        self._step = buttons.secondary(self.tr("Make it a small step"), "later-step")
        self._step.clicked.connect(self.step_asked)
        self._again = buttons.secondary(self.tr("Park it again"), "later-again")
        self._again.clicked.connect(self.again_asked)
        self._undo = buttons.link(self.tr("Undo"), "later-undo")
        self._undo.clicked.connect(self.undo_asked)
        self.column.addLayout(row(self._step, self._again, self._undo, gap=GAP))
        for part in (self._outcome, self._step, self._again, self._undo):
            part.hide()

    def outcome(self) -> str:
        """What came of it, in words."""
        return self._outcome.text()

    def show_settled(self, state: LaterState) -> None:
        """Say what came of it, and offer what can follow."""
        words = {
            LaterState.STILL_TRUE: self.tr("It stays with you. Nothing has to follow from it."),
            LaterState.LET_GO: self.tr("Let go."),
            LaterState.TALK: self.tr("It is on your list of questions."),
        }[state]
        self._show_outcome(words, follows=state is LaterState.STILL_TRUE, undo=True)

    def show_step(self) -> None:
        """It has become a small step."""
        self._show_outcome(self.tr("Kept with your small steps."), follows=False, undo=False)

    def show_parked(self) -> None:
        """It comes back once more."""
        self._show_outcome(self.tr("Parked again. It comes back in two weeks."), follows=False, undo=False)

    def show_question(self) -> None:
        """Ask again: what was said has been taken back."""
        self._show_answers()

    def _show_outcome(self, words: str, *, follows: bool, undo: bool) -> None:
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._outcome.setText(words)
        # Shown before the others go: the focus never stands on something hidden, from where it would jump away.
        self._undo.setVisible(undo)
        if had_focus and undo:
            self._undo.setFocus()
        for button in self._answers:
            button.hide()
        self.words.hide()
        self._outcome.show()
        self._step.setVisible(follows)
        self._again.setVisible(follows)
        tab_in_reading_order(self.column)
        announce(self, words)

    def _show_answers(self) -> None:
        for button in self._answers:
            button.show()
        self.words.show()
        self.action.setFocus()
        for part in (self._outcome, self._step, self._again, self._undo):
            part.hide()
