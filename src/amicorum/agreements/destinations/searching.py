# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Searching: filters in, agreements and all that stands beside them out."""

from collections.abc import Collection, Sequence
from datetime import date
from itertools import chain

from django.db.models import Prefetch

from amicorum.agreements.destinations import bits, counting
from amicorum.agreements.destinations.filters import Filters, unknown
from amicorum.agreements.destinations.found import IN_ORDER, Found
from amicorum.agreements.destinations.keeping import ReadModel, current
from amicorum.agreements.destinations.questions import Question
from amicorum.agreements.models import Agreement, Party
from amicorum.agreements.models.agreement import AgreementQuerySet
from amicorum.institutions.models import Home
from amicorum.institutions.search import find_among


def search(home: Home, filters: Filters, day: date, *, among: Collection[int] | None = None) -> Found:
    """The agreements of a home that meet the filters on a day, as of the last commit.

    The text of the filters means partners of the home by any of their names; `among` names the
    institutions instead, None leaves it to the text. Raises `UnableToFilter` for a network or a unit
    that there is not.
    """
    model = current(home)
    if among is None and filters.q:
        among = find_among(filters.q, model.world.countries.keys())
    _check(filters, "network", model.world.networks)
    _check(filters, "unit", model.world.units)
    question = Question(model, filters, day, among)
    agreements, conditions = question.matching()
    found = question.day.standings(agreements, conditions)
    lists = {one: _in_order(model, found[one]) for one in IN_ORDER if one in question.standings}
    spans, countries = model.columns.spans, model.world.countries
    positions = list(chain.from_iterable(lists.values()))
    partners = map(spans.partners.__getitem__, positions)
    institutions = tuple(dict.fromkeys(chain.from_iterable(partners)))
    return Found(
        agreement_ids=list(map(spans.ids.__getitem__, positions)),
        standings={standing: len(held) for standing, held in lists.items() if held},
        places=question.places(conditions),
        institution_ids=institutions,
        country_codes=tuple(sorted({countries[one] for one in institutions if one in countries})),
        facets=counting.facets(question),
        would_help=lambda: [] if positions else counting.help_for(model, filters, day, among),
    )


def rows(home: Home, ids: Sequence[int]) -> list[Agreement]:
    """These agreements in this order, with what a row of the list shows of them, in nine queries.

    That is: texts, owner, source, parties with their units and names, conditions with all their
    parts. One that is public no longer, or of another home, is left out. Meant for a page, or for
    stretches of at most a thousand of a longer list.
    """
    parties = Party.objects.select_related("institution", "unit").order_by("pk")
    wanted = Agreement.objects.select_related("owner", "source").prefetch_related(
        "texts",
        Prefetch("parties", parties),
        "parties__institution__names",
        "conditions__fields",
        "conditions__levels",
        "conditions__languages",
        "conditions__rounds",
    )
    return _in_this_order(wanted, home, ids)


def in_full(home: Home, ids: Sequence[int]) -> list[Agreement]:
    """The same with everything that there is to show of them."""
    return _in_this_order(Agreement.objects.with_everything(), home, ids)


def _in_this_order(agreements: AgreementQuerySet, home: Home, ids: Sequence[int]) -> list[Agreement]:
    held = agreements.of_home(home).public().in_bulk(ids)
    return [held[one] for one in ids if one in held]


def _check(filters: Filters, name: str, known: Collection[str]) -> None:
    for value in filters.values(name):
        if value not in known:
            raise unknown(name, value)


def _in_order(model: ReadModel, agreements: int) -> list[int]:
    positions = bits.positions_in(agreements, model.columns.size)
    return sorted(positions, key=model.partners.rank.__getitem__)
