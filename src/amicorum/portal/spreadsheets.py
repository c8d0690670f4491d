# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table written as CSV (RFC 4180, UTF-8) or as JSON."""

import csv
import io
import json
from typing import Any

from amicorum.portal.exports import LICENCE, Cell, Table
from amicorum.portal.visit import Visit

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""First signs by which a spreadsheet takes a text for a formula, and runs it."""


def as_csv(table: Table, visit: Visit) -> str:
    """The table as CSV, a header first; a text that looks like a formula is quoted with an apostrophe."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(table.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return written.getvalue()


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(DANGEROUS) else cell


def as_json(table: Table, visit: Visit) -> str:
    """The table as JSON: what it is, as of when and under which licence, then its rows."""
    document: dict[str, Any] = {
        "list": table.name,
        "home": visit.home.slug,
        "as_of": visit.day.isoformat(),
        "language": visit.language,
        "licence": LICENCE,
        "demonstration": visit.home.is_demonstration,
        "count": len(table.rows),
        "results": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)
