"""A summary of years: making its PDF never holds the window, says how far it is, and can be stopped."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from kat_journal.domain.summary import Quote, Section, Summary, Table
from kat_journal.gui.share.pdf import Painting
from kat_journal.gui.share.saving import Saving
from tests.gui.share.saving_steps import choose, press, said, save

WORDS = "The river was high, and I walked along it until the bridge. " * 3
ROWS = tuple((f"Session {number}", "Intention", "To be gentle with what comes.") for number in range(250))
LONG = Summary(
    "Notes",
    (),
    (Section("Sessions", (Table(("Session", "What", "Words"), ROWS),)),
     Section("Words", tuple(Quote(WORDS, f"Day {number}. What did you see?") for number in range(700)))),
    (),
)  # fmt: skip


@pytest.fixture
def long(page, qtbot):
    """The page with years in it, as a PDF."""
    choose(page, "pdf")
    saving = page.findChildren(Saving)[0]
    qtbot.waitUntil(lambda: saving.made is not None and saving.made.composed.data is None)
    saving.made = replace(saving.made, composed=replace(saving.made.composed, summary=LONG))
    return page


def shows_progress(page):
    return page.findChild(QLabel, "making").isVisible()


def test_its_progress_is_said_and_the_file_comes(long, dialogs, tmp_path, qtbot):
    dialogs.answer(tmp_path / "mine.pdf")

    save(long)

    assert shows_progress(long)
    qtbot.waitUntil(lambda: said(long).startswith("Saved as mine.pdf"), timeout=60_000)
    assert not shows_progress(long)
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")


def test_it_can_be_stopped_and_then_nothing_is_saved(long, dialogs, tmp_path, context):
    dialogs.answer(tmp_path / "mine.pdf")
    save(long)

    press(long, "stop-making")

    assert not shows_progress(long)
    assert said(long) == "Stopped. Nothing was saved or printed; your choice is kept."
    assert list(tmp_path.glob("*.pdf")) == []
    assert context.journal.summaries.records() == ()


class Paper(QPrinter):
    """A printer that takes pages: what this one makes of them is a file that the program does not know of."""

    def outputFileName(self):
        return ""


@pytest.mark.parametrize(("kind", "words", "left"), [
    (Paper, "Stopped. Pages that the printer had already may still come out; your choice is kept.", 1),
    (QPrinter, "Stopped. Nothing was saved or printed; your choice is kept.", 0),
])  # fmt: skip
def test_printing_that_is_stopped_says_what_may_be_on_paper_already(long, dialogs, tmp_path, qtbot, kind, words, left):
    dialogs.printer = kind(QPrinter.PrinterMode.HighResolution)
    dialogs.printer.setOutputFileName(str(tmp_path / "print.pdf"))
    press(long, "print-summary")
    qtbot.waitUntil(lambda: (tmp_path / "print.pdf").exists(), timeout=60_000)

    press(long, "stop-making")

    assert said(long) == words
    assert len(list(tmp_path.glob("*.pdf"))) == left


def test_most_steps_are_far_shorter_than_a_frame(theme):
    painting, lengths, last = Painting(LONG, "A4"), [], perf_counter()
    for _ in painting.steps():
        now = perf_counter()
        lengths.append(now - last)
        last = now

    lengths.sort()
    assert len(lengths) > 900
    assert lengths[len(lengths) * 9 // 10] < 0.016
