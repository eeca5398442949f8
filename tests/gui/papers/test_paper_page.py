"""The page of a paper: all that will be printed is seen first, and nothing is added without a tick."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import FormId, ItemId, Uid
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PLAN, PLAN_PAPER, SITTER_PAPER, PageName, Place
from kat_journal.gui.papers import build
from kat_journal.gui.runner import build as build_runner


def button(page, name):
    return page.findChild(QAbstractButton, name)


def shown(page):
    QCoreApplication.processEvents()  # what has just been put on a page is shown a moment later
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def write(journal, form, **answers):
    draft = journal.responses.new(FormId(form)).draft
    for item, text in answers.items():
        journal.responses.save(draft, Answer(ItemId(item.replace("_", "-")), text=text))


@pytest.fixture
def open_paper(qtbot, context):
    def open_paper(line, **where):
        page = build(Place(PageName.PAPER, line=line, **where), context, None)
        qtbot.addWidget(page)
        page.resize(900, 900)
        page.show()
        page.start_focus()
        return page

    return open_paper


@pytest.fixture
def plan(journal, open_paper):
    journal.support.put_contact(Contact(Uid("u-1"), ContactKind.PERSON, "Maya", "07700 900123"))
    write(journal, PLAN, reasons="The <b>garden</b>\nin June")
    write(journal, "core:free-page", words="Nobody else's business")
    return open_paper(PLAN_PAPER)


def test_all_of_the_plan_is_seen_before_it_is_printed(plan):
    text = shown(plan)

    for words in ("Reasons and promises that are mine", "The <b>garden</b>\nin June", "Maya: 07700 900123", "999"):
        assert words in text
    assert "How I know it is getting hard" not in text
    assert "business" not in text
    assert "not encrypted" in text
    assert "It fits on one page." in text
    assert plan.focusWidget() is button(plan, "paper-print")


def test_the_people_from_support_can_be_left_out(plan, qtbot):
    qtbot.mouseClick(button(plan, "paper-add"), Qt.MouseButton.LeftButton)

    assert "Maya" not in shown(plan)
    assert "The <b>garden</b>" in shown(plan)


def test_without_people_there_is_nothing_to_leave_out(journal, open_paper):
    write(journal, PLAN, reasons="The garden")

    assert not button(open_paper(PLAN_PAPER), "paper-add").isVisible()


def test_a_plan_without_words_leads_to_the_plan(open_paper, context, qtbot):
    page = open_paper(PLAN_PAPER)
    assert not button(page, "paper-print").isVisible()
    assert "no words yet" in shown(page)

    with qtbot.waitSignal(context.navigator.moved) as moved:
        qtbot.mouseClick(button(page, "paper-write"), Qt.MouseButton.LeftButton)

    assert moved.args[0] == Place(PageName.RUNNER, form_id=PLAN)


def test_a_long_plan_says_that_it_takes_more_pages(journal, open_paper):
    write(journal, PLAN, reasons="A line of words.\n" * 70)

    assert "it takes 2 pages" in shown(open_paper(PLAN_PAPER))


def test_what_others_should_do_is_on_the_card_only_once_it_is_ticked(journal, open_paper, qtbot):
    write(journal, "core:intention", beside_you="Hold my hand", intention="Rest")
    page = open_paper(SITTER_PAPER)
    assert "Hold my hand" not in shown(page)
    assert "Lay me on my side and stay." in shown(page)

    qtbot.mouseClick(button(page, "paper-add"), Qt.MouseButton.LeftButton)

    assert "Hold my hand" in shown(page)
    assert "Rest" not in shown(page)


def test_without_such_words_nothing_can_be_added(open_paper):
    assert not button(open_paper(SITTER_PAPER), "paper-add").isVisible()


def test_the_pdf_is_saved_under_a_plain_name_and_said_to_be_readable(plan, qtbot, dialogs, tmp_path):
    dialogs.answer(tmp_path / "my-plan")

    qtbot.mouseClick(button(plan, "paper-pdf"), Qt.MouseButton.LeftButton)

    assert dialogs.asked[0].suggested.name == "plan-for-hard-hours.pdf"
    assert (tmp_path / "my-plan.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved as my-plan.pdf. The file is not encrypted" in shown(plan)


def test_a_file_that_is_there_is_replaced_only_when_asked(plan, qtbot, dialogs, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"before")
    dialogs.answer(tmp_path / "a.pdf")
    qtbot.mouseClick(button(plan, "paper-pdf"), Qt.MouseButton.LeftButton)
    assert (tmp_path / "a.pdf").read_bytes() == b"before"

    qtbot.mouseClick(button(plan, "paper-overwrite"), Qt.MouseButton.LeftButton)

    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved as a.pdf" in shown(plan)


def test_a_place_that_takes_no_file_is_told(plan, qtbot, dialogs, tmp_path):
    dialogs.answer(tmp_path / "missing" / "a.pdf", None)
    qtbot.mouseClick(button(plan, "paper-pdf"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(plan, "paper-pdf"), Qt.MouseButton.LeftButton)

    assert "cannot be saved at that place" in shown(plan)


def test_it_is_printed_where_a_printer_was_chosen(plan, qtbot, dialogs, tmp_path):
    qtbot.mouseClick(button(plan, "paper-print"), Qt.MouseButton.LeftButton)
    assert "Sent to the printer" not in shown(plan)

    dialogs.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialogs.printer.setOutputFileName(str(tmp_path / "out.pdf"))
    qtbot.mouseClick(button(plan, "paper-print"), Qt.MouseButton.LeftButton)

    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert dialogs.printer.docName() == "My plan for hard hours"
    assert "Sent to the printer" in shown(plan)


def test_back_leads_where_the_person_came_from(plan, qtbot, context):
    context.navigator.go(Place(PageName.SUPPORT))
    context.navigator.go(plan.place())

    with qtbot.waitSignal(context.navigator.moved) as moved:
        button(plan, "paper-back").click()

    assert moved.args[0].name is PageName.SUPPORT


@pytest.mark.parametrize(("form", "offered"), [(PLAN, True), ("core:free-page", False)])
def test_the_plan_leads_to_its_paper_from_where_it_is_written(qtbot, context, form, offered):
    page = build_runner(Place(PageName.RUNNER, form_id=FormId(form)), context, None)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    link = button(page, "print-plan")
    assert link.isVisibleTo(page) is offered
    if offered:
        with qtbot.waitSignal(context.navigator.moved) as moved:
            link.click()
        assert moved.args[0] == Place(PageName.PAPER, line=PLAN_PAPER)
