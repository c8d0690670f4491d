# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The conditions of an agreement in words: what a student needs to know of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from babel.dates import get_timezone_name
from babel.numbers import format_decimal
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.agreements.models import Condition, Round
from amicorum.agreements.rules import Standing
from amicorum.portal import filter_words, offers, words
from amicorum.portal.destination_rows import either
from amicorum.portal.visit import Visit
from amicorum.vocabulary.academic_year import AcademicYear

LAST_MINUTE = time(23, 59)
"""A round is open through this minute of its closing day, in the time zone of the home."""


@dataclass(frozen=True)
class Deadline:
    """A round: for which year, from when until when, and how it stands where it can be used at all."""

    academic_year: AcademicYear
    opens_on: date
    closes_at: datetime
    zone: str
    standing: Standing | None
    free: int

    @property
    def state(self) -> str:
        """The word for its standing; nothing where the agreement itself gives no places."""
        return filter_words.standing(self.standing) if self.standing else ""


@dataclass(frozen=True)
class Offer:
    """A condition under which students go, in words; no fields at all means every field."""

    mobility: str
    fields: Sequence[tuple[str, str]]
    levels: str
    languages: str
    places: str
    stay: str
    years: str
    deadlines: Sequence[Deadline]


def offer(visit: Visit, condition: Condition, stands: Standing) -> Offer:
    """What a condition gives under an agreement that stands so."""
    codes = sorted(row.isced_f for row in condition.fields.all())
    first, last = condition.academic_years
    return Offer(
        mobility=words.capital(str(condition.get_mobility_display())),
        fields=[(code, filter_words.field(code, visit.language)) for code in codes],
        levels=", ".join(offers.levels([condition], visit.language)),
        languages=either(offers.languages([condition])),
        places=places(condition),
        stay=_stay(condition),
        years=str(first) if first == last else f"{first} – {last}",
        deadlines=[_deadline(visit, one, stands) for one in _next_rounds(condition, visit.day)],
    )


def other(condition: Condition, language: str) -> str:
    """In one line what else an agreement holds: who comes, which staff goes."""
    parts = [
        words.capital(str(condition.get_direction_display())),
        str(condition.get_mobility_display()),
        places(condition),
        ", ".join(offers.levels([condition], language)),
    ]
    named = ", ".join(offers.fields([condition], language)) or _("all fields")
    return "; ".join(part for part in (", ".join(filter(None, parts)), named) if part)


def places(condition: Condition) -> str:
    """How many places there are each year."""
    seats = condition.seats_per_year
    return ngettext("%(count)s place a year", "%(count)s places a year", seats) % {"count": seats}


def _stay(condition: Condition) -> str:
    """In which semesters, for how long, and whether partly online."""
    terms = ", ".join(condition.term_labels) or _("any semester")
    blended = _("partly online") if condition.is_blended else ""
    return "; ".join(part for part in (terms, _length(condition), blended) if part)


def _length(condition: Condition) -> str:
    if condition.months:
        sentence = ngettext("%(count)s month each", "%(count)s months each", _plural(condition.months))
        return sentence % {"count": _written(condition.months)}
    if condition.days:
        sentence = ngettext("%(count)s day each", "%(count)s days each", _plural(condition.days))
        return sentence % {"count": _written(condition.days)}
    return ""


def _plural(amount: Decimal) -> int:
    return 1 if amount == 1 else 2


def _written(amount: Decimal) -> str:
    return format_decimal(amount, locale=words.locale())


def _next_rounds(condition: Condition, day: date) -> list[Round]:
    """The rounds that run on the day and the first one after them."""
    running = [one for one in condition.rounds.all() if one.is_open_on(day)]
    coming = sorted(
        (one for one in condition.rounds.all() if one.opens_on > day), key=lambda one: one.opens_on
    )
    return [*running, *coming[:1]]


def _deadline(visit: Visit, one: Round, stands: Standing) -> Deadline:
    zone = timezone.get_default_timezone()
    closes_at = datetime.combine(one.closes_on, LAST_MINUTE, tzinfo=zone)
    return Deadline(
        academic_year=AcademicYear(one.academic_year),
        opens_on=one.opens_on,
        closes_at=closes_at,
        zone=get_timezone_name(closes_at, width="short", locale=words.locale()),
        standing=_round_standing(one, visit.day) if stands in offers.IN_FORCE else None,
        free=one.places - one.taken,
    )


def _round_standing(one: Round, day: date) -> Standing:
    if day < one.opens_on:
        return Standing.FUTURE
    return Standing.FULL if one.is_full else Standing.OPEN
