"""Properties that the style sheet fills, so that painted widgets name no colour and no size themselves."""

from typing import Any

from PySide6.QtCore import Property
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget


def colour_token(name: str) -> Any:
    """A colour that a rule sets with ``qproperty-<name>: #rrggbb``; invalid until then."""
    return _token(name, QColor, QColor())


def size_token(name: str) -> Any:
    """A number of pixels that a rule sets with ``qproperty-<name>: 16``; zero until then."""
    return _token(name, int, 0)


def _token(name: str, kind: type, start: object) -> Any:
    # The value lies in the widget beside its other attributes; the property has the plain name.
    key = f"_token_{name}"

    def read(widget: QWidget) -> object:
        return widget.__dict__.get(key, start)

    def write(widget: QWidget, value: object) -> None:
        if widget.__dict__.get(key, start) != value:
            widget.__dict__[key] = value
            if isinstance(widget, Restyled):
                widget.restyled()
            widget.updateGeometry()
            widget.update()

    return Property(kind, read, write)


class Restyled:
    """A widget that has something to do when the style sheet gave it another value."""

    def restyled(self) -> None:
        """Take over the new value."""
        raise NotImplementedError
