"""Exports one after another, through a real vault: the same choice gives the same bytes, another touches nothing."""

import hashlib
import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.response import ShareMark
from kat_journal.export.registry import format_named
from kat_journal.services.exports import Asked
from kat_journal.services.replacements import Replacement
from kat_journal.services.summaries import Choice, Edits, LineRef, Period, edited

PAGES = 5
CHOICES = st.frozensets(st.integers(0, PAGES - 1), min_size=1)
LAWS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z")


@pytest.fixture
def keys(journal, writer):
    """Pages that hold a word of their own, by number; the second line is the same in all."""
    drafts = [writer.free_page(f"sentinel{at}x saw Quax\nsecond{at}y") for at in range(PAGES)]
    return [f"answer:{draft.uid}:words" for draft in drafts]


@pytest.fixture
def save(journal, keys, tmp_path):
    """Saves those pages as the window does, and gives the bytes of the file and its record."""

    def save(numbers, format, edits):
        summaries, exports = journal.summaries, journal.exports
        material = summaries.material(summaries.default_period())
        chosen = frozenset(keys[at] for at in numbers)
        copy = edited(material, edits)
        data = exports.render(summaries.compose(copy.material, chosen), format)
        path = tmp_path / exports.suggested_name(material.period, format)
        exports.save(data, path, overwrite=True)
        record = exports.record(data, path, material.period, summaries.leaving(copy.material, chosen), format)
        summaries.remember(summaries.candidates(material), chosen, Choice())
        return path.read_bytes(), record

    return save


@LAWS
@given(st.data(), CHOICES, CHOICES)
def test_two_exports_in_a_row_do_not_touch_each_other(journal, keys, save, data, one, other):
    format = data.draw(st.sampled_from(journal.exports.formats()))
    edits = Edits((Replacement("Quax", "Z."),), frozenset(LineRef(keys[at], 1) for at in one))
    before = journal.written.newest(PAGES)
    count = len(journal.summaries.records())
    first, record = save(one, format, edits)
    second, _ = save(other, format, Edits())
    again, same = save(one, format, edits)
    assert again == first
    assert record.sha256 == same.sha256 == hashlib.sha256(first).hexdigest()
    assert set(record.keys) == {keys[at] for at in one}
    assert len(journal.summaries.records()) == count + 3
    assert journal.written.newest(PAGES) == before
    for at in range(PAGES):
        assert (f"sentinel{at}x".encode() in first) is (at in one)
        assert (f"sentinel{at}x".encode() in second) is (at in other)
        assert (f"second{at}y".encode() in second) is (at in other)
        assert f"second{at}y".encode() not in first
    assert (b"Quax" in first, b"Quax" in second) == (False, True)


def test_a_page_of_which_every_line_is_struck_is_not_in_the_record(keys, save):
    both = frozenset(LineRef(keys[0], at) for at in (0, 1))
    data, record = save({0, 1}, "markdown", Edits(struck=both))
    assert b"sentinel0x" not in data
    assert record.keys == (keys[1],)


def test_a_file_made_in_one_step_is_the_windows_file_for_the_same_choice(journal, keys, save, tmp_path):
    for key in keys[:2]:
        journal.responses.set_share(key.split(":")[1], "words", ShareMark.SHARE)
    names = (journal.replacements.put("Quax", "Z."),)
    for format in journal.exports.formats():
        path = tmp_path / f"one-step.{format}"
        made = journal.exports.export_file(journal.summaries, path, Asked(format=format, replacements=names))
        assert path.read_bytes() == save({0, 1}, format, Edits(names))[0]
        assert [one.after for one in made.changes] == ["sentinel0x saw Z.", "sentinel1x saw Z."]


def test_an_archive_of_everything_keeps_every_name(journal, keys, tmp_path):
    asked = Asked(everything=True, replacements=(Replacement("Quax", "Z."),))
    made = journal.exports.export_file(journal.summaries, tmp_path / "all.md", asked)
    assert made.changes == ()
    assert (tmp_path / "all.md").read_text("utf-8").count("Quax") == len(keys)
    assert made.record.everything


@given(st.dates(), st.dates())
@LAWS
def test_the_name_of_a_file_is_safe_on_every_system(journal, one, other):
    for format in journal.exports.formats():
        name = journal.exports.suggested_name(Period(min(one, other), max(one, other)), format)
        suffix = format_named(format).suffix
        assert re.fullmatch(r"summary-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d", name.removesuffix(suffix))
        assert re.fullmatch(r"(\.[a-z0-9]+)+", suffix)
        assert not RESERVED.match(name)
        assert len(name) < 60


def test_a_relative_path_is_kept_as_the_place_that_it_is(journal, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    day = date(2026, 11, 23)
    made = journal.exports.record(b"x", type(tmp_path)("out.md"), Period(day, day + timedelta(days=1)), frozenset())
    assert made.file == str(tmp_path / "out.md")
