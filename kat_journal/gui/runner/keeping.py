"""Keeps the words of an answer as a question, for later or as a small step, where the form says so."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.form import Item
from kat_journal.domain.ids import SessionId, Uid
from kat_journal.domain.practice import Carry, Later, Practice, Question
from kat_journal.gui.context import PageContext
from kat_journal.gui.runner.form_view import FormView
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import small

PAUSE = 300
"""Milliseconds after a key."""


class KeepThis(QWidget):
    """A quiet button under an answer; it copies the words, and can take the copy back.

    Signals:
        pressed: Keep the words as they stand now.
        undone: Take the copy away.
        appeared: It can be seen: its question is asked now.
    """

    pressed = Signal()
    undone = Signal()
    appeared = Signal()

    def __init__(self, item: Item, kind: Carry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            Carry.QUESTION: (self.tr("Put this on my question list"), self.tr("On your question list.")),
            Carry.LATER: (self.tr("Keep this for later"), self.tr("Kept. It comes back in two weeks.")),
            Carry.PRACTICE: (self.tr("Make this a small step"), self.tr("Kept with your small steps.")),
        }
        ask, self._kept = words[kind]
        self._keep = buttons.link(ask, f"item-{item.id}-keep", self)
        self._keep.setAccessibleDescription(item.ask)
        self._keep.clicked.connect(self.pressed)
        self._told = small(self._kept, f"item-{item.id}-kept", self)
        self._undo = buttons.link(self.tr("Undo"), f"item-{item.id}-keep-undo", self)
        self._undo.setAccessibleDescription(self._kept)
        self._undo.clicked.connect(self.undone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self._keep, self._told, self._undo))
        self.show_state(is_kept=False, is_empty=True)

    def show_state(self, *, is_kept: bool, is_empty: bool) -> None:
        """Offer to keep words that are there and not kept as they stand."""
        had_focus = self._keep.hasFocus() or self._undo.hasFocus()
        self._keep.setVisible(not is_kept and not is_empty)
        for part in (self._told, self._undo):
            part.setVisible(is_kept)
        if had_focus:
            (self._undo if is_kept else self._keep).setFocus()

    def stand_after(self, field: QWidget) -> None:
        """Be what the Tab key comes to after that field."""
        QWidget.setTabOrder(field, self._keep)
        QWidget.setTabOrder(self._keep, self._undo)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it can be seen."""
        super().showEvent(event)
        self.appeared.emit()

    def say(self) -> None:
        """Tell a screen reader that it is kept."""
        announce(self, self._kept)


class Keeping(QObject):
    """Puts the button under one question. A copy follows when the words were changed and are kept again."""

    def __init__(
        self, view: FormView, item: Item, kind: Carry, session_id: SessionId | None, context: PageContext
    ) -> None:
        super().__init__(view)
        self._view = view
        self._item = item
        self._kind = kind
        self._session = session_id
        self._context = context
        self._uid: Uid | None = None
        self._copied = ""
        self._widget = KeepThis(item, kind)
        view.boxes[item.id].add_below(self._widget)
        field = view.field(item.id)
        if field is not None:
            self._widget.stand_after(field.target())
        self._pause = QTimer(self)  # reading a long text at every key would take time
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._show)
        view.changed.connect(self._on_changed)
        self._widget.pressed.connect(self._on_pressed)
        self._widget.undone.connect(self._on_undone)
        self._widget.appeared.connect(self._on_appeared)

    def _words(self) -> str:
        field = self._view.field(self._item.id)
        return field.answer().text if field is not None else ""

    def _show(self) -> None:
        words = self._words()
        is_kept = self._uid is not None and words == self._copied
        self._widget.show_state(is_kept=is_kept, is_empty=not words.strip())

    def _on_changed(self) -> None:
        self._pause.start()

    def _on_appeared(self) -> None:
        """Find the copy that was made at another time."""
        self._show()
        words = self._words()
        if words.strip() and self._uid is None:
            find = partial(self._context.journal.practices.kept_as, self._kind, words)
            self._call(find, partial(self._on_found, words))

    def _on_found(self, words: str, uid: Uid | None) -> None:
        self._uid, self._copied = uid, words
        self._show()

    def _on_pressed(self) -> None:
        practices, words = self._context.journal.practices, self._words()
        if self._uid is not None:
            self._call(partial(practices.change, self._kind, self._uid, words), partial(self._on_copied, words))
        elif self._kind is Carry.LATER:
            self._call(partial(practices.keep, self._kind, words, None, self._session), partial(self._on_kept, words))
        else:
            self._call(partial(practices.keep, self._kind, words), partial(self._on_kept, words))

    def _on_kept(self, words: str, kept: Question | Later | Practice) -> None:
        self._uid = kept.uid
        self._on_copied(words, "")

    def _on_copied(self, words: str, before: str | None) -> None:
        if before is None:  # it was taken away meanwhile
            self._uid = None
            self._on_pressed()
            return
        self._copied = words
        self._show()
        self._widget.say()

    def _on_undone(self) -> None:
        if self._uid is not None:
            away = partial(self._context.journal.practices.take_away, self._kind, self._uid)
            self._call(away, lambda _: self._forget())

    def _forget(self) -> None:
        self._uid = None
        self._show()

    def _call(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._context.tasks.journal(work, context=self, then=then, failed=self._view.show_trouble)


def offer_to_keep(view: FormView, session_id: SessionId | None, context: PageContext) -> None:
    """Put the button under every question that says so; never in the hours after a session."""
    if not view.form.calm:
        for item in view.form.items:
            if item.keeps is not None:
                Keeping(view, item, item.keeps, session_id, context)
