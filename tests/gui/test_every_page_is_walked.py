"""No page of the window is left out of the walks: a page that no walk judges is a page that nobody looked at."""

import ast
from pathlib import Path

import pytest

from kat_journal.gui.pages import PAGES

WALKS = sorted(Path(__file__).parent.glob("test_every_*.py"))


def walked(source):
    """The pages that the walks of a module lead to and judge, by the names that they go by."""
    pages = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and _judges(node):
            pages |= {name.removeprefix("nav-") for name in _names(node)} & set(PAGES)
    return pages


def _judges(function):
    return any(isinstance(node, ast.Attribute) and node.attr == "judge" for node in ast.walk(function))


def _names(function):
    """Strings in it, its parameters among them, and members of PageName."""
    for node in ast.walk(function):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "PageName":
            yield node.attr.lower().replace("_", "-")


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_page_is_walked_and_judged(page):
    assert any(page in walked(path.read_text(encoding="utf-8")) for path in WALKS)


@pytest.mark.parametrize(
    ("source", "pages"),
    [
        ("def test_a(eyes):\n    eyes.go(PageName.HOUSE_RULES)\n    eyes.judge('rules')", {"house-rules"}),
        ("def test_a(open_demo):\n    open_demo.press('nav-write')\n    open_demo.judge('x')", {"write"}),
        ("@pytest.mark.parametrize('name', ['bin'])\ndef test_a(eyes, name):\n    eyes.judge(name)", {"bin"}),
        ("def test_a(open_demo):\n    open_demo.go(PageName.BIN)", set()),
        ("def walk(open_demo):\n    open_demo.go(PageName.BIN)\n    open_demo.judge('bin')", set()),
        ("def test_a(open_demo):\n    open_demo.go(PageName.NOWHERE)\n    open_demo.judge('nowhere')", set()),
    ],
)
def test_only_a_page_that_is_judged_counts(source, pages):
    assert walked(source) == pages
