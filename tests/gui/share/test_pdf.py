"""The PDF as a file: the same each time, quiet about person and machine, and short enough to be read."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale

from kat_journal.domain.summary import Paragraph, Quote, Section, Summary
from kat_journal.gui.share.pdf import Painting, pdf
from kat_journal.gui.share.saving import page_size
from kat_journal.services.summaries import Choice

WORDS = "Sentinel of the typed words \u6f22 \u05d0\u05d1"


def short(words=WORDS):
    return Summary("Notes for my appointment", (), (Section("Words", (Quote(words),)),), (Paragraph("End."),))


@pytest.fixture
def whole(demo):
    """The demo's summary as it is offered."""
    material = demo.summaries.material(demo.summaries.default_period())
    ticked = frozenset(one.key for one in demo.summaries.candidates(material) if one.ticked)
    return demo.summaries.compose(material, ticked, Choice())


def test_the_same_summary_gives_the_same_bytes(theme, whole):
    assert pdf(whole) == pdf(whole)
    assert pdf(short()) == pdf(short())
    assert pdf(short()) != pdf(short("Other words."))


def test_it_tells_of_itself_a_title_of_ours_and_the_day_and_nothing_else(theme, whole):
    reader = PdfReader(BytesIO(pdf(whole)))

    assert dict(reader.metadata) == {
        "/Title": whole.title,
        "/Producer": "KAT Journal",
        "/CreationDate": "D:20261123",
    }
    assert reader.xmp_metadata is None
    assert "/ID" not in reader.trailer
    assert reader.root_object["/Lang"] == "en"


def test_no_typed_word_is_in_what_it_tells_of_itself(theme):
    reader = PdfReader(BytesIO(pdf(short())))

    assert "Sentinel" not in str(dict(reader.metadata))
    assert "Sentinel" in reader.pages[0].extract_text()


@pytest.mark.parametrize(("page", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_demo_fits_two_sheets(theme, whole, page, size):
    reader = PdfReader(BytesIO(pdf(whole, page)))

    assert len(reader.pages) == 2
    assert tuple(map(round, reader.pages[0].mediabox[2:])) == size
    assert "Page 1 of 2" in reader.pages[0].extract_text()
    assert "\t" not in reader.pages[0].extract_text()
    assert f"{whole.title}" in reader.pages[1].extract_text()


def test_the_paper_is_that_of_the_country():
    assert page_size(QLocale("en_US")) == "Letter"
    assert page_size(QLocale("en_GB")) == "A4"
    assert page_size() in {"A4", "Letter"}


def test_painting_that_is_stopped_leaves_nothing_open(theme):
    painting = Painting(short(), "A4")
    steps = painting.steps()
    while not painting.done:
        next(steps)

    steps.close()

    assert painting.painted == b""
