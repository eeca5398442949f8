"""Advice cards: fixed texts with at most three gaps, which the person's own numbers fill."""

import re
from typing import Any

from kat_journal.content.raw import RawAdvices
from kat_journal.content.reading import decode, refusal
from kat_journal.domain.flags import Advice
from kat_journal.domain.ids import AdviceId

GAPS = ("emergency", "clinic", "crisis_line")
_GAP = re.compile("{(" + "|".join(GAPS) + ")}")


def read_advice(tables: dict[str, Any], file: str, prefix: str = "") -> dict[str, Advice]:
    """The cards of a pack, by the name that its forms use.

    Args:
        tables: What the file holds.
        file: Its name, for what an error says.
        prefix: Set before each id, so that cards of different packs stay apart.

    Raises:
        PackError: A name is there twice, or a text has other gaps.
    """
    cards: dict[str, Advice] = {}
    for place, raw in enumerate(decode(tables, RawAdvices, file).advice):
        if raw.id in cards:
            raise refusal(file, [(f"advice[{place}].id", f"`{raw.id}` is there twice")])
        if not gaps_are_known(raw.text):
            raise refusal(file, [(f"advice[{place}].text", _OTHER_GAPS)])
        cards[raw.id] = Advice(AdviceId(prefix + raw.id), raw.level, raw.text, raw.line or "", raw.plan)
    return cards


def gaps_are_known(text: str) -> bool:
    """Whether the only braces in a text are those of its gaps."""
    return not set("{}") & set(_GAP.sub("", text))


_OTHER_GAPS = "may hold no braces but {" + "}, {".join(GAPS) + "}"
