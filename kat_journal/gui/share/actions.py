"""The row under the preview: how it is looked at, how long it is, and every way for it to leave."""

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kat_journal.gui.share.formats import FIRST, FOR_PROGRAMS, about, name_of
from kat_journal.gui.share.lines import Lines
from kat_journal.gui.share.password import PdfPassword
from kat_journal.gui.widgets.buttons import Button, choice, link, primary, secondary
from kat_journal.gui.widgets.chooser import Chooser
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.texts import field_label, muted, small
from kat_journal.services.exports import PDF_LOCKED
from kat_journal.services.summaries import MANY_WORDS


class Actions(QWidget):
    """Toggles what is shown, and offers every way to take it along.

    Signals:
        plain_wanted: Whether to show the file's own characters.
        names_wanted: Whether to change names and strike lines.
        save_wanted: The person wants the file.
        format_chosen: The file is to be of this format.
        screen_wanted: The person wants it on the whole screen.
        print_wanted: On paper.
        copy_wanted: On the clipboard.
        stop_wanted: The PDF that is being made is not wanted after all.
        delete_wanted: The file that was just saved is to go.
    """

    plain_wanted = Signal(bool)
    names_wanted = Signal(bool)
    save_wanted = Signal()
    format_chosen = Signal(str)
    screen_wanted = Signal()
    print_wanted = Signal()
    copy_wanted = Signal()
    stop_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.names = choice(self.tr("Change names"), "change-names")
        self.save = primary(self.tr("Save summary…"), "save-summary")
        self._length = small("", "word-count")
        self._chooser = self._formats()
        self._about = small("", "save-as-about")
        self._password = PdfPassword(self)
        self._progress = QWidget(self)
        self._done = muted("", "making")
        self._said = Notice(self, name="saved-notice")
        self._note = small(self.tr("Long for an appointment."), "long")
        for part in (self._first_row(), self._second_row()):
            column.addWidget(part)
        for hidden in (self._password, self._making(), self._said):
            column.addWidget(hidden)
            hidden.hide()
        self._note.hide()
        self._show_about()
        self._chooser.activated.connect(self._on_format)

    @property
    def format(self) -> str:
        """The format that is chosen."""
        return str(self._chooser.currentData())

    def show_format(self, name: str) -> None:
        """Choose a format for the person, without a signal."""
        place = self._chooser.findData(name)
        self._chooser.setCurrentIndex(max(place, 0))
        self._show_about()

    def show_length(self, words: int) -> None:
        """Say how long the file is; nothing about one that is not there."""
        text = self.tr("About {0} words.").format(QLocale().toString(words))
        self._length.setText(text if words else "")
        self._length.setVisible(bool(words))
        self._note.setVisible(words > MANY_WORDS)

    def take_password(self) -> str:
        """The password for the PDF; empty while the two fields do not agree. It stays until it is forgotten."""
        return self._password.password() if self.format == PDF_LOCKED else ""

    def ask_for_password(self) -> str:
        """Go to the field that is to be typed anew; says why."""
        words = self._password.problem()
        (self._password.again if len(self._password.first.text()) else self._password.first).setFocus()
        return words

    def forget_password(self) -> None:
        """Empty the fields."""
        self._password.forget()

    def show_progress(self, part: float) -> None:
        """Say how much of a long PDF is made, 0 to 1; its button stops it."""
        self._done.setText(self.tr("Making the pages: {0} %").format(round(100 * part)))
        self._progress.show()

    def hide_progress(self) -> None:
        """Nothing is being made any more."""
        focused = QApplication.focusWidget()
        if focused is not None and self._progress.isAncestorOf(focused):
            self.save.setFocus()
        self._progress.hide()

    def say(self, words: str, *, deletable: bool = False) -> None:
        """Say what came of it, and offer to delete the file again."""
        delete = [secondary(self.tr("Delete the file I saved"), "delete-saved")] if deletable else []
        for button in delete:
            button.clicked.connect(self.delete_wanted)
        self._said.show_text(words, delete)
        tab_in_reading_order(self._column)

    def say_nothing(self) -> None:
        """Take back what was said."""
        self._said.clear()

    def _first_row(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, 12)
        plain = choice(self.tr("As plain text"), "as-plain-text")
        plain.clicked.connect(self.plain_wanted)
        self.names.clicked.connect(self.names_wanted)
        flow.addWidget(plain)
        flow.addWidget(self.names)
        flow.add_stretch()
        for text, name, signal in (
            (self.tr("Copy"), "copy-summary", self.copy_wanted),
            (self.tr("Print…"), "print-summary", self.print_wanted),
            (self.tr("Show on screen"), "show-on-screen", self.screen_wanted),
        ):
            flow.addWidget(_pressed(secondary(text, name), signal))
        return row

    def _second_row(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, 12)
        flow.addWidget(Lines((self._length, self._note), (self._about,)))
        flow.add_stretch()
        flow.addWidget(field_label(self.tr("Save as"), self._chooser))
        flow.addWidget(self._chooser)
        flow.addWidget(_pressed(self.save, self.save_wanted))
        return row

    def _formats(self) -> Chooser:
        chooser = Chooser("save-as", self.tr("Save as"))
        for format in FIRST:
            chooser.addItem(name_of(format), format)
        chooser.insertSeparator(len(FIRST))
        for format in FOR_PROGRAMS:
            chooser.addItem(self.tr("For programs: {0}").format(name_of(format)), format)
        return chooser

    def _making(self) -> QWidget:
        flow = FlowLayout(self._progress, 12)
        flow.addWidget(self._done)
        flow.addWidget(_pressed(link(self.tr("Stop"), "stop-making"), self.stop_wanted))
        return self._progress

    @Slot(int)
    def _on_format(self, _place: int) -> None:
        self._show_about()
        self.format_chosen.emit(self.format)

    def _show_about(self) -> None:
        words = about(self.format)
        self._about.setText(words)
        self._chooser.setAccessibleDescription(words)
        locked = self.format == PDF_LOCKED
        self._password.setVisible(locked)
        if not locked:
            self._password.forget()
        tab_in_reading_order(self._column)


def _pressed(button: Button, signal: object) -> Button:
    button.clicked.connect(signal)
    return button
