"""What a person chooses, from the Settings card to the file that remembers it."""

from kat_journal.config import LOOKS, load_preferences
from kat_journal.gui.settings.look import LookCard
from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.buttons import Button


def test_every_look_can_be_chosen_and_is_remembered(qtbot, preferences):
    card = LookCard((100, 200))
    qtbot.addWidget(card)
    chosen = []
    card.look_chosen.connect(chosen.append)

    for look in LOOKS:
        card.findChild(Button, f"look-{look}").click()
        preferences.look = look
        preferences.save()
        assert load_preferences(preferences.path).look == look
        card.show_choices(look, 100)
        assert card.findChild(Button, f"look-{look}").isChecked()

    assert tuple(chosen) == LOOKS
    assert set(LOOKS) == set(LookChoice)
