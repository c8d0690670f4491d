# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suggestions while somebody types: partners of the home first, then fellow members of its networks."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from amicorum.agreements.models import Party
from amicorum.institutions import search
from amicorum.institutions.models import Institution
from amicorum.networks.models import Membership
from amicorum.portal import words
from amicorum.portal.visit import Visit
from amicorum.sources.models import PUBLIC

MOST = 10
LOOKED_AT = 100
"""Institutions that are looked at, since partners stand before others that match better."""


def suggestions(visit: Visit, text: str) -> list[dict[str, Any]]:
    """What the text may be the beginning of, as the type-ahead shows it: name, note, href, lang."""
    ids = [hit.institution_id for hit in search.suggest(text, limit=LOOKED_AT)]
    partners, fellows = _partners(visit, ids), _fellows(visit, ids)
    ordered = [pk for pk in ids if pk in partners] + [pk for pk in ids if pk in fellows - partners]
    return [_suggestion(visit, one, one.pk in partners) for one in _institutions(ordered[:MOST])]


def _partners(visit: Visit, ids: Collection[int]) -> set[int]:
    """Those with which the home has, or had, a public agreement."""
    parties = Party.objects.filter(agreement__home=visit.home, agreement__certainty__in=PUBLIC)
    return set(parties.filter(institution__in=ids).values_list("institution_id", flat=True))


def _fellows(visit: Visit, ids: Collection[int]) -> set[int]:
    """Those that are a member on the day of a network of which the home is one."""
    shared: Any = Membership.objects.sharing_a_network_with(visit.home.institution, visit.day)
    fellows = shared.filter(institution__in=ids).values_list("institution_id", flat=True)
    return set(fellows) - {visit.home.institution_id}


def _institutions(ids: Sequence[int]) -> Iterable[Institution]:
    held = Institution.objects.with_names().in_bulk(ids)
    return [held[pk] for pk in ids if pk in held]


def _suggestion(visit: Visit, one: Institution, is_partner: bool) -> dict[str, Any]:
    name = one.named(visit.language)
    place = ", ".join(filter(None, (one.city, words.country_name(one.country_code))))
    note = place if is_partner else _("%(place)s – no exchange agreement") % {"place": place}
    kind = "partner" if is_partner else "institution"
    return {"name": name.text, "lang": name.language, "note": note, "href": visit.address(kind, one.slug)}
