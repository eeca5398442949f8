"""Looking into a composed summary of the fictional journal."""

from kat_journal.domain.composing.offered import offered_keys
from kat_journal.export.formats import markdown
from tests.golden import fictional as f

NOTHING = frozenset()
EVERYTHING = offered_keys(f.material())
ORDER = [
    "If we had ten minutes",
    "Last and next ketamine session",
    "Please look at first",
    "Since last time",
    "Questions I want to ask",
    "Numbers, copied by me",
    "Sessions",
    "Unwanted effects",
    "In my own words",
    "What I tried, and my next small step",
    "What I would like different",
]


def blocks(summary, heading):
    return next((section.blocks for section in summary.sections if section.heading == heading), ())


def text_of(summary, messages):
    return markdown.render(summary, messages).decode()


def alone(*answered):
    """A journal that holds nothing but these responses."""
    return {"answered": answered, "earlier": (), "sessions": (), "practices": (), "questions": ()}
