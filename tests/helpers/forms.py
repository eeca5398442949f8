"""Small forms to try a rule on."""

from datetime import timedelta

from kat_journal.domain.form import Anchor, Form, Item, ItemType, Kind, Layout, Phase, Point, Scale, Timing
from kat_journal.domain.response import Answer

BOTHER = Scale("bother", (Point(0, "Not at all"), Point(1, "A little"), Point(2, "Noticeable")))


def item(item_id, kind=ItemType.TEXT, **changes):
    return Item(item_id, kind, f"About {item_id}?", **changes)


def form(*items, form_id="test:form", kind=Kind.REFLECTION, phase=Phase.ANY, title="A form", **changes):
    return Form(form_id, 1, kind, phase, title, items, layout=Layout.PAGE, **changes)


def timing(anchor=Anchor.SESSION_END, opens=0, due=24, closes=48, every=None):
    """With hours from the anchor."""
    hours = (timedelta(hours=number) for number in (opens, due, closes))
    return Timing(anchor, *hours, every=every)


def answers(*given):
    """Answers by the id of their item."""
    return {answer.item_id: answer for answer in given}


def numbers(**values):
    """Answers that hold a number each."""
    return {item_id: Answer(item_id, number=number) for item_id, number in values.items()}
