# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partners that exist nowhere, and the agreements with them in which something is the matter."""

import random
from collections.abc import Mapping
from datetime import date, datetime

from amicorum.institutions.actions.records import add_institution, name_institution
from amicorum.institutions.models import InstitutionName
from amicorum.intake.sampling.conditions import Cells, Setting, conditions
from amicorum.intake.sampling.lists import ListRow, rows_of
from amicorum.intake.sampling.partners import Candidate
from amicorum.intake.sampling.rows import head_cells, texts
from amicorum.intake.sampling.rows import rows_of as rows_of_agreement
from amicorum.intake.sampling.seasons import OFFICE, Validity
from amicorum.intake.tables import Row
from amicorum.sources.models import Source
from amicorum.vocabulary.academic_year import AcademicYear

NOWHERE = "XZ"
"""The country code that ISO 3166 leaves to users: never a real country."""
KIND = "student-exchange"


def add_fictitious_institutions(*, source: Source, by: str, at: datetime) -> None:
    """Add the institutions that exist nowhere, each with its names; their places lie in the oceans."""
    for row in rows_of("fictitious"):
        institution, _ = add_institution(
            key=_key(row), name=row["name_en"], language="en", values=_values(row), by=by, at=at
        )
        for language in ("en", "nl"):
            name_institution(
                institution=institution,
                kind=InstitutionName.Kind.LABEL,
                language=language,
                name=row[f"name_{language}"],
                source=source,
                by=by,
                at=at,
            )


def fictitious_rows(*, day: date, seed: int) -> list[Row]:
    """The rows of the agreements with them: suspended ones, a full one, a silent one, an ended one."""
    return [row for partner in rows_of("fictitious") for row in _rows(partner, day, seed)]


def _key(row: ListRow) -> str:
    return f"sample:{row['slug']}"


def _values(row: ListRow) -> Mapping[str, object]:
    return {
        "country_code": NOWHERE,
        "city": row["city"],
        "latitude": float(row["latitude"]),
        "longitude": float(row["longitude"]),
        "is_fictitious": True,
    }


def _rows(partner: ListRow, day: date, seed: int) -> list[Row]:
    year, story = AcademicYear.of(day).start, partner["story"]
    chance = random.Random(f"{seed} {partner['slug']}")  # noqa: S311  # the same every time, and no secret
    last = year if story == "ended-early" else year + 5
    days = Validity(date(year - 6, 9, 1), date(last, 8, 31))
    setting = Setting(
        OFFICE,
        Candidate("", partner["name_en"], NOWHERE, partner["city"]),
        days,
        year,
        day,
        chance,
        always_full=story == "always-full",
        gives_places=story != "no-answer",
    )
    head = {
        **head_cells(f"sample-fictitious-{partner['slug']}", KIND, OFFICE, days, day, chance),
        "partner_key": _key(partner),
        **texts(f"title {KIND}", chance),
        **_trouble(story, year, chance),
    }
    return rows_of_agreement(head, conditions(KIND, setting))


def _trouble(story: str, year: int, chance: random.Random) -> Cells:
    cells = {
        "under-review": _suspended(date(year, 3, 15), None, date(year + 1, 3, 15)),
        "paused": _suspended(date(year, 5, 1), date(year + 1, 4, 30), date(year + 1, 2, 1)),
        "paused-later": _suspended(date(year + 1, 10, 1), date(year + 2, 3, 31), date(year + 2, 2, 1)),
    }.get(story, {})
    trouble = texts(f"considerations {story}", chance)
    reason = {"suspension_reason": trouble["considerations_en"]} if cells else {}
    return {**trouble, **cells, **reason}


def _suspended(since: date, through: date | None, review_on: date) -> Cells:
    return {
        "suspended_from": since.isoformat(),
        "suspended_through": through.isoformat() if through else "",
        "suspension_review_on": review_on.isoformat(),
    }
