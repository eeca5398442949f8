"""Whatever is typed and pressed: the journal stays, and the copy is what the pane says."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.material import answer_key
from kat_journal.gui.share.copying.line_row import LineRow
from kat_journal.gui.share.copying.struck import Struck
from kat_journal.services.summaries import Edits, edited
from kat_journal.services.summaries import lines as lines_of
from tests.gui.share.copying.harness import words_in_journal, write

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = st.one_of(
    ANY, st.sampled_from(["Anna", "anna bell", "\u05d0\u05e0\u05d4", "\uff21nna", "Zoe\u0308", "e\u0301"])
)
LINES = st.lists(st.one_of(ANY, NAMES, st.just("Annas \U0001f600 Anna")), min_size=1, max_size=5)
FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def begin(page, text):
    """A fresh page in the journal, chosen alone, with an open form and nothing on the list."""
    journal = page.context.journal
    for one in journal.replacements.all():
        page.copying._on_off(one)
    page.press("copy-part-names")
    page.pane.names.form.show_name(type(page.pane.names.form.typed())("", ""))
    page.copying._struck = Struck()  # an example begins a visit of its own
    known = {one.response.uid for one in page.material.answered}
    write(journal, text)
    page.read()
    new = next((one for one in page.material.answered if one.response.uid not in known), None)
    page.choose(frozenset({answer_key(new.response.uid, "words")} if new else ()))
    return new


def rows(page):
    page.press("copy-part-lines")
    page.settle()
    return [one for one in page.pane.findChildren(LineRow) if one.isVisibleTo(page)]


def press(page, numbers):
    shown = rows(page)
    for number in sorted(numbers):
        if number < len(shown):
            shown[number].click()


@FEW
@given(LINES, NAMES, ANY, st.sets(st.integers(0, 4)))
def test_the_journal_never_changes_and_the_pane_says_what_the_copy_is(page, words, name, instead, numbers):
    begin(page, "\n".join(words))
    before = words_in_journal(page.context.journal)

    page.add(name, instead)
    press(page, numbers)
    page.press("copy-part-changes")

    copy = edited(page.material, Edits(page.context.journal.replacements.all(), page.copying.edits.struck))
    assert words_in_journal(page.context.journal) == before
    assert page.copy == copy
    assert page.pane.changes.changes == copy.changes_in(page.chosen)
    for number, change in enumerate(copy.changes_in(page.chosen)):
        assert page.find(f"copy-change-{number}-before").text() == change.before
        assert (page.text(f"copy-change-{number}-after") or "") == change.after
    assert page.find(f"copy-change-{len(copy.changes_in(page.chosen))}-before") is None
    known = lines_of(page.material, page.chosen)
    assert page.copying.edits.struck <= {line.ref for line in known}


@FEW
@given(st.integers(1, 6), st.sets(st.integers(0, 4)), st.sampled_from(["\n", "\r\n", "\u2028"]))
def test_struck_lines_are_in_no_format_and_nothing_else_is_other(page, count, numbers, ends):
    struck = {number for number in numbers if number < count - 1}
    lines = [f"river{number}stone" for number in range(count)]
    new = begin(page, ends.join(lines))
    press(page, struck)

    left = "\n".join(line for number, line in enumerate(lines) if number not in struck)
    answers = {key: replace(answer, text=left) for key, answer in new.response.answers.items()}
    other = replace(new, response=replace(new.response, answers=answers))
    wanted = replace(page.material, answered=tuple(other if one is new else one for one in page.material.answered))
    journal = page.context.journal
    plain = journal.summaries.compose(wanted, page.chosen, journal.summaries.choice())
    assert {"html", "text", "csv", "fhir", "markdown"} <= set(journal.exports.formats())
    for name in journal.exports.formats():
        made = journal.exports.render(page.summary(), name)
        found = made.decode()
        assert [line in found for line in lines] == [number not in struck for number in range(count)], name
        assert made == journal.exports.render(plain, name), name


@FEW
@given(NAMES, ANY)
def test_whatever_is_half_typed_is_there_after_every_other_change(page, name, instead):
    begin(page, "Anna came.\nAnd went.")
    page.type("copy-name", name)
    page.type("copy-instead", instead)
    typed = page.find("copy-name").text(), page.find("copy-instead").text()

    press(page, {1})
    page.press("copy-part-names")

    assert (page.find("copy-name").text(), page.find("copy-instead").text()) == typed
    assert page.context.journal.replacements.all() == ()
