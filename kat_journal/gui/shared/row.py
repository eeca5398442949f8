"""One summary that left."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.sharing import ShareRecord
from kat_journal.gui.shared.inside import Inside
from kat_journal.gui.shared.words import about, file_words, left_a_file, tr, when
from kat_journal.gui.widgets.announce import as_sentences
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.card import Card, Variant
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, muted
from kat_journal.services.shared import Contents, FileState

GAP = 24


class SharedRow(Card):
    """When it left, what it was and where its file is; what was in it unfolds.

    Signals:
        inside_asked: The record whose contents are wanted.
        delete_asked: The record whose file is to go.
        keep_asked: The record whose file is to stay and be spoken of no more.
        forget_asked: The record that the person would take off the list.
        forgotten: The record that they take off it.
        grown: The row, which shows other parts than before and needs other room.
    """

    inside_asked = Signal(object)
    delete_asked = Signal(object)
    keep_asked = Signal(object)
    forget_asked = Signal(object)
    forgotten = Signal(object)
    grown = Signal(object)

    def __init__(self, record: ShareRecord, zone: str, place: int, parent: QWidget | None = None) -> None:
        """Show one; ``place`` counts it from the top."""
        super().__init__(parent, variant=Variant.LOW, name=f"shared-{place}")
        self.record = record
        self._name = f"shared-{place}"
        self._inside: Inside | None = None
        self._title = when(record, zone)
        self._file = muted("", f"{self._name}-file")
        self._open = link("", f"{self._name}-inside")
        self._open.setCheckable(True)
        self._delete = secondary(tr("Delete the file I saved"), f"{self._name}-delete")
        self._leave = link(tr("Leave it where it is"), f"{self._name}-leave")
        self._notice = Notice(self, name=f"{self._name}-notice")
        described = as_sentences(self._title, about(record))
        for button in (self._open, self._delete, self._leave):
            button.setAccessibleDescription(described)
        self.column.addWidget(body(self._title, f"{self._name}-when"))
        self.column.addWidget(muted(about(record), f"{self._name}-about"))
        self.column.addWidget(self._file)
        self.column.addLayout(row(self._open, self._delete, self._leave, gap=GAP))
        self.column.addWidget(self._notice)
        self._open.clicked.connect(self._on_open)
        self._delete.clicked.connect(self._on_delete)
        self._leave.clicked.connect(lambda: self.keep_asked.emit(self.record))
        self._say_open()
        self.show_state(None)

    def start_focus(self) -> None:
        """Begin with what only looks."""
        self._open.setFocus()

    def show_state(self, state: FileState | None) -> None:
        """Say where the file is, and offer what can be done with it."""
        focused = self._delete.hasFocus() or self._leave.hasFocus()
        words = file_words(self.record, state) if left_a_file(self.record) else ""
        self._file.setText(words)
        self._file.setVisible(words != "")
        for button in (self._delete, self._leave):
            button.setVisible(state is FileState.UNCHANGED)
        if focused and state is not FileState.UNCHANGED:
            self.start_focus()

    def show_contents(self, contents: Contents) -> None:
        """Unfold what was in it."""
        if self._inside is not None or not self._open.isChecked():
            return
        self._inside = inside = Inside(self.record, self._title, self._name, self)
        inside.grown.connect(self._grow)
        inside.forget_asked.connect(lambda: self.forget_asked.emit(self.record))
        self.column.insertWidget(self.column.indexOf(self._notice), inside)
        inside.show()
        self._grow()
        inside.show_contents(contents)

    def say(self, words: str) -> None:
        """Say what was done, or what went wrong; no words say nothing any more."""
        if words:
            self._notice.show_text(words)
        else:
            self._notice.clear()
        self._grow()

    def ask_to_forget(self, *, calm: bool) -> None:
        """Ask whether to take it off the list, with what follows from that; ``calm`` adds a reason to wait."""
        words = tr(
            "Take it off this list? Your journal then no longer knows that this was shared. In Share, what was in it "
            "counts as not shared, unless it left another time too."
        )
        stays = tr("A file that is still there stays, and is not offered for deleting any more.")
        backups = tr("Backups made before today still hold the note until they are replaced.")
        wait = tr("You had a session today. This can wait until tomorrow.") if calm else ""
        said = (words, stays if left_a_file(self.record) else "", backups, wait)
        self._ask(" ".join(filter(None, said)), tr("Take it off the list"), "forget", self._on_forgotten)

    def _ask(self, question: str, yes_words: str, name: str, confirmed: Callable[[], None]) -> None:
        """Ask in the page; keeping is the first answer."""
        keep = secondary(tr("Keep it"), f"{self._name}-{name}-no")
        yes = secondary(yes_words, f"{self._name}-{name}-yes")
        keep.clicked.connect(lambda: self.say(""))
        yes.clicked.connect(confirmed)
        self._notice.show_text(question, (keep, yes))
        self._grow()
        keep.setFocus()

    def _on_delete(self) -> None:
        if not self.record.everything:
            self.delete_asked.emit(self.record)
            return
        words = tr("Delete this copy of everything? What is in your journal stays.")
        self._ask(words, tr("Delete it"), "delete", self._on_deletion_confirmed)

    def _on_forgotten(self) -> None:
        self.forgotten.emit(self.record)

    def _on_deletion_confirmed(self) -> None:
        self.say("")
        self.delete_asked.emit(self.record)

    def _on_open(self) -> None:
        self._say_open()
        if self._inside is not None:
            self._inside.setVisible(self._open.isChecked())
            self._grow()
        elif self._open.isChecked():
            self.inside_asked.emit(self.record)

    def _grow(self) -> None:
        tab_in_reading_order(self.column)
        self.grown.emit(self)

    def _say_open(self) -> None:
        self._open.setText(tr("Close this") if self._open.isChecked() else tr("What was in it"))
        self._open.setAccessibleName(tr("What was in it"))  # it is heard as opened or not, and keeps its name
