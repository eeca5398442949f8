"""The packages of the pages, those of the locked window included; each is loaded when it is first shown."""

from importlib import import_module
from types import ModuleType

PAGES = {
    "welcome": "kat_journal.gui.welcome",
    "today": "kat_journal.gui.today",
    "sessions": "kat_journal.gui.sessions",
    "session": "kat_journal.gui.sessions.one",
    "runner": "kat_journal.gui.runner",
    "write": "kat_journal.gui.write",
    "share": "kat_journal.gui.share",
    "support": "kat_journal.gui.support",
    "settings": "kat_journal.gui.settings",
    "guide": "kat_journal.gui.guide",
    "sealed": "kat_journal.gui.sealed",
    "recovery": "kat_journal.gui.recovery",
    "restoring": "kat_journal.gui.restoring",
    "salvaging": "kat_journal.gui.salvaging",
}


def load_page(name: str) -> ModuleType:
    """The package of that page; its ``build`` makes one."""
    return import_module(PAGES[name])
