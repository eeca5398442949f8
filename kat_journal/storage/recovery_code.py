"""The recovery code: the seed itself, in letters and numbers that can be written on paper and typed back.

26 symbols of five bits and six to check them, in eight groups of four. The check is a BCH code over GF(32), the one
that bech32 made well known (its distance is five): up to four wrong symbols anywhere, and any two groups that changed
places, are always seen; of anything else one in a thousand million is not.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from kat_journal.errors import RecoveryCodeGroupError, RecoveryCodeLengthError, RecoveryCodeMistypedError
from kat_journal.storage.keys import SEED_BYTES

GROUPS: Final = 8
GROUP_SYMBOLS: Final = 4
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no letter that looks like a number or like another letter."""

_CHECK_SYMBOLS: Final = 6
_SYMBOLS: Final = GROUPS * GROUP_SYMBOLS
_VALUES: Final = {symbol: value for value, symbol in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_UNKNOWN: Final = -1
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_RIGHT: Final = 0x2BC830A3
"""What the check of a whole code comes to. Not zero, so that a code of zeros is none."""


def code_of(seed: bytearray) -> str:
    """The code that says this seed."""
    number = int.from_bytes(seed, "big")
    symbols = [number >> 5 * place & 31 for place in reversed(range(_SYMBOLS - _CHECK_SYMBOLS))]
    check = _check((*symbols, *[0] * _CHECK_SYMBOLS)) ^ _RIGHT
    symbols += [check >> 5 * place & 31 for place in reversed(range(_CHECK_SYMBOLS))]
    letters = "".join(ALPHABET[symbol] for symbol in symbols)
    return "-".join(letters[start : start + GROUP_SYMBOLS] for start in range(0, _SYMBOLS, GROUP_SYMBOLS))


def seed_of(code: str) -> bytearray:
    """The seed that a code says, as a person typed it: small letters, spaces, dashes, O for 0 and I or L for 1 will do.

    Raises:
        RecoveryCodeLengthError: It has too few or too many groups.
        RecoveryCodeGroupError: There is a mistake, and it can be told in which group. It is never corrected.
        RecoveryCodeMistypedError: There is a mistake.
    """
    parts = list(_parts(code))
    symbols = [_VALUES.get(letter, _UNKNOWN) for part in parts for letter in part]
    if len(symbols) != _SYMBOLS:
        raise _wrong_length(parts)
    wrong = {place // GROUP_SYMBOLS for place, symbol in enumerate(symbols) if symbol == _UNKNOWN}
    if not wrong and _check(symbols) != _RIGHT:
        wrong = set(_one_symbol_off(symbols)) or set(range(GROUPS))
    if wrong:
        raise _mistyped(wrong)
    number = 0
    for symbol in symbols[:-_CHECK_SYMBOLS]:
        number = number << 5 | symbol
    return bytearray(number.to_bytes(SEED_BYTES, "big"))


def is_same_group(typed: str, group: str) -> bool:
    """Whether one group was typed as it stands on the kit."""
    letters = "".join(_parts(typed))
    return [_VALUES.get(letter) for letter in letters] == [_VALUES[letter] for letter in group]


def _parts(code: str) -> Iterator[str]:
    """What stands between spaces and dashes of any kind, in the letters of the alphabet."""
    plain = unicodedata.normalize("NFKC", code).upper()
    kinds = ((unicodedata.category(letter), letter) for letter in plain)
    return iter("".join(" " if kind in {"Pd", "Cc", "Cf", "Zs"} else letter for kind, letter in kinds).split())


def _wrong_length(parts: Sequence[str]) -> RecoveryCodeMistypedError:
    groups = len(parts)
    if groups == 1:  # typed without a space: counted by its letters
        groups = -(-len(parts[0]) // GROUP_SYMBOLS)
    if groups != GROUPS:
        return RecoveryCodeLengthError("length", details={"groups": str(groups)})
    return _mistyped({place for place, part in enumerate(parts) if len(part) != GROUP_SYMBOLS and len(parts) > 1})


def _mistyped(wrong: set[int]) -> RecoveryCodeMistypedError:
    """The error that names a group where it is the only one that can be wrong."""
    if len(wrong) == 1:
        return RecoveryCodeGroupError("group", details={"group": str(wrong.pop() + 1)})
    return RecoveryCodeMistypedError("check")


def _one_symbol_off(symbols: Sequence[int]) -> Iterator[int]:
    """The groups where one other symbol would make the code whole: one at most, for the code's distance is five."""
    for place, typed in enumerate(symbols):
        for other in range(32):
            if other != typed and _check((*symbols[:place], other, *symbols[place + 1 :])) == _RIGHT:
                yield place // GROUP_SYMBOLS


def _check(symbols: Sequence[int]) -> int:
    """The remainder of the symbols, taken as a polynomial over GF(32), by the generator of the code."""
    check = 1
    for symbol in symbols:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ symbol
        for bit, remainder in enumerate(_GENERATOR):
            if top >> bit & 1:
                check ^= remainder
    return check
