# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sources state, in the columns that every table of statements shares, whoever it is about."""

from pathlib import Path
from typing import Any

from django.db import models

from amicorum.intake.report import Report
from amicorum.intake.tables import Row, checked, refusing, rows_of_table
from amicorum.intake.texts import TextsOfOwners
from amicorum.vocabulary.periods import parse_moment

STATEMENT_COLUMNS = ("key", "kind", "about", "value", "start", "end", "certainty", "source", "as_of")


def read_statement_texts(path: Path, rows: list[Row], report: Report) -> TextsOfOwners:
    """Texts of a file with columns statement, language, text; raises `UnreadableTable`."""
    texts = TextsOfOwners(("text",))
    for row in rows_of_table(path, ("statement", "language", "text"), report=report):
        with refusing(report, row):
            texts.add(row, row["statement"], "text")
    texts.refuse_others({row["key"] for row in rows}, report)
    return texts


def statement_values(model: type[models.Model], row: Row) -> dict[str, Any]:
    """The columns of a statement but for its source and its period."""
    values = {
        "kind": row.word("kind"),
        "about": row["about"],
        "value": row["value"],
        "certainty": row.word("certainty"),
        "as_of": parse_moment(row["as_of"]).written,
    }
    return checked(model, values)
