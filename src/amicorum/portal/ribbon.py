# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ribbon of years: the spans of a home's ties on one axis of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amicorum.multilingual.models import Said
from amicorum.portal import words
from amicorum.portal.visit import Visit
from amicorum.sources.models import DatedFact
from amicorum.vocabulary.periods import parse_moment, parse_partial_date

YEARS_BETWEEN_LABELS = 5
YEARS_AFTER = 3
"""Room to the right of today, for the years to come."""
FARTHEST = 20
"""Years after today to which the axis follows a visitor; the calendar itself ends at 9999."""
MIDDLE, WIDE = 50, 40
"""Hundredths of the axis from which labels find room on the left, and inside a span."""


@dataclass(frozen=True)
class Tie:
    """What one row of the ribbon stands for: a name, where it leads, and its time."""

    name: Said
    address: str
    fact: DatedFact


@dataclass(frozen=True)
class Span:
    """A row as it is drawn; positions are hundredths of the axis, from the left."""

    tie: Tie
    guessed_from: float
    left: float
    width: float
    right: float
    starts_known: bool
    ends_known: bool
    is_former: bool
    start: str
    end: str

    @property
    def label(self) -> "Label":
        """What stands at the start of the span, or left of it where there is more room."""
        if not self.starts_known:
            unknown = _("start not known")
            return Label(f"{unknown} – {self.end}" if self.end else unknown, self.left, -6, 16)
        if self.left > MIDDLE:
            return Label(f"{self.start} – {self.end}" if self.end else self.start, self.left, -8, 28)
        return Label(self.start, self.left, 5, 15)

    @property
    def end_label(self) -> "Label | None":
        """What stands at the end of a span that is over, unless its start says it."""
        if not self.end or not self.starts_known or self.left > MIDDLE:
            return None
        return (
            Label(self.end, self.right, -6, 16) if self.width > WIDE else Label(self.end, self.right, 8, 28)
        )


@dataclass(frozen=True)
class Label:
    """A text beside a span: where on the axis, how far from there, on which line."""

    text: str
    left: float
    away: int
    line: int

    @property
    def place(self) -> SafeString:
        """Its attributes in the picture; a text left of its place ends there."""
        anchor = "end" if self.away < 0 else "start"
        return format_html('x="{}%" y="{}" dx="{}" text-anchor="{}"', self.left, self.line, self.away, anchor)


@dataclass(frozen=True)
class Year:
    """A year on the axis, and the day as of which it is looked back from."""

    number: int
    left: float
    last_day: date

    @property
    def kind(self) -> str:
        """How much room the year gets on the axis."""
        return "is-tenth" if self.number % 10 == 0 else "is-fifth" if self.is_labelled else "is-between"

    @property
    def is_labelled(self) -> bool:
        return self.number % YEARS_BETWEEN_LABELS == 0


@dataclass(frozen=True)
class Ribbon:
    """The axis of years, the spans on it, and where the day of the visit stands."""

    years: Sequence[Year]
    spans: Sequence[Span]
    day_at: float
    today_at: float


def ribbon(visit: Visit, ties: Iterable[Tie]) -> Ribbon | None:
    """The ribbon of these ties; None when no tie has a date to begin with."""
    held = list(ties)
    starts = [tie.fact.counts_from for tie in held if tie.fact.counts_from]
    if not starts:
        return None
    latest = min(max(visit.today, visit.day).year, visit.today.year + FARTHEST)
    axis = _Axis(min(starts).year - 1, latest + YEARS_AFTER)
    return Ribbon(
        years=[_year(axis, number) for number in range(axis.first, axis.last + 1)],
        spans=[_span(axis, visit, tie) for tie in held],
        day_at=axis.at(visit.day),
        today_at=axis.at(visit.today),
    )


@dataclass(frozen=True)
class _Axis:
    """From the first day of one year to the first day of another."""

    first: int
    last: int

    def at(self, day: date) -> float:
        whole = (date(self.last, 1, 1) - date(self.first, 1, 1)).days
        share = (day - date(self.first, 1, 1)).days / whole
        return round(100 * min(max(share, 0.0), 1.0), 2)


def _year(axis: _Axis, number: int) -> Year:
    last_day = date(number, 12, 31)
    return Year(number, axis.at(date(number, 1, 1)), last_day)


def _span(axis: _Axis, visit: Visit, tie: Tie) -> Span:
    """The span of a tie: firm from when it is known or was seen, guessed before."""
    fact = tie.fact
    right = axis.at(fact.counts_until or visit.today)
    left = min(axis.at(_known_from(fact, visit)), right)
    is_former = fact.is_over(visit.day)
    return Span(
        tie=tie,
        guessed_from=axis.at(fact.counts_from) if fact.counts_from else 0.0,
        left=left,
        width=round(right - left, 2),
        right=right,
        starts_known=fact.start_is_known,
        ends_known=fact.end_is_known,
        is_former=is_former,
        start=words.start(fact),
        end=words.end(fact) if is_former else "",
    )


def _known_from(fact: DatedFact, visit: Visit) -> date:
    """The first day on which the fact is known to have held."""
    if fact.start_is_known:
        return fact.counts_from or visit.today
    named = parse_moment(fact.start).latest
    return named or parse_partial_date(words.seen_on(fact)).first_day
