# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the peers that only say hello; never part of the product."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

BODY = b"hello"


def hello(request: HttpRequest) -> HttpResponse:
    """As little as a view can do; the length is given, because without middleware nobody else gives it."""
    return HttpResponse(BODY, content_type="text/plain", headers={"Content-Length": str(len(BODY))})


urlpatterns = [path("hello", hello)]
