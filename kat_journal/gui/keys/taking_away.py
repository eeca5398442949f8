"""Prints the sheet, or saves it as a file of one's own."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot

from kat_journal.errors import AlreadyExistsError
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.keys.paper import document_of
from kat_journal.gui.keys.sheet import Sheet, text_of
from kat_journal.gui.keys.sheet_page import SheetPage
from kat_journal.gui.printing import pdf_of, print_on

NAME = "kat-journal-recovery-kit"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file on its way out."""

    data: bytes
    path: Path


class TakingAway(QObject):
    """Decides what the buttons under the sheet do."""

    def __init__(self, page: SheetPage, sheet: Sheet, context: PageContext) -> None:
        super().__init__(page)
        self._page = page
        self._sheet = sheet
        self._context = context
        self._outgoing: Outgoing | None = None
        page.print_asked.connect(self._on_print)
        page.pdf_asked.connect(self._on_pdf)
        page.text_asked.connect(self._on_text)
        page.overwrite_asked.connect(self._on_overwrite)

    @Slot()
    def _on_print(self) -> None:
        printer = self._context.dialogs.choose_printer(self._page, self.tr("Print the recovery kit"))
        if printer is not None:
            print_on(printer, document_of(self._sheet), self._sheet.title)
            self._page.say_printed()

    @Slot()
    def _on_pdf(self) -> None:
        if (path := self._ask(".pdf", self.tr("PDF (*.pdf)"))) is not None:
            self._write(Outgoing(pdf_of(document_of(self._sheet), self._sheet.title), path))

    @Slot()
    def _on_text(self) -> None:
        if (path := self._ask(".txt", self.tr("Text (*.txt)"))) is not None:
            self._write(Outgoing(text_of(self._sheet).encode(), path))

    @Slot()
    def _on_overwrite(self) -> None:
        if self._outgoing is not None:
            self._write(self._outgoing, overwrite=True)

    def _ask(self, suffix: str, filters: str) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = (Path(documents) if documents else Path.home()) / f"{NAME}{suffix}"
        chosen = self._context.dialogs.save_file(self._page, self.tr("Save the recovery kit"), suggested, filters)
        return chosen if chosen is None or chosen.suffix else chosen.with_suffix(suffix)

    def _write(self, outgoing: Outgoing, *, overwrite: bool = False) -> None:
        self._outgoing = outgoing
        save = self._context.journal.exports.save
        self._context.tasks.journal(
            partial(save, outgoing.data, outgoing.path, overwrite=overwrite),
            context=self,
            then=lambda _: self._on_saved(outgoing.path.name),
            failed=self._on_failed,
        )

    def _on_saved(self, name: str) -> None:
        self._outgoing = None
        self._page.say_saved(name)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, AlreadyExistsError) and self._outgoing is not None:
            self._page.ask_overwrite(self._outgoing.path.name)
        else:
            self._page.show_problem(plain_words(error))
