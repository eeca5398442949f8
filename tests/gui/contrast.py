"""How well things can be told apart, by the formula of WCAG 2.2, in tokens and in pictures."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

TEXT, LARGE, EDGE = 7.0, 4.5, 3.0
LARGE_FROM = 24
"""Pixels from which a text is large; a bold one from 19."""
BOLD_LARGE_FROM = 19
FEWEST = 3
"""Pixels of a colour that make it more than a softened corner."""


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def contrast(one, other):
    """Of two colours, as Qt knows them or as a number."""
    lighter, darker = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def needed(font):
    """What a text of that font needs."""
    from_size = BOLD_LARGE_FROM if font.bold() else LARGE_FROM
    return LARGE if font.pixelSize() >= from_size else TEXT


@dataclass(frozen=True)
class Picture:
    """A widget, with a little of what is around it.

    Attributes:
        image: The picture.
        inside: Where the widget is in it.
    """

    image: QImage
    inside: QRect

    def colours(self, rect):
        """How many pixels of a part have which colour."""
        return Counter(_pixels(self.image.copy(rect & self.image.rect())))


def _pixels(image):
    return memoryview(image.constBits()).cast("I").tolist()  # four bytes each, so no line is padded


AROUND = 4


def photograph(gallery, widget):
    """A picture of a widget of the gallery, with what it stands on."""
    content = gallery.page.widget()
    rect = QRect(widget.mapTo(content, QPoint(0, 0)), widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    grabbed = content.grab(rect).toImage()
    image = QImage(grabbed.size(), QImage.Format.Format_RGB32)
    image.fill(gallery.grab(QRect(0, 0, 2, 2)).toImage().pixelColor(0, 0))  # the content is seen on the page itself
    painter = QPainter(image)
    painter.drawImage(0, 0, grabbed)
    painter.end()
    return Picture(image, QRect(QPoint(AROUND, AROUND), widget.size()))


def words_contrast(picture, rect):
    """The ground of a part, which most of it shows, against what stands out from it most."""
    colours = picture.colours(rect)
    ground = colours.most_common(1)[0][0]
    return max((contrast(ground, colour) for colour, count in colours.items() if count >= FEWEST), default=1.0)


def edge_contrast(picture, depth):
    """The least, over the four sides, of what stands out most from what is around, within a depth from the edge."""
    inside = picture.inside
    middle = inside.center()
    ways = (
        (QPoint(inside.left() - 2, middle.y()), QPoint(1, 0)),
        (QPoint(inside.right() + 2, middle.y()), QPoint(-1, 0)),
        (QPoint(middle.x(), inside.top() - 2), QPoint(0, 1)),
        (QPoint(middle.x(), inside.bottom() + 2), QPoint(0, -1)),
    )
    return min(_along(picture.image, start, step, depth) for start, step in ways)


def _along(image, start, step, depth):
    outside = image.pixel(start)
    return max(contrast(outside, image.pixel(start + step * far)) for far in range(1, depth + 3))


def changed_area(before, after, ratio=EDGE):
    """How many pixels of a picture are another colour in a second one, told apart as well as that."""
    pairs = Counter(zip(_pixels(before.image), _pixels(after.image), strict=True))
    return sum(count for (one, other), count in pairs.items() if one != other and contrast(one, other) >= ratio)
