"""Packs that mean harm, or were made badly: each with the line that refuses it. By what their files say."""

from tests.helpers.pack_making import FILES, FORM, changed

FORM_FILE, ADVICE_FILE = "forms/evening.toml", "advice.toml"
_ITEM = '[[items]]\nid = "calm"'


def _form(old, new):
    return changed(FORM_FILE, old, new)


def _asking(words):
    return _form('ask = "Calm"', f"ask = {words}")


def _with_items(count):
    items = "\n".join(f'[[items]]\nid = "more-{number}"\ntype = "text"\nask = "More"\n' for number in range(count))
    return FORM.replace(_ITEM, f"{items}\n{_ITEM}", 1)


def sheet(**replaced):
    """A form that would take the place of the GAD-7 sheet."""
    codes = ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"]
    lines = {"takes_over": '"core:gad-7"', "loinc": '"69737-5"', "scale": '"zero-to-three"', "codes": codes, "more": ""}
    lines |= replaced
    items = [
        f'[[items]]\nid = "q{number}"\ntype = "scale"\nask = "Row"\nscale = {lines["scale"]}\nloinc = "{code}"\n'
        for number, code in enumerate(lines["codes"])
    ]
    head = (
        'id = "evening"\nversion = 1\nkind = "measure"\nphase = "any"\ntitle = "Form"\nabout = "It."\nminutes = 2\n'
        f'layout = "page"\nsource = "Them"\ntakes_over = {lines["takes_over"]}\nloinc = {lines["loinc"]}\n'
    )
    return FILES | {FORM_FILE: head + "\n".join(items) + lines["more"], "locale/de/evening.toml": ""}


WORDS = {
    "a tag": (_asking('"<b>Calm</b>"'), "items[0].ask: holds a tag such as <b>; a pack is plain text"),
    "a script": (_asking('"<script>alert(1)</script>"'), "items[0].ask: holds a tag"),
    "a comment": (_asking('"Calm <!-- no -->"'), "items[0].ask: holds a tag"),
    "an end tag": (_asking('"Calm</p>"'), "items[0].ask: holds a tag"),
    "an address": (_asking('"See https://example.org"'), "items[0].ask: holds a link; a pack has none"),
    "a bare address": (_asking('"See www.example.org"'), "items[0].ask: holds a link"),
    "another scheme": (_asking('"See ftp://example.org"'), "items[0].ask: holds a link"),
    "a script's scheme": (_asking('"javascript:alert(1)"'), "items[0].ask: holds a link"),
    "a script among credits": (_form('source = "A therapist"', 'source = "javascript:x"'), "source: holds a link"),
    "data": (_asking('"data:text/html,hello"'), "items[0].ask: holds a link"),
    "a mail address to open": (_asking('"mailto:a@example.org"'), "items[0].ask: holds a link"),
    "a file": (_asking('"file:///etc/passwd"'), "items[0].ask: holds a link"),
    "a turned text": (_asking('"Calm \\u202e"'), "items[0].ask: must be one line of visible text"),
    "an isolate": (_asking('"Calm \\u2066"'), "items[0].ask: must be one line of visible text"),
    "a right-to-left mark": (_asking('"Calm \\u200f"'), "items[0].ask: must be one line of visible text"),
    "a zero width space": (_asking('"Ca\\u200blm"'), "items[0].ask: must be one line of visible text"),
    "an escape": (_asking('"\\u001b[31m"'), "items[0].ask: must be one line of visible text"),
    "a line break": (_asking('"Calm\\nCalm"'), "items[0].ask: must be one line of visible text"),
    "a NUL": (_asking('"Calm\\u0000"'), "items[0].ask: must be one line of visible text"),
    "tag letters": (_asking('"Calm\\U000E0041"'), "items[0].ask: must be one line of visible text"),
    "a private letter": (_asking('"Calm\\uE000"'), "items[0].ask: must be one line of visible text"),
    "no letter at all": (_asking('"Calm\\uFDD0"'), "items[0].ask: must be one line of visible text"),
    "hidden in a translation": (
        changed("locale/de/evening.toml", '"Ruhe"', '"<i>Ruhe</i>"'),
        "locale/de/evening.toml: items.calm.ask: holds a tag",
    ),
    "hidden in a key": (FILES | {"pack.toml": FILES["pack.toml"] + '"<b>" = 1\n'}, "pack.toml: holds a tag"),
    "a translation of nothing": (
        FILES | {"locale/de/third.toml": "<b>"},
        "locale/de/third.toml: translates nothing",
    ),
    "a long string": (_asking(f'"{"calm " * 300}"'), "items[0].ask: is longer than 1000 letters"),
    "a long title": (_form('"Evening"', f'"{"x" * 121}"'), f"{FORM_FILE}: title: is longer than 120 letters"),
    "a pack's long title": (changed("pack.toml", '"Mine"', f'"{"x" * 121}"'), "pack.toml: title: is longer than 120"),
    "a long label": (_form('id = "times"', f'id = "times"\nlabel = "{"x" * 41}"'), "label: is longer than 40 letters"),
    "an unknown key": (_form("minutes = 2", "minutes = 2\ncode = 1"), f"{FORM_FILE}: unknown key `code`"),
    "an unknown key of an item": (_form('type = "text"', 'type = "text"\nrun = "x"'), "unknown key `run`"),
    "a wrong type": (_form("minutes = 2", 'minutes = "2"'), "minutes: Expected `int`, got `str`"),
    "no number": (_form("low = 0", "low = nan"), "items[1].low: Expected `float`"),
    "no end": (_form("high = 5", "high = inf"), "items[1].high: Expected `float`"),
    "a score without end": (_form("range = [0, 16]", "range = [-inf, inf]"), "scores[0].range"),
    "lists without end": (FILES | {FORM_FILE: "a = " + "[" * 20_000}, f"{FORM_FILE}: is nested too deeply"),
    "a key without end": (FILES | {FORM_FILE: ".".join("a" * 90_000) + " = 1"}, f"{FORM_FILE}: is nested too deeply"),
    "a number without end": (FILES | {FORM_FILE: "a = " + "9" * 9_000}, f"{FORM_FILE}: holds text or a number"),
    "no UTF-8": (FILES | {FORM_FILE: b"title = '\xff'"}, f"{FORM_FILE}: is not UTF-8 text"),
    "another UTF": (FILES | {FORM_FILE: FORM.encode("utf-16")}, f"{FORM_FILE}: begins with a byte order mark"),
    "a byte order mark": (FILES | {FORM_FILE: b"\xef\xbb\xbf" + FORM.encode()}, f"{FORM_FILE}: begins with a byte"),
    "a zip of another name": (FILES | {FORM_FILE: b"PK\x03\x04..."}, f"{FORM_FILE}: is a packed file inside the pack"),
    "no TOML": (FILES | {FORM_FILE: "{}"}, f"{FORM_FILE}: is not TOML"),
    "a large file": (FILES | {FORM_FILE: "#" * 200_001}, f"{FORM_FILE}: is larger than 200000 bytes"),
    "no pack.toml": ({FORM_FILE: FORM}, "pack.toml: is missing"),
    "no forms": ({"pack.toml": FILES["pack.toml"]}, "forms: holds no form"),
    "the program's id": (changed("pack.toml", '"mine"', '"core"'), "pack.toml: id: `core` is there already"),
    "the program's title": (changed("pack.toml", '"Mine"', '"KAT-Journal"'), "pack.toml: title: is the program's own"),
    "the program's authors": (
        changed("pack.toml", '"A therapist"', '"the KAT Journal authors"'),
        "pack.toml: author: is the program's own",
    ),
    "a wrong id": (changed("pack.toml", '"mine"', '"../mine"'), "pack.toml: id: must be small letters"),
    "201 questions": (FILES | {FORM_FILE: _with_items(201)}, "items: Expected `array` of length <= 200"),
    "too many questions": (
        FILES
        | {f"forms/f{n}.toml": _with_items(190).replace('"evening"', f'"f{n}"') for n in range(30)}
        | {"locale/de/evening.toml": ""},
        "forms: hold more than 200 forms or 5000 questions",
    ),
    "an emergency": (
        changed(ADVICE_FILE, '"mention"', '"emergency"'),
        "advice.toml: talk.level: emergency is for the program's own cards",
    ),
    "a number to ring": (
        changed(ADVICE_FILE, "tell {clinic}", "ring 0 900 12"),
        "advice.toml: talk.text: holds a number; the journal puts the person's own",
    ),
    "a number to ring in another language": (
        FILES | {"locale/de/advice.toml": '[advice]\ntalk = "Ruf 112 an."\n'},
        "locale/de/advice.toml: talk.text: holds a number",
    ),
    "other gaps": (changed(ADVICE_FILE, "{clinic}", "{dose}"), "advice.toml: advice[0].text: may hold no braces"),
    "a card of the program": (
        changed(ADVICE_FILE, 'id = "talk"', 'id = "safety"'),
        "advice.toml: safety: is the program's own; give yours another id",
    ),
    "a scale of the program": (
        changed("scales.toml", 'id = "calm"', 'id = "bother"'),
        "scales.toml: bother: is the program's own; give yours another id",
    ),
    "a row of the program": (
        FILES | {"rows.toml": '[[rows]]\nid = "safety"\ntype = "text"\nask = "Well?"\nguarded = true\n'},
        "rows.toml: safety: is the program's own; give yours another id",
    ),
    "a line that is not there": (
        changed(ADVICE_FILE, '"anything-else"', '"elsewhere"'),
        "advice.toml: talk.line: `elsewhere` is no line of the help page",
    ),
    "lines of the page": (
        FILES | {ADVICE_FILE: f'page_only = ["sitter"]\n{FILES[ADVICE_FILE]}'},
        "advice.toml: page_only",
    ),
    "advice that is not there": (_form('advice = "talk"', 'advice = "shout"'), "flags[0].advice: `shout` is no advice"),
    "a telephone number": (_asking('"Ring 0900 123 456"'), "items[0].ask: holds what looks like a telephone number"),
    "digits of another script": (
        _asking('"\u0660\u0669\u0660\u0660\u0661\u0662\u0663\u0664"'),
        "items[0].ask: holds what looks like a telephone number",
    ),
    "digits with nothing between them": (
        _asking('"Ring 0\\u00ad9\\u00ad0\\u00ad0\\u00ad1\\u00ad2\\u00ad3"'),
        "items[0].ask: holds what looks like a telephone number",
    ),
    "digits with thin spaces": (_asking('"0900\u2009123\u2009456"'), "items[0].ask: holds what looks like a telephone"),
    "digits with long gaps": (_asking('"0900   123 / 456"'), "items[0].ask: holds what looks like a telephone"),
    "digits with dots": (_asking('"0900\u00b7123\u00b7456"'), "items[0].ask: holds what looks like a telephone number"),
    "digits one by one": (_asking('"0 9 0 0 1 2 3 4 5"'), "items[0].ask: holds what looks like a telephone number"),
    "digits in circles": (_asking('"\u2468\u2460\u2460\u2460\u2461\u2462\u2463"'), "holds what looks like a telephone"),
    "digits on keys": (_asking('"' + "1\ufe0f\u20e3" * 7 + '"'), "holds what looks like a telephone number"),
    "a raised number to ring": (
        changed(ADVICE_FILE, "tell {clinic}", "ring \u00b9\u00b9\u00b2"),
        "advice.toml: talk.text: holds a number",
    ),
    "nothing to see": (
        changed("pack.toml", '"Mine"', '"\u200d"'),
        "pack.toml: title: must be one line of visible text",
    ),
    "a blank that counts as a letter": (_asking('"Calm \u2800"'), "items[0].ask: must be one line of visible text"),
    "letters drawn over others": (_asking('"a' + "\u0334" * 6 + '"'), "items[0].ask: must be one line of visible text"),
    "the program's title in other letters": (
        changed("pack.toml", '"Mine"', '"\u041a\u0410\u0422 \uff2aournal"'),
        "pack.toml: title: is the program's own",
    ),
    "somebody of the program": (
        changed("pack.toml", '"A therapist"', '"The K\u0391T Journal team"'),
        "pack.toml: author: is the program's own",
    ),
    "a dose in other letters": (_asking('"What d\u043e\u00adse?"'), "items[0]: asks for a dose"),
    "a form that stays": (
        _form('closes = "2d"\nevery = "30d"', 'closes = "61d"'),
        "timing.closes: must come within 60",
    ),
    "a form that is there many times at once": (
        _form('every = "30d"', 'every = "2d"'),
        "timing.every: must not be shorter than from opens to closes",
    ),
    "more forms than a day holds": (
        FILES
        | {f"forms/f{n}.toml": FORM.replace('"evening"', f'"f{n}"') for n in range(40)}
        | {"locale/de/evening.toml": ""},
        "forms: hold more than 40 forms with a time",
    ),
    "a dose": (_asking('"What dose did you take?"'), "items[0]: asks for a dose, which this journal never does"),
    "a dose by its unit": (_form('unit = "times"', 'unit = "mg"'), "items[1]: asks for a dose"),
    "a dose in translation": (
        changed("locale/de/evening.toml", '"Ruhe"', '"Welche Dosis?"'),
        "locale/de/evening.toml: items[0]: asks for a dose",
    ),
    "a page that nobody finds": (_form('kind = "check-in"', 'kind = "page"'), "kind: page is for the program's own"),
    "a measure that nobody asked for": (_form('"check-in"', '"measure"'), "on_request: must be true: a measure"),
    "a guard taken off": (_form(_ITEM, f'[[items]]\nuse = "safety"\nguarded = false\n\n{_ITEM}'), "stays guarded"),
    "a guarded name": (
        _form(_ITEM, f'[[items]]\nid = "thoughts"\ntype = "text"\nask = "Thoughts"\n\n{_ITEM}'),
        "items[0].guarded: `thoughts` stays guarded",
    ),
    "a guarded code": (
        _form(_ITEM, f'[[items]]\nid = "nine"\ntype = "text"\nask = "Nine"\nloinc = "44260-8"\n\n{_ITEM}'),
        "items[0].guarded: `nine` stays guarded",
    ),
    "a card taken off": (
        FILES
        | {
            FORM_FILE: FORM.replace(_ITEM, f'[[items]]\nuse = "safety"\n\n{_ITEM}', 1)
            + '\n[[flags]]\nwhen = { item = "safety", option = "yes" }\nadvice = "talk"\n'
        },
        "items[0]: `safety` is a row of the program, and keeps its cards",
    ),
    "an id in two forms of one name": (_form('id = "evening"', 'id = "morning"'), "id: must be the name of the file"),
    "a wrong code": (_form("minutes = 2", 'minutes = 2\nloinc = "44249"'), 'loinc: must be a code such as "44249-1"'),
    "a place by a wrong name": (sheet(takes_over='"gad-7"'), "takes_over: must be a pack and its form, such as"),
    "the place of a form": (sheet(takes_over='"core:intention"'), "takes_over: `core:intention` is no score sheet"),
    "a place with another code": (sheet(loinc='"44249-1"'), "loinc: must be 69737-5, the code of `core:gad-7`"),
    "a place with other numbers": (
        sheet(scale='"bother"'),
        "items[0]: must be a scale with the numbers of `core:gad-7`",
    ),
    "a place with half the rows": (
        sheet(codes=["69725-0"]),
        "items: must ask 68509-9 once, which `core:gad-7` counts",
    ),
    "a place with a row twice": (
        sheet(codes=["69725-0", "69725-0"]),
        "items: must ask 69725-0 once, which `core:gad-7` counts",
    ),
    "a place with a row of another": (
        sheet(more='\n[[items]]\nid = "dread"\ntype = "text"\nask = "More"\n'),
        "items[7].id: `dread` is a row of `core:gad-7`; give yours another id",
    ),
    "a place with other cards": (
        sheet(more='\n[[flags]]\nwhen = { item = "q0", at_least = 1 }\nadvice = "safety"\n'),
        "flags: must be those of `core:gad-7`, or none",
    ),
    "a place counted otherwise": (
        sheet(more='\n[[scores]]\nid = "t"\ntitle = "T"\nmethod = "sum"\nitems = ["q0"]\nrange = [0, 3]\n'),
        "scores: must be those of `core:gad-7`, or none",
    ),
}
