# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Around every request: failures that can be referred to."""

import logging
import traceback
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
    """Give each failure of a view an id that stands on the page and in the log."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NOT_FAILURES):
            return None
        return answer_to_failure(request, error)

    middleware.process_exception = process_exception  # type: ignore[attr-defined]  # Django's own protocol
    return middleware


def answer_to_failure(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """The page of a failure, with the id under which the log tells it.

    The log names the kind of failure and where it happened, never its message, which may quote what
    the visitor sent.
    """
    error_id = uuid.uuid4().hex[:12]
    view = request.resolver_match.view_name if request.resolver_match else "no view"
    logger.error("error %s in %s: %s", error_id, view, _kind_and_place(error))
    content = {"error_id": error_id}
    return render(request, "errors/500.html", content, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _kind_and_place(error: BaseException | None) -> str:
    """The classes of an error and of what caused it, each with its frames as file:line function."""
    told = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        told.append("\n  ".join([type(error).__qualname__, *places]))
        error = error.__cause__ or error.__context__
    return "\ncaused by ".join(told)
