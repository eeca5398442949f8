"""When to kill a program: at any moment, and often enough while it works, on a fast machine or a busy one."""

import random


class Span:
    """How long a program may live at most; it learns from how far earlier ones came."""

    WANTED = 6
    """Saves in the middle of a life."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._seconds = 0.1

    def moment(self) -> float:
        """Any moment of it."""
        return self._chance.uniform(0, self._seconds)

    def learn(self, saves: int) -> None:
        """Allow for more when hardly anything was saved, for less when much was."""
        change = 1.25 if saves < self.WANTED else 0.85
        self._seconds = min(10.0, max(0.02, self._seconds * change))
