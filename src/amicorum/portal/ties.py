# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What binds a home to others on a day: its memberships, its programmes, its agreements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from amicorum.agreements.destinations import Filters, Found, search
from amicorum.agreements.rules import Standing
from amicorum.institutions.models import HomeStatement
from amicorum.networks.models import Membership
from amicorum.portal.funding import Funding, funding_of
from amicorum.portal.labels import in_short
from amicorum.portal.ribbon import Ribbon, Tie, ribbon
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Partner
from amicorum.vocabulary.periods import parse_partial_date

F = TypeVar("F", Membership, Partner)

IN_FORCE = Filters.parse({"standing": [Standing.OPEN, Standing.FULL, Standing.CLOSED]})
"""Agreements that are in force, whether or not places can be had under them today."""


@dataclass(frozen=True)
class Ties:
    """All that the first page of a home is composed of."""

    memberships: Sequence[Membership]
    former_memberships: Sequence[Membership]
    parts: Sequence[Partner]
    former_parts: Sequence[Partner]
    statements: dict[str, HomeStatement]
    funding: Sequence[Funding]
    in_force: Found
    has_samples: bool
    ribbon: Ribbon | None
    leads_with_statement: bool
    """Whether what was stated of that time says more than a sample that was invented later."""

    @property
    def consortia(self) -> int:
        """Of how many consortia the current programmes are."""
        return len({part.programme.consortium_id for part in self.parts})


def ties_of(visit: Visit) -> Ties:
    """The ties of the visited home on the day of the visit, in a constant number of queries."""
    memberships, former_memberships = split(_memberships(visit), visit.day)
    parts, former_parts = split(_parts(visit), visit.day)
    statements = {statement.kind: statement for statement in _statements(visit)}
    has_samples = visit.home.is_demonstration
    return Ties(
        memberships=memberships,
        former_memberships=former_memberships,
        parts=parts,
        former_parts=former_parts,
        statements=statements,
        funding=funding_of(visit, {part.programme_id for part in (*parts, *former_parts)}),
        in_force=search(visit.home, IN_FORCE, visit.day),
        has_samples=has_samples,
        ribbon=ribbon(visit, _tied(visit, [*memberships, *former_memberships], [*parts, *former_parts])),
        leads_with_statement=has_samples and visit.day < visit.today and _speaks_of(statements, visit.day),
    )


def _speaks_of(statements: Mapping[str, HomeStatement], day: date) -> bool:
    """Whether a figure of agreements was stated by that day."""
    stated = statements.get("agreements")
    if stated is None or not stated.value:
        return False
    return parse_partial_date(stated.as_of).first_day <= day


def split(facts: Iterable[F], day: date) -> tuple[list[F], list[F]]:
    """Those that hold on the day, and those that are over; the ones of known start first."""
    held = sorted(facts, key=lambda one: not one.start_is_known)
    return [one for one in held if one.covers(day)], [one for one in held if one.is_over(day)]


def _memberships(visit: Visit) -> Iterable[Membership]:
    own = Membership.objects.public().full().of_institution(visit.home.institution).begun_by(visit.day)
    memberships: Iterable[Membership] = own.in_order_of_start().with_networks(visit.day)
    return memberships


def _parts(visit: Visit) -> Iterable[Partner]:
    public = Partner.objects.public().in_public_programmes()
    own = public.of_institution(visit.home.institution).begun_by(visit.day)
    parts: Iterable[Partner] = own.with_programme_named().in_order_of_start()
    return parts


def _statements(visit: Visit) -> Any:
    """What is stated of the home, in the order in which it was entered; of one kind the last counts."""
    stated = visit.home.statements.public().on(visit.day).with_sources().prefetch_related("texts")
    return stated.order_by("pk")


def _tied(visit: Visit, memberships: Iterable[Membership], parts: Iterable[Partner]) -> list[Tie]:
    networks = [
        Tie(
            in_short(one.network.said("name", *visit.languages), one.network.abbreviation),
            visit.address("network", one.network.slug),
            one,
        )
        for one in memberships
    ]
    programmes = [
        Tie(
            in_short(one.programme.said("name", *visit.languages), one.programme.acronym),
            visit.address("programme", one.programme.slug),
            one,
        )
        for one in parts
    ]
    return [*networks, *programmes]
