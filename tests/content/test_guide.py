import pytest

from kat_journal.content.guide import read_guide
from kat_journal.errors import PackError


def test_the_guide_reads_as_a_page_without_pictures(library):
    assert "<h1>The guide</h1>" in library.guide
    assert "<table>" in library.guide
    assert "<img" not in library.guide


def test_an_installed_guide_lies_in_the_resources(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "guide.md").write_text("# Ours\n\n![A picture](images/x.png)\n\nWords.\n", encoding="utf-8")
    assert read_guide(tmp_path) == "<h1>Ours</h1>\n<p>Words.</p>"


def test_an_installation_without_a_guide_says_so(tmp_path):
    with pytest.raises(PackError, match=r"guide\.md"):
        read_guide(tmp_path / "resources")
