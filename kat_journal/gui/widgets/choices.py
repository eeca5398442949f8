"""Several buttons of which one is chosen, or none, or any number of them."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from kat_journal.gui.widgets.buttons import Button, choice
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.roles import ONE_OF_SEVERAL
from kat_journal.gui.widgets.tokens import Restyled, size_token

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Choices(QFrame, Restyled):
    """Buttons side by side, each of them a Tab stop; exclusive by hand: a QButtonGroup would leave Tab only one.

    Arrow keys move the focus and choose nothing; the space bar and Enter choose. The group says the question to
    screen readers, and each button only its own words.

    Signals:
        chosen: The key of the button that the person chose, or took back.
    """

    chosen = Signal(str)
    gap = size_token("gap")
    small_gap = size_token("small_gap")

    def __init__(
        self,
        name: str,
        words: str,
        options: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        upright: bool = True,
        several: bool = False,
        taken_back: bool = False,
    ) -> None:
        """Show some options.

        Args:
            name: The object name; each button adds its key.
            words: The question, for screen readers.
            options: ``(key, text)`` pairs.
            parent: Its parent.
            upright: Whether the up and down keys move here; else they are left to the parent.
            several: Whether any number may be chosen.
            taken_back: Whether choosing a chosen one takes it back, as it always does where several may be chosen.
        """
        super().__init__(parent)
        self._several, self._taken_back = several, several or taken_back
        self._steps = _SIDEWAYS | _UPRIGHT if upright else _SIDEWAYS
        self.setProperty("kind", "rows")
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._flow = FlowLayout(self)
        self._buttons: dict[str, Button] = {}
        options = tuple(options)
        for key, text in options:
            button = choice(text, f"{name}-{key}", self)
            button.setProperty(ONE_OF_SEVERAL, len(options) > 1 and not several)
            button.clicked.connect(self._on_clicked)
            self._buttons[key] = button
            self._flow.addWidget(button)

    def __iter__(self) -> Iterator[Button]:
        """The buttons in order."""
        return iter(self._buttons.values())

    def button(self, key: str) -> Button:
        """The button of that key."""
        return self._buttons[key]

    @property
    def first(self) -> QWidget:
        """What takes the focus first: the chosen button, or else the first."""
        return self._buttons.get(self.key()) or next(iter(self), None) or self

    def key(self) -> str:
        """The chosen key, or nothing."""
        return next(iter(self.keys()), "")

    def keys(self) -> tuple[str, ...]:
        """All chosen keys, in order."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def set_key(self, key: str) -> None:
        """Choose for the person, without a signal; an empty key chooses none."""
        self.set_keys((key,))

    def set_keys(self, keys: Iterable[str]) -> None:
        """Choose for the person, without a signal."""
        chosen = frozenset(keys)
        for own, button in self._buttons.items():
            button.setChecked(own in chosen)

    def focus_first(self) -> None:
        """Give the focus to the chosen button, or to the first."""
        self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def restyled(self) -> None:
        """Take the spacing of another text size."""
        self._flow.setSpacing(self.small_gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the buttons with the arrows; at an end the key goes on to the parent."""
        buttons = list(self)
        step = self._steps.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and event.key() in _SIDEWAYS:
            step = -step
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if not step or focused is None or not 0 <= focused + step < len(buttons):
            event.ignore()
            return
        buttons[focused + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        for key, button in self._buttons.items():
            if button is self.sender():
                if not self._several:
                    self.set_key(key if button.isChecked() or not self._taken_back else "")
                self.chosen.emit(key)
