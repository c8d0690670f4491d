# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two questions that a query is put as: as it is written, and forgiving slips.

Queries are built from terms, never parsed from text: what somebody types is no query language.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tantivy import Occur, Query

from amicorum.institutions.search.index import SCHEMA, View
from amicorum.institutions.search.terms import MOST_TERMS, is_dense, joined, terms

_COMMON = 0.5
"""A term of less weight than this (borne by some 300 of 100,000 names) is hardly a slip for another."""
_TELLING = 0.25
"""A term of less weight (`university`, `of`) says too little to look for names by it with slips."""
_MOST = 0.5
"""The part of the telling terms that a name must bear."""
_MOST_SUSPECTS = 4
"""Terms of one query that are looked up with slips; each costs a millisecond, with two slips two."""
_LONG = 9
"""Letters from which on a term that is the only suspect may have two slips."""


@dataclass(frozen=True)
class Asked:
    """A folded query and its terms with how much each tells: near 0 for a word in all names, 1 for a new one.

    `unfinished` is the term that is still being typed, or empty.
    """

    folded: str
    joined: str
    weights: dict[str, float]
    unfinished: str


def ask(folded: str, view: View, *, typing: bool) -> Asked:
    """Weigh the terms of a folded query by how rare they are among the names."""
    unique = list(dict.fromkeys(terms(folded)))[:MOST_TERMS]
    weights = {term: _weight(term, view) for term in unique}
    return Asked(folded, joined(folded), weights, unique[-1] if typing else "")


def _weight(term: str, view: View) -> float:
    return view.weight(term) if len(term) < 3 or is_dense(term) else view.weight_of_beginning(term)


def as_written(asked: Asked) -> Query:
    """All terms, as words or beginnings of words, places or initials; or the query as a whole."""
    must = [(Occur.Must, _close(term, weight)) for term, weight in asked.weights.items()]
    return _any([_whole(asked.joined), Query.boolean_query(must)])


def _whole(text: str) -> Query:
    exact = Query.const_score_query(Query.term_query(SCHEMA, "joined", text), 100)
    if len(text) < 3:
        return exact
    return _any([exact, Query.const_score_query(_slipped("joined", text, 0, prefix=True), 20)])


def _close(term: str, weight: float) -> Query:
    ways = [
        Query.boost_query(Query.term_query(SCHEMA, "words", term), weight),
        Query.const_score_query(Query.term_query(SCHEMA, "initials", term), 3 * weight),
        Query.const_score_query(Query.term_query(SCHEMA, "place", term), 2 * weight),
    ]
    if len(term) > 1 or is_dense(term):
        ways.append(Query.const_score_query(_slipped("words", term, 0, prefix=True), 3 * weight))
    return Query.disjunction_max_query(ways)


def forgiving(asked: Asked, view: View) -> Query:
    """Most of the terms that tell something, with slips; or the query as a whole with one."""
    telling = {term: weight for term, weight in asked.weights.items() if weight >= _TELLING} or asked.weights
    slips = _suspects(telling, view)
    should = [(Occur.Should, _slipped_or_close(term, slips.get(term, 0), asked)) for term in telling]
    enough = max(1, math.ceil(_MOST * len(should)))
    ways = [Query.boolean_query(should, minimum_number_should_match=enough)]
    if len(asked.joined) > 4 and not asked.joined.isdecimal():
        ways.append(Query.const_score_query(_slipped("joined", asked.joined, 1), 20))
    return _any(ways)


def _suspects(telling: dict[str, float], view: View) -> dict[str, int]:
    """The terms in which slips are likely, those that no name bears or else the rare ones; and how many."""
    able = [term for term in telling if _can_slip(term)]
    unknown = [term for term in able if not view.knows(term)]
    rare = [term for term in able if view.weight(term) > _COMMON]
    likely = sorted(unknown or rare, key=lambda term: (-telling[term], term))[:_MOST_SUSPECTS]
    return {term: 2 if len(likely) == 1 and len(term) >= _LONG else 1 for term in likely}


def _can_slip(term: str) -> bool:
    """Numbers are right or wrong, and in short or dense words every slip makes another word."""
    return len(term) > 3 and term.isalpha() and not is_dense(term)


def _slipped_or_close(term: str, slips: int, asked: Asked) -> Query:
    weight = asked.weights[term]
    close = _close(term, 2 * weight) if len(term) > 2 else Query.term_query(SCHEMA, "words", term)
    if not slips:
        return close
    slipped = _slipped("words", term, slips, prefix=term == asked.unfinished)
    return Query.disjunction_max_query([close, Query.const_score_query(slipped, 5 * weight)])


def _slipped(field: str, text: str, distance: int, *, prefix: bool = False) -> Query:
    return Query.fuzzy_term_query(SCHEMA, field, text, distance, transposition_cost_one=True, prefix=prefix)


def _any(queries: Iterable[Query]) -> Query:
    return Query.disjunction_max_query(list(queries))
