# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""When sample agreements hold, and when their places are given: dates around the day of loading.

All of it hangs on the academic year of that day, here `year`: what stands, stands through
31 August three years later, so that any day of the two years after loading finds it in force.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from amicorum.intake.sampling.lists import faculties
from amicorum.vocabulary.academic_year import AcademicYear

HORIZON = 3
"""Academic years after that of loading for which rounds are laid out."""
OFFICE = "international-relations"
EARLY_SHARE, FULL_SHARE, PROMISED_SHARE = 0.45, 0.18, 0.1


class Life(StrEnum):
    """How an agreement stands towards the two years after loading."""

    STANDING = "standing"
    EXPIRED = "expired"
    ENDING = "ending"
    COMING = "coming"


@dataclass(frozen=True)
class Validity:
    """First and last day of an agreement; `through` is inclusive, None for an open end."""

    start: date
    through: date | None

    def academic_years(self, year: int) -> tuple[int, int]:
        """The first and the last year of its conditions; an open end reaches beyond the horizon."""
        last = AcademicYear.of(self.through).start if self.through else year + HORIZON + 2
        return AcademicYear.of(self.start).start, last


def lives(count: int, chance: random.Random) -> list[Life]:
    """So many lives in an order of chance: most stand, 6 % each have expired or will, 4 % are to come."""
    shares = {Life.EXPIRED: 0.06, Life.ENDING: 0.06, Life.COMING: 0.04}
    others = [life for life, share in shares.items() for _ in range(round(share * count))]
    all_of_them = [*others, *[Life.STANDING] * (count - len(others))]
    chance.shuffle(all_of_them)
    return all_of_them


def validity(life: Life, year: int, chance: random.Random) -> Validity:
    """The days of an agreement of this life; nearly half of those that stand began long ago."""
    long_ago = date(chance.randint(year - 12, year - 5), 9, 1)
    recent = date(chance.randint(year - 4, year), 9, 1)
    end_of = [date(year + ahead, 8, 31) for ahead in range(1, HORIZON + 4)]
    match life:
        case Life.EXPIRED:
            return Validity(long_ago, date(chance.randint(year - 4, year), 8, 31))
        case Life.ENDING:
            return Validity(long_ago, chance.choice([end_of[0], date(year + 2, 1, 31), end_of[1]]))
        case Life.COMING:
            start = chance.choice([date(year + 1, 9, 1), date(year + 2, 2, 1)])
            return Validity(start, date(start.year + 5, 8, 31))
        case _:
            start = long_ago if chance.random() < EARLY_SHARE else recent
            return Validity(start, chance.choice([*end_of[HORIZON - 1 :], None]))


@dataclass(frozen=True)
class Window:
    """When places for one academic year can be asked for."""

    academic_year: int
    opens_on: date
    closes_on: date


def main_window(unit: str, academic_year: int) -> Window:
    """For places from September: the office's close on 1 December before, a faculty's on its own day."""
    return _window(unit, academic_year, _office_main if unit == OFFICE else _faculty_main)


def second_window(unit: str, academic_year: int) -> Window:
    """For places that are left for the second semester."""
    return _window(unit, academic_year, _office_second if unit == OFFICE else _faculty_second)


def _window(unit: str, academic_year: int, closing: Callable[[str, int], date]) -> Window:
    """One window after the other: the next opens when the last has closed, so no real partner is closed."""
    opens_on = closing(unit, academic_year - 1) + timedelta(days=1)
    return Window(academic_year, opens_on, closing(unit, academic_year))


def _office_main(_unit: str, academic_year: int) -> date:
    return date(academic_year - 1, 12, 1)


def _office_second(_unit: str, academic_year: int) -> date:
    return date(academic_year, 5, 1)


def _faculty_main(unit: str, academic_year: int) -> date:
    return _day(faculties()[unit]["main_closes"], academic_year)


def _faculty_second(unit: str, academic_year: int) -> date:
    return _day(faculties()[unit]["second_closes"], academic_year)


def windows(unit: str, validity: Validity, year: int, *, second: bool) -> Iterator[Window]:
    """The windows of a condition that matter around `year`; of an expired agreement the last.

    What is left of the last year of an agreement can be asked for until it ends.
    """
    first, last = validity.academic_years(year)
    chosen = [one for one in range(year, year + HORIZON + 1) if first <= one <= last] or [last]
    for academic_year in chosen:
        window = second_window(unit, academic_year) if second else main_window(unit, academic_year)
        if validity.through is not None and academic_year == last:
            window = replace(window, closes_on=validity.through)
        yield window


def taken_of(places: int, window: Window, day: date, chance: random.Random) -> int:
    """How many places are given already: some or all once a round has opened, hardly any before."""
    has_opened = window.opens_on <= day
    if chance.random() < (FULL_SHARE if has_opened else PROMISED_SHARE):
        return places
    return chance.randint(0, places - 1) if has_opened else 0


def days_before(day: date, least: int, most: int, chance: random.Random) -> date:
    """A day that lies between so many and so many days before another."""
    return day - timedelta(days=chance.randint(least, most))


def _day(month_and_day: str, year: int) -> date:
    return date.fromisoformat(f"{year}-{month_and_day}")
