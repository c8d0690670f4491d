# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as people hand them over, made for a test, and what the report says of them."""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from amicorum.intake.report import Report
from tests.cast import TOLD


def write(path: Path, columns: Sequence[str], *rows: Mapping[str, str]) -> Path:
    """A CSV file with these rows; a column that a row does not name is empty in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def taken_in(function: Callable[..., None], *words: Any, **options: Any) -> Report:
    """The report of taking in."""
    report = Report()
    function(*words, **TOLD, **options, report=report)
    return report


def outcomes(report: Report) -> tuple[int, int, int]:
    """New, changed and unchanged."""
    return report.counts["new"], report.counts["changed"], report.counts["unchanged"]


def refused(report: Report) -> dict[str, str]:
    """The reasons by place."""
    return {refusal.where: refusal.reason for refusal in report.refusals}
