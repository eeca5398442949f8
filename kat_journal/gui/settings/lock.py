"""When the journal locks by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

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
    """Minutes without a touch before locking; "never" is asked about in place.

    Signals:
        minutes_chosen: 1 to 60, or 0 for never.
    """

    minutes_chosen = Signal(int)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="lock")
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

    def show_minutes(self, minutes: int) -> None:
        """Show what is in force."""
        self._minutes.blockSignals(True)
        self._minutes.setValue(minutes or USUAL_MINUTES)
        self._minutes.blockSignals(False)
        self._minutes.setEnabled(minutes != NEVER)
        self._never.setChecked(minutes == NEVER)

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
