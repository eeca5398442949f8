"""Where the journal is, and what lies beside it."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.settings import build


def test_a_copy_that_a_sync_program_left_is_named_and_stays(context, qtbot):
    folder = context.journal.folder
    (folder / "journal (conflicted copy 2026-11-24).db").write_bytes(b"theirs")
    page = build(Place(PageName.SETTINGS), context, None)
    qtbot.addWidget(page)
    page.show()
    copies = page.findChild(QWidget, "journal-copies")
    assert copies.isVisible()
    assert "journal (conflicted copy 2026-11-24).db" in copies.text()
    assert (folder / "journal (conflicted copy 2026-11-24).db").read_bytes() == b"theirs"


def test_without_a_copy_nothing_is_said(context, qtbot):
    page = build(Place(PageName.SETTINGS), context, None)
    qtbot.addWidget(page)
    page.show()
    assert not page.findChild(QWidget, "journal-copies").isVisible()


def test_what_was_saved_is_said_to_be_readable_and_its_list_is_one_step_away(context, qtbot):
    page = build(Place(PageName.SETTINGS), context, None)
    qtbot.addWidget(page)
    page.show()
    words = " ".join(one.text() for one in page.findChildren(QLabel) if one.objectName().startswith("where-"))
    assert "A summary, a picture or a paper that you save is an ordinary file. Whoever finds it can read it" in words
    moves = []
    context.navigator.moved.connect(moves.append)

    page.findChild(QAbstractButton, "open-shared").click()

    assert moves == [Place(PageName.SHARED)]
