"""The page of packs: looked at first, added only after a yes, removed after a word."""

import dataclasses
import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kat_journal.content.library import load_library
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName
from kat_journal.gui.packs.refusal import MOST
from kat_journal.gui.tasks import InlineTasks
from kat_journal.storage.packs import Packs, StoredPack
from tests.conftest import opened
from tests.helpers.hostile_packs import sheet
from tests.helpers.pack_making import FILES, SHELF_FORM, as_folder, as_zip, changed
from tests.services.test_packs_taking_over import questionnaire


def test_before_the_first_it_says_so(page):
    assert page.said("no-packs").startswith("None so far.")
    assert page.view.focusWidget() is page.button("choose-pack-file")
    assert page.view.place().name is PageName.PACKS


def test_a_pack_is_shown_whole_before_anything_is_added(page, journal):
    page.choose(FILES)

    assert page.said("pack-title") == "Mine"
    assert page.said("pack-maker") == "Made by: A therapist. Version: 1. Terms: CC0-1.0."
    assert page.said("pack-said") == "It brings 1 form. Nothing is added yet."
    assert page.view.focusWidget().objectName() == "pack-title"
    assert journal.packs.installed() == ()
    assert not page.sees("pack-form-0-ask-0")

    page.press("pack-form-0-questions")

    assert [page.said(f"pack-form-0-ask-{place}") for place in range(5)] == [
        "Calm",
        "How often?",
        "Which kind?",
        "Been out?",
        "Anything else?",
    ]
    words = page.words()
    for line in ("One of: 0 None \u00b7 1 Some \u00b7 3 Much", "A number: 0 \u2013 5 times", "One of: One \u00b7 Two"):
        assert line in words
    assert "Yes or no. Asked only after some answers." in words
    assert page.said("pack-form-0-shows") == "Comes up on Today every 30 days."
    assert page.said("pack-form-0-card-0") == "You could tell your clinic."
    assert "999" in page.said("pack-form-0-card-1")

    page.press("pack-form-0-questions")
    assert not page.sees("pack-form-0-ask-0")
    page.press("pack-form-0-questions")
    assert page.sees("pack-form-0-ask-0")


def test_how_often_a_form_comes_up_is_said(page):
    page.choose(changed("forms/evening.toml", 'closes = "2d"\nevery = "30d"', 'closes = "23h"\nevery = "1d"'))
    assert page.said("pack-form-0-shows") == "Comes up on Today every day."

    page.choose(changed("forms/evening.toml", 'every = "30d"', ""))
    assert page.said("pack-form-0-shows") == "Comes up on Today when its time is there."


def test_words_that_only_progress_shows_are_seen_before_too(page):
    files = changed("forms/evening.toml", 'id = "times"', 'id = "times"\nlabel = "Bouts"')
    page.choose(files)
    page.press("pack-form-0-questions")

    assert "A number: 0 \u2013 5 times (short name: Bouts)" in page.words()
    assert page.said("pack-form-0-counted").startswith("Counted: ")
    assert page.said("pack-form-0-source") == "From: A therapist \u00b7 Nobody"


def test_a_pack_that_is_accepted_is_added_and_its_place_told(page, journal):
    page.choose(FILES | {"forms/quiet.toml": SHELF_FORM.replace('"evening"', '"quiet"')})
    page.press("add-pack")

    assert page.said("packs-notice-text") == (
        "\u201cMine\u201d is added. Forms with a time come up on Today. Forms for any day are under "
        "\u201cMore to fill in\u201d on Write."
    )
    assert "Made by: A therapist. Version: 1. Terms: CC0-1.0. 2 forms." in page.words()
    assert [pack.id for pack in journal.packs.installed()] == ["mine"]
    assert not page.sees("pack-offer")
    assert not page.sees("no-packs")


def test_a_pack_that_is_left_changes_nothing(page, journal):
    page.choose(FILES)
    page.press("leave-pack")

    assert page.said("packs-notice-text") == "Nothing was added."
    assert not page.sees("pack-offer")
    assert journal.packs.installed() == ()
    page.view.accepted.emit()
    page.view.accepted.emit()
    assert len(journal.packs.installed()) == 1, "only what was looked at last can be added, and once"


def test_choosing_nothing_does_nothing(page, dialogs):
    dialogs.answer(None)
    page.press("choose-pack-file")

    assert not page.sees("pack-state")
    assert dialogs.asked[0].filters == "Packs and questionnaires (*.zip *.json)"


def test_a_zip_is_chosen_as_a_file(page, dialogs, tmp_path, journal):
    dialogs.answer(as_zip(tmp_path / "mine.zip", FILES))
    page.press("choose-pack-file")
    page.press("add-pack")

    assert [pack.title for pack in journal.packs.installed()] == ["Mine"]


def test_a_questionnaire_says_whose_place_it_takes_and_what_was_left_out(page, dialogs, tmp_path, journal):
    whole = questionnaire()
    (tmp_path / "nine.json").write_text(json.dumps(whole))
    dialogs.answer(tmp_path / "nine.json")
    page.press("choose-pack-file")

    assert "Takes the place of \u201cPHQ-9 score sheet\u201d" in page.words()
    page.press("pack-form-0-questions")
    assert page.said("pack-form-0-ask-0") == "Words of row 1"
    page.press("add-pack")
    assert page.said("packs-notice-text").endswith(
        "Turn the sheet on in Settings, \u201cForms that my clinic gives me\u201d, if it is off."
    )
    assert journal.library.form("core:phq-9").title == "My clinic's nine"


def test_what_of_a_questionnaire_is_left_out_is_said(page, dialogs, tmp_path):
    whole = questionnaire()
    whole["item"] = whole["item"][:3]
    (tmp_path / "three.json").write_text(json.dumps(whole))
    dialogs.answer(tmp_path / "three.json")
    page.press("choose-pack-file")

    assert "has no total" in page.said("pack-note-0")


def test_a_form_on_request_says_where_to_turn_it_on(page):
    page.choose(
        FILES | {"forms/evening.toml": SHELF_FORM.replace('kind = "check-in"', 'kind = "measure"\non_request = true')}
    )
    assert "Off until you turn it on in Settings" in page.words()
    page.press("add-pack")

    assert "Some are off until you turn them on in Settings" in page.said("packs-notice-text")


def test_a_pack_that_is_refused_says_why_and_changes_nothing(page, journal, clock):
    page.choose(changed("forms/evening.toml", '"Calm"', '"<b>Calm</b>"'))

    assert page.said("refusal-reason") == (
        "Its part \u201cforms/evening.toml\u201d is not right: \u201citems[0].ask\u201d holds a tag such as <b>; a "
        "pack is plain text. Nothing was changed."
    )
    line = "forms/evening.toml: items[0].ask: holds a tag such as <b>; a pack is plain text"
    assert page.said("refusal-lines") == line
    assert journal.packs.installed() == ()
    lines = page.view.findChild(object, "refusal-lines")
    assert lines.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    lines.setFocus()
    lines.setSelection(0, len(line))
    assert lines.selectedText() == line

    page.choose(FILES)
    assert not page.sees("pack-refusal")


def test_a_refusal_of_a_whole_file_or_with_many_lines_is_said_too(page):
    page.choose(FILES | {"forms/evening.toml": b"\xff"})
    assert page.said("refusal-reason").startswith(
        "Its part \u201cforms/evening.toml\u201d is not right: it is not UTF-8"
    )

    items = "".join(f'\n[[items]]\nid = "m{n}"\ntype = "text"\nask = "<b>"\n' for n in range(MOST + 5))
    page.choose(FILES | {"forms/evening.toml": FILES["forms/evening.toml"] + items})
    assert page.said("refusal-lines").splitlines()[-1] == "and 5 more"


def test_a_refusal_without_a_file_is_said_as_it_is(page, dialogs, tmp_path):
    (tmp_path / "words.json").write_text("{}")
    dialogs.answer(tmp_path / "words.json")
    page.press("choose-pack-file")

    assert page.said("refusal-reason").endswith("Nothing was changed.")


def test_removing_says_what_stays_and_asks_first(page, journal):
    page.choose(FILES)
    page.press("add-pack")
    draft = journal.responses.new("mine:evening").draft
    journal.responses.save(draft, Answer("calm", number=3))
    page.press("remove-pack-0")

    assert page.said("remove-pack-notice-text").startswith("Remove \u201cMine\u201d? Its forms are not asked any more.")
    assert page.view.focusWidget() is page.button("pack-keep")
    page.press("pack-keep")
    assert len(journal.packs.installed()) == 1

    page.press("remove-pack-0")
    page.press("pack-remove")

    assert page.said("packs-notice-text") == "The pack is removed. What you answered is still there."
    assert journal.packs.installed() == ()
    assert page.sees("no-packs")
    assert journal.responses.open(draft.uid).answers["calm"].number == 3


def test_a_pack_that_cannot_be_read_any_more_has_a_quiet_note(show, context, vault, clock, resources, messages):
    Packs(vault.connection).put(StoredPack("mine", "1", {}, clock.now()))
    page = show(dataclasses.replace(context, journal=opened(vault, load_library(resources), messages, clock)))

    assert "cannot read it, so its forms are not asked now. What you answered is still there." in page.words()


def test_what_goes_wrong_with_the_journal_is_said_in_the_page(page, vault):
    page.choose(FILES)
    with vault.connection.writing():
        vault.connection.execute("DROP TABLE pack")
    page.press("add-pack")

    assert page.said("packs-notice-text") != ""
    assert "is added" not in page.said("packs-notice-text")


def test_two_packs_for_one_place_are_refused_at_the_last_moment_too(page, journal, tmp_path):
    page.choose(sheet())
    journal.packs.install(
        journal.packs.look(as_folder(tmp_path / "x", changed("pack.toml", '"mine"', '"other"', sheet())))
    )
    page.press("add-pack")

    assert "has that place; remove it first" in page.said("refusal-lines")
    assert not page.sees("pack-offer")


def test_back_leads_back(page, context):
    moved = []
    context.navigator.moved.connect(moved.append)
    page.press("back")

    assert [place.name for place in moved] == [PageName.TODAY]


def test_everything_can_be_done_by_keyboard(page, qtbot, journal, dialogs, tmp_path):
    dialogs.answer(as_zip(tmp_path / "mine.zip", FILES))
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Return)
    names = []
    while (name := page.view.focusWidget().objectName()) != "add-pack":
        assert len(names) < 20, names
        names.append(name)
        qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Return)

    assert names == ["pack-title", "pack-form-0-questions"]
    assert len(journal.packs.installed()) == 1
    QGuiApplication.clipboard().clear()


class Slow(InlineTasks):
    """Holds the pool back until it is let go, and notes where work was sent."""

    def __init__(self):
        self.waiting = []

    def pool(self, work, *, context, **outcome):
        self.waiting.append(lambda: InlineTasks.journal(self, work, context=context, **outcome))


def test_reading_a_pack_is_left_to_the_pool_and_says_how_far_it_is(show, context, journal):
    tasks = Slow()
    page = show(dataclasses.replace(context, tasks=tasks))
    page.choose(FILES)

    assert page.said("pack-state") == "Looking at the pack\u2026"
    assert not page.button("choose-pack-file").isEnabled()
    assert not page.button("choose-pack-folder").isEnabled()
    page.view.show_looking(34, 200)
    assert page.said("pack-state") == "Looking at the pack\u2026 34 of 200 forms"

    tasks.waiting.pop()()

    assert page.said("pack-title") == "Mine"
    assert not page.sees("pack-state")
    assert page.button("choose-pack-file").isEnabled()
