# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in the homes of this installation: the universities, their units, what is stated of them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from amicorum.institutions.actions.homes import open_home, state
from amicorum.institutions.actions.records import enter_unit
from amicorum.institutions.models import Home, HomeStatement, OUnit
from amicorum.intake.known import Known, by_identifier, known_homes, known_institutions, known_sources
from amicorum.intake.report import Report, shown
from amicorum.intake.statements import STATEMENT_COLUMNS, read_statement_texts, statement_values
from amicorum.intake.tables import (
    Row,
    UnableToTakeIn,
    checked,
    folder_named,
    in_order_of,
    name_in,
    refusing,
    rows_of_table,
    take_in_each,
)
from amicorum.vocabulary.levels import language

HOME_COLUMNS = ("slug", "ror_id", "host", "languages", "default", "sample")
UNIT_COLUMNS = ("home", "code", "parent", "kind", "source")
NAME = "name_"


def take_in_homes(folder: Path, *, by: str, at: datetime, report: Report) -> None:
    """Take in the tables of the folder `homes`, each in one transaction.

    The institutions must be known by their ROR ids before.
    """
    intake = _Intake(folder_named(folder, "homes"), by, at, report)
    take_in_each((intake.homes, intake.units, intake.statements), report)


@dataclass(frozen=True)
class _Intake:
    folder: Path
    by: str
    at: datetime
    report: Report

    def homes(self) -> None:
        rows = self._rows("homes.csv", HOME_COLUMNS, "slug")
        institutions = known_institutions(f"ror={row['ror_id']}" for row in rows)
        for row in shown(rows, "homes"):
            with refusing(self.report, row):
                institution = institutions[by_identifier("ror", row["ror_id"])]
                _, outcome = open_home(
                    slug=name_in(row, "slug", Home, "slug"),
                    institution=institution,
                    values=_home_values(row),
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def units(self) -> None:
        rows = self._rows("units.csv", UNIT_COLUMNS)
        homes, sources = known_homes(), known_sources()
        for slug in dict.fromkeys(row["home"] for row in rows):
            entered = Known[OUnit]("unit", ())
            of_home = [row for row in rows if row["home"] == slug]
            for row in in_order_of(of_home, "code", "parent", self.report):
                with refusing(self.report, row):
                    sources[row["source"]]
                    self._unit(row, homes[slug], entered)

    def _unit(self, row: Row, home: Home, entered: Known[OUnit]) -> None:
        if row["code"] in entered:
            raise UnableToTakeIn(f"the unit {row['code']} of {home} stands in an earlier row already")
        parent = row["parent"]
        unit, outcome = enter_unit(
            institution=home.institution,
            code=name_in(row, "code", OUnit, "code"),
            kind=checked(OUnit, {"kind": row.word("kind")})["kind"],
            names=_names(row),
            parent=entered[parent] if parent else None,
            by=self.by,
            at=self.at,
        )
        entered[row["code"]] = unit
        self.report.note(outcome)

    def statements(self) -> None:
        rows = self._rows("statements.csv", (*STATEMENT_COLUMNS, "home"), "key")
        texts = read_statement_texts(self.folder / "statement_texts.csv", rows, self.report)
        homes, sources = known_homes(), known_sources()
        for row in shown(rows, "statements on homes"):
            with refusing(self.report, row):
                _, outcome = state(
                    key=name_in(row, "key", HomeStatement, "key"),
                    home=homes[row["home"]],
                    start=row["start"],
                    end=row["end"],
                    values={**statement_values(HomeStatement, row), "source": sources[row["source"]]},
                    text=texts.of(row["key"])["text"],
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def _rows(self, name: str, columns: tuple[str, ...], key: str = "") -> list[Row]:
        return rows_of_table(self.folder / name, columns, report=self.report, key=key)


def _home_values(row: Row) -> dict[str, Any]:
    values = {
        "host": row["host"].lower(),
        "is_default": row.yes("default"),
        "languages": " ".join(language(tag) for tag in row.word("languages").split()),
        "is_demonstration": row.yes("sample"),
    }
    return checked(Home, values)


def _names(row: Row) -> dict[str, str]:
    """The names of a unit by language, from the columns `name_<language>`."""
    return {language(column.removeprefix(NAME)): row[column] for column in row if column.startswith(NAME)}
