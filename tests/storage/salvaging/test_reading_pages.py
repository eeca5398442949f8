"""Pages and rows that a whole journal never shows: cut, bent, or of no known kind."""

import shutil
from struct import pack

import pytest

from kat_journal.storage.opening import open_vault
from kat_journal.storage.salvaging.nodes import CUT, Row, read_node
from kat_journal.storage.salvaging.pages import CONTENT, Pages, _undo, read_pages
from kat_journal.storage.salvaging.rows import write_rows
from kat_journal.storage.salvaging.shapes import shapes_of, whose
from kat_journal.storage.salvaging.trees import Found, _read_tree
from tests.storage.making import NOW, PASSPHRASE

MAGIC = bytes.fromhex("d9d505f920a163d7")


def leaf(*cells, more_places=()):
    """A page of a table with these cells."""
    page, places, end = bytearray(CONTENT), [], CONTENT
    for cell in cells:
        end -= len(cell)
        page[end : end + len(cell)] = cell
        places.append(end)
    places += more_places
    head = pack(">BHHHB", 13, 0, len(places), end, 0) + pack(f">{len(places)}H", *places)
    page[: len(head)] = head
    return bytes(page)


def rows_of(page, **others):
    return read_node(Pages({2: page, **others}, frozenset()), 2).rows


def test_every_kind_of_value_is_read():
    payload = bytes([8, 0, 1, 7, 8, 9, 14, 17]) + b"\xff" + pack(">d", 2.5) + b"b" + b"ab"
    cell = bytes([len(payload)]) + b"\xff" * 9 + payload
    assert rows_of(leaf(cell)) == (Row((None, -1, 2.5, 0, 1, b"b", "ab"), -1),)


def test_a_bent_row_takes_no_other_with_it():
    good = bytes([3, 7, 2, 1, 5])
    assert rows_of(leaf(good, more_places=(CONTENT - 1, 0xFFFF))) == (Row((5,), 7),)


@pytest.mark.parametrize(
    ("kinds", "values"),
    [
        ([6000 * 2 + 13], ("x" * 400 + CUT,)),
        ([6000 * 2 + 12], ()),
        ([1, 6000 * 2 + 13, 1], (120, "x" * 399 + CUT)),
    ],
)
def test_a_row_whose_rest_is_lost_ends_where_it_is_lost(kinds, values):
    head = b"".join(_number(kind) for kind in kinds)
    head = bytes([len(head) + 1]) + head
    size = len(head) + 6000 + kinds.count(1)
    local = (CONTENT - 12) * 32 // 255 - 23
    local += (size - local) % (CONTENT - 4)
    page = leaf(_number(size) + b"\x01" + head + b"x" * (local - len(head)) + pack(">I", 99))
    (row,) = rows_of(page)
    assert row.is_cut
    assert len(row.values) == len(values)
    for found, wanted in zip(row.values, values, strict=True):
        assert str(found)[:10] == str(wanted)[:10]
        assert str(found)[-4:] == str(wanted)[-4:]


def _number(value):
    return bytes([0x80 | value >> 7, value & 0x7F]) if value > 127 else bytes([value])


def test_a_page_of_no_tree_is_none():
    assert read_node(Pages({2: bytes(CONTENT)}, frozenset()), 2) is None
    assert read_node(Pages({}, frozenset()), 2) is None


@pytest.mark.parametrize("values", [("table",), ("trigger", "name", "answer", 0, "sql"), ("table", "a", "a", None)])
def test_a_row_of_the_table_of_contents_without_a_tree_names_nothing(values):
    found = Found(broken=set())
    _read_tree(Pages({}, frozenset()), Row(values, 1), set(), found)
    assert (found.rows, found.ids) == ({}, {})


def test_a_tree_that_leads_back_to_itself_ends():
    above = pack(">BHHHBI", 5, 0, 0, CONTENT, 0, 2) + bytes(CONTENT - 12)
    found = Found(broken=set())
    _read_tree(Pages({2: above}, frozenset()), Row(("table", "answer", "answer", 2), 1), set(), found)
    assert found.rows == {"answer": []}


def test_a_rollback_journal_of_another_kind_undoes_nothing():
    assert _undo(MAGIC + pack(">5I", 1, 0, 5, 7, 4096) + bytes(5000)) == (0, {})
    assert _undo(MAGIC) == (0, {})
    assert _undo(MAGIC + pack(">5I", 9, 0, 5, 512, 4096)) == (0, {})


def test_a_size_that_nobody_signed_is_not_believed(made, tmp_path):
    """It would be counted through, page by page, for hours."""
    vault = open_vault(shutil.copytree(made, tmp_path / "Journal"), PASSPHRASE)
    key, database = bytearray(vault.key), vault.folder / "journal.db"
    vault.close()
    whole = read_pages(database, key)
    record = pack(">I", 2) + bytes(4096) + bytes(4)
    database.with_name("journal.db-journal").write_bytes(
        MAGIC + pack(">5I", 1, 0, 0xFFFFFFFF, 512, 4096) + bytes(484) + record
    )

    assert read_pages(database, key) == whole


def test_rows_are_told_apart_by_what_they_hold(connection):
    shapes = shapes_of(connection)
    at, uid = "2026-11-23T18:30:00.000000Z", "11111111-1111-4111-8111-111111111111"
    named = {
        "answer_version": (None, 1, "item", "words", "note", at),
        "advice_card": (None, 1, "item", "advice", at, None),
        "appointment": (None, uid, at, "UTC", "Dr."),
        "support_contact": (None, uid, "person", "Sam", "1"),
        "practice": (None, uid, "words", at, 0),
    }
    for table, values in named.items():
        assert whose([Row(values, 1)], shapes.values()).table == table
    assert whose([Row(("key", "value"))], shapes.values()).table == "setting"
    assert whose([Row((3, "2026-11-23"))], shapes.values()).table == "practice_day"
    for none in (Row((None, 1), 1), Row((), 1), Row((b"b", 1), 1), Row((1, b"b"))):
        assert whose([none], shapes.values()) is None
    cut = Row((None, 1, "item", None, "words […]"), 1, is_cut=True)
    assert whose([cut], shapes.values()).table == "answer"


def test_rows_that_lost_their_end_are_filled_up_so_that_they_can_be_read(connection):
    uid = "11111111-1111-4111-8111-11111111111{}"
    rows = {
        "later": [Row((None, uid.format(1), "cut […]"), 1, is_cut=True)],
        "question": [Row((None, uid.format(2), "cut […]"), 1, is_cut=True)],
        "course": [Row((None, uid.format(3), "cut […]"), 1, is_cut=True)],
        "form_snapshot": [Row(("a" * 64, "{ […]"), 1, is_cut=True)],
    }
    with connection.writing():
        written = write_rows(connection, Found(rows, set()), (), NOW)
    assert written.cut == 3
    later = connection.row("SELECT words, created_at, returns_on, state, session_id FROM later")
    assert tuple(later) == ("cut […]", "2026-11-23T18:30:00.000000Z", "2026-11-23", "waiting", None)
    assert tuple(connection.row("SELECT words, share, asked FROM question")) == ("cut […]", 0, 0)
    assert connection.row("SELECT count(*) FROM form_snapshot")[0] == 0
