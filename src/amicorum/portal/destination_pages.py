# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""One destination: all that a home has agreed with an institution, as it stands on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from babel.dates import get_timezone_name
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.agreements.destinations.found import IN_ORDER
from amicorum.agreements.models import Agreement, Condition, Round, Suspension
from amicorum.agreements.rules import Standing
from amicorum.institutions.models import Institution
from amicorum.multilingual.models import Said
from amicorum.networks.models import Membership, Network
from amicorum.portal import filter_words, offers, words
from amicorum.portal.destination_rows import either
from amicorum.portal.filter_words import capital
from amicorum.portal.visit import Visit


@dataclass(frozen=True)
class Deadline:
    """Until when places of a round are asked for, and whether that can be done on the day."""

    academic_year: str
    opens_on: date
    closes_at: datetime
    free: int
    state: str
    word: str


@dataclass(frozen=True)
class Offer:
    """A condition under which students go, in words."""

    mobility: str
    fields: Sequence[tuple[str, str]]
    levels: str
    languages: str
    places: str
    stay: str
    years: str
    deadlines: Sequence[Deadline]


@dataclass(frozen=True)
class Account:
    """One agreement, as its part of the page tells it."""

    agreement: Agreement
    standing: Standing
    offers: Sequence[Offer]
    others: Sequence[str]
    open_to: Sequence[Said]
    suspension: Suspension | None
    valid_through: date | None

    @property
    def state(self) -> str:
        """The word for its standing."""
        return filter_words.standing(self.standing)

    @property
    def kind(self) -> str:
        return capital(str(self.agreement.get_kind_display()))

    @property
    def partner_units(self) -> list[Any]:
        """The units of the partner that are named in it."""
        return [party.unit for party in self.agreement.parties.all() if party.unit]


@dataclass(frozen=True)
class Destination:
    """An institution with all public agreements of the home with it."""

    institution: Institution
    name: Said
    accounts: Sequence[Account]
    expired: Sequence[Account]
    networks: Sequence[Network]
    standing: Standing
    sentence: str
    since: date | None

    @property
    def state(self) -> str:
        return filter_words.standing(self.standing)

    @property
    def is_sample(self) -> bool:
        return any(one.agreement.is_sample for one in (*self.accounts, *self.expired))


def destination(visit: Visit, slug: str) -> Destination | None:
    """The destination of this name; None where the home has no public agreement with it."""
    institution = Institution.objects.with_names().filter(slug=slug).first()
    held = _agreements(visit, institution) if institution else []
    if institution is None or not held:
        return None
    told = sorted((_account(visit, one) for one in held), key=_order)
    best = told[0]
    return Destination(
        institution=institution,
        name=institution.named(visit.language),
        accounts=[one for one in told if one.standing is not Standing.EXPIRED],
        expired=[one for one in told if one.standing is Standing.EXPIRED],
        networks=_shared_networks(visit, institution),
        standing=best.standing,
        sentence=_sentence(visit, told),
        since=min((one.counts_from for one in held if one.counts_from), default=None),
    )


def _agreements(visit: Visit, institution: Institution) -> list[Agreement]:
    public: Any = Agreement.objects.of_home(visit.home).public().with_partner(institution)
    return list(public.with_everything().order_by("key"))


def _order(account: Account) -> tuple[int, date, str]:
    """What a student can use first; of what is over, the latest."""
    until = account.agreement.counts_until or date.max
    return IN_ORDER.index(account.standing), until, account.agreement.key


def _account(visit: Visit, agreement: Agreement) -> Account:
    going = offers.outgoing(agreement, visit.day)
    stands = offers.standing_of(agreement, visit.day)
    return Account(
        agreement=agreement,
        standing=stands,
        offers=[_offer(visit, one, stands) for one in going],
        others=[_other(visit, one) for one in agreement.conditions.all() if not offers.is_for_students(one)],
        open_to=[unit.said("name", *visit.languages) for unit in agreement.open_to.all()],
        suspension=agreement.suspension_on(visit.day),
        valid_through=offers.last_day(agreement),
    )


def _offer(visit: Visit, condition: Condition, stands: Standing) -> Offer:
    codes = sorted(row.isced_f for row in condition.fields.all())
    first, last = condition.academic_years
    return Offer(
        mobility=capital(str(condition.get_mobility_display())),
        fields=[(code, filter_words.field(code, visit.language)) for code in codes],
        levels=", ".join(offers.levels([condition], visit.language)),
        languages=either(offers.languages([condition])),
        places=_places(condition),
        stay=_stay(condition),
        years=str(first) if first == last else f"{first} – {last}",
        deadlines=[_deadline(visit, one, stands) for one in condition.rounds.all() if one.closes_on >= visit.day],
    )


def _places(condition: Condition) -> str:
    seats = condition.seats_per_year
    return ngettext("%(count)s place a year", "%(count)s places a year", seats) % {"count": seats}


def _stay(condition: Condition) -> str:
    """In which terms, and for how long."""
    terms = ", ".join(condition.term_labels)
    parts = [terms or _("any semester"), _length(condition)]
    if condition.is_blended:
        parts.append(_("partly online"))
    return "; ".join(part for part in parts if part)


def _length(condition: Condition) -> str:
    if condition.months:
        count = condition.months.normalize()
        return ngettext("%(count)s month each", "%(count)s months each", int(condition.months)) % {
            "count": words.decimal(count)
        }
    if condition.days:
        count = condition.days.normalize()
        return ngettext("%(count)s day each", "%(count)s days each", int(condition.days)) % {
            "count": words.decimal(count)
        }
    return ""
