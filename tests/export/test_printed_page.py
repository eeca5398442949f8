"""The web page of the demo's summary, printed from a browser: two sheets at most."""

import re
import subprocess
from io import BytesIO

import pytest
from pypdf import PdfReader

from kat_journal.export.formats import html
from kat_journal.services.summaries import Choice
from tests.export.browser import chromium

pytestmark = pytest.mark.skipif(
    chromium() is None,
    reason="NO BROWSER: how HTML is printed was NOT looked at in one; on Debian: apt install chromium",
)


@pytest.fixture
def page(demo, messages):
    """The demo's summary as it is offered."""
    material = demo.summaries.material(demo.summaries.default_period())
    ticked = frozenset(one.key for one in demo.summaries.candidates(material) if one.ticked)
    return html.render(demo.summaries.compose(material, ticked, Choice()), messages).decode()


def printed(page, tmp_path):
    source, target = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(page, encoding="utf-8")
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={tmp_path}/p"]
    subprocess.run([chromium(), *quiet, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True)
    return PdfReader(BytesIO(target.read_bytes())).pages


@pytest.mark.parametrize("paper", ["letter", "A4"])
def test_the_demo_takes_two_sheets_at_most(page, tmp_path, paper):
    sized = re.sub("<meta http-equiv[^>]*>", "", page).replace("@page {", f"@page {{ size: {paper};")

    assert len(printed(sized, tmp_path)) == 2
