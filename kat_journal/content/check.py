"""What is wrong with a pack, for the person who writes one."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from kat_journal.content.locate import resources_folder
from kat_journal.content.packs import PackReader, read_pack
from kat_journal.content.raw import RawPack
from kat_journal.content.reading import Folder
from kat_journal.content.rows import Rows
from kat_journal.content.support import read_support
from kat_journal.domain.flags import Advice
from kat_journal.domain.form import Scale
from kat_journal.errors import PackError

T = TypeVar("T")
U = TypeVar("U")

_NO_NAMES: tuple[str, ...] = ()
_NO_SCALES: dict[str, Scale] = {}
_NO_ADVICE: dict[str, Advice] = {}
_NO_ROWS = Rows()
_NAMELESS = RawPack(id="pack", title="-", author="-", version="-", licence="-")


def problems(path: Path) -> tuple[str, ...]:
    """Every problem of the pack in that folder, one line each; empty where there is none.

    What does not read is passed over, so that one wrong line does not hide the others. Translations are checked in
    every language that the pack has.
    """
    if not path.is_dir():
        return (f"{path.name}: is not a folder",)
    resources = resources_folder()
    core = resources / "packs" / "core"
    base = None if path.resolve() == core.resolve() else read_pack(core)
    lines = frozenset(line.id for line in read_support(resources).help.lines)
    found: list[str] = []
    for language in ("", *_languages(path)):
        reader = PackReader(Folder(path), language, base)
        found += [line for line in (*_in_pack(reader, lines), *_strays(reader)) if line not in found]
    return tuple(found)


def _languages(path: Path) -> list[str]:
    return sorted(folder.name for folder in path.glob("locale/*") if folder.is_dir())


def _in_pack(reader: PackReader, lines: frozenset[str]) -> list[str]:
    found: list[str] = []
    about = _tried(found, reader.about, _NAMELESS)
    scales = _tried(found, reader.scales, _NO_SCALES)
    advice = _tried(found, partial(reader.advice, about.id), _NO_ADVICE)
    rows = _tried(found, reader.rows, _NO_ROWS)
    found += _pointing_nowhere(advice, lines)
    if not found:  # the forms rest on all of these
        for name in _tried(found, reader.names, _NO_NAMES):
            _tried(found, partial(reader.form, name, about, scales, advice, rows), None)
    return found


def _tried(found: list[str], work: Callable[[], T], otherwise: U) -> T | U:
    """What the work gives; where it is refused, the reasons are noted."""
    try:
        return work()
    except PackError as error:
        found += str(error).splitlines()
        return otherwise


def _pointing_nowhere(advice: Mapping[str, Advice], lines: frozenset[str]) -> list[str]:
    """Cards whose line is not on the "when to get help" page."""
    return [
        f"advice.toml: {name}.line: `{card.line}` is no line of the help page"
        for name, card in advice.items()
        if card.line and card.line not in lines
    ]


def _strays(reader: PackReader) -> list[str]:
    """Translations of files that the pack does not have."""
    if not reader.language:
        return []
    found: list[str] = []
    names = _tried(found, partial(reader.folder.names, f"locale/{reader.language}"), _NO_NAMES)
    for name in names:
        file = name.rpartition("/")[2]
        if not reader.folder.has(file) and not reader.folder.has(f"forms/{file}"):
            found.append(f"{name}: translates nothing")
    return found
