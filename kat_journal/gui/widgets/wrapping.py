"""Breaking text into lines: at words, and inside a word only where the word alone is too long."""

from math import ceil

from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

_LINE_SEPARATOR = "\u2028"
_WIDEST = 1 << 20


def text_width(text: str, font: QFont) -> int:
    """The pixels that a text needs so that no line of it is broken."""
    layout, lines = _laid_out(text, font, _WIDEST)
    width = max((line.naturalTextWidth() for line in lines), default=0.0)
    del layout
    return ceil(width)


def wrapped_lines(text: str, font: QFont, width: int) -> list[str]:
    """The lines of a text at a width, line breaks of its own kept."""
    layout, lines = _laid_out(text, font, width)
    # Qt counts in UTF-16 units, so lines are cut from the encoded text.
    units = layout.text().encode("utf-16-le", "surrogatepass")
    cut = [units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())] for line in lines]
    return [line.decode("utf-16-le", "replace").strip(f" {_LINE_SEPARATOR}") for line in cut] or [""]


def _laid_out(text: str, font: QFont, width: int) -> tuple[QTextLayout, list[QTextLine]]:
    """The layout and its lines, which live only as long as it does."""
    layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        lines.append(line)
    layout.endLayout()
    return layout, lines
