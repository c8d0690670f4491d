# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every list of the site as CSV and JSON, beside its page and as of its day."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from amicorum.agreements.destinations import Filters
from amicorum.portal import exports
from amicorum.portal.agreement_exports import agreements
from amicorum.portal.exports import LICENCE, Table
from amicorum.portal.pages import View, page
from amicorum.portal.spreadsheets import as_csv, as_json
from amicorum.portal.visit import Visit

FORMS: dict[str, tuple[str, Callable[[Table, Visit], str]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json; charset=utf-8", as_json),
}


def answer(visit: Visit, table: Table | None, form: str) -> HttpResponse:
    """A table as a file to be saved; 404 where there is none."""
    if table is None:
        raise Http404
    content_type, write = FORMS[form]
    response = HttpResponse(write(table, visit), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{table.name}-{visit.day.isoformat()}.{form}"'
    response["Link"] = f'<{LICENCE}>; rel="license"'
    if visit.home.is_demonstration:
        response["X-Robots-Tag"] = "noindex"
    return response


def whole(table_of: exports.ListOf) -> View:
    """The view of a list that belongs to the home as a whole."""

    @page
    def export(request: HttpRequest, visit: Visit, form: str) -> HttpResponse:
        return answer(visit, table_of(visit), form)

    return export


def within(table_of: exports.ListWithin) -> View:
    """The view of a list within one network or programme."""

    @page
    def export(request: HttpRequest, visit: Visit, slug: str, form: str) -> HttpResponse:
        return answer(visit, table_of(visit, slug), form)

    return export


@page
def partners(request: HttpRequest, visit: Visit, form: str) -> HttpResponse:
    """The destinations, with the filters of the search page."""
    return answer(visit, agreements(visit, Filters.parse(dict(request.GET.lists()))), form)


networks = whole(exports.networks)
members = within(exports.members)
programmes = whole(exports.programmes)
programme_partners = within(exports.programme_partners)
sources = whole(exports.sources)
