"""The packages of the pages, those of the locked window included; each is loaded when it is first shown."""

from importlib import import_module
from types import ModuleType

PAGES = {
    "welcome": "kat_journal.gui.welcome",
    "salvaging": "kat_journal.gui.salvaging",
    "today": "kat_journal.gui.today",
    "sessions": "kat_journal.gui.sessions",
    "session": "kat_journal.gui.sessions.one",
    "runner": "kat_journal.gui.runner",
    "write": "kat_journal.gui.write",
    "versions": "kat_journal.gui.versions",
    "bin": "kat_journal.gui.bin",
    "progress": "kat_journal.gui.progress",
    "share": "kat_journal.gui.share",
    "shared": "kat_journal.gui.shared",
    "support": "kat_journal.gui.support",
    "settings": "kat_journal.gui.settings",
    "keys": "kat_journal.gui.keys",
    "backups": "kat_journal.gui.backups",
    "guide": "kat_journal.gui.guide",
    "reminders": "kat_journal.gui.reminders",
    "house-rules": "kat_journal.gui.house_rules",
    "shelf": "kat_journal.gui.shelf",
    "packs": "kat_journal.gui.packs",
    "archive": "kat_journal.gui.archive",
    "carry": "kat_journal.gui.carry",
    "paper": "kat_journal.gui.papers",
    "sealed": "kat_journal.gui.sealed",
    "recovery": "kat_journal.gui.recovery",
    "restoring": "kat_journal.gui.restoring",
    "bringing-in": "kat_journal.gui.archive.bringing_in",
}


def load_page(name: str) -> ModuleType:
    """The package of that page; its ``build`` makes one."""
    return import_module(PAGES[name])
