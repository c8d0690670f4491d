# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many agreements in little time: the samples of one home copied by SQL over several homes and partners.

Each copy is a sample agreement with all its parts, of another home and with other partners, so that
every filter finds in sixty thousand what it finds in eight hundred. Only for a scratch SQLite database.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, models, transaction

from amicorum.agreements.models import (
    Agreement,
    AgreementText,
    Condition,
    ConditionField,
    ConditionLanguage,
    ConditionLevel,
    Party,
    Round,
    Suspension,
)
from amicorum.institutions.models import Home, Institution, OUnit
from amicorum.journal.actions import raise_public_version
from amicorum.sources.models import Certainty

SHARES = (12, 5, 3)
"""Of twenty agreements, how many each home gets: the first one more than half."""

_CHILDREN = ((AgreementText, "owner_id"), (Suspension, "agreement_id"))
_GRANDCHILDREN = (ConditionField, ConditionLevel, ConditionLanguage, Round)
_OPEN_TO: type[models.Model] = Agreement.open_to.through
_UNIT = "SELECT new FROM units WHERE units.home = copies.home AND units.old = source.{}"
_PARTNER = (
    "SELECT there.institution FROM partners here JOIN partners there "
    "ON there.place = (here.place + (copies.copy - 1) * 37) % (SELECT count(*) FROM partners) "
    "WHERE here.institution = source.institution_id"
)
"""Each copy of an agreement goes 37 places further along the ring of partners."""


def multiply(wanted: int, homes: Sequence[Home]) -> None:
    """Put `wanted` agreements of these homes in the place of the samples that are there."""
    with transaction.atomic(), connection.cursor() as cursor:
        _plan(cursor, wanted, homes)
        _copy_agreements(cursor)
        _copy_conditions(cursor)
        _forget_samples(cursor)
        for home in homes:
            raise_public_version(home.slug)
    with connection.cursor() as cursor:
        for table in ("copies", "units", "partners"):
            cursor.execute(f"DROP TABLE temp.{table}")


def _plan(cursor: Any, wanted: int, homes: Sequence[Home]) -> None:
    """Temporary tables: what is copied to which number, which unit to which, and all partners in a ring."""
    samples = list(Agreement.objects.order_by("pk").values_list("pk", flat=True))
    owners = [home.pk for home, share in zip(homes, SHARES, strict=True) for _ in range(share)]
    _table(
        cursor,
        "copies (new INTEGER PRIMARY KEY, old INTEGER, copy INTEGER, home INTEGER)",
        ((max(samples) + 1 + n, *one) for n, one in enumerate(_copies(wanted, samples, owners))),
    )
    cursor.execute("CREATE INDEX temp.copies_old ON copies (old)")
    _table(cursor, "units (home INTEGER, old INTEGER, new INTEGER)", _units(homes))
    _table(
        cursor, "partners (place INTEGER PRIMARY KEY, institution INTEGER UNIQUE)", enumerate(_ring(homes))
    )


def _table(cursor: Any, columns: str, rows: Iterable[Sequence[int]]) -> None:
    values = ", ".join(["%s"] * (columns.count(",") + 1))
    cursor.execute(f"CREATE TEMP TABLE {columns}")
    cursor.executemany(f"INSERT INTO {columns.split()[0]} VALUES ({values})", rows)  # noqa: S608  # our own words


def _copies(wanted: int, samples: Sequence[int], owners: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Sample, number of the copy and home of each agreement that is wanted."""
    for n in range(wanted):
        before, place = divmod(n, len(samples))
        # With each copy a sample goes to another home, so that every home gets of every sample.
        yield samples[place], before + 1, owners[(n + before) % len(owners)]


def _units(homes: Sequence[Home]) -> list[tuple[int, int, int]]:
    """For each home: a unit of the first home, and its own unit of the same code."""
    own = {(unit.institution_id, unit.code): unit.pk for unit in OUnit.objects.all()}
    return [
        (home.pk, pk, own[home.institution_id, code])
        for home in homes
        for (institution, code), pk in own.items()
        if institution == homes[0].institution_id
    ]


def _ring(homes: Sequence[Home]) -> list[int]:
    """Real universities with an Erasmus code, and all real partners of the samples."""
    real = Institution.objects.filter(is_fictitious=False, status=Institution.Status.ACTIVE)
    held = models.Q(identifiers__scheme="erasmus", identifiers__certainty=Certainty.CONFIRMED)
    wanted = real.filter(held | models.Q(agreement_parts__isnull=False))
    others = wanted.exclude(home__in=homes).order_by("pk").distinct()
    return list(others.values_list("pk", flat=True))


def _copy_agreements(cursor: Any) -> None:
    mine, unit = "JOIN copies ON copies.old = source.{}", f"({_UNIT})"
    columns = {"id": "copies.new", "home_id": "copies.home", "key": "'copy-' || copies.new"}
    _copy(cursor, Agreement, mine.format("id"), owner_id=unit.format("owner_id"), **columns)
    for model, column in _CHILDREN:
        _copy(cursor, model, mine.format(column), **{column: "copies.new"})
    of_agreement = mine.format("agreement_id")
    partner = f"COALESCE(({_PARTNER}), source.institution_id)"
    _copy(cursor, Party, of_agreement, agreement_id="copies.new", institution_id=partner)
    _copy(cursor, _OPEN_TO, of_agreement, agreement_id="copies.new", ounit_id=unit.format("ounit_id"))


def _copy_conditions(cursor: Any) -> None:
    highest: int = Condition.objects.aggregate(highest=models.Max("pk"))["highest"]
    number = f"copies.copy * {highest + 1} + source."
    _copy(
        cursor,
        Condition,
        "JOIN copies ON copies.old = source.agreement_id",
        id=f"{number}id",
        agreement_id="copies.new",
    )
    through = (
        f"JOIN {Condition._meta.db_table} owner ON owner.id = source.condition_id "
        "JOIN copies ON copies.old = owner.agreement_id"
    )
    for model in _GRANDCHILDREN:
        _copy(cursor, model, through, condition_id=f"{number}condition_id")


def _copy(cursor: Any, model: type[models.Model], joins: str, **changed: str) -> None:
    """Copy the rows of a table through these joins, each column as it is unless it is changed."""
    every = [str(field.column) for field in model._meta.local_concrete_fields]
    columns = [column for column in every if column != "id" or column in changed]
    values = ", ".join(changed.get(column, f'source."{column}"') for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    table = model._meta.db_table
    cursor.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} source {joins}")  # noqa: S608


def _forget_samples(cursor: Any) -> None:
    """Remove the agreements that were copied, with all their parts."""
    left = f"SELECT id FROM {Agreement._meta.db_table} WHERE id < (SELECT min(new) FROM copies)"  # noqa: S608
    conditions = f"SELECT id FROM {Condition._meta.db_table} WHERE agreement_id IN ({left})"  # noqa: S608
    for model in _GRANDCHILDREN:
        _delete(cursor, model, "condition_id", conditions)
    parts: list[tuple[type[models.Model], str]] = [
        *_CHILDREN,
        *((model, "agreement_id") for model in (Party, _OPEN_TO, Condition)),
    ]
    for part, column in parts:
        _delete(cursor, part, column, left)
    _delete(cursor, Agreement, "id", left)


def _delete(cursor: Any, model: type[models.Model], column: str, of: str) -> None:
    cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE {column} IN ({of})")  # noqa: S608
