"""Reading packs of strangers into memory: what is right comes through whole, whatever else ends in a refusal."""

import io
import os
import shutil
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.content.check import problems
from kat_journal.content.foreign import gathered, read_file, read_foreign
from kat_journal.content.from_folder import read_folder
from kat_journal.content.from_zip import read_zip
from kat_journal.content.library import load_library
from kat_journal.content.pack_files import MAX_PATHS, Files, Total, whole
from kat_journal.content.packs import PackReader, read_pack
from kat_journal.content.reading import parsed
from kat_journal.content.wording import check_words
from kat_journal.errors import PackError
from tests.helpers.pack_making import FILES, as_folder, as_zip, changed, zipped


def refused(work, *arguments):
    with pytest.raises(PackError) as error:
        work(*arguments)
    return str(error.value)


class Meddling(Total):
    """Counts what is read, and does something to the folder after the first piece."""

    def __init__(self, meddle):
        super().__init__()
        self.meddle = meddle

    def add(self, size):
        super().add(size)
        meddle, self.meddle = self.meddle, lambda: None
        meddle()


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path):
    root = as_folder(tmp_path / "mine", FILES)
    grows = Meddling(lambda: (root / "advice.toml").write_text(FILES["advice.toml"] + "# more"))

    assert refused(read_folder, root, grows) == "advice.toml: changed while it was read"
    assert read_folder(root, Meddling(lambda: None))["advice.toml"].endswith("# more")


def test_a_file_that_goes_while_others_are_read_is_refused(tmp_path):
    root = as_folder(tmp_path / "mine", FILES)

    assert refused(read_folder, root, Meddling((root / "scales.toml").unlink)) == "pack: cannot be read"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_does_not_hold_the_reader_up(tmp_path):
    os.mkfifo(tmp_path / "pack.zip")

    assert refused(gathered, tmp_path / "pack.zip") == "pack.zip: is not a file"


def test_a_file_that_is_missing_too_large_or_no_name_is_refused(tmp_path):
    (tmp_path / "a.json").write_bytes(b"12345")

    assert read_file(tmp_path / "a.json", 5) == b"12345"
    assert refused(read_file, tmp_path / "a.json", 4) == "a.json: is larger than 4 bytes"
    assert refused(read_file, tmp_path / "b.json", 4) == "b.json: cannot be read"
    assert refused(read_file, tmp_path / "b\0.json", 4) == "b\ufffd.json: cannot be read"


def test_a_bomb_takes_no_more_room_than_a_file_may_have():
    bomb = zipped(FILES, [("forms/z.toml", b"#" * 60_000_000)])
    tracemalloc.start()

    assert refused(read_zip, bomb) == "forms/z.toml: is larger than 200000 bytes"

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


@given(data=st.binary(max_size=300))
def test_any_bytes_end_in_files_or_a_refusal(data):
    assert refused(read_zip, data).isprintable()


GOOD = zipped(FILES)


@given(place=st.integers(0, len(GOOD) - 1), piece=st.binary(min_size=1, max_size=8), cut=st.integers(0, 8))
def test_any_damage_to_a_zip_ends_in_files_or_a_refusal(place, piece, cut):
    try:
        texts = read_zip(GOOD[:place] + piece + GOOD[place + cut :])
    except PackError:
        texts = {}

    assert set(texts) <= set(FILES)
    assert all(text == FILES[name] for name, text in texts.items())


def test_the_files_of_a_pack_are_read_like_a_folder(tmp_path):
    files, root = Files(FILES), as_folder(tmp_path / "mine", FILES)
    many = Files({f"forms/f{number}.toml": "" for number in range(201)})

    assert files.names("forms") == ("forms/evening.toml",)
    assert (files.has("pack.toml"), files.has("rows.toml"), files.languages) == (True, False, ("de",))
    assert files.read("pack.toml") is files.read("pack.toml")
    assert refused(files.read, "rows.toml") == "rows.toml: is missing"
    assert refused(many.names, "forms") == "forms: holds more than 200 files"
    assert gathered(root) == gathered(as_zip(tmp_path / "mine.zip", FILES)) == FILES


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("forms/a.toml", "a = '\ud800'", "forms/a.toml: holds half a character"),
        ("forms/a.toml", "\ufeffa = 1", "forms/a.toml: begins with a byte order mark; save it as UTF-8 without one"),
        ("run.py", "", "pack: run.py: is no file of a pack"),
        ("forms/a.toml", "#" * 200_001, "forms/a.toml: is larger than 200000 bytes"),
    ],
)
def test_files_that_a_program_made_are_held_to_the_same(name, text, line):
    assert refused(whole, {name: text}) == line


def test_a_pack_is_checked_in_every_language_and_read_in_the_one_wanted(library):
    core, support = library.own_packs[0], library.support
    broken = FILES | {"locale/fr/evening.toml": '[form]\ntitel = "Soir"\n'}

    titles = [
        read_foreign(FILES, language, core, support).forms["mine:evening"].title for language in ("en", "de", "fr")
    ]

    assert titles == ["Evening", "Abend", "Evening"]
    assert refused(read_foreign, broken, "en", core, support) == "locale/fr/evening.toml: titel: translates nothing"


def test_a_key_of_many_parts_is_refused_before_it_takes_long():
    assert refused(parsed, "a.toml", ".".join("a" * 60) + " = 1") == "a.toml: is nested too deeply"
    words = "One word. Two e.g. " * 100
    assert parsed("a.toml", f'a.b.c = "x.y.z {words}"')["a"]["b"]["c"] == f"x.y.z {words}"


def test_words_are_checked_however_deep_they_stand():
    tables = {"a": "<b>"}
    for _ in range(5_000):
        tables = {"a": [tables]}

    with pytest.raises(PackError, match=r"a\.toml: a\[0\]\.a\[0\]"):
        check_words(tables, "a.toml")
    check_words({"a": [1, 2.5, True, {"b": "fine"}]}, "a.toml")


def test_a_line_that_is_shown_has_an_end(pack):
    pack.change("version = 1", f"{'x' * 900} = 1\nversion = 1")

    [line] = problems(pack.root)

    assert len(line) == 400


def test_a_pack_may_use_rows_of_the_program_with_their_cards_and_rows_of_its_own(pack, library):
    pack.write("rows.toml", '[[rows]]\nid = "walked"\ntype = "yes-no"\nask = "Walked?"\n')
    pack.change('[[items]]\nid = "calm"', '[[items]]\nuse = ["safety", "walked"]\n\n[[items]]\nid = "calm"')

    form = read_pack(pack.root, base=library.own_packs[0]).forms["mine:evening"]

    assert [item.id for item in form.items][:2] == ["safety", "walked"]
    assert "safety" in [flag.advice for flag in form.flags]


def test_a_zip_is_checked_like_a_folder(tmp_path):
    good, bad = as_zip(tmp_path / "good.zip", FILES), changed("forms/evening.toml", '"Calm"', '"<b>Calm"')

    assert problems(good) == ()
    assert problems(as_zip(tmp_path / "bad.zip", bad)) == (
        "forms/evening.toml: items[0].ask: holds a tag such as <b>; a pack is plain text",
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("sitter", "sitter", ""),
        ('["sitter"', '["nowhere", "sitter"', "`nowhere` is no line of the help page"),
        ('["sitter"', '["headache", "sitter"', "`headache` is led to by a row"),
        ('"sitter", ', "", "`sitter` is led to by no row, and not named here"),
    ],
)
def test_every_line_of_the_help_page_is_led_to_or_named(tmp_path, resources, old, new, line):
    for name in ("packs", "support"):
        shutil.copytree(resources / name, tmp_path / name)
    file = tmp_path / "packs" / "core" / "advice.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")

    found = problems(tmp_path / "packs" / "core", tmp_path)

    assert found == ((f"advice.toml: page_only: {line}",) if line else ())


def test_a_program_without_cards_has_no_lines_of_the_page_alone(pack):
    (pack.root / "advice.toml").unlink()

    assert PackReader(Files(gathered(pack.root))).page_only() == ()


def test_a_zip_that_holds_too_many_names_is_refused_before_any_is_read():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for number in range(MAX_PATHS + 1):
            packed.writestr(f"x{number}", "")

    assert refused(read_zip, stream.getvalue()) == f"zip: holds more than {MAX_PATHS} files"


def test_packs_join_and_leave_a_library_whole_and_never_under_a_reader(resources):
    library = load_library(resources)
    before, core = library.forms, library.own_packs[0]
    kept = dict(before)

    library.join([read_foreign(FILES, "en", core, library.support)])
    joined = library.forms
    assert "mine:evening" in joined
    library.join(())

    assert before == kept, "whoever was reading goes on with what was there"
    assert "mine:evening" in joined
    assert library.forms == kept
    assert [pack.id for pack in library.packs] == ["core"]
