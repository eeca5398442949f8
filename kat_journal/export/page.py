"""What every HTML page of ours has around its words: a policy that lets nothing run or load, and how it looks.

The style is part of the page and named by its hash, so that a style which somebody smuggled in would not apply.
"""

import base64
import hashlib
from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d2426; --soft: #4d5a5e; --line: #c3ccce; --paper: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebec; --soft: #aab6b9; --line: #48555a; --paper: #171d1f; }
}
html { background: var(--paper); color: var(--ink); font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 3rem; }
h1, h2 { line-height: 1.25; }
h1 { font-size: 1.4rem; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.75rem; }
p { margin: 0 0 0.75rem; }
.asked { color: var(--soft); margin-bottom: 0.25rem; }
blockquote { border-inline-start: 3px solid var(--line); margin: 0 0 1.25rem; padding-inline-start: 0.9rem; }
blockquote, li, p, td, th { overflow-wrap: anywhere; white-space: pre-wrap; }
ol { margin: 0 0 1.25rem; padding-inline-start: 2rem; }
li { margin-bottom: 0.4rem; }
table { border-collapse: collapse; margin: 0 0 1rem; width: 100%; }
caption { height: 1px; overflow: hidden; position: absolute; width: 1px; clip-path: inset(50%); }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: start; vertical-align: top; }
thead th { background: color-mix(in srgb, var(--line) 30%, transparent); }
tbody th { font-weight: normal; }
figure { margin: 1.5rem 0; }
figcaption { font-weight: 600; margin-bottom: 0.25rem; }
svg { display: block; height: auto; width: 100%; }
svg text { fill: var(--soft); font: 14px system-ui, sans-serif; }
svg .value { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
svg line { stroke: var(--line); }
svg circle { fill: var(--ink); }
.days { font-size: 0.85em; width: auto; }
.days th, .days td { padding: 0.1rem 0.5rem; }
@media (min-width: 40rem), print {
  figure { align-items: start; column-gap: 1.25rem; display: grid; grid-template-columns: 1fr auto; }
  figcaption { grid-column: 1 / -1; }
  th, td { overflow-wrap: break-word; }
  thead th + th { min-width: 9.2em; }
  .days th + th { min-width: 0; }
}
footer { border-top: 1px solid var(--line); color: var(--soft); margin-top: 2.5rem; padding-top: 1rem; }
@page { margin: 11mm 14mm; }
@media print {
  :root { color-scheme: light; --ink: #000000; --soft: #333333; --line: #999999; --paper: #ffffff; }
  html { font-size: 9.5pt; line-height: 1.2; }
  body { max-width: none; padding: 0; }
  h1 { margin-bottom: 0.4rem; }
  h2 { font-size: 1.15rem; margin: 0.55rem 0 0.2rem; }
  p { margin-bottom: 0.2rem; }
  .asked { margin-bottom: 0; }
  blockquote { margin-bottom: 0.25rem; }
  ol, table { margin-bottom: 0.3rem; }
  li { margin-bottom: 0.1rem; }
  th, td { padding: 0.06rem 0.4rem; }
  figure { margin: 0.3rem 0; }
  svg { max-height: 7rem; }
  footer { margin-top: 0.5rem; padding-top: 0.3rem; }
  h1, h2, .asked, figcaption { break-after: avoid; break-inside: avoid; }
  figure, tr, li { break-inside: avoid; }
  thead { break-after: avoid; display: table-header-group; }
  tbody tr:first-child { break-before: avoid; }
  p, blockquote { orphans: 3; widows: 3; }
  footer { break-inside: avoid; }
}
"""

_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY: Final = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"

_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})


def page(language: str, title: str, body: str) -> str:
    """A whole page.

    Args:
        language: Of our words, such as ``en``.
        title: As HTML.
        body: As HTML.
    """
    direction = "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"
    return f"""<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
{body}
</body>
</html>
"""
