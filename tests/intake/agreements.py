# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of agreements of Leiden with two of the cast: one of two conditions, one memorandum."""

from pathlib import Path

from amicorum.intake.agreement_rows import AGREEMENT_COLUMNS, CONDITION_COLUMNS
from amicorum.intake.agreements import take_in_agreements
from amicorum.intake.report import Report
from tests.intake.tables import taken_in, write

TEXT_COLUMNS = ("title_en", "title_nl", "restriction_en", "considerations_nl", "deadline_note_de")
COLUMNS = (*AGREEMENT_COLUMNS, *CONDITION_COLUMNS, *TEXT_COLUMNS)

EXCHANGE = {
    "agreement_id": "HUM-7",
    "kind": "student-exchange",
    "owner_unit": "humanities",
    "partner_ror": "035b05819",
    "valid_from": "2024-09",
    "valid_through": "2027-08-31",
    "signed_on": "2024-05-28",
    "verified_on": "2026-03-02",
    "open_to_units": "humanities;international-relations",
    "source": "sample",
    "sample": "yes",
    "title_en": "Student exchange",
    "title_nl": "Studentenuitwisseling",
    "considerations_nl": "Let op de vakken.",
}
SENDING = {
    **EXCHANGE,
    "mobility": "student-studies",
    "direction": "sending",
    "seats_per_year": "4",
    "months": "5",
    "blended": "no",
    "terms": "first-semester;second-semester",
    "first_academic_year": "2024-25",
    "last_academic_year": "2026/2027",
    "isced_f": "0222;0314",
    "eqf_levels": "6;7",
    "languages": "en:B2;da",
    "rounds": "2025-26:2024-10-01..2024-12-01:4/4; 2026-27:2025-10-01..2025-12-01:3/5",
}
RECEIVING = {
    **EXCHANGE,
    "mobility": "staff-teaching",
    "direction": "receiving",
    "seats_per_year": "2",
    "days": "7.5",
    "first_academic_year": "2024-25",
    "last_academic_year": "2026-27",
}
MEMORANDUM = {
    "agreement_id": "MOU-1",
    "kind": "memorandum-of-understanding",
    "owner_unit": "international-relations",
    "partner_ror": "01swzsf04;033eqas34",
    "valid_from": "2020",
    "source": "sample",
}


def table(folder: Path, *rows: dict[str, str]) -> Path:
    """The table as CSV."""
    return write(folder / "agreements.csv", COLUMNS, *rows)


def taken_in_rows(folder: Path, *rows: dict[str, str], home: str = "leiden") -> Report:
    """The report of taking in a table of these rows."""
    return taken_in(take_in_agreements, table(folder, *rows), home=home)
