"""The example under docs/ is what the program makes now, and what a clinician can read in a minute."""

import runpy
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "example"


@pytest.fixture(scope="module")
def made(qapp, tmp_path_factory):
    """Both files, made anew by the script that made those under docs/."""
    folder, packaging = tmp_path_factory.mktemp("example"), str(ROOT / "packaging")
    sys.path.insert(0, packaging)
    try:
        runpy.run_path(str(ROOT / "packaging" / "example.py"))["write"](folder)
    finally:
        sys.path.remove(packaging)
    return folder


def pages(data):
    """The words of each page, however the reader spaces them."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def test_the_markdown_under_docs_is_what_the_demo_makes_byte_for_byte(made):
    assert (EXAMPLE / "summary.md").read_bytes() == (made / "summary.md").read_bytes()


def test_the_pdf_under_docs_says_what_the_demo_makes_on_each_page(made):
    assert pages((EXAMPLE / "summary.pdf").read_bytes()) == pages((made / "summary.pdf").read_bytes())


def test_the_demo_takes_two_pages_and_the_first_stands_alone():
    first, second = pages((EXAMPLE / "summary.pdf").read_bytes())
    for heading in ("If we had ten minutes", "Questions I want to ask", "Numbers", "Sessions", "Unwanted effects"):
        assert heading in first
    assert "In my own words" in second
