"""Every word that a tired person may have to read asks for eight years of school at most."""

import re
import tomllib

import pytest

from tests.content.reading_grade import grade, syllables

HIGHEST = 8
LONG = 10  # of shorter texts the formula says nothing alone: they are measured together
WORDS = {"title", "about", "ask", "hint", "text", "lines", "review", "first_run", "caveat", "elsewhere"}
GAPS = {"{emergency}": "999", "{clinic}": "your clinic", "{crisis_line}": "a line that listens"}
FILES = (
    "advice.toml",
    "grounding.toml",
    "help.toml",
    "house_rules.toml",
    "rows.toml",
    "scales.toml",
    "sitter_card.toml",
)


def texts_of(tables):
    """Every text that is shown, with its gaps filled."""
    for key, value in tables.items():
        if key in WORDS and isinstance(value, str):
            yield filled(value)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from texts_of(inner)
            elif key in WORDS and isinstance(value, list):
                yield filled(inner)


def filled(text):
    for gap, words in GAPS.items():
        text = text.replace(gap, words)
    return text


def shown(resources):
    core = resources / "packs" / "core"
    for path in [*(core / name for name in FILES), *sorted((core / "forms").glob("*.toml"))]:
        yield path.name, list(texts_of(tomllib.loads(path.read_text("utf-8"))))
    support = tomllib.loads((resources / "support" / "support_lines.toml").read_text("utf-8"))
    yield "support_lines.toml", [support["caveat"], support["elsewhere"]]


def too_hard(texts):
    long = [text for text in texts if len(text.split()) >= LONG]
    return [text for text in long if grade(text) > HIGHEST]


def test_every_longer_text_is_easy_by_itself(resources):
    hard = {name: too_hard(texts) for name, texts in shown(resources)}

    assert {name: texts for name, texts in hard.items() if texts} == {}


def test_every_file_is_easy_as_a_whole(resources):
    grades = {name: grade(*(text for text in texts if re.search("[A-Za-z]", text))) for name, texts in shown(resources)}

    assert {name: found for name, found in grades.items() if found > HIGHEST} == {}


def test_all_of_the_files_are_read(resources):
    names = {name for name, _ in shown(resources)}
    pack = {path.name for path in (resources / "packs" / "core").rglob("*.toml") if "locale" not in path.parts}

    assert pack - names == {"pack.toml"}
    assert all(texts for _, texts in shown(resources))


@pytest.mark.parametrize(
    ("word", "count"),
    [("dizzy", 2), ("clinic", 2), ("medicine", 3), ("a", 1), ("Overwhelming", 4), ("zzgrelive", 2)],
)
def test_syllables_come_from_the_dictionary_or_from_the_vowels(word, count):
    assert syllables(word) == count


def test_a_hard_text_is_found():
    hard = (
        "Subsequent administration necessitates multidisciplinary evaluation of contraindications and of interactions."
    )

    assert too_hard([hard, "Ring your clinic today, and ask someone to be with you."]) == [hard]


def test_the_grade_is_flesch_and_kincaids():
    """Ten words, two sentences, twelve syllables: 0.39 * 5 + 11.8 * 1.2 - 15.59."""
    assert grade("The cat sat on a mat.", "It was happy today") == pytest.approx(0.39 * 5 + 11.8 * 1.2 - 15.59)
