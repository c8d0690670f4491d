# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every public page has in common: the visit, the frame, the languages, an answer to bad input."""

import functools
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amicorum.agreements.destinations import UnableToFilter
from amicorum.portal.visit import AS_OF, Visit, visit_as_of, visit_of
from amicorum.vocabulary.errors import NotAMoment, NotInVocabulary

View = Callable[..., HttpResponse]
CACHEABLE = "is_public_page"
"""Attribute of responses that the page cache of the house may keep."""


def page(view: View) -> View:
    """A public page: the view gets the visit; what a visitor asks in vain is a 400 that says so."""

    @require_safe
    @functools.wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, visit_of(request), *args, **kwargs)
        except NotAMoment as mistake:
            return bad_request(request, _no_such_day(mistake))
        except (NotInVocabulary, UnableToFilter) as mistake:
            return bad_request(request, str(mistake))
        setattr(response, CACHEABLE, response.status_code == HTTPStatus.OK)
        return response

    return answered


def show(request: HttpRequest, visit: Visit, template: str, **content: Any) -> HttpResponse:
    """The page of a template inside the frame."""
    return render(request, f"portal/{template}", {"visit": visit, **frame(request, visit), **content})


def frame(request: HttpRequest, visit: Visit) -> dict[str, Any]:
    """What the frame of the page needs: its contents, and the same page in each language and of today."""
    path = request.get_full_path()
    kept = [(name, value) for name, values in request.GET.lists() if name != AS_OF for value in values]
    return {
        "languages": [
            {
                "code": code,
                "name": get_language_info(code)["name_local"],
                "address": translate_url(path, code),
            }
            for code in visit.home.language_codes
        ],
        "contents": [
            {"name": name, "address": visit.address(view), "current": _current(request, view)}
            for view, name in _contents()
        ],
        "kept": kept,
        "today_address": f"{request.path}?{urlencode(kept)}",
        "site_address": f"{request.scheme}://{request.get_host()}",
        "home_name": visit.home.institution.named(visit.language),
        "canonical": request.path,
    }


def _contents() -> list[tuple[str, str]]:
    """The sections of the site by the view of their first page."""
    return [
        ("home", _("International collaboration")),
        ("networks", _("Networks")),
        ("programmes", _("Programmes")),
        ("partners", _("Partners")),
    ]


def _current(request: HttpRequest, view: str) -> str:
    """What `aria-current` says of a section: this page, one that holds it, or nothing."""
    first = reverse(f"portal:{view}")
    if request.path == first:
        return "page"
    return "true" if view != "home" and request.path.startswith(first) else ""


def _no_such_day(mistake: NotAMoment) -> str:
    return _("There is no day “%(given)s”. A day is written as year, month and day, as 2021-12-31.") % {
        "given": mistake.given
    }


def bad_request(request: HttpRequest, sentence: str) -> HttpResponse:
    """A clear answer to an address that asks for something impossible."""
    content = {"title": _("This page cannot be shown as asked"), "sentence": sentence}
    content = {**frame_of_error(request), **content}
    return render(request, "errors/400.html", content, status=HTTPStatus.BAD_REQUEST)


def frame_of_error(request: HttpRequest) -> dict[str, Any]:
    """The frame, as of today, of an address that leads to no page; nothing where no home answers it."""
    try:
        visit = visit_as_of(request, "")
    except Http404:
        return {}
    # What is no page has no address of its own, is there in no other language, and keeps no question.
    return {"visit": visit, **frame(request, visit), "canonical": "", "languages": [], "kept": []}
