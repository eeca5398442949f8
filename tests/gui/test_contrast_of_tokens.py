"""Every pair of colours that a rule of the style sheet puts together, computed from the tokens."""

import re
import tomllib

import pytest

from kat_journal.gui.theme import Look
from tests.gui.contrast import EDGE, TEXT, contrast

RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TOKEN = re.compile(r"@([a-z-]+)@")
WORDS = {"color", "placeholder-text-color", "qproperty-words", "qproperty-label"}
MARKS = {"qproperty-dots", "qproperty-marks", "qproperty-held", "qproperty-planned", "qproperty-now_colour",
         "qproperty-ring", "qproperty-ring_colour"}  # fmt: skip
QUIET = {"hairline", "warm-edge", "alert-edge", "nav-edge"}
"""Edges beside what can be told apart without them; the last three are of a fill."""
TRIANGLES = ("::down-arrow", "::up-arrow")
"""Made of edges, of which some are not meant to be seen."""


def rules(template):
    for selectors, body in RULE.findall(COMMENT.sub("", template)):
        declared = (line.partition(":") for line in body.split(";") if ":" in line)
        yield " ".join(selectors.split()), {name.strip(): value.strip() for name, _, value in declared}


def tokens_in(values, colours):
    return [token for value in values for token in TOKEN.findall(value) if token in colours]


def grounds(selectors, declared, colours):
    """What a rule's words and edges stand on."""
    own = tokens_in([declared.get("background", "")], colours)
    if own:
        return own
    softs = [f"{variant}-soft" for variant in ("warm", "alert") if f'variant="{variant}"' in selectors]
    if softs:
        filled = ":checked" in selectors or ('kind="primary"]' in selectors and ":disabled" not in selectors)
        return ["accent"] if filled else softs
    return ["paper", "surface", "hover"] if "QPushButton" in selectors else ["paper", "surface"]


def pairs(template, colours):
    """Each pair that a rule makes, and what it needs."""
    for selectors, declared in rules(template):
        if any(part in selectors for part in TRIANGLES):
            continue
        marked = tokens_in([declared.get("selection-color", "")], colours)
        fill = tokens_in([declared.get("selection-background-color", "")], colours)
        yield from ((selectors, ink, ground, TEXT) for ink in marked for ground in fill)
        edges = [value for name, value in declared.items() if name.startswith("border") and "radius" not in name]
        for ground in grounds(selectors, declared, colours):
            words = tokens_in((value for name, value in declared.items() if name in WORDS), colours)
            marks = tokens_in((value for name, value in declared.items() if name in MARKS), colours)
            yield from ((selectors, ink, ground, TEXT) for ink in words if ink != ground)
            yield from ((selectors, ink, ground, EDGE) for ink in marks)
            # An edge of the colour of its own fill is seen by what is around, and that is in the pictures.
            for edge in tokens_in(edges, colours):
                if edge not in QUIET and edge != ground:
                    yield selectors, edge, ground, EDGE


def too_close(template, colours):
    return [
        f"{selectors}: {ink} on {ground} at {contrast(colours[ink], colours[ground]):.2f}"
        for selectors, ink, ground, needs in pairs(template, colours)
        if contrast(colours[ink], colours[ground]) < needs
    ]


@pytest.fixture(scope="module")
def template(resources):
    return (resources / "styles" / "base.qss").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def looks(resources):
    return tomllib.loads((resources / "styles" / "tokens.toml").read_text(encoding="utf-8"))["colours"]


@pytest.mark.parametrize("look", list(Look))
def test_every_pair_that_a_rule_makes_can_be_told_apart(template, looks, look):
    found = list(pairs(template, looks[look]))

    assert len(found) > 80, "else nothing was looked at"
    assert too_close(template, looks[look]) == []


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("ground", ["paper", "surface"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "warm", "alert"])
def test_every_ink_can_be_read_on_paper_and_surface(looks, look, ground, ink):
    assert contrast(looks[look][ink], looks[look][ground]) >= TEXT


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize(
    ("ink", "ground"),
    [("ink", "warm-soft"), ("ink", "alert-soft"), ("ink", "hover"), ("ink", "accent-soft"), ("muted", "hover"),
     ("accent", "accent-soft"), ("accent", "hover"), ("on-accent", "accent"), ("on-accent", "accent-hover")],
)  # fmt: skip
def test_every_ink_can_be_read_on_the_fills_it_is_used_on(looks, look, ink, ground):
    assert contrast(looks[look][ink], looks[look][ground]) >= TEXT


@pytest.mark.parametrize("token", ["muted", "line", "on-accent", "accent"])
def test_a_pale_token_is_found(template, looks, token):
    pale = {
        **looks["light"],
        token: looks["light"]["hover"] if token != "on-accent" else looks["light"]["accent-hover"],
    }

    assert any(f"{token} on " in line for line in too_close(template, pale))


def test_a_rule_that_puts_words_on_their_own_colour_is_found(looks):
    assert too_close("QLabel { color: @muted@; background: @line@; }", looks["light"])
    assert not too_close("QLabel { color: @ink@; background: @surface@; }", looks["light"])
