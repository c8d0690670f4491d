# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Periods: on which days something counts, when its source is vague about the ends."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from amicorum.vocabulary.errors import ImpossiblePeriod, NotAMoment
from amicorum.vocabulary.periods import Period

FOUNDED = date(1995, 1, 1)

starts = st.sampled_from(
    ["", "1987", "2002", "2006-01", "by 2009", "before 2005", "between 2003 and 2006-06"]
)
ends = st.sampled_from(["", "2007", "2011-03", "by 2026-11-22", "before 2010", "between 2021 and 2023-06"])
periods = st.builds(Period.parse, starts, ends)
days = st.dates(date(1980, 1, 1), date(2030, 12, 31))
foundings = st.none() | days


@pytest.mark.parametrize(
    ("start", "counts_from"),
    [
        ("2002", date(2002, 1, 1)),
        ("2006-01", date(2006, 1, 1)),
        ("2006-01-15", date(2006, 1, 15)),
        ("between 2021 and 2023-06", date(2023, 6, 1)),
        ("by 2009", FOUNDED),
        ("before 2005", FOUNDED),
        ("", FOUNDED),
    ],
)
def test_a_start_counts_from_its_first_day_or_from_the_founding(start: str, counts_from: date) -> None:
    assert Period.parse(start).counts_from(FOUNDED) == counts_from


@pytest.mark.parametrize("start", ["", "by 2009", "before 2005"])
def test_an_unknown_start_without_a_founding_counts_since_ever(start: str) -> None:
    period = Period.parse(start, "2011")
    assert period.counts_from(None) is None
    assert period.covers(date.min)


@pytest.mark.parametrize(
    ("end", "counts_until"),
    [
        ("2011-03", date(2011, 3, 1)),
        ("2011", date(2011, 1, 1)),
        ("before 2005", date(2005, 1, 1)),
        ("by 2026-11-22", date(2026, 11, 22)),
        ("between 2021 and 2023-06", date(2023, 6, 1)),
        ("", None),
    ],
)
def test_an_end_counts_from_the_first_day_it_names(end: str, counts_until: date | None) -> None:
    assert Period.parse("", end).counts_until == counts_until


def test_who_leaves_in_march_is_there_on_the_last_of_february() -> None:
    membership = Period.parse("2002", "2011-03")
    assert membership.covers(date(2011, 2, 28))
    assert not membership.covers(date(2011, 3, 1))


def test_who_was_there_by_2009_was_there_from_the_founding() -> None:
    membership = Period.parse("by 2009")
    assert membership.covers(FOUNDED, FOUNDED)
    assert not membership.covers(date(1994, 12, 31), FOUNDED)


@given(periods, days, foundings)
def test_a_period_covers_from_its_first_day_up_to_its_end(
    period: Period, day: date, founded: date | None
) -> None:
    start, until = period.counts_from(founded), period.counts_until
    assume(start is None or until is None or start < until)
    assert start is None or period.covers(start, founded)
    assert until is None or not period.covers(until, founded)
    assert period.covers(day, founded) == ((start or date.min) <= day < (until or date.max))


@given(periods, foundings, st.lists(days, min_size=3, max_size=3))
def test_a_period_has_no_holes(period: Period, founded: date | None, three: list[date]) -> None:
    first, middle, last = sorted(three)
    assert period.covers(middle, founded) or not (
        period.covers(first, founded) and period.covers(last, founded)
    )


@given(periods, days, days, days)
def test_an_earlier_founding_never_takes_a_day_away(
    period: Period, day: date, one: date, other: date
) -> None:
    earlier, later = sorted([one, other])
    assert period.covers(day, earlier) or not period.covers(day, later)


@given(periods)
def test_a_period_reads_back_from_its_two_texts(period: Period) -> None:
    assert Period.parse(period.start.written, period.end.written) == period


def test_an_open_end_is_not_an_unknown_one() -> None:
    still_there = Period.parse("2002")
    left_some_day = Period.parse("2002", "by 2026-11-22")
    assert (still_there.is_open, still_there.end_is_known) == (True, True)
    assert (left_some_day.is_open, left_some_day.end_is_known) == (False, False)
    assert Period.parse("2002", "2011-03").end_is_known


def test_a_bounded_start_is_not_known() -> None:
    assert Period.parse("2002").start_is_known
    assert not any(Period.parse(start).start_is_known for start in ("", "by 2009", "before 2005"))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2011", "2010"),
        ("2002", "2002"),
        ("2021-09-01", "2021-09"),
        ("between 2021 and 2023-06", "before 2022"),
    ],
)
def test_an_end_that_is_not_after_the_start_is_impossible(start: str, end: str) -> None:
    with pytest.raises(ImpossiblePeriod, match="an end after the start"):
        Period.parse(start, end)


def test_an_end_before_a_mere_bound_of_the_start_is_possible() -> None:
    assert Period.parse("by 2009", "2005").covers(date(2004, 12, 31), FOUNDED)


def test_a_period_is_refused_for_either_text() -> None:
    with pytest.raises(NotAMoment):
        Period.parse("2021-02-30", "")
    with pytest.raises(NotAMoment):
        Period.parse("", "soon")
