"""What a reader of a file must see, told from the document alone: each text with its place, in order."""

import csv as csv_reader
import io
import json
from itertools import groupby

from kat_journal.domain.summary import Numbered, Paragraph, Quote
from kat_journal.export import plain
from tests.export.test_cells import unguarded


def places(summary, line):
    """Every text of a document with its place; ``line`` is how the format tells a cell or a heading on one line.

    Paragraphs that follow each other are one text, because an empty line inside of one makes two.
    """
    told = [("h1", line(summary.title)), *_blocks(summary.opening, line)]
    for section in summary.sections:
        told += [("h2", line(section.heading)), *_blocks(section.blocks, line)]
    return joined([*told, *_blocks(summary.closing, line)])


def joined(told):
    """Texts with their places; neighbouring paragraphs as one."""
    together = []
    for place, some in groupby(told, key=lambda one: one[0]):
        texts = [text for _, text in some]
        together += [(place, "\n\n".join(texts))] if place == "p" else [(place, text) for text in texts]
    return together


def _blocks(blocks, line):
    for block in blocks:
        match block:
            case Paragraph(text):
                yield "p", plain.fold(text)
            case Quote(words, caption):
                if caption:
                    yield "p", plain.fold(caption)
                yield "blockquote", plain.fold(words)
            case Numbered(items):
                yield from (("li", plain.fold(item)) for item in items)
            case _:
                yield from (("th", line(cell)) for cell in block.header)
                yield from (("td", line(cell)) for row in block.rows for cell in row)


def person(summary):
    """The person's own words in quotes and in numbered lists, in order."""
    return [text for place, text in places(summary, plain.fold) if place in {"blockquote", "li"}]


def person_in_text(file):
    """The same, read from a plain text file by its marks alone."""
    told, mark, number = [], "", 0
    for line in file.split("\n"):
        if mark and line.startswith(mark):
            told[-1] += "\n" + line[len(mark) :]
        elif line.startswith("> "):
            told, mark = [*told, line[2:]], "> "
        elif line.startswith(begins := f"{number + 1}. "):
            told, mark, number = [*told, line[len(begins) :]], " " * len(begins), number + 1
        else:
            mark, number = "", 0
    return told


def values(made):
    """Every text of a FHIR file that is not a key, in order."""
    match made:
        case dict():
            return [text for one in made.values() for text in values(one)]
        case list():
            return [text for one in made for text in values(one)]
        case str():
            return [made]
    return []


def values_in_fhir(data):
    return values(json.loads(data))


def cells(data):
    """Every cell of a CSV file, as it is read again."""
    rows = csv_reader.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return [unguarded(cell) for row in rows for cell in row]
