"""A file that is not what the program writes is refused, with the place in it, and nothing is left behind."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.errors import (
    ArchiveChangedError,
    ArchiveCutOffError,
    ArchiveDamagedError,
    ArchiveTooNewError,
    KatJournalError,
    NotAnArchiveError,
)
from kat_journal.storage.archive_making import LARGEST, NewPlace, bring_in, look
from kat_journal.storage.archive_reading import LONGEST_LINE, read
from tests.helpers import archives
from tests.helpers.archives import archive, line_of, lines_of, signed, uid, with_value
from tests.storage.archive_refusing import refused, unread
from tests.storage.making import FAST, PASSPHRASE

VALUES = [
    ("course", "uid", "UPPER"),
    ("course", "uid", uid(1) + "\n"),
    ("course", "id", 0),
    ("course", "id", True),
    ("course", "id", 1.5),
    ("course", "id", 2**64),
    ("course", "name", None),
    ("course", "name", ["a"]),
    ("course", "planned_sessions", 0),
    ("session", "status", "dreamt"),
    ("session", "course_id", 99),
    ("session", "zone", "Europe/Atlantis"),
    ("session", "zone", "../../etc/passwd"),
    ("session", "zone", "a\0b"),
    ("session", "scheduled_at", "2026-02-30T00:00:00.000000Z"),
    ("session", "scheduled_at", "2026-02-03T00:00:00"),
    ("session", "scheduled_at", "0001-01-01T00:00:00.000000Z"),
    ("session", "scheduled_at", "9999-12-31T23:59:59.999999Z"),
    ("session", "scheduled_at", 5),
    ("response", "day", "2026-13-01"),
    ("response", "day", "23.11.2026"),
    ("response", "form_digest", "1" * 64),
    ("response", "form_id", "a form"),
    ("response", "session_id", 77),
    ("response", "occurrence", "x" * 201),
    ("answer", "share", "everybody"),
    ("answer", "skipped", 2),
    ("answer", "number", 1e300),
    ("answer", "number", "7"),
    ("answer", "response_id", 88),
    ("answer", "detail", '{"gone": "perhaps"}'),
    ("answer", "detail", '{"options": "friend"}'),
    ("answer", "detail", '{"colour": "blue"}'),
    ("answer", "detail", "["),
    ("later", "state", "gone"),
    ("later", "returns_on", "soon"),
    ("question", "share", -1),
    ("share_record", "sha256", "0" * 63),
    ("share_record", "keys", '{"everything": 1}'),
    ("share_record", "keys", "[" * 5000),
    ("share_record", "file", "/home/somebody/letter.txt"),
    ("support_contact", "kind", "enemy"),
    ("pack", "files", '{"pack.toml": 1}'),
    ("pack", "id", ""),
    ("setting", "key", ""),
    ("setting", "key", "k" * 501),
    ("sqlite_sequence", "name", "answer"),
    ("sqlite_sequence", "seq", 2**63 - 1),
    ("practice_day", "practice_id", 5),
    ("advice_card", "level", "emergency"),
]


@pytest.mark.parametrize(("table", "column", "value"), VALUES)
def test_a_value_that_would_stop_a_page_later_is_refused_with_its_line(tmp_path, table, column, value):
    data = archive(with_value(table, column, value))

    assert refused(tmp_path, data) == {"line": str(line_of(table)), "part": table}


def test_the_file_that_all_of_these_are_made_of_is_brought_in(tmp_path):
    """The control."""
    (tmp_path / "everything.json").write_bytes(archive())
    bring_in(tmp_path / "everything.json", NewPlace(tmp_path / "New", PASSPHRASE, lambda _: True, FAST))

    assert (tmp_path / "New" / "journal.db").exists()


@pytest.mark.parametrize("table", [name for name, rows in archives.ROWS.items() if "uid" in rows[0]])
def test_a_uid_that_is_there_twice_is_refused(tmp_path, table):
    tables = archives.rows()
    twin = dict(tables[table][-1])
    twin["id"] += 1
    if table == "replacement":
        twin["name"] = "Another"
    tables[table].append(twin)

    at = len(tables[table]) - 1
    assert refused(tmp_path, archive(tables)) == {"line": str(line_of(table, tables, at)), "part": table}


@pytest.mark.parametrize("table", list(archives.ROWS))
def test_rows_out_of_order_a_row_twice_and_a_missing_column_are_refused(table):
    tables = archives.rows()
    tables[table] += tables[table]
    at = str(line_of(table, tables, len(tables[table]) // 2))
    assert unread(archive(tables))["line"] == at

    tables = archives.rows()
    tables[table][0].popitem()
    assert unread(archive(tables))["line"] == str(line_of(table))


@pytest.mark.parametrize("table", list(archives.ROWS))
def test_a_table_that_is_missing_or_unknown_is_refused(table):
    tables = archives.rows()
    del tables[table]
    unread(archive(tables))

    renamed = {("spells" if name == table else name): rows for name, rows in archives.rows().items()}
    unread(archive(renamed))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"}",
        b"\n",
        b"{}",
        b"{\n}\n",
        b"[1, 2]\n",
        b"PK\x03\x04",
        b"\0" * 5000,
        b"{\n" + b"[" * 100_000 + b"\n",
        b'{\n"kat_journal_archive": "1",\n',
        b'{\n"kat_journal_archive": 0,\n',
        b'{\n"kat-journal-keys": 1,\n',
        b'{\n"kat_journal_archive": 1, "x": 2,\n',
    ],
)
def test_what_is_something_else_is_said_to_be_something_else(tmp_path, data):
    refused(tmp_path, data, NotAnArchiveError)


@pytest.mark.parametrize("head", [{"kat_journal_archive": 2}, {"kat_journal_archive": 10**18}, {"schema": 2}])
def test_a_file_of_a_newer_program_is_said_to_be_one(tmp_path, head):
    refused(tmp_path, archive(**head), ArchiveTooNewError)


@pytest.mark.parametrize("head", [{"schema": 0}, {"schema": "1"}, {"program": 1}, {"about": None}])
def test_a_head_that_makes_no_sense_is_refused(tmp_path, head):
    assert refused(tmp_path, archive(**head))["part"] == next(iter(head))


def test_wherever_it_is_cut_off_it_is_refused(tmp_path):
    data = archive()
    ends = [*range(60, len(data) - 2, 97), len(data) - 2, len(data) - 3]
    for end in ends:
        with pytest.raises((ArchiveCutOffError, ArchiveDamagedError, NotAnArchiveError)):
            list(read(BytesIO(data[:end])))
    refused(tmp_path, data[: len(data) // 2], ArchiveCutOffError)


@pytest.mark.parametrize("old", ["A brook", "Alder Row", "Somebody to ring", '"number": 1.0'])
def test_words_that_were_changed_afterwards_are_noticed(tmp_path, old):
    data = archive()
    changed = data.replace(old.encode(), (old[:-1] + "2").encode())

    assert changed != data
    refused(tmp_path, changed, ArchiveChangedError)


@pytest.mark.parametrize(
    "line",
    [
        '{"id": 1, "uid": NaN}',
        "[" * 100_000,
        '{"id":' * 50_000,
        '{"id": 1, "words": "\\ud800"}',
        '{"id": 1, "words": "\ud800"}',
        '{"id": 1e999}',
        "nonsense",
        "",
        "]",
        '{"__proto__": {}}',
    ],
)
def test_a_line_that_is_no_row_is_refused(tmp_path, line):
    lines = lines_of(archives.rows())
    lines[line_of("practice") - 1] = line

    assert refused(tmp_path, signed(lines)) == {"line": str(line_of("practice")), "part": "practice"}


def test_a_comma_too_few_or_too_many_is_refused(tmp_path):
    lines = lines_of(archives.rows())
    lines[line_of("practice") - 1] += ","
    assert refused(tmp_path, signed(lines))["part"] == "practice"

    lines = lines_of(archives.rows())
    lines[line_of("session") - 1] = lines[line_of("session") - 1].removesuffix(",")
    assert refused(tmp_path, signed(lines))["part"] == "session"


@pytest.mark.parametrize("more", [b"x", b"{}\n", b"\n\n" + b" " * 20])
def test_something_after_the_end_is_refused(tmp_path, more):
    refused(tmp_path, archive() + more)


def test_an_end_without_its_sum_is_refused(tmp_path):
    data = archive()
    assert refused(tmp_path, data.replace(b'"sha256": "', b'"sha255": "', 3))["part"]
    refused(tmp_path, data[: data.rindex(b"}")] + b"]\n")


def test_a_file_larger_than_a_life_and_a_line_without_an_end_are_refused(tmp_path):
    with (tmp_path / "huge.json").open("wb") as file:
        file.write(archive())
        file.truncate(LARGEST + 1)
    with pytest.raises(NotAnArchiveError):
        look(tmp_path / "huge.json")

    lines = lines_of(archives.rows())
    lines[line_of("practice") - 1] = "x" * LONGEST_LINE
    assert refused(tmp_path, signed(lines))["line"] == str(line_of("practice"))


def test_what_the_program_cannot_live_with_is_refused(tmp_path):
    (tmp_path / "everything.json").write_bytes(archive())
    place = NewPlace(tmp_path / "New", PASSPHRASE, lambda row: not hasattr(row, "key"), FAST)

    with pytest.raises(ArchiveDamagedError) as error:
        bring_in(tmp_path / "everything.json", place)
    assert error.value.details == {"line": str(line_of("setting")), "part": "setting"}
    assert not (tmp_path / "New").exists()


@given(st.binary(max_size=300), st.integers(min_value=0))
def test_any_bytes_in_any_place_raise_nothing_unexpected(junk, place):
    data = archive()
    at = place % len(data)
    for changed in (data[:at] + junk + data[at:], data[:at] + junk + data[at + len(junk) :]):
        try:
            list(read(BytesIO(changed)))
        except KatJournalError:
            continue
        assert changed.replace(b"\r\n", b"\n").strip(b"\r\n") == data.strip(b"\n")
