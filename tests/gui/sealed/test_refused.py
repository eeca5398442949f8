"""A disk that refuses: the words stay where they are seen, it is tried again, and nobody loses them unknowingly."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kat_journal.errors import CannotSealError, DiskFullError, SealedPageFullError
from kat_journal.gui.sealed import keeper
from tests.gui.sealed.conftest import LaterTasks, press, state, trouble, words


def test_words_that_cannot_be_kept_stay_and_it_says_why(page, disk, qtbot):
    disk.refusal = DiskFullError()
    qtbot.keyClicks(words(page), "The sea")
    page.flush()

    assert state(page) == "Not kept yet"
    assert DiskFullError.user_message in trouble(page)
    assert "Your words are still here." in trouble(page)
    assert words(page).words() == "The sea"


def test_they_can_be_copied(page, disk, qtbot):
    disk.refusal = DiskFullError()
    qtbot.keyClicks(words(page), "The sea")
    page.flush()

    press(page, "copy-words")

    assert QApplication.clipboard().text() == "The sea"


def test_it_is_tried_again_by_itself(page, disk, qtbot):
    disk.refusal = DiskFullError()
    qtbot.keyClicks(words(page), "The sea")
    page.flush()
    assert trouble(page) != ""
    disk.refusal = None

    page.findChild(keeper.Keeper)._retry.timeout.emit()

    assert (disk.kept, state(page), trouble(page)) == (["The sea"], "Kept", "")


def test_the_same_trouble_is_said_once_however_often_it_is_tried(page, disk, qtbot):
    disk.refusal = DiskFullError()
    qtbot.keyClicks(words(page), "The sea")
    page.flush()
    button = page.findChild(QAbstractButton, "copy-words")

    page.flush()

    assert page.findChild(QAbstractButton, "copy-words") is button


def test_leaving_stays_when_something_would_be_lost_and_the_person_decides(page, disk, backs, qtbot):
    disk.refusal = DiskFullError()
    qtbot.keyClicks(words(page), "The sea")

    press(page, "enough")
    assert backs == []

    press(page, "leave-without")
    assert backs == [""]
    page.flush()
    assert disk.kept == []


def test_closing_stays_when_something_would_be_lost_and_goes_once_it_is_kept(page, disk, qtbot):
    disk.refusal = DiskFullError()
    qtbot.keyClicks(words(page), "The sea")

    page.close()
    assert page.isVisible()
    assert page.findChild(QAbstractButton, "leave-without").isVisible()

    disk.refusal = None
    page.close()
    assert not page.isVisible()


def test_an_earlier_failure_is_no_news_when_a_later_save_is_on_its_way(show, disk, qtbot):
    tasks = LaterTasks()
    page = show(tasks)
    qtbot.keyClicks(words(page), "The")
    page.flush()
    qtbot.keyClicks(words(page), " sea")
    page.flush()
    disk.refusal = DiskFullError()
    first, *others = tasks.waiting[1:]
    first()
    assert trouble(page) == ""

    disk.refusal = None
    for other in others:
        other()

    assert (disk.kept, state(page)) == (["The sea"], "Kept")


def test_a_page_that_is_full_says_so_and_is_tried_again_when_it_is_shorter(page, disk, qtbot):
    disk.refusal = SealedPageFullError()
    qtbot.keyClicks(words(page), "The sea")
    page.flush()
    assert SealedPageFullError.hint in trouble(page)

    disk.refusal = None
    qtbot.keyClick(words(page), Qt.Key.Key_Backspace)
    page.flush()

    assert (disk.kept, trouble(page)) == (["The se"], "")


# When nothing can be kept at all


def test_where_no_words_can_be_kept_none_are_taken(show, disk, backs):
    disk.useless = CannotSealError()
    page = show()

    assert trouble(page) == f"{CannotSealError.user_message} {CannotSealError.hint}"
    assert not words(page).isVisible()
    assert page.findChild(QAbstractButton, "enough").hasFocus()

    press(page, "enough")
    assert backs == [""]


def test_words_that_were_typed_before_that_was_known_stay_in_sight(show, disk, backs, qtbot):
    disk.useless = disk.refusal = CannotSealError()
    tasks = LaterTasks()
    page = show(tasks)
    qtbot.keyClicks(words(page), "The sea")

    page.flush()
    tasks.go_on()

    assert words(page).isVisible()
    assert words(page).isReadOnly()
    assert trouble(page) == f"{CannotSealError.user_message} {CannotSealError.hint}"
    press(page, "enough")
    assert backs == [""]


def test_an_error_that_nobody_expected_is_said_too(page, disk, qtbot, caplog):
    disk.refusal = RuntimeError("The sea")
    qtbot.keyClicks(words(page), "The sea")
    page.flush()

    assert "Something went wrong." in trouble(page)
    assert "The sea" not in caplog.text
