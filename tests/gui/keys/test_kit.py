"""Making a recovery kit: the sheet is taken away, and typed back in part before it counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from kat_journal.errors import WrongPassphraseError, WrongRecoveryCodeError
from kat_journal.gui.keys import build
from kat_journal.gui.navigation import PageName, Place
from kat_journal.storage.opening import open_with_seed
from kat_journal.storage.recovery_code import seed_of


@pytest.fixture
def page(qtbot, context):
    page = build(Place(PageName.KEYS), context, None)
    qtbot.addWidget(page)
    page.resize(1180, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.start_focus()
    return page


@pytest.fixture
def sheet(page, passphrase):
    """The page with the sheet of a first kit on it."""
    ask(page, passphrase)
    return page


def shown(page, kind, name):
    return next((found for found in page.findChildren(kind, name) if found.isVisible()), None)


def press(page, name):
    shown(page, QAbstractButton, name).click()
    QApplication.processEvents()


def said(page, name):
    found = shown(page, QWidget, name)
    return found.text() if found is not None else ""


def ask(page, passphrase):
    press(page, "begin-kit")
    shown(page, QLineEdit, "kit-passphrase").setText(passphrase)
    press(page, "kit-go-on")


def code(page):
    return "-".join(shown(page, QLabel, f"group-{number}").text() for number in range(1, 9))


def type_back(page, change=str):
    groups = code(page).split("-")
    for number in range(1, 9):
        if (field := shown(page, QLineEdit, f"retype-{number}")) is not None:
            field.setText(change(groups[number - 1]))
    press(page, "kit-done")


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_passphrase_is_asked_for_before_anything_is_shown(page, passphrase, qtbot):
    assert "no recovery kit yet" in said(page, "kit-state")
    press(page, "begin-kit")
    assert shown(page, QLabel, "group-1") is None
    assert page.focusWidget().objectName() == "kit-passphrase"

    qtbot.keyClicks(page.focusWidget(), passphrase)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)

    assert seed_of(code(page))
    assert page.focusWidget().objectName() == "kit-print"


def test_a_wrong_passphrase_shows_nothing(page):
    ask(page, "not this one at all")

    assert said(page, "kit-notice").startswith(WrongPassphraseError.user_message)
    assert shown(page, QLabel, "group-1") is None


def test_an_empty_one_asks_nobody(page):
    ask(page, "")

    assert said(page, "kit-notice") == ""


def test_it_can_wait(page, passphrase):
    press(page, "begin-kit")
    shown(page, QLineEdit, "kit-passphrase").setText(passphrase)

    press(page, "cancel-kit")

    assert page.findChild(QLineEdit, "kit-passphrase").text() == ""
    assert page.focusWidget().objectName() == "begin-kit"


def test_two_groups_typed_back_make_it_count(sheet, journal):
    fields = [name for name in range(1, 9) if shown(sheet, QLineEdit, f"retype-{name}")]
    assert len(fields) == 2
    assert journal.keys.kit_made_on() is None

    type_back(sheet, str.lower)

    assert journal.keys.kit_made_on().isoformat() == "2026-11-23"
    assert "You made a recovery kit on 23 November 2026." in said(sheet, "kit-state")
    assert "Keep the sheet" in said(sheet, "kit-notice")
    assert shown(sheet, QLabel, "group-1") is None


def test_a_slip_in_them_does_not_make_it_count(sheet, journal):
    type_back(sheet, lambda group: group[::-1] + "2")

    assert "not what stands on the sheet" in said(sheet, "retype-notice")
    assert sheet.focusWidget().objectName().startswith("retype-")
    assert journal.keys.kit_made_on() is None
    assert code(sheet)


def test_leaving_makes_no_kit_and_takes_the_code_from_the_screen(sheet, journal):
    letters = code(sheet).split("-")

    press(sheet, "kit-leave")
    QApplication.processEvents()

    assert journal.keys.kit_made_on() is None
    assert not any(group in words(sheet) for group in letters)
    assert sheet.place() == Place(PageName.KEYS)


def test_where_to_use_it_and_what_a_finder_could_do_are_said(sheet):
    assert "Choose “I forgot it”" in words(sheet)
    assert "Whoever has this sheet" in words(sheet)


def test_the_code_is_never_in_the_clipboard(sheet):
    label = shown(sheet, QLabel, "group-1")

    assert not label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert code(sheet) not in QApplication.clipboard().text()


def test_it_is_printed(sheet, dialogs, tmp_path):
    press(sheet, "kit-print")
    assert said(sheet, "sheet-notice") == "", "nothing was chosen"

    dialogs.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialogs.printer.setOutputFileName(str(tmp_path / "out.pdf"))
    press(sheet, "kit-print")

    assert (tmp_path / "out.pdf").stat().st_size > 0
    assert "Sent to the printer" in said(sheet, "sheet-notice")


@pytest.mark.parametrize(("button", "suffix"), [("kit-pdf", ".pdf"), ("kit-text", ".txt")])
def test_it_is_saved_for_its_owner_alone_and_must_not_stay(sheet, dialogs, tmp_path, button, suffix):
    press(sheet, button)
    assert dialogs.asked[0].suggested.name == f"kat-journal-recovery-kit{suffix}"
    assert said(sheet, "sheet-notice") == "", "nothing was chosen"

    dialogs.answer(tmp_path / "kit")
    press(sheet, button)

    saved = tmp_path / f"kit{suffix}"
    assert saved.stat().st_mode & 0o777 == 0o600
    assert f"Saved as kit{suffix}. Do not leave this file on this computer" in said(sheet, "sheet-notice")
    if suffix == ".txt":
        assert code(sheet).split("-")[7] in saved.read_text()


def test_another_file_is_replaced_only_on_request(sheet, dialogs, tmp_path):
    taken = tmp_path / "kit.txt"
    taken.write_text("mine")
    dialogs.answer(taken)
    press(sheet, "kit-text")
    assert "already a file kit.txt" in said(sheet, "sheet-notice")
    assert taken.read_text() == "mine"

    press(sheet, "kit-overwrite")

    assert "recovery kit" in taken.read_text()


def test_a_place_that_is_not_there_is_said(sheet, dialogs, tmp_path):
    dialogs.answer(tmp_path / "nowhere" / "kit.pdf")

    press(sheet, "kit-pdf")

    assert "cannot be saved at that place" in said(sheet, "sheet-notice")


@pytest.fixture
def second(sheet, passphrase):
    """The page with the sheet of a new kit on it, and the code of the first one."""
    first = code(sheet)
    type_back(sheet)
    ask(sheet, passphrase)
    return sheet, first


def test_a_new_kit_makes_the_old_one_useless_and_says_so(second, journal, vault):
    page, first = second
    new = code(page)

    assert new != first
    assert "no longer opens this journal" in said(page, "old-kit")
    assert "still open with the old code" in said(page, "old-kit")
    assert journal.keys.kit_made_on() is None, "not before it is typed back"
    vault.close()
    with pytest.raises(WrongRecoveryCodeError):
        open_with_seed(vault.folder, seed_of(first))
    open_with_seed(vault.folder, seed_of(new)).close()


def test_after_a_session_a_new_kit_can_wait_but_a_first_one_is_never_held_off(sheet, journal, passphrase):
    type_back(sheet)
    journal.courses.just_had()
    press(sheet, "begin-kit")
    assert "This can wait until tomorrow" in said(sheet, "kit-notice")

    press(sheet, "kit-wait")
    assert shown(sheet, QLineEdit, "kit-passphrase") is None
    press(sheet, "begin-kit")
    press(sheet, "kit-anyway")

    assert shown(sheet, QLineEdit, "kit-passphrase") is not None


def test_trouble_is_said_in_the_page(page, vault, passphrase):
    vault.folder.joinpath("keys.json").unlink()
    vault.folder.joinpath("keys.json.bak").unlink()

    ask(page, passphrase)

    assert "key file" in said(page, "kit-notice")


def test_a_page_over_a_journal_that_cannot_be_read_says_so(qtbot, context, vault):
    vault.close()

    page = build(Place(PageName.KEYS), context, None)
    qtbot.addWidget(page)
    page.show()

    assert said(page, "keys-notice") != ""
