"""Where the journal is, and what others can see of it, in plain words."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.texts import Text, body, subheading


class WhereCard(Card):
    """Says it as it is, limits included."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="where")
        self.column.addWidget(subheading(self.tr("Where is my journal, and what can others see?")))
        self.column.addWidget(body(self.tr("It is one folder on this computer, and nowhere else:")))
        self._folder = Text("", "body", "journal-folder", self)
        self._folder.set_selectable()
        self.column.addWidget(self._folder)
        for number, words in enumerate(self._sentences()):
            self.column.addWidget(body(words, f"where-{number}"))

    def show_folder(self, folder: str) -> None:
        """Show the path."""
        self._folder.setText(folder)
        self._folder.setAccessibleName(self.tr("Folder of the journal: {0}").format(folder))

    def _sentences(self) -> tuple[str, ...]:
        return (
            self.tr("Everything you write is locked in it with your passphrase. This program sends nothing anywhere."),
            self.tr(
                "Someone who uses this computer can see that the program is here, that the folder exists, about how "
                "large it is and when it last changed. They cannot see what you wrote, for which days, or when your "
                "sessions are."
            ),
            self.tr(
                "Kept outside, so that the program and Support work while locked: look, text size, language, minutes "
                "until locking, where the window stood, and the country of your numbers."
            ),
            self.tr(
                "While the journal is open, whoever sees your screen can read it, and so can other programs that you "
                "run. It is only as private as your passphrase is secret."
            ),
            self.tr("A summary that you save is an ordinary file. Whoever finds it can read it."),
        )
