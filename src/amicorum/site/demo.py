# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration: a real university on real facts, with sample agreements."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from amicorum.institutions.models import Home
from amicorum.intake.commands import take_in
from amicorum.intake.report import Report
from amicorum.intake.samples import take_in_samples

DATA = settings.CHECKOUT / "data"
LOADED = settings.STATE / "demonstration-loaded"
SEED = 1575
"""The year in which the first home was founded; the same number gives the same demonstration."""

STEPS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("Sources", "sources", "", {}),
    ("Institutions of the ROR register", "ror", "institutions/ror.ndjson.gz", {}),
    ("Institutions that no register has", "added", "institutions/added.csv", {}),
    ("Which charter holder is which institution", "crosswalk", "institutions/crosswalk.csv", {}),
    ("Holders of the Erasmus charter", "eche", "institutions/eche.csv", {"dated": "2026-04"}),
    ("Doubtful pairs", "crosswalk", "institutions/crosswalk_review_queue.csv", {}),
    ("Further names", "names", "institutions/own_names.csv", {}),
    ("Networks and memberships", "networks", "", {}),
    ("Joint programmes", "programmes", "", {}),
    ("The home", "homes", "", {}),
)
"""What is loaded in which order: a title, the kind of intake, its file below the data, its options."""


class UnableToLoad(ValueError):
    """The demonstration and real data would get into each other's way; the message says why."""


def load() -> None:
    """Load the demonstration unless it stands; what was broken off is taken up again.

    Raises `UnableToLoad` where a home lives that is no demonstration.
    """
    if LOADED.exists() and Home.objects.exists():
        return
    _refuse_real_homes()
    for title, kind, path, options in STEPS:
        with _timed(title):
            _summary(take_in(kind, DATA / path, **options))
    with _timed("Sample agreements"):
        _summary(_samples())
    LOADED.touch()


def _samples() -> Report:
    report = Report()
    home = Home.objects.get(is_demonstration=True)
    take_in_samples(home=home.slug, seed=SEED, by="intake:samples", at=timezone.now(), report=report)
    return report


def forget() -> None:
    """Remove the demonstration's data, so that the next load starts over.

    Raises `UnableToLoad` where a home lives that is no demonstration.
    """
    _refuse_real_homes()
    LOADED.unlink(missing_ok=True)
    if connection.vendor == "sqlite":
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            (settings.STATE / f"db.sqlite3{suffix}").unlink(missing_ok=True)
    else:
        call_command("flush", interactive=False, verbosity=0)


def _refuse_real_homes() -> None:
    """A database that has no tables yet holds no homes."""
    if Home._meta.db_table not in connection.introspection.table_names():
        return
    real = list(Home.objects.filter(is_demonstration=False).order_by("slug").values_list("slug", flat=True))
    if real:
        raise UnableToLoad(
            f"This database holds {', '.join(real)}, which is no demonstration; nothing was changed. "
            "Give the demonstration a state folder (AMICORUM_STATE) or a database (DATABASE_URL) of its own."
        )


@contextmanager
def _timed(title: str) -> Iterator[None]:
    print(f"{title} ...", flush=True)
    started = time.monotonic()
    yield
    print(f"  {time.monotonic() - started:.1f} s", flush=True)


def _summary(report: Report) -> None:
    counts = ", ".join(f"{count:,} {name}" for name, count in report.counts.items())
    refused = f", {len(report.refusals):,} refused" if report.refusals else ""
    print(f"  {counts}{refused}", flush=True)
