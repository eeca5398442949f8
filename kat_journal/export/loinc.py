"""What LOINC calls the answers of two questionnaires whose sheets we score, and the notice that goes with its codes.

The codes of forms, rows and totals stand in the packs. Those of the answers are here: two of them are not in numeric
order, which is what other programs got wrong.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

SYSTEM: Final = "http://loinc.org"
NOTICE: Final = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and"
    " the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the"
    " license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute,"
    " Inc."
)


class LoincAnswer(NamedTuple):
    """One answer of an answer list."""

    code: str
    display: str


_FREQUENCY: Final[Mapping[float, LoincAnswer]] = {
    0: LoincAnswer("LA6568-5", "Not at all"),
    1: LoincAnswer("LA6569-3", "Several days"),
    2: LoincAnswer("LA6570-1", "More than half the days"),
    3: LoincAnswer("LA6571-9", "Nearly every day"),
}
"""LL358-3."""

_DIFFICULTY: Final[Mapping[float, LoincAnswer]] = {
    0: LoincAnswer("LA6572-7", "Not difficult at all"),
    1: LoincAnswer("LA6573-5", "Somewhat difficult"),
    2: LoincAnswer("LA6575-0", "Very difficult"),
    3: LoincAnswer("LA6574-3", "Extremely difficult"),
}
"""LL359-1; "very" has the higher code of the last two."""

_PHQ_9 = ("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8")
_GAD_7 = ("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7")
_LISTS: Final = dict.fromkeys((*_PHQ_9, *_GAD_7), _FREQUENCY) | {"69722-7": _DIFFICULTY}


def loinc_answer(question: str, number: float) -> LoincAnswer | None:
    """The answer of that number to the question of that code, where LOINC has a list for it that we know."""
    return _LISTS.get(question, {}).get(number)
