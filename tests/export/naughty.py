"""Naughty strings, made here: every class that the well-known lists hold of texts which programs stumble over."""

from itertools import chain

_RESERVED = (
    "undefined undef null NULL (null) nil NIL true false True False TRUE FALSE None hasOwnProperty then constructor"
)
_RESERVED += (
    " __proto__ CON PRN AUX NUL COM1 LPT1 LPT9 NaN Infinity -Infinity INF 1#INF 1#QNAN -1#IND DCC SEND STARTKEYLOGGER"
)
_NUMERIC = (
    "0 1 1.00 $1.00 1/2 1E2 1E+02 -1 -1.00 -$1.00 -1/2 1/0 0/0 -2147483648/-1 0.00 0..0 . 0.0.0 0,00 0,,0 , 0,0,0 "
    "0.0/0 --1 - -. -, 1'000 1,000 1\u00a0000 0x0 0xffffffff 0xabad1dea 123456789012345678901234567890 1e400 010 08 0b1"
    " 1_000 00:00 24:60 9999-99-99 +49-30-0 =1+1 =cmd|'/C'!A0 @SUM(1) +1 \u0661\u0662\u0663 \u2460 \u00bd \u2167"
)
_MARKS = "\u0300\u0301\u0308\u0315\u031b\u0321\u0327\u0330\u0334\u0338\u0345\u035c\u0361\u0489"
_SCRIPTS = (
    "\u7530\u4e2d\u3055\u3093\u306b\u3042\u3052\u3066\u4e0b\u3055\u3044",
    "\u793e\u6703\u79d1\u5b78\u9662\u8a9e\u5b78\u7814\u7a76\u6240",
    "\uc6b8\ub780\ubc14\ud1a0\ub974",
    "\U0002070e\U00020731\U00020779\U00020c53",
    "\u062b\u0645 \u0646\u0641\u0633 \u0633\u0642\u0637\u062a \u0648\u0628\u0627\u0644\u062a\u062d\u062f\u060c",
    "\u05d1\u05b0\u05bc\u05e8\u05b5\u05d0\u05e9\u05b4\u05c1\u05d9\u05ea, 1. \u05d1\u05b8\u05bc\u05e8\u05b8\u05d0",
    "\u202a\u202atest\u202a",
    "\u202btest\u202b",
    "\u2067a\u2069 (\u05d0) [b] {\u05d2}",
    "\u0e01\u0e33\u0e40\u0e19\u0e37\u0e49\u0e2d\u0e2b\u0e32",
    "\u0928\u092e\u0938\u094d\u0924\u0947 \u0915\u094d\u200d\u0937",
    "\u0c1c\u0c4d\u0c1e\u200c\u0c3e",  # once stopped telephones
    "\u0993\u09cd\u09b0\u200c\u09c7",
    "Power \u0644\u064f\u0644\u064f\u0635\u0651\u0628\u064f\u0644\u064f\u0631\u0631\u064b \u0963 \u0963h \u5197",
    "\u1d00\u029f\u029f \u0281\u1d07s\u1d07\u0280\u1d20\u1d07\u1d05",
    "\u02d9\u0250nb\u1d09l\u0250 \u0250u\u0183\u0250\u026f \u01dd\u0279olop",
    "\u1680\u180e\u2000\u200a\u202f\u205f\u3000",
    "\u00ad\u0600\u0605\u061c\u06dd\u070f\u200b\u200f\u2060\u2064\u206a\u206f",
    "\ufeffmark\ufffe",
    "\u2028\u2029\u0085",
    "\u00e5\u00df\u2202\u0192\u00a9\u02d9\u2206\u02da\u00ac\u2026\u00e6",
    "\u03a9\u2248\u00e7\u221a\u222b\u02dc\u00b5\u2264\u2265\u00f7",
    "\u00b4\u00aa\u201e\u00b0\u2018\u201c\u00bf\u00a1\u2044\u20ac\u2039\u203a\ufb01\ufb02",
    "\u2070\u2074\u2075\u2080\u2081\u2082 \u0301\u0302a",
    "(\u256f\u00b0\u25a1\u00b0\uff09\u256f\ufe35 \u253b\u2501\u253b",
    "( \u0361\u00b0 \u035c\u0296 \u0361\u00b0)",
    "\u2019 \u201d \u300c \u201c'\"`\u2019",
    "\ufdfa \ufdfd \ua9c5 \u2e3b \U0001242b",
    "\u0130I\u0131i \u01c4\u01c5\u01c6 \ufb03 \u1e9e\u00df \u03c2\u03c3\u03a3 K\u212a",
)
_EMOJI = (
    "\U0001f60d\U0001f469\U0001f3fd\U0001f468\u200d\U0001f9b0",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "\u2764\ufe0f \U0001f494 #\ufe0f\u20e3 1\ufe0f\u20e3 *\ufe0f\u20e3",
    "\U0001f1fa\U0001f1f8\U0001f1f7\U0001f1fa \U0001f1e6 \U0001f1fa\U0001f1f8\U0001f1f8",
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(char)) for char in "gbeng") + "\U000e007f",
    "".join(chr(0xE0000 + ord(char)) for char in "unseen tags"),
    "\U0001f3fb\u200d\u200d\ufe0e\ufe0f",
)
_INJECTIONS = (
    "<script>alert(0)</script>",
    "&lt;script&gt;alert(&#39;1&#39;);&lt;/script&gt;",
    "<img src=x onerror=alert(2) />",
    "<svg><script>123<1>alert(3)</script>",
    '"><script>alert(4)</script>',
    "'><script>alert(5)</script>",
    "</script><script>alert(7)</script>",
    "< / script >< script >alert(8)< / script >",
    " onfocus=JaVaSCript:alert(9) autofocus",
    '" onfocus=JaVaSCript:alert(10) autofocus',
    "\uff1cscript\uff1ealert(11)\uff1c/script\uff1e",
    "<sc<script>ript>alert(13)</sc</script>ript>",
    "--><script>alert(14)</script>",
    "javascript:alert(15);",
    '<a\x0bhref="\x0bjavascript:alert(1)">x</a>',
    '<IMG """><SCRIPT>alert("XSS")</SCRIPT>">',
    "<iframe src=http://127.0.0.1/x <",
    "\\\";alert('x');//",
    "<plaintext>",
    "</textarea></title></style><b>",
    "<![CDATA[<b>]]>",
    '<?xml version="1.0"?><!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/passwd">]><f>&x;</f>',
    "1;DROP TABLE users",
    "1'; DROP TABLE users-- 1",
    "' OR 1=1 -- 1",
    "%",
    "_ % [a-z]",
    "%s%n%p%x%d",
    "{0} {name} {messages.__class__} {{}}",
    "%*.*s %(day)s ${HOME} $(id) `id` $ENV{'HOME'}",
    "{% print('x') %}{{ ''.__class__ }}<%= 1 %>#{1}",
    "../../../../../../etc/passwd%00",
    "..\\..\\windows\\win.ini",
    'file:///etc/passwd \\\\host\\share C:/x:y*?"<>|',
    "() { 0; }; touch x;",
    "() { _; } >_[$($())] { touch x; }",
    'System("ls -al /") && /dev/null; ls -la',
    "+++ATH0",
    "http://a/%%30%30 http://127.0.0.1:1/ //[::1]/ data:text/html,<b> mailto:a@b.c?bcc=d@e.f",
    "\x1b[0;31mred\x1b[0m\x1b]0;title\x07\x1b[2J\x9b31m",
    "But now \x1b[20Cfor my greatest trick\x1b[8m",
    "The quick brown fox \u0007\u0008\u0008\u0008 roves",
    "![a](http://127.0.0.1/a.png)[b](javascript:b)<c:d>[e]: http://f",
    "| a | b |\n| --- | --- |\n| </td></table> | \\| |",
    "- [x] a\n\t- b\n\n\n> c\n~~~\nd\n```\n***\n# e\nf\n===",
)


def _fonts():
    """Letters that are drawn from mathematics, squares and circles."""
    for start in (0x1D400, 0x1D468, 0x1D4D0, 0x1D504, 0x1D538, 0x1D56C, 0x1D670, 0xFF21, 0x24B6, 0x1F130, 0x1F170):
        yield "".join(chr(start + at) for at in range(26))


def _zalgo():
    for many in (1, 5, 40):
        yield "".join(char + (_MARKS * 3)[:many] for char in "To invoke the hive")
    yield from (f"{mark}first" for mark in _MARKS)


def _controls():
    """Each control character and each odd one, alone, inside and at the edges of a word."""
    odd = [0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x3164, 0xFFA0, 0xFFF9, 0xFFFB, 0xFFFC, 0xFFFD]
    turns = [*range(0x200B, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x2070), 0xFEFF]
    outside = [0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0xE000, 0xF8FF, 0x1FFFE, 0x1FFFF]
    beyond = [0xF0000, 0x10FFFD, 0x10FFFF, 0xE0001, 0xE01EF]
    for number in chain(range(0x20), range(0x7F, 0xA1), odd, turns, outside, beyond):
        yield f"{chr(number)}a{chr(number)}b{chr(number)}"
    yield "".join(map(chr, range(0x20)))
    yield "".join(map(chr, range(0x7F, 0xA1)))
    yield "\ud83d\ude00 halves \ude00\ud83d"


def _spaces():
    spaces = [char for char in map(chr, range(0x3001)) if char.isspace()]
    yield from (f"{char}a{char}{char}b{char}" for char in spaces)
    yield "".join(spaces) + "x" + "".join(spaces)


def _ascii():
    marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    yield marks
    yield from (mark * many for mark in marks for many in (1, 2, 3, 7))
    yield from (f"{mark} word {mark}word{mark} {mark}" for mark in marks)


CLASSES = {
    "reserved words": tuple(_RESERVED.split()),
    "numbers": tuple(_NUMERIC.split(" ")),
    "scripts and signs": _SCRIPTS,
    "emoji": _EMOJI,
    "injections": _INJECTIONS,
    "fonts": tuple(_fonts()),
    "zalgo": tuple(_zalgo()),
    "control and unseen characters": tuple(_controls()),
    "spaces": tuple(_spaces()),
    "ASCII": tuple(_ascii()),
}
NAUGHTY = tuple(dict.fromkeys(chain.from_iterable(CLASSES.values())))
