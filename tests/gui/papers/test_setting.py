"""Papers as they are set: every word there, none of it markup, on one page wherever it can be."""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.ids import ItemId
from kat_journal.gui.papers import plan_paper, sitter_paper
from kat_journal.gui.papers.paper import lines_of
from kat_journal.gui.papers.setting import SMALLEST, document_of, sizes_of
from kat_journal.gui.printing import Fitting, pages_of, pdf_to_fit
from kat_journal.services.papers import Lines, PlanPart, PlanWords, SitterPart, SitterWords, ToRing

NUMBERS = Lines(
    "999 (112 also works)",
    (ToRing("Maya", ("07700 900123",)), ToRing("", ("1",))),
    (ToRing("", ("020 7946 0018",)),),
    (ToRing("Shout", ("", "text 85258")),),
)
NOBODY = Lines("", (), (), ())
QUICK = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
words = st.text(max_size=80).filter(str.strip)


def plan_of(*texts, numbers=NOBODY):
    parts = tuple(PlanPart(ItemId(f"item-{place}"), f"Heading {place}", text) for place, text in enumerate(texts))
    return PlanWords(parts, numbers)


def sitter_of(beside_me="", numbers=NUMBERS):
    parts = (
        SitterPart("before", "Before", ("Know the way.",)),
        SitterPart("ring-now", "Ring 999", ("I cannot wake.",)),
    )
    return SitterWords("For the person beside me", "Thank you.", parts, numbers, beside_me)


def fitting(paper):
    return Fitting(partial(document_of, paper), sizes_of(paper))


def blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def lines(document):
    """The text of a document, block by block."""
    return [block.text() for block in blocks(document)]


@QUICK
@given(text=words, name=words)
def test_no_word_of_a_plan_is_lost_or_taken_for_markup(theme, text, name):
    numbers = Lines("", (ToRing(name, (text,)),), (), ())
    set_lines = lines(plan_paper.document(plan_of(text, numbers=numbers)))

    start = set_lines.index("Heading 0") + 1
    own = list(lines_of(text.strip()))
    assert set_lines[start : start + len(own)] == own
    assert set_lines[0] == "My plan for hard hours"
    assert len(set_lines) == len(own) + 5


@pytest.mark.parametrize("text", ["<b>bold</b> & <script>", "# no heading\n* no list", "![x](file:///etc)", "&lt;"])
def test_markup_stands_as_it_was_typed(theme, text):
    document = plan_paper.document(plan_of(text))

    for line in text.split("\n"):
        assert line in lines(document)
    assert document.rootFrame().childFrames() == []


def test_a_part_without_words_is_not_there_and_numbers_come_last(theme):
    paper = plan_paper.paper_of(plan_of("One", numbers=NUMBERS))

    assert [part.heading for part in paper.parts] == ["Heading 0", "Numbers"]
    assert paper.parts[-1].lines == (
        "Maya: 07700 900123",
        "Someone I trust: 1",
        "Clinic: 020 7946 0018",
        "Emergency: 999 (112 also works)",
        "Shout: , or text 85258",
    )
    assert plan_paper.paper_of(plan_of("One", numbers=NUMBERS), people=False).parts[-1].lines[0].startswith("Clinic")


@pytest.mark.parametrize("name", ["\u05e0\u05d5\u05e2\u05d4", "\u0639\u0644\u064a", "Ann\u202e", "Ann \u05e0"])
def test_a_number_beside_a_name_from_right_to_left_reads_as_it_is_rung(theme, name):
    number = "07700 900 123"
    document = plan_paper.document(plan_of(numbers=Lines("", (ToRing(name, (number,)),), (), ())))
    document.setTextWidth(500)
    document.documentLayout().documentSize()
    block = next(block for block in blocks(document) if number in block.text())
    first = block.text().index(number)
    line = block.layout().lineForTextPosition(first)

    edges = [line.cursorToX(first + place)[0] for place in range(1, len(number))]  # before the first digit is a bend

    assert name in block.text()
    assert edges == sorted(edges)


def test_without_a_country_the_number_is_not_guessed(theme):
    assert plan_paper.paper_of(plan_of("One")).parts[-1].lines == ("Emergency: your local emergency number",)


def test_the_sitters_card_begins_with_the_numbers_and_has_own_words_only_by_choice(theme):
    words = sitter_of("Hold my hand\nNo questions")

    silent, spoken = sitter_paper.paper_of(words), sitter_paper.paper_of(words, beside_me=True)

    assert [part.name for part in silent.parts] == ["numbers", "before", "ring-now"]
    assert silent.parts[0].lines == ("Emergency: 999 (112 also works)", "Clinic: 020 7946 0018")
    assert "Hold my hand" not in "\n".join(lines(sitter_paper.document(words)))
    assert [part.name for part in spoken.parts] == ["numbers", "beside-me", "before", "ring-now"]
    assert "No questions" in lines(sitter_paper.document(words, beside_me=True))
    assert sitter_paper.paper_of(sitter_of(), beside_me=True).parts == silent.parts


def test_nothing_of_the_program_or_the_journal_stands_on_a_plan(theme):
    text = "\n".join(lines(plan_paper.document(plan_of("One", numbers=NUMBERS))))

    assert "KAT" not in text
    assert "/" not in text


def test_a_short_plan_is_set_large(theme):
    paper = plan_paper.paper_of(plan_of("One", "Two"))
    sizes = []

    def make(size):
        sizes.append(size)
        return document_of(paper, size)

    assert pages_of(Fitting(make, sizes_of(paper))) == 1
    assert sizes[-1] == paper.largest == 13


def test_a_longer_plan_shrinks_to_one_page_and_never_below_what_can_be_read(theme):
    paper = plan_paper.paper_of(plan_of(*["A line of words that are mine.\n" * 4] * 8))
    sizes = []

    def make(size):
        sizes.append(size)
        return document_of(paper, size)

    assert pages_of(Fitting(make, sizes_of(paper))) == 1
    assert SMALLEST <= sizes[-1] < paper.largest
    assert min(sizes) == SMALLEST == 9


@pytest.mark.parametrize(("times", "pages"), [(1, 1), (40, 2)])
def test_a_plan_that_fits_on_no_page_goes_on_to_another(theme, times, pages):
    paper = plan_paper.paper_of(
        plan_of("A line of words that are mine, and some more of them.\n" * times, *["x\n" * 6] * 3)
    )

    assert pages_of(fitting(paper)) == pages
    assert pdf_to_fit(fitting(paper), paper.title).count(b"/Type /Page\n") == pages


def test_our_own_card_fits_on_one_page_in_large_type(theme, journal):
    paper = sitter_paper.paper_of(journal.papers.sitter())
    sizes = []

    def make(size):
        sizes.append(size)
        return document_of(paper, size)

    assert pages_of(Fitting(make, sizes_of(paper))) == 1
    assert sizes[-1] >= 12
