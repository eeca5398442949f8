"""Everything as one file: what is in it, what is remembered of it, and that it comes back without loss."""

import csv
import importlib
import io
import json
import pkgutil
import re
import stat
from datetime import date
from hashlib import sha256

import pytest
import sqlcipher3

from kat_journal import services, storage
from kat_journal.domain.response import Answer
from kat_journal.errors import AlreadyExistsError, JournalDamagedError
from kat_journal.services.archive import ArchiveFormat, GivenUp
from kat_journal.services.archive_settings import leaves
from kat_journal.services.backup_run import Watch
from kat_journal.services.exports import Asked
from kat_journal.storage.archive_tables import check_counts, counts
from tests.helpers.clock import november

JSON, CSV = ArchiveFormat.JSON, ArchiveFormat.CSV
STAY = {
    "sealed-words.private-key",
    "window.place",
    "support-card",
    "share.folder",
    "sealed-words.told",
    "passphrase.since",
    "passphrase.rehearsed",
    "passphrase.recovered",
    "kit.made-on",
    "checked.on",
    "checked.damaged",
    "backups.second-place",
    "backups.second-place.since",
    "backups.second-place.copied",
    "reminder.put-off.",
}
"""Settings of one computer."""
LIKE_A_KEY = re.compile(r"[a-z]+(-[a-z]+)*((\.[a-z-]+)+\.?|\.)|support-card")
NO_SETTINGS = re.compile(r".*\.(db|json|bak|new|ready|ics)")


def saved(journal, path, format=JSON, **more):
    journal.archive.save(path, format, **more)
    return path.read_bytes()


def test_it_holds_every_word_and_nobody_else_can_read_the_file(demo, tmp_path):
    data = saved(demo, tmp_path / "all.json")
    found = json.loads(data)

    stored = demo._vault.connection.rows("SELECT text, note FROM answer ORDER BY id")
    assert [(row["text"], row["note"]) for row in found["answer"]["rows"]] == [tuple(row) for row in stored]
    assert len(stored) > 300
    assert stat.S_IMODE((tmp_path / "all.json").stat().st_mode) == 0o600


def test_what_is_in_the_bin_and_earlier_wordings_are_in_it(journal, writer, clock, tmp_path):
    draft = writer.free_page("A river of earlier words")
    clock.pass_time(hours=1)
    writer.write(draft, "words", "Other words")
    journal.responses.trash(draft.uid)

    found = json.loads(saved(journal, tmp_path / "all.json"))

    assert [row["text"] for row in found["answer_version"]["rows"]] == ["A river of earlier words"]
    assert found["response"]["rows"][0]["trashed_at"] is not None


def test_the_same_journal_gives_the_same_bytes_on_another_day(demo, clock, tmp_path):
    first = saved(demo, tmp_path / "first.json")
    with demo._vault.connection.writing():
        demo._vault.connection.execute("DELETE FROM share_record")
    clock.pass_time(days=400)

    assert saved(demo, tmp_path / "second.json") == first


def test_the_file_is_remembered_as_one_that_was_handed_to_nobody(demo, tmp_path):
    data = saved(demo, tmp_path / "all.json")
    record = demo.summaries.records()[0]

    assert (record.format, record.everything) == ("json", True)
    assert record.sha256 == sha256(data).hexdigest()
    assert record.file == str(tmp_path / "all.json")
    assert record.starts < record.ends == date(2026, 11, 23)
    assert demo.saved_files.delete(record)


def test_of_an_empty_journal_the_days_are_today(journal, tmp_path):
    saved(journal, tmp_path / "all.json")
    record = journal.summaries.records()[0]

    assert record.starts == record.ends == date(2026, 11, 23)


def test_where_it_was_saved_is_not_in_it(demo, tmp_path):
    saved(demo, tmp_path / "first.json")

    assert str(tmp_path).encode() not in saved(demo, tmp_path / "second.json")
    assert demo.summaries.records()[0].file  # the control


def test_the_table_is_the_very_file_of_the_command(demo, tmp_path):
    data = saved(demo, tmp_path / "all.csv", CSV)
    asked = Asked(format="csv", everything=True)
    demo.exports.export_file(demo.summaries, tmp_path / "command.csv", asked)

    assert (tmp_path / "command.csv").read_bytes() == data
    assert [(one.format, one.everything) for one in demo.summaries.records()] == [("csv", True)] * 2


def test_the_table_holds_every_answer_that_was_given_once_and_with_its_note(demo, tmp_path):
    draft = demo.responses.new("core:free-page").draft
    demo.responses.save(draft, Answer("words", text="=cmd|'/C calc'!A0", note="a note of my own"))
    noted = demo.responses.new("core:check-in.next-day").draft
    demo.responses.save(noted, Answer("nausea", skipped=True))
    rows = table(demo, tmp_path)
    shown = [(one["item_id"], one["note"]) for one in rows if one["form"] and not one["n_of"] and not one["skipped"]]
    stored = demo._vault.connection.rows(
        "SELECT item_id, note FROM answer JOIN response ON response.id = response_id"
        " WHERE trashed_at IS NULL AND NOT skipped"
    )

    assert sorted(shown) == sorted(map(tuple, stored))
    assert len(shown) > 300
    assert [one["answer"] for one in rows if one["note"] == "a note of my own"] == ["\u2060=cmd|'/C calc'!A0"]
    assert [one["item_id"] for one in rows if one["skipped"]] == ["nausea"]


def table(journal, folder):
    return list(csv.DictReader(io.StringIO(saved(journal, folder / "all.csv", CSV).decode("utf-8-sig"))))


@pytest.mark.parametrize("format", ArchiveFormat)
def test_nothing_is_written_over_unasked(demo, tmp_path, format):
    path = tmp_path / "there"
    path.write_text("mine")
    with pytest.raises(AlreadyExistsError):
        demo.archive.save(path, format)
    assert path.read_text() == "mine"
    assert not demo.summaries.records()

    assert saved(demo, path, format, overwrite=True) != b"mine"


class _StopsAt(Watch):
    def __init__(self, steps):
        super().__init__()
        self.left = steps

    def step(self, size):
        self.left -= 1
        self.stopped = self.left < 0
        super().step(size)


@pytest.mark.parametrize(
    ("format", "steps"), [(JSON, 0), (JSON, 1), (JSON, 200), (CSV, 0), (CSV, 1), (CSV, 2), (CSV, 3), (CSV, 4)]
)
def test_what_is_stopped_leaves_nothing(demo, tmp_path, format, steps):
    (tmp_path / "place").mkdir()
    with pytest.raises(GivenUp):
        demo.archive.save(tmp_path / "place" / "all", format, _StopsAt(steps))

    assert list((tmp_path / "place").iterdir()) == []
    assert not demo.summaries.records()


@pytest.mark.parametrize("format", [JSON, CSV])
def test_neither_stays_without_its_record(demo, tmp_path, format):
    connection = demo._vault.connection
    with connection.writing():
        connection.execute(
            "CREATE TRIGGER no_more BEFORE INSERT ON share_record BEGIN SELECT raise(ABORT, 'never'); END"
        )

    with pytest.raises(sqlcipher3.IntegrityError):
        demo.archive.save(tmp_path / "all", format)

    assert not (tmp_path / "all").exists()
    with connection.writing():
        connection.execute("DROP TRIGGER no_more")
    demo.archive.save(tmp_path / "all", format)
    assert (tmp_path / "all").exists()


def test_its_rows_are_counted_as_it_is_written(demo, tmp_path):
    watch = Watch()
    demo.archive.save(tmp_path / "all.json", JSON, watch)

    assert demo.archive.rows() - 20 < watch.handled < demo.archive.rows() + 60


def test_it_is_named_after_the_day_alone(journal, clock):
    clock.set(november(24, 23, 30))
    clock.travel("Asia/Tokyo")

    assert [journal.archive.suggested_name(one) for one in ArchiveFormat] == [
        "everything-2026-11-25.json",
        "everything-2026-11-25.csv",
    ]


def test_rows_that_are_not_the_ones_expected_are_damage(vault):
    found = counts(vault.connection)
    check_counts(vault.connection, found)

    with pytest.raises(JournalDamagedError):
        check_counts(vault.connection, found | {"answer": 1})


def _setting_keys():
    """Every constant of services and storage that looks like the key of a setting."""
    for package in (services, storage):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(found.name)).values():
                if isinstance(value, str) and LIKE_A_KEY.fullmatch(value) and not NO_SETTINGS.fullmatch(value):
                    yield value


def test_what_is_of_one_computer_stays_and_all_else_leaves():
    keys = set(_setting_keys())

    assert {key for key in keys if not leaves(key)} == STAY
    assert {"summary.name", "measures.on", "calendar.secret", "replacement.as-written", "times.", "not-now."} <= keys
