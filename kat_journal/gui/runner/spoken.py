"""Short sentences that the runner makes of answers and forms."""

from PySide6.QtCore import QCoreApplication

from kat_journal.domain.form import Form, Item, Kind
from kat_journal.domain.response import NOTICED, Answer


def opening(form: Form) -> tuple[str, str]:
    """The large line above a form on one page, and the quiet one under it.

    A check-in whose description begins with a question asks that question; any other form shows its title.
    """
    question, mark, rest = form.about.partition("?")
    if form.kind is Kind.CHECK_IN and mark and "." not in question:
        return question + mark, rest.strip()
    return form.title, form.about


def last_time(item: Item, answer: Answer) -> str:
    """Last time's answer to a symptom row as one quiet line; empty where it says nothing."""
    if NOTICED in answer.options:
        return _tr("Last time: noticed")
    if answer.number is None or item.scale is None:
        return ""
    words = item.scale.text(answer.number)
    said = words[:1].lower() + words[1:]
    gone = _gone(answer.gone) if answer.number > 0 else ""
    line = _tr("Last time: {0}, {1}") if gone else _tr("Last time: {0}")
    return line.format(said, gone)


def _gone(value: str) -> str:
    return {
        "yes": _tr("gone when you wrote"),
        "partly": _tr("partly gone when you wrote"),
        "no": _tr("still there when you wrote"),
    }.get(value, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spoken", text)
