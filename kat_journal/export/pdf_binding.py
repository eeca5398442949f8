"""The last step of a PDF: what Qt painted becomes sheets whose words can be read, and nothing tells when and where.

Qt writes its own time, a number of its own and a second set of metadata into each PDF; all of it goes, so that the
same summary gives the same bytes, and a reader learns a title of ours and the day of the summary alone. Qt also keeps
no words for a letter that no font here has, and the wrong ones for a few others. So each line with anything but plain
letters is painted as a page of its own, and is bound into its sheet with an empty ``/ActualText``, which takes the
place of its glyphs; the words stand over it, unseen, each span with its own. Programs that read or search a PDF take
these. A line that is read from the right has a span for each letter, from left to right as it is seen, because such
programs turn it round themselves.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from kat_journal.config import APP_NAME

_LISTED = re.compile(rb"\[[^\]]*\]")
"""What the glyphs of a font stand for, in the order of their numbers."""

_FONT = "Unseen"
_SPACE = 0.278
"""Width of a space in Helvetica, in sizes of the font."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words that a program reads at a place of the sheet, in points from its left and its top.

    Attributes:
        top: Of the line that the words stand on.
    """

    words: str
    left: float
    top: float
    width: float
    size: float


@dataclass(frozen=True, slots=True)
class Painted:
    """What was painted on one page.

    Attributes:
        spans: The words that it shows; empty where the glyphs say them.
    """

    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF tells of itself.

    Attributes:
        language: Of our words, such as ``en``.
    """

    title: str
    made_on: date
    language: str


def bound(painted: bytes, sheets: Iterable[Iterable[Painted]], about: About) -> bytes:
    """The PDF: each sheet is made of the next painted pages.

    Args:
        painted: A PDF with all painted pages, in order.
        sheets: What was painted for each sheet.
        about: What the PDF tells of itself.
    """
    pages = iter(PdfReader(BytesIO(painted)).pages)
    writer = PdfWriter()
    for sheet in sheets:
        _add_sheet(writer, [(next(pages), part) for part in sheet])
    writer.metadata = {
        "/Title": about.title,
        "/Producer": APP_NAME,
        "/CreationDate": about.made_on.strftime("D:%Y%m%d"),
    }
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(about.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _add_sheet(writer: PdfWriter, parts: list[tuple[PageObject, Painted]]) -> None:
    sheet = writer.add_blank_page(parts[0][0].mediabox.width, parts[0][0].mediabox.height)
    content = DecodedStreamObject()
    content.set_data(b"\n".join(b"".join(_content(page, part)) for page, part in parts))
    compressed = content.flate_encode()
    resources = DictionaryObject()
    for page, _ in parts:
        _join(resources, cast("DictionaryObject", page["/Resources"]).clone(writer))
    _give_spaces_back(resources)
    if any(part.spans for _, part in parts):
        resources.setdefault(NameObject("/Font"), DictionaryObject())[NameObject(f"/{_FONT}")] = _unseen_font()
    sheet.replace_contents(compressed)
    sheet[NameObject("/Resources")] = resources


def _content(page: PageObject, part: Painted) -> Iterator[bytes]:
    painted = page.get_contents()
    data = painted.get_data() if painted is not None else b""
    if not part.spans:
        yield b"q\n" + data + b"\nQ\n"
        return
    yield b"/Span <</ActualText <FEFF>>> BDC\nq\n" + data + b"\nQ\nEMC\nq BT 3 Tr\n"
    height = float(page.mediabox.height)
    yield from (_unseen(span, height) for span in part.spans)
    yield b"ET Q\n"


def _unseen(span: Span, height: float) -> bytes:
    """A space as wide as the words, for which they stand."""
    words = span.words.encode("utf-16-be", "replace").hex().upper()
    stretch = 100 * span.width / (_SPACE * span.size)
    place = f"/{_FONT} {span.size:.2f} Tf {stretch:.2f} Tz 1 0 0 1 {span.left:.2f} {height - span.top:.2f} Tm"
    return f"/Span <</ActualText <FEFF{words}>>> BDC {place} ( ) Tj EMC\n".encode()


def _join(all_of_them: DictionaryObject, some: Any) -> None:
    for kind, named in some.items():
        found = named.get_object()
        if isinstance(found, DictionaryObject):
            all_of_them.setdefault(kind, DictionaryObject()).update(found)
        else:
            all_of_them[kind] = found


def _give_spaces_back(resources: DictionaryObject) -> None:
    """Qt tells readers that the glyph of a space is a tab, where a font has one glyph for both."""
    for font in resources.get("/Font", DictionaryObject()).values():
        letters = font.get_object()["/ToUnicode"].get_object()
        letters.set_data(_LISTED.sub(lambda found: found[0].replace(b"<0009>", b"<0020>"), letters.get_data()))


def _unseen_font() -> DictionaryObject:
    """One that every reader has: nothing is drawn with it."""
    names = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}
    return DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{name}") for key, name in names.items()})
