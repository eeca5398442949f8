"""What is changed while a file is on its way: nothing leaves that is no longer ticked, and nothing in the clear."""

from dataclasses import replace
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from kat_journal.domain.summary import Quote, Section, Summary
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from kat_journal.gui.share.pdf import Painting
from kat_journal.gui.share.saving import Outgoing, Saving
from kat_journal.gui.share.slices import Slices
from tests.gui.share.saving_steps import choose, notice, press, said, save, type_password
from tests.gui.share.seeding import seed

WORDS = "The river was high, and I walked along it until the bridge. " * 3
LONG = Summary(
    "Notes", (), (Section("Words", tuple(Quote(WORDS, f"Day {number}.") for number in range(700))),), ()
)  # fmt: skip


@pytest.fixture
def saving(page, qtbot):
    found = page.findChildren(Saving)[0]
    qtbot.waitUntil(lambda: found.made is not None)
    return found


@pytest.fixture
def long(page, saving, qtbot):
    """The page while a PDF of years is chosen."""
    choose(page, "pdf")
    qtbot.waitUntil(lambda: saving.made.composed.data is None)
    saving.made = replace(saving.made, composed=replace(saving.made.composed, summary=LONG))
    return page


def test_an_answer_to_replace_that_comes_after_another_tick_never_writes_the_file_before_it(
    page, dialogs, tmp_path, tick
):
    target = tmp_path / "mine.md"
    target.write_text("Older.", encoding="utf-8")
    dialogs.answer(target, target)
    save(page)
    assert notice(page) == "There is already a file called mine.md."

    tick("The coat stood").click()
    page.overwrite_wanted.emit()  # a press that was on its way

    assert target.read_text(encoding="utf-8") == "Older."
    assert len(dialogs.asked) == 2
    press(page, "overwrite")
    assert target.read_bytes() == page.preview.composed.data
    assert "The coat stood" not in target.read_text(encoding="utf-8")


def test_a_tick_while_the_pages_are_made_stops_them_and_says_so(long, dialogs, tmp_path, tick, qtbot, saving, context):
    check = tick("The coat stood")
    dialogs.answer(tmp_path / "mine.pdf")
    save(long)

    check.click()

    assert said(long) == "You changed your choice while the pages were made. Nothing was saved or printed yet."
    assert not any(one.is_running for one in saving.findChildren(Slices))
    assert not list(tmp_path.glob("*.pdf"))
    assert context.journal.summaries.records() == ()
    dialogs.answer(tmp_path / "mine.pdf")
    save(long)
    qtbot.waitUntil(lambda: said(long).startswith("Saved as mine.pdf"), timeout=20_000)


def test_a_second_press_while_the_pages_are_made_waits_and_loses_nothing(long, dialogs, tmp_path, qtbot):
    dialogs.answer(tmp_path / "mine.pdf")
    save(long)

    save(long)
    assert said(long) == "One moment: the pages before these are still being made."
    press(long, "print-summary")
    assert said(long) == "One moment: the pages before these are still being made."

    assert len(dialogs.asked) == 1
    qtbot.waitUntil(lambda: said(long).startswith("Saved as mine.pdf"), timeout=60_000)


def test_a_pdf_with_a_password_is_never_written_without_one(page, saving, tmp_path, qtbot):
    choose(page, "pdf-locked")
    qtbot.waitUntil(lambda: saving.made.wish.format == "pdf-locked")
    type_password(page, "seven gulls")
    page.actions.forget_password()  # while the system's dialog was open

    saving._make(Outgoing(saving.made, tmp_path / "mine.pdf"))

    assert notice(page) == "The password needs at least eight letters."
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.qt_log_ignore("begin.*Returned false")  # Qt says so on its own
def test_a_printer_that_does_not_take_it_is_not_said_to_have(page, dialogs, tmp_path, context):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    dialogs.printer = printer

    press(page, "print-summary")

    assert said(page) == ""
    assert notice(page).startswith("The printer did not take it.")
    assert context.journal.summaries.records() == ()


def test_without_the_list_of_names_there_is_no_file_with_the_names(qtbot, context, clock, vault):
    seed(context.journal, clock)
    with vault.connection.writing():
        vault.connection.execute("DROP TABLE replacement")

    page = build(Place(PageName.SHARE), context, None)
    qtbot.addWidget(page)

    assert page.findChildren(Saving)[0].made is None
    assert page.preview.composed is None
    assert notice(page)


def test_work_that_ended_or_was_stopped_holds_nothing_any_more(qapp):
    slices = Slices(None)
    ended, stopped = (Painting(Summary("Notes", (), (), ()), "A4") for _ in range(2))
    died = [ref(one) for one in (ended, stopped)]

    slices.run(iter([]), ended.binding)
    slices.run(endless(), stopped.binding)
    del ended, stopped
    assert [one() is None for one in died] == [True, False]
    slices.stop()

    assert died[1]() is None


def endless():
    while True:
        yield


def test_what_binds_the_pages_elsewhere_holds_nothing_of_qt(theme):
    painting = Painting(Summary("Notes", (), (Section("Words", (Quote("A walk."),)),), ()), "A4")
    for _ in painting.steps():
        pass

    binding = painting.binding()

    held = [*binding.args, *binding.keywords.values()]
    assert held
    assert not [one for one in held if isinstance(one, (QObject, QWidget, Painting))]
    assert getattr(binding.func, "__self__", None) is None
    assert binding().startswith(b"%PDF")
