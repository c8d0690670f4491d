# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The networks and alliances of the register: with whom, since when, what for."""

from itertools import zip_longest

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amicorum.portal import linked_data, maps, network_sentences
from amicorum.portal.network_pages import Account, account_of, overview_of
from amicorum.portal.pages import page, show
from amicorum.portal.visit import Visit


@page
def networks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """`/en/networks/`: the networks of the home, then the others that the register holds."""
    overview = overview_of(visit)
    return show(
        request,
        visit,
        "networks.html",
        overview=overview,
        sentence=network_sentences.overview(visit, overview),
        breadcrumbs=linked_data.breadcrumbs(request, _way(visit)),
    )


@page
def network(request: HttpRequest, visit: Visit, slug: str) -> HttpResponse:
    """`/en/networks/<id>/`: one network, the home's part in it and its members on the day."""
    account = account_of(visit, slug)
    if account is None:
        raise Http404
    return show(
        request,
        visit,
        "network.html",
        account=account,
        network=account.network,
        description=account.network.said("aims", *visit.languages),
        not_yet=network_sentences.not_yet(visit, account),
        is_former=network_sentences.is_former(account, visit.day),
        head_parts=network_sentences.part_of_the_head(account, visit),
        own_part=list(zip_longest(network_sentences.own_part(visit, account), account.own)),
        members_sentence=network_sentences.members(account),
        members_notes=network_sentences.notes(account),
        associates_sentence=network_sentences.associates(len(account.associates)),
        former_sentence=network_sentences.former_members(len(account.former)),
        map=maps.of_institutions(visit, (one.membership.institution for one in account.present)),
        linked_data=_linked_data(request, visit, account),
    )


def _way(visit: Visit) -> list[tuple[str, str]]:
    return [
        (_("International collaboration"), visit.address("home")),
        (_("Networks"), visit.address("networks")),
    ]


def _linked_data(request: HttpRequest, visit: Visit, account: Account) -> SafeString:
    """The network as an organisation, and the way to its page."""
    described = linked_data.network(request, visit, account.network)
    way = [*_way(visit), (described["name"], visit.address("network", account.network.slug))]
    return linked_data.script(described) + linked_data.breadcrumbs(request, way)
