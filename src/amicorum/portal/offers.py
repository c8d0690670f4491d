# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an agreement offers a student on a day: who may go, with which language, how many, until when."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from amicorum.agreements.destinations import Filters
from amicorum.agreements.destinations.reading import STUDENTS
from amicorum.agreements.models import Agreement, Condition, Round
from amicorum.agreements.rules import Standing, Validity, standing
from amicorum.portal import filter_words, words
from amicorum.vocabulary import isced_f
from amicorum.vocabulary.levels import cefr

IN_FORCE = (Standing.OPEN, Standing.FULL, Standing.CLOSED)


@dataclass(frozen=True)
class When:
    """The day that matters most now, and what happens on it."""

    label: str
    day: date


def outgoing(agreement: Agreement, day: date) -> list[Condition]:
    """The conditions under which students go; those whose last academic year is over only if all are."""
    return _current(agreement, day) or [one for one in agreement.conditions.all() if is_for_students(one)]


def _current(agreement: Agreement, day: date) -> list[Condition]:
    sending = (one for one in agreement.conditions.all() if is_for_students(one))
    return [one for one in sending if one.academic_years[1].last_day >= day]


def is_for_students(condition: Condition) -> bool:
    """Whether students are sent under it."""
    return condition.direction == Condition.Direction.SENDING and condition.mobility in STUDENTS


def standing_of(agreement: Agreement, day: date) -> Standing:
    """How an agreement as a whole stands on the day; reads its suspensions and conditions."""
    rests = agreement.suspension_on(day) is not None
    validity = Validity(agreement.counts_from, agreement.counts_until, rests)
    return standing(validity, rounds_of(_current(agreement, day)), day)


def rounds_of(conditions: Iterable[Condition]) -> list[Round]:
    """All rounds of these conditions."""
    return [one for condition in conditions for one in condition.rounds.all()]


def asked_for(conditions: Sequence[Condition], filters: Filters) -> Sequence[Condition]:
    """The conditions that answer what is asked; all of them when the question is not about conditions."""
    return [one for one in conditions if _answers(one, filters)] or conditions


def _answers(condition: Condition, filters: Filters) -> bool:
    return all(
        not filters.values(name) or any(answers(condition, value) for value in filters.values(name))
        for name, answers in _ANSWERS.items()
    )


def _holds_for_field(condition: Condition, value: str) -> bool:
    held = [row.isced_f for row in condition.fields.all()]
    return not held or any(isced_f.is_within(one, value) or isced_f.is_within(value, one) for one in held)


_ANSWERS: dict[str, Callable[[Condition, str], bool]] = {
    "field": _holds_for_field,
    "level": lambda condition, value: value in {str(row.eqf_level) for row in condition.levels.all()},
    "language": lambda condition, value: value in {row.language for row in condition.languages.all()},
    "term": lambda condition, value: not condition.terms or value in condition.terms.split(),
}


def fields(conditions: Iterable[Condition], language: str) -> list[str]:
    """The fields of study in words, each once; none at all means every field."""
    held = [[row.isced_f for row in one.fields.all()] for one in conditions]
    if not held or not all(held):
        return []
    return [filter_words.field(code, language) for code in sorted({code for codes in held for code in codes})]


def levels(conditions: Iterable[Condition], language: str) -> list[str]:
    """The levels of study in words, the lowest first."""
    numbers = {row.eqf_level for one in conditions for row in one.levels.all()}
    return [filter_words.level(number, language) for number in sorted(numbers)]


def languages(conditions: Iterable[Condition]) -> list[str]:
    """The languages that are asked for, each with its level: English B2."""
    asked: dict[str, str] = {}
    for row in (row for one in conditions for row in one.languages.all()):
        asked[row.language] = max(asked.get(row.language, ""), row.cefr, key=_rank)
    return sorted(f"{words.language_name(code)} {level}".strip() for code, level in asked.items())


def _rank(level: str) -> int:
    return cefr(level).rank if level else 0


def seats(conditions: Iterable[Condition]) -> int:
    """Places a year."""
    return sum(one.seats_per_year for one in conditions)


def free(conditions: Iterable[Condition], day: date) -> int:
    """Places that are free in the rounds that run on the day."""
    return sum(one.places - one.taken for one in rounds_of(conditions) if one.is_open_on(day))


def last_day(agreement: Agreement) -> date | None:
    """The last day on which it is valid; None where no end is known."""
    return agreement.counts_until - timedelta(days=1) if agreement.counts_until else None


def when(agreement: Agreement, conditions: Iterable[Condition], stands: Standing, day: date) -> When | None:
    """The day that matters: until when one can ask for a place, from when, or since when no more."""
    if stands in IN_FORCE:
        return _round_day(rounds_of(conditions), stands, day)
    if stands is Standing.FUTURE and agreement.counts_from:
        return When(_("From"), agreement.counts_from)
    ended = last_day(agreement)
    return When(_("Ended"), ended) if stands is Standing.EXPIRED and ended else None


def _round_day(rounds: Sequence[Round], stands: Standing, day: date) -> When | None:
    running = [one for one in rounds if one.is_open_on(day)]
    if stands is Standing.OPEN:
        return _first(_("Until"), [one.closes_on for one in running if not one.is_full])
    if stands is Standing.FULL:
        return _first(_("Round closes"), [one.closes_on for one in running])
    coming = _first(_("Opens"), [one.opens_on for one in rounds if one.opens_on > day])
    closed = [one.closes_on for one in rounds if one.closes_on < day]
    return coming or (When(_("Closed on"), max(closed)) if closed else None)


def _first(label: str, days: Sequence[date]) -> When | None:
    return When(label, min(days)) if days else None
