"""What lost its place gets another one: answers without a page, pages without a form, ties to something lost."""

import shutil

import pytest

from kat_journal.domain.form import ItemType
from kat_journal.domain.response import Answer
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.salvage import NewJournal
from kat_journal.storage.salvaging.stand_ins import stand_in
from kat_journal.storage.snapshots import Snapshots, digest
from tests.storage.making import FAST, FORM, NAUSEA, NOW, PASSPHRASE, WORDS, draft
from tests.storage.salvage_making import STAND_INS, changed, damaged_copy, pages_in, saved


@pytest.fixture
def written(folder):
    """A small journal with one page in it."""
    vault = open_vault(folder, PASSPHRASE)
    Responses(vault.connection).save_answer(draft(), Answer(WORDS, text="a heron on the weir"), NOW)
    vault.close()
    return folder


def test_answers_whose_page_is_lost_get_a_page(written, tmp_path):
    at = "2026-11-20T08:00:00.000000Z"
    changed(
        written,
        (
            "INSERT INTO answer_version (response_id, item_id, text, note, written_at) VALUES (77, 'w', 'x', 'y', ?)",
            (at,),
        ),
        ("DELETE FROM response",),
    )

    salvaged = saved(written)

    assert salvaged.stood_in.pages == 2
    vault = open_vault(tmp_path / "New", PASSPHRASE)
    responses, snapshots = Responses(vault.connection), Snapshots(vault.connection)
    pages = {
        response.answers[item].text: (response, item) for response in responses.newest(9) for item in response.answers
    }
    assert set(pages) == {"a heron on the weir", "x"}
    for response, item in pages.values():
        assert snapshots.form(response.form_digest).item(item).ask == STAND_INS.ask
        assert response.finished_at is not None
    assert pages["x"][0].day.isoformat() == "2026-11-20"
    vault.close()


def test_a_lost_form_is_the_programs_own_or_has_a_place_for_each_answer(folder, tmp_path):
    vault = open_vault(folder, PASSPHRASE)
    responses, one = Responses(vault.connection), draft()
    responses.save_answer(one, Answer(WORDS, text="words"), NOW)
    responses.save_answer(one, Answer(NAUSEA, number=4), NOW)
    responses.save_answer(one, Answer(FORM.items[2].id, options=("friend",)), NOW)
    vault.close()
    changed(folder, ("DELETE FROM form_snapshot",))
    shutil.copytree(folder, tmp_path / "Again")
    known = NewJournal(tmp_path / "Known", PASSPHRASE, STAND_INS, (), FAST)
    known = NewJournal(known.folder, PASSPHRASE, type(STAND_INS)({digest(FORM): FORM}, "", ""), (), FAST)

    unknown, known = saved(folder), saved(tmp_path / "Again", new=known)

    assert (unknown.stood_in.forms, known.stood_in.forms) == (1, 0)
    vault = open_vault(tmp_path / "Known", PASSPHRASE)
    assert Snapshots(vault.connection).form(digest(FORM)) == FORM
    vault.close()
    vault = open_vault(tmp_path / "New", PASSPHRASE)
    response = Responses(vault.connection).response(one.uid)
    form = Snapshots(vault.connection).form(response.form_digest)
    assert {item.type for item in form.items} == {ItemType.TEXT, ItemType.NUMBER, ItemType.CHOICES}
    assert form.title == STAND_INS.title
    vault.close()


def test_an_answer_that_is_lost_is_its_newest_version(written, tmp_path):
    """The index still knows that the answer was there; one that the person took away does not come back."""
    vault = open_vault(written, PASSPHRASE)
    version = "INSERT INTO answer_version (response_id, item_id, text, note, written_at) VALUES (1, ?, ?, '', ?)"
    with vault.connection.writing():
        for item, text in (("lost", "first"), ("lost", "second"), ("taken-away", "gone")):
            vault.connection.execute(version, (item, text, "2026-11-20T08:00:00.000000Z"))
        done = stand_in(vault.connection, {(1, "lost"): 99, (1, "no-version"): 98}, STAND_INS, NOW)
    answers = Responses(vault.connection).newest(1)[0].answers
    vault.close()
    assert done.answers == 1
    assert {item: answer.text for item, answer in answers.items()} == {WORDS: "a heron on the weir", "lost": "second"}


def test_what_is_tied_to_something_lost_is_untied_and_no_id_is_given_twice(written, tmp_path):
    session = "INSERT INTO session (id, uid, course_id, status, zone, route) VALUES (?, ?, 9, 'held', 'UTC', '')"
    uids = [str(number) * 8 + "-1111-4111-8111-111111111111" for number in range(3)]
    changed(
        written,
        (session, (4, uids[0])),
        ("UPDATE response SET session_id = 12, appointment_id = 5",),
        ("INSERT INTO practice_day (practice_id, day) VALUES (3, '2026-11-20')",),
        (
            "INSERT INTO later (uid, words, created_at, returns_on, state, session_id)"
            " VALUES (?, 'w', ?, ?, 'waiting', 8)",
            (uids[1], "2026-11-20T08:00:00.000000Z", "2026-11-30"),
        ),
    )

    saved(written)

    vault = open_vault(tmp_path / "New", PASSPHRASE)
    assert vault.connection.rows("PRAGMA foreign_key_check") == []
    assert [tuple(row) for row in vault.connection.rows("SELECT id, course_id FROM session")] == [(4, None)]
    assert vault.connection.row("SELECT session_id FROM later")[0] is None
    with vault.connection.writing():
        assert vault.connection.insert(session.replace("9", "NULL"), (None, uids[2])) == 13
    vault.close()


def test_every_tie_of_the_schema_is_looked_after(vault):
    """A new table with a tie needs a line in stand_ins.py, and then one here."""
    tables = vault.connection.rows("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    ties = {
        (row["name"], tie["from"])
        for row in tables
        for tie in vault.connection.rows('SELECT "from" FROM pragma_foreign_key_list(?)', (row["name"],))
    }
    assert ties == {
        ("answer", "response_id"),
        ("answer_version", "response_id"),
        ("advice_card", "response_id"),
        ("practice_day", "practice_id"),
        ("later", "session_id"),
        ("session", "course_id"),
        ("response", "session_id"),
        ("response", "appointment_id"),
        ("response", "form_digest"),
    }


def test_words_that_a_lost_page_goes_through_end_in_a_sign(folder, tmp_path):
    vault = open_vault(folder, PASSPHRASE)
    text = " ".join(f"word{number}" for number in range(4000))
    Responses(vault.connection).save_answer(draft(), Answer(WORDS, text=text, note="a note"), NOW)
    vault.close()
    key = "é" * 3000
    changed(folder, ("INSERT INTO pack (id, version, files, installed_at) VALUES ('p', '1', ?, 't')", (key,)))
    cuts = set()
    for page in range(2, pages_in(folder) + 1, 2):
        place = tmp_path / str(page)
        salvaged = saved(damaged_copy(folder, place / "Journal", [page]))
        vault = open_vault(place / "New", PASSPHRASE)
        for answer in Responses(vault.connection).newest(1)[0].answers.values() if salvaged.cut else ():
            assert text.startswith(answer.text.removesuffix(" […]"))
            assert answer.text.endswith(" […]")
            assert (answer.note, answer.share) == ("", "private")
            cuts.add(len(answer.text))
        vault.close()
    assert len(cuts) >= 3
