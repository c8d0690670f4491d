# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moments: what a text about a date means, and that it is never made more exact."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicorum.vocabulary.errors import NotAMoment
from amicorum.vocabulary.periods import (
    UNKNOWN,
    Moment,
    MomentKind,
    PartialDate,
    parse_day,
    parse_moment,
    parse_partial_date,
)

days = st.dates(min_value=date(2, 1, 1))
partial_dates = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), days, st.integers(1, 3)
)
between = (
    st.tuples(partial_dates, partial_dates)
    .filter(lambda pair: pair[0].first_day != pair[1].first_day)
    .map(lambda pair: Moment(MomentKind.BETWEEN, tuple(sorted(pair, key=lambda named: named.first_day))))
)
single = st.builds(
    lambda kind, named: Moment(kind, (named,)),
    st.sampled_from([MomentKind.PARTIAL, MomentKind.BY, MomentKind.BEFORE]),
    partial_dates,
)
moments = st.one_of(st.just(UNKNOWN), single, between)


@given(moments)
def test_a_moment_reads_back_from_its_own_text(moment: Moment) -> None:
    assert parse_moment(moment.written) == moment


@given(st.text())
def test_any_text_is_a_moment_or_is_refused_as_one(text: str) -> None:
    try:
        moment = parse_moment(text)
    except NotAMoment:
        return
    assert parse_moment(moment.written) == moment


@given(moments)
def test_the_earliest_day_is_not_after_the_latest(moment: Moment) -> None:
    assert moment.earliest is None or moment.latest is None or moment.earliest <= moment.latest


@pytest.mark.parametrize(
    ("text", "precision", "first_day", "last_day"),
    [
        ("2002", "year", date(2002, 1, 1), date(2002, 12, 31)),
        ("2006-01", "month", date(2006, 1, 1), date(2006, 1, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2006-01-15", "day", date(2006, 1, 15), date(2006, 1, 15)),
    ],
)
def test_a_partial_date_keeps_its_precision(
    text: str, precision: str, first_day: date, last_day: date
) -> None:
    found = parse_partial_date(text)
    assert (found.precision, found.first_day, found.last_day) == (precision, first_day, last_day)
    assert found.written == str(found) == text


@pytest.mark.parametrize(
    ("text", "kind", "earliest", "latest"),
    [
        ("2006-01", "partial", date(2006, 1, 1), date(2006, 1, 31)),
        ("by 2009", "by", None, date(2009, 12, 31)),
        ("before 2005", "before", None, date(2004, 12, 31)),
        ("between 2021 and 2023-06", "between", date(2021, 1, 1), date(2023, 6, 30)),
        ("", "unknown", None, None),
    ],
)
def test_each_form_bounds_the_moment_as_far_as_it_says(
    text: str, kind: str, earliest: date | None, latest: date | None
) -> None:
    moment = parse_moment(text)
    assert (moment.kind, moment.earliest, moment.latest) == (kind, earliest, latest)


def test_only_a_date_itself_is_known() -> None:
    assert [parse_moment(text).is_known for text in ("2002", "by 2002", "before 2002", "")] == [
        True,
        False,
        False,
        False,
    ]
    assert not parse_moment("between 2001 and 2002").is_known


def test_blanks_and_capitals_do_not_matter() -> None:
    assert str(parse_moment("  Between 2021\u00a0 AND  2023-06 ")) == "between 2021 and 2023-06"


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-30",
        "2021-13",
        "2021-00",
        "2021-01-00",
        "0000",
        "2021-1",
        "02021",
        "2021/01",
        "20210115",
        "２００２",
        "٢٠٠٢",
        "circa 2002",
        "by",
        "by 2021-13",
        "by by 2009",
        "before 0001",
        "between 2021",
        "between 2023 and 2021",
        "between 2021 and 2021",
        "unknown",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(NotAMoment, match=r"is not a date: expected .+\.$"):
        parse_moment(text)


def test_a_bound_needs_its_date_and_a_day_its_month() -> None:
    with pytest.raises(NotAMoment):
        Moment(MomentKind.BY)
    with pytest.raises(NotAMoment):
        PartialDate(2002, day=1)


def test_a_day_is_written_in_full() -> None:
    assert parse_day("2021-12-31") == date(2021, 12, 31)


@pytest.mark.parametrize(
    "text",
    ["2021-02-30", "2021-12", "2021-12-31 ", "２０２１-12-31", "2021-12-31T00", "0000-01-01", "", "9" * 9999],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(NotAMoment, match="YYYY-MM-DD"):
        parse_day(text)
