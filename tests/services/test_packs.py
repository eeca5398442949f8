"""Packs: looked at first, then added, updated and taken away; answers always stay."""

import json

import pytest

from kat_journal.content.library import load_library
from kat_journal.domain.response import Answer
from kat_journal.errors import PackError
from kat_journal.services.pack_changes import ChangeKind
from kat_journal.services.packs import Shows, Standing
from kat_journal.storage.packs import Packs, StoredPack
from tests.conftest import opened
from tests.helpers.clock import november
from tests.helpers.pack_making import FILES, SHELF_FORM, as_folder, as_zip, changed


@pytest.fixture
def journal(vault, resources, messages, clock):
    """One whose library is its own, so that no other test meets what is added."""
    return opened(vault, load_library(resources), messages, clock)


@pytest.fixture
def packs(journal):
    return journal.packs


@pytest.fixture
def look(packs, tmp_path):
    """Looks at these files as a folder of their own."""
    made = []

    def look(files=FILES):
        made.append(files)
        return packs.look(as_folder(tmp_path / f"pack-{len(made)}", files))

    return look


@pytest.fixture
def add(packs, look):
    def add(files=FILES):
        offered = look(files)
        packs.install(offered)
        return offered

    return add


def reopened(vault, resources, messages, clock, language="en"):
    return opened(vault, load_library(resources, language), messages, clock)


def version(number, files=FILES):
    return changed("pack.toml", 'version = "1"', f'version = "{number}"', files)


def newer(old, new, files=None, form_version=2):
    """The second version of the pack, with a form of another version."""
    files = changed("forms/evening.toml", old, new, files or version(2))
    return changed("forms/evening.toml", "version = 1", f"version = {form_version}", files)


def refused(work, *arguments):
    with pytest.raises(PackError) as error:
        work(*arguments)
    return str(error.value)


def test_looking_says_who_made_it_what_it_asks_and_what_it_may_show_and_changes_nothing(look, packs, journal):
    offered = look()

    assert (offered.pack.title, offered.pack.author, offered.pack.version) == ("Mine", "A therapist", "1")
    [form] = offered.forms
    assert (form.form.title, form.shows, form.in_place_of) == ("Evening", Shows.TODAY, "")
    assert [item.ask for item in form.form.items][:2] == ["Calm", "How often?"]
    assert form.cards[0] == "You could tell your clinic."
    assert "999" in form.cards[1]
    assert (offered.standing, offered.had, offered.changes) == (Standing.NEW, "", ())
    assert packs.installed() == ()
    assert "mine:evening" not in journal.library.forms


def test_an_added_pack_is_there_at_once_and_after_unlocking_again(
    add, packs, journal, vault, resources, messages, clock
):
    add()

    again = reopened(vault, resources, messages, clock)
    for one in (journal, again):
        [pack] = one.packs.installed()
        assert (pack.id, pack.title, pack.forms, pack.readable) == ("mine", "Mine", ("Evening",), True)
        assert (pack.author, pack.version, pack.licence) == ("A therapist", "1", "CC0-1.0")
        assert pack.installed_at == clock.now()
        assert one.library.form("mine:evening").title == "Evening"
        assert one.library.find_advice("mine:talk") is not None
    assert reopened(vault, resources, messages, clock, "de").library.form("mine:evening").title == "Abend"


def test_forms_appear_where_they_belong(add, journal, clock):
    files = FILES | {
        "forms/quiet.toml": SHELF_FORM.replace('"evening"', '"quiet"'),
        "forms/sheet.toml": SHELF_FORM.replace('"evening"', '"sheet"').replace(
            'kind = "check-in"', 'kind = "measure"\non_request = true'
        ),
    }
    clock.set(november(23, 9))
    journal.courses.begin_course("Six sessions")
    journal.courses.plan(november(23, 10))
    clock.set(november(23, 12))
    journal.courses.just_had()

    assert [form.shows for form in add(files).forms] == [Shows.TODAY, Shows.SHELF, Shows.REQUEST]

    assert [form.form_id for form in journal.shelf.forms() if form.form_id.startswith("mine:")] == ["mine:quiet"]
    assert [one.form_id for one in journal.measures.available() if one.form_id.startswith("mine:")] == ["mine:sheet"]
    journal.measures.turn_on("mine:sheet")
    assert "mine:sheet" in [form.form_id for form in journal.shelf.forms()]
    assert "mine:evening" in [offer.form_id for offer in journal.today.view().offers]


def test_locking_takes_the_packs_out_of_the_library(add, journal):
    add()
    journal.close()

    assert [pack.id for pack in journal.library.packs] == ["core"]


def test_a_pack_that_is_removed_leaves_every_answer_as_it_was_asked(add, packs, journal):
    add()
    draft = journal.responses.new("mine:evening").draft
    journal.responses.save(draft, Answer("calm", number=3))
    journal.responses.save(draft, Answer("times", number=2))
    before = journal.written.newest()

    packs.remove("mine")

    assert packs.installed() == ()
    assert "mine:evening" not in journal.library.forms
    assert journal.written.newest() == before
    opened_again = journal.responses.open(draft.uid)
    assert opened_again.draft.form.item("calm").ask == "Calm"
    assert opened_again.draft.form.scores[0].title == "Total"


def test_the_same_pack_is_told_as_such_and_adding_it_twice_changes_nothing(add, look, packs):
    offered = add()
    before = packs.installed()

    assert look().standing is Standing.SAME
    packs.install(offered)
    assert packs.installed() == before


def test_a_new_version_says_what_would_change_and_takes_the_place(add, look, packs, journal):
    first = journal.clock.now()
    add()
    journal.clock.pass_time(days=3)
    offered = look(newer('ask = "Calm"', 'ask = "How calm?"'))

    assert (offered.standing, offered.had) == (Standing.UPDATE, "1")
    [change] = offered.changes
    assert (change.kind, change.old, change.new) == (ChangeKind.QUESTION, "Calm", "How calm?")
    assert journal.library.form("mine:evening").item("calm").ask == "Calm"

    packs.install(offered)

    [pack] = packs.installed()
    assert (pack.version, pack.installed_at) == ("2", first)
    assert journal.library.form("mine:evening").item("calm").ask == "How calm?"


def test_a_form_that_changed_under_the_same_version_is_refused(add, look):
    add()
    files = changed("forms/evening.toml", 'ask = "Calm"', 'ask = "How calm?"', version(2))

    assert refused(look, files) == "forms/evening.toml: version: must be above 1: the form has changed"
    assert look(version(2)).changes == ()


def test_a_pack_that_changed_under_the_same_version_is_refused(add, look, packs):
    other = look(newer('ask = "Calm"', 'ask = "How calm?"', FILES))
    add()
    line = "pack.toml: version: must be another one than 1: the pack has changed"

    assert refused(look, other.files) == line
    assert refused(packs.install, other) == line


def test_a_pack_whose_files_were_damaged_is_put_right_by_the_same_version(vault, resources, messages, clock, tmp_path):
    Packs(vault.connection).put(StoredPack("mine", "1", {}, clock.now()))
    journal = reopened(vault, resources, messages, clock)
    assert [pack.readable for pack in journal.packs.installed()] == [False]

    journal.packs.install(journal.packs.look(as_zip(tmp_path / "mine.zip", FILES)))

    assert [pack.readable for pack in journal.packs.installed()] == [True]


def test_a_pack_beside_the_programs_own_keeps_its_id(vault, resources, messages, clock, tmp_path):
    root = as_folder(tmp_path / "mine", FILES)
    Packs(vault.connection).put(StoredPack("mine", "1", FILES, clock.now()))

    journal = opened(vault, load_library(resources, "en", [root]), messages, clock)

    assert refused(journal.packs.look, root) == "pack.toml: id: `mine` is there already"
    assert [pack.readable for pack in journal.packs.installed()] == [False]
    assert journal.library.form("mine:evening").title == "Evening"


def test_a_pack_that_reads_no_more_is_left_out_and_can_be_updated_or_removed(
    vault, resources, messages, clock, tmp_path
):
    old = changed("forms/evening.toml", "minutes = 2", "minutes = 2\nonce_known = true")
    Packs(vault.connection).put(StoredPack("mine", "1", old, clock.now()))
    journal = reopened(vault, resources, messages, clock)

    [pack] = journal.packs.installed()
    assert (pack.readable, pack.title, pack.version, pack.forms) == (False, "mine", "1", ())
    assert "mine:evening" not in journal.library.forms

    offered = journal.packs.look(as_zip(tmp_path / "mine.zip", version(2)))
    assert (offered.standing, offered.had, offered.changes) == (Standing.UPDATE, "1", ())
    journal.packs.install(offered)
    assert [pack.readable for pack in journal.packs.installed()] == [True]
    journal.packs.remove("mine")
    assert journal.packs.installed() == ()


def test_a_table_that_cannot_be_read_does_not_stand_in_the_way_of_unlocking(vault, resources, messages, clock):
    with vault.connection.writing():
        vault.connection.execute("DROP TABLE pack")

    assert reopened(vault, resources, messages, clock).packs.installed() == ()


def test_looking_tells_how_far_it_is(packs, tmp_path):
    files = FILES | {f"forms/f{n}.toml": SHELF_FORM.replace('"evening"', f'"f{n}"') for n in range(4)}
    told = []

    packs.look(as_folder(tmp_path / "mine", files), lambda *how_far: told.append(how_far))

    assert told == [(n, 5) for n in range(5)]


def test_what_is_neither_folder_nor_zip_nor_questionnaire_is_refused(packs, tmp_path):
    (tmp_path / "words.txt").write_text("words")
    (tmp_path / "words.json").write_text(json.dumps({"resourceType": "Patient"}))

    assert refused(packs.look, tmp_path / "words.txt") == "zip: is damaged, or no zip"
    assert refused(packs.look, tmp_path / "gone.zip") == "gone.zip: cannot be read"
    assert refused(packs.look, tmp_path / "words.json") != ""
