# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each value of each filter holds for: sets of agreements, or of conditions."""

from collections.abc import Iterable, Mapping

from amicorum.agreements.destinations import bits
from amicorum.agreements.destinations.bits import Slots
from amicorum.agreements.destinations.columns import Columns
from amicorum.agreements.destinations.laying import ANY
from amicorum.agreements.destinations.partners import Partners, continent_of
from amicorum.agreements.destinations.world import World
from amicorum.vocabulary import isced_f

OF_CONDITIONS = ("field", "level", "language", "term")
"""The filters that must hold for one and the same condition; the others are of the agreement."""


class Values:
    """The values of the filters in the agreements of a home; networks depend on the day and stand there."""

    def __init__(self, columns: Columns, world: World, partners: Partners) -> None:
        self._columns, self._world = columns, world
        self.agreements: Mapping[str, Mapping[str, int]] = {
            "country": partners.countries,
            "continent": partners.continents,
            "kind": columns.kinds,
            "unit": {code: self._open_to(code) for code in world.units},
        }
        self.conditions: Mapping[str, Mapping[str, Slots]] = {
            "field": {code: self._for_field(code) for code in _with_broader(columns.fields)},
            "level": {str(level): held for level, held in columns.levels.items()},
            "language": columns.languages,
            "term": columns.terms,
        }

    def conditions_for(self, name: str, values: Iterable[str]) -> Slots:
        """The conditions for which any of these values holds."""
        known = self.conditions[name]
        if name == "field":
            return bits.either(*(known.get(value) or self._for_field(value) for value in values))
        return bits.either(*(known.get(value, ()) for value in values))

    def is_offered(self, name: str, value: str) -> bool:
        """Whether a visitor can choose the value: of the units only faculties, and those that are named."""
        return name != "unit" or value in self._columns.units or self._world.units[value].is_faculty

    def parent(self, name: str, value: str) -> str | None:
        """The value above this one: a broader field, a continent, a unit."""
        if name == "field":
            return isced_f.field(value).parent
        if name == "country":
            return continent_of(value)
        return self._world.units[value].parent if name == "unit" else None

    def _open_to(self, code: str) -> int:
        """The agreements open to every unit, to this one, or to one above it."""
        held = self._columns.units
        return bits.union(held.get(one, 0) for one in (ANY, *self._world.units_above(code)))

    def _for_field(self, code: str) -> Slots:
        """The conditions for the field, for one within it, for one that contains it, or for any field."""
        containing = {ANY, *(one.code for one in isced_f.ancestors(code))}
        # The code of a broader field is how the codes of the narrower ones begin.
        meant = (named for named in self._columns.fields if named in containing or named.startswith(code))
        return bits.either(*(self._columns.fields[named] for named in meant))


def _with_broader(codes: Iterable[str]) -> set[str]:
    """The fields and all above them; a code that is not of the vocabulary cannot be asked for."""
    known = {one.code for one in isced_f.fields()}.intersection(codes)
    return known | {one.code for code in known for one in isced_f.ancestors(code)}
