# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cooperation conditions of a sample agreement, as cells of the canonical table."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amicorum.intake.sampling.lists import faculties, languages_of_study
from amicorum.intake.sampling.partners import Candidate
from amicorum.intake.sampling.seasons import OFFICE, Validity, taken_of, windows
from amicorum.vocabulary.academic_year import AcademicYear

Cells = dict[str, str]

SEATS = (1, 2, 2, 2, 3, 3, 4, 4, 5, 6)
LEVELS = ("6", "6", "6;7", "7")
STAFF_SHARE, BLENDED_SHARE, YEAR_SHARE, SPLIT_SHARE = 0.25, 0.05, 0.25, 0.4
FIRST, SECOND, YEAR = "first-semester", "second-semester", "full-year"


@dataclass(frozen=True)
class Setting:
    """What the conditions of one agreement are made from."""

    unit: str
    partner: Candidate
    validity: Validity
    year: int
    day: date
    chance: random.Random
    always_full: bool = False
    gives_places: bool = True

    def common(self) -> Cells:
        """The cells that every condition of the agreement has alike."""
        first, last = self.validity.academic_years(self.year)
        return {
            "first_academic_year": str(AcademicYear(first)),
            "last_academic_year": str(AcademicYear(last)),
            "isced_f": ";".join(fields_of(self.unit, self.chance)),
        }

    def rounds(self, seats: int, *, second: bool) -> str:
        """The rounds of a condition that sends students."""
        if not self.gives_places:
            return ""
        parts = []
        for one in windows(self.unit, self.validity, self.year, second=second):
            taken = seats if self.always_full else taken_of(seats, one, self.day, self.chance)
            parts.append(f"{AcademicYear(one.academic_year)}:{one.opens_on}..{one.closes_on}:{taken}/{seats}")
        return ";".join(parts)


def fields_of(unit: str, chance: random.Random) -> list[str]:
    """One or two fields of a faculty; the office's agreements hold for every field."""
    if unit == OFFICE:
        return []
    known = list(dict.fromkeys(faculties()[unit]["isced_f"].split()))
    return sorted(chance.sample(known, min(len(known), chance.choice((1, 1, 2)))))


def languages_asked(partner: Candidate, chance: random.Random) -> str:
    """English, the language of the place, or either."""
    local = chance.choice(languages_of_study(partner.country, partner.city))
    if local == "en" or chance.random() < 0.55:
        return chance.choice(("en:B2", "en:B2", "en:C1"))
    level = chance.choice(("B1", "B2", "B2"))
    return chance.choice((f"{local}:{level}", f"en:B2;{local}:{level}"))


def student_exchange(setting: Setting) -> Iterator[Cells]:
    """Places in both directions: by semester, for a year, or blended."""
    chance = setting.chance
    seats = chance.choice(SEATS)
    common = {
        **setting.common(),
        "mobility": "student-studies",
        "eqf_levels": chance.choice(LEVELS[:3] if setting.unit == OFFICE else LEVELS),
        "languages": languages_asked(setting.partner, chance),
    }
    sent = list(_sent(setting, seats))
    for shape in sent:
        yield {**common, **shape, "direction": "sending"}
    length: Cells = {name: sent[0][name] for name in ("months", "days", "blended") if name in sent[0]}
    yield {**common, **length, "direction": "receiving", "seats_per_year": str(seats), "languages": "en:B2"}


def _sent(setting: Setting, seats: int) -> Iterator[Cells]:
    draw = setting.chance.random()
    if setting.unit != OFFICE and draw < BLENDED_SHARE:
        yield _shape(setting, seats, days="5", blended="yes")
    elif setting.unit != OFFICE and draw < BLENDED_SHARE + YEAR_SHARE:
        yield _shape(setting, seats, months="10", terms=YEAR)
    elif seats > 1 and draw > 1 - SPLIT_SHARE:
        second = seats // 2
        yield _shape(setting, seats - second, months="5", terms=FIRST)
        yield _shape(setting, second, second=True, months="5", terms=SECOND)
    else:
        yield _shape(setting, seats, months="5", terms=f"{FIRST};{SECOND}")


def _shape(setting: Setting, seats: int, *, second: bool = False, **cells: str) -> Cells:
    return {"seats_per_year": str(seats), "rounds": setting.rounds(seats, second=second), **cells}


def staff_exchange(setting: Setting) -> Iterator[Cells]:
    """Teachers in both directions, for a week or two."""
    common = {**setting.common(), "days": setting.chance.choice(("5", "5", "8", "10")), "languages": "en:C1"}
    mobility = setting.chance.choice(("staff-teaching", "staff-teaching", "staff-training"))
    for direction in ("sending", "receiving"):
        yield {**common, "mobility": mobility, "direction": direction, "seats_per_year": "2"}


def doctoral_stays(setting: Setting) -> Iterator[Cells]:
    """PhD candidates in both directions."""
    common = {**setting.common(), "mobility": "student-doctoral", "eqf_levels": "8", "languages": "en:C1"}
    months = setting.chance.choice(("3", "6", "12"))
    for direction in ("sending", "receiving"):
        yield {**common, "direction": direction, "seats_per_year": "1", "months": months}


def conditions(kind: str, setting: Setting) -> list[Cells]:
    """The conditions of an agreement of this kind; a memorandum or a research tie has none."""
    match kind:
        case "inter-institutional-agreement" | "student-exchange":
            with_staff = kind.startswith("inter") and setting.chance.random() < STAFF_SHARE
            return [*student_exchange(setting), *(staff_exchange(setting) if with_staff else ())]
        case "staff-exchange":
            return list(staff_exchange(setting))
        case "phd-cotutelle":
            return list(doctoral_stays(setting))
        case _:
            return []
