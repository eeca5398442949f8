import inspect
import re
from string import Formatter

import pytest

from kat_journal import errors
from kat_journal.content.messages import load_messages
from kat_journal.export import registry, writing

OURS = [
    kind
    for module in (errors, registry, writing)
    for kind in vars(module).values()
    if inspect.isclass(kind) and issubclass(kind, errors.KatJournalError)
]


def names(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_german_translates_every_sentence_and_fills_in_the_same_names(resources):
    english, german = load_messages(resources, "en").texts, load_messages(resources, "de").texts
    assert set(german) == set(english)
    untranslated = {
        key
        for key in english
        if german[key] == english[key] and re.search("[a-z]{4}", re.sub("{.*?}", "", english[key]))
    }
    assert untranslated <= {"month.4", "month.8", "month.9", "month.11"}
    for key, sentence in english.items():
        assert names(german[key]) == names(sentence), key


@pytest.mark.parametrize("language", ["en", "", "xx", "../de", "EN_GB"])
def test_an_unknown_language_speaks_english(resources, language):
    assert load_messages(resources, language).language == "en"


@pytest.mark.parametrize("language", ["de", "de_DE", "de-AT", "DE"])
def test_the_first_part_of_a_language_counts(resources, language):
    messages = load_messages(resources, language)
    assert messages.language == "de"
    assert messages.get("answer.yes") == "Ja"


def test_a_sentence_that_a_language_lacks_is_english(tmp_path):
    for language, text in (("en", '"a" = "one"\n"b" = "two"'), ("de", '"a" = "eins"')):
        folder = tmp_path / "translations" / language
        folder.mkdir(parents=True)
        (folder / "messages.toml").write_text(text, "utf-8")
    messages = load_messages(tmp_path, "de")
    assert (messages.get("a"), messages.get("b")) == ("eins", "two")


@pytest.mark.parametrize("kind", OURS)
def test_every_error_has_its_sentence_and_hint(messages, kind):
    assert messages.find(kind.message) == kind.user_message
    assert messages.find(f"{kind.message}.hint") == kind.hint
