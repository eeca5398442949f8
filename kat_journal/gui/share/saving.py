"""The ways that the summary leaves: as a file, on paper, on the whole screen, on the clipboard; and its record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.sharing import ShareRecord
from kat_journal.errors import AlreadyExistsError, NothingChosenError
from kat_journal.gui.clipping import clipping
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.share.file_names import folder, with_suffix
from kat_journal.gui.share.formats import filters
from kat_journal.gui.share.loading import Made
from kat_journal.gui.share.paper_size import page_size
from kat_journal.gui.share.slices import Slices
from kat_journal.gui.share.view import ShareView
from kat_journal.services.exports import COPIED, PDF_LOCKED, PRINTED
from kat_journal.services.journal import OpenJournal

if TYPE_CHECKING:
    from kat_journal.gui.share.on_paper import Printing
    from kat_journal.gui.share.pdf import Painting


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file on its way out."""

    made: Made
    path: Path
    data: bytes = b""


class Saving(QObject):
    """Asks where, makes the file, writes it, and asks in the page before it replaces anything.

    Attributes:
        made: The file that the preview shows; None while nothing is chosen.
    """

    def __init__(self, view: ShareView, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self.made: Made | None = None
        self._view = view
        self._context = context
        self._outgoing: Outgoing | None = None
        self._saved: ShareRecord | None = None
        self._slices = Slices(self)
        self._work: object = None
        view.actions.stop_wanted.connect(self._on_stop)
        view.actions.delete_wanted.connect(self._on_delete)

    def begin(self) -> None:
        """Ask where to save what is shown now, and save it."""
        made = self._what_is_shown()
        if made is None or self._is_busy():
            return
        actions, format = self._view.actions, made.wish.format
        if format == PDF_LOCKED and not actions.take_password():
            self._view.show_problem(actions.ask_for_password())
            return
        exports = self._context.journal.exports
        suffix = exports.suffix(format)
        suggested = folder(made.wish.loaded.folder) / exports.suggested_name(made.wish.loaded.period, format)
        ask = self._context.dialogs.save_file
        chosen = ask(self._view, self.tr("Save summary"), suggested, filters(format, suffix))
        if chosen is not None:
            self._make(Outgoing(made, with_suffix(chosen, suffix)))

    def print_it(self) -> None:
        """Ask for a printer, and print what is shown now."""
        made = self._what_is_shown()
        if made is None or self._is_busy():
            return
        printer = self._context.dialogs.choose_printer(self._view, self.tr("Print"))
        if printer is None:
            return
        from kat_journal.gui.share.on_paper import Printing  # noqa: PLC0415 - dear, and most people never print

        printing = Printing(made.composed.summary, printer, self.tr("Notes"))
        self._walk(printing, printing.steps(), partial(self._on_printed, printing, made))

    def show_on_screen(self) -> None:
        """Cover the window with what is shown now. Nothing leaves the computer, so there is no record of it."""
        made = self._what_is_shown()
        if made is not None:
            from kat_journal.gui.share.on_screen import OnScreen  # noqa: PLC0415 - few people use it

            OnScreen(self._view.window(), self._context.theme).show_summary(made.composed.summary)

    def copy_text(self) -> None:
        """Copy what is shown as plain text: the file itself, where it is text."""
        made = self._what_is_shown()
        if made is None:
            return
        clipping().copy(made.composed.text)
        self._keep(made, COPIED)
        self._view.actions.say(self.tr("Copied. It can be pasted for one minute, then it is taken back."))

    def overwrite(self) -> None:
        """Put the file in place of the one that is there; one of an earlier choice is asked for anew."""
        outgoing = self._outgoing
        if outgoing is None or outgoing.made is not self.made:
            self.begin()
            return
        self._view.clear_notice()
        self._write(outgoing, overwrite=True)

    def choice_changed(self) -> None:
        """Pages that are being made are of an earlier choice: they go nowhere."""
        if self._work is not None:
            self._stop(self.tr("You changed your choice while the pages were made. Nothing was saved or printed yet."))

    def _what_is_shown(self) -> Made | None:
        self._view.clear_notice()
        self._view.actions.say_nothing()
        if self.made is None:
            self._view.show_problem(plain_words(NothingChosenError("nothing is ticked")))
        return self.made

    def _make(self, outgoing: Outgoing) -> None:
        data = outgoing.made.composed.data
        if data is not None:
            self._write(Outgoing(outgoing.made, outgoing.path, data), overwrite=False)
            return
        from kat_journal.gui.share.pdf import Painting  # noqa: PLC0415 - its library is dear

        password = self._view.actions.take_password() if outgoing.made.wish.format == PDF_LOCKED else None
        if password == "":
            self._view.show_problem(self._view.actions.ask_for_password())
            return
        painting = Painting(outgoing.made.composed.summary, page_size())
        self._walk(painting, painting.steps(), partial(self._bind, painting, password, outgoing))

    def _bind(self, painting: "Painting", password: str | None, outgoing: Outgoing) -> None:
        work = partial(_bound, painting.binding(), self._context.journal, password)
        then = partial(self._on_bound, painting, outgoing)
        self._context.tasks.pool(work, context=self, then=then, failed=self._on_not_bound)

    def _on_bound(self, painting: "Painting", outgoing: Outgoing, data: bytes) -> None:
        if self._work is painting:  # else it is not wanted any more
            self._work = None
            self._write(Outgoing(outgoing.made, outgoing.path, data), overwrite=False)

    def _on_not_bound(self, error: Exception) -> None:
        self._work = None
        self._on_failed(error)

    def _is_busy(self) -> bool:
        """Whether pages are being made; says so."""
        if self._work is not None:
            self._view.actions.say(self.tr("One moment: the pages before these are still being made."))
        return self._work is not None

    def _walk(self, work: object, steps: Iterator[None], done: partial[None]) -> None:
        """Walk through long work, saying how far it is once it takes more than a moment."""
        self._work = work
        self._slices.run(self._told(steps), partial(self._on_walked, done))
        if self._slices.is_running:
            self._view.actions.show_progress(0)

    def _told(self, steps: Iterator[None]) -> Iterator[None]:
        told = 0.0
        for _ in steps:
            part = float(getattr(self._work, "done", 0))
            if part - told >= 0.1:
                told = part
                self._view.actions.show_progress(part)
            yield

    def _on_walked(self, done: partial[None]) -> None:
        self._view.actions.hide_progress()
        done()

    @Slot()
    def _on_stop(self) -> None:
        self._stop(self.tr("Stopped. Nothing was saved or printed; your choice is kept."))

    def _stop(self, words: str) -> None:
        self._slices.stop()
        work, self._work = self._work, None
        if getattr(work, "is_on_paper", False):
            words = self.tr("Stopped. Pages that the printer had already may still come out; your choice is kept.")
        self._view.actions.hide_progress()
        self._view.actions.say(words)

    def _write(self, outgoing: Outgoing, *, overwrite: bool) -> None:
        self._outgoing = outgoing
        self._context.tasks.journal(
            partial(save, self._context.journal, outgoing, overwrite=overwrite),
            context=self,
            then=self._on_saved,
            failed=self._on_failed,
        )

    def _on_saved(self, record: ShareRecord) -> None:
        self._outgoing = None
        self._saved = record
        self._view.clear_notice()
        self._view.actions.forget_password()
        self._view.actions.say(self._saved_words(record), deletable=True)

    def _saved_words(self, record: ShareRecord) -> str:
        path = Path(record.file)
        where = self.tr("Saved as {0} in {1}.").format(path.name, path.parent.name or str(path.parent))
        if record.format == PDF_LOCKED:
            state = self.tr("It opens only with the password you chose.")
        else:
            state = self.tr("This file is not encrypted: whoever has it can read it.")
        after = self.tr("When an appointment in your journal is over, Today will offer to delete it.")
        return f"{where} {state} {after}"

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, AlreadyExistsError) and self._outgoing is not None:
            self._view.ask_overwrite(self._outgoing.path.name)
        else:
            self._view.show_problem(plain_words(error))

    @Slot()
    def _on_delete(self) -> None:
        record, self._saved = self._saved, None
        if record is not None:
            self._context.tasks.journal(
                partial(self._context.journal.saved_files.delete, record),
                context=self,
                then=self._on_deleted,
                failed=self._on_failed,
            )

    def _on_deleted(self, deleted: bool) -> None:
        gone = self.tr("The file is deleted. Copies that you sent or put elsewhere stay where they are.")
        kept = self.tr("The file was changed or moved since you saved it. It was left alone.")
        self._view.actions.say(gone if deleted else kept)

    def _on_printed(self, printing: "Printing", made: Made) -> None:
        self._work = None
        if printing.refused:
            words = self.tr("The printer did not take it. Nothing is lost. See that it is on, then print again.")
            self._view.show_problem(words)
            return
        if printing.file is not None:
            keep = partial(note_printed, self._context.journal, made, printing.file)
            self._context.tasks.journal(keep, context=self, then=self._on_saved, failed=self._on_failed)
            return
        self._keep(made, PRINTED)
        self._view.actions.say(self.tr("Sent to the printer."))

    def _keep(self, made: Made, way: str) -> None:
        """Note that it left without a file, so that Share can tell what is new since then."""
        work = partial(note, self._context.journal, made, way)
        self._context.tasks.journal(work, context=self, failed=self._on_failed)


def save(journal: OpenJournal, outgoing: Outgoing, *, overwrite: bool) -> ShareRecord:
    """Write the file, record what left, and note what to offer next time.

    One call on the journal thread, so that leaving the page or locking in between loses no record.
    """
    made, wish, data = outgoing.made, outgoing.made.wish, outgoing.data
    period = wish.loaded.period
    record = journal.exports.save_recorded(data, outgoing.path, period, made.leaving, wish.format, overwrite=overwrite)
    journal.saved_files.remember(outgoing.path, wish.format)
    journal.summaries.remember(wish.loaded.candidates, wish.chosen, wish.choice)
    return record


def note(journal: OpenJournal, made: Made, way: str) -> None:
    """Record what was printed or copied: there is no file, and the hash is that of the words."""
    wish = made.wish
    journal.exports.record(made.composed.text.encode(), None, wish.loaded.period, made.leaving, way)
    journal.summaries.remember(wish.loaded.candidates, wish.chosen, wish.choice)


def note_printed(journal: OpenJournal, made: Made, path: Path) -> ShareRecord:
    """Record a PDF that was chosen where a printer was asked for: it lies about like any file that was saved."""
    wish = made.wish
    journal.summaries.remember(wish.loaded.candidates, wish.chosen, wish.choice)
    return journal.exports.record_printed(path, wish.loaded.period, made.leaving)


def _bound(binding: Callable[[], bytes], journal: OpenJournal, password: str | None) -> bytes:
    data = binding()
    return data if password is None else journal.exports.locked(data, password)
