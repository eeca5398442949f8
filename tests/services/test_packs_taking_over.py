"""An imported questionnaire takes the place of a built-in score sheet, and history goes on across it."""

import json

import pytest

from kat_journal.content.library import load_library
from kat_journal.domain.response import Answer
from kat_journal.errors import PackError
from kat_journal.services.packs import Shows, Standing
from kat_journal.services.progress import Span
from tests.conftest import opened
from tests.helpers.hostile_packs import sheet
from tests.helpers.pack_making import as_folder, changed

PHQ = ("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8")
OFTEN = (("LA6568-5", "Not at all"), ("LA6569-3", "Several days"), ("LA6570-1", "Half"), ("LA6571-9", "Every day"))


def questionnaire(title="My clinic's nine", codes=PHQ):
    def coding(code, display=None):
        return {"system": "http://loinc.org", "code": code} | ({"display": display} if display else {})

    items = [
        {
            "linkId": f"/{code}",
            "code": [coding(code)],
            "text": f"Words of row {number}",
            "type": "choice",
            "answerOption": [{"valueCoding": coding(*answer)} for answer in OFTEN],
        }
        for number, code in enumerate(codes, 1)
    ]
    return {
        "resourceType": "Questionnaire",
        "status": "active",
        "url": "urn:clinic:nine",
        "version": "1.0",
        "title": title,
        "publisher": "A clinic",
        "code": [coding("44249-1")],
        "item": items,
    }


@pytest.fixture
def journal(vault, resources, messages, clock):
    return opened(vault, load_library(resources), messages, clock)


@pytest.fixture
def nine(tmp_path):
    path = tmp_path / "nine.json"
    path.write_text(json.dumps(questionnaire()))
    return path


def filled(journal, number):
    """Fill in the sheet, every row alike; gives the form as it was asked."""
    draft = journal.responses.new("core:phq-9").draft
    for item in draft.form.questions():
        if item.id != "difficulty":
            journal.responses.save(draft, Answer(item.id, number=number))
    journal.clock.pass_time(days=15)
    return draft.form


def totals(journal):
    [series] = [one for one in journal.progress.view(Span.EVERYTHING).series if one.title == "PHQ-9"]
    return [point.value for point in series.points]


def test_history_and_arithmetic_go_on_across_adding_and_removing(journal, nine):
    built_in = journal.library.form("core:phq-9")
    journal.measures.turn_on("core:phq-9")
    filled(journal, 1)
    offered = journal.packs.look(nine)
    [form] = offered.forms
    assert (offered.standing, offered.is_questionnaire) == (Standing.NEW, True)
    assert (form.shows, form.in_place_of) == (Shows.IN_PLACE, "PHQ-9 score sheet")
    assert any("Samaritans" in card for card in form.cards)

    journal.packs.install(offered)

    asked = journal.library.form("core:phq-9")
    assert (asked.title, asked.id, asked.takes_over) == ("My clinic's nine", "core:phq-9", "core:phq-9")
    assert [item.id for item in asked.items] == [item.id for item in built_in.items if item.id != "difficulty"]
    assert [item.loinc for item in asked.items] == list(PHQ)
    assert (asked.scores, asked.flags, asked.timing, asked.recall) == (
        built_in.scores,
        built_in.flags,
        built_in.timing,
        built_in.recall,
    )
    assert asked.item("thoughts").guarded
    assert asked.item("interest").ask == "Words of row 1"
    assert asked.item("interest").name == "1 Interest and pleasure"
    assert not [form_id for form_id in journal.library.forms if form_id.startswith("fhir")]
    assert list(journal.library.forms).index("core:phq-9") < len(journal.library.forms) - 1
    assert filled(journal, 2).title == "My clinic's nine"

    journal.packs.remove(offered.pack.id)

    assert journal.library.form("core:phq-9") == built_in
    filled(journal, 3)
    assert totals(journal) == [9, 18, 27]


def test_the_guard_and_the_card_of_row_nine_stay_in_force(journal, nine):
    journal.packs.install(journal.packs.look(nine))
    draft = journal.responses.new("core:phq-9").draft

    saved = journal.responses.save(draft, Answer("thoughts", number=1))

    assert [card.advice.id for card in saved.emergency] == ["safety"]


def test_a_questionnaire_of_its_own_waits_on_the_shelf(journal, tmp_path):
    whole = questionnaire()
    whole["code"] = []
    whole["item"] = [item | {"code": [], "linkId": f"q{number}"} for number, item in enumerate(whole["item"])]
    (tmp_path / "own.JSON").write_text(json.dumps(whole))

    offered = journal.packs.look(tmp_path / "own.JSON")
    journal.packs.install(offered)

    assert [form.shows for form in offered.forms] == [Shows.SHELF]
    assert "My clinic's nine" in [form.title for form in journal.shelf.forms()]


def test_a_place_that_is_taken_is_refused_until_the_other_pack_is_gone(journal, nine, tmp_path):
    other = as_folder(tmp_path / "mine", changed("forms/evening.toml", "minutes = 2", "minutes = 3", sheet()))
    again = as_folder(tmp_path / "yours", changed("pack.toml", '"mine"', '"yours"', sheet()))
    offered = journal.packs.look(again)
    journal.packs.install(journal.packs.look(other))
    line = "forms/evening.toml: takes_over: the pack \u201cMine\u201d has that place; remove it first"

    for work in (lambda: journal.packs.look(again), lambda: journal.packs.install(offered)):
        with pytest.raises(PackError) as error:
            work()
        assert str(error.value) == line
    journal.packs.remove("mine")
    assert journal.packs.look(again).standing is Standing.NEW


def test_two_forms_of_one_pack_do_not_take_one_place(journal, tmp_path):
    files = sheet()
    files |= {"forms/second.toml": files["forms/evening.toml"].replace('"evening"', '"second"')}

    with pytest.raises(PackError, match="another form of the pack takes that place"):
        journal.packs.look(as_folder(tmp_path / "mine", files))


def test_the_first_that_came_keeps_the_place(journal, nine):
    pack = journal.packs.look(nine).pack

    journal.library.join([pack, pack])

    assert journal.library.form("core:phq-9").title == "My clinic's nine"


def test_a_row_that_is_asked_after_another_keeps_its_condition_and_rows_of_its_own_stay(journal, tmp_path):
    files = sheet(
        more='\n[[items]]\nid = "more"\ntype = "text"\nask = "More?"\nask_if = { item = "q0", at_least = 1 }\n'
    )
    journal.packs.install(journal.packs.look(as_folder(tmp_path / "mine", files)))

    form = journal.library.form("core:gad-7")

    assert form.item("more").ask_if.item == "on-edge"
    assert [item.id for item in form.items][-2:] == ["dread", "more"]


def test_the_program_itself_takes_no_place_over(tmp_path, resources):
    from kat_journal.content.packs import read_pack

    root = as_folder(tmp_path / "mine", sheet())
    (root / "scales.toml").write_text((resources / "packs" / "core" / "scales.toml").read_text())
    (root / "advice.toml").unlink()
    with pytest.raises(PackError, match=r"forms/evening\.toml: takes_over: belongs to packs that are added"):
        read_pack(root)
