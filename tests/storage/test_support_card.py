"""The one file of a journal that anyone can read: bounded, plain, and never more than a person chose."""

import json
import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.contact import ContactKind
from kat_journal.domain.ids import ItemId, Uid
from kat_journal.domain.support_card import ReadableCard, ReadablePart, ReadablePerson
from kat_journal.errors import ReadOnlyError, StorageFailedError, SupportCardFullError
from kat_journal.storage import support_card
from kat_journal.storage.values import clean
from tests.storage.making import read_only

MAYA = ReadablePerson(Uid("u-1"), ContactKind.PERSON, "Maya", "07700 900123")
PART = ReadablePart(ItemId("reasons"), "Reasons and promises that are mine", "The garden\nin June")
CARD = ReadableCard("Ring Maya first.", (MAYA,), (PART,))
words = st.text(st.characters(), max_size=60)
people = st.builds(ReadablePerson, words, st.sampled_from(ContactKind), words, words)
cards = st.builds(
    ReadableCard,
    words,
    st.lists(people, max_size=4).map(tuple),
    st.lists(st.builds(ReadablePart, words, words, words), max_size=4).map(tuple),
)


def path(folder):
    return folder / support_card.NAME


def test_a_card_is_read_back_and_is_its_owners_alone(tmp_path):
    support_card.write(tmp_path, CARD)

    assert support_card.read(tmp_path) == CARD
    assert support_card.is_there(tmp_path)
    assert stat.S_IMODE(path(tmp_path).stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == [support_card.NAME]


@given(card=cards)
def test_no_word_of_any_card_is_lost(card):
    def kept(text):
        return clean(text)

    read = support_card.decode(support_card.encode(card))

    assert read.line == kept(card.line)
    assert [(one.uid, one.kind, one.name, one.number) for one in read.people] == [
        (kept(one.uid), one.kind, kept(one.name), kept(one.number)) for one in card.people
    ]
    assert [(one.item_id, one.heading, one.words) for one in read.plan] == [
        (kept(one.item_id), kept(one.heading), kept(one.words)) for one in card.plan
    ]


@given(data=st.binary(max_size=300))
def test_no_bytes_break_the_reader(data):
    assert support_card.decode(data) is None


@given(place=st.integers(0, 200), byte=st.integers(0, 255))
def test_a_flipped_byte_gives_a_card_or_none(place, byte):
    data = bytearray(support_card.encode(CARD))
    data[place % len(data)] = byte

    assert support_card.decode(bytes(data)) is None or isinstance(support_card.decode(bytes(data)), ReadableCard)


def changed(**values):
    return json.dumps(json.loads(support_card.encode(CARD)) | values).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b"\xff\xfe",
        changed(magic="another"),
        changed(format=2),
        changed(more="x"),
        changed(line=5),
        changed(people=[{"uid": "u", "kind": "doctor", "name": "n", "number": "1"}]),
        changed(people=[{"uid": "u", "kind": "person", "name": "n", "number": "1"}] * 201),
        changed(plan=[{"item_id": "i", "heading": "h"}]),
        changed(line="x" * support_card.LARGEST),
    ],
)
def test_a_damaged_or_hostile_file_is_no_card(tmp_path, data):
    path(tmp_path).write_bytes(data)

    assert support_card.read(tmp_path) is None
    assert support_card.is_there(tmp_path)


def test_the_same_change_without_harm_is_a_card(tmp_path):
    """So that refusing the others says something."""
    path(tmp_path).write_bytes(changed(line="Another line"))

    assert support_card.read(tmp_path).line == "Another line"


def test_without_a_file_there_is_no_card(tmp_path):
    assert support_card.read(tmp_path) is None
    assert not support_card.is_there(tmp_path)


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_only_a_file_itself_is_a_card_and_anything_else_goes_without_harm(tmp_path, kind):
    other = tmp_path / "other.json"
    other.write_bytes(support_card.encode(CARD))
    folder = tmp_path / "Journal"
    folder.mkdir()
    if kind == "link":
        path(folder).symlink_to(other)
    elif kind == "pipe":
        os.mkfifo(path(folder))
    else:
        path(folder).mkdir()

    assert support_card.read(folder) is None

    if kind == "folder":
        with pytest.raises(StorageFailedError):
            support_card.remove(folder)
        return
    support_card.remove(folder)
    assert not support_card.is_there(folder)
    assert support_card.decode(other.read_bytes()) == CARD


def test_a_removed_card_was_overwritten_and_leaves_nothing(tmp_path):
    support_card.write(tmp_path, CARD)
    (tmp_path / f"{support_card.NAME}.new").write_bytes(b"half a card")
    with path(tmp_path).open("rb") as still_open:
        support_card.remove(tmp_path)

        assert list(tmp_path.iterdir()) == []
        assert still_open.read().strip() == b""


def test_what_has_another_name_too_is_not_overwritten(tmp_path):
    (tmp_path / "Journal").mkdir()
    other = tmp_path / "other.json"
    other.write_bytes(b"words of somebody")
    path(tmp_path / "Journal").hardlink_to(other)

    support_card.remove(tmp_path / "Journal")

    assert other.read_bytes() == b"words of somebody"


def test_removing_a_card_that_is_not_there_is_no_harm(tmp_path):
    support_card.remove(tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "card",
    [ReadableCard("x" * support_card.LARGEST), ReadableCard(people=(MAYA,) * 201), ReadableCard(plan=(PART,) * 201)],
)
def test_a_card_that_could_not_be_read_back_is_refused_and_the_earlier_one_stays(tmp_path, card):
    support_card.write(tmp_path, CARD)

    with pytest.raises(SupportCardFullError):
        support_card.write(tmp_path, card)

    assert support_card.read(tmp_path) == CARD


def test_a_folder_that_is_read_only_says_so(tmp_path):
    with read_only(tmp_path), pytest.raises(ReadOnlyError):
        support_card.write(tmp_path, CARD)
