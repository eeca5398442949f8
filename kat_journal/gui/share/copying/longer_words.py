"""Words that hold a name and stay as they are, each with one press to change it too."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.copying.wording import isolated, word
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.emptying import empty
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import body, muted
from kat_journal.services.replacements import Replacement, longer_form

MOST = 8
"""Words that are offered at once; the next ones come when these are done."""


class LongerWords(Fields):
    """Hidden while there is none.

    Signals:
        wanted: A line for the list, which meets such a word.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copy-longer")
        self._words = body("", "copy-longer-words", self)
        self.column.addWidget(self._words)
        self.column.addWidget(muted(self.tr("They are longer than a name on your list."), "copy-longer-why", self))
        self._flow = FlowLayout()
        self.column.addLayout(self._flow)
        self._shown: tuple[tuple[str, ...], tuple[Replacement, ...]] | None = None
        self._forms: dict[str, Replacement] = {}
        self.hide()

    def show_words(self, words: tuple[str, ...], names: tuple[Replacement, ...]) -> None:
        """Offer these words; nothing is done where nothing changed, so that the keyboard keeps its place."""
        if (words, names) == self._shown:
            return
        self._shown = (words, names)
        shown, rest = words[:MOST], len(words) - MOST
        listed = ", ".join(map(word, shown))
        says = self.tr("These stay as they are: {0}") if rest <= 0 else self.tr("These stay as they are: {0}, and more")
        self._words.setText(says.format(listed))
        empty(self._flow)
        self._forms = {}
        for number, one in enumerate(shown):
            form = longer_form(one, names)
            if form is not None:
                self._offer(f"copy-longer-{number}", one, form)
        self.setVisible(bool(words))

    def _offer(self, name: str, one: str, form: Replacement) -> None:
        button = secondary(self.tr("Change {0} too").format(word(one)), name, self)
        button.setAccessibleDescription(self.tr("It leaves as {0} then").format(isolated(form.instead)))
        button.clicked.connect(self._on_wanted)
        self._forms[name] = form
        self._flow.addWidget(button)

    def _on_wanted(self) -> None:
        form = self._forms.get(self.sender().objectName())
        if form is not None:
            self.wanted.emit(form)
