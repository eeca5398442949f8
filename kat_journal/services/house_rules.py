"""How this journal works: said once, and again whenever someone asks."""

from dataclasses import dataclass

from kat_journal.content.library import Library
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.settings import SettingsService
from kat_journal.services.support import SupportService
from kat_journal.services.written import WrittenService

SHOWN = "house-rules.shown"
"""Setting: whether they were opened, or declined, before."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class HouseRules:
    """All of them.

    Attributes:
        about: What stands above them, with this country's emergency number.
    """

    title: str
    about: str
    rules: tuple[Rule, ...]


class HouseRulesService:
    """Gives the house rules, and knows whether they were shown."""

    def __init__(
        self, library: Library, support: SupportService, written: WrittenService, settings: SettingsService
    ) -> None:
        self._library = library
        self._support = support
        self._written = written
        self._settings = settings

    def offer(self) -> Reminder | None:
        """Offers them once something was written, for as long as they were neither opened nor declined."""
        if self._settings.get(SHOWN) or not self._written.newest(1):
            return None
        return Reminder(ReminderKind.HOUSE_RULES)

    def show(self) -> HouseRules:
        """The rules; from now on they are not offered again."""
        self.settle()
        told = self._library.support.house_rules
        rules = tuple(Rule(rule.id, rule.title, rule.text) for rule in told.rules)
        return HouseRules(told.title, self._support.fill(told.first_run), rules)

    def settle(self) -> None:
        """Offer them no more; they can be found in Settings."""
        if not self._settings.get(SHOWN):
            self._settings.put(SHOWN, "yes")
