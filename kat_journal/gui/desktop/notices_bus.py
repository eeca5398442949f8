"""Linux and its like: notices go over D-Bus to whatever the desktop shows them with.

The name of the program is left empty, as the specification allows; some desktops find out by themselves whose window
it is. Two things about D-Bus in PySide6 6.11: a slot is named by text although the annotations ask for bytes, and every
number in Python becomes a signed one, where the number of a notice is unsigned and desktops refuse anything else. So
the one function of Qt that writes an unsigned number is called by its name.
"""

import ctypes
import os
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusArgument, QDBusConnection, QDBusError, QDBusMessage
from shiboken6 import getCppPointer

from kat_journal.gui.desktop.notices import DesktopNotices

SERVICE: Final = "org.freedesktop.Notifications"
PATH: Final = "/org/freedesktop/Notifications"
PATIENCE: Final = 10_000
"""Milliseconds in which the desktop must answer."""

PRESSED: Final = "default"
"""The action of pressing the notice itself."""

_LIBRARY = "libQt6DBus.so.6"
_WRITE_UNSIGNED = "_ZN13QDBusArgumentlsEj"  # QDBusArgument &QDBusArgument::operator<<(uint)


class BusNotices(DesktopNotices):
    """Speaks to the notification service of the session bus; never waits for it."""

    def __init__(self, bus: QDBusConnection, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._number = 0
        for name, slot in (("ActionInvoked", "on_action"), ("ActivationToken", "on_token")):
            bus.connect(SERVICE, PATH, SERVICE, name, self, _slot(f"{slot}(uint,QString)"))

    def tell(self, title: str, text: str) -> None:
        """See :meth:`DesktopNotices.tell`."""
        try:
            number = unsigned(self._number)
        except (OSError, AttributeError):  # a Qt that keeps the function elsewhere
            self.refused.emit()
            return
        call = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "Notify")
        call.setArguments(["", number, "", title, text, [PRESSED, ""], {}, -1])
        taken, refused = _slot("on_taken(uint)"), _slot("on_refused(QDBusError,QDBusMessage)")
        if not self._bus.callWithCallback(call, self, taken, refused, PATIENCE):
            self.refused.emit()

    @Slot("uint")
    def on_taken(self, number: int) -> None:
        """The desktop shows the notice under that number."""
        self._number = number
        self.taken.emit()

    @Slot(QDBusError, QDBusMessage)
    def on_refused(self, _error: QDBusError, _message: QDBusMessage) -> None:
        """There is no notification service, or it has none of it. Its own words are not for the log."""
        self.refused.emit()

    @Slot("uint", str)
    def on_token(self, number: int, token: str) -> None:
        """Wayland lets a window come to the front only with this; Qt takes it from here."""
        if number == self._number and self._number:
            os.environ["XDG_ACTIVATION_TOKEN"] = token

    @Slot("uint", str)
    def on_action(self, number: int, action: str) -> None:
        """Somebody pressed a notice, perhaps of another program."""
        if number == self._number and self._number and action == PRESSED:
            self.clicked.emit()


def unsigned(number: int) -> QDBusArgument:
    """A number as D-Bus's ``u``.

    Raises:
        OSError: Qt's part for D-Bus is not where it was.
        AttributeError: It does not have the function.
    """
    write = getattr(ctypes.CDLL(_LIBRARY), _WRITE_UNSIGNED)
    write.argtypes, write.restype = (ctypes.c_void_p, ctypes.c_uint), ctypes.c_void_p
    argument = QDBusArgument()
    write(getCppPointer(argument)[0], number)
    return argument


def notices(parent: QObject) -> BusNotices:
    """Speak to the service of this desktop session."""
    return BusNotices(QDBusConnection.sessionBus(), parent)


def _slot(signature: str) -> Any:
    return SLOT(signature)
