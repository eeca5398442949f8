from uuid import UUID

from kat_journal.domain.ids import new_uid


def test_no_two_uids_are_the_same():
    made = {new_uid() for _ in range(100)}

    assert len(made) == 100
    assert {UUID(uid).version for uid in made} == {4}
