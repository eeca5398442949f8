r"""How a person's words become Markdown that shows exactly those words.

The law: for every text, what a CommonMark reader shows equals :func:`fold` of the text, whether or not the reader
knows GFM, and nothing typed can make a heading, a list, a link, an image or a table, run anything, or reach outside its
place.

- :func:`fold` makes every kind of line break one LF and every other control character but TAB a U+FFFD. A lone
  surrogate, which no file can hold, becomes U+FFFD as well.
- White space at the edges of a line stands as numeric entities, so that no reader trims it or takes it for a margin.
- Controls that turn the direction of text (U+202A to U+202E, U+2066 to U+2069) stand as numeric entities too: a reader
  shows them as typed and ends them with their block, and in the file itself they turn nothing around.
- A line break is two spaces and LF. An empty line is a new paragraph; each further one is a backslash and LF.
- Everything else is a backslash before the few characters that mean something where they stand. Addresses of web
  pages and of mail are broken in the same way, so that readers who make links of bare ones (GFM) do not. One of them
  (GitHub's own) looks for addresses of mail in finished text, where no escape is left: it links them all the same.
"""

import html
import re

_BREAKS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\ufeff"
"""What some reader trims: Unicode white space, and the byte order mark."""

_TURNS = "\u202a-\u202e\u2066-\u2069"

_ANYWHERE = re.compile(
    rf"""
    [`\[|\\*_<&:.@~{_TURNS}] (?:                         # one of few characters, which makes the search quick
      (?<= [`\[|~{_TURNS}] )
    | (?<= \\ ) (?= [!-/:-@\[-`{{-~{_TURNS}] | \Z )     # a backslash that would escape something
    | (?<= \* ) (?: (?<! [ ]\* ) | (?! [ ] ) )            # emphasis; "3 * 4" is none
    | (?<= _ ) (?: (?<! [A-Za-z0-9]_ ) | (?! [A-Za-z0-9] ) )  # emphasis; "snake_case" is none
    | (?<= < ) (?= [A-Za-z/!?] )                          # a tag or an address
    | (?<= & ) (?= [A-Za-z\#] )                           # perhaps an entity, see _is_reference
    | (?<= : ) (?= // )                                   # a bare address
    | (?<= \b[wW]{{3}}\. )
    | (?<= [\w.+-]@ ) (?= \w )
    | (?<= : ) (?<! [A-Za-z0-9]: ) (?= [a-z][a-z0-9_+-]{{0,40}}: )  # the name of an emoji
    )
    """,
    re.VERBOSE,
)
_AT_START = re.compile(
    r"""
      (?P<number> [0-9]+ ) (?= [.)] (?: \s | \Z ) ) # a numbered list
    | (?= [#>] )                                    # a heading, a quote
    | (?= [+-] (?: \s | \Z ) )                      # a list
    | (?= =+ \Z | [:-][:\s-]*\Z )                   # a line under a heading or a table's head, a rule
    """,
    re.VERBOSE,
)
_REFERENCE = re.compile(r"&[^\s&<;]{1,40};?")


def fold(words: str) -> str:
    """The words as every format shows them: one kind of line break, and no character that a reader cannot show."""
    return words if words.isprintable() else _CONTROLS.sub("\ufffd", _BREAKS.sub("\n", words))


def fold_line(words: str) -> str:
    """The words as a table's cell or a heading shows them: on one line, ``/`` between lines that hold something."""
    lines = (line.strip(_SPACES) for line in fold(words).split("\n"))
    return " / ".join(line for line in lines if line)


def block(words: str, prefix: str = "") -> str:
    """The words as one or more paragraphs that show exactly :func:`fold` of them.

    Args:
        words: Any text.
        prefix: What each line begins with; a quote's is ``>`` and a space.
    """
    folded = fold(words)
    core = folded.strip(_SPACES)
    at = folded.index(core)
    lines = core.split("\n")
    lines[0] = folded[:at] + lines[0]
    lines[-1] += folded[at + len(core) :]
    many = folded.count("~") > 1
    broken = _broken([_line(line, many=many) for line in lines]) or [""]
    return "\n".join(prefix + line if line else prefix.rstrip() for line in broken)


def line(words: str) -> str:
    """The words as part of a line of ours, such as a table's cell: shows :func:`fold_line` of them."""
    folded = fold_line(words)
    return _inline(folded, many=folded.count("~") > 1)


def heading(words: str) -> str:
    """The words of a heading; closing number signs are kept."""
    return re.sub(r"#(?=#*\Z)", r"\\#", line(words), count=1)


def _broken(lines: list[str]) -> list[str]:
    """Lines with their breaks: an empty one is a new paragraph, and each further one a break of its own."""
    broken: list[str] = []
    empty = 0
    for line_ in lines:
        if not line_:
            empty += 1
            continue
        if empty:
            broken += ["", *["\\"] * (empty - 1)]
        elif broken:
            broken[-1] += "  "
        broken.append(line_)
        empty = 0
    return broken


def _line(text: str, *, many: bool) -> str:
    core = text.strip(_SPACES)
    at = text.index(core)
    before, after = text[:at], text[at + len(core) :]
    body = _inline(core, many=many)
    if not before and (match := _AT_START.match(body)):
        body = f"{match['number'] or ''}\\{body[match.end() :]}"
    return "".join(map(_entity, before)) + body + "".join(map(_entity, after))


def _inline(text: str, *, many: bool) -> str:
    return _ANYWHERE.sub(lambda match: _escape(match, many=many), text)


def _escape(match: re.Match[str], *, many: bool) -> str:
    char = match[0]
    if char == "~" and not many:
        return char
    if char == "&" and not _is_reference(match.string, match.start()):
        return char
    return _entity(char) if ord(char) > ord("~") else f"\\{char}"


def _is_reference(text: str, at: int) -> bool:
    """Whether some reader takes an entity for what stands there; a few do so without its semicolon."""
    reach = _REFERENCE.match(text, at)
    return reach is not None and html.unescape(reach[0]) != reach[0]


def _entity(char: str) -> str:
    return f"&#{ord(char)};"
