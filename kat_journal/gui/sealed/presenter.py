"""What happens on the page for words without opening: they are kept, and then the page goes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from kat_journal.config import DEFAULT_AUTO_LOCK_MINUTES
from kat_journal.errors import CannotSealError
from kat_journal.gui.clearing import clear_clipboard
from kat_journal.gui.failures import plain_words
from kat_journal.gui.gate import Gate
from kat_journal.gui.idle import IdleWatch
from kat_journal.gui.sealed.keeper import Keeper, LateWriter
from kat_journal.gui.sealed.view import SealedView
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.widgets.saved import SaveState


class SealedPresenter(QObject):
    """Leaves, and lets the window close, only when every word is kept or the person gives the rest up."""

    def __init__(self, view: SealedView, gate: Gate, tasks: Tasks, on_back: Callable[..., None]) -> None:
        super().__init__(view)
        self._view = view
        self._on_back = on_back
        self._is_leaving = False
        self._is_closing = False
        self._was_kept = False
        writer = LateWriter(gate.sealed_writer)
        self._keeper = Keeper(tasks, writer, view.text, self)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.failed.connect(self._on_failed)
        view.changed.connect(self._on_changed)
        view.handed_over.connect(self._keeper.flush)
        view.enough.connect(self._leave)
        view.given_up.connect(self._give_up)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - for the type alone
        self._idle = IdleWatch(application, self)
        self._idle.idle.connect(self._leave)
        self._minutes = gate.preferences.auto_lock_minutes or DEFAULT_AUTO_LOCK_MINUTES
        self._idle.start(self._minutes)
        self._window = view.window()
        self._window.installEventFilter(self)
        tasks.journal(writer.check, context=self, failed=self._on_useless)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the window open until what was typed is kept."""
        if event.type() is not QEvent.Type.Close or watched is not self._window:
            return False
        self._is_closing = True
        self._view.flush()
        if self._keeper.is_settled:
            self._is_closing = False
            return False
        event.ignore()
        return True

    def _on_changed(self) -> None:
        self._keeper.touch()
        self._view.show_state(SaveState.SAVING)

    def _on_kept(self) -> None:
        self._was_kept = self._view.text().strip() != ""
        self._view.show_state(SaveState.SAVED if self._was_kept else SaveState.NOTHING)
        if self._is_closing:
            self._window.close()
        elif self._is_leaving:
            self._go()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, CannotSealError):
            self._on_useless(error)
            return
        leaving = self._is_leaving or self._is_closing
        self._is_leaving = self._is_closing = False
        self._view.show_state(SaveState.NOT_SAVED)
        more = self.tr("Your words are still here. Keeping them is tried again by itself.")
        self._view.show_trouble(f"{plain_words(error)} {more}", leaving=leaving)
        self._idle.start(self._minutes)

    def _on_useless(self, error: Exception) -> None:
        self._is_leaving = self._is_closing = False
        self._keeper.stop()
        self._view.show_state(SaveState.NOTHING)
        self._view.show_useless(plain_words(error))

    def _leave(self) -> None:
        self._is_leaving = True
        self._view.flush()
        if self._is_leaving and self._keeper.is_settled:
            self._go()

    def _give_up(self) -> None:
        self._keeper.stop()
        self._was_kept = False
        self._go()

    def _go(self) -> None:
        self._is_leaving = False
        self._idle.stop()
        self._window.removeEventFilter(self)
        if self._was_kept:
            clear_clipboard()  # nothing that was written here can be read here
        self._on_back(*([self.tr("What you wrote is locked now.")] if self._was_kept else []))
