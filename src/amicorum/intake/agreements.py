# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in agreements from the canonical table: one row per cooperation condition.

The columns are described in docs/formats/agreements.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Self

from django.db import transaction

from amicorum.agreements.actions import AgreementDraft, ConditionDraft, register, suspend
from amicorum.agreements.models import Agreement
from amicorum.institutions.models import Home, Institution, OUnit
from amicorum.intake.agreement_rows import (
    REQUIRED_COLUMNS,
    SuspensionDraft,
    condition_in,
    day_after,
    day_in,
    is_column,
    is_of_agreement,
    partners_named,
    suspension_in,
    texts_in,
)
from amicorum.intake.editions import batches
from amicorum.intake.files import UnreadableFile
from amicorum.intake.known import Known, known_institutions, known_sources
from amicorum.intake.report import Report, shown
from amicorum.intake.tables import Row, UnableToTakeIn, checked, read_table, refusing
from amicorum.journal.actions import Outcome
from amicorum.sources.models import Source

ROWS, AGREEMENTS = "rows read", "agreements read"
REFUSED = "agreements refused"
BATCH = 500
"""Agreements in one transaction."""


def take_in_agreements(path: Path, *, home: str, by: str, at: datetime, report: Report) -> None:
    """Take in a table of agreements of one home, batch by batch.

    Outcomes are counted per agreement. A refused row refuses its agreement as a whole: half an
    agreement would promise what was not agreed. Raises `UnreadableFile`.
    """
    rows = read_table(path, REQUIRED_COLUMNS)
    unknown = [column for column in (rows[0] if rows else ()) if not is_column(column)]
    if unknown:
        raise UnreadableFile(f"The header has columns that are not known: {', '.join(unknown)}.")
    take_in_rows(rows, home=home_named(home), by=by, at=at, report=report)


def home_named(slug: str) -> Home:
    """The home of this name; raises `UnreadableFile`, for agreements cannot be read without one."""
    home = Home.objects.select_related("institution").filter(slug=slug).first()
    if home is None:
        raise UnreadableFile(f"No home is known as {slug!r}.")
    return home


def take_in_rows(rows: Sequence[Row], *, home: Home, by: str, at: datetime, report: Report) -> None:
    """Take in rows of the canonical table, from wherever they come, batch by batch.

    Each batch is one transaction: while it is open, nobody else writes on SQLite, and what was
    broken off is taken up again by taking the same rows in once more.
    """
    intake = _Intake(home, _MayName.of(home, rows), by, at, report)
    report.counts[ROWS] += len(rows)
    for batch in batches(shown(_together(rows), "agreements"), BATCH):
        with transaction.atomic():
            for together in batch:
                intake.agreement(together)


@dataclass(frozen=True)
class _MayName:
    """What the rows of one home may name."""

    units: Known[OUnit]
    institutions: Known[Institution]
    partner_units: Mapping[tuple[int, str], OUnit]
    sources: Known[Source]

    @classmethod
    def of(cls, home: Home, rows: Iterable[Row]) -> Self:
        institutions = known_institutions(_words(rows))
        own = OUnit.objects.filter(institution=home.institution_id)
        others = OUnit.objects.filter(institution__in=[one.pk for one in institutions.values()])
        return cls(
            units=Known(f"unit of {home}", ((unit.code, unit) for unit in own)),
            institutions=institutions,
            partner_units={(unit.institution_id, unit.code): unit for unit in others},
            sources=known_sources(),
        )


def _words(rows: Iterable[Row]) -> set[str]:
    words: set[str] = set()
    for row in rows:
        with suppress(ValueError):  # refused when the row itself is taken in
            words.update(partners_named(row))
    return words


def _together(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows of each agreement, which stand together."""
    for _, group in groupby(rows, key=lambda row: row["agreement_id"]):
        yield list(group)


@dataclass(frozen=True)
class _Intake:
    home: Home
    known: _MayName
    by: str
    at: datetime
    report: Report
    first_places: dict[str, str] = field(default_factory=dict)

    def agreement(self, rows: Sequence[Row]) -> None:
        """Register one agreement, or refuse each row of it that is bad."""
        refused_before = len(self.report.refusals)
        conditions = [condition for row in rows for condition in self._conditions(row, rows)]
        if len(self.report.refusals) == refused_before:
            with refusing(self.report, rows[0]):
                self._write(self._draft(rows[0], conditions), suspension_in(rows[0]))
        self.report.counts[AGREEMENTS] += 1
        self.report.counts[REFUSED] += len(self.report.refusals) > refused_before

    def _conditions(self, row: Row, rows: Sequence[Row]) -> list[ConditionDraft]:
        """The condition of a row, if any; a bad row is refused."""
        with refusing(self.report, row):
            row.check()
            _check_same(rows[0], row)
            condition = condition_in(row)
            if condition:
                return [condition]
            if len(rows) > 1:
                raise UnableToTakeIn("is one of several rows of its agreement and has no condition")
        return []

    def _draft(self, row: Row, conditions: Sequence[ConditionDraft]) -> AgreementDraft:
        return AgreementDraft(
            key=self._key(row),
            kind=row.one_of("kind", Agreement.Kind.values),
            owner=self.known.units[row["owner_unit"]],
            partners=self._partners(row),
            start=row["valid_from"],
            end=str(day_after(row["valid_through"]) or ""),
            source=self.known.sources[row["source"]],
            conditions=conditions,
            open_to=self.known.units.all_of(row.keys_in("open_to_units")),
            texts=texts_in(row),
            signed_on=day_in(row, "signed_on"),
            verified_on=day_in(row, "verified_on"),
            is_sample=row.yes("sample"),
        )

    def _key(self, row: Row) -> str:
        key = row.word("agreement_id")
        checked(Agreement, {"key": key})
        first = self.first_places.setdefault(key, row.place)
        if first != row.place:
            raise UnableToTakeIn(f"the agreement {key} stands in {first} already")
        return key

    def _partners(self, row: Row) -> list[tuple[Institution, OUnit | None]]:
        partners = self.known.institutions.all_of(partners_named(row))
        if len({partner.pk for partner in partners}) != len(partners):
            raise UnableToTakeIn("names the same partner twice")
        code = row["partner_unit"]
        if code and len(partners) != 1:
            raise UnableToTakeIn("names a partner_unit, so it must name one partner")
        return [(partner, self._unit(partner, code)) for partner in partners]

    def _unit(self, partner: Institution, code: str) -> OUnit | None:
        unit = self.known.partner_units.get((partner.pk, code))
        if code and unit is None:
            raise UnableToTakeIn(f"no unit of {partner} is known as {code!r}")
        return unit

    def _write(self, draft: AgreementDraft, rest: SuspensionDraft | None) -> None:
        with transaction.atomic():
            agreement, outcome = register(home=self.home, draft=draft, by=self.by, at=self.at)
            if rest:
                _, rested = suspend(
                    agreement=agreement,
                    since=rest.since,
                    until=rest.until,
                    reason=rest.reason,
                    review_on=rest.review_on,
                    by=self.by,
                    at=self.at,
                )
                if outcome is Outcome.UNCHANGED and rested is not Outcome.UNCHANGED:
                    outcome = Outcome.CHANGED
        self.report.note(outcome)


def _check_same(first: Row, row: Row) -> None:
    for column in row:
        if is_of_agreement(column) and row[column] != first[column]:
            raise UnableToTakeIn(f"gives another {column} than {first.place}")
