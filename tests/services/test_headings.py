import pytest

from tests.helpers.clock import november


@pytest.mark.parametrize(
    ("form_id", "heading"),
    [
        ("intention", "Before your first session"),
        ("check-in.next-day", "The day after your first session"),
        ("reflection.day-3", "A few days after your first session"),
        ("reflection.day-7", "A week after your first session"),
    ],
)
def test_a_form_says_where_it_stands(journal, held, form_id, heading):
    assert journal.responses.begin(f"core:{form_id}", session_id=held.id).heading == heading


def test_the_forms_of_the_day_itself_have_their_title(journal, held):
    opened = journal.responses.begin("core:session-record", session_id=held.id)

    assert opened.heading == opened.draft.form.title


def test_a_form_without_a_session_has_its_title(journal):
    opened = journal.responses.new("core:reflection.day-3")

    assert opened.heading == opened.draft.form.title


def test_a_form_of_a_cancelled_session_has_its_title(journal, held):
    journal.courses.cancel(held.id)

    opened = journal.responses.begin("core:reflection.day-3", session_id=held.id)

    assert opened.heading == opened.draft.form.title


def test_the_intention_stands_beside_what_comes_after_it(journal, writer, held):
    draft = writer.begin("intention", held)
    writer.write(draft, "worries", "That nothing happens.")
    assert journal.responses.begin("core:reflection.next-day", session_id=held.id).intention == ""

    writer.write(draft, "intention", "To be less careful with grief.")

    assert (
        journal.responses.begin("core:reflection.next-day", session_id=held.id).intention
        == "To be less careful with grief."
    )


def test_the_intention_does_not_stand_beside_itself(journal, writer, held):
    writer.write(writer.begin("intention", held), "intention", "To be less careful with grief.")

    assert journal.responses.begin("core:intention", session_id=held.id).intention == ""


def test_a_skipped_intention_is_no_intention(journal, writer, held):
    writer.write(writer.begin("intention", held), "intention", skipped=True)

    assert journal.responses.begin("core:reflection.next-day", session_id=held.id).intention == ""


def test_an_intention_of_another_session_stays_there(journal, writer, held):
    writer.write(writer.begin("intention", held), "intention", "To be less careful with grief.")
    other = journal.courses.plan(november(26, 9))

    assert journal.responses.begin("core:reflection.next-day", session_id=other.id).intention == ""


def test_a_page_without_a_session_has_no_intention(journal):
    assert journal.responses.new("core:free-page").intention == ""
