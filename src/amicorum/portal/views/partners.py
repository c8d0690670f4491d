# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where one can go: the destination search, a destination, and suggestions while one types."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from amicorum.agreements.destinations import Filters, Found, UnableToFilter, search
from amicorum.portal import destination_map, destination_pages, results, suggesting
from amicorum.portal.destination_rows import rows_of
from amicorum.portal.facets import facets
from amicorum.portal.filter_words import FilterWords
from amicorum.portal.pages import page, show
from amicorum.portal.paging import PAGE, Paging, asked_page
from amicorum.portal.visit import Visit


@page
def partners(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/partners/`: the destination search."""
    filters, found = _asked(request, visit)
    paging = Paging(found.total, asked_page(request.GET.get(PAGE, "")))
    called = FilterWords.of(visit)
    rows = rows_of(visit, filters, found, paging.stretch)
    drawn = destination_map.drawing(visit, found.institution_ids)
    return show(
        request,
        visit,
        "partners.html",
        filters=filters,
        other_filters=filters.without_all("q").as_query(),
        found=found,
        total=results.total(found),
        facets=facets(visit, filters, found, called),
        chosen=results.chosen(visit, filters, called),
        helps=results.helps(visit, found, called),
        rows=rows,
        has_samples=any(row.agreement.is_sample for row in rows),
        paging=paging,
        pages=results.links(visit, filters, paging),
        map=drawn,
        unlocated=len(found.institution_ids) - (drawn.located if drawn else 0),
        points_address=visit.address("partners-map", query=filters.as_query()),
    )


@page
def points(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/partners.geojson`: the institutions that the same search finds, for the map."""
    _filters, found = _asked(request, visit)
    return JsonResponse(destination_map.points(visit, found.institution_ids))


@page
def partner(request: HttpRequest, visit: Visit, slug: str) -> HttpResponse:
    """`/en/partners/<slug>/`: what the home has agreed with one institution."""
    destination = destination_pages.destination(visit, slug)
    if destination is None:
        raise Http404
    return show(request, visit, "partner.html", destination=destination)


@page
def suggest(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/partners/suggest?q=`: institutions whose name may be meant, as JSON."""
    try:
        text = Filters.parse({"q": request.GET.getlist("q")}).q
    except UnableToFilter as mistake:
        return JsonResponse({"error": str(mistake)}, status=HTTPStatus.BAD_REQUEST)
    return JsonResponse({"results": suggesting.suggestions(visit, text) if text else []})


def _asked(request: HttpRequest, visit: Visit) -> tuple[Filters, Found]:
    """What an address asks for, and what is found; raises `UnableToFilter`."""
    filters = Filters.parse(dict(request.GET.lists()))
    return filters, search(visit.home, filters, visit.day)
