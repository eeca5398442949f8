"""What can be filled in at any time."""


def test_forms_without_a_time_are_there_and_pages_have_their_own_ways(journal):
    assert [one.form_id for one in journal.shelf.forms()] == ["core:ratings.day", "core:stopping-or-pausing"]


def test_a_score_sheet_joins_them_once_it_is_on(journal, library):
    journal.measures.turn_on("core:gad-7")

    [sheet] = [one for one in journal.shelf.forms() if one.form_id == "core:gad-7"]

    form = library.form("core:gad-7")
    assert (sheet.title, sheet.about, sheet.minutes) == (form.title, form.about, form.minutes)


def test_a_form_is_never_out_of_reach(journal, library):
    """Each has a time, a place on the shelf, or is a page with a way of its own."""
    for one in journal.measures.available():
        journal.measures.turn_on(one.form_id)
    shelf = {one.form_id for one in journal.shelf.forms()}

    out_of_reach = {form.id for form in library.forms.values() if form.timing is None} - shelf

    assert out_of_reach == {"core:free-page", "core:locked-page", "core:plan-for-hard-hours"}
