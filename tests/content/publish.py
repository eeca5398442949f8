"""Marks every form of the core pack as released: ``python -m tests.content.publish`` after raising its version.

A released form never changes under the same version, because what a person answered is kept with what was asked.
"""

import hashlib
import json
import sys
import tomllib
from pathlib import Path

from kat_journal.content.locate import resources_folder
from kat_journal.content.packs import read_pack
from kat_journal.content.rows import laid_out, read_rows

CORE = resources_folder() / "packs" / "core"
PUBLISHED = Path(__file__).with_name("published.toml")


def fingerprints(core=CORE):
    """Id to version and SHA-256 of what is asked: the form's own table with its rows, and the scales that it names."""
    scales = {scale["id"]: scale for scale in tomllib.loads((core / "scales.toml").read_text("utf-8"))["scales"]}
    rows = read_rows(tomllib.loads((core / "rows.toml").read_text("utf-8")), "rows.toml")
    found = {}
    for path in sorted((core / "forms").glob("*.toml")):
        form = laid_out(tomllib.loads(path.read_text("utf-8")), rows, path.name)
        used = {item["scale"]: scales[item["scale"]] for item in form["items"] if "scale" in item}
        text = json.dumps([form, used], sort_keys=True, ensure_ascii=False)
        found[form["id"]] = (form["version"], hashlib.sha256(text.encode()).hexdigest())
    return found


def published(file=PUBLISHED):
    """Id and version to SHA-256, of every form that was ever released."""
    rows = tomllib.loads(file.read_text("utf-8")).get("forms", [])
    return {(row["id"], row["version"]): row["sha256"] for row in rows}


def changed(found, released):
    """Ids of forms that are not as they were released under that version."""
    return [form_id for form_id, (version, sha) in found.items() if released.get((form_id, version), sha) != sha]


def publish(file=PUBLISHED, core=CORE):
    """Add the forms of a new version to the list; a changed one is refused. Gives what was added."""
    found, released = fingerprints(core), published(file)
    if wrong := changed(found, released):
        raise SystemExit(f"raise the version of: {', '.join(wrong)}")
    new = {(form_id, version): sha for form_id, (version, sha) in found.items() if (form_id, version) not in released}
    with file.open("a", encoding="utf-8") as stream:
        for (form_id, version), sha in sorted(new.items()):
            stream.write(f'\n[[forms]]\nid = "{form_id}"\nversion = {version}\nsha256 = "{sha}"\n')
    return sorted(new)


if __name__ == "__main__":
    read_pack(CORE)  # one that is refused is never noted: its forms would have to be raised to a second version
    for form_id, version in publish():
        sys.stdout.write(f"{form_id} {version}\n")
