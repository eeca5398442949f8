"""The one fold between what is typed or pasted and what is kept, and back from what Qt holds."""

import re

_BREAKS = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
# Qt keeps these two noncharacters for itself, as the borders of frames, and would show them as new lines.
_QT_OWN = str.maketrans({"\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})


def folded(text: str) -> str:
    """A text as it is kept: every kind of line break is LF, and what no document can hold is U+FFFD.

    Folded to LF: CRLF, CR, U+2028, U+2029, VT, FF and U+0085. Replaced: lone surrogates, which are no text, and
    U+FDD0 and U+FDD1, which QTextDocument cannot tell from its own marks. All else stays, NUL and U+00A0 included.
    """
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _BREAKS.sub("\n", whole).translate(_QT_OWN)
