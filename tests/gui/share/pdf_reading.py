"""What other programs read in a PDF of ours."""

import re
import shutil
import subprocess
import unicodedata

from kat_journal.gui.share.paper import lines_of

NO_READER = "NO PDF READER: the words of PDFs were NOT read; on Debian: apt install poppler-utils"
_FOOT = re.compile(r"(?:Title\n)?Page \d+ of \d+(?:\nTitle)?\n")
_UNSEEN = {"Cf", "Cc", "Zs", "Zl", "Zp", "Cn"}


def reader():
    """Where pdftotext is, or None."""
    return shutil.which("pdftotext")


def read(data, *options):
    """The text of a PDF, in the order of its pages, without what stands at the foot of each."""
    command = [reader(), *options, "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    return _FOOT.sub("", text.replace("\f", ""))


def seen(words):
    """Typed words as a PDF may give them back.

    What cannot be shown is U+FFFD; characters are in their compatible form, so that a ligature is its letters; what
    has no shape of its own (spaces, line breaks, soft hyphens, joiners, turns of direction) is left out, because lines
    break where the paper ends.
    """
    shown = unicodedata.normalize("NFKC", "\n".join(lines_of(words)))
    return "".join(letter for letter in shown if unicodedata.category(letter) not in _UNSEEN)
