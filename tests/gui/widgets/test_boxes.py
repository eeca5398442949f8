import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Card, Variant
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.saved import SavedLabel, SaveState
from kat_journal.gui.widgets.texts import body


@pytest.mark.parametrize(("variant", "colour"), [("plain", "surface"), ("warm", "warm-soft"), ("alert", "alert-soft")])
def test_a_card_has_the_colour_of_its_variant(theme, shown, variant, colour):
    card = Card(variant=variant, name="card")
    card.column.addWidget(body("words"))
    shown(card, 300, 200)
    assert card.grab().toImage().pixelColor(150, 10) == theme.colour(colour)
    assert card.column.spacing() > 0
    assert card.objectName() == "card"


def test_a_card_can_change_its_variant(theme, shown):
    card = shown(Card(), 300, 200)
    card.variant = "alert"
    assert card.variant is Variant.ALERT
    assert card.grab().toImage().pixelColor(150, 10) == theme.colour("alert-soft")


def test_an_unknown_variant_is_refused(qtbot):
    with pytest.raises(ValueError, match="loud"):
        Card(variant="loud")


def test_a_notice_is_hidden_until_it_has_something_to_say(qtbot, shown):
    box = QWidget()
    column = QVBoxLayout(box)
    notice = Notice(name="notice")
    column.addWidget(notice)
    shown(box)
    assert not notice.isVisible()
    button = secondary("See all numbers")
    notice.show_text("<b>Please ring</b> now.", [button])
    assert notice.isVisible()
    assert button.isVisible()
    assert notice.text() == notice.accessibleName() == "<b>Please ring</b> now."
    notice.show_text("Something else.")
    assert notice.text() == "Something else."
    assert not button.isVisible()
    notice.clear()
    assert not notice.isVisible()
    assert notice.text() == notice.accessibleName() == ""


def test_saved_is_said_only_when_it_is_so(qtbot):
    label = SavedLabel()
    qtbot.addWidget(label)
    assert label.text() == ""
    texts = []
    for state in (SaveState.SAVING, SaveState.SAVED, SaveState.SAVED, SaveState.NOT_SAVED, SaveState.NOTHING):
        label.show_state(state)
        texts.append(label.text())
    assert texts == ["Saving...", "Saved", "Saved", "Not saved yet", ""]


def test_a_button_of_a_notice_that_goes_gives_the_focus_back(shown):
    box = QWidget()
    column = QVBoxLayout(box)
    before, other, notice = secondary("Move to the bin"), secondary("Another"), Notice(name="notice")
    for part in (other, before, notice):
        column.addWidget(part)
    shown(box)
    before.setFocus()
    undo = secondary("Undo")
    notice.show_text("Moved to the bin.", [undo])
    undo.setFocus()
    notice.clear()
    assert before.hasFocus()
    other.setFocus()
    notice.show_text("Moved to the bin.", [secondary("Undo")])
    notice.clear()
    assert other.hasFocus(), "the focus stays where the person has put it"
