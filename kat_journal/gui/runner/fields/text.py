"""The field for the person's own words: a line, or a page that grows with them."""

from PySide6.QtWidgets import QWidget

from kat_journal.domain.form import Item
from kat_journal.domain.response import Answer
from kat_journal.gui.runner.fields.field import Field
from kat_journal.gui.runner.fields.writing import WordsLine
from kat_journal.gui.widgets.words import Words


class TextField(Field):
    """Words, kept character by character."""

    def __init__(self, item: Item, parent: QWidget | None = None, *, fills: bool = False) -> None:
        """Make an empty field; one that fills takes all the height there is instead of growing with the words."""
        super().__init__(item, parent)
        name = f"item-{item.id}"
        self._words: WordsLine | Words
        if item.lines == 1:
            self._words = WordsLine(self, name=name, accessible=item.ask)
            self._words.returnPressed.connect(self.went_on)
        else:
            self._words = Words(self, name=name, accessible=item.ask, grows=not fills)
        self._words.changed.connect(self.typed)
        self.column.addWidget(self._words)
        self.offer_note()
        if fills and item.lines == 1:
            self.column.addStretch(1)

    def given(self) -> Answer:
        """The words as they stand."""
        return Answer(self.item.id, text=self._words.words())

    def show_given(self, answer: Answer) -> None:
        """Show the answer's words."""
        self._words.set_words(answer.text)

    def target(self) -> QWidget:
        """Where one types."""
        return self._words

    def commit(self) -> None:
        """Take in what an input method has not handed over yet."""
        super().commit()
        self._words.commit_pre_edit()

    def caret(self) -> int:
        """Where the caret stands."""
        return self._words.caret()

    def set_caret(self, place: int) -> None:
        """Put the caret back."""
        self._words.set_caret(place)
