import pytest

from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer
from kat_journal.gui.runner.spoken import last_time, opening
from tests.gui.runner.conftest import NEXT_DAY, form_id

NAUSEA = ItemId("nausea")


@pytest.fixture
def nausea(library):
    return library.form(form_id(NEXT_DAY)).item(NAUSEA)


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (Answer(NAUSEA, number=1), "Last time: a little"),
        (Answer(NAUSEA, number=0, gone="yes"), "Last time: not at all"),
        (Answer(NAUSEA, number=3, gone="no"), "Last time: hard, still there when you wrote"),
        (Answer(NAUSEA, number=2, gone="unknown"), "Last time: noticeable"),
        (Answer(NAUSEA, skipped=True), ""),
    ],
)
def test_last_times_answer_is_one_quiet_line(qapp, nausea, answer, line):
    assert last_time(nausea, answer) == line


def test_a_check_in_opens_with_its_question(library):
    question, about = opening(library.form(form_id(NEXT_DAY)))

    assert question == "What have you noticed since the session?"
    assert about.startswith("Tick what fits")


def test_any_other_form_opens_with_its_title(library):
    form = library.form(form_id("session-record"))

    assert opening(form) == (form.title, form.about)
