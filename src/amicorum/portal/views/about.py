# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages about the site itself: its sources, its cookies, its accessibility, its data."""

from datetime import date
from itertools import groupby
from operator import attrgetter

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from amicorum.portal import words
from amicorum.portal.exports import LICENCE
from amicorum.portal.pages import page, show
from amicorum.portal.visit import Visit
from amicorum.sources.models import Source

API_DESCRIPTION = "/api/v1/openapi.json"
"""Where the door for programs describes itself; doors know each other by their addresses only."""
ACCESSIBILITY_STATED_ON = date(2026, 11, 22)
"""The day on which the accessibility statement was last looked through."""

KINDS = {
    Source.Kind.UNIVERSITY_PAGE: _("Pages of universities"),
    Source.Kind.NETWORK_PAGE: _("Pages of networks"),
    Source.Kind.ENCYCLOPEDIA: _("Encyclopedias"),
    Source.Kind.NEWSLETTER: _("Newsletters"),
    Source.Kind.NEWS: _("News items"),
    Source.Kind.REGISTER: _("Registers"),
    Source.Kind.REFERENCE: _("Reference lists"),
    Source.Kind.BROCHURE: _("Brochures"),
    Source.Kind.PRESENTATION: _("Presentations"),
    Source.Kind.BLOG: _("Blogs"),
    Source.Kind.OWN: _("Our own compilations"),
    Source.Kind.GENERAL: _("General knowledge"),
    Source.Kind.SAMPLE: _("Sample data"),
}
"""What sources of a kind are called together; in the order in which the page lists them."""


@page
def sources(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/sources/`: every source, by kind; each can be pointed at by its key."""
    held = sorted(Source.objects.all(), key=_in_order)
    kinds = [(KINDS[Source.Kind(kind)], list(group)) for kind, group in groupby(held, attrgetter("kind"))]
    return show(request, visit, "sources.html", kinds=kinds, count=len(held))


def _in_order(source: Source) -> tuple[int, str, str]:
    """By kind as the kinds are listed, then by title."""
    return list(KINDS).index(Source.Kind(source.kind)), words.sorting(source.title), source.key


@page
def cookies(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/cookies/`: what is set in a visitor's browser, from the register of cookies."""
    return show(request, visit, "cookies.html")


@page
def accessibility(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/accessibility/`: the accessibility statement."""
    return show(request, visit, "accessibility.html", stated_on=ACCESSIBILITY_STATED_ON)


@page
def data(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/data/`: what can be had for machines, and under which licence."""
    return show(request, visit, "data.html", licence=LICENCE, api_description=API_DESCRIPTION)
