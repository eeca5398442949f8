"""How easy a Spanish text is to read, by Szigriszt and Pazos: 65 to 80 is what a sixth grade reads."""

import re
from itertools import pairwise

_WORD = re.compile(r"[a-záéíóúüñ]+", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!:](?:\s|$)")
_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_SILENT = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])")
_STRONG, _STRESSED = frozenset("aeoáéó"), frozenset("íú")


def syllables(word):
    """Two vowels are one syllable, unless both are strong or a weak one carries the stress."""
    letters = re.sub(r"y(?![aeiouáéíóú])", "i", _SILENT.sub("", word.lower()))
    breaks = sum(
        1
        for group in _VOWELS.findall(letters)
        for one, other in pairwise(group)
        if {one, other} <= _STRONG or _STRESSED & {one, other}
    )
    return max(1, len(_VOWELS.findall(letters)) + breaks)


def ease(*texts):
    """From 0 to 100 and beyond, the higher the easier; each text ends a sentence."""
    words = [word for text in texts for word in _WORD.findall(text)]
    sentences = sum(max(1, len(_SENTENCE.findall(text.strip()))) for text in texts if _WORD.search(text))
    return 206.835 - 62.3 * sum(map(syllables, words)) / len(words) - len(words) / sentences
