"""Opens the gallery in a window of its own."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kat_journal.gui.gallery.view import Gallery
from kat_journal.gui.theme import Look, Theme


def open_gallery(resources: Path) -> int:
    """Show it until it closes; gives the status to leave with."""
    application = QApplication(["KAT Journal"])
    gallery = Gallery(Theme(resources / "styles", resources / "fonts", application))
    gallery.wear(Look.LIGHT)
    gallery.show()
    return application.exec()
