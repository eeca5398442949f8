"""Looks for a word wherever it could have been left: in files, in output, in what the system was told to write."""

import re

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def holds(data, word):
    """Whether the bytes hold the word, in capitals or not, in any of the encodings."""
    lower = data.lower()
    return any(word.lower().encode(encoding) in lower for encoding in ENCODINGS)


def files_with(word, *folders):
    """The files below the folders that hold the word, or bear it in their name."""
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if holds(str(path.relative_to(folder)).encode(errors="surrogateescape"), word)
        or (path.is_file() and holds(path.read_bytes(), word))
    ]


def written_strings(log):
    """What each call wrote, from a log of ``strace -xx``."""
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            for text in re.findall(r'"((?:\\x[0-9a-f]{2})+)"', line):
                yield bytes.fromhex(text.replace("\\x", ""))
