# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of the public site as tables for machines: what stands on the page, as of its day.

Columns bear the same English names in every language; names and texts are in the visitor's. Periods
are as written (`2002`, `by 2009`; an empty start is unknown, an empty end open). Sources are keys of
the list of sources. Facts that wait for verification never stand in a table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from amicorum.institutions.models import Institution
from amicorum.networks.models import Membership, Network
from amicorum.portal.programme_pages import partners_of
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Partner, Programme
from amicorum.sources.models import PUBLIC, DatedFact, Source, SourcedFact

Cell = str | int | float | bool | None
Row = Sequence[Cell]

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
"""Facts and our own texts about them are given to the public domain (data/README.md)."""


@dataclass(frozen=True)
class Table:
    """A list as it is handed over: under which name, with which columns."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Row]


FACT = ("start", "end", "certainty", "sources")


def _fact(fact: Membership | Partner | Programme) -> Row:
    return fact.start, fact.end, fact.certainty, source_keys(fact)


def source_keys(fact: SourcedFact) -> str:
    """The keys of all its sources, the main one first."""
    return ";".join(source.key for source in fact.sources)


INSTITUTION = ("institution", "name", "name_language", "country", "city", "ror_id")


def institution_cells(visit: Visit, one: Institution) -> Row:
    """An institution in the columns of `INSTITUTION`; reads prefetched names and identifiers."""
    name = one.named(visit.language)
    return one.slug, name.text, name.language, one.country_code, one.city, one.identifier("ror")


def _state(fact: DatedFact | None, visit: Visit) -> str:
    if fact is None:
        return ""
    return "former" if fact.is_over(visit.day) else "current"


def networks(visit: Visit) -> Table:
    """Every network of the register, with the home's own membership.

    Members are counted as in the API: `members` stays empty where no list can honestly be shown.
    """
    own = Membership.objects.public().full().of_institution(visit.home.institution).begun_by(visit.day)
    memberships = {one.network_id: one for one in own.order_by("counts_from")}
    held = Network.objects.with_rosters(visit.day).with_texts().select_related("source").order_by("slug")
    return Table(
        "networks",
        (
            "network", "name", "name_language", "abbreviation", "kind", "founded", "seat_city",
            "seat_country", "website", "members", "members_held", "members_start_unknown",
            "members_waiting_for_verification", "members_stated", "members_stated_on", "own_membership",
            "own_start", "own_end", "source",
        ),
        [_network(visit, one, memberships.get(one.pk)) for one in held],
    )  # fmt: skip


def _network(visit: Visit, one: Network, own: Membership | None) -> Row:
    name, roster = one.said("name", *visit.languages), one.roster
    stated = (roster.stated, one.members_stated_on)
    return (
        one.slug, name.text, name.language, one.abbreviation, one.kind, one.founded, one.seat_city,
        one.seat_country, one.website, roster.shown if roster.is_shown else None, roster.shown,
        roster.start_unknown, roster.waiting, *stated, _state(own, visit), own.start if own else "",
        own.end if own else "", one.source.key,
    )  # fmt: skip


def members(visit: Visit, slug: str) -> Table | None:
    """The members of a network, present and former; None where no list can honestly be shown."""
    network = Network.objects.with_rosters(visit.day).filter(slug=slug).first()
    if network is None or not network.roster.is_shown:
        return None
    held = Membership.objects.public().of_network(network).begun_by(visit.day).with_institution()
    return Table(
        f"{slug}-members",
        (*INSTITUTION, "kind", "state", *FACT),
        [
            (*institution_cells(visit, one.institution), one.kind, _state(one, visit), *_fact(one))
            for one in held.prefetch_related("institution__identifiers").in_order_of_members()
        ],
    )


def programmes(visit: Visit) -> Table:
    """Every joint programme of the register, with the home's own part."""
    own = Partner.objects.public().of_institution(visit.home.institution).begun_by(visit.day)
    parts = {one.programme_id: one for one in own.order_by("counts_from")}
    held = Programme.objects.public().begun_by(visit.day).with_texts().with_consortium().order_by("slug")
    return Table(
        "programmes",
        (
            "programme", "name", "name_language", "acronym", "consortium", "degree", "eqf_level", "ects",
            "duration_months", "languages", "isced_f", "website", "own_part", "own_start", "own_end", *FACT,
        ),
        [_programme(visit, one, parts.get(one.pk)) for one in held],
    )  # fmt: skip


def _programme(visit: Visit, one: Programme, own: Partner | None) -> Row:
    name, degree = one.said("name", *visit.languages), one.said("degree", *visit.languages)
    consortium = one.consortium.slug if one.consortium.certainty in PUBLIC else ""
    return (
        one.slug, name.text, name.language, one.acronym, consortium, degree.text, one.eqf_level,
        one.ects, one.duration_months, one.languages, one.isced_f, one.website, _state(own, visit),
        own.start if own else "", own.end if own else "", *_fact(one),
    )  # fmt: skip


def programme_partners(visit: Visit, slug: str) -> Table | None:
    """The partners of a programme, present and former; None for a programme that is not held."""
    programme = Programme.objects.public().filter(slug=slug).first()
    if programme is None:
        return None
    partners = partners_of(visit, programme)
    return Table(
        f"{slug}-partners",
        (*INSTITUTION, "role", "state", *FACT),
        [
            (*institution_cells(visit, one.institution), one.role, _state(one, visit), *_fact(one))
            for one in (*partners.present, *partners.former)
        ],
    )


def sources(visit: Visit) -> Table:
    """Every source; mirrors are named and their addresses left out."""
    return Table(
        "sources",
        (
            "source", "title", "language", "kind", "publisher", "address", "published", "read", "was_read",
            "mirror_of",
        ),
        [_source(one) for one in Source.objects.order_by("key")],
    )  # fmt: skip


def _source(one: Source) -> Row:
    address = "" if one.mirror_of else one.address
    return (
        one.key, one.title, one.language, one.kind, one.publisher, address, one.published, one.read,
        one.was_read, one.mirror_of,
    )  # fmt: skip


ListOf = Callable[[Visit], Table]
ListWithin = Callable[[Visit, str], Table | None]
