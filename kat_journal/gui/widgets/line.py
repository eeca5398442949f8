"""Fields of one line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kat_journal.gui.widgets.caps_lock import caps_lock_after


class Line(QLineEdit):
    """One line of the person's words."""

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "", accessible: str = "", placeholder: str = ""
    ) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.setProperty("kind", "line")
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)


class PassphraseField(QLineEdit):
    """A passphrase: hidden unless asked for, never guessed at, learnt or corrected by a keyboard.

    Signals:
        caps_lock_seen: Whether Caps Lock is on, as far as the keys tell.
    """

    caps_lock_seen = Signal(bool)

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "", accessible: str = "", placeholder: str = ""
    ) -> None:
        """Make an empty, hidden field."""
        super().__init__(parent)
        self._caps_lock: bool | None = None
        self.setProperty("kind", "passphrase")
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)
        self.setDragEnabled(False)
        self.reveal(False)

    def reveal(self, shown: bool) -> None:
        """Show the words, or dots for them."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._keep_hints()

    def forget(self) -> None:
        """Empty the field, and forget what could be undone."""
        self.setText("")  # not clear(): that can be undone

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say again how the field is to be treated: Qt forgets it with the way the words are shown."""
        self._keep_hints()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is pressed elsewhere is not seen here, so nothing is known of Caps Lock any more."""
        self._note_caps_lock(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key, and see from it whether Caps Lock is on."""
        self._note_caps_lock(caps_lock_after(event, self._caps_lock))
        super().keyPressEvent(event)

    def _note_caps_lock(self, is_on: bool | None) -> None:
        if bool(is_on) is not bool(self._caps_lock):
            self.caps_lock_seen.emit(bool(is_on))
        self._caps_lock = is_on

    def _keep_hints(self) -> None:
        # Set after the echo mode, which sets hints of its own and takes them back when the words are shown.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
