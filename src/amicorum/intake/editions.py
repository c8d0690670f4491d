# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which edition of a register a file is: its date and the source it is cited as; and its batches."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from django.utils import timezone

from amicorum.institutions.actions.registers import latest_edition, take_in
from amicorum.institutions.entries import Edition, Register, RegisterEntry
from amicorum.intake.files import UnreadableFile
from amicorum.intake.report import Report
from amicorum.sources.actions import enter_source
from amicorum.sources.models import Source
from amicorum.vocabulary.errors import NotAMoment
from amicorum.vocabulary.periods import PartialDate, parse_partial_date

T = TypeVar("T")
BATCH = 2_000
"""Entries in one transaction."""

_IN_NAME = re.compile(r"(?<![0-9])(20[0-9]{2})[-_]([01][0-9])(?:[-_]([0-3][0-9]))?(?![0-9])")


def written_date(path: Path, dated: str) -> PartialDate | None:
    """The date of a list: as given, else as its file name has it, else None.

    Raises `UnreadableFile` when it is no date.
    """
    match = _IN_NAME.search(path.name)
    in_name = "-".join(part for part in match.groups() if part) if match else ""
    try:
        return parse_partial_date(dated or in_name) if dated or in_name else None
    except NotAMoment as error:
        raise UnreadableFile(str(error)) from None


def edition_of(
    register: Register,
    key: str,
    title: str,
    publisher: str,
    dated: PartialDate | None,
    *,
    by: str,
    at: datetime,
) -> Edition:
    """The edition, cited as the source of this key, which is entered when it is not held.

    `key` and `title` may name the month as {month}. An undated list is as new as can be. Raises
    `UnreadableFile` when a newer edition was taken in before.
    """
    latest = latest_edition(register)
    day = dated or parse_partial_date(str(max(timezone.localdate(at), latest or date.min)))
    month = f"{day.first_day:%Y-%m}"
    source = Source.objects.filter(key=key.format(month=month)).first()
    if source is None:
        values = {
            "title": title.format(month=month),
            "kind": Source.Kind.REGISTER,
            "publisher": publisher,
            "published": day.written,
            "read": str(timezone.localdate(at)),
            "language": "en",
        }
        source, _ = enter_source(key=key.format(month=month), values=values, by=by, at=at)
    edition = Edition(register, source, _day_of(source, day, is_dated=dated is not None))
    _refuse_older(edition, latest)
    return edition


def _day_of(source: Source, day: PartialDate, *, is_dated: bool) -> date:
    """The day that the source itself has, where the list is not dated or only by its month."""
    if source.published and (source.published.startswith(day.written) or not is_dated):
        return parse_partial_date(source.published).first_day
    return day.first_day


def _refuse_older(edition: Edition, latest: date | None) -> None:
    if latest is not None and latest > edition.dated:
        raise UnreadableFile(
            f"This list is of {edition.dated}, and one of {latest} was taken in before; "
            "an older list cannot follow a newer one."
        )


def take_in_all(
    edition: Edition, entries: Iterable[RegisterEntry], *, by: str, at: datetime, report: Report
) -> None:
    """Take in a register batch by batch, each whole or not at all, and count into the report."""
    for batch in batches(entries):
        taken = take_in(edition, batch, by=by, at=at)
        report.counts.update(taken.counts)
        for sentence in taken.withheld:
            report.refuse("a code", sentence)


def batches(items: Iterable[T], size: int | None = None) -> Iterator[list[T]]:
    """The items in lists of `size` (else of `BATCH`), the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size or BATCH)):
        yield batch
