"""Lines of text that a page says: headings, sentences and quoted words, always as plain text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from kat_journal.gui.widgets.wrapping import text_width, wrapped_lines

_BAR = 2


class Text(QLabel):
    """Plain text that wraps at any width and always has the height it needs.

    QLabel never breaks inside a word, so one long word would push a page wider than the window; this one does.
    """

    def __init__(self, text: str, kind: str, name: str = "", parent: QWidget | None = None) -> None:
        """Show a text; ``kind`` names its rule in the style sheet."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", kind)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_selectable(self) -> None:
        """Let the text be marked and copied, by mouse and by keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        margins = self.contentsMargins()
        lines = wrapped_lines(self.text(), self.font(), width - margins.left() - margins.right())
        return len(lines) * self.fontMetrics().lineSpacing() + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """One line as wide as the text; a layout that has less asks for more height."""
        margins = self.contentsMargins()
        width = text_width(self.text(), self.font()) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters: any width will do."""
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), 6 * metrics.averageCharWidth()), metrics.lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines as they were measured; marked text is left to Qt."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout = QTextOption(self.alignment())
        layout.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextDirection(self.layoutDirection())
        painter.drawText(self.contentsRect().toRectF(), self.text(), layout)
        if self.hasFocus():  # words that a page begins with can have it: a bar under them says so
            painter.fillRect(0, self.height() - _BAR, self.width(), _BAR, painter.pen().color())


def heading(text: str, name: str = "", parent: QWidget | None = None) -> Text:
    """A question or the sentence that a page begins with."""
    return Text(text, "heading", name, parent)


def subheading(text: str, name: str = "", parent: QWidget | None = None) -> Text:
    """The title of a card or of a part of a page."""
    return Text(text, "subheading", name, parent)


def body(text: str, name: str = "", parent: QWidget | None = None) -> Text:
    """A sentence that matters."""
    return Text(text, "body", name, parent)


def muted(text: str, name: str = "", parent: QWidget | None = None) -> Text:
    """A sentence that helps. Only on paper and on plain cards."""
    return Text(text, "muted", name, parent)


def small(text: str, name: str = "", parent: QWidget | None = None) -> Text:
    """A line above a heading or under a card. Only on paper and on plain cards."""
    return Text(text, "small", name, parent)


def quote(text: str, name: str = "", parent: QWidget | None = None) -> Text:
    """The person's own words, shown back."""
    return Text(text, "quote", name, parent)


def field_label(text: str, buddy: QWidget, name: str = "", parent: QWidget | None = None) -> Text:
    """The label of a field; gives the field its accessible name if it has none."""
    label = Text(text, "field-label", name, parent)
    label.setBuddy(buddy)
    if not buddy.accessibleName():
        buddy.setAccessibleName(text)
    return label
