# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search that forgives: institutions by any of their names, in any language, and by their codes."""

from collections.abc import Collection

from amicorum.institutions.search.finding import Hit, matching, search
from amicorum.institutions.search.freshness import LiveIndex

__all__ = ["Hit", "find", "find_among", "find_ids", "suggest", "warm"]

_LIVE = LiveIndex()


def find(query: str, *, limit: int = 10) -> list[Hit]:
    """The institutions that a query most likely means, best first, at most 100.

    Forgives missing accents, slips of letters and another order of words. Any text is a query:
    beyond 100 characters it is cut, without letters or digits it finds nothing.
    """
    return search(_LIVE.view(), query, limit)


def find_ids(query: str, *, limit: int = 10) -> list[int]:
    """The primary keys of what `find` finds, in the same order."""
    return [hit.institution_id for hit in find(query, limit=limit)]


def find_among(query: str, institution_ids: Collection[int]) -> set[int]:
    """Those of these institutions that a query may mean, however many others it means as well.

    All that bear it as it is written; with slips only those that are among the hundred best of all.
    """
    return matching(_LIVE.view(), query, institution_ids)


def suggest(query: str, *, limit: int = 10) -> list[Hit]:
    """What `find` finds while the last word is still being typed."""
    return search(_LIVE.view(), query, limit, typing=True)


def warm() -> None:
    """Build the index of this process now, so that the first visitor does not wait for it."""
    _LIVE.view()
