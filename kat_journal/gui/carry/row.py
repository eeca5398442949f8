"""One thing that was kept: its words, and what can be done with it in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.carry.shown import Action, Shown
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.buttons import Button
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted, quote
from kat_journal.gui.widgets.words import Words

GAP = 18


class KeptRow(Card):
    """Shows one row; changes its words in place.

    Signals:
        acted: The :class:`Shown` row, and the key of what is to be done.
        changed: The row, and its new words.
        folded: It was unfolded for editing, or folded again.
    """

    acted = Signal(object, str)
    changed = Signal(object, str)
    folded = Signal()

    def __init__(self, shown: Shown, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=name, variant="low")
        self.shown = shown
        self._name = name
        self.buttons: dict[str, Button] = {}
        self._words = quote(shown.words, f"{name}-words")
        self._about = muted(shown.about, f"{name}-about")
        for action in shown.actions:
            self.buttons[action.key] = self._button(action)
        self._actions = QWidget()
        self._actions.setLayout(row(*self.buttons.values(), gap=GAP))
        for part in (self._words, self._about, self._actions):
            self.column.addWidget(part)
        if not shown.about:
            self._about.hide()
        self._editor: Words | None = None
        self._edit = Fields()
        self._edit.hide()
        self.column.addWidget(self._edit)

    def focus_on(self, key: str) -> None:
        """Give the focus to the button of that action, or to the first."""
        self.buttons.get(key, next(iter(self.buttons.values()))).setFocus()

    @property
    def is_editing(self) -> bool:
        """Whether the words are being changed."""
        return self._editor is not None and not self._edit.isHidden()

    def begin_editing(self) -> None:
        """Unfold a field with the words."""
        self.go_on_editing(self.shown.words)
        editor = self._made_editor()
        editor.setFocus()
        editor.set_caret(2 * len(editor.words()))  # the end: Qt counts up to two for a letter

    def go_on_editing(self, words: str) -> None:
        """Unfold the field with words that were being changed; the focus stays where it is."""
        self._made_editor().set_words(words)
        self._fold(editing=True)

    def typed(self) -> str:
        """The words in the field; empty where there is none."""
        return self._editor.words() if self._editor is not None else ""

    def edited(self) -> str | None:
        """The words in the field; None where nothing is being changed, or nothing is left of them."""
        words = self.typed() if self.is_editing else ""
        return words if words.strip() and words != self.shown.words else None

    def _button(self, action: Action) -> Button:
        make = buttons.link if action.checked is None else buttons.choice
        button = make(action.text, f"{self._name}-{action.key}")
        button.setChecked(bool(action.checked))
        button.setAccessibleDescription(self.shown.words)
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        key = next(key for key, button in self.buttons.items() if button is self.sender())
        if key == "edit":
            self.begin_editing()
        else:
            self.acted.emit(self.shown, key)

    def _made_editor(self) -> Words:
        if self._editor is None:
            self._editor = Words(name=f"{self._name}-editor", accessible=self.tr("The words"), grows=True)
            keep = buttons.primary(self.tr("Keep"), f"{self._name}-keep")
            keep.clicked.connect(self._on_keep)
            back = buttons.secondary(self.tr("Not now"), f"{self._name}-not-now")
            back.clicked.connect(self._on_not_now)
            self._edit.column.addWidget(self._editor)
            self._edit.column.addLayout(row(keep, back))
        return self._editor

    def _fold(self, *, editing: bool) -> None:
        self._edit.setVisible(editing)
        for part in (self._words, self._actions):
            part.setVisible(not editing)
        self._about.setVisible(bool(self.shown.about) and not editing)
        self.folded.emit()

    def _on_keep(self) -> None:
        words = self.edited()
        self._on_not_now()
        if words is not None:
            self.changed.emit(self.shown, words)

    def _on_not_now(self) -> None:
        self._fold(editing=False)
        self.focus_on("edit")
