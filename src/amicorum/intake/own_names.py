# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in what no register gives: further names, and institutions that are in none."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from amicorum.institutions.actions.records import (
    UnableToIdentify,
    add_institution,
    identify,
    name_institution,
)
from amicorum.institutions.models import Institution, InstitutionName
from amicorum.intake.known import by_identifier, known_institutions, known_sources
from amicorum.intake.report import Report
from amicorum.intake.tables import Row, UnableToTakeIn, checked, refusing, rows_of_table
from amicorum.journal.actions import Outcome
from amicorum.sources.models import Source
from amicorum.vocabulary.codes import erasmus_code, ror_id
from amicorum.vocabulary.countries import country
from amicorum.vocabulary.levels import language

NAME_COLUMNS = ("ror_id", "language", "kind", "name", "source", "certainty", "note")
ADDED_COLUMNS = (
    "key", "ror_id", "name", "country", "city", "lat", "lon", "website", "erasmus_code",
    "source", "certainty", "note",
)  # fmt: skip


def take_in_names(path: Path, *, by: str, at: datetime, report: Report) -> None:
    """Take in further names of institutions that are known by their ROR id, in one transaction.

    Raises `UnreadableFile`.
    """
    rows = rows_of_table(path, NAME_COLUMNS, report=report)
    institutions = known_institutions(f"ror={row['ror_id']}" for row in rows)
    sources = known_sources()
    with transaction.atomic():
        for row in rows:
            with refusing(report, row):
                values = checked(InstitutionName, _name_values(row))
                _, outcome = name_institution(
                    institution=institutions[by_identifier("ror", row["ror_id"])],
                    source=sources[row["source"]],
                    **values,
                    by=by,
                    at=at,
                )
                report.note(outcome)


def _name_values(row: Row) -> dict[str, Any]:
    return {
        "kind": row.word("kind"),
        "language": language(row["language"]) if row["language"] else "",
        "name": row.word("name"),
        "certainty": row.word("certainty"),
        "note": row["note"],
    }


def take_in_added(path: Path, *, by: str, at: datetime, report: Report) -> None:
    """Take in institutions under keys of their own, `added:<key>`, in one transaction.

    One whose ROR id names an institution that is known already is refused. Raises `UnreadableFile`.
    """
    rows = rows_of_table(path, ADDED_COLUMNS, report=report, key="key")
    sources = known_sources()
    with transaction.atomic():
        for row in rows:
            with refusing(report, row), transaction.atomic():
                report.note(_add(row, sources[row["source"]], report, by, at))


def _add(row: Row, source: Source, report: Report, by: str, at: datetime) -> Outcome:
    key = f"added:{row['key']}"
    certainty = checked(InstitutionName, {"certainty": row.word("certainty")})["certainty"]
    codes = {
        "ror": row["ror_id"] and ror_id(row["ror_id"]),
        "erasmus": row["erasmus_code"] and erasmus_code(row["erasmus_code"]),
    }
    others = Institution.objects.known_as("ror", codes["ror"]).exclude(key=key)
    if codes["ror"] and others.exists():
        raise UnableToTakeIn(f"the ROR id {codes['ror']} names {others[0]} already")
    institution, outcome = add_institution(
        key=key, name=row.word("name"), language="", values=_values(row), by=by, at=at
    )
    _, named = name_institution(
        institution=institution,
        kind=InstitutionName.Kind.LABEL,
        language="",
        name=row["name"],
        source=source,
        certainty=certainty,
        note=row["note"],
        by=by,
        at=at,
    )
    outcomes = [outcome, named, *_identify(institution, codes, row, source, report, by, at)]
    return outcome if outcome is not Outcome.UNCHANGED else _any_change(outcomes)


def _identify(
    institution: Institution,
    codes: dict[str, str],
    row: Row,
    source: Source,
    report: Report,
    by: str,
    at: datetime,
) -> list[Outcome]:
    """Give it its codes; one that names another institution is refused by itself."""
    outcomes = []
    for scheme, value in codes.items():
        if not value or institution.identifiers.filter(scheme=scheme, value=value).exists():
            continue
        try:
            _, outcome = identify(
                institution=institution, scheme=scheme, value=value, source=source, by=by, at=at
            )
            outcomes.append(outcome)
        except UnableToIdentify as error:
            report.refuse(row.place, str(error))
    return outcomes


def _any_change(outcomes: list[Outcome]) -> Outcome:
    is_changed = any(outcome is not Outcome.UNCHANGED for outcome in outcomes)
    return Outcome.CHANGED if is_changed else Outcome.UNCHANGED


def _values(row: Row) -> dict[str, Any]:
    if bool(row["lat"]) != bool(row["lon"]):
        raise UnableToTakeIn("gives one of lat and lon; a place needs both")
    values = {
        "country_code": country(row["country"]).code,
        "city": row["city"],
        "latitude": _degrees(row, "lat", 90),
        "longitude": _degrees(row, "lon", 180),
        "website": row["website"],
    }
    return checked(Institution, {"display_name": row.word("name"), **values}) and values


def _degrees(row: Row, column: str, most: int) -> float | None:
    if not row[column]:
        return None
    try:
        degrees = float(row[column])
    except ValueError:
        degrees = most + 1
    if not -most <= degrees <= most:
        raise UnableToTakeIn(f"{column} says {row[column]!r}, expected degrees from -{most} to {most}")
    return degrees
