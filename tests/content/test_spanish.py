"""Spanish is whole: every text of the core pack and of the catalogue, with nothing but the words changed."""

import re
import shutil
from collections import Counter
from dataclasses import fields, is_dataclass

import pytest

from kat_journal.content.check import problems
from kat_journal.content.library import load_library
from kat_journal.content.messages import load_messages
from kat_journal.domain.choosing import candidates
from kat_journal.domain.composing import Choice, compose
from kat_journal.export.formats import markdown
from kat_journal.services.support import Numbers
from tests.golden.fictional import CHOSEN_BY_HAND, material

WORDS = {"title", "about", "ask", "label", "hint", "unit", "text", "review", "lines", "first_run"}
APART = {"language", "source"}
"""A form says its language, and cites its source as it was published."""

SAME = {"No", "PHQ-9", "PHQ-8", "GAD-7", "WHO-5", "PCL-5"}
SAME_MESSAGES = {"answer.no"}

GAP = re.compile(r"\{[a-z_]+\}")
ENGLISH = re.compile(
    r"\b(the|and|your|you|of|is|are|with|this|that|not|what|when|how|from|for|it|in|to|or|was|ring|session|clinic)\b",
    re.IGNORECASE,
)
NEVER = re.compile(
    r"\b(tarde|atrasad[oa]s?|pendientes?|vencid[oa]s?|retras\w+|cálmate|cometer|suicidarse|mejoría|grave|leve|moderad[oa]"
    r"|depresión|usted(es)?|vos|vosotr[oa]s|ordenador(es)?|computador\w*|mg)\b|\w/[ao]s?\b|[—!¡\"“”]",
    re.IGNORECASE,
)
"""Hurry, judgement, a diagnosis, a formal or a local way of speaking, "o/a", a dash, other quotation marks."""


def pairs(ours, theirs, path="", is_words=False):
    """Every text with its translation and its place; whatever is not words must be the same."""
    if is_words and isinstance(ours, str):
        yield path, ours, theirs
    elif not parts(ours):
        assert ours == theirs, path
    else:
        ours, theirs = parts(ours), parts(theirs)
        assert ours.keys() == theirs.keys(), path
        for name in (name for name in ours if name not in APART):
            is_line = is_words and isinstance(name, int)
            yield from pairs(ours[name], theirs[name], f"{path}.{name}", name in WORDS or is_line)


def parts(value):
    if isinstance(value, (tuple, list)):
        return dict(enumerate(value))
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if hasattr(value, "__struct_fields__"):
        return {name: getattr(value, name) for name in value.__struct_fields__}
    return dict(value) if isinstance(value, dict) else {}


def everything(library):
    """All that a library says in words of its own; numbers and lines by country have no language."""
    core, support = library.packs[0], library.support
    return {
        "forms": dict(core.forms),
        "rows": dict(core.rows.shown),
        "scales": dict(core.scales),
        "advice": dict(core.advice),
        "pages": [support.help, support.grounding, support.house_rules, support.sitter_card],
    }


def texts_of(resources):
    return [
        (path, ours, theirs)
        for path, ours, theirs in pairs(everything(load_library(resources)), everything(load_library(resources, "es")))
        if ours
    ]


def untranslated(texts):
    return sorted(
        path for path, ours, theirs in texts if ours == theirs and ours not in SAME and re.search("[A-Za-z]", ours)
    )


@pytest.fixture(scope="module")
def pack_texts(resources):
    return texts_of(resources)


@pytest.fixture(scope="module")
def spanish(resources):
    return load_messages(resources, "es")


@pytest.fixture(scope="module")
def texts(resources, pack_texts, spanish):
    """The pack and the catalogue together."""
    english = load_messages(resources, "en").texts
    return [*pack_texts, *((key, text, spanish.texts[key]) for key, text in english.items())]


def test_nothing_of_the_pack_is_missing(resources, pack_texts):
    assert problems(resources / "packs" / "core") == ()
    assert len(pack_texts) > 500
    assert untranslated(pack_texts) == []
    assert [form.id for form in load_library(resources, "es").forms.values() if form.language != "es"] == []


def test_every_file_with_words_has_its_spanish(resources):
    core = resources / "packs" / "core"
    ours = {path.name for path in [*core.glob("*.toml"), *core.glob("forms/*.toml")]} - {"pack.toml"}

    assert {path.name for path in (core / "locale" / "es").iterdir()} == ours


def test_one_missing_word_of_the_pack_is_found(resources, tmp_path):
    shutil.copytree(resources / "packs", tmp_path / "packs")
    shutil.copytree(resources / "support", tmp_path / "support")
    locale = tmp_path / "packs" / "core" / "locale" / "es"
    for name, lost in (("intention.toml", 'label = "Intención"\n'), ("house_rules.toml", 'title = "Es tuyo."\n')):
        text = (locale / name).read_text("utf-8")
        assert lost in text
        (locale / name).write_text(text.replace(lost, ""), "utf-8")

    assert untranslated(texts_of(tmp_path)) == [
        ".forms.core:intention.items.0.label",
        ".pages.2.rules.7.title",
    ]


def test_nothing_of_the_catalogue_is_missing(resources, spanish):
    english = load_messages(resources, "en").texts
    own = {
        key for key, text in spanish.texts.items() if text == english[key] and re.search("[A-Za-z]", GAP.sub("", text))
    }

    assert spanish.language == "es"
    assert set(spanish.texts) == set(english)
    assert own == SAME_MESSAGES


def test_the_catalogue_itself_holds_every_key(resources):
    """Not by falling back on English."""
    keys = re.compile(r'^"(.+?)" = ', re.MULTILINE)
    written = {
        language: keys.findall((resources / "translations" / language / "messages.toml").read_text("utf-8"))
        for language in ("en", "es")
    }

    assert sorted(written["es"]) == sorted(written["en"])


def test_the_same_gaps_and_the_same_figures_stand_in_every_text(texts):
    assert {path for path, ours, theirs in texts if Counter(GAP.findall(ours)) != Counter(GAP.findall(theirs))} == set()
    figures = [(path, re.findall(r"\d+", ours), re.findall(r"\d+", theirs)) for path, ours, theirs in texts]
    assert {path for path, ours, theirs in figures if sorted(ours) != sorted(theirs)} == set()


def test_no_english_is_left_in_a_spanish_sentence(texts):
    ours = [text for _, text, _ in texts if ENGLISH.search(GAP.sub("", text))]

    assert {path: theirs for path, _, theirs in texts if ENGLISH.search(GAP.sub("", theirs))} == {}
    assert len(ours) > len(texts) / 3


def test_no_text_hurries_judges_or_speaks_to_one_kind_of_person_only(texts):
    assert {path: theirs for path, _, theirs in texts if NEVER.search(theirs)} == {}
    for wrong in ("Está atrasado.", "¿Estás cansado/a?", "Rellénelo usted.", "¡Bien!", "Di “hola”."):
        assert NEVER.search(wrong)


def test_sentences_are_marked_as_spanish_marks_them(texts):
    for path, ours, theirs in texts:
        assert theirs.count("¿") == theirs.count("?"), path
        assert ours.count("?") == 0 or theirs.count("?") > 0, path
        assert theirs.count("«") == theirs.count("»"), path
        assert (ours[-1] in ".:") == (theirs[-1] in ".:") or ours[-1] == "?", path
        assert theirs == theirs.strip() or ours != ours.strip(), path


def test_no_text_is_much_longer_or_shorter_than_ours(texts):
    long = {path: (ours, theirs) for path, ours, theirs in texts if len(theirs) > 1.5 * len(ours) + 20}
    short = {path: (ours, theirs) for path, ours, theirs in texts if len(theirs) < 0.5 * len(ours) - 5}

    assert (long, short) == ({}, {})


def test_an_answer_reads_well_with_a_number_and_with_words(resources, spanish, pack_texts):
    """As "al 112" and as "al número local de emergencias"; as "a tu clínica"."""
    for path, _, text in pack_texts:
        assert len(re.findall(r"(?:\bal|\bel|\bdel) \{emergency\}", text)) == text.count("{emergency}"), path
        assert len(re.findall(r"\ba \{clinic\}", text)) == text.count("{clinic}"), path
        assert len(re.findall(r"\ba \{crisis_line\}", text)) == text.count("{crisis_line}"), path
    library = load_library(resources, "es")
    text = library.find_advice("ring-or-clinic").text
    said = {code: Numbers(library.support, spanish, lambda code=code: code).fill(text) for code in ("ES", "")}

    assert said["ES"].startswith("Por favor, llama ahora al 112 o a tu clínica.")
    assert said[""].startswith("Por favor, llama ahora al número local de emergencias o a tu clínica.")


@pytest.mark.parametrize(
    ("number", "said"), [(1, "primera"), (3, "tercera"), (12, "duodécima"), (13, "13.ª"), (21, "21.ª"), (111, "111.ª")]
)
def test_sessions_are_counted_in_the_feminine(spanish, number, said):
    assert spanish.get("heading.before", ordinal=spanish.ordinal(number)) == f"Antes de tu {said} sesión"


def test_a_summary_speaks_spanish(spanish):
    stuff = material()
    chosen = CHOSEN_BY_HAND | {one.key for one in candidates(stuff, spanish) if one.ticked}
    text = markdown.render(compose(stuff, frozenset(chosen), Choice(), spanish), spanish).decode()

    assert text.startswith("# Notas para mi cita, del 2026-10-30 al 2026-11-23\n")
    assert "Última sesión de ketamina: dom 2026-11-22, 1 día antes de preparar este documento.\n" in text
    assert "3 de 9, 2 de 3 respondidas, estimado sin la fila 3" in text
    assert [line for line in text.splitlines() if line.startswith("#") and ENGLISH.search(line)] == []


def test_the_words_for_a_route_are_the_same_in_the_record_and_in_the_summary(resources, spanish):
    route = load_library(resources, "es").form("core:session-record").item("route")

    assert {option.id: option.text for option in route.options} == {
        option.id: spanish.get(f"route.{option.id}") for option in route.options
    }
