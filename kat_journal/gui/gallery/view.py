"""The gallery's one window."""

from PySide6.QtWidgets import QMainWindow, QWidget

from kat_journal.gui.gallery import pressed, read, written
from kat_journal.gui.gallery.samples import Sample, Shelf
from kat_journal.gui.theme import Look, LookChoice, Theme
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.texts import heading

_SIZES = (100, 150, 200)


class Gallery(QMainWindow):
    """Shows every widget; its look and text size are chosen on it.

    Attributes:
        page: The page that holds them.
        samples: What the tests photograph.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look, self._percent = Look.LIGHT, _SIZES[0]
        self.setWindowTitle("Gallery")
        self.page = Page(name="gallery", wide=True)
        self.setCentralWidget(self.page)
        column = self.page.column
        column.addWidget(heading("Every widget, in every state"))
        looks = [(str(look), look.replace("-", " ").capitalize()) for look in Look]
        self._looks = Choices("gallery-look", "Look", looks)
        self._looks.chosen.connect(self._on_look)
        self._sizes = Choices("gallery-size", "Text size", [(str(size), f"{size} %") for size in _SIZES])
        self._sizes.chosen.connect(self._on_size)
        column.addWidget(self._looks)
        column.addWidget(self._sizes)
        shelf = Shelf(column)
        for part in (pressed, written, read):
            part.show(shelf)
        self.samples: tuple[Sample, ...] = tuple(shelf.samples)

    def wear(self, look: Look, percent: int = _SIZES[0]) -> None:
        """Put on a look; the one for after a session is only ever worn by a page, as here."""
        self._look, self._percent = look, percent
        self._looks.set_key(str(look))
        self._sizes.set_key(str(percent))
        dim = look is Look.AFTER_SESSION
        self._theme.apply(LookChoice.DARK if dim else LookChoice(look), percent)
        self._theme.look_for(self.page, look if dim else None)

    def _on_look(self, look: str) -> None:
        self.wear(Look(look), self._percent)

    def _on_size(self, percent: str) -> None:
        self.wear(self._look, int(percent))
