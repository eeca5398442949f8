"""Everything that is pressed."""

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kat_journal.gui.gallery.samples import Sample, Shelf
from kat_journal.gui.gallery.states import CHOSEN_AT, PRESSED_AT, State
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.buttons import Button
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.scale_row import ScaleRow
from kat_journal.gui.widgets.symptom_row import SymptomRow, SymptomValue

_HOW_MUCH = ((0, "Not at all"), (1, "A little"), (2, "Noticeable"), (3, "Hard"), (4, "Overwhelming"))


def show(shelf: Shelf) -> None:
    """Put them on the shelf."""
    shelf.show(
        "Buttons",
        (
            ("primary", partial(buttons.primary, "Check in"), PRESSED_AT),
            ("secondary", partial(buttons.secondary, "Leave for now"), PRESSED_AT),
            ("link", partial(buttons.link, "Write more"), tuple(s for s in PRESSED_AT if s is not State.DISABLED)),
            ("short-link", partial(buttons.link, "All"), (State.NORMAL,)),
        ),
    )
    shelf.show(
        "Chosen",
        (
            ("choice", partial(buttons.choice, "A little"), CHOSEN_AT),
            ("short-choice", partial(buttons.choice, "1"), CHOSEN_AT),
            ("toggle", partial(buttons.toggle, "Dizzy or light-headed"), CHOSEN_AT),
        ),
    )
    places = _places()
    shelf.show_alone("Places of the side bar", "places", places)
    found = [button for button in places.findChildren(Button) if button.objectName()]
    shelf.samples += [Sample(button.objectName(), button, CHOSEN_AT[:4] + CHOSEN_AT[5:]) for button in found]
    shelf.show_alone("One of several", "choices", _choices())
    shelf.show_alone("Scale", "scale", _scale())
    shelf.show_alone("Symptom", "symptom", _symptom())


def _places() -> QWidget:
    frame = QFrame()
    frame.setProperty("kind", "sidebar")
    column = QVBoxLayout(frame)
    for name in ("today", "sessions"):
        place = buttons.nav(name.capitalize(), f"place-{name}")
        place.setChecked(name == "today")
        column.addWidget(place)
    return frame


def _choices() -> Choices:
    choices = Choices("gone", "Is it gone?", (("yes", "Yes"), ("partly", "Partly"), ("no", "No")))
    choices.set_key("partly")
    return choices


def _scale() -> ScaleRow:
    scale = ScaleRow("pain", "How strong?", [(point, str(point)) for point in range(11)])
    scale.set_value(3)
    return scale


def _symptom() -> SymptomRow:
    symptom = SymptomRow("headache", "Headache", _HOW_MUCH, note=True)
    symptom.set_value(SymptomValue(True, 2, "next-day", "partly", "After lunch."))
    return symptom
