# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a text to what is looked up: the folded query, its terms, the initials of a name.

A term is a folded word. Scripts that write without spaces (Chinese, Japanese, Thai ...) are looked
up by pairs of neighbouring characters instead, so that any part of such a name can be found.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from amicorum.vocabulary.folding import fold

LONGEST_QUERY = 100
"""Characters of a folded query that count; nobody types more of a name."""
MOST_TERMS = 16
LONGEST_INITIALS = 6

_LOOKED_AT = 10 * LONGEST_QUERY
# Thai to Myanmar, Khmer, kana and ideographs, Hangul, and the ideographs beyond the first plane.
_DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_DENSE}]+|[^{_DENSE}]+")
_DENSE_SIGN = re.compile(f"[{_DENSE}]")
# Small words that acronyms leave out.
# fmt: off
_SMALL_WORDS = frozenset({
    "a", "an", "and", "at", "d", "da", "das", "de", "degli", "dei", "del", "della", "der", "des", "di",
    "do", "dos", "du", "e", "el", "en", "et", "for", "fur", "i", "in", "l", "la", "le", "les", "na", "och",
    "of", "og", "on", "s", "te", "the", "ti", "u", "und", "v", "van", "voor", "w", "y", "za", "zu",
})
# fmt: on


def query_text(query: str) -> str:
    """The folded query, cut to its first 100 characters; signs of any query language are gone."""
    return fold(query[:_LOOKED_AT])[:LONGEST_QUERY].strip()


def terms(folded: str) -> list[str]:
    """The terms of a folded text, in order."""
    if not _DENSE_SIGN.search(folded):
        return folded.split()
    return [term for word in folded.split() for run in _RUN.findall(word) for term in _terms_of_run(run)]


def _terms_of_run(run: str) -> list[str]:
    if len(run) > 2 and is_dense(run):
        return [first + second for first, second in pairwise(run)]
    return [run]


def is_dense(term: str) -> bool:
    """Whether a term is written in a script without spaces between words."""
    return _DENSE_SIGN.match(term) is not None


def joined(folded: str) -> str:
    """The text without its spaces: the same for `NL LEIDEN01`, `nlleiden01` and `NL  Leiden 01`."""
    return folded.replace(" ", "")


def initials(folded: str) -> set[str]:
    """What a name can be shortened to: `ku` and `kul` for Katholieke Universiteit Leuven."""
    words = folded.split()
    kept = [word for word in words if word not in _SMALL_WORDS]
    return {*_beginnings(words), *_beginnings(kept)}


def _beginnings(words: list[str]) -> Iterator[str]:
    letters = "".join(word[0] for word in words[:LONGEST_INITIALS])
    return (letters[:length] for length in range(2, len(letters) + 1))
