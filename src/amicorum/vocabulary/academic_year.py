# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The academic year: from 1 September up to and including 31 August."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from amicorum.vocabulary.errors import NotAnAcademicYear

_FIRST_MONTH = 9
_WRITTEN = re.compile(r"([0-9]{4})[-/]([0-9]{2}|[0-9]{4})")
_EXPECTED = "two years in a row, such as 2026-27 or 2026/2027"


@dataclass(frozen=True, order=True, slots=True)
class AcademicYear:
    """The academic year that starts in September of the year `start`; they sort by time.

    Raises `NotAnAcademicYear` for years that have no calendar (before 1 and after 9998).
    """

    start: int

    def __post_init__(self) -> None:
        if not date.min.year <= self.start < date.max.year:
            raise NotAnAcademicYear(self.start, _EXPECTED)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The academic year that the text writes: `2026-27`, `2026/27`, `2026-2027` or `2026/2027`."""
        match = _WRITTEN.fullmatch(text.strip())
        if match is None:
            raise NotAnAcademicYear(text, _EXPECTED)
        start, end = int(match[1]), match[2]
        if not f"{start + 1:04}".endswith(end):
            raise NotAnAcademicYear(text, _EXPECTED)
        return cls(start)

    @classmethod
    def of(cls, day: date) -> Self:
        """The academic year in which the day lies."""
        return cls(day.year if day.month >= _FIRST_MONTH else day.year - 1)

    @property
    def ewp(self) -> str:
        """As the `AcademicYearId` of Erasmus Without Paper: `2026/2027`."""
        return f"{self.start:04}/{self.start + 1:04}"

    @property
    def first_day(self) -> date:
        """1 September."""
        return date(self.start, _FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        """31 August of the following year, which still belongs to it."""
        return date(self.start + 1, _FIRST_MONTH - 1, 31)

    @property
    def next(self) -> Self:
        """The academic year after this one."""
        return type(self)(self.start + 1)

    def __str__(self) -> str:
        return f"{self.start:04}-{(self.start + 1) % 100:02}"
