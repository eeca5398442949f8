"""The file that leaves: the bytes of the preview, never over another file unasked."""

import hashlib
import stat

from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.gui.share.saving import folder
from tests.gui.share.seeding import SHARED


def save(page):
    page.findChild(QAbstractButton, "save-summary").click()


def notice(page):
    return page.findChild(QLabel, "share-notice-text").text()


def test_the_saved_file_is_the_preview_to_the_last_byte(page, dialogs, tmp_path, file_text, tick):
    tick("The coat stood").click()
    target = tmp_path / "mine.md"
    dialogs.answer(target)

    save(page)

    assert target.read_bytes() == page.preview.composed.data == file_text().encode()
    assert SHARED not in target.read_text(encoding="utf-8")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert notice(page) == "Saved as mine.md. This file is not encrypted."


def test_the_suggested_name_holds_only_dates(page, dialogs):
    save(page)

    assert dialogs.asked[0].suggested.name == "summary-2026-10-30-to-2026-11-23.md"


def test_what_left_is_recorded_with_its_hash(page, dialogs, tmp_path, context):
    target = tmp_path / "mine.md"
    dialogs.answer(target)

    save(page)

    (record,) = context.journal.summaries.records()
    assert record.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert record.file == str(target)


def test_a_name_without_an_ending_gets_one(page, dialogs, tmp_path):
    dialogs.answer(tmp_path / "mine")

    save(page)

    assert (tmp_path / "mine.md").exists()


def test_an_existing_file_stays_until_the_person_says_so_in_the_page(page, dialogs, tmp_path):
    target = tmp_path / "mine.md"
    target.write_text("Older.", encoding="utf-8")
    dialogs.answer(target)

    save(page)

    assert target.read_text(encoding="utf-8") == "Older."
    assert notice(page) == "There is already a file called mine.md."

    page.findChild(QAbstractButton, "overwrite").click()

    assert target.read_bytes() == page.preview.composed.data
    assert notice(page) == "Saved as mine.md. This file is not encrypted."


def test_another_name_can_be_chosen_instead(page, dialogs, tmp_path):
    (tmp_path / "mine.md").write_text("Older.", encoding="utf-8")
    dialogs.answer(tmp_path / "mine.md", tmp_path / "other.md")
    save(page)

    page.findChild(QAbstractButton, "other-name").click()

    assert (tmp_path / "other.md").exists()
    assert (tmp_path / "mine.md").read_text(encoding="utf-8") == "Older."


def test_a_cancelled_dialog_saves_and_records_nothing(page, dialogs, context):
    dialogs.answer(None)

    save(page)

    assert context.journal.summaries.records() == ()
    assert notice(page) == ""


def test_a_missing_folder_is_said_in_plain_words(page, dialogs, tmp_path, context):
    dialogs.answer(tmp_path / "gone" / "mine.md")

    save(page)

    assert notice(page).startswith("The file cannot be saved at that place.")
    assert context.journal.summaries.records() == ()


def test_the_folder_is_offered_again(page, dialogs, tmp_path, context):
    (tmp_path / "therapy").mkdir()
    dialogs.answer(tmp_path / "therapy" / "mine.md")
    save(page)

    assert context.journal.settings.get("share.folder") == str(tmp_path / "therapy")
    assert folder(str(tmp_path / "therapy")) == tmp_path / "therapy"
    assert folder(str(tmp_path / "gone")) == folder("")
