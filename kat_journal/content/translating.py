"""Translations: words laid over the tables they translate, keyed by id. Nothing but words can change."""

from typing import Any

from kat_journal.content.reading import refusal

_WORDS = frozenset({"title", "about", "ask", "label", "hint", "unit", "text", "review", "lines", "first_run", "name"})
_WORDS_OF_UNKNOWN = frozenset({"emergency", "clinic", "crisis_line"})


def translated(tables: dict[str, Any], words: dict[str, Any], file: str) -> dict[str, Any]:
    """The tables with their words replaced.

    ``[form]`` names words of the table itself; every other key names a list of tables, then one of them by its id
    (the points of a scale by their value), then its words. A word given in place of a table is its ``text``.

    Raises:
        PackError: The translation names something that is not there, or that is not a word.
    """
    flat = dict(words)
    top = flat.pop("form", {})
    if not isinstance(top, dict) or flat.keys() & top.keys():
        raise refusal(file, [("form", "must be a table of words, each given once")])
    return _table(tables, {**flat, **top}, file, "")


def _table(base: dict[str, Any], words: dict[str, Any], file: str, key: str) -> dict[str, Any]:
    result = dict(base)
    for name, value in words.items():
        here = f"{key}.{name}".lstrip(".")
        if name not in base:
            raise refusal(file, [(here, "translates nothing")])
        result[name] = _value(base[name], value, name, file, here)
    return result


def _value(base: Any, words: Any, name: str, file: str, key: str) -> Any:
    if name in _WORDS and _is_words(base) and type(words) is type(base):
        if isinstance(base, str) or len(base) == len(words):
            return words
        raise refusal(file, [(key, f"must have {len(base)} lines")])
    if isinstance(words, dict) and isinstance(base, dict):
        return _table(base, words, file, key)
    if isinstance(words, dict) and isinstance(base, list) and base and not _is_words(base):
        return _list(base, words, file, key)
    raise refusal(file, [(key, "cannot be translated")])


def _list(base: list[Any], words: dict[str, Any], file: str, key: str) -> list[Any]:
    places = {str(table.get("id", table.get("value"))): place for place, table in enumerate(base)}
    result = list(base)
    for name, value in words.items():
        if name not in places:
            raise refusal(file, [(f"{key}.{name}", "translates nothing")])
        table = base[places[name]]
        over = value if isinstance(value, dict) else {"text": value}
        result[places[name]] = _table(table, over, file, f"{key}.{name}")
    return result


def _is_words(base: Any) -> bool:
    return isinstance(base, str) or (isinstance(base, list) and all(isinstance(line, str) for line in base))
