# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""One destination: all that a home has agreed with an institution, as it stands on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.agreements.destinations.found import IN_ORDER
from amicorum.agreements.models import Agreement, Suspension
from amicorum.agreements.rules import Standing
from amicorum.institutions.models import Institution, OUnit
from amicorum.multilingual.models import Said
from amicorum.networks.models import Membership, Network
from amicorum.portal import filter_words, offers, words
from amicorum.portal.destination_offers import Offer, offer, other
from amicorum.portal.filter_words import capital
from amicorum.portal.visit import Visit

TEXTS = ("title", "restriction", "considerations", "deadline_note")


@dataclass(frozen=True)
class Account:
    """One agreement, as its part of the page tells it."""

    agreement: Agreement
    standing: Standing
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
        return filter_words.standing(self.standing)

    @property
    def kind(self) -> str:
        return capital(str(self.agreement.get_kind_display()))

    @property
    def partner_units(self) -> list[OUnit]:
        """The units of the partner that are named in it."""
        return [party.unit for party in self.agreement.parties.all() if party.unit]


@dataclass(frozen=True)
class Destination:
    """An institution with all public agreements of the home with it, the usable ones first."""

    institution: Institution
    name: Said
    accounts: Sequence[Account]
    expired: Sequence[Account]
    networks: Sequence[Network]
    standing: Standing
    sentence: str
    since: date | None
    is_sample: bool

    @property
    def state(self) -> str:
        """The word for how it stands at best."""
        return filter_words.standing(self.standing)


def destination(visit: Visit, slug: str) -> Destination | None:
    """The destination of this name; None where the home has no public agreement with it."""
    institution = Institution.objects.with_names().filter(slug=slug).first()
    held = _agreements(visit, institution) if institution else []
    if institution is None or not held:
        return None
    told = sorted((_account(visit, one) for one in held), key=_order)
    return Destination(
        institution=institution,
        name=institution.named(visit.language),
        accounts=[one for one in told if one.standing is not Standing.EXPIRED],
        expired=[one for one in reversed(told) if one.standing is Standing.EXPIRED],
        networks=_shared_networks(visit, institution),
        standing=told[0].standing,
        sentence=_sentence(told),
        since=min((one.counts_from for one in held if one.counts_from), default=None),
        is_sample=any(one.is_sample for one in held),
    )


def _agreements(visit: Visit, institution: Institution) -> list[Agreement]:
    public: Any = Agreement.objects.of_home(visit.home).public().with_partner(institution)
    return list(public.with_everything())


def _order(account: Account) -> tuple[int, date, str]:
    """What a student can use first; among equals what ends first."""
    until = account.agreement.counts_until or date.max
    return IN_ORDER.index(account.standing), until, account.agreement.key


def _account(visit: Visit, agreement: Agreement) -> Account:
    going = offers.outgoing(agreement, visit.day)
    stands = offers.standing_of(agreement, visit.day)
    besides = [one for one in agreement.conditions.all() if not offers.is_for_students(one)]
    return Account(
        agreement=agreement,
        standing=stands,
        going=[offer(visit, one, stands) for one in going],
        others=[other(one, visit.language) for one in besides],
        open_to=[unit.said("name", *visit.languages) for unit in agreement.open_to.all()],
        suspension=agreement.suspension_on(visit.day),
        valid_through=offers.last_day(agreement),
        when=offers.when(agreement, going, stands, visit.day),
        free=offers.free(going, visit.day) if stands is Standing.OPEN else 0,
        texts={field: agreement.said(field, *visit.languages) for field in TEXTS},
    )


def _shared_networks(visit: Visit, institution: Institution) -> list[Network]:
    """The networks of which both are full members on the day, by name."""
    members: Any = Membership.objects.public().full().on(visit.day)
    own = members.of_institution(visit.home.institution).values("network")
    theirs = members.of_institution(institution).values("network")
    shared: Any = Network.objects.with_texts()
    return list(shared.filter(pk__in=own).filter(pk__in=theirs).in_order(visit.language))


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
    return capital(sentence % {"count": words.number(free), "day": words.day(day)})


def _closed_sentence(told: Sequence[Account]) -> str:
    """When places are given again, as far as that is known."""
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
