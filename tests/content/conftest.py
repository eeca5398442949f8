"""A small pack that is right, to make wrong in one place at a time."""

import pytest

from kat_journal.content.locate import resources_folder

PACK = """
id = "mine"
title = "Mine"
author = "A therapist"
version = "1"
licence = "CC0-1.0"
"""

SCALES = """
[[scales]]
id = "calm"
points = [{ value = 0, text = "None" }, { value = 1, text = "Some" }, { value = 3, text = "Much" }]
"""

ADVICE = """
[[advice]]
id = "talk"
level = "mention"
text = "You could tell {clinic}."
line = "anything-else"
"""

FORM = """
id = "evening"
version = 1
kind = "check-in"
phase = "any"
title = "Evening"
about = "How it went."
minutes = 2
layout = "page"
source = "A therapist"
retired = ["old"]

[timing]
anchor = "course-start"
opens = "-30m"
due = "16h"
closes = "2d"
every = "30d"

[[items]]
id = "calm"
type = "scale"
ask = "Calm"
scale = "calm"

[[items]]
id = "times"
type = "number"
ask = "How often?"
low = 0
high = 5
unit = "times"

[[items]]
id = "kind"
type = "choice"
ask = "Which kind?"
options = [{ id = "one", text = "One" }, { id = "two", text = "Two" }]

[[items]]
id = "out"
type = "yes-no"
ask = "Been out?"
ask_if = { item = "calm", at_least = 1 }

[[items]]
id = "words"
type = "text"
ask = "Anything else?"
lines = 1

[[flags]]
when = { item = "kind", option = "two" }
advice = "talk"

[[flags]]
when = { item = "out", at_least = 1 }
advice = "ring-now"

[[scores]]
id = "total"
title = "Total"
method = "sum"
items = ["calm", "times"]
range = [0, 16]
max_missing = 1
prorate = true
multiply = 2
source = "Nobody"
"""

WORDS = """
[form]
title = "Abend"

[items.calm]
ask = "Ruhe"

[items.kind.options]
one = "Eins"
"""


class PackFolder:
    """A pack on disk, and a way to change it."""

    def __init__(self, root):
        self.root = root

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def change(self, old, new, name="forms/evening.toml"):
        text = (self.root / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))


@pytest.fixture
def pack(tmp_path):
    folder = PackFolder(tmp_path / "mine")
    folder.write("pack.toml", PACK)
    folder.write("scales.toml", SCALES)
    folder.write("advice.toml", ADVICE)
    folder.write("forms/evening.toml", FORM)
    folder.write("locale/de/evening.toml", WORDS)
    return folder


@pytest.fixture(scope="session")
def resources():
    return resources_folder()
