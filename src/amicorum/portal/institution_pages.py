# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""One institution and all its public ties with the home: networks, programmes, agreements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, Generic, TypeVar

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from amicorum.agreements.models import Agreement
from amicorum.institutions.models import Identifier, Institution, InstitutionName
from amicorum.multilingual.models import Said
from amicorum.networks.models import Membership, Network
from amicorum.portal import kinship, words
from amicorum.portal.offers import last_day
from amicorum.portal.passages import each_once
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Partner, Programme
from amicorum.sources.models import PUBLIC, Certainty, Source, SourcedFact

F = TypeVar("F", Membership, Partner)
W = TypeVar("W", Network, Programme)

SCHEMES = ("ror", "erasmus", "pic", "oid")
"""The identifiers that the page shows, in its order."""

MISSPELLING = InstitutionName.Kind.MISSPELLING


@dataclass(frozen=True)
class Shared(Generic[W, F]):
    """A network or programme with the parts of the institution in it, and those of the home."""

    whole: W
    theirs: Sequence[F]
    ours: Sequence[F]
    is_current: bool


@dataclass(frozen=True)
class Names:
    """Other names of one language, or of one kind where the language is not known."""

    label: str
    language: str
    names: Sequence[InstitutionName]


@dataclass(frozen=True)
class Deal:
    """An agreement as the page lists it: what it is, and how it stands on the day."""

    agreement: Agreement
    title: Said
    state: str
    is_over: bool

    @property
    def valid_through(self) -> date | None:
        """The last day on which it is valid; None where no end is known."""
        return last_day(self.agreement)


@dataclass(frozen=True)
class Account:
    """All that is told of one institution on a day."""

    institution: Institution
    name: Said
    is_home: bool
    other_names: Sequence[Names]
    identifiers: Sequence[tuple[str, Identifier]]
    networks: Sequence[Shared[Network, Membership]]
    other_networks: Sequence[Shared[Network, Membership]]
    programmes: Sequence[Shared[Programme, Partner]]
    agreements: Sequence[Deal]

    @property
    def sources(self) -> list[Source]:
        """Every source of what is told, each once; what nobody checked last."""
        return each_once(source for fact in self._facts() for source in fact.sources)

    def _facts(self) -> Iterable[SourcedFact]:
        yield from (one for _label, one in self.identifiers)
        yield from _public_names(self.institution)
        yield from (one for shared in (*self.networks, *self.other_networks) for one in shared.theirs)
        yield from (one for shared in self.programmes for one in shared.theirs)
        yield from (one.agreement for one in self.agreements)

    @property
    def networks_now(self) -> int:
        """In how many networks both are on the day."""
        return sum(one.is_current for one in self.networks)

    @property
    def programmes_now(self) -> int:
        """In how many programmes both take part on the day."""
        return sum(one.is_current for one in self.programmes)

    @property
    def agreements_now(self) -> int:
        """How many agreements are in force on the day."""
        return sum(one.state == "" for one in self.agreements)

    @property
    def has_samples(self) -> bool:
        return any(one.agreement.is_sample for one in self.agreements)


def account_of(visit: Visit, slug: str) -> Account | None:
    """What is told of the institution; None without one, or without any tie with the home."""
    institution = _institution(slug)
    if institution is None:
        return None
    account = _account(visit, institution)
    shown = account.is_home or account.networks or account.programmes or account.agreements
    return account if shown or kinship.tied(visit, [institution.pk]) else None


def _account(visit: Visit, institution: Institution) -> Account:
    own = visit.home.institution_id
    both = {institution.pk, own}
    networks = _shared(visit, institution, own, _memberships(visit, both), "network")
    programmes = _shared(visit, institution, own, _parts(visit, both), "programme")
    name = institution.named(visit.language)
    return Account(
        institution=institution,
        name=name,
        is_home=institution.pk == own,
        other_names=_other_names(institution, name),
        identifiers=_identifiers(institution),
        networks=[one for one in networks if one.ours],
        other_networks=[one for one in networks if not one.ours],
        programmes=[one for one in programmes if one.ours],
        agreements=_deals(visit, institution),
    )


def _institution(slug: str) -> Institution | None:
    names = Prefetch("names", InstitutionName.objects.select_related("source").order_by("pk"))
    identifiers = Prefetch("identifiers", Identifier.objects.select_related("source").order_by("pk"))
    return Institution.objects.prefetch_related(names, identifiers).filter(slug=slug).first()


def _memberships(visit: Visit, institutions: Iterable[int]) -> list[Membership]:
    held: Any = Membership.objects.public().filter(institution__in=institutions).begun_by(visit.day)
    held = held.select_related("network", "source").prefetch_related("network__texts", "also_sources")
    return list(held.order_by("network__slug", "pk"))


def _parts(visit: Visit, institutions: Iterable[int]) -> list[Partner]:
    held: Any = Partner.objects.public().filter(institution__in=institutions).begun_by(visit.day)
    held = held.in_public_programmes().select_related("programme", "source")
    held = held.prefetch_related("programme__texts", "also_sources")
    return list(held.order_by("programme__slug", "pk"))


def _shared(
    visit: Visit, institution: Institution, own: int, held: Iterable[F], whole: str
) -> list[Shared[Any, F]]:
    """The wholes in which the institution has or had a part, those where both have one first."""
    found: list[Shared[Any, F]] = []
    for one, together in groupby(held, key=attrgetter(whole)):
        parts = list(together)
        theirs = [part for part in parts if part.institution_id == institution.pk]
        ours = [part for part in parts if part.institution_id == own]
        if theirs:
            are_both = all(any(part.covers(visit.day) for part in side) for side in (theirs, ours) if side)
            found.append(Shared(one, theirs, ours, are_both))
    return sorted(found, key=lambda one: (not one.is_current, _sorting(visit, one.whole)))


def _sorting(visit: Visit, whole: Network | Programme) -> str:
    return words.sorting(whole.said("name", *visit.languages).text)


def _deals(visit: Visit, institution: Institution) -> list[Deal]:
    """The public agreements of the home with the institution, those in force first."""
    public: Any = Agreement.objects.of_home(visit.home).public().with_partner(institution)
    held = public.select_related("source").prefetch_related("texts", "suspensions")
    deals = [_deal(visit, one) for one in held.order_by("counts_from", "key")]
    return sorted(deals, key=lambda one: (one.is_over, one.state != ""))


def _deal(visit: Visit, one: Agreement) -> Deal:
    title = one.said("title", *visit.languages)
    return Deal(one, title, _state(visit, one), one.is_over(visit.day))


def _state(visit: Visit, one: Agreement) -> str:
    """Nothing for an agreement in force; else why it is not."""
    if one.is_over(visit.day):
        return "expired"
    if not one.covers(visit.day):
        return "future"
    return "suspended" if one.suspension_on(visit.day) else ""


def _public_names(institution: Institution) -> list[InstitutionName]:
    """Its names of today; one that we know to be misspelt stands as that alone, whoever else bears it."""
    held = [one for one in institution.names.all() if one.certainty in PUBLIC and one.counts_until is None]
    misspelt = {one.name for one in held if one.kind == MISSPELLING}
    return [one for one in held if one.kind == MISSPELLING or one.name not in misspelt]


def _other_names(institution: Institution, shown: Said) -> list[Names]:
    """Its other names, by language; those without a language by what they are."""
    named: dict[tuple[str, str], dict[str, InstitutionName]] = {}
    for one in sorted(_public_names(institution), key=lambda one: one.kind != InstitutionName.Kind.LABEL):
        if one.name != shown.text:
            named.setdefault((_label(one), one.language), {}).setdefault(one.name, one)
    rows = [Names(label, language, list(names.values())) for (label, language), names in named.items()]
    return sorted(rows, key=lambda row: (not row.language, words.sorting(row.label)))


def _label(one: InstitutionName) -> str:
    if one.kind == MISSPELLING:
        return _("Misspelt elsewhere as")
    if one.language:
        name = words.language_name(one.language)
        return words.capital(name)
    by_kind: Mapping[str, str] = {
        InstitutionName.Kind.LEGAL: _("Legal name"),
        InstitutionName.Kind.ACRONYM: _("Acronym"),
    }
    return by_kind.get(one.kind, _("Other name"))


def _identifiers(institution: Institution) -> list[tuple[str, Identifier]]:
    """Its confirmed identifiers; what nobody has verified yet is not shown."""
    held = [
        one
        for one in institution.identifiers.all()
        if one.certainty == Certainty.CONFIRMED and one.counts_until is None and one.scheme in SCHEMES
    ]
    called = {"erasmus": _("Erasmus code")}
    ordered = sorted(held, key=lambda one: SCHEMES.index(one.scheme))
    return [(called.get(one.scheme, one.scheme.upper()), one) for one in ordered]
