"""The word before something that had better wait: after a session, until the next day."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.notice import Notice


def advise_to_wait(notice: Notice, go_on: Callable[[], None], name: str) -> None:
    """Say that it can wait, in that notice; the person may go on all the same."""
    wait = secondary(QCoreApplication.translate("Keys", "Wait"), f"{name}-wait")
    anyway = secondary(QCoreApplication.translate("Keys", "Do it anyway"), f"{name}-anyway")
    wait.clicked.connect(notice.clear)
    anyway.clicked.connect(go_on)
    notice.show_text(
        QCoreApplication.translate("Keys", "You had a session today. This can wait until tomorrow."), (wait, anyway)
    )
    wait.setFocus()
