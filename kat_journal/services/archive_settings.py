"""Which settings are the person's and leave with everything, and which are those of one computer and stay there.

What stays: keys and what was said of them, checks of this file, where backups and summaries are on this computer, what
its window showed, and the card that is readable beside this journal. Nothing of it would be true of another one.
"""

from typing import Final

import msgspec

from kat_journal.storage.archive_rows import YEARS, Instant
from kat_journal.storage.vault import PRIVATE_KEY

_STAY: Final = frozenset({PRIVATE_KEY, "window.place", "support-card", "share.folder", "sealed-words.told"})
_STAY_ALL: Final = ("passphrase.", "kit.", "checked.", "backups.", "reminder.put-off.")
_TIMES: Final = "times."


def leaves(key: str) -> bool:
    """Whether the setting of that key is the person's."""
    return key not in _STAY and not key.startswith(_STAY_ALL)


def is_usable(key: str, value: str) -> bool:
    """Whether a setting that came from elsewhere is one that leaves, and can be read where no reader is in doubt.

    All other readers take whatever stands there, since a journal that was saved from a damaged one may hold anything.
    """
    if not leaves(key):
        return False
    if not key.startswith(_TIMES):
        return True
    try:
        *instants, _ = msgspec.json.decode(value, type=tuple[Instant, Instant, Instant, bool])
    except msgspec.MsgspecError:
        return False
    return all(one.year in YEARS for one in instants)
