"""The guide, for reading inside the program."""

import re
from pathlib import Path

import markdown

from kat_journal.errors import PackError

_PICTURES = re.compile(r"^!\[.*\]\(.*\)\n+", re.MULTILINE)


def read_guide(resources: Path) -> str:
    """Our own guide as HTML, without its pictures: the window itself is beside it.

    Raises:
        PackError: This installation has no guide.
    """
    # Installed it lies in the resources; in a checkout beside them.
    for folder in (resources, resources.parent):
        file = folder / "docs" / "guide.md"
        if file.is_file():
            text = _PICTURES.sub("", file.read_text(encoding="utf-8"))
            html: str = markdown.markdown(text, extensions=["tables"], output_format="html")
            return html
    raise PackError("guide.md: the program's own guide is missing")
