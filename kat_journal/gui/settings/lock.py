"""When the journal locks by itself, and what is seen of it from outside while it is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from kat_journal.config import Preferences
from kat_journal.gui.desktop.capture import can_hide
from kat_journal.gui.desktop.heard import Heard
from kat_journal.gui.widgets.buttons import secondary, toggle
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.stepping import Number
from kat_journal.gui.widgets.texts import body, muted, subheading

USUAL_MINUTES = 5
NEVER = 0


class Minutes(Number):
    """A number of minutes that a turning wheel leaves alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class LockCard(Card):
    """Minutes without a touch before locking, where "never" is asked about in place; the desktop's part; the curtain.

    Signals:
        minutes_chosen: 1 to 60, or 0 for never.
        curtain_chosen: Whether a curtain covers the pages while another program is in front.
        pictures_chosen: Whether the window is kept out of pictures of the screen.
    """

    minutes_chosen = Signal(int)
    curtain_chosen = Signal(bool)
    pictures_chosen = Signal(bool)

    def __init__(self, most: int, parent: QWidget | None = None, *, can_hide: bool = can_hide()) -> None:
        super().__init__(parent, name="lock")
        self._heard = Heard()
        self.column.addWidget(subheading(self.tr("Locking")))
        words = self.tr("Nothing is lost when the journal locks, not even a half word.")
        self.column.addWidget(muted(words))
        row = QWidget(self)
        flow = FlowLayout(row, 12)
        self._minutes = Minutes(row)
        self._minutes.setObjectName("auto-lock")
        self._minutes.setAccessibleName(self.tr("Minutes without a touch before the journal locks"))
        self._minutes.setRange(1, most)
        self._minutes.setKeyboardTracking(False)
        self._minutes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._minutes.valueChanged.connect(self._on_minutes)
        flow.addWidget(body(self.tr("Lock after this many minutes without a touch:")))
        flow.addWidget(self._minutes)
        self.column.addWidget(row)
        self._never = toggle(self.tr("Never lock by itself"), "auto-lock-never")
        self._never.clicked.connect(self._on_never)
        self.column.addWidget(self._never, 0, Qt.AlignmentFlag.AlignLeft)
        self._notice = Notice(self, name="auto-lock-notice")
        self.column.addWidget(self._notice)
        self._desktop = body("", "lock-desktop")
        self.column.addWidget(self._desktop)
        self._curtain = toggle(self.tr("Cover pages while I am away"), "hide-when-away")
        self._curtain.clicked.connect(self.curtain_chosen)
        self.column.addWidget(self._curtain, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(muted(self.tr("A plain curtain, while another program is in front.")))
        self._pictures = toggle(self.tr("Stay out of screen pictures"), "hide-from-pictures")
        self._pictures.clicked.connect(self.pictures_chosen)
        self._pictures.setVisible(can_hide)
        self.column.addWidget(self._pictures, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(muted(self._about_pictures(can_hide), "lock-pictures"))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is in force."""
        self.show_minutes(preferences.auto_lock_minutes)
        self._curtain.setChecked(preferences.hide_when_away)
        self._pictures.setChecked(preferences.hide_from_pictures)

    def show_heard(self, heard: Heard) -> None:
        """Say which signals of the desktop lock the journal too."""
        self._heard = heard
        self._say_desktop()

    def show_minutes(self, minutes: int) -> None:
        """Show what is in force."""
        self._minutes.blockSignals(True)
        self._minutes.setValue(minutes or USUAL_MINUTES)
        self._minutes.blockSignals(False)
        self._minutes.setEnabled(minutes != NEVER)
        self._never.setChecked(minutes == NEVER)
        self._say_desktop()

    def _say_desktop(self) -> None:
        self._desktop.setText(" ".join(self._about_desktop()))

    def _about_desktop(self) -> tuple[str, ...]:
        if self._heard.lock and self._heard.sleep:
            return (self.tr("It also locks when you lock the screen, and before the computer sleeps."),)
        if self._heard.lock:
            told = self.tr("It also locks when you lock the screen. This computer does not tell when it goes to sleep.")
        elif self._heard.sleep:
            told = self.tr("It also locks before the computer sleeps. This desktop does not tell when it locks.")
        else:
            told = self.tr("This desktop does not tell when it locks or when the computer sleeps.")
        if self._never.isChecked():
            return told, self.tr("Then only you can lock the journal: with Lock in the side bar, or with Ctrl+L.")
        minutes = self._minutes.value()
        if minutes == 1:
            return told, self.tr("The journal still locks after one minute without a touch.")
        return told, self.tr("The journal still locks after {0} minutes without a touch.").format(minutes)

    def _about_pictures(self, can_hide: bool) -> str:
        if can_hide:
            return self.tr(
                "The system then leaves it out as far as it can. A camera, or some programs, may still see it."
            )
        return self.tr("On this system other programs can take pictures of the screen.")

    def _on_minutes(self, minutes: int) -> None:
        self._notice.clear()
        self.minutes_chosen.emit(minutes)

    def _on_never(self, checked: bool) -> None:
        if not checked:
            self._notice.clear()
            self.minutes_chosen.emit(self._minutes.value())
            return
        self._never.setChecked(False)
        confirm = secondary(self.tr("Never lock by itself"), "auto-lock-confirm")
        confirm.clicked.connect(self._on_confirmed)
        keep = secondary(self.tr("Keep locking"), "auto-lock-keep")
        keep.clicked.connect(self._on_kept)
        words = self.tr("Without it, anyone who reaches this computer while the journal is open can read all of it.")
        self._notice.show_text(words, (confirm, keep))
        keep.setFocus()

    def _on_confirmed(self) -> None:
        self._notice.clear()
        self._never.setFocus()
        self.minutes_chosen.emit(NEVER)

    def _on_kept(self) -> None:
        self._notice.clear()
        self._never.setFocus()
