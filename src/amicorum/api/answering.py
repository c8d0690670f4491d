# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every answer of the API has in common: open data, kept by the page cache, refusals as problems."""

import functools
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import URLPattern, re_path
from django.utils.translation import override
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from amicorum.api.asking import Stretch
from amicorum.api.lists import Problem

View = Callable[..., HttpResponseBase]
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
"""Facts and our own texts about them are given to the public domain (data/README.md)."""
CACHEABLE = "is_public_page"
"""Attribute of responses that the page cache of the house may keep."""
LONGEST_QUERY = 8_000
"""Characters of the query of an address; more than any sensible choice of filters."""
PROBLEM = "application/problem+json"
READING = ("GET", "HEAD")
REFUSALS = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Link": f'<{LICENCE}>; rel="license"',
    "X-Robots-Tag": "noindex",  # an answer for machines is no page to be found by people
}


class OpenData(NinjaAPI):
    """A read-only API whose every answer may be used by any site, and kept."""

    @property
    def urls(self) -> Any:
        """The addresses, each with what all answers have in common."""
        patterns, app, namespace = super().urls
        wrapped = [
            URLPattern(one.pattern, open_to_all(one.callback), one.default_args, one.name)
            for one in patterns
            if isinstance(one, URLPattern) and one.name != "api-root"
        ]
        return [*wrapped, re_path("", open_to_all(missing), name="api-root")], app, namespace

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> OpenAPISchema:
        """The description, with the refusals that every operation may give."""
        schema = super().get_openapi_schema(*args, **kwargs)
        schema["components"]["schemas"]["Problem"] = Problem.model_json_schema()
        for operations in schema["paths"].values():
            operations["get"]["responses"] |= _described_refusals()
            for parameter in operations["get"]["parameters"]:
                # Ninja writes the list of the schema here too, where OpenAPI wants names for examples.
                parameter.pop("examples", None)
        return schema


def _described_refusals() -> dict[int, Any]:
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status.value: {"description": status.phrase, "content": content} for status in REFUSALS}


def open_to_all(view: View) -> View:
    """Answer as open data; nothing in an answer depends on the languages of a browser."""

    @functools.wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with override(settings.LANGUAGE_CODE):
            response = _refusal(request) or _read(view, request, *args, **kwargs)
        for name, value in OPEN_TO_ALL.items():
            response[name] = value
        response["Content-Language"] = settings.LANGUAGE_CODE
        setattr(response, CACHEABLE, response.status_code == HTTPStatus.OK)
        return response

    return answered


def _refusal(request: HttpRequest) -> HttpResponse | None:
    """The answer to what no operation should be asked."""
    if request.method not in READING:
        response = problem(HTTPStatus.METHOD_NOT_ALLOWED, "The API is read-only.")
        response["Allow"] = ", ".join(READING)
        return response
    if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
        return problem(HTTPStatus.BAD_REQUEST, f"The query has more than {LONGEST_QUERY} characters.")
    return None


def _read(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """The answer of the operation; whoever asks for its head gets the same one without a body."""
    asked, request.method = request.method, "GET"
    try:
        return view(request, *args, **kwargs)
    except SuspiciousOperation:
        return problem(HTTPStatus.BAD_REQUEST, "The query has too many parts.")
    finally:
        request.method = asked


def missing(request: HttpRequest) -> HttpResponse:
    """The answer where there is nothing."""
    return problem(HTTPStatus.NOT_FOUND, "The register holds nothing public under this address.")


def problem(status: HTTPStatus, detail: str) -> HttpResponse:
    """A refusal, after RFC 9457."""
    content = {"title": status.phrase, "status": status.value, "detail": detail}
    return JsonResponse(content, status=status, content_type=PROBLEM)


def page(
    request: HttpRequest, stretch: Stretch, total: int, results: Sequence[Any], **more: Any
) -> dict[str, Any]:
    """A part of a list of `total`, with the addresses of those around it."""
    following, before = stretch.offset + stretch.limit, stretch.offset - stretch.limit
    return {
        "count": total,
        "next": _address(request, following) if following < total else None,
        "previous": _address(request, max(0, before)) if stretch.offset else None,
        "results": results,
        **more,
    }


def _address(request: HttpRequest, offset: int) -> str:
    query = request.GET.copy()
    query["offset"] = str(offset)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
