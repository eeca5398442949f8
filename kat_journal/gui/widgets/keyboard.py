"""The line under a passphrase field that says what the keyboard does: Caps Lock, and the language it is set to."""

import sys

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.texts import Text

KNOWS_LAYOUT = frozenset({"win32", "darwin"})
"""Systems that tell Qt the language of the keyboard; elsewhere it may only be that of the system."""


class KeyboardLine(Text):
    """Watches one field; hidden while there is nothing to say."""

    def __init__(self, field: PassphraseField, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__("", "small", f"{field.objectName()}-keyboard", parent)
        self._field = field
        self._caps_lock = False
        self._input = QGuiApplication.inputMethod()
        field.caps_lock_seen.connect(self._on_caps_lock)
        self._input.localeChanged.connect(self._show)
        self._show()

    def _on_caps_lock(self, is_on: bool) -> None:
        self._caps_lock = is_on
        self._show()
        if is_on:
            announce(self._field, self.tr("Caps Lock is on."))

    def _show(self) -> None:
        language = keyboard_language(self._input.locale(), QLocale.system(), sys.platform)
        parts = [self.tr("Caps Lock is on.")] if self._caps_lock else []
        if language:
            parts.append(self.tr("Keyboard language: {0}").format(language))
        self.setText(" ".join(parts))
        self._field.setAccessibleDescription(self.text())
        self.setVisible(self.text() != "")


def keyboard_language(keyboard: QLocale, system: QLocale, platform: str) -> str:
    """The language that a keyboard is set to, in its own words; empty where that is not known for certain."""
    if keyboard.language() == QLocale.Language.C:
        return ""
    if platform not in KNOWS_LAYOUT and keyboard == system:
        return ""
    name = keyboard.nativeLanguageName() or QLocale.languageToString(keyboard.language())
    return name[:1].upper() + name[1:]
