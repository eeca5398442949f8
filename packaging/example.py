"""Writes docs/example anew: the summary of the fictional person, as their therapist gets it; run by ``make pictures``.

The same program writes the same bytes, so tests compare what stands there with what the program makes now.
"""

import sys
import tempfile
from pathlib import Path

from camera import LIGHTEST, ROOT, StandingClock  # first: it chooses where Qt draws
from pictures import MORNING, TODAY
from PySide6.QtWidgets import QApplication

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.content.locate import resources_folder
from kat_journal.domain.summary import Summary
from kat_journal.gui.share.pdf import pdf
from kat_journal.gui.theme import Theme
from kat_journal.services.demo import PASSPHRASE, make
from kat_journal.services.journal import OpenJournal

EXAMPLE = ROOT / "docs" / "example"


def summary_of(journal: OpenJournal) -> Summary:
    """What the demo starts with in Share: the usual days, and what is marked to share."""
    summaries = journal.summaries
    material = summaries.material(summaries.default_period())
    ticked = frozenset(one.key for one in summaries.candidates(material) if one.ticked)
    return summaries.compose(material, ticked, summaries.choice())


def write(folder: Path) -> None:
    """Write both files into a folder; a QApplication must be there."""
    with tempfile.TemporaryDirectory() as place:
        home, resources = Path(place), resources_folder()
        config = Config(home / "Journal", resources, Preferences(home / "config.toml", country="GB"))
        app = App(config, StandingClock(MORNING), lambda: None, LIGHTEST)
        make(config.journal, app.library, app.messages, resources, TODAY, LIGHTEST)
        journal = app.open(PASSPHRASE)
        try:
            summary = summary_of(journal)
            (folder / "summary.md").write_bytes(journal.exports.render(summary))
        finally:
            journal.close()
    (folder / "summary.pdf").write_bytes(pdf(summary))


def main() -> int:
    """Write them."""
    application = QApplication(["example"])
    resources = resources_folder()
    Theme(resources / "styles", resources / "fonts", application)  # brings the fonts
    EXAMPLE.mkdir(parents=True, exist_ok=True)
    write(EXAMPLE)
    for file in sorted(EXAMPLE.iterdir()):
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
