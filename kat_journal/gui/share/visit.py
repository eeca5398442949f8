"""What a person did on the Share page, so that coming back from Support or unlocking finds it as it was."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kat_journal.domain.ids import SessionId
from kat_journal.gui.share.asked import Asked, Kind
from kat_journal.gui.share.copying.struck import Kept


@dataclass(frozen=True, slots=True)
class Visit:
    """The days that were asked for, the lines that were ticked or unticked by hand, and what was done with them.

    It lasts a day: what was ticked once is no wish of tomorrow. It holds no words, and no key of a guarded line.

    Attributes:
        format: The format that was chosen; empty for the one of the last summary.
        first: Keys of what is to be looked at first.
        struck: The lines of the copy that were left out, as ``Copying.struck`` gives them.
    """

    asked: Asked = field(default_factory=Asked)
    decided: Mapping[str, bool] = field(default_factory=dict)
    format: str = ""
    first: frozenset[str] = frozenset()
    struck: Mapping[str, Kept] = field(default_factory=dict)

    def kept(self, today: date) -> str:
        """The visit as a place holds it; empty while nothing was done."""
        if self == Visit():
            return ""
        values = {
            "today": today.isoformat(),
            "kind": self.asked.kind,
            "days": [day.isoformat() for day in self.asked.days],
            "session": self.asked.session_id,
            "format": self.format,
            "on": sorted(key for key, ticked in self.decided.items() if ticked),
            "off": sorted(key for key, ticked in self.decided.items() if not ticked),
            "first": sorted(self.first),
            "struck": self.struck,
        }
        return json.dumps(values)

    @classmethod
    def found(cls, kept: str, today: date) -> "Visit":
        """The visit that a place holds; a new one where it holds none, or one of another day."""
        try:
            values = json.loads(kept)
            if values["today"] != today.isoformat():
                return cls()
            session = values["session"]
            asked = Asked(
                Kind(values["kind"]),
                tuple(date.fromisoformat(day) for day in values["days"]),
                None if session is None else SessionId(int(session)),
            )
            on, off = (dict.fromkeys(map(str, values[name]), name == "on") for name in ("on", "off"))
            struck = {str(name): (str(kept), tuple(map(int, some))) for name, (kept, some) in values["struck"].items()}
            first = frozenset(map(str, values["first"]))
            return cls(asked, on | off, str(values["format"]), first, struck)
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls()
