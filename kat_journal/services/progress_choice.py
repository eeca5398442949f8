"""What a person chose to see on Progress, kept in the vault."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kat_journal.services.progress import Series, Span
from kat_journal.services.settings import SettingsService

SPAN: Final = "progress.span"
"""Setting that holds how far back to look."""

UNSEEN: Final = "progress.unseen"
"""Setting that holds the keys of ratings and scores that were switched off, one to a line."""

EFFECT: Final = "progress.effect"
"""Setting that holds the key of the side effect to show over time."""

NUMBERS: Final = "progress.numbers"
"""Setting that says ``hidden`` where no number is to be seen."""


@dataclass(frozen=True, slots=True)
class ProgressChoice:
    """What to show.

    Attributes:
        unseen: Keys of ratings and scores that were switched off.
        guarded: Whether guarded series are shown too; never kept, so each visit begins without them.
        effect: Key of the one side effect to show over time; empty for the one that was noticed most often.
        numbers: Whether numbers are shown; words and shapes always are.
    """

    span: Span = Span.COURSE
    unseen: frozenset[str] = frozenset()
    guarded: bool = False
    effect: str = ""
    numbers: bool = True

    def offers(self, series: Series) -> bool:
        """Whether a series may be chosen at all."""
        return self.guarded or not series.guarded

    def shows(self, series: Series) -> bool:
        """Whether a rating or a score is shown."""
        return self.offers(series) and series.key not in self.unseen


def kept_choice(settings: SettingsService) -> ProgressChoice:
    """What was chosen last time."""
    span = settings.get(SPAN)
    return ProgressChoice(
        span=Span(span) if span in set(Span) else Span.COURSE,
        unseen=frozenset(settings.get(UNSEEN).splitlines()),
        effect=settings.get(EFFECT),
        numbers=settings.get(NUMBERS) != "hidden",
    )


def keep_choice(settings: SettingsService, choice: ProgressChoice, series: Iterable[Series]) -> None:
    """Keep it for the next time; that a guarded side effect was looked at is noted nowhere."""
    guarded = {one.key for one in series if one.guarded}
    kept = {
        SPAN: str(choice.span),
        UNSEEN: "\n".join(sorted(choice.unseen - guarded)),
        EFFECT: "" if choice.effect in guarded else choice.effect,
        NUMBERS: "shown" if choice.numbers else "hidden",
    }
    for key, value in kept.items():
        if settings.get(key) != value:
            settings.put(key, value)
