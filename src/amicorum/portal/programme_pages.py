# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of joint programmes are composed of: the programme, its consortium, its funding.

The three are dated by themselves: the end of one ends none of the others. Whether a programme is a
former one for a home follows from the home's own part in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from amicorum.multilingual.models import Said
from amicorum.portal import words
from amicorum.portal.funding import Funding, funding_of
from amicorum.portal.passages import each_once
from amicorum.portal.ribbon import Ribbon, Tie, ribbon
from amicorum.portal.visit import Visit
from amicorum.programmes.models import (
    Consortium,
    FundingPeriod,
    Partner,
    Programme,
)
from amicorum.sources.models import PUBLIC, DatedFact, Source


@dataclass(frozen=True)
class Partners:
    """The partners of a programme on a day; `waiting` more are not yet verified and not shown."""

    present: Sequence[Partner]
    former: Sequence[Partner]
    waiting: int

    @property
    def countries(self) -> int:
        """In how many countries the present partners are."""
        return len({partner.institution.country_code for partner in self.present})

    @property
    def present_by_country(self) -> list[tuple[str, list[Partner]]]:
        """The present partners under the names of their countries."""
        return _by_country(self.present)

    @property
    def former_by_country(self) -> list[tuple[str, list[Partner]]]:
        """The same for those that are partners no longer."""
        return _by_country(self.former)

    @property
    def start_unknown(self) -> int:
        """Of how many present partners it is not known since when."""
        return sum(not partner.start_is_known for partner in self.present)


def _by_country(parts: Iterable[Partner]) -> list[tuple[str, list[Partner]]]:
    grouped: dict[str, list[Partner]] = {}
    for part in parts:
        grouped.setdefault(words.country_name(part.institution.country_code), []).append(part)
    return sorted(grouped.items(), key=lambda item: words.sorting(item[0]))


@dataclass(frozen=True)
class Account:
    """All that is told of one programme on a day."""

    programme: Programme
    consortium: Consortium | None
    siblings: Sequence[Programme]
    funding: Sequence[FundingPeriod]
    own_parts: Sequence[Partner]
    partners: Partners
    ribbon: Ribbon | None

    @property
    def sources(self) -> list[Source]:
        """Every source of what is told, each once."""
        facts: list[Any] = [self.programme, *self.funding, *self.partners.present, *self.partners.former]
        if self.consortium:
            facts.append(self.consortium)
        return each_once(source for fact in facts for source in fact.sources)


def account_of(visit: Visit, slug: str) -> Account | None:
    """What is told of the programme with this id, in a constant number of queries; None without one."""
    programme = Programme.objects.public().with_texts().with_consortium().filter(slug=slug).first()
    if programme is None:
        return None
    consortium = programme.consortium if programme.consortium.certainty in PUBLIC else None
    funding = _funding_of(visit, programme)
    partners = partners_of(visit, programme)
    own_parts = [one for one in (*partners.present, *partners.former) if _is_own(visit, one)]
    return Account(
        programme=programme,
        consortium=consortium,
        siblings=_siblings(programme),
        funding=funding,
        own_parts=own_parts,
        partners=partners,
        ribbon=ribbon(visit, _ties(visit, programme, consortium, funding, own_parts)),
    )


def partners_of(visit: Visit, programme: Programme) -> Partners:
    """The partners of a programme on the day of the visit, and those that were before it."""
    held = list(Partner.objects.of_programme(programme).begun_by(visit.day).with_institution().in_order())
    on_day = [one for one in held if one.covers(visit.day)]
    present = [one for one in on_day if one.certainty in PUBLIC]
    return Partners(
        present=present,
        former=[one for one in held if one.is_over(visit.day) and one.certainty in PUBLIC],
        waiting=len(on_day) - len(present),
    )


def _funding_of(visit: Visit, programme: Programme) -> list[FundingPeriod]:
    periods = FundingPeriod.objects.public().filter(programme=programme).begun_by(visit.day)
    return list(periods.with_action().in_order_of_start())


def _is_own(visit: Visit, part: Partner) -> bool:
    return part.institution_id == visit.home.institution_id


def _siblings(programme: Programme) -> list[Programme]:
    """The other programmes of the same consortium."""
    others = Programme.objects.public().filter(consortium=programme.consortium_id)
    return list(others.exclude(pk=programme.pk).with_texts().order_by("counts_from", "slug"))


def _ties(
    visit: Visit,
    programme: Programme,
    consortium: Consortium | None,
    funding: Iterable[FundingPeriod],
    own_parts: Iterable[Partner],
) -> list[Tie]:
    """The rows of the ribbon: each fact with its own time, in the order in which the page tells them."""
    rows: list[tuple[str, str, DatedFact]] = [(_("Programme"), "#programme", programme)]
    if consortium:
        rows.append((_("Consortium"), "#consortium", consortium))
    rows += [(_("EU funding"), "#funding", period) for period in funding]
    rows += [(_("Our part"), "#part", part) for part in own_parts]
    return [
        Tie(Said(name, visit.language), anchor, fact)
        for name, anchor, fact in rows
        if fact.counts_from is None or fact.counts_from <= visit.day
    ]


@dataclass(frozen=True)
class OwnConsortium:
    """A consortium with the home's parts in its programmes."""

    consortium: Consortium
    parts: Sequence[Partner]
    former_parts: Sequence[Partner]

    @property
    def is_shown(self) -> bool:
        """Whether what the register says of the consortium itself may be shown."""
        return self.consortium.certainty in PUBLIC


@dataclass(frozen=True)
class Overview:
    """The joint programmes of a home on a day, the actions that fund them, and the others held."""

    consortia: Sequence[OwnConsortium]
    funding: Sequence[Funding]
    others: Sequence[Programme]

    @property
    def current(self) -> int:
        """In how many programmes the home takes part."""
        return sum(len(one.parts) for one in self.consortia)

    @property
    def current_consortia(self) -> int:
        """Of how many consortia these programmes are."""
        return sum(bool(one.parts) for one in self.consortia)

    @property
    def former(self) -> int:
        """In how many programmes the home had a part that is over."""
        return sum(len(one.former_parts) for one in self.consortia)


def overview_of(visit: Visit) -> Overview:
    """The joint programmes of the visited home, in a constant number of queries."""
    public = Partner.objects.public().in_public_programmes()
    own = public.of_institution(visit.home.institution).begun_by(visit.day)
    parts = list(own.with_programme().in_order_of_start())
    own_ids = {part.programme_id for part in parts}
    others = Programme.objects.public().begun_by(visit.day).exclude(pk__in=own_ids)
    return Overview(
        consortia=_by_consortium(visit, parts),
        funding=funding_of(visit, own_ids),
        others=list(others.with_texts().order_by("counts_from", "slug")),
    )


def _by_consortium(visit: Visit, parts: Sequence[Partner]) -> list[OwnConsortium]:
    """One for each consortium; those in which the home takes part today first."""
    consortia = {part.programme.consortium_id: part.programme.consortium for part in parts}
    grouped = [
        OwnConsortium(
            consortium,
            [one for one in parts if one.programme.consortium_id == key and one.covers(visit.day)],
            [one for one in parts if one.programme.consortium_id == key and one.is_over(visit.day)],
        )
        for key, consortium in consortia.items()
    ]
    return sorted(grouped, key=lambda one: not one.parts)
