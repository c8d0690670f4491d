# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Academic years: four ways to write one, and the days that lie in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicorum.vocabulary.academic_year import AcademicYear
from amicorum.vocabulary.errors import NotAnAcademicYear

years = st.builds(AcademicYear, st.integers(1, 9998))


@pytest.mark.parametrize("text", ["2026-27", "2026/27", "2026-2027", "2026/2027", " 2026-27 "])
def test_an_academic_year_is_written_in_four_ways(text: str) -> None:
    year = AcademicYear.parse(text)
    assert (str(year), year.ewp) == ("2026-27", "2026/2027")


def test_a_century_turns_within_an_academic_year() -> None:
    assert str(AcademicYear.parse("1999-00")) == "1999-00"
    assert AcademicYear.parse("1999/2000").ewp == "1999/2000"


@given(years)
def test_an_academic_year_reads_back_from_either_form(year: AcademicYear) -> None:
    assert AcademicYear.parse(str(year)) == AcademicYear.parse(year.ewp) == year


@given(st.dates(date(1, 9, 1), date(9999, 8, 31)))
def test_every_day_lies_in_its_academic_year(day: date) -> None:
    year = AcademicYear.of(day)
    assert year.first_day <= day <= year.last_day


def test_the_year_turns_on_the_first_of_september() -> None:
    last, first = AcademicYear.of(date(2026, 8, 31)), AcademicYear.of(date(2026, 9, 1))
    assert (str(last), str(first)) == ("2025-26", "2026-27")
    assert last.next == first
    assert last < first


@pytest.mark.parametrize(
    "text",
    ["2026", "2026-28", "2026-26", "2026-2025", "2026–27", "26-27", "2026-027", "２０２６-27", "0000-01", ""],
)
def test_what_is_no_academic_year_is_refused(text: str) -> None:
    with pytest.raises(NotAnAcademicYear, match="two years in a row"):
        AcademicYear.parse(text)


def test_the_calendar_ends() -> None:
    with pytest.raises(NotAnAcademicYear):
        _ = AcademicYear(9998).next
