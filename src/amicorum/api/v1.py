# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/`: the public register for machines, read-only, documented by OpenAPI."""

from http import HTTPStatus
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError

from amicorum.agreements.destinations import Filters, UnableToFilter, rows, search
from amicorum.api import shapes, shaping
from amicorum.api.caller import caller_of
from amicorum.institutions.models import Institution
from amicorum.institutions.search import find_ids
from amicorum.networks.models import Membership, Network
from amicorum.programmes.models import Partner, Programme
from amicorum.vocabulary.errors import NotInVocabulary

LARGEST_PAGE = 100
FOUND_AT_MOST = 1000
"""Institutions that a text filter looks among."""

api = NinjaAPI(
    title="Amicorum",
    version="1",
    description="The international ties of a university: dated, sourced facts, as of any day (`as_of=YYYY-MM-DD`).",
    docs_url=None,
    openapi_extra={"info": {"license": {"name": "CC-BY-4.0", "identifier": "CC-BY-4.0"}}},
)

Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
AsOf = Annotated[str, Query(max_length=20, description="day for which the answer holds, YYYY-MM-DD; empty: today")]
Lang = Annotated[str, Query(max_length=12, description="language of names and texts")]
Values = Annotated[list[str], Query(max_length=30)]


def _problem(request: HttpRequest, status: HTTPStatus, detail: str) -> HttpResponse:
    answer = api.create_response(
        request, {"title": status.phrase, "status": status, "detail": detail}, status=status
    )
    answer["Content-Type"] = "application/problem+json"
    return answer


@api.exception_handler(NotInVocabulary)
def _not_in_vocabulary(request: HttpRequest, mistake: NotInVocabulary) -> HttpResponse:
    return _problem(request, HTTPStatus.BAD_REQUEST, str(mistake))


@api.exception_handler(UnableToFilter)
def _unable_to_filter(request: HttpRequest, mistake: UnableToFilter) -> HttpResponse:
    return _problem(request, HTTPStatus.BAD_REQUEST, str(mistake))


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, mistake: ValidationError) -> HttpResponse:
    sentences = [f"{error['loc'][-1]}: {error['msg']}" for error in mistake.errors]
    return _problem(request, HTTPStatus.BAD_REQUEST, "; ".join(sentences))


@api.exception_handler(Http404)
def _missing(request: HttpRequest, mistake: Http404) -> HttpResponse:
    return _problem(request, HTTPStatus.NOT_FOUND, "The register holds nothing public under this address.")


@api.get("/institutions", response=shapes.Institutions, summary="Institutions by name, alias, acronym, code or city")
def institutions(
    request: HttpRequest, q: Annotated[str, Query(max_length=200)], limit: Limit = 10, lang: Lang = ""
) -> dict[str, Any]:
    caller = caller_of(request)
    found = find_ids(q, limit=limit)
    held = Institution.objects.with_names().prefetch_related("identifiers").in_bulk(found)
    return {"count": len(found), "results": [shaping.institution(held[pk], caller) for pk in found]}


@api.get("/networks", response=shapes.Networks, summary="Networks and alliances")
def networks(request: HttpRequest, as_of: AsOf = "", lang: Lang = "") -> dict[str, Any]:
    caller = caller_of(request)
    held = Network.objects.with_rosters(caller.day).with_texts().order_by("slug")
    results = [shaping.network(one, caller) for one in held]
    return {"count": len(results), "results": results}


@api.get("/networks/{slug}", response=shapes.NetworkShape, summary="One network")
def network(request: HttpRequest, slug: str, as_of: AsOf = "", lang: Lang = "") -> dict[str, Any]:
    caller = caller_of(request)
    held = Network.objects.with_rosters(caller.day).with_texts()
    return shaping.network(get_object_or_404(held, slug=slug), caller)


@api.get("/networks/{slug}/members", response=shapes.Members, summary="Full members of a network on a day")
def members(
    request: HttpRequest, slug: str, as_of: AsOf = "", lang: Lang = "", limit: Limit = LARGEST_PAGE, offset: Offset = 0
) -> dict[str, Any]:
    caller = caller_of(request)
    held = get_object_or_404(Network.objects.with_rosters(caller.day), slug=slug)
    full = Membership.objects.of_network(held).public().full().on(caller.day)
    page = full.with_institution().prefetch_related("institution__identifiers").in_order_of_members()
    return {
        "count": held.roster.shown,
        "is_roster": held.roster.is_shown,
        "results": [shaping.member(one, caller) for one in page[offset : offset + limit]],
    }


@api.get("/programmes/{slug}", response=shapes.ProgrammeShape, summary="One joint programme")
def programme(request: HttpRequest, slug: str, as_of: AsOf = "", lang: Lang = "") -> dict[str, Any]:
    caller = caller_of(request)
    held = Programme.objects.public().with_texts().prefetch_related(
        "funding_periods__funding_action", "funding_periods__source"
    )
    return shaping.programme(get_object_or_404(held, slug=slug), caller)


@api.get("/programmes/{slug}/partners", response=shapes.Partners, summary="Partners of a programme on a day")
def programme_partners(request: HttpRequest, slug: str, as_of: AsOf = "", lang: Lang = "") -> dict[str, Any]:
    caller = caller_of(request)
    held = get_object_or_404(Programme.objects.public(), slug=slug)
    parts = list(
        Partner.objects.filter(programme=held).public().on(caller.day).with_institution().in_order()
        .prefetch_related("institution__identifiers", "also_sources")
    )
    return {
        "count": len(parts),
        "countries": len({part.institution.country_code for part in parts}),
        "results": [shaping.partner(part, caller) for part in parts],
    }


@api.get("/partners", response=shapes.Agreements, summary="Agreements of the home, with the filters of the page")
def partners(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=200)] = "",
    country: Values = [],  # noqa: B006  # Ninja copies defaults
    continent: Values = [],  # noqa: B006
    field: Values = [],  # noqa: B006
    level: Values = [],  # noqa: B006
    language: Values = [],  # noqa: B006
    kind: Values = [],  # noqa: B006
    unit: Values = [],  # noqa: B006
    network: Values = [],  # noqa: B006
    term: Values = [],  # noqa: B006
    standing: Values = [],  # noqa: B006
    as_of: AsOf = "",
    lang: Lang = "",
    limit: Limit = 20,
    offset: Offset = 0,
) -> dict[str, Any]:
    caller = caller_of(request)
    filters = Filters.parse(dict(request.GET.lists()))
    among = find_ids(filters.q, limit=FOUND_AT_MOST) if filters.q else None
    found = search(caller.home, filters, caller.day, among=among)
    listed = found.listed(offset, offset + limit)
    agreements = rows(caller.home, [pk for pk, _ in listed])
    standings = dict(listed)
    return {
        "count": found.total,
        "results": [shaping.agreement(one, standings[one.pk], caller) for one in agreements],
    }
