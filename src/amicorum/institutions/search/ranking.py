# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How like a name is to what was asked: 0 to 100, and points for the likelier institution."""

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from amicorum.institutions.search.entries import Entry
from amicorum.institutions.search.index import View
from amicorum.institutions.search.stages import Asked
from amicorum.institutions.search.terms import LONGEST_INITIALS, initials, joined, terms

_ALIKE = 0.6
"""Words less alike than this (1 = equal) are different words."""
_WHOLE, _LIKENESS, _LEFT_OVER = 12.0, 12.0, 14.0
_TYPED, _BEGINNING = 0.96, 0.88
_SLIP, _INITIALS, _PLACE = 0.95, 0.8, 0.75


def score(asked: Asked, entry: Entry, view: View) -> float:
    """Points: how much of the query is in the name, how much of the name is not in the query, the prior."""
    same = joined(entry.folded) == asked.joined
    if entry.is_code:
        return (112.0 if same else fuzz.ratio(asked.joined, joined(entry.folded)) - 10) + entry.body.prior
    words = terms(entry.folded)
    covered, used = _coverage(asked, entry, words)
    left = sum(view.weight(word) for word in words if word not in used) / sum(map(view.weight, words))
    left_over = _LEFT_OVER / 2 if asked.unfinished else _LEFT_OVER
    likeness = fuzz.ratio(asked.folded, entry.folded) / 100
    return 100 * covered + _WHOLE * same + _LIKENESS * likeness - left_over * left + entry.body.prior


def _coverage(asked: Asked, entry: Entry, words: list[str]) -> tuple[float, set[str]]:
    """How much of the query the name answers, weighed by term, and the words that do."""
    total = found = 0.0
    used = set()
    for term, weight in asked.weights.items():
        likeness, word = (1.0, term) if term in words else _nearest(term, words, term == asked.unfinished)
        if likeness:
            used.add(word)
        if likeness < _INITIALS:
            likeness = max(likeness, _elsewhere(term, entry))
        total += weight
        found += weight * likeness
    return found / total, used


def _nearest(term: str, words: list[str], is_unfinished: bool) -> tuple[float, str]:
    """The word most like a term: nearly 1 when it begins so, less for a slip, 0 when all are other words."""
    begun = min((word for word in words if word.startswith(term)), key=len, default="")
    if begun:
        least = _TYPED if is_unfinished else _BEGINNING
        return least + (0.98 - least) * len(term) / len(begun), begun
    typed = [word[: len(term)] for word in words] if is_unfinished else words
    found = extractOne(term, typed, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
    return (_SLIP * found[1], words[found[2]]) if found else (0.0, "")


def _elsewhere(term: str, entry: Entry) -> float:
    if 1 < len(term) <= LONGEST_INITIALS and term in initials(entry.folded):
        return _INITIALS
    return _PLACE if term in entry.body.place.split() else 0.0
