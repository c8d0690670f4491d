# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rounds in which places are given, as columns."""

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import compress
from operator import and_
from typing import Self

from amicorum.agreements.destinations.bits import Numbers, as_flags

Columns = tuple[Numbers, ...]


class Givings:
    """Rounds of outgoing conditions: position and slot of the condition, both days, free places."""

    def __init__(self, columns: Columns | None = None) -> None:
        self._columns: Columns = columns or tuple(array("i") for _ in range(5))

    @classmethod
    def of(cls, rounds: Iterable[tuple[int, int, int, int, int]]) -> Self:
        """The rounds from rows: position, slot, opening and closing day as ordinals, free places."""
        given = cls()
        for row in rounds:
            for column, number in zip(given._columns, row, strict=True):
                column.append(number)
        return given

    def replaced(self, changes: int, size: int, fresh: "Givings") -> Self:
        """These rounds, but the fresh ones for the changed of `size` agreements."""
        is_changed = as_flags(changes, size)
        kept = bytes(not is_changed[position] for position in self._columns[0]) if changes else None
        held = [array("i", compress(column, kept)) if kept else column for column in self._columns]
        return type(self)(tuple(old + new for old, new in zip(held, fresh._columns, strict=True)))

    def running(self, day: date) -> Iterator[tuple[int, int, int]]:
        """Position, slot and free places of the rounds that are open on the day, the last day included."""
        today = day.toordinal()
        positions, slots, opens, closes, free = self._columns
        is_running = map(and_, map(today.__ge__, opens), map(today.__le__, closes))
        return compress(zip(positions, slots, free, strict=True), is_running)
