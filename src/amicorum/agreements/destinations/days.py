# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the agreements of a home stand on a day: `rules.standing`, for all of them at once."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import Self

from amicorum.agreements.destinations import bits, laying
from amicorum.agreements.destinations.bits import Numbers, Slots
from amicorum.agreements.destinations.columns import Columns
from amicorum.agreements.destinations.partners import Partners
from amicorum.agreements.destinations.world import World
from amicorum.agreements.rules import Standing
from amicorum.vocabulary.academic_year import AcademicYear


@dataclass(frozen=True)
class Day:
    """What holds on one day.

    The first four are sets of agreements that share no member. `current` are the conditions
    whose last academic year is not over; of them, `giving` has places to give on the day, `given`
    has a round running. `free` counts the places by slot and position.
    """

    in_force: int
    future: int
    suspended: int
    expired: int
    current: Slots
    given: Slots
    giving: Slots
    free: Sequence[Sequence[int]]
    networks: Mapping[str, int]

    @classmethod
    def of(cls, day: date, columns: Columns, partners: Partners, world: World) -> Self:
        """The state of this day."""
        today, present = day.toordinal(), columns.present
        expired = bits.of_flags(bytes(map(today.__ge__, columns.spans.ends))) & present
        resting = (rest.position for rest in columns.rests if rest.since <= today < rest.until)
        suspended = bits.of_positions(resting) & present & ~expired
        begun = bits.of_flags(bytes(map(today.__ge__, columns.spans.begins)))
        future = present & ~begun & ~expired & ~suspended
        this_year = AcademicYear.of(day).start
        current = bits.either(*(held for year, held in columns.last_years.items() if year >= this_year))
        free, given = _places(day, columns)
        return cls(
            in_force=present & ~expired & ~suspended & ~future,
            future=future,
            suspended=suspended,
            expired=expired,
            current=current,
            given=bits.both(current, given),
            giving=bits.both(current, tuple(bits.of_flags(bytes(map(bool, slot))) for slot in free)),
            free=free,
            networks=_networks(today, partners, world),
        )

    def standings(self, agreements: int, conditions: Slots) -> dict[Standing, int]:
        """The agreements by how they stand for who asks for these conditions."""
        active = agreements & self.in_force
        open_now = bits.union(bits.both(conditions, self.giving)) & active
        running = bits.union(bits.both(conditions, self.given)) & active
        return {
            Standing.OPEN: open_now,
            Standing.FULL: running & ~open_now,
            Standing.FUTURE: agreements & self.future,
            Standing.CLOSED: active & ~running,
            Standing.SUSPENDED: agreements & self.suspended,
            Standing.EXPIRED: agreements & self.expired,
        }

    def places(self, agreements: int, conditions: Slots) -> int:
        """The free places of these conditions, in these agreements."""
        wanted = bits.within(bits.both(conditions, self.giving), agreements)
        return sum(
            sum(compress(free, bits.as_flags(slot, len(free))))
            for free, slot in zip(self.free, wanted, strict=False)
            if slot
        )


def _places(day: date, columns: Columns) -> tuple[list[Numbers], Slots]:
    """The free places of the rounds that run on the day, by slot and position; and whose rounds run."""
    empty = bytes(array("i").itemsize * columns.size)
    free = [array("i", empty) for _ in range(columns.slots)]
    running: defaultdict[int, list[int]] = defaultdict(list)
    for position, slot, places in columns.givings.running(day):
        free[slot][position] += places
        running[slot].append(position)
    return free, bits.slots_of(running)


def _networks(today: int, partners: Partners, world: World) -> dict[str, int]:
    """The agreements by network of which a partner is a member on the day."""
    return laying.by_value(
        (member.network, position)
        for member in world.members
        if member.begins <= today < member.ends
        for position in partners.positions.get(member.institution, ())
    )
