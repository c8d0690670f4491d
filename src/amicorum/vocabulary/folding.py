# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key under which names are compared, sorted and searched."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, and what people type for them. The schwa is Azerbaijani.
# fmt: off
_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ȷ": "j", "þ": "th", "ð": "d",
    "ħ": "h", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ƀ": "b", "ɓ": "b", "ƈ": "c", "ȼ": "c", "ɖ": "d",
    "ɗ": "d", "ə": "e", "ǝ": "e", "ɛ": "e", "ɇ": "e", "ƒ": "f", "ǥ": "g", "ɠ": "g", "ɣ": "g",
    "ɨ": "i", "ɩ": "i", "ɉ": "j", "ƙ": "k", "ƚ": "l", "ɲ": "n", "ƞ": "n", "ɔ": "o", "ɵ": "o",
    "ƥ": "p", "ɍ": "r", "ʂ": "s", "ƭ": "t", "ʈ": "t", "ʉ": "u", "ʊ": "u", "ʋ": "v", "ƴ": "y",
    "ɏ": "y", "ƶ": "z", "ȥ": "z",
}
# fmt: on

# The blocks of combining marks that Latin, Greek and Cyrillic use. Marks of other scripts (the dakuten of
# kana, the vowel signs of Hindi or Thai) are part of their letters and stay.
_MARKS = (
    range(0x0300, 0x0370),
    range(0x0483, 0x048A),
    range(0x1AB0, 0x1B00),
    range(0x1DC0, 0x1E00),
    range(0x20D0, 0x2100),
    range(0x2DE0, 0x2E00),
    range(0xFE20, 0xFE30),
)
# Spacing signs that Unicode counts as letters but that are written as apostrophes: Hawaiʻi, Maʿan.
_APOSTROPHES = range(0x02B0, 0x0300)
_CATALAN_DOT = "·"


class _Replacements:
    """What `str.translate` asks: the text in the place of one character, by its code point."""

    def __getitem__(self, code_point: int) -> str:
        return _replacement(code_point)


_REPLACEMENTS = _Replacements()


@lru_cache(maxsize=8192)
def _replacement(code_point: int) -> str:
    character = chr(code_point)
    if any(code_point in marks for marks in _MARKS) or character == _CATALAN_DOT:
        return ""
    category = unicodedata.category(character)
    if category == "Cf":
        return ""  # soft hyphens and joiners stand inside words
    if category[0] in "PSZC" or code_point in _APOSTROPHES:
        return " "
    return _LETTERS.get(character, character)


def fold(text: str) -> str:
    """The folded text: small letters without accents, single spaces for all that is neither letter nor digit.

    Latin, Greek and Cyrillic lose their accents (`Köln` and `koln` fold alike, and so do `Łódź` and
    `lodz`); other scripts are only put in one form (Unicode NFKC), so that `ルーヴェン` stays what it is.
    Folding a folded text changes nothing. The result can be empty.
    """
    # Taken apart on both sides of the case folding: some letters come apart only when they are small.
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(unicodedata.normalize("NFKC", small.translate(_REPLACEMENTS)).split())
