"""Every word that the program says to a person: no pressure, no verdict, nothing that hurts."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUI = ROOT / "kat_journal" / "gui"
RESOURCES = ROOT / "resources"
BANNED = (
    "due", "late", "overdue", "streak", "streaks", "entry", "entries", "moderate", "moderately", "severe", "severely",
    "all clear", "commit suicide", "committed suicide", "failed attempt", "calm down", "are you sure",
    "no concerns", "nothing to worry about", "you are fine", "on track", "normal", "normally", "abnormal", "healthy",
    "unhealthy", "mild", "mildly", "elevated", "improved", "improves", "improving", "improvement", "worsened",
    "worsening", "remission", "relapse", "diagnosis", "clinically", "good job", "well done", "congratulations",
)  # fmt: skip
PATTERN = re.compile(rf"\b({'|'.join(BANNED)})\b", re.IGNORECASE)
NOT_SAID = frozenset(
    {
        "id", "version", "kind", "phase", "layout", "type", "scale", "section", "topic", "anchor", "opens", "due",
        "closes", "every", "advice", "item", "option", "level", "line", "method", "better", "items", "source",
        "sources", "licence", "language", "zone", "country", "code", "url", "at", "form", "retired", "remembered",
        "checked",
    }
)  # fmt: skip
"""Keys of resources whose values nobody reads in the window."""


def said_in_gui(source):
    """The strings that the window translates, and so shows."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr" and node.args:
            yield from strings(node.args[:1])
        elif name == "translate":
            yield from strings(node.args[1:2])


def strings(nodes):
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def said_in_table(table):
    """The strings of a resource that somebody reads."""
    for key, value in table.items():
        if key in NOT_SAID and not isinstance(value, dict | list):
            continue
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                yield from said_in_table(part)
            elif isinstance(part, str) and key not in NOT_SAID:
                yield part


def said():
    """Everything that is said, with where it stands."""
    for path in sorted(GUI.rglob("*.py")):
        for words in said_in_gui(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(ROOT)), words
    for path in sorted(RESOURCES.rglob("*.toml")):
        if path.parent.name in {"styles", "wordlist"}:
            continue
        for words in said_in_table(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield str(path.relative_to(ROOT)), words


def test_nothing_that_is_said_presses_judges_or_hurts():
    assert [(where, words) for where, words in said() if PATTERN.search(words)] == []


def test_the_guide_presses_and_judges_nobody_either():
    lines = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if PATTERN.search(line)] == []


def test_there_is_something_to_read_in_each_place():
    where = {place.partition("/")[0] for place, _ in said()}
    packs = [words for place, words in said() if "packs/core/forms" in place]

    assert where == {"kat_journal", "resources"}
    assert len(packs) > 100
    assert "Three words for how you are now." in packs
    assert "Not now" in [words for place, words in said() if place.startswith("kat_journal")]


@pytest.mark.parametrize("banned", BANNED)
def test_each_banned_word_would_be_seen(banned):
    source = f'self.tr("One {banned.title()}, please.")'

    assert [words for words in said_in_gui(source) if PATTERN.search(words)] != []
    assert PATTERN.search(next(said_in_table({"items": [{"id": "late", "ask": f"Is it {banned}?"}]})))


@pytest.mark.parametrize("fine", ["translated", "later that day", "the latest", "lately", "residue", "mildew"])
def test_words_that_only_look_alike_are_fine(fine):
    assert PATTERN.search(fine) is None


def test_keys_of_resources_are_not_mistaken_for_words():
    assert list(said_in_table({"due": "late", "timing": {"due": "24h"}, "items": [{"id": "due"}]})) == []
