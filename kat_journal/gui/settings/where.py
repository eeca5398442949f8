"""Where the journal is, and what others can see of it, in plain words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import Text, body, subheading


class WhereCard(Card):
    """Says it as it is, limits included.

    Signals:
        shared_asked: What left the journal so far.
    """

    shared_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="where")
        self.column.addWidget(subheading(self.tr("Where is my journal, and what can others see?")))
        self.column.addWidget(body(self.tr("It is one folder on this computer, and nowhere else:")))
        self._folder = Text("", "body", "journal-folder", self)
        self._folder.set_selectable()
        self.column.addWidget(self._folder)
        self._copies = body("", "journal-copies")
        self._copies.hide()
        self.column.addWidget(self._copies)
        for number, words in enumerate(self._sentences()):
            self.column.addWidget(body(words, f"where-{number}"))
        shared = link(self.tr("What I have shared"), "open-shared")
        shared.clicked.connect(self.shared_asked)
        self.column.addLayout(row(shared))

    def show_folder(self, folder: str) -> None:
        """Show the path."""
        self._folder.setText(folder)
        self._folder.setAccessibleName(self.tr("Folder of the journal: {0}").format(folder))

    def show_copies(self, names: tuple[str, ...]) -> None:
        """Name what looks like another version of the journal; it is left alone."""
        words = self.tr(
            "There is another copy of this journal in its folder: {0}. A program that syncs folders makes one when the "
            "journal was open on two computers. Nothing was mixed and nothing was taken away. This window shows "
            "journal.db. To see what is in the other one, lock the journal, copy the whole folder to another place, "
            "and give the other file the name journal.db there."
        )
        self._copies.setText(words.format(", ".join(names)))
        self._copies.setVisible(bool(names))

    def _sentences(self) -> tuple[str, ...]:
        return (
            self.tr("Everything you write is locked in it with your passphrase. This program sends nothing anywhere."),
            self.tr(
                "Someone who uses this computer can see that the program is here, that the folder exists, about how "
                "large it is, and on which days it changed: a backup has its day in its name. They can see when words "
                "were written without opening, until you open the journal. They cannot see what you wrote, or when "
                "your sessions are."
            ),
            self.tr(
                "Kept outside, so that the program and Support work while locked: look, text size, language, when it "
                "locks and hides, where the window stood, whether words can be written without opening, the country "
                "of your numbers, and a mark by which the program notices when your journal is gone."
            ),
            self.tr(
                "While the journal is open, whoever sees your screen can read it, and so can other programs that you "
                "run. It is only as private as your passphrase is secret."
            ),
            self.tr(
                "Where you chose on Support to keep something readable while locked, it stands in a plain file of the "
                "same folder, support-card.json. Anyone at this computer can read it and change it. A backup does not "
                "take it along. Where you chose nothing, there is no such file."
            ),
            self.tr(
                "A summary, a picture or a paper that you save is an ordinary file. Whoever finds it can read it, "
                "unless you gave it a password. Your journal remembers each summary that you saved, and can delete its "
                "file again. What you print is as private as the place where you keep it."
            ),
        )
