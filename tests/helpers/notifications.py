"""A notification service that a test plays on a private bus, a desktop without any bus, and a room around it."""

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject

from kat_journal.gui.desktop.notices import DesktopNotices
from kat_journal.gui.desktop.notices_bus import PATH, SERVICE, unsigned
from kat_journal.gui.noticing import Noticing

NOTEBOOK = ("Open the notebook?", "")


class Notifications(QDBusVirtualObject):
    """Takes notices, or refuses each of them; can press one, and say what a Wayland desktop says before."""

    def __init__(self, address, *, refuses=False):
        super().__init__()
        self.calls = []
        self.numbers = iter(range(7, 1000))
        self._refuses = refuses
        self._bus = QDBusConnection.connectToBus(address, "notifications")
        assert self._bus.registerService(SERVICE)
        assert self._bus.registerVirtualObject(PATH, self, QDBusConnection.VirtualObjectRegisterOption.SubPath)

    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        self.calls.append((message.signature(), message.arguments()))
        if self._refuses:
            return connection.send(message.createErrorReply("org.freedesktop.DBus.Error.Failed", "no"))
        number = message.arguments()[1] or next(self.numbers)
        reply = message.createReply()
        reply.setArguments([unsigned(number)])
        return connection.send(reply)

    def says(self, name, number, text):
        signal = QDBusMessage.createSignal(PATH, SERVICE, name)
        signal.setArguments([unsigned(number), text])
        assert self._bus.send(signal)

    def leave(self):
        QDBusConnection.disconnectFromBus("notifications")


class PaperDesktop(DesktopNotices):
    """Notes what it was told; refuses on request."""

    def __init__(self, parent=None, *, refuses=False):
        super().__init__(parent)
        self.told = []
        self._refuses = refuses

    def tell(self, title, text):
        self.told.append((title, text))
        (self.refused if self._refuses else self.taken).emit()


class Room:
    """A window without a window: what it was told, whether somebody looks at the open notebook, and what is over."""

    def __init__(self, clock, *, refuses=False):
        self.seen = False
        self.desktops = []
        self.over = []
        self.looks = 0
        self.refuses = refuses
        self.around = QObject()
        self.noticing = Noticing(clock, self._make, lambda: self.seen, self.around)
        self.noticing.said.connect(self.over.append)
        self.noticing.looked.connect(self._on_look)

    @property
    def told(self):
        return self.desktops[0].told if self.desktops else []

    def _make(self, parent):
        self.desktops.append(PaperDesktop(parent, refuses=self.refuses))
        return self.desktops[-1]

    def _on_look(self):
        self.looks += 1
