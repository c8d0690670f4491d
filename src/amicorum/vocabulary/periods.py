# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moments and periods as people write them: partial, bounded, unknown, and never made more exact.

A moment is one text in one of five forms: a partial date (`2002`, `2006-01`, `2006-01-15`), `by 2009`,
`before 2005`, `between 2021 and 2023-06`, or nothing at all. A period is two of them. What a period counts
as, day by day, is decided here and nowhere else.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from amicorum.vocabulary.errors import ImpossiblePeriod, NotAMoment
from amicorum.vocabulary.partial_dates import PartialDate, parse_day, parse_partial_date

__all__ = [
    "UNKNOWN",
    "Moment",
    "MomentKind",
    "PartialDate",
    "Period",
    "parse_day",
    "parse_moment",
    "parse_partial_date",
]

_EXPECTED = (
    "a date such as 2002, 2006-01 or 2006-01-15, or a bound such as 'by 2009', 'before 2005' "
    "or 'between 2021 and 2023-06', or nothing"
)
_BOUNDED = re.compile(r"(by|before) (\S+)|between (\S+) and (\S+)")


class MomentKind(StrEnum):
    """The five forms of a moment."""

    PARTIAL = "partial"
    BY = "by"
    BEFORE = "before"
    BETWEEN = "between"
    UNKNOWN = "unknown"


_DATES_NAMED = {
    MomentKind.PARTIAL: 1,
    MomentKind.BY: 1,
    MomentKind.BEFORE: 1,
    MomentKind.BETWEEN: 2,
    MomentKind.UNKNOWN: 0,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as a source gives it; `named` are the dates it names, in the order of the text."""

    kind: MomentKind
    named: tuple[PartialDate, ...] = ()

    def __post_init__(self) -> None:
        if len(self.named) != _DATES_NAMED[self.kind]:
            raise NotAMoment(
                " ".join(map(str, self.named)), f"{_DATES_NAMED[self.kind]} date(s) for '{self.kind}'"
            )
        if self.kind is MomentKind.BETWEEN and self.named[0].first_day >= self.named[1].first_day:
            raise NotAMoment(self.written, "the later of the two dates last")
        if self.kind is MomentKind.BEFORE and self.named[0].first_day == date.min:
            raise NotAMoment(self.written, "a date that has days before it")

    @property
    def written(self) -> str:
        """The canonical text, which `parse_moment` reads back; empty for the unknown."""
        match self.kind:
            case MomentKind.UNKNOWN:
                return ""
            case MomentKind.PARTIAL:
                return self.named[0].written
            case MomentKind.BETWEEN:
                return f"between {self.named[0]} and {self.named[1]}"
            case _:
                return f"{self.kind} {self.named[0]}"

    @property
    def earliest(self) -> date | None:
        """The first day on which it can have been; None when nothing bounds it."""
        bounded = self.kind in (MomentKind.PARTIAL, MomentKind.BETWEEN)
        return self.named[0].first_day if bounded else None

    @property
    def latest(self) -> date | None:
        """The last day on which it can have been; None when nothing bounds it."""
        if self.kind is MomentKind.UNKNOWN:
            return None
        if self.kind is MomentKind.BEFORE:
            return self.named[0].first_day - timedelta(days=1)
        return self.named[-1].last_day

    @property
    def is_known(self) -> bool:
        """Whether the source names the date itself, however partial, and not only a bound or nothing."""
        return self.kind is MomentKind.PARTIAL

    def __str__(self) -> str:
        return self.written


UNKNOWN = Moment(MomentKind.UNKNOWN)


def parse_moment(text: str) -> Moment:
    """The moment that the text writes; blanks around and between words and capitals do not matter.

    Raises `NotAMoment` when the text has none of the five forms or names a date that does not exist.
    """
    plain = " ".join(text.split()).lower()
    if not plain:
        return UNKNOWN
    try:
        return _parse_plain(plain)
    except NotAMoment as error:
        raise NotAMoment(text, error.expected) from None


def _parse_plain(plain: str) -> Moment:
    match = _BOUNDED.fullmatch(plain)
    if match is None:
        if " " in plain or not plain[0].isdigit():
            raise NotAMoment(plain, _EXPECTED)
        return Moment(MomentKind.PARTIAL, (parse_partial_date(plain),))
    kind = MomentKind(match[1] or MomentKind.BETWEEN)
    return Moment(kind, tuple(parse_partial_date(part) for part in match.groups()[1:] if part))


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from one moment to another, as a source gives both.

    An unknown start stays unknown; an end that nobody wrote is open. Raises `ImpossiblePeriod` when both ends
    count from a day and the end is not after the start.
    """

    start: Moment = UNKNOWN
    end: Moment = UNKNOWN

    def __post_init__(self) -> None:
        start, until = self.counts_from(None), self.counts_until
        if start is not None and until is not None and until <= start:
            raise ImpossiblePeriod(
                f"{self.start} to {self.end}",
                f"an end after the start, but it ends on {until} and starts on {start}",
            )

    @classmethod
    def parse(cls, start_text: str, end_text: str = "") -> Self:
        """The period that two texts write; raises `NotAMoment` or `ImpossiblePeriod`."""
        return cls(parse_moment(start_text), parse_moment(end_text))

    def counts_from(self, founded: date | None) -> date | None:
        """The first day on which it counts; None means since ever.

        `founded` is the day on which the thing began of which this is a part (a network, the first edition
        of a programme). It stands in for a start that is unknown or known only as `by` or `before` a date:
        who was there by 2009 is taken to have been there from the beginning. `between` two dates counts from
        the later one.
        """
        if self.start.kind in (MomentKind.PARTIAL, MomentKind.BETWEEN):
            return self.start.named[-1].first_day
        return founded

    @property
    def counts_until(self) -> date | None:
        """The first day on which it no longer counts; None means that it is open.

        Every end counts from the first day of the (later) date it names: an end in `2011-03` is over on
        2011-03-01, one `before 2005` on 2005-01-01, one `by 2026-11-22` on that day.
        """
        return None if self.is_open else self.end.named[-1].first_day

    def covers(self, day: date, founded: date | None = None) -> bool:
        """Whether the day is in the period: from `counts_from` on and before `counts_until`."""
        start, until = self.counts_from(founded), self.counts_until
        return (start is None or start <= day) and (until is None or day < until)

    @property
    def is_open(self) -> bool:
        """Whether no end is written. An open end is not an unknown one."""
        return self.end.kind is MomentKind.UNKNOWN

    @property
    def start_is_known(self) -> bool:
        """Whether the source names the start itself, however partial."""
        return self.start.is_known

    @property
    def end_is_known(self) -> bool:
        """Whether the source names the end itself or says by its silence that there is none yet."""
        return self.is_open or self.end.is_known

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"
