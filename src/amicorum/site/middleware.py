# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Around every request: the cache of public pages and errors that can be referred to."""

import logging
import uuid
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)
View = Callable[[HttpRequest], HttpResponse]


def page_cache(get_response: View) -> View:
    """Placeholder for the order of things; replaced below once the portal stands."""
    return get_response


def errors_with_id(get_response: View) -> View:
    """Give each failure an id that stands in the log and on the page, and nothing else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse:
        error_id = uuid.uuid4().hex[:12]
        logger.error("error %s at %s", error_id, request.resolver_match, exc_info=error)
        page = render_to_string("errors/500.html", {"error_id": error_id}, request)
        return HttpResponse(page, status=HTTPStatus.INTERNAL_SERVER_ERROR)

    middleware.process_exception = process_exception  # type: ignore[attr-defined]  # Django's own protocol
    return middleware
