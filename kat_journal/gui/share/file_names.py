"""Where a summary is offered to be saved, and how its file's name ends."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def folder(kept: str) -> Path:
    """The folder to offer: the last one, or Documents."""
    if kept and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents else Path.home()


def with_suffix(path: Path, suffix: str) -> Path:
    """The name with an ending: the person's own if it is one, as in ``notes.txt``, and else that of the format.

    What follows the last full stop of "From 3. November" or of "27.11" is no ending.
    """
    own = path.suffix[1:]
    is_ending = own.isascii() and own.isalnum() and own.lower() == own and not own.isdigit()
    return path if is_ending else path.with_name(path.name + suffix)
