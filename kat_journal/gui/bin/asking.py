"""The question before something is deleted for good: in the page itself, and keeping is the first answer."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.notice import Notice


def tr(text: str) -> str:
    """Translate a string of the bin."""
    return QCoreApplication.translate("Bin", text)


def ask(notice: Notice, question: str, keep_word: str, confirmed: Callable[[], None], *, name: str, calm: bool) -> None:
    """Ask in that notice, and put the focus on the answer that loses nothing; ``calm`` adds a reason to wait."""
    last = tr("This cannot be undone. Backups made before today still hold it until they are replaced.")
    wait = tr("You had a session today. This can wait until tomorrow.") if calm else ""
    keep = secondary(tr("Wait") if calm else keep_word, f"{name}-keep")
    delete = secondary(tr("Do it anyway") if calm else tr("Delete for good"), f"{name}-delete")
    keep.clicked.connect(notice.clear)
    delete.clicked.connect(confirmed)
    notice.show_text(" ".join(part for part in (question, last, wait) if part), (keep, delete))
    keep.setFocus()
