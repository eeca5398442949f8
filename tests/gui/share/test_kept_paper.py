"""The preview's document, changed in place: it is always what writing the whole summary anew would make."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QTextCursor, QTextDocument

from kat_journal.domain.summary import Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.gui.share.kept_paper import MUCH, KeptPaper
from kat_journal.gui.share.paper import Ink, write

WORDS = st.text(st.sampled_from("ab \n\u2029*<é漢"), max_size=8)
TABLES = st.integers(1, 3).flatmap(
    lambda wide: st.builds(
        Table, st.tuples(*[WORDS] * wide), st.lists(st.tuples(*[WORDS] * wide), max_size=3).map(tuple)
    )
)
BLOCKS = st.one_of(
    st.builds(Paragraph, WORDS),
    st.builds(Quote, WORDS, WORDS),
    st.lists(WORDS, min_size=1, max_size=3).map(tuple).map(Numbered),
    TABLES,
)
CLOSING = (Paragraph("This is what I chose."),)


@st.composite
def summaries(draw):
    names = [name for name in ("Ten minutes", "Numbers", "Effects", "Words") if draw(st.booleans())]
    sections = tuple(Section(name, tuple(draw(st.lists(BLOCKS, min_size=1, max_size=4)))) for name in names)
    opening = tuple(draw(st.sampled_from([(Paragraph("J. M."),), (Paragraph("A. B."), Paragraph("My own notes."))])))
    return Summary("Notes", opening, sections, CLOSING)


def ink():
    font = QFont("Inter")
    font.setPixelSize(16)
    return Ink(font, QColor("black"), QColor("grey"), QColor("silver"))


def fill(summary):
    paper = KeptPaper(QTextDocument(), ink())
    paper.document.documentLayout()  # as where it is shown: only then does it tell what changed
    for _ in paper.fill(summary):
        pass
    return paper


def seen(document):
    """Everything that is drawn: each text block's words and looks, and the tables that they stand in."""
    found, block = [], document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        table = cursor.currentTable()
        cell = None if table is None else (table.cellAt(cursor).row(), table.cellAt(cursor).column(), table.rows())
        pieces = []
        at = block.begin()
        while not at.atEnd():
            letters = at.fragment().charFormat()
            pieces.append((at.fragment().text(), letters.foreground().color().name(), letters.fontWeight()))
            at += 1
        looks = block.blockFormat()
        margins = (looks.leftMargin(), looks.topMargin(), looks.bottomMargin(), looks.headingLevel())
        found.append((cell, margins, looks.lineHeight(), pieces))
        block = block.next()
    return found


def whole(summary):
    document = QTextDocument()
    for _ in write(document, summary, ink()):
        pass
    return seen(document)


@given(st.lists(summaries(), min_size=2, max_size=5))
def test_however_a_summary_changes_its_paper_is_as_if_it_were_written_anew(qapp, versions):
    paper = fill(versions[0])

    for version in versions:
        if not paper.change(version):
            paper = fill(version)
        assert seen(paper.document) == whole(version)


def one_line(words):
    blocks = tuple(Quote(f"Line {number}", "Monday") for number in range(300))
    words = Section("Words", (*blocks[:150], Quote(words), *blocks[150:]))
    return Summary("Notes", (Paragraph("J. M."),), (words,), CLOSING)


def test_one_other_line_among_hundreds_leaves_the_rest_as_it_is(qapp):
    paper = fill(one_line("before"))
    changes = []
    paper.document.contentsChange.connect(lambda at, gone, come: changes.append((gone, come)))

    assert paper.change(one_line("after that"))

    assert len(changes) == 1
    assert max(changes[0]) < 40
    assert paper.document.find("after that").hasSelection()
    assert not paper.document.find("before").hasSelection()


def test_the_same_summary_changes_nothing(qapp):
    paper = fill(one_line("same"))
    changes = []
    paper.document.contentsChange.connect(lambda *change: changes.append(change))

    assert paper.change(one_line("same"))
    assert changes == []


def test_very_much_and_the_first_words_are_left_to_writing_it_anew(qapp):
    few = Summary("Notes", (Paragraph("J. M."),), (Section("Words", (Quote("one"),)),), CLOSING)
    many = Summary("Notes", (Paragraph("J. M."),), (Section("Words", (Quote("x"),) * (MUCH + 1)),), CLOSING)
    other = Summary("Other notes", few.opening, few.sections, few.closing)
    paper = fill(few)

    assert not paper.change(many)
    assert not paper.change(other)
    assert not paper.change(Summary("Notes", few.opening, few.sections, (Paragraph("Other"),)))
    assert seen(paper.document) == whole(few)


def test_sections_in_another_order_are_written_anew(qapp):
    def of(*names):
        return Summary("Notes", (Paragraph("J. M."),), tuple(Section(one, (Quote(one),)) for one in names), CLOSING)

    assert not fill(of("A", "B")).change(of("B", "A"))


def test_an_empty_summary_is_no_paper_to_change(qapp):
    paper = KeptPaper(QTextDocument(), ink())

    assert not paper.change(one_line("x"))
