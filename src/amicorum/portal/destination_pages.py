# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""One destination: all that a home has agreed with an institution, as it stands on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.agreements.destinations.found import IN_ORDER
from amicorum.agreements.models import Agreement, Party, Suspension
from amicorum.agreements.rules import Standing
from amicorum.institutions.models import Institution, OUnitText
from amicorum.multilingual.models import Said
from amicorum.networks.models import Membership, NetworkText
from amicorum.portal import filter_words, offers, words
from amicorum.portal.destination_offers import Offer, offer, other
from amicorum.portal.labels import best_of_each, label_in, name_in
from amicorum.portal.visit import Visit

TEXTS = ("title", "restriction", "considerations", "deadline_note")


@dataclass(frozen=True)
class Account:
    """One agreement, as its part of the page tells it."""

    agreement: Agreement
    standing: Standing
    owner: Said
    partner_unit: Said | None
    going: Sequence[Offer]
    others: Sequence[str]
    open_to: Sequence[Said]
    suspension: Suspension | None
    valid_through: date | None
    when: offers.When | None
    free: int
    texts: Mapping[str, Said]

    @property
    def state(self) -> str:
        """The word for its standing."""
        return filter_words.standing_of(self.standing, gives_places=bool(self.going))

    @property
    def kind(self) -> str:
        return words.capital(str(self.agreement.get_kind_display()))


@dataclass(frozen=True)
class Destination:
    """An institution with all public agreements of the home with it, the usable ones first."""

    institution: Institution
    name: Said
    accounts: Sequence[Account]
    expired: Sequence[Account]
    networks: Mapping[str, Said]
    standing: Standing
    sentence: str
    since: date | None
    is_sample: bool

    @property
    def state(self) -> str:
        """The word for how it stands at best."""
        gives_places = any(one.going for one in self.accounts)
        return filter_words.standing_of(self.standing, gives_places=gives_places)


def destination(visit: Visit, slug: str) -> Destination | None:
    """The destination of this name; None where the home has no public agreement with it."""
    labelled: Any = Institution.objects.annotate(label=label_in(visit.language))
    institution = labelled.filter(slug=slug).first()
    held = _agreements(visit, institution) if institution else []
    if not held:
        return None
    units = _units(visit, institution)
    told = sorted((_account(visit, one, units) for one in held), key=_order)
    return Destination(
        institution=institution,
        name=name_in(visit.language, institution),
        accounts=[one for one in told if one.standing is not Standing.EXPIRED],
        expired=[one for one in reversed(told) if one.standing is Standing.EXPIRED],
        networks=_shared_networks(visit, institution),
        standing=told[0].standing,
        sentence=_sentence(told),
        since=min((one.counts_from for one in held if one.counts_from), default=None),
        is_sample=any(one.is_sample for one in held),
    )


def _agreements(visit: Visit, institution: Institution) -> list[Any]:
    """The public agreements with an institution, with what this page shows of them."""
    here = Party.objects.filter(agreement=OuterRef("pk"), institution=institution).exclude(unit=None)
    public: Any = Agreement.objects.of_home(visit.home).public().with_partner(institution)
    return list(
        public.select_related("owner", "source")
        .annotate(partner_unit=Subquery(here.values("unit")[:1]))
        .prefetch_related(
            "texts",
            "suspensions",
            "open_to",
            "conditions__fields",
            "conditions__levels",
            "conditions__languages",
            "conditions__rounds",
        )
    )


def _units(visit: Visit, institution: Institution) -> dict[int, Said]:
    """The names of the units on both sides, by primary key."""
    both = (visit.home.institution_id, institution.pk)
    texts = OUnitText.objects.filter(owner__institution__in=both, field="name")
    return best_of_each(visit, texts.values_list("owner", "language", "text"))


def _order(account: Account) -> tuple[int, date, str]:
    """What a student can use first; among equals what ends first."""
    until = account.agreement.counts_until or date.max
    return IN_ORDER.index(account.standing), until, account.agreement.key


def _account(visit: Visit, agreement: Any, units: Mapping[int, Said]) -> Account:
    going = offers.outgoing(agreement, visit.day)
    stands = offers.standing_of(agreement, visit.day)
    besides = [one for one in agreement.conditions.all() if not offers.is_for_students(one)]
    return Account(
        agreement=agreement,
        standing=stands,
        owner=units.get(agreement.owner_id) or Said(agreement.owner.code, ""),
        partner_unit=units.get(agreement.partner_unit),
        going=[offer(visit, one, stands) for one in going],
        others=[other(one, visit.language) for one in besides],
        open_to=[units.get(unit.pk) or Said(unit.code, "") for unit in agreement.open_to.all()],
        suspension=agreement.suspension_on(visit.day),
        valid_through=offers.last_day(agreement),
        when=offers.when(agreement, going, stands, visit.day),
        free=offers.free(going, visit.day) if stands is Standing.OPEN else 0,
        texts={field: agreement.said(field, *visit.languages) for field in TEXTS},
    )


def _shared_networks(visit: Visit, institution: Institution) -> dict[str, Said]:
    """The names of the networks of which both are full members on the day, by their id."""
    shared: Any = Membership.objects.sharing_a_network_with(visit.home.institution, visit.day)
    theirs = shared.of_institution(institution).values("network")
    texts = NetworkText.objects.filter(owner__in=theirs, field="name")
    named = best_of_each(visit, texts.values_list("owner__slug", "language", "text"))
    return dict(sorted(named.items(), key=lambda item: words.sorting(item[1].text)))


def _sentence(told: Sequence[Account]) -> str:
    """What the best standing means for who wants to go."""
    best = told[0].standing
    days = [one.when.day for one in told if one.standing is best and one.when]
    if best is Standing.OPEN:
        return _open_sentence(sum(one.free for one in told), min(days))
    if best is Standing.CLOSED:
        return _closed_sentence(told)
    if best is Standing.FUTURE:
        return _("The agreement begins on %(day)s.") % {"day": words.day(min(days))}
    if best is Standing.EXPIRED:
        return _("The last agreement ended on %(day)s.") % {"day": words.day(max(days))}
    return {
        Standing.FULL: _("All places of this round have been given."),
        Standing.SUSPENDED: _("No places are given while the agreement rests."),
    }[best]


def _open_sentence(free: int, day: date) -> str:
    sentence = ngettext(
        "%(count)s place is free; ask for it by %(day)s.",
        "%(count)s places are free; the first deadline is %(day)s.",
        free,
    )
    return words.capital(sentence % {"count": words.number(free), "day": words.day(day)})


def _closed_sentence(told: Sequence[Account]) -> str:
    """When places are given again, as far as that is known."""
    if not any(account.going for account in told if account.standing is Standing.CLOSED):
        return _("What has been agreed is in force; it holds no places for students.")
    coming = [
        deadline.opens_on
        for account in told
        if account.standing is Standing.CLOSED
        for one in account.going
        for deadline in one.deadlines
    ]
    if not coming:
        return _("No round is open, and none has been announced.")
    return _("No round is open; the next one opens on %(day)s.") % {"day": words.day(min(coming))}
