"""A questionnaire with the codes of a built-in sheet takes its place; one that differs says how and does not."""

import tomllib
from dataclasses import replace
from datetime import timedelta

import pytest

from kat_journal.content.library import Library
from kat_journal.content.locate import resources_folder
from kat_journal.content.pack_files import Files
from kat_journal.content.packs import PackReader
from kat_journal.domain.form import Anchor, ItemType, Timing
from kat_journal.domain.response import Answer
from kat_journal.domain.scoring import score
from kat_journal.errors import QuestionnaireError
from kat_journal.importing.fhir_questionnaire import import_questionnaire
from tests.importing.conftest import CORE, KNOWN, form_of
from tests.importing.questionnaires import HARD, LOINC, OFTEN, choice, data, sheet, whole

FILE = "forms/questionnaire.toml"
TOTAL = {"linkId": "total", "text": "Total", "type": "decimal", "code": [{"system": LOINC, "code": "44261-6"}]}


def read(tree):
    return import_questionnaire(data(tree), KNOWN)


def row(tree, code):
    return next(item for item in tree["item"] if item["code"][0]["code"] == code)


@pytest.fixture(params=sorted(KNOWN))
def built_in(request):
    return KNOWN[request.param]


def test_every_coded_sheet_is_taken_over_with_its_ids_arithmetic_and_cards(built_in):
    found = read(sheet(built_in))
    form = form_of(found.files)

    assert (found.takes_over, found.notes) == (built_in.id, ())
    assert (form.takes_over, form.loinc) == (built_in.id, built_in.loinc)
    assert [item.id for item in form.items] == [item.id for item in built_in.items]
    assert [item.loinc for item in form.items] == [item.loinc for item in built_in.items]
    assert [item.guarded for item in form.items] == [item.guarded for item in built_in.items]
    assert [item.label for item in form.items] == [item.name for item in built_in.items]
    assert (form.scores, form.flags, form.timing) == (built_in.scores, built_in.flags, built_in.timing)
    assert (form.recall, form.on_request) == (built_in.recall, built_in.on_request)
    assert form.title == "As my clinic gives it"
    assert {item.ask for item in form.items}.isdisjoint(item.ask for item in built_in.items)


def test_in_the_library_it_stands_where_the_sheet_stood(phq_9):
    pack = PackReader(Files(read(sheet(phq_9)).files), "en", CORE).pack()
    library = Library(resources_folder(), "en", [CORE])
    library.join([pack])

    assert library.form(phq_9.id).title == "As my clinic gives it"
    assert library.form(phq_9.id).scores == phq_9.scores


def test_codes_tell_the_rows_apart_whatever_order_they_stand_in(gad_7):
    """One public file has rows 6 and 7 the other way round."""
    tree = sheet(gad_7)
    tree["item"][5], tree["item"][6] = tree["item"][6], tree["item"][5]
    form = form_of(read(tree).files)

    assert [item.loinc for item in form.items][5:] == ["69736-7", "69689-8"]
    assert [item.id for item in form.items][5:] == ["dread", "irritability"]
    assert [item.ask for item in form.items][5:] == ["About row-6", "About row-5"]
    assert form.scores == gad_7.scores


def test_the_last_two_answers_of_the_difficulty_row_count_by_their_code_not_their_number(phq_9):
    form = form_of(read(sheet(phq_9)).files)

    assert [(point.value, point.text) for point in form.item("difficulty").scale.points] == [
        (0, "Easy"),
        (1, "A little hard"),
        (2, "Very hard"),
        (3, "As hard as can be"),
    ]


def test_answers_in_another_order_count_the_same(phq_9):
    tree = sheet(phq_9)
    row(tree, "44250-9")["answerOption"].reverse()
    points = form_of(read(tree).files).item("interest").scale.points

    assert [(point.value, point.text) for point in points] == list(enumerate(words for _, words in OFTEN))


def test_a_row_whose_answers_count_the_other_way_round_is_refused(phq_9):
    tree = sheet(phq_9)
    codings = [option["valueCoding"] for option in row(tree, "44260-8")["answerOption"]]
    for coding, code in zip(codings, [coding["code"] for coding in reversed(codings)], strict=True):
        coding["code"] = code

    with pytest.raises(QuestionnaireError) as refused:
        read(tree)
    assert str(refused.value) == "item[8]: counts the answer `Never so` in another way than the rows before it"


def test_a_total_is_the_sum_of_what_the_codes_mean(phq_9):
    form = form_of(read(sheet(phq_9)).files)
    answers = {item.id: Answer(item.id, number=float(place % 4)) for place, item in enumerate(form.items)}

    assert score(form.scores[0], answers).value == sum(place % 4 for place in range(9))


def test_points_may_be_said_by_the_file_where_its_answers_have_other_codes(gad_7):
    tree = whole([], title="Ours", code=[{"code": gad_7.loinc}])
    own = [("n", "Never so"), ("s", "On some days"), ("m", "On most days"), ("d", "Each day")]
    tree["item"] = [choice(f"/{item.loinc}", own, points=True) for item in gad_7.items]
    for item in tree["item"]:
        for option in item["answerOption"]:
            option["valueCoding"]["system"] = "urn:clinic"

    assert read(tree).takes_over == gad_7.id


def test_points_may_stand_at_the_code_or_be_the_answer_itself(gad_7):
    tree = sheet(gad_7)
    tree["item"][0]["answerOption"] = [{"valueInteger": value} for value in range(4)]
    marks = [[{"url": "urn:x"}, {"url": "urn:x/itemWeight", "valueInteger": value}] for value in range(4)]
    tree["item"][1]["answerOption"] = [{"valueCoding": {"code": f"w{n}", "extension": m}} for n, m in enumerate(marks)]

    assert read(tree).takes_over == gad_7.id


@pytest.mark.parametrize("left_out", ["total", "difficulty"])
def test_the_total_and_the_row_outside_it_need_not_be_there(phq_9, left_out):
    tree = sheet(phq_9)
    if left_out == "total":
        tree["item"].append(TOTAL)
    else:
        tree["item"].pop()
    form = form_of(read(tree).files)

    assert form.takes_over == phq_9.id
    assert len(form.items) == (10 if left_out == "total" else 9)


def _without(tree, phq_9):
    tree["item"] = [item for item in tree["item"] if item["code"][0]["code"] not in ("44252-5", "44255-8")]


def _more(tree, phq_9):
    tree["item"].append({"linkId": "notes", "text": "Anything else?", "type": "text"})


def _twice(tree, phq_9):
    tree["item"].append(choice("again", OFTEN, code="44250-9"))


def _other_sheet(tree, phq_9):
    tree["item"].append(choice("worry", OFTEN, code="69725-0"))


def _other_points(tree, phq_9):
    row(tree, "44250-9")["answerOption"].pop()


def _against(tree, phq_9):
    tree["item"][0] = choice("row-0", [*OFTEN[:2], *OFTEN[:1:-1]], code="44250-9", points=True)


def _no_points(tree, phq_9):
    tree["item"][0] = choice("row-0", [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D")], code="44250-9")


def _half_points(tree, phq_9):
    _no_points(tree, phq_9)
    for value, option in enumerate(tree["item"][0]["answerOption"]):
        option["extension"] = [{"url": "urn:x/ordinalValue", "valueDecimal": value + 0.5}]


def _several(tree, phq_9):
    row(tree, "44250-9")["repeats"] = True


SAYS_NOTHING = "the answers of row 44250-9 do not say the points that it has"
DIFFERENT = [
    (_without, "missing are 44255-8, 44252-5"),
    (_more, "`notes` is no row of it"),
    (_twice, "row 44250-9 is there twice; row 44250-9 is there twice"),
    (_other_sheet, "`worry` is no row of it"),
    (_other_points, SAYS_NOTHING),
    (_against, SAYS_NOTHING),
    (_no_points, SAYS_NOTHING),
    (_half_points, SAYS_NOTHING),
    (_several, SAYS_NOTHING),
]


@pytest.mark.parametrize(("change", "reason"), DIFFERENT)
def test_a_questionnaire_that_differs_stands_beside_the_sheet_and_says_how(phq_9, change, reason):
    tree = sheet(phq_9)
    change(tree, phq_9)
    found = read(tree)
    form = form_of(found.files)

    assert found.notes == (f"stands beside “{phq_9.title}” and has no total: {reason}",)
    assert (found.takes_over, form.takes_over, form.scores, form.timing) == ("", "", (), None)
    assert len(form.items) == len(tree["item"])


def test_the_row_on_thoughts_keeps_its_guard_and_its_card_in_any_questionnaire(phq_9):
    form = form_of(read(whole([choice("dark", OFTEN, code="44260-8"), choice("x", HARD)])).files)

    assert form.items[0].guarded
    assert form.items[0].type is ItemType.SCALE
    assert [(flag.when.item, flag.when.at_least) for flag in form.flags] == [(form.items[0].id, 1)]
    assert [flag.advice for flag in form.flags] == [flag.advice for flag in phq_9.flags]
    assert (form.scores, form.takes_over) == ((), "")


def test_the_row_on_thoughts_is_guarded_even_where_its_answers_say_nothing():
    form = form_of(read(whole([choice("dark", [("a", "A"), ("b", "B")], code="44260-8")])).files)

    assert (form.items[0].guarded, form.flags) == (True, ())


def test_a_condition_on_a_row_of_points_is_followed_at_its_top_alone(gad_7):
    tree = sheet(gad_7)
    met = {"question": "row-0", "operator": "=", "answerCoding": {"system": LOINC, "code": "LA6571-9"}}
    tree["item"].append({"linkId": "h", "text": "Well done.", "type": "display", "enableWhen": [met]})

    assert form_of(read(tree).files).items[-1].ask_if.at_least == 3


def test_a_sheet_that_is_opened_by_hand_stays_so(gad_7):
    by_hand = replace(gad_7, timing=None, recall=None)
    form = form_of(import_questionnaire(data(sheet(gad_7)), {gad_7.loinc: by_hand}).files)

    assert (form.timing, form.recall, form.takes_over) == (None, None, gad_7.id)


@pytest.mark.parametrize("opens", [timedelta(hours=-36), timedelta(minutes=45), timedelta(0)])
def test_the_times_of_a_sheet_go_over_to_the_minute(gad_7, opens):
    timing = Timing(Anchor.APPOINTMENT, opens, timedelta(days=2), timedelta(days=3))
    sheet_then = replace(gad_7, timing=timing, on_request=False)
    tables = tomllib.loads(import_questionnaire(data(sheet(gad_7)), {gad_7.loinc: sheet_then}).files[FILE])

    assert tables["timing"] == {
        "anchor": "appointment",
        "opens": {-36: "-36h", 0.75: "45m", 0: "0m"}[opens / timedelta(hours=1)],
        "due": "2d",
        "closes": "3d",
    }


def test_a_file_without_any_known_sheet_is_a_form_of_its_own(phq_9):
    files = import_questionnaire(data(sheet(phq_9)), {}).files

    assert "takes_over" not in tomllib.loads(files[FILE])
    assert "scales.toml" not in files
