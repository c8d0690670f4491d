# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A search in one view of the index."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from amicorum.institutions.search.entries import Entry
from amicorum.institutions.search.index import View
from amicorum.institutions.search.ranking import score
from amicorum.institutions.search.stages import Asked, as_written, ask, forgiving
from amicorum.institutions.search.terms import joined, query_text

RERANKED = 100
"""Names that are compared letter by letter in each stage."""
ENOUGH = 10
"""Institutions with which the query as it is written is answered, so that no slips are looked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An institution that was found, the name by which, and its points (more is better)."""

    institution_id: int
    name: str
    score: float


def search(view: View, query: str, limit: int, *, typing: bool = False) -> list[Hit]:
    """The institutions that a query most likely means, best first; none for a query without letters.

    `typing` says that the last word is unfinished.
    """
    folded = query_text(query)
    if not folded or not view.rows:
        return []
    asked = ask(folded, view, typing=typing)
    entries = view.best(as_written(asked), RERANKED)
    if not _answered(asked, entries):
        entries += view.best(forgiving(asked, view), RERANKED)
    return _best_of_each((_hit(asked, entry, view) for entry in entries), limit)


def matching(view: View, query: str, among: Collection[int]) -> set[int]:
    """Which of these institutions a query may mean; none for a query without letters.

    Slips are forgiven as in `search`, so only when the query as it is written has no answer anywhere:
    among few names some are always a little like it.
    """
    folded = query_text(query)
    if not folded or not view.rows:
        return set()
    asked = ask(folded, view, typing=False)
    written = as_written(asked)
    found = view.bearers_among(written, among)
    if not _answered(asked, view.best(written, RERANKED)):
        likest = view.best(forgiving(asked, view), RERANKED)
        found |= {entry.body.institution_id for entry in likest}.intersection(among)
    return found


def _answered(asked: Asked, entries: list[Entry]) -> bool:
    """Whether enough have the query as part of their name, or somebody bears it, in whatever order."""
    if len({entry.body.institution_id for entry in entries}) >= ENOUGH:
        return True
    words = sorted(asked.folded.split())
    return any(
        joined(entry.folded) == asked.joined or sorted(entry.folded.split()) == words for entry in entries
    )


def _hit(asked: Asked, entry: Entry, view: View) -> Hit:
    return Hit(entry.body.institution_id, entry.name, score(asked, entry, view))


def _best_of_each(hits: Iterable[Hit], limit: int) -> list[Hit]:
    best: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (-hit.score, hit.name, hit.institution_id)):
        best.setdefault(hit.institution_id, hit)
    return list(best.values())[: max(0, limit)]
