# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in the table of sources: each title and kind is written once, there."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from amicorum.intake.report import Report, shown
from amicorum.intake.tables import Row, UnableToTakeIn, checked, refusing, rows_of_table
from amicorum.sources.actions import enter_source
from amicorum.sources.models import Source
from amicorum.vocabulary.levels import language
from amicorum.vocabulary.periods import parse_moment

COLUMNS = (
    "key",
    "title",
    "kind",
    "publisher",
    "address",
    "published",
    "read",
    "reliance",
    "mirror_of",
    "language",
    "note",
)


def take_in_sources(path: Path, *, by: str, at: datetime, report: Report) -> None:
    """Take in the table of sources, or sources.csv of a data folder, in one transaction.

    Raises `UnreadableFile`.
    """
    table = path / "sources.csv" if path.is_dir() else path
    rows = rows_of_table(table, COLUMNS, report=report, key="key")
    with transaction.atomic():
        for row in shown(rows, "sources"):
            with refusing(report, row):
                _, outcome = enter_source(key=row["key"], values=_values(row), by=by, at=at)
                report.note(outcome)


def _values(row: Row) -> dict[str, Any]:
    if row["reliance"] not in {"read", "not read"}:
        raise UnableToTakeIn(f"reliance says {row['reliance']!r}, expected 'read' or 'not read'")
    if not row["title"] or not row["kind"]:
        raise UnableToTakeIn("a source needs a title and a kind")
    values = {
        "title": row["title"],
        "kind": row["kind"],
        "publisher": row["publisher"],
        "address": row["address"],
        "published": parse_moment(row["published"]).written,
        "read": parse_moment(row["read"]).written,
        "was_read": row["reliance"] == "read",
        "mirror_of": row["mirror_of"],
        "language": language(row["language"]) if row["language"] else "",
        "note": row["note"],
    }
    return checked(Source, values)
