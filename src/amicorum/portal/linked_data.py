# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""schema.org descriptions of what a page shows, as JSON-LD; sample data never stand in them."""

import json
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from amicorum.institutions.models import Institution
from amicorum.networks.models import Membership, Network
from amicorum.portal.maps import NO_MARKUP
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Partner, Programme


def script(thing: dict[str, Any]) -> SafeString:
    """A script element with the description; nothing in it can end the element."""
    text = json.dumps({"@context": "https://schema.org", **thing}, ensure_ascii=False).translate(NO_MARKUP)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  # markup is escaped above


def university(request: HttpRequest, visit: Visit, memberships: Iterable[Membership]) -> SafeString:
    """The home with the networks that it is a member of."""
    networks = [network(request, visit, membership.network) for membership in memberships]
    return script({**institution(visit, visit.home.institution), "memberOf": networks})


def institution(visit: Visit, one: Institution) -> dict[str, Any]:
    """A university by its name and its address in the ROR register."""
    ror = one.key.removeprefix("ror:") if one.key.startswith("ror:") else one.identifier("ror")
    described: dict[str, Any] = {"@type": "CollegeOrUniversity", "name": str(one.named(visit.language))}
    if one.website:
        described["url"] = one.website
    return {**described, "sameAs": f"https://ror.org/{ror}"} if ror else described


def network(request: HttpRequest, visit: Visit, one: Network) -> dict[str, Any]:
    """A network as the organisation that it is."""
    return {
        "@type": "Organization",
        "name": str(one.said("name", *visit.languages)),
        "url": request.build_absolute_uri(visit.address("network", one.slug)),
    }


def programme(request: HttpRequest, visit: Visit, one: Programme, partners: Iterable[Partner]) -> SafeString:
    """A joint programme with the universities that offer it on the day of the visit."""
    described: dict[str, Any] = {
        "@type": "EducationalOccupationalProgram",
        "name": str(one.said("name", *visit.languages)),
        "description": str(one.said("description", *visit.languages)),
        "url": request.build_absolute_uri(visit.address("programme", one.slug)),
        "provider": [institution(visit, partner.institution) for partner in partners],
        "educationalCredentialAwarded": str(one.said("degree", *visit.languages)),
        "inLanguage": one.languages.split(),
        "numberOfCredits": one.ects,
        "timeToComplete": f"P{one.duration_months}M" if one.duration_months else "",
    }
    return script({name: value for name, value in described.items() if value})


def breadcrumbs(request: HttpRequest, way: Iterable[tuple[str, str]]) -> SafeString:
    """The way from the first page to this one, as names with their addresses."""
    steps = [
        {"@type": "ListItem", "position": place, "name": name, "item": request.build_absolute_uri(address)}
        for place, (name, address) in enumerate(way, 1)
    ]
    return script({"@type": "BreadcrumbList", "itemListElement": steps})
