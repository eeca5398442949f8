"""The description of the CSV file, held against the file: its columns, and the rule by which a cell is read again."""

import re
from pathlib import Path

import pytest
from hypothesis import given

from kat_journal.export import plain
from kat_journal.export.cells import guarded
from kat_journal.export.formats import csv
from tests.export.test_cells import RISKY
from tests.export.texts import WORDS

ROOT = Path(__file__).parents[3]
DESCRIBED = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8").partition("### CSV")[2].partition("###")[0]


@pytest.fixture(scope="module")
def pattern():
    """What the description says is to be taken out of a cell, as Python reads it."""
    return re.search(r're\.sub\("(.*?)", "", cell\)', DESCRIBED)[1].encode().decode("unicode_escape")


def test_the_description_names_every_column_in_its_order(messages, fictional):
    header = csv.render(fictional, messages).decode("utf-8-sig").partition("\r\n")[0].split(",")
    cells = re.findall(r"^\| (`.*?`) \|", DESCRIBED, re.MULTILINE)

    assert [name for cell in cells for name in re.findall("`(.*?)`", cell)] == header


@pytest.mark.parametrize("words", RISKY)
def test_the_described_rule_gives_a_dangerous_text_back(pattern, words):
    assert guarded(words) != plain.fold(words)
    assert re.sub(pattern, "", guarded(words)) == plain.fold(words)


@given(WORDS)
def test_the_described_rule_gives_any_text_back(pattern, words):
    assert re.sub(pattern, "", guarded(words)) == plain.fold(words)
