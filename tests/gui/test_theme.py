import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kat_journal.gui.theme import Look, LookChoice, Theme

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def theme(qapp):
    theme = Theme(RESOURCES / "styles", RESOURCES / "fonts", qapp)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("ground", ["paper", "surface"])
@pytest.mark.parametrize("text", ["ink", "muted", "accent", "warm", "alert"])
def test_text_on_paper_and_surface_is_at_least_seven_to_one(theme, look, ground, text):
    assert contrast(theme.colour(text, look), theme.colour(ground, look)) >= 7


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "warm-soft"), ("ink", "alert-soft"), ("accent", "accent-soft"), ("on-accent", "accent"),
     ("on-accent", "accent-hover"), ("ink", "hover"), ("ink", "accent-soft"), ("accent", "hover")],
)  # fmt: skip
def test_text_on_fills_is_at_least_four_and_a_half_to_one(theme, look, text, ground):
    assert contrast(theme.colour(text, look), theme.colour(ground, look)) >= 4.5


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_edges_and_the_focus_ring_stand_out(theme, look, ground):
    assert contrast(theme.colour("line", look), theme.colour(ground, look)) >= 3
    assert contrast(theme.colour("ink", look), theme.colour(ground, look)) >= 3


def test_every_look_has_the_same_colours():
    colours = tomllib.loads((RESOURCES / "styles" / "tokens.toml").read_text(encoding="utf-8"))["colours"]
    assert set(colours) == set(Look)
    assert len({frozenset(own) for own in colours.values()}) == 1


def test_the_style_sheet_names_no_colour_of_its_own(theme):
    template = (RESOURCES / "styles" / "base.qss").read_text(encoding="utf-8")
    assert "#" not in template
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
