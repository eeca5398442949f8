"""The look: colours, sizes and fonts from resources, put on the whole program or on one page."""

import re
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

_PLACE = re.compile(r"@([a-z0-9-]+)@")

# Which token fills which role of the palette, for what no style sheet reaches (menus, carets, native parts).
_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "paper",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "alert",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Mid: "line",
}


class Look(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    AFTER_SESSION = "after-session"
    HIGH_CONTRAST = "high-contrast"


class LookChoice(StrEnum):
    """What a person chooses in Settings."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"
    SYSTEM = "system"


class Theme(QObject):
    """Puts a look and a text size on the application, and another look on single pages.

    Signals:
        changed: The look or the text size is another one now.
    """

    changed = Signal()

    def __init__(self, styles: Path, fonts: Path, application: QApplication) -> None:
        """Read the tokens and load the bundled fonts; nothing changes its look yet."""
        super().__init__(application)
        self._application = application
        self._tokens: dict[str, Any] = tomllib.loads((styles / "tokens.toml").read_text(encoding="utf-8"))
        self._template = (styles / "base.qss").read_text(encoding="utf-8")
        self._choice = LookChoice.SYSTEM
        self._look = Look.LIGHT
        self._scale = 100
        self._scheme = Qt.ColorScheme.Unknown
        self._wishes_contrast = False
        self._load_fonts(fonts)
        # Nothing in the program moves by itself, so neither do the lists and tips that Qt would unroll or fade.
        for effect in Qt.UIEffect:
            application.setEffectEnabled(effect, False)
        # Held: the binding takes what the hints give for a part of them, and drops it with them.
        self._hints = hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme)
        # Qt tells of a wish for contrast since 6.10; before that a person chooses it here.
        self._wishes = hints.accessibility() if hasattr(hints, "accessibility") else None
        if self._wishes is not None:
            self._wishes.contrastPreferenceChanged.connect(self._on_contrast)

    @property
    def look(self) -> Look:
        """The look of the program now: light, dark or high contrast. Single pages may have another."""
        return self._look

    def apply(self, choice: LookChoice, text_scale: int) -> None:
        """Dress the whole program.

        Args:
            choice: The look; the system's own is followed while the program runs.
            text_scale: Percent, 100 to 200; anything beyond is brought to the nearest.
        """
        self._choice = choice
        self._scale = min(200, max(100, text_scale))
        self._scheme = self._hints.colorScheme()
        if self._wishes is not None:
            self._wishes_contrast = self._wishes.contrastPreference() == Qt.ContrastPreference.HighContrast
        self._look = self._chosen()
        self._dress()

    def look_for(self, widget: QWidget | None, look: Look | None) -> None:
        """Give one page and all in it another look; None gives it back the program's."""
        if widget is None:
            return
        widget.setProperty("look", None if look is None else str(look))
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, look is not None)
        # The old sheet goes first: on leaving, it brings back the palette that it met.
        widget.setStyleSheet("")
        widget.setPalette(QPalette() if look is None else self._palette(look))
        if look is not None:
            widget.setStyleSheet(self.style_sheet(look))

    def colour(self, name: str, look: Look | None = None) -> QColor:
        """A colour by its token, of the program's look unless another is named."""
        return QColor(self._tokens["colours"][look or self._look][name])

    def px(self, size: int) -> int:
        """Pixels for a size that grows with the text."""
        return round(size * self._scale / 100)

    def size(self, name: str, look: Look | None = None) -> int:
        """A size of the tokens in pixels, grown with the text."""
        own = self._tokens.get(look or self._look, {}).get("sizes", {})
        return self.px(own.get(name, self._tokens["sizes"][name]))

    def style_sheet(self, look: Look) -> str:
        """The style sheet of a look at the text size of now."""
        values = self._values(look)
        return _PLACE.sub(lambda place: values[place[1]], self._template)

    def _chosen(self) -> Look:
        if self._choice is not LookChoice.SYSTEM:
            return Look(self._choice)
        if self._wishes_contrast:
            return Look.HIGH_CONTRAST
        return Look.DARK if self._scheme == Qt.ColorScheme.Dark else Look.LIGHT

    @Slot(Qt.ColorScheme)
    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._follow_system()

    @Slot(Qt.ContrastPreference)
    def _on_contrast(self, wish: Qt.ContrastPreference) -> None:
        self._wishes_contrast = wish == Qt.ContrastPreference.HighContrast
        self._follow_system()

    def _follow_system(self) -> None:
        look = self._chosen()
        if look is not self._look:
            self._look = look
            self._dress()

    def _dress(self) -> None:
        application = self._application
        application.setStyle("Fusion")
        application.setPalette(self._palette(self._look))
        font = QFont(self._tokens["families"]["sans"])
        font.setPixelSize(self.size("text"))
        application.setFont(font)
        application.setStyleSheet(self.style_sheet(self._look))
        for widget in application.allWidgets():
            if own := widget.property("look"):
                self.look_for(widget, Look(own))
        self.changed.emit()

    def _palette(self, look: Look) -> QPalette:
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name, look))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("muted", look))
        return palette

    def _values(self, look: Look) -> dict[str, str]:
        values: dict[str, str] = dict(self._tokens["colours"][look])
        for name, families in self._tokens["families"].items():
            values[name] = ", ".join(f'"{family}"' for family in families)
        own = self._tokens.get(look, {})
        values |= self._tokens["lines"] | own.get("lines", {})
        fixed: dict[str, int] = self._tokens["fixed"] | own.get("fixed", {})
        sizes = fixed | {name: self.size(name, look) for name in self._tokens["sizes"]}
        edge, ring = fixed["edge"], fixed["ring"]
        # An edge is drawn around the inside, so a focused field gives to its ring what it takes from its padding.
        for name in ("target", "field"):
            sizes |= {f"{name}-inner": sizes[name] - 2 * edge, f"{name}-focused": sizes[name] - 2 * ring}
        # All places of the sidebar must fit a low screen, so they grow only once their words need it.
        sizes["nav-inner"] = max(fixed["nav"], round(1.6 * sizes["text"])) - 2 * edge
        for name in ("pad-choice", "pad-field", "pad-words"):
            sizes[f"{name}-focused"] = sizes[name] - (ring - edge)
        for name, size in sizes.items():
            values |= {name: f"{size}px", f"{name}-number": str(size)}
        values["leading-words"] = str(self._tokens["leading"]["words"])
        return values

    def _load_fonts(self, folder: Path) -> None:
        # Once for an application: loading the same file again would hold it twice.
        if self._application.property("fonts") == str(folder):
            return
        self._application.setProperty("fonts", str(folder))
        for path in sorted(folder.glob("*.?tf")):
            QFontDatabase.addApplicationFont(str(path))
