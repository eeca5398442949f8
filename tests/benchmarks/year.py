"""A year of sessions and what was written around them, as the material of a summary."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from kat_journal.content.library import load_library
from kat_journal.content.locate import resources_folder
from kat_journal.content.messages import load_messages
from kat_journal.domain.messages import Messages
from kat_journal.domain.summary import Summary
from kat_journal.gui.theme import LookChoice, Theme
from kat_journal.services.journal import OpenJournal
from kat_journal.services.summaries import Candidate, Material, SummaryService
from kat_journal.storage.creating import create_vault
from tests.benchmarks.corpus import PASSPHRASE, QUICK_KDF
from tests.helpers.clock import FixedClock
from tests.helpers.long_journal import fill

SIZE = (600, 700)
"""Of the preview, in pixels."""


@dataclass(frozen=True)
class Year:
    """Everything that could be shared of it."""

    summaries: SummaryService
    material: Material
    candidates: tuple[Candidate, ...]

    @property
    def keys(self) -> frozenset[str]:
        """All of it, ticked."""
        return frozenset(one.key for one in self.candidates)

    def without(self, *keys: str) -> Summary:
        """The document of everything but these lines."""
        return self.summaries.compose(self.material, self.keys - set(keys), with_data=False)


def read() -> Year:
    """Write the year, and read it back."""
    resources = resources_folder()
    messages: Messages = load_messages(resources, "en")
    with TemporaryDirectory(prefix="kat-year-") as folder:
        vault = create_vault(Path(folder) / "Journal", PASSPHRASE, QUICK_KDF)
        journal = OpenJournal(vault, load_library(resources), messages, FixedClock(), lambda: "GB", kdf=QUICK_KDF)
        fill(journal, years=1)
        summaries = journal.summaries
        material = summaries.material(summaries.whole_period())
        year = Year(summaries, material, summaries.candidates(material))
        vault.close()
    return year


def look(application: QApplication) -> Theme:
    """The light look on the whole program."""
    theme = Theme(resources_folder() / "styles", resources_folder() / "fonts", application)
    theme.apply(LookChoice.LIGHT, 100)
    return theme
