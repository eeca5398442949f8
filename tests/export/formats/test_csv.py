import csv as reader
import io
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings

from kat_journal.domain.form import Item, ItemType
from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer
from kat_journal.domain.summary import Chosen, ChosenAnswer, ChosenForm, Summary
from kat_journal.export import plain
from kat_journal.export.formats import csv
from tests.export.test_cells import unguarded
from tests.export.texts import WORDS
from tests.golden.fictional_forms import BOTHER, FELT

DAY = date(2026, 11, 23)
NOTICED = Item(ItemId("sick"), ItemType.SYMPTOM, "Sick", scale=BOTHER)


def table(data):
    return [
        {name: unguarded(cell) for name, cell in row.items()}
        for row in reader.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    ]


def one_row(messages, item, answer):
    form = ChosenForm(FormId("core:x"), 2, "X", "", DAY, None, (ChosenAnswer(item, answer),), ())
    (row,) = table(csv.render(Summary("", (), (), (), data=Chosen(forms=(form,))), messages))
    return {name: cell for name, cell in row.items() if cell}


USUAL = {"when": "2026-11-23", "measure": "X", "form": "core:x", "version": "2"}


def test_the_file_is_what_rfc_4180_and_a_spreadsheet_want(messages, fictional):
    data = csv.render(fictional, messages)
    assert data.startswith(b"\xef\xbb\xbfwhen,measure,item,value,answer,note,")
    assert data.endswith(b"\r\n")
    rows = list(reader.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert {len(row) for row in rows} == {16}
    assert "LOINC" not in data.decode()


def test_a_score_says_how_many_rows_were_answered(messages, fictional):
    rows = [row for row in table(csv.render(fictional, messages)) if row["n_of"]]
    assert [(row["when"], row["item"], row["value"], row["n_answered"], row["n_of"], row["estimated"]) for row in rows][
        -2:
    ] == [("2026-11-02", "PHQ-9", "6", "3", "3", ""), ("2026-11-18", "PHQ-9", "3", "2", "3", "1")]


def test_skipped_noticed_and_zero_are_three_things(messages):
    skipped = one_row(messages, NOTICED, Answer(NOTICED.id, skipped=True))
    noticed = one_row(messages, NOTICED, Answer(NOTICED.id, options=("noticed",)))
    zero = one_row(messages, NOTICED, Answer(NOTICED.id, 0.0))
    assert skipped == USUAL | {"item": "Sick", "item_id": "sick", "skipped": "1"}
    assert noticed == USUAL | {
        "item": "Sick",
        "item_id": "sick",
        "options": "noticed",
        "answer": "noticed, not rated",
    }
    assert zero == USUAL | {"item": "Sick", "item_id": "sick", "value": "0", "answer": "Not at all"}


def test_a_number_is_not_said_twice(messages):
    felt = Item(ItemId("felt"), ItemType.SCALE, "Felt", scale=FELT)
    times = Item(ItemId("times"), ItemType.NUMBER, "Times", unit="times")
    assert "answer" not in one_row(messages, felt, Answer(felt.id, 3.0))
    assert one_row(messages, felt, Answer(felt.id, 5.0))["answer"] == "Some of both"
    assert one_row(messages, times, Answer(times.id, -2.5)) == USUAL | {
        "item": "Times",
        "item_id": "times",
        "value": "-2.5",
    }


@given(WORDS)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_again_as_it_was(messages, fictional, words):
    data = replace(fictional.data, questions=(words,))
    last = table(csv.render(replace(fictional, data=data), messages))[-1]
    assert last["answer"] == plain.fold(words)
    assert last["measure"] == "A question I want to ask"
