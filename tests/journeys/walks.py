"""A pack of one form that uses every type of item, a condition, a flag, a score and a translation."""

PACK = """
id = "walks"
title = "Walks"
author = "A therapist"
version = "1"
licence = "CC0-1.0"
"""
SCALES = """
[[scales]]
id = "pace"
points = [{ value = 0, text = "Slow" }, { value = 1, text = "Steady" }, { value = 2, text = "Quick" }]
"""
ADVICE = """
[[advice]]
id = "rest-tomorrow"
level = "mention"
text = "You could tell {clinic} how quick it was."
"""
FORM = """
id = "evening-walk"
version = 1
kind = "check-in"
phase = "next-day"
title = "Evening walk"
about = "How was the walk? Leave what you like."
minutes = 2
layout = "page"
source = "A therapist"

[timing]
anchor = "session-end"
opens = "12h"
due = "30h"
closes = "36h"

[[items]]
id = "first"
type = "statement"
ask = "Think of the last walk."

[[items]]
id = "stiff"
type = "symptom"
ask = "Stiff legs"
scale = "bother"

[[items]]
id = "pace-out"
type = "scale"
ask = "Pace on the way out"
scale = "pace"

[[items]]
id = "pace-back"
type = "scale"
ask = "Pace on the way back"
scale = "pace"

[[items]]
id = "minutes"
type = "number"
ask = "How long was it?"
low = 0
high = 600
unit = "minutes"

[[items]]
id = "with"
type = "choice"
ask = "Who came along?"
options = [{ id = "nobody", text = "Nobody" }, { id = "dog", text = "The dog" }]

[[items]]
id = "seen"
type = "choices"
ask = "What was there?"
options = [{ id = "trees", text = "Trees" }, { id = "water", text = "Water" }, { id = "people", text = "People" }]

[[items]]
id = "far"
type = "yes-no"
ask = "Was it far?"

[[items]]
id = "how-far"
type = "text"
ask = "How far?"
lines = 1
ask_if = { item = "far", at_least = 1 }

[[items]]
id = "began"
type = "time"
ask = "When did it begin?"

[[items]]
id = "words"
type = "text"
ask = "One thing you saw"
section = "words"

[[flags]]
when = { item = "pace-back", at_least = 2 }
advice = "rest-tomorrow"

[[scores]]
id = "pace"
title = "Pace"
method = "sum"
items = ["pace-out", "pace-back"]
range = [0, 4]
better = "lower"
"""
GERMAN = """
[form]
title = "Abendspaziergang"

[items.far]
ask = "War es weit?"
"""

FILES = {
    "pack.toml": PACK,
    "scales.toml": SCALES,
    "advice.toml": ADVICE,
    "forms/evening-walk.toml": FORM,
    "locale/de/evening-walk.toml": GERMAN,
}


def write_pack(root):
    """Lays the pack's files into a folder."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root
