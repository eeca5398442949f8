"""What is wrong with a pack, for the person who writes one."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from kat_journal.content.foreign import gathered
from kat_journal.content.locate import resources_folder
from kat_journal.content.pack_files import Files
from kat_journal.content.packs import PackReader, read_pack
from kat_journal.content.raw import RawPack
from kat_journal.content.reading import Folder
from kat_journal.content.rows import Rows
from kat_journal.content.support import read_help
from kat_journal.domain.flags import Advice
from kat_journal.domain.form import Scale
from kat_journal.errors import PackError

T = TypeVar("T")
U = TypeVar("U")

_NO_NAMES: tuple[str, ...] = ()
_NO_SCALES: dict[str, Scale] = {}
_NO_ADVICE: dict[str, Advice] = {}
_NO_ROWS = Rows()
_NO_READERS: tuple[PackReader, ...] = ()
_NAMELESS = RawPack(id="pack", title="-", author="-", version="-", licence="-")


def problems(path: Path, resources: Path | None = None) -> tuple[str, ...]:
    """Every problem of the pack in that folder or zip, one line each; empty where there is none.

    What does not read is passed over, so that one wrong line does not hide the others. Translations are checked in
    every language that the pack has. ``resources`` holds the program's own pack, where it is not this installation's.
    """
    resources = resources or resources_folder()
    core = resources / "packs" / "core"
    lines = frozenset(line.id for line in read_help(resources).lines)
    found: list[str] = []
    for reader in _tried(found, partial(_readers, path, core), _NO_READERS):
        found += [line for line in (*_in_pack(reader, lines), *_strays(reader)) if line not in found]
    return tuple(found)


def _readers(path: Path, core: Path) -> tuple[PackReader, ...]:
    """One for each language of the pack, its own first; a stranger's is held to all that adding it would be."""
    if path.resolve() == core.resolve():
        languages = sorted(folder.name for folder in path.glob("locale/*") if folder.is_dir())
        return tuple(PackReader(Folder(path), language) for language in ("", *languages))
    files, base = Files(gathered(path)), read_pack(core)
    return tuple(PackReader(files, language, base) for language in ("", *files.languages))


def _in_pack(reader: PackReader, lines: frozenset[str]) -> list[str]:
    found: list[str] = []
    about = _tried(found, reader.about, _NAMELESS)
    scales = _tried(found, reader.scales, _NO_SCALES)
    advice = _tried(found, partial(reader.advice, about.id), _NO_ADVICE)
    rows = _tried(found, reader.rows, _NO_ROWS)
    found += _pointing_nowhere(advice, lines)
    if found:  # the forms rest on all of these
        return found
    for name in _tried(found, reader.names, _NO_NAMES):
        _tried(found, partial(reader.form, name, about, scales, advice, rows), None)
    if reader.base is None and not found:
        found += _off_the_page(reader, lines)
    return found


def _off_the_page(reader: PackReader, lines: frozenset[str]) -> list[str]:
    """Lines of the help page that neither a row leads to nor ``page_only`` names, or both."""
    pack, apart = reader.pack(), set(reader.page_only())
    by_id = {card.id: card for card in pack.advice.values()}
    led_to = {by_id[flag.advice].line for form in pack.forms.values() for flag in form.flags} - {""}
    problems = [(name, "is no line of the help page") for name in sorted(apart - lines)]
    problems += [(name, "is led to by a row") for name in sorted(apart & led_to)]
    problems += [(name, "is led to by no row, and not named here") for name in sorted(lines - apart - led_to)]
    return [f"advice.toml: page_only: `{name}` {reason}" for name, reason in problems]


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
