"""Any pack that keeps to the rules is added, asked, and removed without the loss of an answer."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.content.library import load_library
from kat_journal.domain.response import Answer
from kat_journal.services.packs import Standing
from kat_journal.storage.creating import create_vault
from tests.conftest import PASSPHRASE, opened
from tests.helpers.clock import FixedClock
from tests.helpers.pack_making import as_folder, as_zip

LETTERS = "abc \u00e4\u00df\u6f22\u0627\U0001f642\"\\'&%{}[]#=<>?.,-\u2013\u200d"
WORDS = st.text(LETTERS, min_size=1, max_size=30).filter(
    lambda text: text.strip(" \u200d") and not re.search("<[a-z/!?]", text)
)
IDS = st.from_regex(r"\A[a-c]{3,6}-z\Z")
POINTS = st.lists(st.integers(-5, 30), min_size=2, max_size=6, unique=True).map(sorted)


@st.composite
def items(draw):
    kind = draw(st.sampled_from(["symptom", "scale", "number", "choice", "choices", "yes-no", "text", "time"]))
    item = {"id": draw(IDS), "type": kind, "ask": draw(WORDS), "note": draw(st.booleans()), "hint": draw(WORDS)}
    if kind in {"symptom", "scale"}:
        item["scale"] = "own-scale"
    if kind in {"choice", "choices"}:
        item["options"] = [{"id": name, "text": draw(WORDS)} for name in ("one", "two")]
    if kind == "number":
        item |= {"low": 0, "high": draw(st.integers(1, 100)), "unit": "a b"}
    return item


@st.composite
def forms(draw):
    asked = draw(st.lists(items(), min_size=1, max_size=5, unique_by=lambda item: item["id"]))
    form = {
        "id": draw(IDS),
        "version": draw(st.integers(1, 9)),
        "kind": draw(st.sampled_from(["check-in", "reflection", "preparation", "record"])),
        "phase": "any",
        "title": draw(WORDS),
        "about": draw(WORDS),
        "minutes": 1,
        "layout": draw(st.sampled_from(["page", "steps"])),
        "source": draw(WORDS),
    }
    if draw(st.booleans()):
        form["timing"] = {"anchor": "session-end", "opens": "1h", "due": "2h", "closes": "3h"}
    flagged = [item["id"] for item in asked if item["type"] == "yes-no"]
    return form | {
        "items": asked,
        "flags": [{"when": {"item": name, "at_least": 1}, "advice": "own-card"} for name in flagged],
    }


def toml(table):
    return "\n".join(f"{key} = {inline(value)}" for key, value in table.items())


def inline(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {inline(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


@st.composite
def packs(draw):
    values = draw(POINTS)
    files = {
        "pack.toml": toml(
            {"id": "any", "version": "1", "language": "en"}
            | {key: draw(WORDS) for key in ("title", "author", "licence")}
        ),
        "scales.toml": toml(
            {"scales": [{"id": "own-scale", "points": [{"value": one, "text": draw(WORDS)} for one in values]}]}
        ),
        "advice.toml": toml({"advice": [{"id": "own-card", "level": "call", "text": "Tell {clinic}, abc."}]}),
    }
    made = draw(st.lists(forms(), min_size=1, max_size=3, unique_by=lambda form: form["id"]))
    return files | {f"forms/{form['id']}.toml": toml(form) for form in made}, made


@pytest.fixture(scope="module")
def journal(tmp_path_factory, resources, messages, kdf):
    vault = create_vault(tmp_path_factory.mktemp("any") / "Journal", PASSPHRASE, kdf)
    yield opened(vault, load_library(resources), messages, FixedClock())
    vault.close()


def answered(item):
    if item.scale is not None:
        return Answer(item.id, number=item.scale.points[-1].value)
    if item.options:
        return Answer(item.id, options=(item.options[0].id,))
    if item.type in {"number", "yes-no"}:
        return Answer(item.id, number=1)
    return Answer(item.id, text="10:30" if item.type == "time" else "words")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(made=packs(), packed=st.booleans())
def test_any_pack_is_shown_as_it_is_and_leaves_only_answers_behind(journal, tmp_path_factory, made, packed):
    files, tables = made
    place = tmp_path_factory.mktemp("pack")
    path = as_zip(place / "any.zip", files) if packed else as_folder(place / "any", files)
    before = dict(journal.library.forms)

    offered = journal.packs.look(path)
    shown = {one.form.id: [item.ask for item in one.form.items] for one in offered.forms}
    assert offered.standing is Standing.NEW
    assert shown == {f"any:{table['id']}": [item["ask"] for item in table["items"]] for table in tables}
    assert dict(journal.library.forms) == before

    journal.packs.install(offered)
    kept = {}
    for form_id in shown:
        draft = journal.responses.new(form_id).draft
        for item in draft.form.questions():
            journal.responses.save(draft, answered(item))
        kept[draft.uid] = draft.form
    assert journal.packs.look(path).standing is Standing.SAME
    journal.packs.remove("any")

    assert dict(journal.library.forms) == before
    assert journal.packs.installed() == ()
    for uid, form in kept.items():
        again = journal.responses.open(uid)
        assert again.draft.form == form
        assert {item.id for item in form.questions()} == set(again.answers)
