# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filters put to the agreements of a home on a day."""

from collections.abc import Collection, Mapping
from datetime import date

from amicorum.agreements.destinations import bits
from amicorum.agreements.destinations.bits import Slots
from amicorum.agreements.destinations.filters import FACETS, TEXT, Filters
from amicorum.agreements.destinations.keeping import ReadModel
from amicorum.agreements.destinations.values import OF_CONDITIONS
from amicorum.agreements.rules import Standing

SHOWN_UNASKED = (Standing.OPEN, Standing.FULL, Standing.FUTURE, Standing.CLOSED)
"""The standings that are listed when none is chosen."""

_IN_FORCE = {Standing.OPEN, Standing.FULL, Standing.CLOSED}


class Question:
    """What some filters ask on a day, as sets: per filter one of agreements or one of conditions."""

    def __init__(self, model: ReadModel, filters: Filters, day: date, among: Collection[int] | None) -> None:
        self.filters = filters
        self.values = model.values
        self.day = model.on(day)
        self.sets: Mapping[str, Mapping[str, int]] = {**self.values.agreements, "network": self.day.networks}
        self.agreements = {
            name: bits.union(self.sets[name].get(value, 0) for value in filters.values(name))
            for name in FACETS
            if name in self.sets and filters.values(name)
        }
        if among is not None:
            self.agreements[TEXT] = model.partners.leading_to(among)
        self.conditions = {
            name: self.values.conditions_for(name, filters.values(name))
            for name in OF_CONDITIONS
            if filters.values(name)
        }
        self.present = model.columns.present
        self.standings = {Standing(value) for value in filters.values("standing")} or set(SHOWN_UNASKED)
        # Whether it matters if an agreement in force is open, full or closed.
        self._asks_for_rounds = len(self.standings & _IN_FORCE) in (1, 2)
        self._of_these_standings = self._whatever_the_rounds()

    def matching(self, besides: str = "") -> tuple[int, Slots]:
        """The agreements and their conditions that meet every filter but one, whatever their standing."""
        agreements = self.present
        for name, agreed in self.agreements.items():
            if name != besides:
                agreements &= agreed
        conditions = self.day.current
        asked = [held for name, held in self.conditions.items() if name != besides]
        for held in asked:
            conditions = bits.both(conditions, held)
        if asked:
            agreements &= bits.union(conditions)
        return agreements, conditions

    def by_standing(self, besides: str = "") -> dict[Standing, int]:
        """The agreements that meet every filter but one, by how they stand for who asks this."""
        return self.day.standings(*self.matching(besides))

    def listed(self, agreements: int, conditions: Slots) -> int:
        """Of agreements and the conditions asked for, those whose standing is asked for."""
        if not self._asks_for_rounds:
            return agreements & self._of_these_standings
        found = self.day.standings(agreements, conditions)
        return bits.union(found[standing] for standing in self.standings)

    def places(self, conditions: Slots) -> int:
        """The free places of these conditions in the agreements found that stand open."""
        if Standing.OPEN not in self.standings:
            return 0
        return self.day.places(self.matching()[0] & self.day.in_force, conditions)

    @property
    def total(self) -> int:
        """How many agreements are found."""
        return self.listed(*self.matching()).bit_count()

    def _whatever_the_rounds(self) -> int:
        """The agreements of the standings asked for, all in force being of one kind."""
        day = self.day
        sets = {
            Standing.OPEN: day.in_force,
            Standing.FUTURE: day.future,
            Standing.SUSPENDED: day.suspended,
            Standing.EXPIRED: day.expired,
        }
        return bits.union(held for standing, held in sets.items() if standing in self.standings)
