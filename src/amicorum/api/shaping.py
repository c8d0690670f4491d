# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""From records to shapes."""

from typing import Any

from amicorum.agreements.models import Agreement, Condition
from amicorum.agreements.rules import Standing
from amicorum.api.caller import Caller
from amicorum.institutions.models import Institution
from amicorum.networks.models import Membership, Network
from amicorum.programmes.models import FundingPeriod, Partner, Programme
from amicorum.sources.models import DatedFact, Source
from amicorum.vocabulary.academic_year import AcademicYear

Shape = dict[str, Any]


def source(one: Source) -> Shape:
    return {"title": one.title, "kind": one.kind, "date": one.dated, "address": one.address}


def institution(one: Institution, caller: Caller) -> Shape:
    """Reads prefetched names and identifiers."""
    name = one.named(caller.language)
    return {
        "slug": one.slug,
        "name": name.text,
        "language": name.language,
        "country": one.country_code,
        "city": one.city,
        "ror_id": one.identifier("ror"),
        "erasmus_code": one.identifier("erasmus"),
        "pic": one.identifier("pic"),
    }


def fact(one: DatedFact, certainty: str, sources: list[Source]) -> Shape:
    return {
        "start": one.start,
        "end": one.end,
        "counts_from": one.counts_from,
        "counts_until": one.counts_until,
        "certainty": certainty,
        "sources": [source(held) for held in sources],
    }


def network(one: Network, caller: Caller) -> Shape:
    """From a queryset that has called `with_rosters()` and `with_texts()`."""
    roster = one.roster
    return {
        "id": one.slug,
        "name": one.said("name", *caller.languages).text,
        "abbreviation": one.abbreviation,
        "kind": one.kind,
        "aims": one.said("aims", *caller.languages).text,
        "founded": one.founded,
        "seat": one.seat_city,
        "country": one.seat_country,
        "website": one.website,
        "members": roster.shown if roster.is_shown else None,
        "members_stated": roster.stated,
        "members_start_unknown": roster.start_unknown,
        "members_waiting_for_verification": roster.waiting,
    }


def member(one: Membership, caller: Caller) -> Shape:
    return {
        **fact(one, one.certainty, one.sources),
        "kind": one.kind,
        "institution": institution(one.institution, caller),
    }


def programme(one: Programme, caller: Caller) -> Shape:
    return {
        **fact(one, one.certainty, one.sources),
        "id": one.slug,
        "name": one.said("name", *caller.languages).text,
        "acronym": one.acronym,
        "consortium": one.consortium.slug,
        "degree": one.said("degree", *caller.languages).text,
        "eqf_level": one.eqf_level,
        "ects": one.ects,
        "duration_months": one.duration_months,
        "languages": one.languages.split(),
        "isced_f": one.isced_f,
        "website": one.website,
        "funding": [funding(period) for period in one.funding_periods.all()],
    }


def funding(one: FundingPeriod) -> Shape:
    return {**fact(one, one.certainty, one.sources), "action": one.funding_action.slug}


def partner(one: Partner, caller: Caller) -> Shape:
    return {
        **fact(one, one.certainty, one.sources),
        "role": one.role,
        "institution": institution(one.institution, caller),
    }


def agreement(one: Agreement, standing: Standing, caller: Caller) -> Shape:
    """From a queryset that has called `with_everything()`."""
    return {
        "kind": one.kind,
        "standing": standing,
        "valid_from": one.counts_from,
        "valid_until": one.counts_until,
        "owner": one.owner.code,
        "open_to": [unit.code for unit in one.open_to.all()],
        "partners": [institution(party.institution, caller) for party in one.parties.all()],
        "conditions": [condition(held) for held in one.conditions.all()],
        "is_sample": one.is_sample,
    }


def condition(one: Condition) -> Shape:
    return {
        "mobility": one.mobility,
        "direction": one.direction,
        "seats_per_year": one.seats_per_year,
        "isced_f": [field.isced_f for field in one.fields.all()],
        "eqf_levels": [level.eqf_level for level in one.levels.all()],
        "languages": [str(language) for language in one.languages.all()],
        "terms": one.terms.split(),
        "first_academic_year": str(AcademicYear(one.first_academic_year)),
        "last_academic_year": str(AcademicYear(one.last_academic_year)),
    }
