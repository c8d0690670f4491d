# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What else ties universities to the home: agreements, networks shared, anything public at all."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from amicorum.agreements.models import Agreement, Party
from amicorum.multilingual.models import Said
from amicorum.networks.models import Membership, Network, NetworkText
from amicorum.portal import words
from amicorum.portal.labels import best_of_each
from amicorum.portal.ties import LONGEST_NAME
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Partner
from amicorum.sources.models import PUBLIC

EXCHANGE = (Agreement.Kind.IIA, Agreement.Kind.STUDENT_EXCHANGE, Agreement.Kind.STAFF_EXCHANGE)
"""The kinds of agreement that make an exchange partner; an intent to cooperate makes none."""


def exchange_partners(visit: Visit, among: Collection[int]) -> dict[int, bool]:
    """Which of these have an agreement on exchange in force; for each whether it is sample data."""
    agreements: Any = Agreement.objects.of_home(visit.home).public().filter(kind__in=EXCHANGE)
    parties = Party.objects.filter(agreement__in=agreements.in_force(visit.day), institution__in=among)
    return dict(parties.values_list("institution_id", "agreement__is_sample"))


def shared_networks(
    visit: Visit, among: Collection[int], *, besides: Network | None = None
) -> Mapping[int, Sequence[tuple[str, Said]]]:
    """For each of these the networks of which it and the home are full members on the day.

    A network is its id and its name as it is said in short. Two queries.
    """
    members: Any = Membership.objects.public().full().on(visit.day)
    own = members.of_institution(visit.home.institution).values("network")
    if besides:
        own = own.exclude(network=besides)
    named = network_names(visit, own)
    found: dict[int, list[tuple[str, Said]]] = defaultdict(list)
    rows = members.filter(network__in=own, institution__in=among)
    for institution_id, slug in rows.values_list("institution_id", "network__slug"):
        found[institution_id].append((slug, named[slug]))
    return {key: sorted(held, key=lambda one: words.sorting(one[1].text)) for key, held in found.items()}


def network_names(visit: Visit, networks: Any) -> dict[str, Said]:
    """The names of these networks in short, by their id."""
    texts = NetworkText.objects.filter(owner__in=networks, field="name")
    rows = list(texts.values_list("owner__slug", "owner__abbreviation", "language", "text"))
    best = best_of_each(visit, ((slug, language, text) for slug, _short, language, text in rows))
    short = {slug: abbreviation for slug, abbreviation, _language, _text in rows}
    return {slug: in_short(name, short[slug]) for slug, name in best.items()}


def in_short(name: Said, abbreviation: str) -> Said:
    """The name where it is short, else the abbreviation it goes by."""
    return Said(abbreviation, "") if abbreviation and len(name.text) > LONGEST_NAME else name


def tied(visit: Visit, among: Collection[int]) -> set[int]:
    """Which of these have, had or will have any public tie with the home, the home itself among them.

    A tie is a network or a programme in which both have a part, at whatever time, or an agreement.
    """
    own = visit.home.institution
    networks = Membership.objects.public().of_institution(own).values("network")
    members = Membership.objects.public().filter(network__in=networks, institution__in=among)
    programmes = Partner.objects.public().of_institution(own).filter(programme__certainty__in=PUBLIC)
    partners = Partner.objects.public().filter(
        programme__in=programmes.values("programme"), institution__in=among
    )
    agreements: Any = Agreement.objects.of_home(visit.home).public()
    parties = Party.objects.filter(agreement__in=agreements.values("pk"), institution__in=among)
    rows = members.values_list("institution_id").union(
        partners.values_list("institution_id"), parties.values_list("institution_id")
    )
    return {key for (key,) in rows} | ({own.pk} & set(among))
