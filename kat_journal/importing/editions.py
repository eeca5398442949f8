"""Which edition of FHIR a file is of. Only R4 is read; the others are told by what only they have."""

from collections.abc import Iterator
from typing import Any

from kat_journal.importing.refusing import refusal

_R5_TYPES = ("coding", "question")
_R5 = frozenset({"answerConstraint", "disabledDisplay", "copyrightLabel", "versionAlgorithmString"})
_STU3 = frozenset({"option", "options", "hasAnswer"})


def check_edition(tree: dict[str, Any]) -> None:
    """Make sure that this is a questionnaire, and of R4.

    Raises:
        QuestionnaireError: It is something else; the text says what.
    """
    kind = tree.get("resourceType")
    if kind != "Questionnaire":
        found = f"this is `{kind}`" if isinstance(kind, str) else "it is missing"
        raise refusal(("resourceType", f"must be `Questionnaire`; {found}"))
    if "group" in tree:
        raise refusal(("group", "is of FHIR DSTU2; ask for the questionnaire as R4"))
    for place, node in _nodes(tree, ""):
        if _R5 & node.keys() or node.get("type") in _R5_TYPES:
            raise refusal((place, "is of FHIR R5; ask for the questionnaire as R4"))
        if _STU3 & node.keys():
            raise refusal((place, "is of FHIR STU3; ask for the questionnaire as R4"))
    if tree.get("status") == "retired":
        raise refusal(("status", "is `retired`: its author took it back; ask for the one that is in use"))


def _nodes(node: dict[str, Any], place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The questionnaire, its items and their conditions, each with its place."""
    yield place, node
    for key in ("item", "enableWhen"):
        children = node.get(key)
        for number, child in enumerate(children if isinstance(children, list) else ()):
            if isinstance(child, dict):
                yield from _nodes(child, f"{place}.{key}[{number}]".lstrip("."))
