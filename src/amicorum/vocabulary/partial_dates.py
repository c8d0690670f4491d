# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates that are as exact as their source: a year, a month or a day."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from amicorum.vocabulary.errors import NotAMoment

# [0-9] and not \d: other scripts' digits are no ISO 8601 dates.
_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_EXPECTED_DATE = "a date that exists, as a year (2006), a month (2006-01) or a day (2006-01-15)"
_EXPECTED_DAY = "a day that exists, written as YYYY-MM-DD"

Precision = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day; raises `NotAMoment` when the calendar has no such date."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise NotAMoment(f"day {self.day} of {self.year}", "a month with the day")
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            raise NotAMoment(self.written, _EXPECTED_DATE) from None

    @property
    def precision(self) -> Precision:
        """How exact the date is."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def written(self) -> str:
        """The date in ISO 8601, with its own precision."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The first day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return self.written


def parse_partial_date(text: str) -> PartialDate:
    """The partial date that the text writes; raises `NotAMoment`."""
    match = _WRITTEN.fullmatch(text)
    if match is None or 0 in (parts := [int(part) for part in match.groups() if part is not None]):
        raise NotAMoment(text, _EXPECTED_DATE)
    return PartialDate(*parts)


def parse_day(text: str) -> date:
    """The day written as YYYY-MM-DD in ASCII digits, nothing around it; raises `NotAMoment`."""
    match = _WRITTEN.fullmatch(text)
    if match is None or match[3] is None:
        raise NotAMoment(text, _EXPECTED_DAY)
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise NotAMoment(text, _EXPECTED_DAY) from None
