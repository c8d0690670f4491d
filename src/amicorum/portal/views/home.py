# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page: what binds this university to others on the day of the visit."""

from collections import Counter
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from amicorum.portal import destination_map, home_sentences, linked_data, words
from amicorum.portal.maps import Map, draw, place
from amicorum.portal.pages import page, show
from amicorum.portal.passages import Passage, passages
from amicorum.portal.ties import Ties, ties_of
from amicorum.portal.visit import Visit
from amicorum.vocabulary.countries import country

ABOUT_EXCHANGE = ("dense-network", "agreements", "study-abroad")


@page
def home(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/`: international collaboration."""
    ties = ties_of(visit)
    return show(
        request,
        visit,
        "home.html",
        ties=ties,
        sentence=home_sentences.whole(visit, ties),
        programmes_sentence=home_sentences.programmes(ties),
        exchange_sentence=home_sentences.exchange(visit, ties),
        exchange_passages=_exchange_passages(ties),
        former_sentence=home_sentences.former(ties),
        map=_map(visit, ties),
        countries=_countries(ties),
        linked_data=linked_data.university(request, visit, ties.memberships),
    )


def _exchange_passages(ties: Ties) -> Sequence[Passage]:
    return passages(ties.statements[kind] for kind in ABOUT_EXCHANGE if kind in ties.statements)


def _map(visit: Visit, ties: Ties) -> Map | None:
    """Every partner of an agreement in force, and the home itself."""
    own = visit.home.institution
    places = destination_map.places(visit, ties.in_force.institution_ids)
    if places and own.latitude is not None:
        places.append(place(visit, own, visit.address("institution", own.slug)))
    return draw(places)


def _countries(ties: Ties) -> list[dict[str, object]]:
    """The countries of the partners, by name, each with how many agreements are in force there."""
    counted = Counter({value.value: value.count for value in ties.in_force.facets["country"]})
    named = [
        {"code": code.lower(), "name": words.country_name(code), "count": count}
        for code, count in counted.items()
        if not country(code).is_fictitious
    ]
    return sorted(named, key=lambda one: words.sorting(str(one["name"])))
