"""Packs and the library they make, translations, and what check-pack says."""

import pytest

from kat_journal.content.check import problems
from kat_journal.content.library import load_library
from kat_journal.errors import PackError


def refusal(resources, language, *roots):
    with pytest.raises(PackError) as error:
        load_library(resources, language, roots)
    return str(error.value)


def test_a_pack_joins_the_core_pack(pack, resources):
    library = load_library(resources, extra_packs=[pack.root])

    assert [known.id for known in library.packs] == ["core", "mine"]
    assert list(library.forms)[-1] == "mine:evening"
    assert library.find_advice("mine:talk").text == "You could tell {clinic}."
    assert library.find_advice("ring-now").level == "emergency"
    with pytest.raises(KeyError):
        library.form("mine:morning")


def test_a_pack_of_one_form_alone_may_use_the_core_scales_and_advice(pack, resources):
    (pack.root / "scales.toml").unlink()
    (pack.root / "advice.toml").unlink()
    pack.change('scale = "calm"', 'scale = "bother"')
    pack.change('advice = "talk"', 'advice = "safety"')
    pack.change("range = [0, 16]", "range = [0, 18]")

    assert load_library(resources, extra_packs=[pack.root]).form("mine:evening").item("calm").scale.id == "bother"


def test_two_packs_of_one_id_are_refused(pack, resources):
    assert refusal(resources, "en", pack.root, pack.root) == "pack.toml: id: `mine` is there already"


def test_no_pack_may_pose_as_the_core_pack(pack, resources):
    pack.change('id = "mine"', 'id = "core"', "pack.toml")

    assert refusal(resources, "en", pack.root) == "pack.toml: id: `core` is there already"


def test_a_pack_without_forms_is_refused(pack, resources):
    (pack.root / "forms" / "evening.toml").unlink()

    assert refusal(resources, "en", pack.root) == "forms: holds no form"

    (pack.root / "forms").rmdir()

    assert refusal(resources, "en", pack.root) == "forms: holds no form"


def test_the_same_card_twice_is_refused(pack, resources):
    text = (pack.root / "advice.toml").read_text("utf-8")
    pack.write("advice.toml", text + text)

    assert refusal(resources, "en", pack.root) == "advice.toml: advice[1].id: `talk` is there twice"


@pytest.mark.parametrize("gap", ["{clinic.__class__}", "{}", "{dose}", "}", "{emergency"])
def test_a_card_holds_no_gap_but_the_three(pack, resources, gap):
    pack.change("{clinic}", gap, "advice.toml")

    assert refusal(resources, "en", pack.root) == (
        "advice.toml: advice[0].text: may hold no braces but {emergency}, {clinic}, {crisis_line}"
    )


def test_a_translation_changes_the_words_and_nothing_else(pack, resources):
    pack.write("locale/de/scales.toml", '[scales.calm.points]\n3 = "Viel"\n')
    pack.write("locale/de/advice.toml", '[advice]\ntalk = "Sag es {clinic}."\n')
    library = load_library(resources, "de", [pack.root])
    form = library.form("mine:evening")

    assert (form.title, form.about, form.language) == ("Abend", "How it went.", "de")
    assert (form.item("calm").ask, form.item("times").ask) == ("Ruhe", "How often?")
    assert (form.item("calm").scale.text(3), form.item("calm").scale.text(0)) == ("Viel", "None")
    assert [option.text for option in form.item("kind").options] == ["Eins", "Two"]
    assert library.find_advice("mine:talk").text == "Sag es {clinic}."


def test_a_short_name_is_read_and_translated_with_its_question(pack, resources):
    pack.change('id = "calm"\n', 'id = "calm"\nlabel = "Calm"\n')
    pack.write("locale/de/evening.toml", '[items.calm]\nlabel = "Ruhe"\n')
    names = [
        load_library(resources, language, [pack.root]).form("mine:evening").item("calm").name
        for language in ("en", "de")
    ]

    assert names == ["Calm", "Ruhe"]


def test_a_form_without_translation_says_its_own_language(pack, resources):
    pack.change('version = "1"', 'version = "1"\nlanguage = "pt-BR"', "pack.toml")

    assert load_library(resources, "fr", [pack.root]).form("mine:evening").language == "pt-BR"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('[items.cold]\nask = "Kalt"', "items.cold: translates nothing"),
        ('[items.calm]\nhint = "Still"', "items.calm.hint: translates nothing"),
        ('[items.kind.options]\nsix = "Sechs"', "items.kind.options.six: translates nothing"),
        ('[items.calm]\nscale = "bother"', "items.calm.scale: cannot be translated"),
        ("version = 2", "version: cannot be translated"),
        ('items = "all"', "items: cannot be translated"),
        ('[timing]\nopens = "0m"', "timing.opens: cannot be translated"),
        ('retired = ["new"]', "retired: cannot be translated"),
        ('retired = { old = "new" }', "retired: cannot be translated"),
        ("[form]\ntitle = 3", "title: cannot be translated"),
        ('[form]\ntitle = ""', "title: must be one line of visible text"),
        ('form = "Abend"', "form: must be a table of words, each given once"),
        ('title = "A"\n[form]\ntitle = "B"', "form: must be a table of words, each given once"),
        ("[form", "is not TOML: Expected ']' at the end of a table declaration (at end of document)"),
    ],
)
def test_a_translation_that_names_or_changes_anything_else_is_refused(pack, resources, words, message):
    pack.write("locale/de/evening.toml", words)

    assert refusal(resources, "de", pack.root) == f"locale/de/evening.toml: {message}"


def test_the_core_pack_and_a_right_pack_have_no_problems(pack, resources):
    assert problems(resources / "packs" / "core") == ()
    assert problems(pack.root) == ()


def test_what_is_neither_folder_nor_zip_is_said_to_be_none(tmp_path):
    (tmp_path / "words.txt").write_text("words")

    assert problems(tmp_path / "gone") == ("gone: cannot be read",)
    assert problems(tmp_path / "words.txt") == ("zip: is damaged, or no zip",)


def test_every_problem_of_a_pack_is_said(pack):
    pack.write("forms/second.toml", "id = 3")
    pack.change("version = 1", "version = 0")
    pack.write("locale/de/third.toml", "")
    pack.write("locale/fr/evening.toml", '[form]\ntitel = "Soir"')

    assert problems(pack.root) == (
        "forms/evening.toml: version: Expected `int` >= 1",
        "forms/second.toml: id: Expected `str`, got `int`",
        "locale/de/third.toml: translates nothing",
    )

    pack.change("version = 0", "version = 1")
    (pack.root / "forms" / "second.toml").unlink()

    assert problems(pack.root) == (
        "locale/de/third.toml: translates nothing",
        "locale/fr/evening.toml: titel: translates nothing",
    )


def test_what_all_forms_rest_on_is_mended_first(pack):
    pack.change('licence = "CC0-1.0"', "", "pack.toml")
    pack.change("[[scales]]", "[[scale]]", "scales.toml")
    pack.change('line = "anything-else"', 'line = "elsewhere"', "advice.toml")

    assert problems(pack.root) == (
        "pack.toml: missing key `licence`",
        "scales.toml: unknown key `scale`",
        "advice.toml: talk.line: `elsewhere` is no line of the help page",
    )


def test_a_translated_file_of_the_pack_itself_is_no_stray(pack):
    pack.write("locale/de/scales.toml", '[scales.calm.points]\n3 = "Viel"\n')

    assert problems(pack.root) == ()
