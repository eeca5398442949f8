"""Makes the journal of the present format that every later version must open.

    python -m tests.golden.make_journal

writes ``tests/golden/journals/format-1``: the demo's fictional story, told on one fixed day, with the cheapest key that
a journal accepts. ``passphrase.txt`` and ``recovery-code.txt`` beside its files open it. A folder that is there stays:
a journal of a released format is never made again, since it stands for the journals that people have.
"""

import sys
from datetime import date
from pathlib import Path

from kat_journal.content.library import load_library
from kat_journal.content.locate import resources_folder
from kat_journal.content.messages import load_messages
from kat_journal.services.demo import PASSPHRASE, make
from kat_journal.storage.key_file import FORMAT
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.rekeying import code_for

JOURNALS = Path(__file__).parent / "journals"
DAY = date(2026, 11, 23)
CHEAPEST = KdfParameters(8192, 1, 1)


def make_journal(folder: Path) -> None:
    """Make it in a folder that is not there."""
    resources = resources_folder()
    make(folder, load_library(resources), load_messages(resources, "en"), resources, DAY, CHEAPEST)
    (folder / "passphrase.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (folder / "recovery-code.txt").write_text(code_for(folder, PASSPHRASE) + "\n", encoding="utf-8")


def main() -> int:
    """Make the one of the present format."""
    folder = JOURNALS / f"format-{FORMAT}"
    if folder.exists():
        print(f"{folder.name} is there, and stays as it is")
        return 1
    JOURNALS.mkdir(exist_ok=True)
    make_journal(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
