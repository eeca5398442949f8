from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.surroundings import Surroundings
from tests.storage.making import small_disk


def test_a_copy_beside_the_journal_is_named_and_left_alone(tmp_path):
    around = Surroundings(tmp_path)
    assert around.conflict() is None
    for name in ("journal (1).db", "journal (2).db"):
        (tmp_path / name).write_bytes(b"theirs")
    assert around.copies() == ("journal (1).db", "journal (2).db")
    assert around.conflict() == Reminder(ReminderKind.CONFLICT, "journal (1).db")
    assert (tmp_path / "journal (1).db").read_bytes() == b"theirs"


def test_little_room_on_the_disk_is_told_in_megabytes(tmp_path):
    assert Surroundings(tmp_path, little=1).space() is None
    assert Surroundings(tmp_path / "gone").space() is None
    with small_disk(tmp_path / "disk", "9m") as disk:
        assert Surroundings(disk).space() == Reminder(ReminderKind.SPACE, "9")
