import shutil
from datetime import date

import pytest

from kat_journal.content.library import load_library
from kat_journal.content.support import read_support
from kat_journal.errors import PackError


@pytest.fixture(scope="module")
def support(resources):
    return read_support(resources)


def test_the_support_page_is_read_when_it_is_first_wanted(resources):
    library = load_library(resources)

    assert library.support is library.support
    assert len(library.support.countries) == 40


def test_a_country_is_found_by_its_code(support):
    britain = support.country("gb")

    assert (britain.name, britain.emergency, britain.gathered_on) == ("United Kingdom", "999", date(2026, 11, 23))
    assert [line.number or line.text for line in britain.lines] == ["116 123", "text 85258", "111"]
    assert support.country("") is None
    assert support.country("XX") is None


def test_countries_stand_in_the_order_of_their_names(support):
    names = [country.name for country in support.countries.values()]

    assert names == sorted(names)


def test_emergency_numbers_that_are_easily_mixed_up_are_right(support):
    emergency = {code: support.country(code).emergency for code in ("NO", "NL", "KR", "JP", "TW", "PE", "US", "AU")}

    assert emergency == {
        "NO": "113",
        "NL": "112",
        "KR": "119",
        "JP": "119",
        "TW": "119",
        "PE": "106",
        "US": "911",
        "AU": "000",
    }


@pytest.mark.parametrize(
    "number",
    [
        "1-800-273-8255",
        "1-833-456-4566",
        "1393",
        "0800-788-995",
        "0771-22 00 60",
        "141",
        "284 016 666",
        "199 284 284",
        "1850 60 90 90",
        "4141",
        "182",
    ],
)
def test_no_retired_or_wrong_number_is_given(support, number):
    assert number not in [line.number for country in support.countries.values() for line in country.lines]


def test_hours_that_nobody_confirmed_are_not_given(support):
    unsure = {("NZ", "0508 828 865"), ("JP", "0120-061-338"), ("CH", "147")}
    for country in support.countries.values():
        for line in country.lines:
            assert "not confirmed" not in f"{line.hours} {line.languages} {line.text} {line.note}"
            if country.code in {"DK", "IT", "CZ", "SE", "FI"} or (country.code, line.number) in unsure:
                assert "24/7" not in line.hours


def test_every_line_can_be_reached_and_says_how_it_is_known(support):
    for country in support.countries.values():
        assert country.grade in "AB"
        assert country.evidence
        assert all((line.number or line.text) and line.evidence for line in country.lines)


def test_each_of_the_59_lines_has_its_grade_and_the_day_it_was_gathered(support):
    countries = support.countries.values()

    assert sum(len(country.lines) for country in countries) == 59
    assert {line.grade for country in countries for line in country.lines} == {"A", "B"}
    assert all(country.gathered_on >= date(2026, 11, 23) for country in countries)


@pytest.mark.parametrize("words", ["press 3", "51444", "1800-221-4444", "thin b", "re-check", "not checked"])
def test_what_was_written_for_whoever_gathers_is_not_shown(support, words):
    shown = repr(
        [(line.text, line.hours, line.languages, line.note) for c in support.countries.values() for line in c.lines]
    )

    assert "press 1" in shown, "what is shown is looked at"
    assert words.lower() not in shown.lower()


def test_a_line_for_children_says_so_and_one_country_has_none(support):
    [line] = support.country("RO").lines

    assert "children" in line.name
    assert support.country("TR").lines == ()


def test_the_pages_are_there_and_say_that_nobody_watches(support):
    assert len(support.help.lines) == 17
    assert "Nobody is watching" in support.help.about
    assert "await a clinician's review" in support.help.review
    assert [step.id for step in support.grounding.steps] == ["feet", "senses", "breath", "here", "someone"]
    assert len(support.house_rules.rules) == 8
    assert "{emergency}" in support.house_rules.first_run
    assert [part.id for part in support.sitter_card.parts] == ["before", "during", "ring-now", "ring-clinic"]


@pytest.fixture
def copy(resources, tmp_path):
    shutil.copytree(resources / "packs", tmp_path / "packs")
    shutil.copytree(resources / "support", tmp_path / "support")
    return tmp_path


def test_the_pages_can_be_translated_part_by_part(copy):
    german = copy / "packs" / "core" / "locale" / "de"
    (german / "help.toml").write_text('title = "Wann Hilfe holen"\n[lines]\nfall = "Ein Sturz"\n', "utf-8")
    (german / "sitter_card.toml").write_text('[parts.ring-clinic]\nlines = ["Eins", "Zwei", "Drei", "Vier"]\n', "utf-8")
    support = read_support(copy, "de")

    assert support.help.title == "Wann Hilfe holen"
    assert next(line.text for line in support.help.lines if line.id == "fall") == "Ein Sturz"
    assert support.sitter_card.parts[-1].lines == ("Eins", "Zwei", "Drei", "Vier")
    assert support.sitter_card.title == "For the person beside me"


def test_a_translated_list_has_as_many_lines_as_ours(copy):
    file = copy / "packs" / "core" / "locale" / "de" / "sitter_card.toml"
    file.write_text('[parts.ring-clinic]\nlines = ["Eins"]\n', "utf-8")

    with pytest.raises(PackError, match=r"locale/de/sitter_card\.toml: parts\.ring-clinic\.lines: must have 4 lines"):
        read_support(copy, "de")


def test_a_row_without_evidence_is_refused(copy):
    file = copy / "support" / "support_lines.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('grade = "A"', 'grade = "C"', 1), "utf-8")

    with pytest.raises(PackError, match=r"support_lines\.toml: countries\[\d+\]\.\S+: Invalid enum value 'C'"):
        read_support(copy)
