"""The one lookup for sentences outside the window: domain, export, errors and command line."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Messages:
    """Sentences of one language, by key.

    Attributes:
        language: Such as ``en``.
        texts: Key to sentence; a sentence may hold ``{names}`` to fill in.
    """

    language: str
    texts: Mapping[str, str]

    def get(self, key: str, **values: object) -> str:
        """The sentence of that key with its names filled in.

        Raises:
            KeyError: There is no such sentence; a test keeps catalogue and code together.
        """
        return self.texts[key].format(**values)

    def find(self, key: str) -> str | None:
        """The sentence of that key as it stands, or None."""
        return self.texts.get(key)

    def ordinal(self, number: int) -> str:
        """Such as "third", or "251st": in words as far as a language has them, then by the last digits."""
        words = self.find(f"ordinal.{number}")
        ends = (self.find(f"ordinal.ends-{number % 100}"), self.find(f"ordinal.ends-{number % 10}"))
        shape = words or next(filter(None, ends), None) or self.texts["ordinal.other"]
        return shape.format(number=number)
