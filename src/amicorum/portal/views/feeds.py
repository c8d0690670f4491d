# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Being written."""

from django.http import HttpRequest, HttpResponse

from amicorum.portal.pages import page, show
from amicorum.portal.visit import Visit


@page
def feed(request: HttpRequest, visit: Visit) -> HttpResponse:
    return show(request, visit, "feed.html")
