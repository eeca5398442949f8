"""Whatever a pack holds, reading it ends in a library or in a PackError, and never leaves the folder."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.content.library import load_library
from kat_journal.content.locate import resources_folder
from kat_journal.content.packs import read_pack
from kat_journal.content.raw import RawItem
from kat_journal.content.reading import MAX_BYTES, MAX_FILES, Folder, decode, refusal
from kat_journal.errors import PackError
from tests.content.conftest import ADVICE, FORM, PACK, SCALES, WORDS

CORE = read_pack(resources_folder() / "packs" / "core")


def refused(folder, name):
    with pytest.raises(PackError) as error:
        Folder(folder).read(name)
    return str(error.value)


def test_a_missing_file_is_named(tmp_path):
    assert refused(tmp_path, "pack.toml") == "pack.toml: is missing"


def test_what_is_not_toml_is_refused_with_its_line(tmp_path):
    (tmp_path / "a.toml").write_text("title = \n")

    assert refused(tmp_path, "a.toml") == "a.toml: is not TOML: Invalid value (at line 1, column 9)"


@pytest.mark.parametrize("data", [b"title = '\xff'", b"number = " + b"9" * 5000], ids=["not utf-8", "endless number"])
def test_what_cannot_be_read_as_text_or_number_is_refused(tmp_path, data):
    (tmp_path / "a.toml").write_bytes(data)

    assert refused(tmp_path, "a.toml") == "a.toml: holds text or a number that cannot be read"


def test_a_file_nested_without_end_is_refused(tmp_path):
    (tmp_path / "a.toml").write_text("a = " + "[" * 50_000)

    assert refused(tmp_path, "a.toml") == "a.toml: is nested too deeply"


def test_a_huge_file_is_refused_without_being_read(tmp_path):
    (tmp_path / "a.toml").write_text("#" * (MAX_BYTES + 1))

    assert refused(tmp_path, "a.toml") == f"a.toml: is larger than {MAX_BYTES} bytes"


def test_a_link_that_leads_outside_is_refused(tmp_path):
    (tmp_path / "secret.toml").write_text("a = 1")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.toml").symlink_to(tmp_path / "secret.toml")

    assert refused(tmp_path / "pack", "a.toml") == "a.toml: leads outside the pack"
    assert refused(tmp_path / "pack", "../secret.toml") == "../secret.toml: leads outside the pack"


def test_a_linked_folder_is_not_followed_outside_either(pack, tmp_path, resources):
    shutil.move(pack.root / "forms", tmp_path / "elsewhere")
    (pack.root / "forms").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(PackError, match=r"forms/evening\.toml: leads outside the pack"):
        load_library(resources, extra_packs=[pack.root])


def test_a_link_inside_the_folder_is_fine(tmp_path):
    (tmp_path / "b.toml").write_text("a = 1")
    (tmp_path / "a.toml").symlink_to(tmp_path / "b.toml")

    assert Folder(tmp_path).read("a.toml") == {"a": 1}


def test_a_link_to_itself_is_refused(tmp_path):
    (tmp_path / "a.toml").symlink_to(tmp_path / "a.toml")

    assert refused(tmp_path, "a.toml") == "a.toml: cannot be read"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_does_not_hold_the_reader_up(tmp_path):
    os.mkfifo(tmp_path / "a.toml")

    assert refused(tmp_path, "a.toml") == "a.toml: is not a file"


def test_a_folder_of_too_many_files_is_refused(tmp_path):
    (tmp_path / "forms").mkdir()
    for number in range(MAX_FILES + 1):
        (tmp_path / "forms" / f"{number}.toml").touch()

    with pytest.raises(PackError, match=f"forms: holds more than {MAX_FILES} files"):
        Folder(tmp_path).names("forms")


NASTY = [
    "\x1b]0;owned\x07",
    "\x1b[2J",
    "a\nb.toml: is fine",
    "\r",
    "\x9b31m",
    "\u202e",
    "\u2028",
    "\ud83d",
    "\x00",
    "\x7f",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_that_a_terminal_obeys_is_shown_of_a_strangers_names(nasty):
    shown = str(
        refusal(f"forms/{nasty}.toml", [(nasty, f"`{nasty}` is unknown"), ("", "h\xe9, \u201c\u65e5\u672c\u201d")])
    )

    first, second = shown.split("\n")
    assert (first + second).isprintable()
    assert "\ufffd" in first
    assert second.endswith(": h\xe9, \u201c\u65e5\u672c\u201d"), "what is harmless is shown as it is"


def test_a_file_name_with_an_escape_in_it_is_refused_without_the_escape(pack):
    pack.write("forms/\x1b[31mred\n.toml", "title = ")

    with pytest.raises(PackError) as refused:
        read_pack(pack.root, base=CORE)
    assert str(refused.value).startswith("forms/\ufffd[31mred\ufffd.toml: is not TOML: ")


@given(file=st.text(max_size=20), key=st.text(max_size=20), reason=st.text(max_size=20))
def test_whatever_the_names_a_problem_is_one_line_that_is_safe_to_show(file, key, reason):
    assert str(refusal(file, [(key, reason)])).isprintable()


def read_with(**changed):
    """Read the small pack with one file's bytes replaced: the pack, or why it was refused."""
    files = {
        "pack.toml": PACK.encode(),
        "scales.toml": SCALES.encode(),
        "advice.toml": ADVICE.encode(),
        "forms/evening.toml": FORM.encode(),
        "locale/de/evening.toml": WORDS.encode(),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (files | changed).items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        try:
            return read_pack(Path(folder), "de", base=CORE)
        except PackError as refusal:
            return str(refusal)


def test_the_small_pack_itself_is_right():
    assert read_with().forms["mine:evening"].title == "Abend"


NAMES = st.sampled_from(
    ["pack.toml", "scales.toml", "advice.toml", "forms/evening.toml", "locale/de/evening.toml", "locale/de/scales.toml"]
)


@given(name=NAMES, data=st.binary(max_size=200))
def test_any_bytes_end_in_a_pack_or_a_refusal(name, data):
    assert read_with(**{name: data})


@given(data=st.data())
def test_any_damage_to_a_right_file_ends_in_a_pack_or_a_refusal(data):
    name = data.draw(NAMES)
    text = {"pack.toml": PACK, "advice.toml": ADVICE, "forms/evening.toml": FORM, "locale/de/evening.toml": WORDS}.get(
        name, SCALES
    )
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    piece = data.draw(st.text(max_size=10) | st.sampled_from(["nan", "-inf", "1e999", "1979-05-27", "{}", "[]", '"""']))
    assert read_with(**{name: (text[:start] + piece + text[end:]).encode("utf-8", "surrogatepass")})


VALUES = st.recursive(
    st.text(max_size=5) | st.integers() | st.floats() | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(key=st.sampled_from(["id", "options", "low", "scale", "ask_if", "lines", "section", "topic"]), value=VALUES)
def test_any_value_of_a_key_is_taken_or_refused_by_the_decoder(key, value):
    try:
        decode({"id": "a", "type": "text", "ask": "b"} | {key: value}, RawItem, "a.toml")
        reason = ""
    except PackError as refusal:
        reason = str(refusal)

    assert reason == "" or reason.startswith(f"a.toml: {key}")
