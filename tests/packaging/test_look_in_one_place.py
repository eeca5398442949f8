"""Colours, typefaces and sizes are named in resources/styles and gui/theme.py alone, and nothing moves.

The law, for kat_journal/gui without theme.py:

- No colour: no ``#rrggbb`` or ``rgb(...)`` in a text, no ``QColor`` of a value, no ``Qt.GlobalColor``, no style sheet.
- No typeface, no size of text: a pixel size comes from ``theme.size`` or ``theme.px``; no point size, no family.
- No size of a widget in numbers. Space in a layout is a token, or an even number up to 32 that stays what it is at
  every text size.
- What is printed has its own ink, black on white in points: the modules of PAPER, and no others.
- Nothing is animated, so there is nothing that a wish for less motion would have to stop.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUI = ROOT / "kat_journal" / "gui"
PAPER = {"gui/printing.py", "gui/keys/paper.py", "gui/papers/setting.py", "gui/share/letter.py"}
"""Each of these prints; one that names nothing any more has to leave this list."""
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\brgba?\(")
OF_TYPE = {"setPointSize", "setPointSizeF", "setFamily", "setFamilies"}
OF_WIDGETS = re.compile(r"set(?:Fixed|Minimum|Maximum)(?:Width|Height|Size)|resize")
OF_LAYOUTS = {"setSpacing", "addSpacing", "setContentsMargins", "setHorizontalSpacing", "setVerticalSpacing"}
MOST_SPACE = 32
MOVES = re.compile(r"Animation|^QTimeLine$|^QMovie$|^QScroller|^QGraphics\w*Effect$|^setAnimated$")


@cache
def parsed():
    """Every module but the one that may, by its name."""
    names = {path.relative_to(ROOT / "kat_journal").as_posix(): path for path in sorted(GUI.rglob("*.py"))}
    del names["gui/theme.py"]
    return {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in names.items()}


def called(node):
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name
    return ""


def numbers(node):
    """The numbers among the arguments of a call, but for nothing at all."""
    values = [part.value for part in node.args if isinstance(part, ast.Constant)]
    return [value for value in values if isinstance(value, int | float) and value]


def is_from_the_theme(node):
    return any(called(part) in {"size", "px"} for part in ast.walk(node))


def named_looks(tree):
    """Lines that name a colour, a typeface or a size of text."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if COLOUR.search(text):
                yield node.lineno, text
            case ast.Attribute(attr="GlobalColor"):
                yield node.lineno, "GlobalColor"
            case ast.Call(args=[_, *_]) if called(node) == "QColor":
                yield node.lineno, "QColor"
            case ast.Call(args=[ast.Constant() | ast.List() | ast.Name(id="list"), *_]) if called(node) == "QFont":
                yield node.lineno, "QFont"
            case ast.Call() if called(node) in OF_TYPE | {"setStyleSheet"}:
                yield node.lineno, called(node)
            case ast.Call(args=[size]) if called(node) == "setPixelSize" and not is_from_the_theme(size):
                yield node.lineno, "setPixelSize"


def numbered_sizes(tree):
    """Lines that give a widget a size, or a layout an odd or a large space, in numbers."""
    for node in ast.walk(tree):
        if OF_WIDGETS.fullmatch(called(node)) and numbers(node):
            yield node.lineno, called(node)
        if called(node) in OF_LAYOUTS and any(value % 2 or value > MOST_SPACE for value in numbers(node)):
            yield node.lineno, called(node)


def moving(tree):
    """Lines that speak of something that moves."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name) if MOVES.search(name):
                yield getattr(node, "lineno", 0), name


def breaches(law, without=frozenset()):
    return {name: found for name, tree in parsed().items() if name not in without and (found := list(law(tree)))}


def test_no_colour_typeface_or_text_size_is_named_elsewhere():
    assert breaches(named_looks, PAPER) == {}


def test_only_what_prints_is_let_off():
    assert set(breaches(named_looks)) == PAPER


def test_no_size_is_given_in_numbers():
    assert breaches(numbered_sizes) == {}


def test_nothing_moves():
    assert breaches(moving) == {}


@pytest.mark.parametrize(
    "planted",
    [
        'ink = "#12524F"',
        'rule = "color: rgb(0, 0, 0)"',
        "QColor(1, 2, 3)",
        'QColor("red")',
        "QPen(Qt.GlobalColor.red)",
        'QFont("Inter")',
        'QFont(["Inter"])',
        "font.setPointSizeF(SIZE)",
        'font.setFamily("Inter")',
        "font.setPixelSize(15)",
        "font.setPixelSize(SIZE * 2)",
        "widget.setStyleSheet(rules)",
    ],
)
def test_each_way_to_name_a_look_is_seen(planted):
    assert len(list(named_looks(ast.parse(planted)))) == 1


@pytest.mark.parametrize(
    "planted",
    ["self.setMinimumWidth(204)", "w.setFixedSize(44, 44)", "w.resize(1, 2)", "row.setSpacing(7)", "c.addSpacing(40)"],
)
def test_each_size_in_numbers_is_seen(planted):
    assert list(numbered_sizes(ast.parse(planted)))


@pytest.mark.parametrize(
    "planted",
    ["from PySide6.QtCore import QPropertyAnimation", "QVariantAnimation(self)", "tree.setAnimated(True)", "QMovie(p)"],
)
def test_each_way_to_move_is_seen(planted):
    assert list(moving(ast.parse(planted)))


def test_what_takes_its_look_from_the_theme_is_let_be():
    fine = (
        'f.setPixelSize(theme.size("text"))\nQColor()\nQFont(base)\nw.setMinimumWidth(0)\nrow.setSpacing(gap)\nx = "#1"'
    )
    tree = ast.parse(fine)

    assert not [*named_looks(tree), *numbered_sizes(tree), *moving(tree)]
