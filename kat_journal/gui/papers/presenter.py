"""Decides what stands on a paper, prints it, and saves it as a PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot

from kat_journal.errors import AlreadyExistsError
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PLAN, PageName, Place
from kat_journal.gui.papers import plan_paper, sitter_paper
from kat_journal.gui.papers.paper import Paper
from kat_journal.gui.papers.setting import document_of, sizes_of
from kat_journal.gui.papers.view import PaperView
from kat_journal.gui.printing import Fitting, pages_of, pdf_to_fit, print_to_fit
from kat_journal.services.papers import PlanWords, SitterWords


class PaperPresenter(QObject):
    """Shows one paper, and takes it away as the person asks."""

    def __init__(self, view: PaperView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._make: Callable[[bool], Paper] | None = None
        self._paper: Paper | None = None
        self._outgoing: tuple[bytes, Path] | None = None
        view.back_asked.connect(context.navigator.back)
        view.added.connect(self._on_added)
        view.print_asked.connect(self._on_print)
        view.pdf_asked.connect(self._on_pdf)
        view.overwrite_asked.connect(self._on_overwrite)
        view.plan_asked.connect(self._on_plan)

    def read_plan(self) -> None:
        """Show the plan for hard hours."""
        self._read(self._context.journal.papers.plan, self._show_plan)

    def read_sitter(self) -> None:
        """Show the card for the person beside one."""
        work = partial(self._context.journal.papers.sitter, self._view.place().session_id)
        self._read(work, self._show_sitter)

    def _read(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._context.tasks.journal(work, context=self, then=then, failed=self._on_failed)

    def _show_plan(self, words: PlanWords) -> None:
        if not words.parts:
            self._view.show_empty_plan()
            return
        self._make = lambda people: plan_paper.paper_of(words, people=people)
        if words.numbers.people:
            self._view.show_addition(ticked=True)
        self._show(add=bool(words.numbers.people))

    def _show_sitter(self, words: SitterWords) -> None:
        self._make = lambda own: sitter_paper.paper_of(words, beside_me=own)
        if words.beside_me:
            self._view.show_addition(ticked=False)
        self._show(add=False)

    def _show(self, *, add: bool) -> None:
        if self._make is not None:
            self._paper = self._make(add)
            self._view.show_paper(self._paper, pages_of(_fitting(self._paper)))

    @Slot(bool)
    def _on_added(self, added: bool) -> None:
        self._show(add=added)

    @Slot()
    def _on_print(self) -> None:
        if self._paper is None:
            return
        paper = self._paper
        printer = self._context.dialogs.choose_printer(self._view, paper.title)
        if printer is not None:
            print_to_fit(printer, _fitting(paper), paper.title)
            self._view.say_printed()

    @Slot()
    def _on_pdf(self) -> None:
        if self._paper is None:
            return
        paper = self._paper
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = (Path(documents) if documents else Path.home()) / f"{paper.file_name}.pdf"
        ask = self._context.dialogs.save_file
        chosen = ask(self._view, self.tr("Save as PDF"), suggested, self.tr("PDF (*.pdf)"))
        if chosen is not None:
            path = chosen if chosen.suffix else chosen.with_suffix(".pdf")
            self._write(pdf_to_fit(_fitting(paper), paper.title), path)

    @Slot()
    def _on_overwrite(self) -> None:
        if self._outgoing is not None:
            self._write(*self._outgoing, overwrite=True)

    @Slot()
    def _on_plan(self) -> None:
        self._context.navigator.go(Place(PageName.RUNNER, form_id=PLAN))

    def _write(self, data: bytes, path: Path, *, overwrite: bool = False) -> None:
        self._outgoing = (data, path)
        self._context.tasks.journal(
            partial(self._context.journal.exports.save, data, path, overwrite=overwrite),
            context=self,
            then=partial(self._on_saved, path.name),
            failed=self._on_failed,
        )

    def _on_saved(self, name: str, _: object) -> None:
        self._outgoing = None
        self._view.say_saved(name)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, AlreadyExistsError) and self._outgoing is not None:
            self._view.ask_overwrite(self._outgoing[1].name)
        else:
            self._view.show_problem(plain_words(error))


def _fitting(paper: Paper) -> Fitting:
    return Fitting(partial(document_of, paper), sizes_of(paper))
