# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measuring the intake of registers."""

from amicorum.site.bench.figures import Report, at_most
from amicorum.site.bench.scratch import empty, inside, told

SECONDS = 20


def run(report: Report) -> None:
    """How long the ROR records of the demonstration take on an empty SQLite database, and once more."""
    with empty() as state, told("taking in the ROR records, twice"):
        first, second = inside(state, "take_in_ror"), inside(state, "take_in_ror")
    report.heading("Intake of institutions (SQLite)")
    report.line(
        f"{first['records']:,} ROR records, new",
        f"{first['seconds']:6.1f} s",
        at_most(first["seconds"], SECONDS, "s"),
    )
    report.line(f"{second['records']:,} ROR records, unchanged", f"{second['seconds']:6.1f} s")
