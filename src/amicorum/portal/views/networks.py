# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Being written."""

from django.http import HttpRequest, HttpResponse

from amicorum.portal.pages import page, show
from amicorum.portal.visit import Visit


@page
def networks(request: HttpRequest, visit: Visit) -> HttpResponse:
    return show(request, visit, "networks.html")


@page
def network(request: HttpRequest, visit: Visit, slug: str) -> HttpResponse:
    return show(request, visit, "network.html")
