# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ties of a home with the universities of one country, on a day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from amicorum.agreements.models import Agreement, Party
from amicorum.institutions.models import Institution
from amicorum.multilingual.models import Said
from amicorum.networks.models import Membership
from amicorum.portal import words
from amicorum.portal.kinship import network_names, programme_names
from amicorum.portal.labels import label_in, name_in
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Partner
from amicorum.vocabulary.countries import Country


@dataclass(frozen=True)
class Here:
    """A university of the country, and how many agreements with it are in force."""

    institution: Institution
    name: Said
    agreements: int = 0


@dataclass(frozen=True)
class Group:
    """The universities under one heading: a city, a network or a programme with its id."""

    name: Said
    slug: str
    members: Sequence[Here]


@dataclass(frozen=True)
class Account:
    """All that ties the home to a country on a day."""

    country: Country
    partners: Sequence[Group]
    networks: Sequence[Group]
    programmes: Sequence[Group]
    has_samples: bool

    @property
    def partner_count(self) -> int:
        """With how many universities of the country agreements are in force."""
        return _distinct(self.partners)

    @property
    def fellow_count(self) -> int:
        """How many universities of the country share a network with the home."""
        return _distinct(self.networks)

    @property
    def programme_count(self) -> int:
        """How many universities of the country share a programme with the home."""
        return _distinct(self.programmes)


def _distinct(groups: Iterable[Group]) -> int:
    return len({one.institution.pk for group in groups for one in group.members})


def account_of(visit: Visit, country: Country) -> Account:
    """The ties with this country, in a constant number of queries."""
    deals = _deals(visit, country)
    fellows, networks = _fellows(visit, country)
    parts, programmes = _parts(visit, country)
    ids = {*deals, *(pk for _slug, pk in (*fellows, *parts))} - {visit.home.institution_id}
    here = _here(visit, ids, deals)
    return Account(
        country=country,
        partners=_by_city([here[pk] for pk in deals if pk in here]),
        networks=_grouped(fellows, networks, here),
        programmes=_grouped(parts, programmes, here),
        has_samples=any(is_sample for _count, is_sample in deals.values()),
    )


def _here(visit: Visit, ids: Iterable[int], deals: Mapping[int, tuple[int, bool]]) -> dict[int, Here]:
    labelled: Any = Institution.objects.filter(pk__in=ids).annotate(label=label_in(visit.language))
    nothing = (0, False)
    return {
        one.pk: Here(one, name_in(visit.language, one), deals.get(one.pk, nothing)[0]) for one in labelled
    }


def _deals(visit: Visit, country: Country) -> dict[int, tuple[int, bool]]:
    """With whom agreements are in force: how many, and whether one of them is sample data."""
    agreements: Any = Agreement.objects.of_home(visit.home).public()
    parties = Party.objects.filter(
        agreement__in=agreements.in_force(visit.day), institution__country_code=country.code
    )
    rows = set(parties.values_list("institution_id", "agreement_id", "agreement__is_sample"))
    counted = Counter(institution for institution, _agreement, _sample in rows)
    samples = {institution for institution, _agreement, is_sample in rows if is_sample}
    return {institution: (count, institution in samples) for institution, count in counted.items()}


def _fellows(visit: Visit, country: Country) -> tuple[list[tuple[str, int]], Mapping[str, Said]]:
    """The members here of networks that the home belongs to, as pairs of network and institution."""
    shared: Any = Membership.objects.sharing_a_network_with(visit.home.institution, visit.day)
    here = shared.filter(institution__country_code=country.code)
    pairs = list(here.values_list("network__slug", "institution_id").distinct())
    return pairs, network_names(visit, here.values("network"))


def _parts(visit: Visit, country: Country) -> tuple[list[tuple[str, int]], Mapping[str, Said]]:
    """The partners here in programmes of the home, as pairs of programme and institution."""
    partners: Any = Partner.objects.public().in_public_programmes().on(visit.day)
    own = partners.of_institution(visit.home.institution).values("programme")
    rows = partners.filter(programme__in=own, institution__country_code=country.code)
    pairs = list(rows.values_list("programme__slug", "institution_id").distinct())
    return pairs, programme_names(visit, own)


def _grouped(
    pairs: Iterable[tuple[str, int]], names: Mapping[str, Said], here: Mapping[int, Here]
) -> list[Group]:
    members: dict[str, list[Here]] = {}
    for slug, pk in pairs:
        if pk in here:
            members.setdefault(slug, []).append(here[pk])
    groups = [Group(names[slug], slug, _in_order(held)) for slug, held in members.items()]
    return sorted(groups, key=lambda group: words.sorting(group.name.text))


def _by_city(held: Iterable[Here]) -> list[Group]:
    cities: dict[str, list[Here]] = {}
    for one in held:
        cities.setdefault(one.institution.city, []).append(one)
    groups = [Group(Said(city, ""), "", _in_order(members)) for city, members in cities.items()]
    return sorted(groups, key=lambda group: words.sorting(group.name.text))


def _in_order(held: Iterable[Here]) -> list[Here]:
    return sorted(held, key=lambda one: words.sorting(one.name.text))
