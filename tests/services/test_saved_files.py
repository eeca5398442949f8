from datetime import timedelta
from pathlib import Path

import pytest

from kat_journal.domain.response import ShareMark
from kat_journal.services.exports import MARKDOWN, PDF, PDF_LOCKED, Asked
from kat_journal.services.saved_files import FOLDER, FORMAT, SavedFiles


@pytest.fixture
def saved(journal) -> SavedFiles:
    return journal.saved_files


@pytest.fixture
def export(journal, writer, tmp_path):
    """Saves a summary of that name."""

    def export(name, **asked):
        draft = writer.free_page(f"of {name}")
        journal.responses.set_share(draft.uid, "words", ShareMark.SHARE)
        return journal.exports.export_file(journal.summaries, tmp_path / name, Asked(**asked)).record

    return export


def test_the_folder_and_the_format_are_remembered_inside_the_vault(saved, journal, tmp_path):
    assert (saved.folder(), saved.format(journal.exports)) == ("", MARKDOWN)
    saved.remember(tmp_path / "a.md", MARKDOWN)
    assert (saved.folder(), saved.format(journal.exports)) == (str(tmp_path), MARKDOWN)
    assert journal.settings.get(FOLDER) == str(tmp_path)
    journal.settings.put(FORMAT, "papyrus")
    assert saved.format(journal.exports) == MARKDOWN


def test_every_format_can_be_remembered(saved, journal):
    for name in (*journal.exports.formats(), PDF, PDF_LOCKED):
        saved.remember(Path("a"), name)
        assert saved.format(journal.exports) == name


def test_files_that_are_still_there_are_told_newest_first(saved, export, clock):
    first = export("a.md")
    clock.pass_time(minutes=1)
    second = export("b.md")
    assert saved.open_ones() == (second, first)
    Path(first.file).write_text("changed", encoding="utf-8")
    Path(second.file).rename(Path(second.file).with_name("moved.md"))
    assert saved.open_ones() == ()


def test_a_file_that_was_saved_twice_is_told_once(saved, export, journal):
    first = export("a.md")
    again = journal.exports.record(
        Path(first.file).read_bytes(), Path(first.file), journal.summaries.default_period(), frozenset()
    )
    assert saved.open_ones() == (again,)
    assert saved.delete(again)
    assert [one.file for one in journal.summaries.records()] == ["", ""]


def test_deleting_removes_the_file_and_keeps_the_record(saved, export, journal):
    record = export("a.md")
    assert saved.delete(record)
    assert not Path(record.file).exists()
    assert saved.open_ones() == ()
    (kept,) = journal.summaries.records()
    assert (kept.sha256, kept.keys, kept.file) == (record.sha256, record.keys, "")
    assert not saved.delete(kept)


def test_a_changed_or_moved_file_is_never_touched_and_its_place_stays_known(saved, export, journal):
    record = export("a.md")
    Path(record.file).write_text("mine", encoding="utf-8")
    assert not saved.delete(record)
    assert Path(record.file).read_text(encoding="utf-8") == "mine"
    assert journal.summaries.records() == (record,)


def test_a_file_that_is_to_stay_is_spoken_of_no_more(saved, export):
    record, other = export("a.md"), export("b.md")
    saved.keep(record)
    assert saved.open_ones() == (other,)
    assert Path(record.file).exists()


def test_after_the_appointment_the_file_that_was_made_for_it_is_offered(saved, export, journal, clock):
    assert saved.after_appointment() == ()
    record = export("a.md")
    export("all.md", everything=True)
    journal.courses.add_appointment(clock.now() + timedelta(hours=2))
    clock.pass_time(hours=2, minutes=30)
    assert saved.after_appointment() == ()
    clock.pass_time(minutes=30)
    assert saved.after_appointment() == (record,)
    clock.pass_time(minutes=1)
    later = export("b.md")
    assert later not in saved.after_appointment()
    assert later in saved.open_ones()
