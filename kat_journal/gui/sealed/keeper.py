"""Keeps the words of a locked page as they are typed, and never says "kept" before they are."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kat_journal.gui.tasks import Tasks

if TYPE_CHECKING:  # loading it is slow, and done where it is used: on the journal thread
    from kat_journal.services.sealing import SealedWriter

PAUSE = 700
"""Milliseconds from a change to its save: a throttle, so that steady typing is kept again and again."""

RETRY = 5000
"""Milliseconds until a failed save is tried again, if nothing is changed before."""


class LateWriter:
    """A writer that is made when it is first used."""

    def __init__(self, make: "Callable[[], SealedWriter]") -> None:
        self._make = make
        self._made: SealedWriter | None = None

    def check(self) -> None:
        """Find out whether words can be kept at all."""
        self._writer().check()

    def keep(self, text: str) -> None:
        """Keep the whole text so far."""
        self._writer().keep(text)

    def _writer(self) -> "SealedWriter":
        if self._made is None:
            self._made = self._make()
        return self._made


class Keeper(QObject):
    """Keeps one text through Tasks, whole each time; the newest wins.

    Signals:
        kept: What was handed over last is in the file.
        failed: The error; the words are tried again.
    """

    kept = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, writer: LateWriter, text: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._writer = writer
        self._text = text
        self._changed = False
        self._flying = 0
        self._pause = self._timer(PAUSE)
        self._retry = self._timer(RETRY)

    @property
    def is_settled(self) -> bool:
        """Whether every word is kept."""
        return not self._changed and not self._flying

    def touch(self) -> None:
        """The text has changed: keep it in a moment."""
        self._changed = True
        if not self._pause.isActive() and not self._flying:
            self._pause.start()

    def flush(self) -> None:
        """Hand over what is not kept yet, now, also behind a save that is still under way."""
        if self._changed:
            self._send()

    def stop(self) -> None:
        """Try no more."""
        self._pause.stop()
        self._retry.stop()
        self._changed = False

    def _send(self) -> None:
        self._pause.stop()
        self._retry.stop()
        self._changed = False
        self._flying += 1
        work = partial(self._writer.keep, self._text())
        self._tasks.journal(work, context=self, then=self._on_kept, failed=self._on_failed)

    def _on_kept(self, _: None) -> None:
        self._flying -= 1
        if self._changed:
            self._pause.start()
        elif not self._flying:
            self.kept.emit()

    def _on_failed(self, error: Exception) -> None:
        self._flying -= 1
        if not self._flying:  # otherwise a newer save of the same words is behind it already
            self._changed = True
            self._retry.start()
            self.failed.emit(error)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=True)
        timer.timeout.connect(self.flush)
        return timer
