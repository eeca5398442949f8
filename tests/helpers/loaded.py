"""What must not be loaded before the journal is unlocked (goal G19)."""

from collections.abc import Iterable

NEVER = {
    "numpy",
    "asyncio",
    "PySide6.QtCharts",
    "PySide6.QtNetwork",
    "PySide6.QtTest",
}
"""No part of the program needs these at any time."""

LATER = {
    "PySide6.QtPrintSupport",
    "markdown",
    "mistune",
    "sqlcipher3",
    "cryptography",
    "msgspec",
    "tzlocal",
    "kat_journal.storage",
    "kat_journal.services",
    "kat_journal.export",
    "kat_journal.content.library",
    "kat_journal.gui.workspace",
    "kat_journal.gui.side_bar",
    "kat_journal.gui.today",
    "kat_journal.gui.sessions",
    "kat_journal.gui.runner",
    "kat_journal.gui.write",
    "kat_journal.gui.versions",
    "kat_journal.gui.bin",
    "kat_journal.gui.share",
    "kat_journal.gui.support",
    "kat_journal.gui.settings",
    "kat_journal.gui.welcome",
}
"""Loaded while the passphrase is typed, or when a page is first shown."""


def too_early(modules: Iterable[str]) -> set[str]:
    """The modules, and parts of them, that are loaded and should not be."""
    return {name for name in modules if any(name == one or name.startswith(f"{one}.") for one in NEVER | LATER)}
