"""A pack from elsewhere: gathered into memory, checked in every language it has, and read in the one that is wanted."""

import os
import stat
from pathlib import Path

from kat_journal.content.from_folder import read_folder
from kat_journal.content.from_zip import MAX_ZIP, read_zip
from kat_journal.content.pack_files import Files, PackFiles, whole
from kat_journal.content.packs import Pack, PackReader, Told, untold
from kat_journal.content.reading import refusal
from kat_journal.content.support import Support

MAX_FORMS = 200
MAX_TIMED = 40
"""Forms that come up by themselves: more of them would leave no day on which Today can be read."""
MAX_ITEMS = 5_000
"""Questions of all forms together."""


def gathered(path: Path) -> PackFiles:
    """The files of the pack in a folder or a zip.

    Raises:
        PackError: It is neither, or holds what no pack holds.
    """
    return read_folder(path) if path.is_dir() else read_zip(read_file(path, MAX_ZIP))


def read_file(path: Path, most: int) -> bytes:
    """The bytes of one file; a pipe or a device of that name is not waited for.

    Raises:
        PackError: It cannot be read, or is larger than that many bytes.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise refusal(path.name, [("", "is not a file")])
            data = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise refusal(path.name, [("", "cannot be read")]) from error
    if len(data) > most:
        raise refusal(path.name, [("", f"is larger than {most} bytes")])
    return data


def read_foreign(texts: PackFiles, language: str, base: Pack, support: Support, told: Told = untold) -> Pack:
    """The pack in that language, once every language of it was found right.

    Raises:
        PackError: With the file, the key and the reason.
    """
    files = Files(whole(texts))
    own = read_checked(PackReader(files, "", base, told), support)
    _check_translations(files)
    found = {"": own}
    for one in files.languages:
        found[one] = read_checked(PackReader(files, one, base), support)
    return found.get(language, own)


def _check_translations(files: Files) -> None:
    """Refuse a translation of what is not there, which nothing would ever read."""
    for name in sorted(files.texts):
        file = name.rpartition("/")[2]
        if name.startswith("locale/") and not files.has(file) and not files.has(f"forms/{file}"):
            raise refusal(name, [("", "translates nothing")])


def read_checked(reader: PackReader, support: Support) -> Pack:
    """The pack of that reader, its cards leading to lines of the help page, and not too large.

    Raises:
        PackError: With the file, the key and the reason.
    """
    pack = reader.pack()
    lines = {line.id for line in support.help.lines}
    astray = [
        (f"{name}.line", f"`{card.line}` is no line of the help page")
        for name, card in pack.advice.items()
        if card.line and card.line not in lines
    ]
    if astray:
        raise refusal("advice.toml", astray)
    if sum(form.timing is not None for form in pack.forms.values()) > MAX_TIMED:
        raise refusal("forms", [("", f"hold more than {MAX_TIMED} forms with a time")])
    if len(pack.forms) > MAX_FORMS or sum(len(form.items) for form in pack.forms.values()) > MAX_ITEMS:
        raise refusal("forms", [("", f"hold more than {MAX_FORMS} forms or {MAX_ITEMS} questions")])
    return pack
