# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page: what binds this university to others on the day of the visit."""

from collections import Counter
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.institutions.models import Institution
from amicorum.portal import linked_data, words
from amicorum.portal.maps import Map, draw, place
from amicorum.portal.pages import page, show
from amicorum.portal.passages import Passage, passages
from amicorum.portal.ties import IN_FORCE, Ties, ties_of
from amicorum.portal.visit import Visit

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
        sentence=_sentence(visit, ties),
        programmes_sentence=_programmes_sentence(ties),
        exchange_sentence=_exchange_sentence(visit, ties),
        exchange_passages=_exchange_passages(ties),
        former_sentence=_former_sentence(ties),
        map=_map(visit, ties),
        countries=_countries(ties),
        linked_data=linked_data.university(request, visit, ties.memberships),
    )


def _sentence(visit: Visit, ties: Ties) -> SafeString:
    """What this university's ties are today, each figure a link to what it counts."""
    partners = visit.address("partners", query=IN_FORCE.as_query())
    return format_html(
        _(
            "{name} belongs to {networks}, takes part in {programmes} and has agreements with {universities} "
            "in {countries}."
        ),
        name=visit.home.institution.named(visit.language),
        networks=_figure(visit.address("networks"), words.networks(len(ties.memberships))),
        programmes=_figure(visit.address("programmes"), words.joint_programmes(len(ties.parts))),
        universities=_figure(partners, words.universities(len(ties.in_force.institution_ids))),
        countries=_figure("#exchange", words.countries(ties.countries)),
    )


def _figure(address: str, text: str) -> SafeString:
    return format_html('<a class="figure-link" href="{}">{}</a>', address, text)


def _programmes_sentence(ties: Ties) -> str:
    count = len(ties.parts)
    if not count:
        return _("No joint programme is recorded for this day.")
    consortia = ngettext("%(count)s consortium", "%(count)s consortia", ties.consortia) % {
        "count": words.number(ties.consortia)
    }
    sentence = ngettext(
        "There is %(programmes)s, offered by %(consortia)s.",
        "There are %(programmes)s, offered by %(consortia)s.",
        count,
    )
    return sentence % {"programmes": words.joint_programmes(count), "consortia": consortia}


def _exchange_sentence(visit: Visit, ties: Ties) -> SafeString:
    count = ties.in_force.total
    figure = _figure(visit.address("partners", query=IN_FORCE.as_query()), words.number(count))
    sentence = ngettext("{count} agreement is in force.", "{count} agreements are in force.", count)
    return format_html(sentence, count=figure)


def _exchange_passages(ties: Ties) -> Sequence[Passage]:
    return passages(ties.statements[kind] for kind in ABOUT_EXCHANGE if kind in ties.statements)


def _former_sentence(ties: Ties) -> str:
    memberships = len(ties.former_memberships)
    programmes = len(ties.former_parts)
    return _("%(memberships)s, %(programmes)s") % {
        "memberships": ngettext("%(count)s former membership", "%(count)s former memberships", memberships)
        % {"count": memberships},
        "programmes": ngettext("%(count)s former programme", "%(count)s former programmes", programmes)
        % {"count": programmes},
    }


def _map(visit: Visit, ties: Ties) -> Map | None:
    """Every partner of an agreement in force, and the home itself."""
    own = visit.home.institution
    located = Institution.objects.exclude(latitude=None).with_names()
    places = [
        place(visit, one, visit.address("partner", one.slug))
        for one in located.filter(pk__in=ties.in_force.institution_ids)
    ]
    if places and own.latitude is not None:
        places.append(place(visit, own, visit.address("institution", own.slug)))
    return draw(places)


def _countries(ties: Ties) -> list[dict[str, object]]:
    """The countries of the partners, by name, each with how many agreements are in force there."""
    counted = Counter({value.value: value.count for value in ties.in_force.facets["country"]})
    named = [
        {"code": code, "name": words.country_name(code), "count": count} for code, count in counted.items()
    ]
    return sorted(named, key=lambda one: words.sorting(str(one["name"])))
