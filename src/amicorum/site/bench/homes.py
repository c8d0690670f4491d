# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The homes among which the agreements are shared out: that of the demonstration and two more."""

from typing import Any

from django.utils import timezone

from amicorum.institutions.actions.homes import open_home
from amicorum.institutions.actions.records import enter_unit
from amicorum.institutions.models import Home, Institution, OUnit

OTHERS = {"utrecht": "04pp8hn57", "leuven": "05f950310"}
"""Short names and ROR ids of two real universities."""


def three_homes() -> list[Home]:
    """The default home first, then two others with units of the same codes."""
    default = Home.objects.select_related("institution").get(is_default=True)
    return [default, *(_another(slug, ror_id, default) for slug, ror_id in OTHERS.items())]


def _another(slug: str, ror_id: str, default: Home) -> Home:
    told: dict[str, Any] = {"by": "intake:bench", "at": timezone.now()}
    institution = Institution.objects.known_as("ror", ror_id).get()
    values = {"host": f"{slug}.example", "languages": default.languages, "is_demonstration": True}
    home, _ = open_home(slug=slug, institution=institution, values=values, **told)
    for unit in OUnit.objects.filter(institution=default.institution).order_by("pk"):
        names = {"en": f"{unit.code} of {slug}"}
        enter_unit(institution=institution, code=unit.code, kind=unit.kind, names=names, **told)
    return home
