# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The short lists that sample agreements are made from: faculties, languages, phrases, far partners."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

ListRow = Mapping[str, str]


@cache
def rows_of(name: str) -> Sequence[ListRow]:
    """The rows of the list `reference/<name>.csv`, each by column."""
    file = resources.files("amicorum.intake.sampling") / "reference" / f"{name}.csv"
    return tuple(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def faculties() -> Mapping[str, ListRow]:
    """What each faculty is given, by the code of its unit."""
    return {row["unit"]: row for row in rows_of("faculties")}


@cache
def languages_of_study(country: str, city: str) -> tuple[str, ...]:
    """The languages in which one studies there, as far as exchange students are concerned."""
    rows = [row for row in rows_of("languages") if row["country"] == country]
    best = [row for row in rows if row["city"] == city] or [row for row in rows if not row["city"]]
    return tuple(best[0]["languages"].split()) if best else ("en",)


def phrases(use: str) -> Sequence[Mapping[str, str]]:
    """The sentences for one use, each by language."""
    rows = [row for row in rows_of("phrases") if row["use"] == use]
    return [{language: text for language, text in row.items() if language != "use"} for row in rows]
