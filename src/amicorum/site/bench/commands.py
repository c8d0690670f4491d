# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words `amicorum bench ...`."""

import argparse
import sys
from typing import Any

from amicorum.site import bench_search
from amicorum.site.bench import measuring, registers
from amicorum.site.bench.figures import Report

KINDS = ("all", "pages", "search", "intake")
SIZES = "600,60000"
MISSED = 1
"""Exit status when a target was missed."""


def add_bench(commands: Any) -> None:
    """Give the parser the word `bench`."""
    parser = commands.add_parser(
        "bench", help="measure the site beside its limits and peers (docs/benchmarks.md)"
    )
    parser.add_argument("kind", nargs="?", choices=KINDS, default="all")
    parser.add_argument("--agreements", type=sizes, default=SIZES, metavar="N,N", help=f"default {SIZES}")
    parser.add_argument(
        "--million", action="store_true", help="also with 1,000,000 agreements, for the record"
    )
    parser.set_defaults(run=_run)


def sizes(text: str) -> list[int]:
    """Numbers of agreements; raises `ValueError` for what is none."""
    numbers = [int(part) for part in text.split(",")]
    if min(numbers) < 1:
        raise ValueError(text)
    return numbers


def _run(given: argparse.Namespace) -> int:
    report = Report(sys.stdout)
    report.machine()
    if given.kind in ("all", "pages"):
        measuring.run(report, [*given.agreements, *([measuring.MILLION] if given.million else [])])
    if given.kind in ("all", "intake"):
        registers.run(report)
    is_found = True
    if given.kind in ("all", "search"):
        report.heading("Search of institutions")
        is_found = bench_search.run(sys.stdout)
    return 0 if report.all_met and is_found else MISSED
