"""A fictional person's journal: the same rows and the same exports for the same day, every time."""

from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path
from uuid import UUID

from kat_journal.content.library import Library
from kat_journal.domain.ids import NewUid, Uid
from kat_journal.domain.messages import Messages
from kat_journal.services.journal import OpenJournal
from kat_journal.services.story import load_story
from kat_journal.services.telling import DemoClock, fill
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import KdfParameters

PASSPHRASE = "river coat morning bench"  # noqa: S105 - of a journal that holds nobody's words
"""Opens every demo; the command prints it."""


def make(
    folder: Path,
    library: Library,
    messages: Messages,
    resources: Path,
    today: date,
    kdf: KdfParameters | None = None,
) -> None:
    """Make the demo's journal in a new folder and close it.

    Args:
        folder: Where; must be missing or empty.
        library: The forms that the story fills in.
        messages: The program's sentences.
        resources: Where the story is.
        today: The day after the fourth session.
        kdf: What opening costs; None measures what this machine can bear.

    Raises:
        AlreadyExistsError: There is something in the folder already.
    """
    story = load_story(resources)
    clock = DemoClock(story, today)
    vault = create_vault(folder, PASSPHRASE, kdf)
    try:
        journal = OpenJournal(vault, library, messages, clock, lambda: story.country, told_uids(today.isoformat()))
        with vault.connection.writing():  # one commit instead of a thousand
            fill(journal, story, clock)
    finally:
        vault.close()


def demo_clock(resources: Path, today: date) -> DemoClock:
    """The clock to open the demo with: it stands where the story ends."""
    return DemoClock(load_story(resources), today)


def told_uids(seed: str) -> NewUid:
    """Makes uids that look like any other, and are the same ones for the same seed."""
    numbers = count()

    def told() -> Uid:
        digest = sha256(f"{seed} {next(numbers)}".encode()).digest()
        return Uid(str(UUID(bytes=digest[:16], version=4)))

    return told
