# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""From rows of the database to sets by value."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from sys import intern
from typing import NamedTuple, TypeVar

from amicorum.agreements.destinations import bits
from amicorum.agreements.destinations.bits import Slots
from amicorum.agreements.destinations.reading import Facts, Row, first_day, last_day
from amicorum.agreements.models import Condition

Value = TypeVar("Value", bound=Hashable)

ANY = ""
"""The value of what is bound to none: agreements open to every unit, conditions for every field."""

TERMS = tuple(Condition.Term.values)


class Span(NamedTuple):
    """An agreement: its id, kind, first day, day from which it is over, partners in order."""

    agreement_id: int
    kind: str
    begins: int
    ends: int
    partners: tuple[int, ...]


class Rest(NamedTuple):
    """A suspension of the agreement at a position."""

    position: int
    since: int
    until: int


def spans(facts: Facts) -> list[Span]:
    """The agreements."""
    named: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
    for agreement, institution in facts.parties():
        if institution not in named[agreement]:
            named[agreement] += (institution,)
    # Agreements with the same partner share one tuple.
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}
    partners = {one: shared.setdefault(held, held) for one, held in named.items()}
    return [
        Span(one, intern(kind), first_day(begins), last_day(ends), partners.get(one, ()))
        for one, kind, begins, ends in facts.agreements()
    ]


def rests(facts: Facts, positions: Mapping[int, int]) -> list[Rest]:
    """The suspensions."""
    return [
        Rest(positions[one], first_day(since), last_day(until))
        for one, since, until in facts.suspensions()
        if one in positions
    ]


def units(facts: Facts, positions: Mapping[int, int]) -> dict[str, int]:
    """The agreements by unit whose students they are meant for; those for every unit under `ANY`."""
    sets = by_value((code, positions[one]) for one, code in facts.open_to() if one in positions)
    everyone = bits.of_positions(positions.values()) & ~bits.union(sets.values())
    return {**sets, ANY: everyone} if everyone else sets


def by_value(pairs: Iterable[tuple[Value, int]]) -> dict[Value, int]:
    """Sets of positions from pairs of a value and a position."""
    gathered: defaultdict[Value, list[int]] = defaultdict(list)
    for value, position in pairs:
        gathered[value].append(position)
    return {value: bits.of_positions(held) for value, held in gathered.items()}


class Conditions:
    """The outgoing conditions of some agreements, each with its place: position and slot."""

    def __init__(self, facts: Facts, positions: Mapping[int, int]) -> None:
        self.facts = facts
        self.places: dict[int, tuple[int, int]] = {}
        taken: Counter[int] = Counter()
        terms, years = [], []
        for condition, agreement, last_year, written in facts.conditions():
            if (position := positions.get(agreement)) is not None:
                self.places[condition] = position, taken[position]
                taken[position] += 1
                years.append((condition, last_year))
                terms += [(condition, term) for term in written.split() or TERMS]
        self.last_years: dict[int, Slots] = self.by_value(years)
        self.terms: dict[str, Slots] = self.by_value(terms)

    def by_value(self, rows: Iterable[Row]) -> dict[Value, Slots]:
        """Sets of conditions from pairs of a condition and a value."""
        gathered: defaultdict[Value, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for condition, value in rows:
            if place := self.places.get(condition):
                gathered[value][place[1]].append(place[0])
        return {value: bits.slots_of(by_slot) for value, by_slot in gathered.items()}

    def fields(self) -> dict[str, Slots]:
        """The conditions by field as written; those that name no field under `ANY`."""
        rows = list(self.facts.fields())
        bound = {condition for condition, _ in rows}
        return self.by_value([*rows, *((one, ANY) for one in self.places.keys() - bound)])

    def rounds(self) -> Iterator[tuple[int, int, int, int, int]]:
        """The rounds with the place of their condition, as `Givings` takes them."""
        for condition, opens, closes, places, taken in self.facts.rounds():
            if place := self.places.get(condition):
                yield *place, opens.toordinal(), closes.toordinal(), places - taken
