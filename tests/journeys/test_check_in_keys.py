"""A check-in by keyboard alone, in the real window: how many keys it takes from the opened form to the finished one."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from kat_journal.domain.ids import FormId
from tests.journeys.conftest import PATIENCE
from tests.journeys.test_new_form import on_journal

SESSION_END = datetime(2026, 11, 26, 11, 30, tzinfo=UTC)
NEXT_DAY = FormId("core:check-in.next-day")
CONTROL = Qt.KeyboardModifier.ControlModifier


class Typist:
    """Presses keys where the focus is, and counts every one of them, Control too."""

    def __init__(self, person):
        self._person = person
        self.keys = 0

    def press(self, *keys):
        for key in keys:
            self.keys += 1
            self._person.press(key)

    def done(self):
        self.keys += 2
        self._person.press(Qt.Key.Key_Return, modifier=CONTROL)
        self._person.see("today-sentence")


@pytest.fixture
def at_the_form(sit_down, clock):
    """A person the day after a session, with the check-in open in front of them."""
    person = sit_down()
    clock.set(SESSION_END)
    words = person.see("new-passphrase")
    person.qtbot.waitUntil(lambda: words.text() != "", timeout=PATIENCE)
    person.type("passphrase-again", words.text())
    for name in ("go-on", "no-date", "just-had", "that-is-enough", "today"):
        person.click(name)
    person.see("today-sentence")
    clock.set(SESSION_END + timedelta(hours=20))
    person.click("nav-today")
    person.see("take-offer")
    person.click("take-offer")
    person.see("item-nausea-tick")
    person.qtbot.waitUntil(lambda: person.focus().objectName() == "item-nausea-tick", timeout=PATIENCE)
    return person


def stored(person):
    """The one check-in in the file: finished or not, and its answers."""
    found = on_journal(person, lambda journal: journal.responses._responses.of_form(NEXT_DAY))
    assert len(found) == 1
    return found[0].finished_at is not None, found[0].answers


def test_with_nothing_to_report_it_takes_three_keys(at_the_form, library):
    typist = Typist(at_the_form)
    typist.press(Qt.Key.Key_N)
    typist.done()
    finished, answers = stored(at_the_form)

    assert typist.keys <= 3
    assert finished
    rows = {one.id for one in library.form(NEXT_DAY).items if one.type == "symptom" and not one.more}
    assert {name: answer.number for name, answer in answers.items()} == dict.fromkeys(rows - {"other"}, 0)
    assert not {"safety", "sudden", "still-unreal"} & set(answers), "not asked is not answered"


def test_with_three_symptoms_it_takes_one_key_a_row(at_the_form):
    typist = Typist(at_the_form)
    typist.press(Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_N)
    typist.done()
    finished, answers = stored(at_the_form)

    assert typist.keys <= 4 + 3
    assert finished
    assert {name: answer.number for name, answer in answers.items() if answer.number} == {
        "nausea": 2,
        "headache": 1,
        "tired": 3,
    }


def test_every_row_answered_by_itself_takes_one_key_each(at_the_form, library):
    """The question about ending one's life is answered by its own key, and stays in sight until one goes on."""
    shown = [one.id for one in library.form(NEXT_DAY).items if not one.more and one.id != "other"]
    rows = shown[: shown.index("still-unreal")]
    typist = Typist(at_the_form)
    typist.press(*[Qt.Key.Key_0] * len(rows))  # each symptom
    typist.press(Qt.Key.Key_0)  # still unreal: no
    typist.press(Qt.Key.Key_Space)  # safety: no
    assert typist.keys == len(shown) - 1, "one sudden sign or more, or none at all"
    typist.done()
    finished, answers = stored(at_the_form)

    assert finished
    assert set(answers) == set(shown) - {"sudden"}
    assert answers["safety"].options == ("no",)
