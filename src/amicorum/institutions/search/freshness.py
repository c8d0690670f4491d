# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""An index that is never older than the last commit.

Every search asks the database which change of names was the last (one query by primary key). When
that is not the one the index holds, the institutions that changed since are read again; when the
index holds a change that the database does not know (it was rolled back, or the database is
another one) or when most of a register changed, the index is built anew.
"""

import threading
from dataclasses import dataclass

from amicorum.institutions.models import Mark, NameChange
from amicorum.institutions.search.entries import read_entries
from amicorum.institutions.search.index import NameIndex, View

REBUILT_FROM = 1_000
"""Changed institutions from which on building anew is the quicker way."""


@dataclass(frozen=True)
class Held:
    """An index and the last change that it holds; no change when the database had none."""

    index: NameIndex
    mark: Mark | None


class LiveIndex:
    """The index of one worker process; its threads share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: Held | None = None

    def view(self) -> View:
        """The index as of the last commit (and of the writes of a transaction that is open here)."""
        mark = NameChange.objects.latest_mark()
        held = self._held
        if held is not None and _is_current(held, mark):
            return held.index.view
        del held  # so that an index that is built anew does not stand beside the old one in memory
        with self._lock:
            return self._caught_up().index.view

    def _caught_up(self) -> Held:
        # The mark is read before the records: what is committed in between is read twice, never missed.
        mark = NameChange.objects.latest_mark()
        changed = _changed_since(self._held.mark) if self._held else None
        if self._held is None or changed is None or len(changed) >= REBUILT_FROM:
            self._held = None
            self._held = Held(NameIndex(read_entries()), mark)
        else:
            self._held.index.replace(changed, read_entries(changed))
            self._held = Held(self._held.index, mark)
        return self._held


def _is_current(held: Held, mark: Mark | None) -> bool:
    """Without any mark nothing tells whether the records are still the same."""
    return mark is not None and held.mark == mark


def _changed_since(mark: Mark | None) -> set[int] | None:
    """The institutions that changed after a mark; nothing when the database does not know that mark."""
    if mark is None or not NameChange.objects.holds(mark):
        return None
    batches = NameChange.objects.after(mark).values_list("institution_ids", flat=True)
    return {institution_id for batch in batches for institution_id in batch}
