# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in networks, who was a member of them when, and what sources state of them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from amicorum.intake.known import (
    Known,
    by_identifier,
    institution_named,
    institutions_of,
    known_institutions,
    known_networks,
    known_sources,
)
from amicorum.intake.report import Report, shown
from amicorum.intake.statements import STATEMENT_COLUMNS, read_statement_texts, statement_values
from amicorum.intake.tables import (
    Row,
    checked,
    folder_named,
    in_order_of,
    name_in,
    refusing,
    rows_of_table,
    take_in_each,
)
from amicorum.intake.texts import read_texts
from amicorum.networks.actions import count_members, enter_membership, enter_network, state
from amicorum.networks.models import CountryCount, Membership, Network, NetworkStatement
from amicorum.vocabulary.countries import country
from amicorum.vocabulary.periods import parse_moment

NETWORK_COLUMNS = (
    "id",
    "kind",
    "abbreviation",
    "founded",
    "seat_city",
    "seat_country",
    "website",
    "ror_id",
    "members_stated",
    "members_stated_on",
    "members_stated_source",
    "listing",
    "source",
)
MEMBERSHIP_COLUMNS = (
    "key",
    "network",
    "institution_ror",
    "institution_key",
    "kind",
    "start",
    "end",
    "certainty",
    "source",
    "also_sources",
    "evidence",
    "note",
    "successor_network",
)
COUNT_COLUMNS = ("network", "country", "location", "members", "source", "note")


def take_in_networks(folder: Path, *, by: str, at: datetime, report: Report) -> None:
    """Take in the tables of the folder `networks`, each in one transaction."""
    intake = _Intake(folder_named(folder, "networks"), by, at, report)
    take_in_each((intake.networks, intake.memberships, intake.statements, intake.country_counts), report)


@dataclass(frozen=True)
class _Intake:
    folder: Path
    by: str
    at: datetime
    report: Report

    def networks(self) -> None:
        rows = self._rows("networks.csv", NETWORK_COLUMNS, "id")
        names = {row["id"] for row in rows}
        texts = read_texts(self.folder / "network_texts.csv", "network", ("name", "aims"), names, self.report)
        sources = known_sources()
        own_entries = known_institutions(f"ror={row['ror_id']}" for row in rows if row["ror_id"])
        for row in shown(rows, "networks"):
            with refusing(self.report, row):
                values = _network_values(row)
                values["source"] = sources[row["source"]]
                stated_by = row["members_stated_source"]
                values["members_stated_source"] = sources[stated_by] if stated_by else None
                entry = row["ror_id"]
                values["institution"] = own_entries[by_identifier("ror", entry)] if entry else None
                _, outcome = enter_network(
                    slug=name_in(row, "id", Network, "slug"),
                    values=values,
                    texts=texts.of(row["id"]),
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def memberships(self) -> None:
        rows = self._rows("memberships.csv", MEMBERSHIP_COLUMNS, "key")
        sources, networks, institutions = known_sources(), known_networks(), institutions_of(rows)
        for row in shown(rows, "memberships"):
            with refusing(self.report, row):
                values = _membership_values(row)
                values["source"] = sources[row["source"]]
                successor = row["successor_network"]
                values["successor"] = networks[successor] if successor else None
                _, outcome = enter_membership(
                    key=name_in(row, "key", Membership, "key"),
                    network=networks[row["network"]],
                    institution=institutions[institution_named(row)],
                    start=row["start"],
                    end=row["end"],
                    values=values,
                    also_sources=sources.all_of(row.keys_in("also_sources")),
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def statements(self) -> None:
        rows = self._rows("statements.csv", (*STATEMENT_COLUMNS, "network", "corrected_by"), "key")
        texts = read_statement_texts(self.folder / "statement_texts.csv", rows, self.report)
        sources, networks = known_sources(), known_networks()
        entered = Known[NetworkStatement]("statement", ())
        for row in shown(in_order_of(rows, "key", "corrected_by", self.report), "statements"):
            with refusing(self.report, row):
                values = statement_values(NetworkStatement, row)
                NetworkStatement.Kind(values["kind"])
                values["source"] = sources[row["source"]]
                better = row["corrected_by"]
                values["corrected_by"] = entered[better] if better else None
                entered[row["key"]], outcome = state(
                    key=name_in(row, "key", NetworkStatement, "key"),
                    network=networks[row["network"]],
                    start=row["start"],
                    end=row["end"],
                    values=values,
                    text=texts.of(row["key"])["text"],
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def country_counts(self) -> None:
        sources, networks = known_sources(), known_networks()
        for row in shown(self._rows("country_counts.csv", COUNT_COLUMNS), "country counts"):
            with refusing(self.report, row):
                _, outcome = count_members(
                    network=networks[row["network"]],
                    place=name_in(row, "location", CountryCount, "place"),
                    values={**_count_values(row), "source": sources[row["source"]]},
                    by=self.by,
                    at=self.at,
                )
                self.report.note(outcome)

    def _rows(self, name: str, columns: tuple[str, ...], key: str = "") -> list[Row]:
        return rows_of_table(self.folder / name, columns, report=self.report, key=key)


def _network_values(row: Row) -> dict[str, Any]:
    seat = row["seat_country"]
    values = {
        "kind": row.word("kind"),
        "abbreviation": row["abbreviation"],
        "founded": parse_moment(row["founded"]).written,
        "seat_city": row["seat_city"],
        "seat_country": country(seat).code if seat else "",
        "website": row["website"],
        "members_stated": row.number("members_stated"),
        "members_stated_on": parse_moment(row["members_stated_on"]).written,
        "listing": row.word("listing"),
    }
    return checked(Network, values)


def _membership_values(row: Row) -> dict[str, Any]:
    values = {
        "kind": row.word("kind"),
        "certainty": row.word("certainty"),
        "evidence": row["evidence"],
        "note": row["note"],
    }
    return checked(Membership, values)


def _count_values(row: Row) -> dict[str, Any]:
    code = row["country"]
    row.word("members")
    values = {
        "country_code": country(code).code if code else "",
        "members": row.number("members"),
        "note": row["note"],
    }
    return checked(CountryCount, values)
