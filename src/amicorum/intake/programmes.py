# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in funding actions, consortia, joint programmes, their partners and their funding."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from amicorum.intake.known import (
    institution_named,
    institutions_of,
    known_consortia,
    known_funding_actions,
    known_programmes,
    known_sources,
)
from amicorum.intake.report import Report, shown
from amicorum.intake.statements import STATEMENT_COLUMNS, read_statement_texts, statement_values
from amicorum.intake.tables import Row, checked, folder_named, name_in, refusing, rows_of_table, take_in_each
from amicorum.intake.texts import read_texts
from amicorum.programmes.actions import (
    date_funding,
    enter_consortium,
    enter_funding_action,
    enter_partner,
    enter_programme,
    state,
)
from amicorum.programmes.models import (
    Consortium,
    FundingAction,
    FundingPeriod,
    FundingStatement,
    Partner,
    Programme,
)
from amicorum.vocabulary.isced_f import parse_field
from amicorum.vocabulary.levels import eqf_level, language

DATED = ("start", "end", "certainty", "source", "note")
ACTION_COLUMNS = ("id", "abbreviation", "website", "source")
CONSORTIUM_COLUMNS = ("id", "name", "website", "also_sources", *DATED)
PROGRAMME_COLUMNS = (
    "id",
    "consortium",
    "acronym",
    "eqf_level",
    "ects",
    "duration_months",
    "languages",
    "isced_f",
    "website",
    "action",
    *DATED,
)
PARTNER_COLUMNS = (
    "key",
    "programme",
    "institution_ror",
    "institution_key",
    "role",
    "also_sources",
    *DATED,
)
FUNDING_COLUMNS = ("key", "programme", "action", *DATED)
PROGRAMME_TEXTS = ("name", "description", "tracks", "degree")


def take_in_programmes(folder: Path, *, by: str, at: datetime, report: Report) -> None:
    """Take in the tables of the folder `programmes`, each in one transaction."""
    intake = _Intake(folder_named(folder, "programmes"), by, at, report)
    take_in_each(
        (
            intake.funding_actions,
            intake.funding_statements,
            intake.consortia,
            intake.programmes,
            intake.funding_periods,
            intake.partners,
        ),
        report,
    )


@dataclass(frozen=True)
class _Intake:
    folder: Path
    by: str
    at: datetime
    report: Report

    def funding_actions(self) -> None:
        rows = self._rows("funding_actions.csv", ACTION_COLUMNS, "id")
        texts = read_texts(
            self.folder / "funding_action_texts.csv",
            "action",
            ("name", "description"),
            {row["id"] for row in rows},
            self.report,
        )
        sources = known_sources()
        for row in shown(rows, "funding actions"):
            with refusing(self.report, row):
                values = checked(FundingAction, {name: row[name] for name in ("abbreviation", "website")})
                values["source"] = sources[row["source"]]
                _, outcome = enter_funding_action(
                    slug=name_in(row, "id", FundingAction, "slug"),
                    values=values,
                    texts=texts.of(row["id"]),
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def funding_statements(self) -> None:
        rows = self._rows("funding_action_statements.csv", (*STATEMENT_COLUMNS, "action"), "key")
        texts = read_statement_texts(self.folder / "funding_action_statement_texts.csv", rows, self.report)
        sources, actions = known_sources(), known_funding_actions()
        for row in shown(rows, "statements on funding actions"):
            with refusing(self.report, row):
                _, outcome = state(
                    key=name_in(row, "key", FundingStatement, "key"),
                    funding_action=actions[row["action"]],
                    start=row["start"],
                    end=row["end"],
                    values={**statement_values(FundingStatement, row), "source": sources[row["source"]]},
                    text=texts.of(row["key"])["text"],
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def consortia(self) -> None:
        sources = known_sources()
        for row in shown(self._rows("consortia.csv", CONSORTIUM_COLUMNS, "id"), "consortia"):
            with refusing(self.report, row):
                values = {"name": row.word("name"), "website": row["website"], **_dated_values(row)}
                _, outcome = enter_consortium(
                    slug=name_in(row, "id", Consortium, "slug"),
                    start=row["start"],
                    end=row["end"],
                    values={**checked(Consortium, values), "source": sources[row["source"]]},
                    also_sources=sources.all_of(row.keys_in("also_sources")),
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def programmes(self) -> None:
        rows = self._rows("programmes.csv", PROGRAMME_COLUMNS, "id")
        names = {row["id"] for row in rows}
        texts = read_texts(
            self.folder / "programme_texts.csv", "programme", PROGRAMME_TEXTS, names, self.report
        )
        sources, consortia, actions = known_sources(), known_consortia(), known_funding_actions()
        for row in shown(rows, "programmes"):
            with refusing(self.report, row):
                if row["action"]:
                    actions[row["action"]]
                _, outcome = enter_programme(
                    slug=name_in(row, "id", Programme, "slug"),
                    consortium=consortia[row["consortium"]],
                    start=row["start"],
                    end=row["end"],
                    values={**_programme_values(row), "source": sources[row["source"]]},
                    texts=texts.of(row["id"]),
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def funding_periods(self) -> None:
        sources, programmes, actions = known_sources(), known_programmes(), known_funding_actions()
        for row in shown(self._rows("funding_periods.csv", FUNDING_COLUMNS, "key"), "funding periods"):
            with refusing(self.report, row):
                values = checked(FundingPeriod, _dated_values(row))
                _, outcome = date_funding(
                    key=name_in(row, "key", FundingPeriod, "key"),
                    programme=programmes[row["programme"]],
                    funding_action=actions[row["action"]],
                    start=row["start"],
                    end=row["end"],
                    values={**values, "source": sources[row["source"]]},
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def partners(self) -> None:
        rows = self._rows("partners.csv", PARTNER_COLUMNS, "key")
        sources, programmes, institutions = known_sources(), known_programmes(), institutions_of(rows)
        for row in shown(rows, "partners in programmes"):
            with refusing(self.report, row):
                values = checked(Partner, {"role": row.word("role"), **_dated_values(row)})
                _, outcome = enter_partner(
                    key=name_in(row, "key", Partner, "key"),
                    programme=programmes[row["programme"]],
                    institution=institutions[institution_named(row)],
                    start=row["start"],
                    end=row["end"],
                    values={**values, "source": sources[row["source"]]},
                    also_sources=sources.all_of(row.keys_in("also_sources")),
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def _rows(self, name: str, columns: tuple[str, ...], key: str) -> list[Row]:
        return rows_of_table(self.folder / name, columns, report=self.report, key=key)


def _dated_values(row: Row) -> dict[str, Any]:
    return {"certainty": row.word("certainty"), "note": row["note"]}


def _programme_values(row: Row) -> dict[str, Any]:
    level, field = row["eqf_level"], row["isced_f"]
    values = {
        "acronym": row["acronym"],
        "eqf_level": eqf_level(level).number if level else None,
        "ects": row.number("ects"),
        "duration_months": row.number("duration_months"),
        "languages": " ".join(language(tag) for tag in row["languages"].split()),
        "isced_f": parse_field(field).code if field else "",
        "website": row["website"],
        **_dated_values(row),
    }
    return checked(Programme, values)
