# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/`: the public register for machines, read-only, documented by OpenAPI."""

from http import HTTPStatus
from typing import Any

from django.db.models import F, Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query
from ninja.errors import ValidationError

from amicorum.agreements.destinations import UnableToFilter, search
from amicorum.api import lists, shapes, shaping, shaping_agreements
from amicorum.api.answering import LICENCE, OpenData, missing, page, problem
from amicorum.api.asking import Asked, Destinations, Named, NetworkId, ProgrammeId, Stretch
from amicorum.api.caller import Caller, caller_of
from amicorum.institutions.models import Institution
from amicorum.institutions.search import find_ids
from amicorum.networks.models import CountryCount, Membership, Network, NetworkQuerySet
from amicorum.programmes.models import FundingPeriod, Partner, Programme, ProgrammeQuerySet
from amicorum.sources.models import Source
from amicorum.vocabulary.errors import NotInVocabulary

MOST_NAMED = 100
"""Institutions that a text can stand for; the search of names gives no more."""
OLDEST_FIRST = (F("counts_from").asc(nulls_first=True), "pk")

api = OpenData(
    title="Amicorum",
    version="1",
    description="The international ties of a university: networks, joint programmes and exchange "
    "agreements as dated, sourced facts, as of any day (`as_of=YYYY-MM-DD`). Read-only, free for every use. "
    "Answers carry an ETag; ask again with If-None-Match. Refusals are problems after RFC 9457.",
    docs_url=None,
    openapi_extra={"info": {"license": {"name": "CC0 1.0", "url": LICENCE}}},
)


@api.exception_handler(NotInVocabulary)
@api.exception_handler(UnableToFilter)
def _unknown(request: HttpRequest, mistake: Exception | type[Exception]) -> HttpResponse:
    return problem(HTTPStatus.BAD_REQUEST, str(mistake))


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, mistake: ValidationError) -> HttpResponse:
    sentences = [f"{error['loc'][-1]}: {error['msg']}" for error in mistake.errors]
    return problem(HTTPStatus.BAD_REQUEST, "; ".join(sentences))


@api.exception_handler(Http404)
def _missing(request: HttpRequest, mistake: Exception | type[Exception]) -> HttpResponse:
    return missing(request)


@api.get("/institutions", response=lists.Institutions, operation_id="institutions", tags=["institutions"])
def institutions(
    request: HttpRequest, named: Query[Named], asked: Query[Asked], stretch: Query[Stretch]
) -> dict[str, Any]:
    """Institutions by any of their names, best first."""
    caller = caller_of(request, asked)
    if named.q.strip():
        found = find_ids(named.q, limit=MOST_NAMED)
        total, wanted = len(found), _cut(found, stretch)
    else:
        every = Institution.objects.in_order().values_list("pk", flat=True)
        total, wanted = every.count(), list(_cut(every, stretch))
    held = Institution.objects.with_names().prefetch_related("identifiers").in_bulk(wanted)
    results = [shaping.institution(held[pk], caller) for pk in wanted if pk in held]
    return page(request, stretch, total, results)


@api.get("/networks", response=lists.Networks, operation_id="networks", tags=["networks"])
def networks(request: HttpRequest, asked: Query[Asked], stretch: Query[Stretch]) -> dict[str, Any]:
    """Networks and alliances, by id."""
    caller = caller_of(request, asked)
    held, own = list(_networks(caller).order_by("slug")), _own_memberships(caller)
    results = [shaping.network(one, own.get(one.pk), caller) for one in _cut(held, stretch)]
    return page(request, stretch, len(held), results)


@api.get("/networks/{slug:slug}", response=shapes.NetworkShape, operation_id="network", tags=["networks"])
def network(request: HttpRequest, slug: NetworkId, asked: Query[Asked]) -> dict[str, Any]:
    """One network."""
    caller = caller_of(request, asked)
    held = get_object_or_404(_networks(caller), slug=slug)
    return shaping.network(held, _own_memberships(caller).get(held.pk), caller)


@api.get("/networks/{slug:slug}/members", response=lists.Members, operation_id="members", tags=["networks"])
def members(
    request: HttpRequest, slug: NetworkId, asked: Query[Asked], stretch: Query[Stretch]
) -> dict[str, Any]:
    """Full members of a network on a day, by name."""
    caller = caller_of(request, asked)
    held = get_object_or_404(Network.objects.with_rosters(caller.day), slug=slug)
    roster, full = held.roster, Membership.objects.of_network(held).public().full().on(caller.day)
    ordered = full.with_institution().prefetch_related("institution__identifiers").in_order_of_members()
    shown = _cut(ordered, stretch) if roster.is_shown else []
    return page(
        request,
        stretch,
        roster.shown if roster.is_shown else 0,
        [shaping.member(one, caller) for one in shown],
        is_roster=roster.is_shown,
        held=roster.shown,
        stated=roster.stated,
        start_unknown=roster.start_unknown,
        waiting_for_verification=roster.waiting,
    )


@api.get("/programmes", response=lists.Programmes, operation_id="programmes", tags=["programmes"])
def programmes(request: HttpRequest, asked: Query[Asked], stretch: Query[Stretch]) -> dict[str, Any]:
    """Joint programmes that had begun by the day, by id."""
    caller = caller_of(request, asked)
    held, own = list(_programmes().begun_by(caller.day).order_by("slug")), _own_parts(caller)
    results = [shaping.programme(one, own.get(one.pk), caller) for one in _cut(held, stretch)]
    return page(request, stretch, len(held), results)


@api.get(
    "/programmes/{slug:slug}", response=shapes.ProgrammeShape, operation_id="programme", tags=["programmes"]
)
def programme(request: HttpRequest, slug: ProgrammeId, asked: Query[Asked]) -> dict[str, Any]:
    """One joint programme."""
    caller = caller_of(request, asked)
    held = get_object_or_404(_programmes(), slug=slug)
    return shaping.programme(held, _own_parts(caller).get(held.pk), caller)


@api.get(
    "/programmes/{slug:slug}/partners",
    response=lists.Partners,
    operation_id="programme_partners",
    tags=["programmes"],
)
def programme_partners(
    request: HttpRequest, slug: ProgrammeId, asked: Query[Asked], stretch: Query[Stretch]
) -> dict[str, Any]:
    """Partners of a programme on a day, the coordinator first."""
    caller = caller_of(request, asked)
    held = get_object_or_404(Programme.objects.public(), slug=slug)
    parts = list(Partner.objects.of_programme(held).public().on(caller.day).with_institution().in_order())
    results = [shaping.partner(one, caller) for one in _cut(parts, stretch)]
    countries = {part.institution.country_code for part in parts}
    return page(request, stretch, len(parts), results, countries=len(countries))


@api.get("/partners", response=lists.Agreements, operation_id="partners", tags=["partners"])
def partners(
    request: HttpRequest, destinations: Query[Destinations], asked: Query[Asked], stretch: Query[Stretch]
) -> dict[str, Any]:
    """Agreements of the home, with the filters and the counts of the destination search."""
    caller, filters = caller_of(request, asked), destinations.filters()
    found = search(caller.home, filters, caller.day)
    listed = found.listed(stretch.offset, stretch.offset + stretch.limit)
    results = shaping_agreements.agreements(listed, caller)
    return page(request, stretch, found.total, results, **shaping_agreements.around(found))


@api.get("/sources", response=lists.Sources, operation_id="sources", tags=["sources"])
def sources(request: HttpRequest, stretch: Query[Stretch]) -> dict[str, Any]:
    """Every source, by key."""
    held = Source.objects.order_by("key")
    return page(request, stretch, held.count(), [shaping.source(one) for one in _cut(held, stretch)])


def _cut(held: Any, stretch: Stretch) -> Any:
    return held[stretch.offset : stretch.offset + stretch.limit]


def _networks(caller: Caller) -> NetworkQuerySet:
    counts = CountryCount.objects.public().order_by("-members", "place")
    every = Network.objects.with_rosters(caller.day).with_texts()
    return every.prefetch_related(Prefetch("country_counts", counts))


def _own_memberships(caller: Caller) -> dict[int, Membership]:
    """The home's own, by network: the present one, else the last."""
    own = Membership.objects.public().full().of_institution(caller.home.institution).begun_by(caller.day)
    ordered = own.with_sources().prefetch_related("also_sources").order_by(*OLDEST_FIRST)
    return {one.network_id: one for one in ordered}


def _programmes() -> ProgrammeQuerySet:
    periods = FundingPeriod.objects.public().with_action().in_order_of_start()
    return Programme.objects.public().with_texts().prefetch_related(Prefetch("funding_periods", periods))


def _own_parts(caller: Caller) -> dict[int, Partner]:
    """The home's own, by programme: the present one, else the last."""
    own = Partner.objects.public().of_institution(caller.home.institution).begun_by(caller.day)
    ordered = own.with_sources().prefetch_related("also_sources").order_by(*OLDEST_FIRST)
    return {one.programme_id: one for one in ordered}
