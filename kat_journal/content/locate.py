"""Where the program's own texts are."""

from pathlib import Path

from kat_journal.errors import PackError

_PACKAGE = Path(__file__).resolve().parent.parent


def resources_folder(package: Path = _PACKAGE) -> Path:
    """The folder of resources: inside the installed package, or beside it in a checkout.

    Raises:
        PackError: Neither place holds the core pack.
    """
    for place in (package / "resources", package.parent / "resources"):
        if (place / "packs" / "core" / "pack.toml").is_file():
            return place
    raise PackError("resources: the program's own texts are missing")
