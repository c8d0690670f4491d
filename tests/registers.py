# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real register, small enough for tests: only the institutions that the real data name.

`real_register` lays the demonstration data into the database for the tests of one module: Leiden as
home, every network with its members, every programme with its partners, and some sixty sample
agreements around `LOADED_ON`. They are taken in once a process, through the intake, and copied from
then on. A module asks for it so, and its tests change what they like; each change is undone:

    pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]

Not for tests that commit (`transactional_db`, `live_server`): these call `load_real_register()`.
Every test sees the same public versions, so what is cached under them has to be cleared between tests.
"""

import csv
import gzip
import json
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from amicorum.intake.crosswalk import take_in_crosswalk
from amicorum.intake.eche import take_in_eche
from amicorum.intake.homes import take_in_homes
from amicorum.intake.networks import take_in_networks
from amicorum.intake.own_names import take_in_added, take_in_names
from amicorum.intake.programmes import take_in_programmes
from amicorum.intake.report import Report
from amicorum.intake.ror import take_in_ror
from amicorum.intake.samples import take_in_samples
from amicorum.intake.sources import take_in_sources

DATA = Path(__file__).resolve().parent.parent / "data"
BEYOND_ERASMUS = Path(__file__).resolve().parent.parent / (
    "src/amicorum/intake/sampling/reference/beyond_erasmus.csv"
)
LOADED_ON = date(2026, 11, 22)
LOADED_AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
SAMPLES = 60
FAR_PARTNERS = 45
LEIDEN = "027bh9e22"

Rows = list[Model]


def load_real_register(samples: int = SAMPLES) -> Report:
    """Take in the data of the demonstration, with only the institutions that they name."""
    told: dict[str, Any] = {"by": "intake:tests", "at": LOADED_AT, "report": Report()}
    institutions = DATA / "institutions"
    with tempfile.TemporaryDirectory() as folder:
        wanted = institutions_named()
        take_in_sources(DATA, **told)
        take_in_ror(_only(wanted, Path(folder)), dated="2026-04", **told)
        take_in_added(institutions / "added.csv", **told)
        crosswalk = _rows_only("crosswalk.csv", "ror_id", wanted, Path(folder))
        take_in_crosswalk(crosswalk, **told)
        codes = {row["erasmus_code"] for row in rows_of(crosswalk)}
        take_in_eche(_rows_only("eche.csv", "erasmus_code", codes, Path(folder)), dated="2026-04", **told)
        take_in_names(_rows_only("own_names.csv", "ror_id", wanted, Path(folder)), **told)
    take_in_networks(DATA, **told)
    take_in_programmes(DATA, **told)
    take_in_homes(DATA, **told)
    take_in_samples(home="leiden", on=LOADED_ON, seed=1, size=samples, **told)
    report: Report = told["report"]
    return report


def institutions_named() -> set[str]:
    """The ROR ids in networks, programmes and homes, and of some partners far away."""
    named = {row["institution_ror"] for row in rows_of(DATA / "networks/memberships.csv")}
    named |= {row["institution_ror"] for row in rows_of(DATA / "programmes/partners.csv")}
    named |= {row["ror_id"] for row in rows_of(DATA / "networks/networks.csv")}
    named |= {row["ror_id"] for row in rows_of(BEYOND_ERASMUS)[::4][:FAR_PARTNERS]}
    return (named | {LEIDEN}) - {""}


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, each by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _only(wanted: set[str], folder: Path) -> Path:
    made = folder / "ror.ndjson.gz"
    with (
        gzip.open(DATA / "institutions/ror.ndjson.gz", "rt", encoding="utf-8") as every,
        gzip.open(made, "wt", encoding="utf-8") as few,
    ):
        few.writelines(line for line in every if json.loads(line)["ror_id"] in wanted)
    return made


def _rows_only(name: str, column: str, wanted: set[str], folder: Path) -> Path:
    rows = rows_of(DATA / "institutions" / name)
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(row for row in rows if row[column] in wanted)
    return folder / name


@cache
def _copy() -> list[tuple[type[Model], Rows]]:
    """Every row of the loaded register, which is taken back at once."""
    with transaction.atomic():
        report = load_real_register()
        unexpected = [refusal for refusal in report.refusals if not refusal.where.startswith("a code")]
        assert not unexpected, unexpected
        rows = [(model, list(model._base_manager.all())) for model in _models()]
        transaction.set_rollback(True)
    return rows


def _models() -> list[type[Model]]:
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if model._meta.managed and not model._meta.proxy]


def _lay(copy: list[tuple[type[Model], Rows]]) -> None:
    for model, rows in copy:
        if model._base_manager.exists():  # laid by a migration
            model._base_manager.all().delete()
        model._base_manager.bulk_create(rows)
    with connection.cursor() as cursor:  # so that the next row of a test gets a number of its own
        for sentence in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(sentence)


@pytest.fixture(scope="module")
def real_register(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The real register, for all tests of a module."""
    with django_db_blocker.unblock():
        copy = _copy()
        for_the_module = transaction.atomic()
        for_the_module.__enter__()
        _lay(copy)
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        for_the_module.__exit__(None, None, None)
