# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What binds a home to others on a day: its memberships, its programmes, its agreements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Prefetch

from amicorum.agreements.destinations import Filters, Found, search
from amicorum.agreements.rules import Standing
from amicorum.institutions.models import HomeStatement
from amicorum.multilingual.models import Said
from amicorum.networks.models import Membership
from amicorum.portal.passages import Passage, passages
from amicorum.portal.ribbon import Ribbon, Tie, ribbon
from amicorum.portal.visit import Visit
from amicorum.programmes.models import FundingAction, FundingStatement, Partner
from amicorum.vocabulary.countries import country

F = TypeVar("F", Membership, Partner)

LONGEST_NAME = 22
"""Letters that a row of the ribbon has room for."""
IN_FORCE = Filters.parse({"standing": [Standing.OPEN, Standing.FULL, Standing.CLOSED]})
"""Agreements that are in force, whether or not places can be had under them today."""


@dataclass(frozen=True)
class Funding:
    """An action that funds joint programmes, and what is stated of it."""

    action: FundingAction
    passages: Sequence[Passage]


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

    @property
    def countries(self) -> int:
        """In how many real countries the partners are."""
        return len([code for code in self.in_force.country_codes if not country(code).is_fictitious])

    @property
    def consortia(self) -> int:
        """Of how many consortia the current programmes are."""
        return len({part.programme.consortium_id for part in self.parts})


def ties_of(visit: Visit) -> Ties:
    """The ties of the visited home on the day of the visit, in a constant number of queries."""
    memberships, former_memberships = split(_memberships(visit), visit.day)
    parts, former_parts = split(_parts(visit), visit.day)
    return Ties(
        memberships=memberships,
        former_memberships=former_memberships,
        parts=parts,
        former_parts=former_parts,
        statements={statement.kind: statement for statement in _statements(visit)},
        funding=_funding(visit),
        in_force=search(visit.home, IN_FORCE, visit.day),
        has_samples=visit.home.agreements.filter(is_sample=True).exists(),
        ribbon=ribbon(visit, _tied(visit, [*memberships, *former_memberships], [*parts, *former_parts])),
    )


def split(facts: Iterable[F], day: date) -> tuple[list[F], list[F]]:
    """Those that hold on the day, and those that are over; the ones of known start first."""
    held = sorted(facts, key=lambda one: not one.start_is_known)
    return [one for one in held if one.covers(day)], [one for one in held if one.is_over(day)]


def _memberships(visit: Visit) -> Iterable[Membership]:
    own = Membership.objects.public().full().of_institution(visit.home.institution).begun_by(visit.day)
    memberships: Iterable[Membership] = own.with_network(visit.day).in_order_of_start()
    return memberships


def _parts(visit: Visit) -> Iterable[Partner]:
    own = Partner.objects.public().of_institution(visit.home.institution).begun_by(visit.day)
    parts: Iterable[Partner] = own.with_programme().in_order_of_start()
    return parts


def _statements(visit: Visit) -> Any:
    return visit.home.statements.public().on(visit.day).with_sources().prefetch_related("texts")


def _funding(visit: Visit) -> list[Funding]:
    """The actions that fund joint programmes, with what is stated of each on the day."""
    actions = FundingAction.objects.order_by("slug").prefetch_related(
        "texts",
        Prefetch("statements", FundingStatement.objects.public().on(visit.day).with_sources()),
        "statements__texts",
    )
    return [Funding(action, passages(action.statements.all())) for action in actions]


def _tied(visit: Visit, memberships: Iterable[Membership], parts: Iterable[Partner]) -> list[Tie]:
    networks = [
        Tie(
            _short(one.network.said("name", *visit.languages), one.network.abbreviation),
            visit.address("network", one.network.slug),
            one,
        )
        for one in memberships
    ]
    programmes = [
        Tie(
            _short(one.programme.said("name", *visit.languages), one.programme.acronym),
            visit.address("programme", one.programme.slug),
            one,
        )
        for one in parts
    ]
    return [*networks, *programmes]


def _short(name: Said, abbreviation: str) -> Said:
    """The name where it is short, else the abbreviation it goes by."""
    return Said(abbreviation, "") if abbreviation and len(name.text) > LONGEST_NAME else name
