# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words `amicorum intake ...`: one for each kind of file that can be taken in."""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from django.utils import timezone

from amicorum.intake.files import UnreadableFile
from amicorum.intake.report import Report

TakeIn = Callable[..., None]
Option = tuple[str, Mapping[str, Any]]

UNREADABLE = 2
"""Exit status when the file as a whole cannot be used; refused rows alone end in 0."""

_STAYS = (
    "What was taken in before the fault stays. Once the file is mended it can be taken in again as a whole."
)


@dataclass(frozen=True)
class Intake:
    """One kind of file: where the function that takes it in lives, and what can be asked of it.

    The module is imported when it is needed, so that the command line answers at once.
    """

    module: str
    function: str
    help: str
    options: tuple[Option, ...] = ()

    def load(self) -> TakeIn:
        function: TakeIn = getattr(import_module(f"amicorum.intake.{self.module}"), self.function)
        return function


_DATED: Option = (
    "--dated",
    {
        "metavar": "DATE",
        "help": "of the list, as 2026-04 or 2026-04-08; else as in the file name, else today",
    },
)

INTAKES: Mapping[str, Intake] = MappingProxyType(
    {
        "sources": Intake("sources", "take_in_sources", "the table of sources"),
        "ror": Intake(
            "ror",
            "take_in_ror",
            "the dump of the Research Organization Registry (zip or JSON, schema 2, or flattened .ndjson.gz)",
            (
                ("--all-types", {"action": "store_true", "help": "also records that are no education"}),
                _DATED,
            ),
        ),
        "added": Intake("own_names", "take_in_added", "institutions that no register has given (CSV)"),
        "crosswalk": Intake(
            "crosswalk",
            "take_in_crosswalk",
            "which charter holder is which ROR record, or the review queue (CSV)",
        ),
        "eche": Intake(
            "eche",
            "take_in_eche",
            "the Commission's list of Erasmus charter holders (xlsx or CSV)",
            (
                _DATED,
                ("--complete", {"action": "store_true", "help": "the list is whole, however many it lacks"}),
            ),
        ),
        "names": Intake("own_names", "take_in_names", "further names of institutions (CSV)"),
        "networks": Intake("networks", "take_in_networks", "networks and their members (folder)"),
        "programmes": Intake(
            "programmes", "take_in_programmes", "joint programmes and their partners (folder)"
        ),
        "homes": Intake("homes", "take_in_homes", "universities that live in this installation (folder)"),
        "agreements": Intake(
            "agreements",
            "take_in_agreements",
            "exchange agreements of one home (CSV or xlsx)",
            (
                (
                    "--home",
                    {"metavar": "SLUG", "required": True, "help": "the university whose agreements they are"},
                ),
            ),
        ),
    }
)


def take_in(name: str, path: Path, *, report: Report | None = None, **options: Any) -> Report:
    """Take in one file or folder of the kind `name` and tell what became of its rows.

    Raises `UnreadableFile` when the file as a whole cannot be used; a report that was handed in then
    holds what had been taken in before.
    """
    report = Report() if report is None else report
    INTAKES[name].load()(path, by=f"intake:{name}", at=timezone.now(), report=report, **options)
    return report


def add_commands(commands: Any) -> None:
    """Give the parser `intake` and the kinds of file below it."""
    intake = commands.add_parser("intake", help="take in a register, a list or a sheet")
    kinds = intake.add_subparsers(dest="kind", required=True, metavar="kind")
    for name, kind in INTAKES.items():
        parser = kinds.add_parser(name, help=kind.help)
        parser.add_argument("path", type=Path, metavar="FILE-OR-FOLDER")
        for flag, settings in kind.options:
            parser.add_argument(flag, **settings)
        parser.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    report = Report()
    try:
        take_in(given.kind, given.path, report=report, **_options(given))
    except UnreadableFile as error:
        print(f"{given.path}: {error}", file=sys.stderr)
        if any(report.counts.values()):
            print(_STAYS, file=sys.stderr)
        return UNREADABLE
    for line in report.lines():
        print(line)
    return 0


def _options(given: argparse.Namespace) -> dict[str, Any]:
    asked = vars(given)
    names = (flag.lstrip("-").replace("-", "_") for flag, _ in INTAKES[given.kind].options)
    return {name: asked[name] for name in names if asked[name]}
