# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The columns of the canonical table of agreements, and what their cells mean.

docs/formats/agreements.md says the same to the person who fills the table; a test keeps the two equal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from amicorum.agreements.actions import ConditionDraft, RoundDraft
from amicorum.agreements.models import Condition, ConditionLanguage
from amicorum.intake.known import by_identifier
from amicorum.intake.tables import Row, UnableToTakeIn, checked
from amicorum.multilingual.actions import Texts
from amicorum.vocabulary.academic_year import AcademicYear
from amicorum.vocabulary.isced_f import parse_field
from amicorum.vocabulary.levels import cefr, eqf_level, language
from amicorum.vocabulary.periods import parse_day, parse_partial_date

REQUIRED_COLUMNS = ("agreement_id", "kind", "owner_unit", "valid_from", "valid_through", "source")
PARTNER_COLUMNS = ("partner_ror", "partner_erasmus", "partner_key", "partner_unit")
AGREEMENT_COLUMNS = (
    *REQUIRED_COLUMNS,
    *PARTNER_COLUMNS,
    "signed_on",
    "verified_on",
    "open_to_units",
    "suspended_from",
    "suspended_through",
    "suspension_reason",
    "suspension_review_on",
    "sample",
)
CONDITION_COLUMNS = (
    "mobility",
    "direction",
    "seats_per_year",
    "months",
    "days",
    "blended",
    "terms",
    "first_academic_year",
    "last_academic_year",
    "isced_f",
    "eqf_levels",
    "languages",
    "rounds",
)
TEXT_FIELDS = ("title", "restriction", "considerations", "deadline_note")

T = TypeVar("T")
_TEXT_COLUMN = re.compile(rf"({'|'.join(TEXT_FIELDS)})_(.+)")
_AMOUNT = re.compile(r"[0-9]{1,3}(\.[0-9])?")
_ROUND = re.compile(r"([0-9/-]+):([0-9-]+)\.\.([0-9-]+):([0-9]{1,4})/([0-9]{1,4})")
ROUND_EXPECTED = "year:first day..last day:taken/places, as 2026-27:2026-10-01..2026-12-01:3/5"


@dataclass(frozen=True)
class SuspensionDraft:
    """A time in which an agreement rests; `until` is exclusive."""

    since: date
    until: date | None
    reason: str
    review_on: date


def is_column(name: str) -> bool:
    """Whether the table knows a column; one without a name holds remarks that nobody reads."""
    return (
        not name
        or name in AGREEMENT_COLUMNS
        or name in CONDITION_COLUMNS
        or bool(_TEXT_COLUMN.fullmatch(name))
    )


def is_of_agreement(column: str) -> bool:
    """Whether a column speaks of the whole agreement, so that its rows must say the same in it."""
    return bool(column) and column not in CONDITION_COLUMNS


def partners_named(row: Row) -> list[str]:
    """The words for the partners of an agreement; raises `NotInVocabulary`."""
    return [
        *(by_identifier("ror", value) for value in row.keys_in("partner_ror")),
        *(by_identifier("erasmus", value) for value in row.keys_in("partner_erasmus")),
        *row.keys_in("partner_key"),
    ]


def day_in(row: Row, column: str) -> date | None:
    """The day in a cell, None when it is empty; raises `NotAMoment`."""
    return parse_day(row[column]) if row[column] else None


def day_after(text: str) -> date | None:
    """The day after the last one that a date means, None for no date: ends are written inclusive."""
    if not text:
        return None
    last = parse_partial_date(text).last_day
    if last == date.max:
        raise UnableToTakeIn(f"{text} has no day after it; leave the cell empty for an open end")
    return last + timedelta(days=1)


def texts_in(row: Row) -> Texts:
    """The texts of an agreement from the columns `<field>_<language>`; raises `NotALanguage`."""
    texts: dict[str, dict[str, str]] = {field: {} for field in TEXT_FIELDS}
    for column in row:
        match = _TEXT_COLUMN.fullmatch(column)
        if match and row[column]:
            texts[match[1]][language(match[2])] = row[column]
    return texts


def suspension_in(row: Row) -> SuspensionDraft | None:
    """The suspension that a row names, with its grounds; raises `UnableToTakeIn` or `NotAMoment`."""
    since, until = day_in(row, "suspended_from"), day_after(row["suspended_through"])
    if since is None:
        if until or row["suspension_reason"] or row["suspension_review_on"]:
            raise UnableToTakeIn("tells of a suspension without suspended_from")
        return None
    if until and until <= since:
        raise UnableToTakeIn("suspended_through lies before suspended_from")
    review_on = parse_day(row.word("suspension_review_on"))
    return SuspensionDraft(since, until, row.word("suspension_reason"), review_on)


def condition_in(row: Row) -> ConditionDraft | None:
    """The cooperation condition of a row, None when the row speaks of the agreement alone.

    Raises `UnableToTakeIn` or `NotInVocabulary`.
    """
    if not any(row[column] for column in CONDITION_COLUMNS):
        return None
    row.word("seats_per_year")
    first, last = (AcademicYear.parse(row.word(f"{which}_academic_year")) for which in ("first", "last"))
    months, days = _amount_in(row, "months"), _amount_in(row, "days")
    if months is not None and days is not None:
        raise UnableToTakeIn("gives months and days; one of both is meant")
    return ConditionDraft(
        mobility=row.one_of("mobility", Condition.Mobility.values),
        direction=row.one_of("direction", Condition.Direction.values),
        seats_per_year=row.number("seats_per_year") or 0,
        first_academic_year=first.start,
        last_academic_year=last.start,
        months=months,
        days=days,
        is_blended=row.yes("blended"),
        terms=" ".join(_terms_in(row)),
        fields=_once("isced_f", [parse_field(code).code for code in row.keys_in("isced_f")]),
        levels=_once("eqf_levels", [eqf_level(level).number for level in row.keys_in("eqf_levels")]),
        languages=_languages_in(row),
        rounds=list(_rounds_in(row)),
    )


def _amount_in(row: Row, column: str) -> Decimal | None:
    text = row[column]
    if text and not _AMOUNT.fullmatch(text):
        raise row.unexpected(column, "a number below 1,000 with at most one decimal")
    return Decimal(text) if text else None


def _terms_in(row: Row) -> list[str]:
    terms = _once("terms", row.keys_in("terms"))
    if not set(terms) <= set(Condition.Term.values):
        raise row.unexpected("terms", f"some of {', '.join(Condition.Term.values)}")
    return terms


def _languages_in(row: Row) -> dict[str, str]:
    pairs = [part.partition(":") for part in row.keys_in("languages")]
    tags = _once("languages", [language(tag) for tag, _, _ in pairs])
    for tag in tags:
        checked(ConditionLanguage, {"language": tag})
    levels = (cefr(level).code if level else "" for _, _, level in pairs)
    return dict(zip(tags, levels, strict=True))


def _rounds_in(row: Row) -> Iterator[RoundDraft]:
    rounds = [_round(text) for text in row.keys_in("rounds")]
    _once("rounds", [one.academic_year for one in rounds])
    yield from rounds


def _round(text: str) -> RoundDraft:
    match = _ROUND.fullmatch(text.replace(" ", ""))
    if match is None:
        raise UnableToTakeIn(f"rounds says {text[:60]!r}, expected {ROUND_EXPECTED}")
    year, opens_on, closes_on = AcademicYear.parse(match[1]), parse_day(match[2]), parse_day(match[3])
    taken, places = int(match[4]), int(match[5])
    if closes_on < opens_on:
        raise UnableToTakeIn(f"the round of {year} closes before it opens")
    if taken > places:
        raise UnableToTakeIn(f"in the round of {year} more places are taken than there are")
    return RoundDraft(year.start, opens_on, closes_on, places, taken)


def _once(column: str, values: list[T]) -> list[T]:
    if len(set(values)) != len(values):
        raise UnableToTakeIn(f"{column} names the same twice")
    return values
