# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The feed of changes (Atom, RFC 4287)."""

import uuid
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.portal.changes import Change, changes_of
from amicorum.portal.exports import LICENCE
from amicorum.portal.pages import page
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Programme

LONGEST_LIST = 60
"""Sentences of one change that are written out."""


@page
def feed(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/changes.atom`: what changed in the register of the home; it has no other day than today."""
    today = replace(visit, day=visit.today)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    _written(request, today).write(response, "utf-8")
    response["Link"] = f'<{LICENCE}>; rel="license"'
    if visit.home.is_demonstration:
        response["X-Robots-Tag"] = "noindex"
    return response


def _written(request: HttpRequest, visit: Visit) -> Atom1Feed:
    name = visit.home.institution.named(visit.language)
    written = Atom1Feed(
        title=_("International collaboration of %(name)s: changes") % {"name": name},
        link=request.build_absolute_uri(visit.address("home")),
        description="",
        language=visit.language,
        author_name=str(name),
        feed_url=request.build_absolute_uri(reverse("portal:feed")),
        feed_guid=_urn(visit, "changes"),
    )
    for change in changes_of(visit):
        _add(written, request, visit, change)
    return written


def _add(written: Atom1Feed, request: HttpRequest, visit: Visit, change: Change) -> None:
    kind = "programme" if isinstance(change.about, Programme) else "network"
    written.add_item(
        title=change.title,
        link=request.build_absolute_uri(visit.address(kind, change.about.slug)),
        description=_content(change),
        unique_id=_urn(visit, change.name),
        pubdate=change.at,
        updateddate=change.at,
    )


def _content(change: Change) -> SafeString:
    """The sentences as a list, the rest counted."""
    listed = format_html_join("", "<li>{}</li>", ((one,) for one in change.sentences[:LONGEST_LIST]))
    rest = len(change.sentences) - LONGEST_LIST
    if rest <= 0:
        return format_html("<ul>{}</ul>", listed)
    more = ngettext("%(count)s more change", "%(count)s more changes", rest) % {"count": rest}
    return format_html("<ul>{}</ul><p>{}</p>", listed, more)


def _urn(visit: Visit, name: str) -> str:
    """An id that depends on neither the host nor the database, so that a reader meets nothing twice."""
    address = f"https://amicorum.invalid/{visit.home.slug}/{visit.language}/{name}"
    return uuid.uuid5(uuid.NAMESPACE_URL, address).urn
