# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every home shares, as the destination search needs it: partners, networks, units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from amicorum.agreements.destinations.reading import first_day, last_day
from amicorum.agreements.models import Party
from amicorum.institutions.models import Home, Institution, OUnit
from amicorum.networks.models import Membership, Network


class MemberTime(NamedTuple):
    """The time for which an institution is a full, public member of a network."""

    network: str
    institution: int
    begins: int
    ends: int


class Unit(NamedTuple):
    """A unit of the home: the code of the one above it, and whether it is a faculty."""

    parent: str | None
    is_faculty: bool


@dataclass(frozen=True)
class World:
    """The partners of a home, every network with its members, the units of the home."""

    countries: Mapping[int, str]
    sort_keys: Mapping[int, str]
    networks: frozenset[str]
    members: Sequence[MemberTime]
    units: Mapping[str, Unit]

    @classmethod
    def of(cls, home: Home) -> "World":
        """As the database has it now, in four queries."""
        parties = Party.objects.filter(agreement__home=home)
        partners = Institution.objects.filter(pk__in=parties.values("institution"))
        rows = list(partners.values_list("pk", "country_code", "sort_key"))
        members = Membership.objects.full().public().filter(institution__in=partners).order_by()
        times = members.values_list("network__slug", "institution_id", "counts_from", "counts_until")
        units = OUnit.objects.filter(institution=home.institution_id)
        return cls(
            countries={pk: code for pk, code, _ in rows},
            sort_keys={pk: key for pk, _, key in rows},
            networks=frozenset(Network.objects.values_list("slug", flat=True)),
            members=[
                MemberTime(slug, one, first_day(start), last_day(end)) for slug, one, start, end in times
            ],
            units={
                code: Unit(parent, kind == OUnit.Kind.FACULTY)
                for code, parent, kind in units.values_list("code", "parent__code", "kind")
            },
        )

    def units_above(self, code: str) -> list[str]:
        """The unit and those above it."""
        above: list[str] = []
        following: str | None = code
        while following is not None and following in self.units and following not in above:
            above.append(following)
            following = self.units[following].parent
        return above
