# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in sample agreements, made on the spot and given to the reader of the canonical table."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from amicorum.institutions.models import Home, OUnit
from amicorum.intake.agreements import home_named, take_in_rows
from amicorum.intake.files import UnreadableFile
from amicorum.intake.report import Report
from amicorum.intake.sampling.fictitious import add_fictitious_institutions, fictitious_rows
from amicorum.intake.sampling.lists import faculties
from amicorum.intake.sampling.partners import candidates_for
from amicorum.intake.sampling.rows import FULL_SIZE, SOURCE, sample_rows
from amicorum.intake.sampling.seasons import OFFICE
from amicorum.sources.actions import enter_source
from amicorum.sources.models import Source


def take_in_samples(
    *,
    home: str,
    by: str,
    at: datetime,
    report: Report,
    on: date | None = None,
    seed: int = 1,
    size: int = FULL_SIZE,
) -> None:
    """Give a home about `size` sample agreements around a day (today when none is given).

    The same seed, day and register give the same agreements; another day brings the same ones up to
    that day. Raises `UnreadableFile` for an unknown home, or one without the units of the sample.
    """
    found = home_named(home)
    _check_units(found)
    day = on or timezone.localdate()
    with transaction.atomic():
        add_fictitious_institutions(source=_source(by, at), by=by, at=at)
    real = sample_rows(candidates_for(found), day=day, seed=seed, size=size)
    rows = [*real, *fictitious_rows(day=day, seed=seed)]
    take_in_rows(rows, home=found, by=by, at=at, report=report)


def _check_units(home: Home) -> None:
    codes = set(OUnit.objects.filter(institution=home.institution_id).values_list("code", flat=True))
    missing = sorted({OFFICE, *faculties()} - codes)
    if missing:
        raise UnreadableFile(f"{home} lacks units that the sample speaks of: {', '.join(missing)}.")


def _source(by: str, at: datetime) -> Source:
    held = Source.objects.filter(key=SOURCE).first()
    if held:
        return held
    values = {
        "title": "Sample data, invented for this demonstration",
        "kind": Source.Kind.SAMPLE,
        "language": "en",
    }
    return enter_source(key=SOURCE, values=values, by=by, at=at)[0]
