"""Zips and folders that mean harm: each with the line that refuses it. By how they are packed, not what they say."""

import os

from tests.helpers.pack_making import (
    FILES,
    FORM,
    as_folder,
    claiming,
    entry,
    renamed,
    with_flag,
    with_method,
    zipped,
)

LINK, PIPE = 0o120777, 0o010644


def _named(name, data=b"x = 1"):
    return zipped(FILES, [(entry(name), data)])


def _claimed_small():
    return claiming(zipped({"pack.toml": FILES["pack.toml"] * 50}), 10)


ZIPS = {
    "climbs out": (_named("../evil.toml"), "../evil.toml: leads outside the pack"),
    "climbs out from inside": (_named("forms/../../evil.toml"), "forms/../../evil.toml: leads outside the pack"),
    "an absolute name": (_named("/etc/passwd"), "/etc/passwd: leads outside the pack"),
    "a drive": (_named("C:/evil.toml"), "C:/evil.toml: leads outside the pack"),
    "a drive without a slash": (_named("c:evil.toml"), "c:evil.toml: leads outside the pack"),
    "a backslash": (
        renamed(_named("forms/x+evil.toml"), b"forms/x+evil.toml", b"forms\\x\\evil.toml"),
        "forms\\x\\evil.toml: has a backslash in its name",
    ),
    "a name with a NUL": (
        renamed(_named("forms/a+b.toml"), b"forms/a+b.toml", b"forms/a\0b.toml"),
        "forms/a\ufffdb.toml: has a name that no file of a pack has",
    ),
    "a name with an escape": (_named("forms/\x1b[31m.toml"), "has a name that no file of a pack has"),
    "an empty part": (_named("forms//evil.toml"), "forms//evil.toml: has a name that no file of a pack has"),
    "a dot": (_named("./forms/evil.toml"), "./forms/evil.toml: has a name that no file of a pack has"),
    "a link": (zipped(FILES, [(entry("forms/link.toml", LINK), b"/etc/passwd")]), "forms/link.toml: is a link"),
    "a pipe": (zipped(FILES, [(entry("forms/pipe.toml", PIPE), b"")]), "forms/pipe.toml: is not a file"),
    "a bomb": (
        zipped(FILES | {"forms/evening.toml": "#" * 150_000}),
        "forms/evening.toml: unpacks to more than 100 times its size",
    ),
    "a large bomb": (zipped(FILES, [("forms/z.toml", b"#" * 20_000_000)]), "forms/z.toml: is larger than 200000 bytes"),
    "many large files": (
        zipped(FILES | {f"forms/f{n}.toml": os.urandom(75_000).hex() for n in range(30)}),
        "pack: holds more than 4000000 bytes",
    ),
    "too large a zip": (zipped(FILES, [("forms/z.toml", b"#" * 4_000_001)], method=0), "zip: is larger than 4000000"),
    "too many files": (zipped({f"forms/f{n}.toml": "" for n in range(1_001)}), "zip: holds more than 1000 files"),
    "too many forms": (
        zipped(FILES | {f"forms/f{n}.toml": FORM for n in range(201)}),
        "forms: holds more than 200 files",
    ),
    "a zip inside": (_named("forms/more.zip"), "pack: forms/more.zip: is a packed file inside the pack"),
    "a zip that hides": (_named("forms/more.toml", zipped(FILES)), "forms/more.toml: is a packed file inside the pack"),
    "encrypted": (with_flag(zipped(FILES), 1), "pack.toml: is encrypted"),
    "another way to pack": (with_method(zipped(FILES), 12), "pack.toml: is packed in a way that is not known here"),
    "a size that is a lie": (_claimed_small(), "zip: is damaged, or no zip"),
    "a large size that is a lie": (
        claiming(zipped(FILES), 2**31),
        "pack.toml: says that it has another size than it has",
    ),
    "a damaged file": (renamed(zipped(FILES, method=0), b"therapist", b"therapisT"), "zip: is damaged, or no zip"),
    "two names for one file": (
        renamed(zipped(FILES, [("forms/evenimg.toml", b"")]), b"evenimg", b"evening"),
        "pack: forms/evening.toml: is there twice, or differs in capitals alone",
    ),
    "capitals": (
        _named("forms/Evening.toml"),
        "pack: forms/Evening.toml: is there twice, or differs in capitals alone",
    ),
    "another name at its place": (
        zipped(FILES).replace(b"scales.toml", b"scalez.toml", 1),
        "zip: is damaged, or no zip",
    ),
    "half a zip": (zipped(FILES)[: len(zipped(FILES)) // 2], "zip: is damaged, or no zip"),
    "no zip": (b"words", "zip: is damaged, or no zip"),
    "nothing": (b"", "zip: is damaged, or no zip"),
    "an empty zip": (zipped({}), "pack.toml: is missing"),
    "a program": (_named("run.py"), "pack: run.py: is no file of a pack"),
    "a page": (_named("forms/page.html"), "pack: forms/page.html: is no file of a pack"),
    "a file too deep": (_named("locale/de/more/x.toml"), "pack: locale/de/more/x.toml: is no file of a pack"),
    "no language": (_named("locale/deutsch/x.toml"), "pack: locale/deutsch/x.toml: is no file of a pack"),
    "a hidden file": (_named(".git"), "pack: .git: is no file of a pack"),
}


def _link(root):
    (root / "forms" / "link.toml").symlink_to(root / "pack.toml")


def _linked_folder(root):
    (root / "locale" / "fr").symlink_to(root / "locale" / "de")


def _pipe(root):
    os.mkfifo(root / "forms" / "pipe.toml")


def _deep(root):
    (root / "locale" / "de" / "more").mkdir()


def _other(root):
    (root / "notes.txt").write_text("words")


def _bytes(root):
    (root / os.fsdecode(b"forms/\xff.toml")).write_text("x = 1")


def _many(root):
    for number in range(1_001):
        (root / "forms" / f"f{number}.toml").touch()


def _capitals(root):
    (root / "forms" / "Evening.toml").write_text(FORM)


def _unreadable(root):
    (root / "forms" / "evening.toml").unlink()
    (root / "forms" / "evening.toml").mkdir()


FOLDERS = {
    "a link": (_link, "forms/link.toml: is a link, and a pack holds none"),
    "a linked folder": (_linked_folder, "locale/fr: is a link, and a pack holds none"),
    "a pipe": (_pipe, "forms/pipe.toml: is not a file"),
    "a folder too deep": (_deep, "locale/de/more/: is no folder of a pack"),
    "another file": (_other, "pack: notes.txt: is no file of a pack"),
    "a name in no alphabet": (_bytes, "pack: forms/?.toml: is no file of a pack"),
    "too many files": (_many, "pack: holds more than 1000 files"),
    "capitals": (_capitals, "is there twice, or differs in capitals alone"),
    "a folder for a file": (_unreadable, "forms: holds no form"),
}


def hostile_folder(root, spoil):
    """The right pack in a folder, spoilt."""
    spoil(as_folder(root, FILES))
    return root
