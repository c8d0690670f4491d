# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Being written."""

from django.http import HttpRequest, HttpResponse

from amicorum.portal.pages import page, show
from amicorum.portal.visit import Visit


@page
def sources(request: HttpRequest, visit: Visit) -> HttpResponse:
    return show(request, visit, "sources.html")


@page
def cookies(request: HttpRequest, visit: Visit) -> HttpResponse:
    return show(request, visit, "cookies.html")


@page
def accessibility(request: HttpRequest, visit: Visit) -> HttpResponse:
    return show(request, visit, "accessibility.html")


@page
def data(request: HttpRequest, visit: Visit) -> HttpResponse:
    return show(request, visit, "data.html")
