"""Everything that is pressed: large, worded, and answering to Enter as well as to the space bar."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from kat_journal.gui.widgets.tokens import colour_token, size_token
from kat_journal.gui.widgets.wrapping import text_width, wrapped_lines

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Button(QPushButton):
    """A button whose words wrap when there is little room, with a ring that shows on every fill.

    Arrow keys are left to the parent, which knows where they lead. An ampersand is only an ampersand.
    """

    ring = size_token("ring")
    ring_gap = size_token("ring_gap")
    radius = size_token("radius")
    least = size_token("least")
    wished_width = size_token("wished_width")
    ring_colour = colour_token("ring_colour")
    gap_colour = colour_token("gap_colour")

    def __init__(self, text: str, kind: str, name: str = "", parent: QWidget | None = None) -> None:
        """Show the words; ``kind`` names the rules in the style sheet."""
        super().__init__(parent)
        self._pointed = False
        self._pressed = False
        self.setProperty("kind", kind)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words, and say the same to screen readers."""
        super().setText(text)
        self.setShortcut("")
        self.setAccessibleName(text)

    def shows_ring(self) -> bool:
        """Whether the focus ring is visible: whenever it has focus, but for a mere click."""
        return self.hasFocus() and not self._pointed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too; leave the arrows to the parent."""
        self._pointed = False
        self.update()
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Know that a click began here."""
        self._pressed = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Be pressed again; but not by the second half of a double click whose first half took another button away."""
        if self._pressed:
            super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether a pointer brought the focus: then no ring is needed to find it."""
        self._pointed = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def heightForWidth(self, width: int) -> int:
        """The height of all words at a width, never less than a target."""
        lines = len(self._lines(width))
        return self._line_height() + (lines - 1) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """All words in one line, or the width that the style wishes for."""
        width = self.wished_width or max(self.least, text_width(self.text(), self.font()) + self._around())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters: any width will do."""
        few = max(self.least, 6 * self.fontMetrics().averageCharWidth() + self._around())
        return QSize(min(self.sizeHint().width(), few), self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as the words need: a tall button beside a tall neighbour looks like a box."""
        super().resizeEvent(event)
        self._keep_height()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of another font or style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button of the style with its words in lines, and the ring over it."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = "\n".join(self._lines(self.width())).replace("&", "&&")
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        if self.shows_ring():
            self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring, gap = self.ring, self.ring_gap
        if self.property("kind") == "link":
            # Its words start at the page's edge and leave no room for a ring: a bar under them instead.
            width = min(self.width(), text_width(self.text(), self.font()))
            left = 0 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - width
            painter.fillRect(QRectF(left, self.height() - 2 * ring, width, ring), self.ring_colour)
            return
        for width, inset, colour in ((gap, ring, self.gap_colour), (ring, 0, self.ring_colour)):
            painter.setPen(QPen(colour, width))
            middle = inset + width / 2
            shape = self.rect().toRectF().adjusted(middle, middle, -middle, -middle)
            radius = max(0, self.radius - middle)
            painter.drawRoundedRect(shape, radius, radius)

    def _lines(self, width: int) -> list[str]:
        return wrapped_lines(self.text(), self.font(), width - self._around())

    def _around(self) -> int:
        """Padding and edge left and right of the words, as the style has them."""
        return self._styled(QSize(100, 10)).width() - 100

    def _line_height(self) -> int:
        words = self.fontMetrics().height()
        return max(self._styled(QSize(100, words)).height(), self.minimumHeight())

    def _styled(self, contents: QSize) -> QSize:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, contents, self)

    def _keep_height(self) -> None:
        self.setMaximumHeight(self.heightForWidth(self.width()))


def primary(text: str, name: str = "", parent: QWidget | None = None) -> Button:
    """The one thing that a page offers first."""
    return Button(text, "primary", name, parent)


def secondary(text: str, name: str = "", parent: QWidget | None = None) -> Button:
    """Another thing that can be done here."""
    return Button(text, "secondary", name, parent)


def link(text: str, name: str = "", parent: QWidget | None = None) -> Button:
    """A quiet way to somewhere else."""
    return Button(text, "link", name, parent)


def choice(text: str, name: str = "", parent: QWidget | None = None) -> Button:
    """One of several answers; checked when chosen."""
    return _checkable(text, "choice", name, parent)


def toggle(text: str, name: str = "", parent: QWidget | None = None) -> Button:
    """Something that fits or does not; checked when it fits."""
    return _checkable(text, "toggle", name, parent)


def nav(text: str, name: str = "", parent: QWidget | None = None) -> Button:
    """A place in the sidebar; checked while it is shown."""
    return _checkable(text, "nav", name, parent)


def _checkable(text: str, kind: str, name: str, parent: QWidget | None) -> Button:
    button = Button(text, kind, name, parent)
    button.setCheckable(True)
    return button
