import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette, QStyleHints
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kat_journal.gui.theme import Look, LookChoice, Theme

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def theme(qapp):
    theme = Theme(RESOURCES / "styles", RESOURCES / "fonts", qapp)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


def test_every_look_has_the_same_colours():
    colours = tomllib.loads((RESOURCES / "styles" / "tokens.toml").read_text(encoding="utf-8"))["colours"]
    assert set(colours) == set(Look)
    assert len({frozenset(own) for own in colours.values()}) == 1


def test_the_style_sheet_names_no_colour_of_its_own(theme):
    template = (RESOURCES / "styles" / "base.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(", template)
    assert "@" not in theme.style_sheet(Look.LIGHT)


def test_the_bundled_fonts_are_used(theme, qapp):
    theme.apply(LookChoice.LIGHT, 100)
    assert {"Inter", "Noto Serif"} <= set(QFontDatabase.families())
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert qapp.font().pixelSize() == 15


def test_every_font_comes_with_its_licence():
    fonts = RESOURCES / "fonts"
    licences = {path.name.removesuffix("-OFL.txt") for path in fonts.glob("*-OFL.txt")}
    assert {path.name.split("-")[0] for path in fonts.glob("*.?tf")} == licences


@pytest.mark.parametrize(("asked", "size"), [(100, 15), (150, 22), (200, 30), (50, 15), (400, 30)])
def test_the_text_size_stays_between_100_and_200_percent(theme, qapp, asked, size):
    theme.apply(LookChoice.LIGHT, asked)
    assert qapp.font().pixelSize() == theme.px(15) == size


def test_the_look_is_the_chosen_one(theme, qapp):
    theme.apply(LookChoice.DARK, 100)
    assert theme.look is Look.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("paper", Look.DARK)


def test_the_system_is_followed_only_when_asked(theme, qapp, qtbot):
    theme.apply(LookChoice.SYSTEM, 100)
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.look is Look.DARK
    theme.apply(LookChoice.LIGHT, 100)
    with qtbot.assertNotEmitted(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.look is Look.LIGHT


def test_high_contrast_is_chosen_by_a_person(theme, qapp):
    theme.apply(LookChoice.HIGH_CONTRAST, 100)

    assert theme.look is Look.HIGH_CONTRAST
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("paper", Look.HIGH_CONTRAST)


def wishes(qapp, wish):
    """What Qt does when the system's own wish for contrast becomes another one."""
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(wish)


@pytest.mark.skipif(not hasattr(QStyleHints, "accessibility"), reason="Qt tells of it since 6.10")
def test_the_systems_wish_for_contrast_is_followed_at_once_and_only_when_asked(theme, qapp, qtbot):
    theme.apply(LookChoice.SYSTEM, 100)
    with qtbot.waitSignal(theme.changed):
        wishes(qapp, Qt.ContrastPreference.HighContrast)
    assert theme.look is Look.HIGH_CONTRAST
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.look is Look.HIGH_CONTRAST
    with qtbot.waitSignal(theme.changed):
        wishes(qapp, Qt.ContrastPreference.NoPreference)
    assert theme.look is Look.DARK
    theme.apply(LookChoice.LIGHT, 100)
    with qtbot.assertNotEmitted(theme.changed):
        wishes(qapp, Qt.ContrastPreference.HighContrast)
    assert theme.look is Look.LIGHT


def test_with_high_contrast_edges_are_thicker_and_links_are_underlined(theme):
    usual, high = theme.style_sheet(Look.DARK), theme.style_sheet(Look.HIGH_CONTRAST)

    assert "border: 1px solid" in usual
    assert "border: 1px solid" not in high
    assert "text-align: left; text-decoration: none" in usual
    assert "text-align: left; text-decoration: underline" in high


def test_nothing_unrolls_or_fades(theme, qapp):
    for effect in (Qt.UIEffect.UI_General, Qt.UIEffect.UI_AnimateCombo):
        qapp.setEffectEnabled(effect, True)
    assert qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo), "else Qt never moves here, and nothing was looked at"

    Theme(RESOURCES / "styles", RESOURCES / "fonts", qapp).setParent(None)

    assert not [effect for effect in Qt.UIEffect if qapp.isEffectEnabled(effect)]


def test_one_page_has_another_look_until_it_is_given_back(theme, qtbot):
    theme.apply(LookChoice.LIGHT, 100)
    page = QWidget()
    qtbot.addWidget(page)
    label = QLabel("words", page)
    label.setProperty("kind", "muted")
    QVBoxLayout(page).addWidget(label)
    page.resize(200, 100)
    theme.look_for(page, Look.AFTER_SESSION)
    page.show()
    assert page.grab().toImage().pixelColor(1, 1) == theme.colour("paper", Look.AFTER_SESSION)
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.colour("muted", Look.AFTER_SESSION)
    theme.apply(LookChoice.DARK, 200)
    assert page.grab().toImage().pixelColor(1, 1) == theme.colour("paper", Look.AFTER_SESSION)
    assert label.font().pixelSize() == 30
    theme.look_for(page, None)
    assert page.grab().toImage().pixelColor(1, 1) == theme.colour("paper", Look.DARK)
    theme.look_for(None, None)


def test_after_a_session_words_are_larger(theme):
    assert theme.size("words", Look.AFTER_SESSION) > theme.size("words", Look.LIGHT)
