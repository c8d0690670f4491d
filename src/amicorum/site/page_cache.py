# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cache of public pages: under (host, address, day, public version), so always fast and never stale.

A page that is held costs one query for the version and nothing else: `held_pages_first` answers it
before Django makes anything of the request. What is not held passes the middleware, the first of
all, which holds what may be held. A page is a pure function of its key; any change to a public fact
raises the version in the same transaction, in every process at once, and the page is made anew.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone

from amicorum.institutions.models import version_for_host

View = Callable[[HttpRequest], HttpResponse]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Page = tuple[int, list[tuple[str, str]], bytes]
"""Status, headers and content of a page that is held."""
CACHEABLE = "is_public_page"
"""Attribute that a view sets on a response which depends on nothing but the key."""
SECONDS = 24 * 60 * 60
KEY = "amicorum.page_key"
"""Where the environment of a request keeps its key, so that the version is asked for once."""


def held_pages_first(application: Application) -> Application:
    """The application, but for held pages, which need nothing of it."""

    def answered(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        page: Page | None = _held(environ) if _may_be_held(environ) else None
        if page is None:
            return application(environ, start_response)
        status, headers, content = page
        etag = f'W/"{environ[KEY]}"'
        if environ.get("HTTP_IF_NONE_MATCH") == etag:
            start_response("304 Not Modified", [("ETag", etag)])
            return []
        start_response(f"{status} {HTTPStatus(status).phrase}", headers)
        return [content]

    return answered


def _held(environ: dict[str, Any]) -> Page | None:
    try:
        environ[KEY] = _key(environ)
    except DatabaseError:  # of which the application tells in its own way
        return None
    page: Page | None = cache.get(environ[KEY])
    return page


def page_cache(get_response: View) -> View:
    """Answer from the cache where the page is held, else hold what may be held."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not _may_be_held(request.META):
            return get_response(request)
        key = request.META.get(KEY) or _key(request.META)
        held = cache.get(key)
        response = _thaw(held) if held else get_response(request)
        if getattr(response, CACHEABLE, False):
            response["ETag"] = f'W/"{key}"'
            response["Cache-Control"] = "no-cache"
            cache.set(key, _freeze(response), SECONDS)
        return _unless_held_by_visitor(request, response)

    return middleware


def _may_be_held(environ: Mapping[str, Any]) -> bool:
    path = environ["PATH_INFO"]
    is_page = not path.startswith("/static/") and path not in ("/healthz", "/readyz")
    return is_page and environ["REQUEST_METHOD"] in ("GET", "HEAD")


def _key(environ: Mapping[str, Any]) -> str:
    """What a public page depends on; hashed, because addresses can be long."""
    host = environ.get("HTTP_HOST", "")
    parts = (
        environ.get("wsgi.url_scheme", ""),
        environ.get("HTTP_X_FORWARDED_PROTO", ""),
        host,
        environ.get("SCRIPT_NAME", ""),
        environ["PATH_INFO"],
        environ.get("QUERY_STRING", ""),
        timezone.localdate().isoformat(),
        version_for_host(host.rsplit(":", 1)[0]),
    )
    return hashlib.sha256("\n".join(parts).encode(errors="replace")).hexdigest()


def _freeze(response: HttpResponse) -> Page:
    return response.status_code, list(response.items()), response.content


def _thaw(page: Page) -> HttpResponse:
    status, headers, content = page
    return HttpResponse(content, status=status, headers=dict(headers))


def _unless_held_by_visitor(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Nothing but 'not modified' for a browser that holds just this page."""
    etag = response.get("ETag")
    if etag and request.META.get("HTTP_IF_NONE_MATCH") == etag:
        return HttpResponseNotModified(headers={"ETag": etag})
    return response
