"""The file that leaves: the bytes of the preview, never over another file unasked."""

import hashlib
import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.gui.share.file_names import folder, with_suffix
from tests.gui.share.saving_steps import notice, press, said, save
from tests.gui.share.seeding import SHARED


def test_the_saved_file_is_the_preview_to_the_last_byte(page, dialogs, tmp_path, file_text, tick):
    tick("The coat stood").click()
    target = tmp_path / "mine.md"
    dialogs.answer(target)

    save(page)

    assert target.read_bytes() == page.preview.composed.data == file_text().encode()
    assert SHARED not in target.read_text(encoding="utf-8")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_the_page_says_where_it_is_who_can_read_it_and_when_it_can_go(page, dialogs, tmp_path):
    dialogs.answer(tmp_path / "mine.md")

    save(page)

    assert said(page) == (
        f"Saved as mine.md in {tmp_path.name}. This file is not encrypted: whoever has it can read it. "
        "When an appointment in your journal is over, Today will offer to delete it."
    )
    assert notice(page) == ""


def test_the_suggested_name_holds_only_dates(page, dialogs):
    save(page)

    (asked,) = dialogs.asked
    assert asked.suggested.name == "summary-2026-10-30-to-2026-11-23.md"
    assert asked.filters == "Markdown (*.md)"


def test_what_left_is_recorded_with_its_hash_and_with_what_is_in_it(page, dialogs, tmp_path, context):
    target = tmp_path / "mine.md"
    dialogs.answer(target)

    save(page)

    (record,) = context.journal.summaries.records()
    assert record.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert (record.file, record.format) == (str(target), "markdown")
    assert record.keys


def test_an_existing_file_stays_until_the_person_says_so_in_the_page(page, dialogs, tmp_path):
    target = tmp_path / "mine.md"
    target.write_text("Older.", encoding="utf-8")
    dialogs.answer(target)

    save(page)

    assert target.read_text(encoding="utf-8") == "Older."
    assert notice(page) == "There is already a file called mine.md."

    press(page, "overwrite")

    assert target.read_bytes() == page.preview.composed.data
    assert said(page).startswith("Saved as mine.md")


def test_another_name_can_be_chosen_instead(page, dialogs, tmp_path):
    (tmp_path / "mine.md").write_text("Older.", encoding="utf-8")
    dialogs.answer(tmp_path / "mine.md", tmp_path / "other.md")
    save(page)

    press(page, "other-name")

    assert (tmp_path / "other.md").exists()
    assert (tmp_path / "mine.md").read_text(encoding="utf-8") == "Older."


def test_a_cancelled_dialog_saves_and_records_nothing(page, dialogs, context):
    dialogs.answer(None)

    save(page)

    assert context.journal.summaries.records() == ()
    assert (notice(page), said(page)) == ("", "")


def test_the_folder_and_the_format_are_offered_again(page, dialogs, tmp_path, context):
    (tmp_path / "therapy").mkdir()
    dialogs.answer(tmp_path / "therapy" / "mine.md")
    save(page)

    saved_files = context.journal.saved_files
    assert saved_files.folder() == str(tmp_path / "therapy")
    assert saved_files.format(context.journal.exports) == "markdown"
    assert folder(str(tmp_path / "therapy")) == tmp_path / "therapy"
    assert folder(str(tmp_path / "gone")) == folder("")


def test_the_file_that_was_just_saved_can_be_deleted_right_there(page, dialogs, tmp_path, context):
    dialogs.answer(tmp_path / "mine.md")
    save(page)

    press(page, "delete-saved")

    assert not (tmp_path / "mine.md").exists()
    assert said(page) == "The file is deleted. Copies that you sent or put elsewhere stay where they are."
    assert len(context.journal.summaries.records()) == 1
    assert not [one for one in page.findChildren(QAbstractButton, "delete-saved") if one.isVisible()]


def test_a_file_that_was_changed_meanwhile_is_left_alone(page, dialogs, tmp_path):
    dialogs.answer(tmp_path / "mine.md")
    save(page)
    (tmp_path / "mine.md").write_text("Somebody's work.", encoding="utf-8")

    press(page, "delete-saved")

    assert (tmp_path / "mine.md").exists()
    assert said(page) == "The file was changed or moved since you saved it. It was left alone."


@pytest.mark.parametrize(("typed", "saved"), [
    ("mine", "mine.md"),
    ("mine.txt", "mine.txt"),
    ("From 3. November", "From 3. November.md"),
    ("Dr. Okafor", "Dr. Okafor.md"),
    ("Notes 27.11", "Notes 27.11.md"),
    ("mine.", "mine..md"),
])  # fmt: skip
def test_a_name_without_an_ending_gets_that_of_the_format(typed, saved):
    assert with_suffix(Path("folder") / typed, ".md") == Path("folder") / saved


def test_nothing_ticked_is_said_in_words(page, dialogs, qtbot):
    press(page, "tick-none")
    qtbot.waitUntil(lambda: page.preview.composed is None)

    for name in ("save-summary", "print-summary", "copy-summary", "show-on-screen"):
        press(page, name)
        assert notice(page)
    assert dialogs.asked == []


def test_every_label_of_the_row_is_plain_text(page):
    assert all(one.textFormat().name == "PlainText" for one in page.actions.findChildren(QLabel))
