# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What else ties universities to the home: agreements, networks shared, anything public at all."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from amicorum.agreements.models import Agreement, Party
from amicorum.agreements.models.agreement import AgreementQuerySet
from amicorum.institutions.models import Home, Institution
from amicorum.multilingual.models import Said
from amicorum.networks.models import Membership, Network, NetworkText
from amicorum.portal import words
from amicorum.portal.labels import best_of_each, in_short
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Partner, ProgrammeText

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
    shared: Any = Membership.objects.sharing_a_network_with(visit.home.institution, visit.day)
    if besides:
        shared = shared.exclude(network=besides)
    named = network_names(visit, shared.values("network"))
    found: dict[int, list[tuple[str, Said]]] = defaultdict(list)
    theirs = shared.filter(institution__in=among)
    for institution_id, slug in theirs.values_list("institution_id", "network__slug"):
        found[institution_id].append((slug, named[slug]))
    return {key: sorted(held, key=lambda one: words.sorting(one[1].text)) for key, held in found.items()}


def network_names(visit: Visit, networks: Any) -> dict[str, Said]:
    """The names of these networks in short, by their id."""
    return _names_in_short(visit, NetworkText.objects.filter(owner__in=networks), "abbreviation")


def programme_names(visit: Visit, programmes: Any) -> dict[str, Said]:
    """The names of these programmes in short, by their id."""
    return _names_in_short(visit, ProgrammeText.objects.filter(owner__in=programmes), "acronym")


def _names_in_short(visit: Visit, texts: Any, short: str) -> dict[str, Said]:
    """The names among these texts; `short` is where their bearer keeps its abbreviation."""
    names = texts.filter(field="name")
    rows = list(names.values_list("owner__slug", f"owner__{short}", "language", "text"))
    best = best_of_each(visit, ((slug, language, text) for slug, _short, language, text in rows))
    abbreviations = {slug: abbreviation for slug, abbreviation, _language, _text in rows}
    return {slug: in_short(name, abbreviations[slug]) for slug, name in best.items()}


def tied(visit: Visit, among: Collection[int]) -> set[int]:
    """Which of these have, had or will have any public tie with the home, the home itself among them."""
    ties = tied_to(visit.home, Agreement.objects.public())
    return set(ties.filter(pk__in=among).values_list("pk", flat=True))


def tied_to(home: Home, agreements: AgreementQuerySet) -> QuerySet[Institution]:
    """The home, and who has a public tie with it at whatever time; each has a page of its own.

    A tie is a network or a programme in which both have a part, or one of these agreements with the home.
    """
    own = home.institution
    networks = Membership.objects.public().of_institution(own).values("network")
    members = Membership.objects.public().filter(network__in=networks)
    parts = Partner.objects.public().in_public_programmes()
    partners = parts.filter(programme__in=parts.of_institution(own).values("programme"))
    parties = Party.objects.filter(agreement__in=agreements.of_home(home).values("pk"))
    shares = Q(pk__in=members.values("institution")) | Q(pk__in=partners.values("institution"))
    agrees = Q(pk__in=parties.values("institution"))
    return Institution.objects.filter(Q(pk=own.pk) | shares | agrees)
