# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that stand in a table of their own, a row per language, beside the table of their owners."""

from collections.abc import Sequence
from pathlib import Path

from amicorum.intake.report import Report
from amicorum.intake.tables import Row, UnableToTakeIn, refusing, rows_of_table
from amicorum.multilingual.actions import Texts
from amicorum.vocabulary.levels import language


class TextsOfOwners:
    """Texts by owner, as field -> language -> text."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.fields = fields
        self._held: dict[str, dict[str, dict[str, str]]] = {}
        self._first_rows: dict[str, Row] = {}

    def add(self, row: Row, owner: str, field: str) -> None:
        """Take one row; raises `UnableToTakeIn` for another field or a second text in a language."""
        if field not in self.fields:
            raise UnableToTakeIn(f"field says {field!r}, expected {', '.join(self.fields)}")
        by_language = self._held.setdefault(owner, self._nothing())[field]
        tag = language(row["language"])
        if tag in by_language:
            raise UnableToTakeIn(f"{owner} has a {field} in {tag} already")
        by_language[tag] = row.word("text")
        self._first_rows.setdefault(owner, row)

    def of(self, owner: str) -> Texts:
        """All texts of an owner; a field without any is named too, so that an old text goes."""
        return self._held.get(owner, self._nothing())

    def refuse_others(self, owners: set[str], report: Report) -> None:
        """Refuse the texts of owners that are not these."""
        for owner, row in self._first_rows.items():
            if owner not in owners:
                report.refuse(row.place, f"its owner {owner} is not in the table beside it")

    def _nothing(self) -> dict[str, dict[str, str]]:
        return {field: {} for field in self.fields}


def read_texts(
    path: Path, owner: str, fields: Sequence[str], owners: set[str], report: Report
) -> TextsOfOwners:
    """Texts of a file with columns owner, field, language, text; raises `UnreadableTable`.

    Refuses the texts of others than these owners.
    """
    texts = TextsOfOwners(fields)
    for row in rows_of_table(path, (owner, "field", "language", "text"), report=report):
        with refusing(report, row):
            texts.add(row, row[owner], row["field"])
    texts.refuse_others(owners, report)
    return texts
