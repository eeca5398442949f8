"""The specification's examples and naughty strings as a person's words, in every place and format: 0 changed."""

from collections import Counter

import pytest

from kat_journal.export import plain
from kat_journal.export.formats import csv, fhir, html, markdown, text
from tests.export import expected, pages
from tests.export.everywhere import everywhere
from tests.export.naughty import CLASSES, NAUGHTY
from tests.export.reading import EACH_ONE, seen
from tests.export.specification import PACKAGE, examples

_SEEN = {"h1", "h2", "p", "blockquote", "li", "th", "td"}


class Tally:
    """How often a reader saw something else than was typed, and how often something got out of its place."""

    def __init__(self):
        self.changed, self.escaped, self.texts = Counter(), Counter(), 0

    def look(self, name, shown, wanted, strange=()):
        self.changed[name] += shown != wanted
        self.escaped[name] += bool(strange)

    @property
    def told(self):
        return {name: (self.changed[name], self.escaped[name]) for name in self.changed}


def look_at(tally, words, messages):
    """Make every file of a journal full of these words, and read each in every way."""
    typed = everywhere(words)
    summary = typed.summary(messages)
    tally.texts += 1
    person = expected.person(summary)
    tally.look("document", [one for one in typed.whole if plain.fold(one) not in person], [])
    look_at_markdown(tally, markdown.render(summary, messages).decode(), summary)
    page = pages.read(html.render(summary, messages))
    shown = expected.joined([(_row(place), told) for place, told in page.texts if place in _SEEN])
    wanted = [(_row(place), told) for place, told in expected.places(summary, plain.fold)]
    tally.look("html", shown, wanted, {"script", "img", "a", "iframe", "svg"} & set(page.tags))
    tally.look("text", expected.person_in_text(text.render(summary, messages).decode()), person)
    for name, cells in (("csv", expected.cells(csv.render(summary, messages))),
                        ("fhir", expected.values_in_fhir(fhir.render(summary, messages)))):  # fmt: skip
        wanted = Counter(plain.fold(words) for _ in range(5)) if words.strip() else Counter()
        tally.look(name, wanted - Counter(cells), Counter())


def look_at_markdown(tally, file, summary):
    for name, render in EACH_ONE.items():
        shown = seen(render(file))
        wanted = expected.places(summary, plain.fold_line)
        outline = shown.outline != [told for place, told in wanted if place in {"h1", "h2"}]
        tally.look(name, expected.joined(shown.texts), wanted, [*shown.strange, *([outline] if outline else [])])


def _row(place):
    """The first cell of a row is its head in our pages."""
    return "cell" if place in {"th", "td"} else place


def say(capsys, what, tally):
    with capsys.disabled():
        print(f"\n{what}: {tally.texts} texts, each in 8 places; (changed, escaped) of them: {tally.told}")


def the_examples():
    typed, why = examples()
    if why:
        pytest.skip(f"NO SPECIFICATION: the examples of {PACKAGE} were NOT tried as a person's words; {why}")
    return typed


def test_every_example_of_the_specification_is_shown_as_typed_wherever_it_stands(messages, capsys):
    typed, tally = the_examples(), Tally()
    assert len(typed) >= 640
    for words in typed:
        look_at(tally, words, messages)
    say(capsys, "Examples of CommonMark", tally)
    assert set(tally.told.values()) == {(0, 0)}
    assert len(tally.told) == 8


@pytest.mark.parametrize("kind", CLASSES)
def test_naughty_texts_are_shown_as_typed_wherever_they_stand(messages, capsys, kind):
    tally = Tally()
    for words in CLASSES[kind]:
        look_at(tally, words, messages)
    say(capsys, f"Naughty: {kind}", tally)
    assert set(tally.told.values()) == {(0, 0)}


def test_a_renderer_that_forgets_to_escape_is_found_out(messages, capsys):
    """What is counted can be seen: the same texts, as quotes without an escape."""
    tally = Tally()
    for words in (*the_examples()[::6], *NAUGHTY[::6]):
        typed = everywhere(words)
        summary = typed.summary(messages)
        file = markdown.render(summary, messages).decode()
        raw = "\n".join(f"> {line}" for line in plain.fold(words).split("\n"))
        look_at_markdown(tally, file.replace(plain.block(words, "> "), raw), summary)
        tally.texts += 1
    say(capsys, "Without escapes", tally)
    for changed, escaped in tally.told.values():
        assert changed > 80
        assert escaped > 60
