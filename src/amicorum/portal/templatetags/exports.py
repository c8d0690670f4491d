# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The links from a list to the same list for machines."""

from typing import Any

from django import template

from amicorum.portal.visit import AS_OF, Visit

register = template.Library()

FORMS = ("csv", "json")
NOT_KEPT = (AS_OF, "page")
"""The visit itself keeps the day, and a file holds every page of a list."""


@register.inclusion_tag("portal/parts/exports.html", takes_context=True)
def exports(context: dict[str, Any], name: str, *args: Any) -> dict[str, Any]:
    """Links to a list as CSV and JSON, with the filters and the day of the page.

    `name` is the list (`networks`, `members`, `programmes`, `programme-partners`, `partners`, `sources`),
    followed by the id of the network or programme that it belongs to.
    """
    visit: Visit = context["visit"]
    query = [
        (key, value)
        for key, values in context["request"].GET.lists()
        if key not in NOT_KEPT
        for value in values
    ]
    return {
        "forms": [
            {"name": form.upper(), "address": visit.address(f"{name}-export", *args, form, query=query)}
            for form in FORMS
        ]
    }
