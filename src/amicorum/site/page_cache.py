# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cache of public pages: under (host, address, day, public version), so always fast and never stale.

It is the first middleware, so a page that is held costs one query for the version and nothing else.
A page is a pure function of its key; any change to a public fact raises the version in the same
transaction, in every process at once, and the page is made anew.
"""

import hashlib
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone

from amicorum.institutions.models import version_for_host

View = Callable[[HttpRequest], HttpResponse]
CACHEABLE = "is_public_page"
"""Attribute that a view sets on a response which depends on nothing but the key."""
SECONDS = 24 * 60 * 60


def page_cache(get_response: View) -> View:
    """Answer from the cache where the page is held, else hold what may be held."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or not _is_page(request):
            return get_response(request)
        key = _key(request)
        held = cache.get(key)
        response = _thaw(held) if held else get_response(request)
        if getattr(response, CACHEABLE, False):
            response["ETag"] = f'W/"{key}"'
            response["Cache-Control"] = "no-cache"
            cache.set(key, _freeze(response), SECONDS)
        return _unless_held_by_visitor(request, response)

    return middleware


def _is_page(request: HttpRequest) -> bool:
    return not request.path.startswith("/static/")


def _key(request: HttpRequest) -> str:
    """What a public page depends on; hashed, because addresses can be long."""
    host = request.META.get("HTTP_HOST", "")
    parts = (
        str(request.scheme),
        host,
        request.path,
        request.META.get("QUERY_STRING", ""),
        request.META.get("HTTP_HX_REQUEST", ""),
        timezone.localdate().isoformat(),
        version_for_host(host.rsplit(":", 1)[0]),
    )
    return hashlib.sha256("\n".join(parts).encode(errors="replace")).hexdigest()


def _freeze(response: HttpResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    return response.status_code, list(response.items()), response.content


def _thaw(held: tuple[int, list[tuple[str, str]], bytes]) -> HttpResponse:
    status, headers, content = held
    return HttpResponse(content, status=status, headers=dict(headers))


def _unless_held_by_visitor(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Nothing but 'not modified' for a browser that holds just this page."""
    etag = response.get("ETag")
    if etag and request.META.get("HTTP_IF_NONE_MATCH") == etag:
        return HttpResponseNotModified(headers={"ETag": etag})
    return response
