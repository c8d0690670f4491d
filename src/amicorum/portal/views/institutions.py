# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""One institution, or one country, with all that ties it to the home."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amicorum.portal import country_pages, linked_data
from amicorum.portal.institution_pages import Account, account_of
from amicorum.portal.pages import page, show
from amicorum.portal.visit import Visit
from amicorum.vocabulary.countries import country as country_of
from amicorum.vocabulary.errors import NotACountry


@page
def institution(request: HttpRequest, visit: Visit, slug: str) -> HttpResponse:
    """`/en/institutions/<slug>/`: an institution that is tied to the home, or the home itself."""
    account = account_of(visit, slug)
    if account is None:
        raise Http404
    return show(
        request,
        visit,
        "institution.html",
        account=account,
        institution=account.institution,
        linked_data=_linked_data(request, visit, account),
    )


def _linked_data(request: HttpRequest, visit: Visit, account: Account) -> SafeString | str:
    """The university with its networks; nothing of what is invented, and no agreements."""
    if account.institution.is_fictitious:
        return ""
    held = (*account.networks, *account.other_networks)
    current = [one.whole for one in held if any(part.covers(visit.day) for part in one.theirs)]
    described = linked_data.institution(visit, account.institution)
    if current:
        described["memberOf"] = [linked_data.network(request, visit, one) for one in current]
    return linked_data.script(described)


@page
def country(request: HttpRequest, visit: Visit, code: str) -> HttpResponse:
    """`/en/countries/<code>/`: the ties with one country, known by its alpha-2 code in small letters."""
    try:
        known = country_of(code)
    except NotACountry as mistake:
        raise Http404 from mistake
    if code != known.code.lower():
        return HttpResponsePermanentRedirect(visit.address("country", known.code.lower()))
    account = country_pages.account_of(visit, known)
    return show(
        request,
        visit,
        "country.html",
        account=account,
        country=known,
        country_name=known.name(visit.language),
        breadcrumbs=linked_data.breadcrumbs(request, _way(visit)),
    )


def _way(visit: Visit) -> list[tuple[str, str]]:
    return [(_("International collaboration"), visit.address("home"))]
