"""Changing the copy that leaves: names replaced, lines left out, and what came of it. The journal never changes."""

from kat_journal.gui.share.copying.changes_line import ChangesLine
from kat_journal.gui.share.copying.copying import Copying
from kat_journal.gui.share.copying.pane import CopyPane

__all__ = ["ChangesLine", "CopyPane", "Copying"]
