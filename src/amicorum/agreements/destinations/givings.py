# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rounds in which places are given, as columns."""

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Self

from amicorum.agreements.destinations.bits import as_flags


class Givings:
    """Rounds of outgoing conditions: position and slot of the condition, both days, free places."""

    def __init__(self, rounds: Iterable[tuple[int, int, int, int, int]] = ()) -> None:
        self.columns = tuple(array("i") for _ in range(5))
        for row in rounds:
            for column, number in zip(self.columns, row, strict=True):
                column.append(number)

    def __iter__(self) -> Iterator[tuple[int, int, int, int, int]]:
        return zip(*self.columns, strict=True)

    def replaced(self, mask: int, fresh: "Givings") -> Self:
        """These rounds, but for all agreements of the mask the fresh ones."""
        if not self.columns[0]:
            return type(self)(fresh)
        changes = as_flags(mask, max(self.columns[0]) + 1 if mask else 0)
        kept = (row for row in self if row[0] >= len(changes) or not changes[row[0]])
        return type(self)((*kept, *fresh))

    def running(self, day: date) -> list[tuple[int, int, int]]:
        """Position, slot and free places of the rounds that are open on the day."""
        today = day.toordinal()
        positions, slots, opens, closes, free = self.columns
        return [
            (positions[row], slots[row], free[row])
            for row, (first, last) in enumerate(zip(opens, closes, strict=True))
            if first <= today <= last
        ]
