"""Marks that change what a questionnaire asks or means, and that nobody may pass over.

An extension can be passed over unless it is named here: FHIR allows none to change the meaning of what it stands in.
What says otherwise about itself is a modifier, and no modifier is followed.
"""

from collections.abc import Iterator
from typing import Any

from kat_journal.importing.refusing import Problem

_REFUSED = {
    "enableWhenExpression": "is asked or not by a formula; only one plain condition can be followed",
    "answerExpression": "takes its choices from a formula",
    "answerOptionsToggleExpression": "changes its choices by a formula",
    "lookupQuestionnaire": "takes its choices from another questionnaire",
    "questionnaireAdaptive": "gets its questions one by one from a server; nothing here reaches a network",
    "subQuestionnaire": "stands in another file; only whole questionnaires are read",
    "itemMedia": "shows a picture or plays a sound",
    "itemAnswerMedia": "shows a picture or plays a sound",
    "signatureRequired": "asks for a signature",
    "expression": "gets its words from a formula",
    "calculatedValue": "gets its words from a formula",
}
_STYLES = frozenset({"style", "styleClass", "xhtml", "markdown"})
_STYLE_MATTERS = "says that it cannot be understood without its colours or type, which are not shown here"
_MODIFIERS = {
    "modifierExtension": "holds a mark that changes its meaning, and that is not known here",
    "implicitRules": "follows rules of its own, which are not known here",
}
_NOT_SHOWN = frozenset({"meta", "text", "contained"})
"""Of the questionnaire itself: about its storage, its picture as a page, and value sets, which are read when named."""


def name_of(extension: Any) -> str:
    """The last word of an extension's address, which is the same in every edition of it."""
    url = extension.get("url") if isinstance(extension, dict) else None
    return url.rpartition("/")[2].rpartition("-")[2] if isinstance(url, str) else ""


def is_hidden(item: dict[str, Any]) -> bool:
    """Whether the item is shown to nobody."""
    extensions = item.get("extension")
    marks = extensions if isinstance(extensions, list) else []
    return any(name_of(mark) == "hidden" and mark.get("valueBoolean") is True for mark in marks)


def problems_of(tree: dict[str, Any]) -> Iterator[Problem]:
    """Every mark in a questionnaire that cannot be followed; what is hidden is left out, whatever it holds."""
    extensions = tree.get("extension")
    for mark in extensions if isinstance(extensions, list) else ():
        if name_of(mark) == "styleSensitive" and mark.get("valueBoolean") is True and _is_styled(tree):
            yield "extension", f"styleSensitive: {_STYLE_MATTERS}"
    for key, value in tree.items():
        if key not in _NOT_SHOWN:
            yield from _in_key(key, value, "")


def _is_styled(tree: dict[str, Any]) -> bool:
    """Whether any of its words carries a style at all; some files make the claim of words that carry none."""
    waiting: list[Any] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if name_of(node) in _STYLES:
                return True
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return False


def problems_in(node: Any, place: str) -> Iterator[Problem]:
    """Every such mark in a part of it."""
    if isinstance(node, list):
        for number, child in enumerate(node):
            yield from problems_in(child, f"{place}[{number}]")
    elif isinstance(node, dict) and not is_hidden(node):
        for key, value in node.items():
            yield from _in_key(key, value, place)


def _in_key(key: str, value: Any, place: str) -> Iterator[Problem]:
    here = f"{place}.{key}" if place else key
    if key in _MODIFIERS:
        yield here, _MODIFIERS[key]
    elif key == "extension" and isinstance(value, list):
        for number, extension in enumerate(value):
            yield from _extension(extension, f"{here}[{number}]")
    else:
        yield from problems_in(value, here)


def _extension(extension: Any, place: str) -> Iterator[Problem]:
    name = name_of(extension)
    if name in _REFUSED:
        yield place, f"{name}: {_REFUSED[name]}"
