# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of the destination search: where, which fields and levels, which language, how many, when.

Each is read with what a row shows and no more, in as many queries for any number of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.agreements.destinations import Filters, Found
from amicorum.agreements.models import Agreement, Condition, Party
from amicorum.agreements.rules import Standing
from amicorum.institutions.models import Institution
from amicorum.multilingual.models import Said
from amicorum.portal import filter_words, offers, words
from amicorum.portal.labels import label_in, name_in
from amicorum.portal.visit import Visit

MOST_FIELDS = 3
"""Fields that a row names before it counts the others."""


@dataclass(frozen=True)
class Where:
    """A partner: its name, the page about it, its city and country."""

    name: Said
    address: str
    city: str
    country: str


@dataclass(frozen=True)
class Row:
    """An agreement as one row answers for it."""

    agreement: Agreement
    standing: Standing
    partners: Sequence[Where]
    fields: str
    levels: str
    languages: str
    places: str
    when: offers.When | None

    @property
    def state(self) -> str:
        """The word for its standing."""
        return filter_words.standing_of(self.standing, gives_places=bool(self.places))


def rows_of(visit: Visit, filters: Filters, found: Found, stretch: tuple[int, int]) -> list[Row]:
    """The rows of a stretch of the list; as many queries for any number of them."""
    listed = found.listed(*stretch)
    held = _with_offers(visit, [agreement_id for agreement_id, _standing in listed])
    return [_row(visit, filters, held[pk], stands) for pk, stands in listed if pk in held]


def _with_offers(visit: Visit, ids: Sequence[int]) -> dict[int, Agreement]:
    """What a row shows of agreements, and no more than that."""
    labelled = Institution.objects.annotate(label=label_in(visit.language))
    parts = (
        Agreement.objects.of_home(visit.home)
        .public()
        .prefetch_related(
            Prefetch("parties", Party.objects.order_by("pk")),
            Prefetch("parties__institution", labelled),
            "conditions__fields",
            "conditions__levels",
            "conditions__languages",
            "conditions__rounds",
        )
    )
    held: dict[int, Agreement] = parts.in_bulk(ids)
    return held


def _row(visit: Visit, filters: Filters, agreement: Agreement, stands: Standing) -> Row:
    asked = offers.asked_for(offers.outgoing(agreement, visit.day), filters)
    return Row(
        agreement=agreement,
        standing=stands,
        partners=[_where(visit, party.institution) for party in agreement.parties.all()],
        fields=short(offers.fields(asked, visit.language)) if asked else "",
        levels=", ".join(offers.levels(asked, visit.language)),
        languages=either(offers.languages(asked)),
        places=_places(visit, asked, stands),
        when=offers.when(agreement, asked, stands, visit.day),
    )


def _where(visit: Visit, institution: Any) -> Where:
    return Where(
        name=name_in(visit.language, institution),
        address=visit.address("partner", institution.slug),
        city=institution.city,
        country=words.country_name(institution.country_code),
    )


def short(fields: Sequence[str]) -> str:
    """The first few fields, and how many there are besides."""
    if not fields:
        return _("All fields")
    named = "; ".join(fields[:MOST_FIELDS])
    more = len(fields) - MOST_FIELDS
    if more <= 0:
        return named
    sentence = ngettext("%(named)s and %(count)s more", "%(named)s and %(count)s more", more)
    return sentence % {"named": named, "count": more}


def either(languages: Sequence[str]) -> str:
    """Languages of which one will do."""
    if len(languages) < 2:
        return "".join(languages)
    return _("%(first)s or %(last)s") % {"first": ", ".join(languages[:-1]), "last": languages[-1]}


def a_year(count: int) -> str:
    """How many places there are each year."""
    return ngettext("%(count)s a year", "%(count)s a year", count) % {"count": count}


def _places(visit: Visit, conditions: Sequence[Condition], stands: Standing) -> str:
    if not conditions:
        return ""
    count = a_year(offers.seats(conditions))
    if stands is not Standing.OPEN:
        return count
    left = offers.free(conditions, visit.day)
    return _("%(places)s, %(free)s free") % {"places": count, "free": left}
