"""A row of options, chosen by pointer or keys; one stop for the Tab key. Up and down are left to the page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kat_journal.domain.form import Option
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.flow import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class OptionRow(QWidget):
    """Buttons of which one, or any number, may be chosen; choosing a chosen one takes it back.

    Signals:
        chosen: The person changed what is chosen.
    """

    chosen = Signal()

    def __init__(
        self, name: str, question: str, options: Sequence[Option], *, several: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(question)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._several = several
        self._options = {option.id: self._button(name, question, option) for option in options}
        row = FlowLayout(self)
        for button in self._options.values():
            row.addWidget(button)
        self._settle()

    def options(self) -> tuple[str, ...]:
        """Ids of what is chosen, in the form's order."""
        return tuple(option for option, button in self._options.items() if button.isChecked())

    def set_options(self, chosen: Sequence[str]) -> None:
        """Show what is chosen; nothing is emitted."""
        for option, button in self._options.items():
            button.setChecked(option in chosen)
        self._settle()

    def stop(self) -> QWidget:
        """The button that the Tab key reaches."""
        buttons_ = list(self._options.values())
        return next((button for button in buttons_ if button.isChecked()), buttons_[0]) if buttons_ else self

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the button that stands for the row."""
        if self._options:
            self.stop().setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, choose with the numbers."""
        row = list(self._options.values())
        now = next((at for at, button in enumerate(row) if button.hasFocus()), 0)
        number = event.key() - Qt.Key.Key_1
        if event.key() in _STEPS and 0 <= now + _STEPS[Qt.Key(event.key())] < len(row):
            row[now + _STEPS[Qt.Key(event.key())]].setFocus(Qt.FocusReason.TabFocusReason)
        elif 0 <= number < min(len(row), 9) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            row[number].setFocus(Qt.FocusReason.TabFocusReason)
            row[number].click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep one button the Tab stop: the one that had the focus last."""
        if event.type() == QEvent.Type.FocusIn:
            for button in self._options.values():
                policy = Qt.FocusPolicy.StrongFocus if button is watched else Qt.FocusPolicy.ClickFocus
                button.setFocusPolicy(policy)
        return super().eventFilter(watched, event)

    def _button(self, name: str, question: str, option: Option) -> buttons.Button:
        button = buttons.choice(option.text, f"{name}-{option.id}", self)
        button.setAccessibleName(f"{question}: {option.text}")
        button.clicked.connect(self._on_clicked)
        button.installEventFilter(self)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        pressed = self.sender()
        if not self._several:
            for button in self._options.values():
                if button is not pressed:
                    button.setChecked(False)
        self.chosen.emit()

    def _settle(self) -> None:
        stop = self.stop()
        for button in self._options.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
