"""Brings the window to the front when the program is started a second time on the same journal."""

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kat_journal.gui.instance import Instance
from kat_journal.gui.tasks import Tasks

_A_SECOND = 1000


class InstanceWatch(QObject):
    """Sees the question at once where the system tells of changes in a folder, and within a second elsewhere.

    The folder is looked at on the pool: on a disk that has gone away that can take long.
    """

    def __init__(self, instance: Instance, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._instance = instance
        self._tasks = tasks
        self._window = window
        self._looking = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        self._timer = QTimer(self, interval=_A_SECOND, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look whether somebody asked."""
        if not self._looking:
            self._looking = True
            self._tasks.pool(self._look, context=self, then=self._on_looked, failed=self._on_failed)

    def _look(self) -> tuple[bool, str]:
        return self._instance.asked(), str(self._instance.file.parent)

    def _on_looked(self, found: tuple[bool, str]) -> None:
        self._looking = False
        asked, folder = found
        if folder not in self._watcher.directories():  # the file moves into the journal once there is one
            if watched := self._watcher.directories():
                self._watcher.removePaths(watched)
            self._watcher.addPath(folder)
        if asked:
            bring_to_front(self._window)

    def _on_failed(self, _error: Exception) -> None:
        self._looking = False


def bring_to_front(window: QWidget) -> None:
    """Show the window before all others, as large as it was; where the system forbids that, it asks for attention."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
