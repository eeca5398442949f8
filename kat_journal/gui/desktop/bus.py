"""Linux and its like: the desktop and the system tell on D-Bus.

Two things about D-Bus in PySide6 6.11: a slot is named by text although the annotations ask for bytes, and a file
descriptor in an answer cannot be taken out of it. Holding the answer itself holds the descriptor.
"""

import os
from typing import Any, cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from kat_journal.config import APP_NAME
from kat_journal.gui.desktop.heard import Heard
from kat_journal.gui.desktop.watch import DesktopWatch

SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
    "org.kde.screensaver",
)
"""Names that desktops have on the session bus, and interfaces of their ``ActiveChanged(bool)``."""
LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER = f"{LOGIN}.Manager"
_SESSION = f"{LOGIN}.Session"


class BusWatch(DesktopWatch):
    """Hears screen savers on the session bus, and the login manager's sleep and lock on the system bus."""

    def __init__(
        self, session: QDBusConnection, system: QDBusConnection, parent: QObject, session_id: str = ""
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._system = system
        self._names: frozenset[str] = frozenset()
        self._holding: QDBusMessage | None = None
        self._wants_hold = False
        flag, called, named = (_slot(name) for name in ("on_flag(bool)", "on_call()", "on_names(QDBusMessage)"))
        for name in SCREEN_SAVERS:  # from anybody, wherever: a desktop that has none yet may start one later
            session.connect("", "", name, "ActiveChanged", self, flag)
        system.connect(LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", self, flag)
        system.connect(LOGIN, own_session(session_id), _SESSION, "Lock", self, called)
        for bus in (session, system):
            ask = QDBusMessage.createMethodCall(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames"
            )
            bus.callWithCallback(ask, self, named)

    def heard(self) -> Heard:
        """See :meth:`DesktopWatch.heard`."""
        return Heard(lock=not self._names.isdisjoint(SCREEN_SAVERS), sleep=LOGIN in self._names)

    def hold_sleep(self) -> None:
        """See :meth:`DesktopWatch.hold_sleep`; the login manager waits some seconds at most."""
        self._wants_hold = True
        ask = QDBusMessage.createMethodCall(LOGIN, _LOGIN_PATH, _MANAGER, "Inhibit")
        ask.setArguments(["sleep", APP_NAME, self.tr("The journal is being locked."), "delay"])
        self._system.callWithCallback(ask, self, _slot("on_holding(QDBusMessage)"))

    def let_sleep(self) -> None:
        """See :meth:`DesktopWatch.let_sleep`."""
        self._wants_hold = False
        self._holding = None

    @Slot(bool)
    def on_flag(self, begins: bool) -> None:
        """The screen is locked or free again, or the computer goes to sleep or has woken."""
        if begins:
            self.leaving.emit()

    @Slot()
    def on_call(self) -> None:
        """The login manager asks this desktop session to lock."""
        self.leaving.emit()

    @Slot(QDBusMessage)
    def on_names(self, answer: QDBusMessage) -> None:
        """Who is on one of the buses."""
        self._names |= {name for names in answer.arguments() for name in cast("list[str]", names)}

    @Slot(QDBusMessage)
    def on_holding(self, answer: QDBusMessage) -> None:
        """The login manager waits as long as its answer is held."""
        if self._wants_hold:
            self._holding = answer


def own_session(session_id: str) -> str:
    """The login manager's path of this desktop session; empty, which stands for any, where its id is not known."""
    if not session_id:
        return ""
    plain = "".join(
        letter if letter.isascii() and letter.isalnum() and (place or letter.isalpha()) else f"_{ord(letter):02x}"
        for place, letter in enumerate(session_id)
    )
    return f"{_LOGIN_PATH}/session/{plain}"


def watch(parent: QObject) -> BusWatch:
    """Listen on the buses that there are."""
    session_id = os.environ.get("XDG_SESSION_ID", "")
    return BusWatch(QDBusConnection.sessionBus(), QDBusConnection.systemBus(), parent, session_id)


def _slot(signature: str) -> Any:
    return SLOT(signature)
