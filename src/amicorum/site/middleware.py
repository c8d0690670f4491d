# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Around every request: failures that can be referred to."""

import logging
import uuid
from collections.abc import Callable
from http import HTTPStatus

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

logger = logging.getLogger(__name__)
View = Callable[[HttpRequest], HttpResponse]
NOT_FAILURES = (Http404, PermissionDenied, SuspiciousOperation)
"""What a view says in this way has an answer of its own."""


def errors_with_id(get_response: View) -> View:
    """Give each failure an id that stands on the page and in the log.

    The log names the kind of failure and where it happened, never what the visitor sent.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NOT_FAILURES):
            return None
        error_id = uuid.uuid4().hex[:12]
        view = request.resolver_match.view_name if request.resolver_match else "no view"
        logger.error("error %s in %s", error_id, view, exc_info=error)
        content = {"error_id": error_id}
        return render(request, "errors/500.html", content, status=HTTPStatus.INTERNAL_SERVER_ERROR)

    middleware.process_exception = process_exception  # type: ignore[attr-defined]  # Django's own protocol
    return middleware
