"""The one window: locked it shows the way in and nothing else, unlocked it shows the workspace."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from kat_journal.config import APP_NAME
from kat_journal.gui.clearing import clear_clipboard, close_dialogs, take_pre_edit
from kat_journal.gui.curtain import Curtain
from kat_journal.gui.desktop.heard import Heard
from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.failures import plain_words
from kat_journal.gui.gate import Gate
from kat_journal.gui.idle import IdleWatch
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.theme import LookChoice, Theme
from kat_journal.gui.way_in import WayIn
from kat_journal.gui.widgets import roles

if TYPE_CHECKING:  # loading these is slow, and the unlock page does without them
    from kat_journal.gui.desktop.watch import DesktopWatch
    from kat_journal.gui.noticing import Noticing
    from kat_journal.gui.workspace import Workspace
    from kat_journal.services.journal import OpenJournal
    from kat_journal.services.unsaved import Held

SMALLEST = (760, 480)
USUAL = (1180, 800)
A_MOMENT = 200
"""Milliseconds until unlocking is prepared: by then the window has been painted, and the person has not typed much."""


class MainWindow(QMainWindow):
    """Opens and locks. "Locked" is a fact about objects: locking drops the journal and every page."""

    def __init__(self, gate: Gate, tasks: Tasks, dialogs: Dialogs, theme: Theme) -> None:
        super().__init__()
        self._gate = gate
        self._tasks = tasks
        self._dialogs = dialogs
        self._theme = theme
        self._journal: OpenJournal | None = None
        self._workspace: Workspace | None = None
        self._desktop: DesktopWatch | None = None
        self._noticing: Noticing | None = None
        self._held: tuple[Held, ...] = ()
        self._left_at = ""
        self._locking = False
        self._closing = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - for the type alone
        self._idle = IdleWatch(application, self)
        self._idle.idle.connect(self._on_idle)
        self.setWindowTitle(APP_NAME)
        roles.install()
        self.setMinimumSize(*SMALLEST)
        self._restore_size()
        for keys, slot in (("Ctrl+L", self.lock), ("Ctrl+Q", self.close)):
            QShortcut(QKeySequence(keys), self, slot)
        self._curtain = Curtain(self)
        self._way_in = WayIn(self, gate, tasks, dialogs, theme, self._on_made, self._on_open)
        self.apply_preferences()
        self._way_in.show()
        QTimer.singleShot(A_MOMENT, self, self._warm_up)

    @property
    def is_locked(self) -> bool:
        """Whether no journal is open."""
        return self._journal is None

    @property
    def noticing(self) -> "Noticing":
        """What tells the desktop something: made when it is first asked for, and there until the window goes."""
        if self._noticing is None:
            from kat_journal.gui.desktop.notices import desktop_notices
            from kat_journal.gui.noticing import Noticing

            self._noticing = Noticing(self._gate.clock, desktop_notices, self._is_seen, self)
            self._noticing.pressed.connect(self._on_notice_pressed)
        return self._noticing

    def kept_instants(self) -> bytes:
        """When the desktop is to be told something, for the process that takes over; without any words."""
        return self._noticing.kept() if self._noticing is not None else b""

    def take_up(self, instants: bytes) -> None:
        """Go on reminding where the process before this one left off."""
        if instants:
            self.noticing.take_up(instants)

    def apply_preferences(self) -> None:
        """Put look, text size and auto-lock into force."""
        preferences = self._gate.preferences
        self._theme.apply(LookChoice(preferences.look), preferences.text_scale)
        self._curtain.wanted = preferences.hide_when_away
        if self._desktop is not None:
            self._keep_out_of_pictures()
        if self._journal is not None:
            self._idle.start(preferences.auto_lock_minutes)

    def lock(self) -> None:
        """Lock now: hand over every keystroke, drop what can read the journal, show the way in. Never asks."""
        journal, self._journal = self._journal, None
        if journal is None:
            self._way_in.lock()
            return
        take_pre_edit(self)
        close_dialogs(self)
        self._curtain.hang_before(None)
        self._left_at = place = self._workspace.leave() if self._workspace is not None else ""
        self._workspace = None
        self._locking = True
        self._idle.stop()
        clear_clipboard()
        self._way_in.show()
        self._tasks.journal(
            lambda: journal.close(place), context=self, then=self._on_locked, failed=self._on_lock_failed
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock first; the window goes once everything is in the file."""
        self._keep_size()
        if self._journal is None and not self._held and not self._locking:
            self._way_in.leave()
            event.accept()
            return
        event.ignore()
        self._closing = self._journal is not None or self._locking
        self.lock()

    def _warm_up(self) -> None:
        from kat_journal.gui.warming import Warming

        self._tasks.journal(self._gate.warm_up, context=self)
        warming = Warming(self)
        warming.ended.connect(self._listen)
        warming.start()

    def _listen(self) -> None:
        """Hear of the desktop from now on; after the first paint, so that the window does not wait for it."""
        from kat_journal.gui.desktop import watch_desktop

        self._desktop = watch_desktop(self)
        self._desktop.leaving.connect(self.lock)
        self._keep_out_of_pictures()
        if self._journal is not None:
            self._desktop.hold_sleep()

    def _heard(self) -> Heard:
        return self._desktop.heard() if self._desktop is not None else Heard()

    def _keep_out_of_pictures(self) -> None:
        from kat_journal.gui.desktop.capture import hide_from_pictures

        hide_from_pictures(self, self._gate.preferences.hide_from_pictures)

    def _begin_journal(self, journal: "OpenJournal") -> None:
        self._journal = journal
        if self._desktop is not None:
            self._desktop.hold_sleep()

    def _on_made(self, journal: "OpenJournal") -> None:
        """A new journal exists; from now on locking closes it, even in the middle of the welcome."""
        self._begin_journal(journal)

    def _on_open(self, journal: "OpenJournal") -> None:
        """A passphrase opened the journal, or a new one was made and welcomed."""
        from kat_journal.gui.context import PageContext
        from kat_journal.gui.navigation import Navigator
        from kat_journal.gui.workspace import Workspace

        self._way_in.leave()
        self._begin_journal(journal)
        held, self._held = self._held, ()
        workspace = Workspace(self)
        context = PageContext(
            journal=journal,
            tasks=self._tasks,
            navigator=Navigator(workspace),
            dialogs=self._dialogs,
            theme=self._theme,
            clock=self._gate.clock,
            preferences=self._gate.preferences,
            apply_preferences=self.apply_preferences,
            lock=self.lock,
            heard=self._heard,
            offer_words=self._gate.offer_words,
            noticing=self.noticing,
        )
        self._workspace = workspace
        self.setCentralWidget(workspace)
        self._curtain.hang_before(workspace)
        if held:
            self._tasks.journal(lambda: journal.take_over(held), context=self)
        workspace.enter(context, self._left_at if held else "")
        self._idle.start(self._gate.preferences.auto_lock_minutes)

    def _on_locked(self, held: "tuple[Held, ...]") -> None:
        self._locking = False
        self._held = held
        if held:
            self._stay_locked()
            self._way_in.show(
                self.tr(
                    "Some words could not be saved yet. They are kept here while this window stays "
                    "open. Make room on the disk, then unlock."
                )
            )
        elif self._closing:
            self.close()
        else:
            self._keep_size()
            self._gate.restart()

    def _on_lock_failed(self, error: Exception) -> None:
        self._locking = False
        self._stay_locked()
        self._way_in.show(plain_words(error))

    def _stay_locked(self) -> None:
        """No fresh process takes over, and the window does not close; its end would have let the computer sleep."""
        self._closing = False
        if self._desktop is not None:
            self._desktop.let_sleep()

    def _is_seen(self) -> bool:
        return not self.is_locked and self.isActiveWindow()

    def _on_notice_pressed(self) -> None:
        from kat_journal.gui.instance_watch import bring_to_front

        bring_to_front(self)

    def _on_idle(self) -> None:
        """Lock, unless the page asks for more time; after a session a person may just sit there."""
        keeps = self._workspace.keeps_awake_minutes if self._workspace is not None else 0
        minutes = self._gate.preferences.auto_lock_minutes
        if keeps > minutes and not self._idle.is_extended:
            self._idle.extend(keeps - minutes)
        else:
            self.lock()

    def _keep_size(self) -> None:
        self._gate.preferences.window = bytes(self.saveGeometry().toBase64().data()).decode()
        self._gate.preferences.save()

    def _restore_size(self) -> None:
        stored = QByteArray.fromBase64(self._gate.preferences.window.encode())
        if stored.isEmpty() or not self.restoreGeometry(stored):
            self.resize(*USUAL)
