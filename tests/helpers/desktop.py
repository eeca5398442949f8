"""A private D-Bus with a login manager that a test plays. Nothing of this machine's own buses is touched."""

import os
import select
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
_SETTINGS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>
"""


@contextmanager
def private_bus(folder: Path):
    """The address of a bus that lives as long as the block."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    settings = folder / "bus.conf"
    settings.write_text(_SETTINGS.format(folder=folder), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={settings}", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as daemon:
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


class Desktop:
    """Whoever else is on the bus: says what a desktop or a login manager says."""

    def __init__(self, address: str, name: str) -> None:
        self._name = name
        self._bus = QDBusConnection.connectToBus(address, name)
        assert self._bus.isConnected()

    def has(self, service: str) -> None:
        """Be there under that name."""
        assert self._bus.registerService(service)

    def says(self, path: str, interface: str, member: str, *arguments: object) -> None:
        """Send a signal."""
        signal = QDBusMessage.createSignal(path, interface, member)
        signal.setArguments(list(arguments))
        assert self._bus.send(signal)

    def answers_calls(self, calls: QDBusVirtualObject) -> None:
        """Let that answer whatever is called below the login manager's path."""
        whole = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert self._bus.registerVirtualObject(LOGIN_PATH, calls, whole)

    def leave(self) -> None:
        """Go."""
        QDBusConnection.disconnectFromBus(self._name)


class Inhibitors(QDBusVirtualObject):
    """Gives out what holds back sleep, as the login manager does, and knows whether it is still held."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[object]] = []
        self._ends: list[int] = []

    def introspect(self, path: str) -> str:
        """Nothing to say."""
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        """Answer ``Inhibit`` with one end of a pipe."""
        if message.member() != "Inhibit":
            return False
        self.asked.append(message.arguments())
        ours, theirs = os.pipe()
        self._ends.append(ours)
        connection.send(message.createReply([QDBusUnixFileDescriptor(theirs)]))
        os.close(theirs)
        return True

    @property
    def held(self) -> int:
        """How many are held now: the other end of the pipe is open."""
        ready, _, _ = select.select(self._ends, [], [], 0)
        return len(self._ends) - len(ready)

    def close(self) -> None:
        """Give the pipes back."""
        for end in self._ends:
            os.close(end)
