# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The other side of the agreements: by institution, country and continent, and in order of name."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from amicorum.agreements.destinations import bits, laying
from amicorum.agreements.destinations.bits import Numbers
from amicorum.agreements.destinations.columns import Columns, Spans
from amicorum.agreements.destinations.world import World
from amicorum.vocabulary.countries import country
from amicorum.vocabulary.errors import NotACountry


class Partners:
    """Where the agreements of some columns lead; `rank` is the place of a position in the list."""

    def __init__(self, columns: Columns, world: World) -> None:
        self.positions = _by_institution(columns.spans.partners)
        self.countries = laying.by_value(
            (world.countries[institution], position)
            for institution, positions in self.positions.items()
            if institution in world.countries
            for position in positions
        )
        self.continents = _by_continent(self.countries)
        self.rank = _ranks(columns.spans, world.sort_keys)

    def leading_to(self, institutions: Collection[int]) -> int:
        """The agreements with any of these institutions."""
        return bits.of_positions(
            position for institution in institutions for position in self.positions.get(institution, ())
        )


@cache
def continent_of(code: str) -> str | None:
    """The continent of a country, None where there is none or the register names no country."""
    try:
        return country(code).continent
    except NotACountry:
        return None


def _by_institution(partners: Sequence[tuple[int, ...]]) -> dict[int, Numbers]:
    gathered: defaultdict[int, Numbers] = defaultdict(lambda: array("i"))
    for position, institutions in enumerate(partners):
        for institution in institutions:
            gathered[institution].append(position)
    return dict(gathered)


def _by_continent(countries: Mapping[str, int]) -> dict[str, int]:
    sets: defaultdict[str, int] = defaultdict(int)
    for code, held in countries.items():
        if continent := continent_of(code):
            sets[continent] |= held
    return dict(sets)


def _ranks(spans: Spans, sort_keys: Mapping[int, str]) -> Numbers:
    first_names = [sort_keys.get(held[0], "") if held else "" for held in spans.partners]
    order = sorted(zip(first_names, spans.ids, range(len(spans.ids)), strict=True))
    ranks = array("i", bytes(array("i").itemsize * len(order)))
    for rank, (_, _, position) in enumerate(order):
        ranks[position] = rank
    return ranks
