"""The document that leaves: sections and blocks, built from chosen answers, rendered by a format."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence of ours."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The person's own words, exactly as typed.

    Attributes:
        words: What was typed.
        caption: Date and question, ours; may be empty.
    """

    words: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list; each item is the person's own words."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of short texts. Any cell may hold the person's words; a row is as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Quote | Numbered | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole document. The same values always give the same bytes.

    Attributes:
        language: Of our words, such as ``en``.
    """

    title: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    closing: tuple[Block, ...]
    language: str = "en"
