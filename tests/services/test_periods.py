"""Which days a summary can cover, and what of them left before, over a real vault."""

from datetime import date

import pytest

from kat_journal.domain.response import ShareMark
from kat_journal.errors import NoSuchSessionError, NoSummaryYetError, NothingChosenError
from kat_journal.services.exports import Asked
from kat_journal.services.summaries import Choice, Period, rings
from tests.helpers.clock import november

TODAY = date(2026, 11, 23)


@pytest.fixture
def summaries(journal):
    return journal.summaries


@pytest.fixture
def page(journal, writer):
    """Writes a page and gives its key in the tick list."""

    def page(words, *, shared=False):
        draft = writer.free_page(words)
        journal.responses.set_share(draft.uid, "words", ShareMark.SHARE if shared else ShareMark.PRIVATE)
        return f"answer:{draft.uid}:words"

    return page


@pytest.fixture
def offered(summaries):
    """The tick list of the usual days, by key."""
    return lambda: {one.key: one for one in summaries.candidates(summaries.material(summaries.default_period()))}


def test_since_the_last_summary_begins_on_the_day_on_which_it_was_saved(journal, summaries, page, clock, tmp_path):
    page("old", shared=True)
    with pytest.raises(NoSummaryYetError):
        journal.exports.export_file(summaries, tmp_path / "a.md", Asked(since_summary=True))
    usual = summaries.default_period()
    journal.exports.export_file(summaries, tmp_path / "all.md", Asked(everything=True))
    assert len(summaries.periods()) == 1
    journal.exports.export_file(summaries, tmp_path / "a.md")
    clock.pass_time(days=3)
    assert summaries.since_summary() == Period(TODAY, date(2026, 11, 26), "period.since-summary")
    assert summaries.label(summaries.since_summary()) == "Since the last summary"
    assert summaries.since_summary() in summaries.periods()
    assert summaries.default_period().label_key == usual.label_key
    page("new", shared=True)
    made = journal.exports.export_file(summaries, tmp_path / "b.md", Asked(since_summary=True, ends=date(2026, 11, 25)))
    assert (made.record.starts, made.record.ends) == (TODAY, date(2026, 11, 25))


def test_one_session_alone_is_what_was_written_about_it_whenever_that_was(journal, summaries, writer, clock):
    clock.set(november(20))
    first, second = journal.courses.plan(november(21, 10)), journal.courses.plan(november(22, 10))
    writer.write(writer.begin("intention", first), "intention", "of the first")
    clock.set(november(22, 9))
    writer.write(writer.begin("intention", second), "intention", "of the second")
    writer.free_page("of none")
    material = summaries.material_of_number(1)
    assert [one.words for one in summaries.candidates(material) if one.words.startswith("of")] == ["of the first"]
    assert (material.period, material.only) == (
        Period(date(2026, 11, 20), date(2026, 11, 20), "period.session"),
        first.id,
    )
    assert summaries.label(material.period) == "Only this session"
    for number in (0, 3):
        with pytest.raises(NoSuchSessionError):
            summaries.material_of_number(number)


def test_the_day_of_a_session_that_took_place_is_one_of_its_days(summaries, held):
    material = summaries.material_of(held.id)
    assert material.period == Period(date(2026, 11, 22), date(2026, 11, 22), "period.session")
    assert [one.key for one in summaries.candidates(material)] == [f"session:{held.uid}"]


def test_one_session_can_be_saved_in_one_step(journal, summaries, held, tmp_path):
    journal.summaries.remember(
        summaries.candidates(summaries.material_of(held.id)), frozenset({f"session:{held.uid}"}), Choice()
    )
    made = journal.exports.export_file(summaries, tmp_path / "a.md", Asked(session=1))
    assert made.record.keys == (f"session:{held.uid}",)
    assert (made.record.starts, made.record.ends) == (date(2026, 11, 22), date(2026, 11, 22))


def test_a_session_of_which_nothing_is_known_yet_gives_no_summary(journal, summaries):
    planned = journal.courses.plan(november(25))
    material = summaries.material_of(planned.id)
    assert (material.period.starts, summaries.candidates(material)) == (TODAY, ())
    with pytest.raises(NothingChosenError):
        summaries.compose(material, frozenset({"x"}))


def test_what_left_before_is_told_and_so_is_what_is_new_or_changed(
    journal, summaries, writer, page, offered, clock, tmp_path
):
    shared = page("shared", shared=True)
    private = page("private")
    assert {one.shared_on for one in offered().values()} == {None}
    journal.exports.export_file(summaries, tmp_path / "a.md")
    assert (offered()[shared].shared_on, offered()[shared].is_changed) == (TODAY, False)
    assert (offered()[private].shared_on, offered()[private].is_new) == (None, False)
    clock.pass_time(days=1)
    new = page("new")
    assert (offered()[new].is_new, offered()[new].ticked) == (True, False)
    writer.write(journal.responses.open(shared.split(":")[1]).draft, "words", "shared, and more")
    assert (offered()[shared].shared_on, offered()[shared].is_changed) == (TODAY, True)


def test_what_is_guarded_is_never_ticked_however_often_it_left(journal, summaries, writer, offered, clock, tmp_path):
    draft = writer.begin("before-appointment")
    writer.write(draft, "safe", options=("yes",), share=ShareMark.SHARE)
    key = f"answer:{draft.uid}:safe"
    material = summaries.material(summaries.default_period())
    for at in range(3):
        assert offered()[key].guarded
        assert not offered()[key].ticked
        data = journal.exports.render(summaries.compose(material, frozenset({key})))
        journal.exports.save(data, tmp_path / f"{at}.md")
        journal.exports.record(data, tmp_path / f"{at}.md", material.period, frozenset({key}))
        summaries.remember(summaries.candidates(material), frozenset({key}), Choice())
        clock.pass_time(minutes=1)
    assert offered()[key].shared_on == TODAY
    with pytest.raises(NothingChosenError):
        journal.exports.export_file(summaries, tmp_path / "out.md")


def test_something_to_look_at_first_rings(journal, summaries, writer):
    draft = writer.begin("before-appointment")
    writer.write(draft, "look-first", "please read")
    writer.write(draft, "tried", "a walk")
    material = summaries.material(summaries.default_period())
    assert rings(summaries.compose(material, frozenset({f"answer:{draft.uid}:look-first"})))
    assert not rings(summaries.compose(material, frozenset({f"answer:{draft.uid}:tried"})))
