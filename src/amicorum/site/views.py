# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers that belong to the house as a whole."""

import sys
from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from amicorum.institutions.models import Home
from amicorum.portal.pages import CACHEABLE, frame_of_error
from amicorum.portal.sitemap import pages_of
from amicorum.site.middleware import answer_to_failure

SECURITY_TXT_DAYS = 180


def choose_language(request: HttpRequest) -> HttpResponse:
    """`/`: to the language that the browser asks for, without remembering anything."""
    home = Home.objects.answering(request.get_host())
    spoken = home.language_codes if home else [settings.LANGUAGE_CODE]
    asked = get_language_from_request(request)
    answer = HttpResponseRedirect(f"/{asked if asked in spoken else spoken[0]}/")
    patch_vary_headers(answer, ("Accept-Language",))
    return answer


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """The process can do its work: the database answers a question, which an open connection may not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("no database\n", status=HTTPStatus.SERVICE_UNAVAILABLE, content_type="text/plain")
    return HttpResponse("ready\n", content_type="text/plain")


def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read; the sitemap says what there is."""
    address = request.build_absolute_uri("/sitemap.xml")
    return HttpResponse(f"User-agent: *\nAllow: /\nSitemap: {address}\n", content_type="text/plain")


def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116)."""
    expires = (timezone.now() + timedelta(days=SECURITY_TXT_DAYS)).replace(microsecond=0)
    contact = settings.AMICORUM_CONTACT or request.build_absolute_uri("/en/accessibility/")
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires.isoformat()}",
        f"Preferred-Languages: {', '.join(code for code, _ in settings.LANGUAGES)}",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page that is not there says so, with ways on."""
    return render(request, "errors/404.html", frame_of_error(request), status=HTTPStatus.NOT_FOUND)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that Django itself refuses: an unknown host, too many parameters."""
    return render(request, "errors/400.html", status=HTTPStatus.BAD_REQUEST)


def failed(request: HttpRequest) -> HttpResponse:
    """A failure outside every view, as in the page cache; Django calls this while it handles the error."""
    return answer_to_failure(request, sys.exception())


def sitemap(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`: every page that stands on real records, in every language."""
    home = Home.objects.answering(request.get_host())
    if home is None:
        raise Http404
    content = {"pages": pages_of(home), "root": f"{request.scheme}://{request.get_host()}"}
    response = render(request, "sitemap.xml", content, content_type="application/xml")
    setattr(response, CACHEABLE, True)
    return response
