# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of networks are composed of: the network, its members of a day, what is stated of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from babel import Locale

from amicorum.multilingual.models import Said
from amicorum.networks.models import CountryCount, Membership, Network, NetworkStatement
from amicorum.networks.rules import Roster
from amicorum.portal import kinship, words
from amicorum.portal.network_statements import Figure, Founding, figures, founding, groups
from amicorum.portal.passages import Passage, each_once
from amicorum.portal.ties import split
from amicorum.portal.visit import Visit
from amicorum.sources.models import Source


@dataclass(frozen=True)
class Member:
    """A membership as the roster shows it, with what else ties this member to the home."""

    membership: Membership
    is_home: bool
    is_tied: bool
    is_exchange_partner: bool
    also: Sequence[tuple[str, Said]]


@dataclass(frozen=True)
class Year:
    """Who came and who went in one year."""

    number: int
    is_founding: bool
    joined: Sequence[Membership]
    left: Sequence[Membership]


@dataclass(frozen=True)
class Account:
    """All that is told of one network on a day."""

    network: Network
    roster: Roster
    own: Sequence[Membership]
    present: Sequence[Member]
    former: Sequence[Member]
    associates: Sequence[Member]
    associates_held: int
    has_samples: bool
    counts: Sequence[tuple[Said, CountryCount]]
    groups: Sequence[tuple[str, Sequence[Passage]]]
    founding: Founding
    figures: Sequence[Figure]
    history: Sequence[Year]

    @property
    def countries(self) -> int:
        """In how many countries the members are."""
        return len({one.membership.institution.country_code for one in self.present})

    @property
    def present_by_country(self) -> list[tuple[str, list[Member]]]:
        """The members of the day under the codes of their countries, by the countries' names."""
        return by_country(self.present)

    @property
    def former_by_country(self) -> list[tuple[str, list[Member]]]:
        """The same for those that are members no longer."""
        return by_country(self.former)

    @property
    def associates_by_country(self) -> list[tuple[str, list[Member]]]:
        """The same for the associate members of the day."""
        return by_country(self.associates)

    @property
    def sources(self) -> list[Source]:
        """Every source of what is told, each once; what nobody checked last."""
        return each_once(self._all_sources())

    def _all_sources(self) -> Iterable[Source]:
        yield self.network.source
        for one in (*self.present, *self.former, *self.associates):
            yield from one.membership.sources
        for own in self.own:
            yield from own.sources
        for passage in (*self.founding.standing, *(one for _name, held in self.groups for one in held)):
            yield passage.source
        yield from (one.statement.source for one in self.founding.corrected)
        yield from (one.source for one in self.figures)
        yield from (one.source for _name, one in self.counts)


def by_country(members: Iterable[Member]) -> list[tuple[str, list[Member]]]:
    """Members under the codes of their countries, in the order of the countries' names."""
    grouped: dict[str, list[Member]] = {}
    for one in members:
        grouped.setdefault(one.membership.institution.country_code, []).append(one)
    return sorted(grouped.items(), key=lambda item: words.sorting(words.country_name(item[0])))


def account_of(visit: Visit, slug: str) -> Account | None:
    """What is told of the network with this id, in a constant number of queries; None without one."""
    networks = Network.objects.with_rosters(visit.day).with_texts()
    network = networks.select_related("source", "members_stated_source").filter(slug=slug).first()
    if network is None:
        return None
    held = _memberships(visit, network)
    on_day, over = split(held, visit.day)
    shown = [one for one in on_day if _is_full(one)] if network.roster.is_shown else []
    left = [one for one in over if _is_full(one)] if network.roster.is_shown else []
    associates = [one for one in on_day if not _is_full(one)]
    seen = _Seen.of(visit, network, [*shown, *left, *associates] if network.roster.is_shown else [])
    statements = _statements(network)
    return Account(
        network=network,
        roster=network.roster,
        own=[one for one in held if one.institution_id == visit.home.institution_id],
        present=seen.members(_in_order(visit, shown)),
        former=seen.members(_in_order(visit, left)),
        associates=seen.members(_in_order(visit, associates)) if network.roster.is_shown else [],
        associates_held=len(associates),
        has_samples=any(seen.partners.values()),
        counts=[] if network.roster.is_shown else _counts(visit, network),
        groups=groups(statements, visit.day),
        founding=founding(statements),
        figures=figures(network, statements, visit.day),
        history=_history(visit, network, [*shown, *left]),
    )


def _memberships(visit: Visit, network: Network) -> list[Membership]:
    held: Any = Membership.objects.public().of_network(network).begun_by(visit.day).with_institution()
    return list(held.select_related("successor").prefetch_related("successor__texts").order_by("pk"))


def _is_full(one: Membership) -> bool:
    return one.kind == Membership.Kind.FULL


def _in_order(visit: Visit, held: Iterable[Membership]) -> list[Membership]:
    """By the names that the visitor reads."""
    return sorted(held, key=lambda one: words.sorting(one.institution.named(visit.language).text))


def _statements(network: Network) -> list[NetworkStatement]:
    told = network.statements.public().with_sources().prefetch_related("texts")
    return list(told.order_by("pk"))


@dataclass(frozen=True)
class _Seen:
    """How the members of a network are tied to the home besides."""

    home: int
    partners: Mapping[int, bool]
    networks: Mapping[int, Sequence[tuple[str, Said]]]
    tied: set[int]

    @classmethod
    def of(cls, visit: Visit, network: Network, held: Sequence[Membership]) -> "_Seen":
        home, ids = visit.home.institution_id, {one.institution_id for one in held}
        if not ids:
            return cls(home, {}, {}, set())
        others = ids - {home}
        return cls(
            home,
            kinship.exchange_partners(visit, others),
            kinship.shared_networks(visit, others, besides=network),
            kinship.tied(visit, ids),
        )

    def members(self, held: Iterable[Membership]) -> list[Member]:
        return [
            Member(
                membership=one,
                is_home=one.institution_id == self.home,
                is_tied=one.institution_id in self.tied,
                is_exchange_partner=one.institution_id in self.partners,
                also=self.networks.get(one.institution_id, ()),
            )
            for one in held
        ]


def _counts(visit: Visit, network: Network) -> list[tuple[Said, CountryCount]]:
    """How many members a source counts in each place, by the places' names."""
    counts: Any = CountryCount.objects.filter(network=network)
    named = [(_place_name(visit, one), one) for one in counts.public().with_sources()]
    return sorted(named, key=lambda item: words.sorting(item[0].text))


def _place_name(visit: Visit, one: CountryCount) -> Said:
    """The name of the place in the visitor's language, else as the source writes it."""
    if one.country_code:
        return Said(words.country_name(one.country_code), visit.language)
    english: Mapping[str, str] = Locale("en").territories
    code = next((code for code, name in english.items() if name == one.place), "")
    known = words.locale().territories.get(code)
    return Said(known, visit.language) if known else Said(one.place, "en")


def _history(visit: Visit, network: Network, held: Sequence[Membership]) -> list[Year]:
    """The years in which members came or went, as far as they are known; nothing without a roster."""
    joined = [(one.counts_from.year, one) for one in held if one.start_is_known and one.counts_from]
    left = [
        (one.counts_until.year, one)
        for one in held
        if one.is_over(visit.day) and one.end_is_known and one.counts_until
    ]
    founded = network.founded_on
    numbers = {year for year, _one in (*joined, *left)}
    if founded and numbers and founded <= visit.day:
        numbers.add(founded.year)
    came, went = _by_year(visit, joined), _by_year(visit, left)
    return [
        Year(number, bool(founded and founded.year == number), came.get(number, []), went.get(number, []))
        for number in sorted(numbers)
    ]


def _by_year(visit: Visit, dated: Sequence[tuple[int, Membership]]) -> dict[int, list[Membership]]:
    ordered = sorted(dated, key=lambda item: item[0])
    grouped = groupby(ordered, key=lambda item: item[0])
    return {year: _in_order(visit, [one for _year, one in held]) for year, held in grouped}


@dataclass(frozen=True)
class Overview:
    """The networks of a home on a day, and the others that the register holds."""

    memberships: Sequence[Membership]
    former: Sequence[Membership]
    others: Sequence[Network]

    @property
    def others_by_kind(self) -> list[tuple[str, list[Network]]]:
        """The others under the word for what they are."""
        grouped: dict[str, list[Network]] = {}
        for one in self.others:
            grouped.setdefault(str(one.get_kind_display()), []).append(one)
        return sorted(grouped.items(), key=lambda item: words.sorting(item[0]))


def overview_of(visit: Visit) -> Overview:
    """The networks of the visited home, in a constant number of queries."""
    own: Any = Membership.objects.public().full().of_institution(visit.home.institution).begun_by(visit.day)
    memberships, former = split(own.in_order_of_start().with_networks(visit.day), visit.day)
    known = {one.network_id for one in (*memberships, *former)}
    others = Network.objects.exclude(pk__in=known).with_rosters(visit.day).with_texts()
    founded = [one for one in others if one.founded_on is None or one.founded_on <= visit.day]
    named = sorted(founded, key=lambda one: words.sorting(one.said("name", *visit.languages).text))
    return Overview(memberships=memberships, former=former, others=named)
