"""A small page that does what the Share page does with the pane, the line and what keeps them."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.share.copying import ChangesLine, Copying, CopyPane
from kat_journal.services.summaries import edited

WORDS = "Anna came.\nAnnas coat stood there.\nWill said we will go.\n\nThe canal was quiet."
LATER = "Only the canal."


class Harness(QWidget):
    """Makes the copy anew whenever it changed."""

    def __init__(self, context):
        super().__init__()
        self.times = 0
        self.context = context
        self.copy = None
        self.pane = CopyPane(self)
        self.line = ChangesLine(self)
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        row.addWidget(self.pane)
        column.addLayout(row, 1)
        column.addWidget(self.line)
        self.copying = Copying(self.pane, self.line, context, self)
        self.copying.changed.connect(self.make)
        self.read()

    def read(self):
        summaries = self.context.journal.summaries
        self.material = summaries.material(summaries.default_period())
        offered = summaries.candidates(self.material)
        self.labels = {one.key: one.label for one in offered}
        self.chosen = frozenset(self.labels)
        self.copying.show_material(self.material, self.labels)
        self.choose(self.chosen)

    def choose(self, chosen):
        self.chosen = chosen
        self.copying.show_chosen(chosen, self.labels)
        self.make()

    def make(self):
        self.times += 1
        self.copy = edited(self.material, self.copying.edits)
        self.copying.show_made(self.copy.changes_in(self.chosen), self.copy.longer_in(self.chosen))

    def summary(self):
        summaries = self.context.journal.summaries
        return summaries.compose(self.copy.material, self.chosen, summaries.choice())

    def settle(self):
        """Let what is built in slices come to its end."""
        columns = (self.pane.names.list, self.pane.lines.list, self.pane.changes)
        while not all(column.is_ready for column in columns):
            QApplication.processEvents()

    def focused(self):
        self.settle()
        return QApplication.focusWidget()

    def find(self, name):
        self.settle()
        found = [one for one in self.findChildren(QWidget, name) if one.isVisibleTo(self)]
        return found[-1] if found else None

    def press(self, name):
        button = self.find(name)
        assert isinstance(button, QAbstractButton), name
        button.click()

    def text(self, name):
        label = self.find(name)
        return label.text() if isinstance(label, QLabel) else None

    def type(self, name, words):
        field = self.find(name)
        assert isinstance(field, QLineEdit), name
        field.setText(words)
        field.textEdited.emit(words)

    def add(self, name, instead):
        self.type("copy-name", name)
        self.type("copy-instead", instead)
        self.press("copy-keep")


def write(journal, words):
    """One free page that may be shared."""
    opened = journal.responses.new(FormId("core:free-page"))
    journal.responses.save(opened.draft, Answer(ItemId("words"), text=words, share=ShareMark.SHARE))


def words_in_journal(journal):
    """Every answer, as the journal has it."""
    summaries = journal.summaries
    material = summaries.material(summaries.whole_period())
    return [answer for one in material.answered for answer in one.response.answers.values()]
