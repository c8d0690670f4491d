# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""From records about institutions, networks and programmes to shapes."""

from typing import Any

from amicorum.api.caller import Caller
from amicorum.institutions.models import Institution
from amicorum.networks.models import CountryCount, Membership, Network
from amicorum.programmes.models import Consortium, FundingPeriod, Partner, Programme
from amicorum.sources.models import PUBLIC, DatedFact, Source

Shape = dict[str, Any]


def source(one: Source) -> Shape:
    """Where a fact comes from; the address of a mirror is left out."""
    return {
        "key": one.key,
        "title": one.title,
        "kind": one.kind,
        "publisher": one.publisher,
        "language": one.language,
        "date": one.dated,
        "was_read": one.was_read,
        "address": "" if one.mirror_of else one.address,
        "mirror_of": one.mirror_of,
    }


def institution(one: Institution, caller: Caller) -> Shape:
    """Reads prefetched names and identifiers."""
    name = one.named(caller.language)
    return {
        "slug": one.slug,
        "name": name.text,
        "name_language": name.language,
        "country": one.country_code,
        "city": one.city,
        "ror_id": one.identifier("ror"),
        "erasmus_code": one.identifier("erasmus"),
        "pic": one.identifier("pic"),
        "oid": one.identifier("oid"),
        "status": one.status,
        "is_fictitious": one.is_fictitious,
    }


def period(one: DatedFact, caller: Caller) -> Shape:
    """The time of a fact, and whether it holds on the day asked for."""
    return {
        "start": one.start,
        "end": one.end,
        "counts_from": one.counts_from,
        "counts_until": one.counts_until,
        "start_is_known": one.start_is_known,
        "is_current": one.covers(caller.day),
    }


def fact(one: Membership | Partner | Programme | FundingPeriod, caller: Caller) -> Shape:
    """Reads prefetched sources."""
    sources = [source(held) for held in one.sources]
    return {**period(one, caller), "certainty": one.certainty, "sources": sources}


def network(one: Network, own: Membership | None, caller: Caller) -> Shape:
    """From a queryset that has called `with_rosters()` and `with_texts()`, with its country counts."""
    name, roster = one.said("name", *caller.languages), one.roster
    return {
        "id": one.slug,
        "name": name.text,
        "name_language": name.language,
        "abbreviation": one.abbreviation,
        "kind": one.kind,
        "aims": one.said("aims", *caller.languages).text,
        "founded": one.founded,
        "seat": one.seat_city,
        "country": one.seat_country,
        "website": one.website,
        "members": roster.shown if roster.is_shown else None,
        "members_held": roster.shown,
        "members_stated": roster.stated,
        "members_start_unknown": roster.start_unknown,
        "members_waiting_for_verification": roster.waiting,
        "members_by_country": [country_count(held) for held in one.country_counts.all()],
        "home_membership": {**fact(own, caller), "kind": own.kind} if own else None,
    }


def country_count(one: CountryCount) -> Shape:
    """Members in one country, as a source counts them."""
    return {"place": one.place, "country": one.country_code, "members": one.members}


def member(one: Membership, caller: Caller) -> Shape:
    """A member of a network, from a queryset that has called `with_institution()`."""
    return {
        **fact(one, caller),
        "kind": one.kind,
        "institution": institution(one.institution, caller),
    }


def programme(one: Programme, own: Partner | None, caller: Caller) -> Shape:
    """From a queryset that has called `with_texts()`, with its consortium and its public funding."""
    name = one.said("name", *caller.languages)
    texts = {field: one.said(field, *caller.languages).text for field in ("degree", "description", "tracks")}
    return {
        **fact(one, caller),
        **texts,
        "id": one.slug,
        "name": name.text,
        "name_language": name.language,
        "acronym": one.acronym,
        "eqf_level": one.eqf_level,
        "ects": one.ects,
        "duration_months": one.duration_months,
        "languages": one.languages.split(),
        "isced_f": one.isced_f,
        "website": one.website,
        "consortium": consortium(one.consortium, caller) if one.consortium.certainty in PUBLIC else None,
        "funding": [funding(held, caller) for held in one.funding_periods.all()],
        "home_part": {**fact(own, caller), "role": own.role} if own else None,
    }


def consortium(one: Consortium, caller: Caller) -> Shape:
    """The consortium of a programme."""
    return {**period(one, caller), "id": one.slug, "name": one.name, "website": one.website}


def funding(one: FundingPeriod, caller: Caller) -> Shape:
    """From a queryset that has called `with_action()`."""
    return {**fact(one, caller), "action": one.funding_action.slug}


def partner(one: Partner, caller: Caller) -> Shape:
    """A partner in a programme, from a queryset that has called `with_institution()`."""
    return {
        **fact(one, caller),
        "role": one.role,
        "institution": institution(one.institution, caller),
    }
