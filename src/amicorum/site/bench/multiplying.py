# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many agreements in little time: the samples of one home copied by SQL over several homes and partners.

Each copy is a sample agreement with all its parts, of another home and with other partners, so that
every filter finds in sixty thousand what it finds in eight hundred. Only for a scratch SQLite database.
"""

from collections.abc import Sequence
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
STEP = 37
"""How far along the list of partners each copy moves; it shares no factor with most lengths."""

_CHILDREN = ((AgreementText, "owner_id"), (Suspension, "agreement_id"))
_GRANDCHILDREN = (ConditionField, ConditionLevel, ConditionLanguage, Round)


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
    """Temporary tables: which agreement is copied to which number, which unit to which, all partners in a ring."""
    samples = list(Agreement.objects.order_by("pk").values_list("pk", flat=True))
    owners = [home.pk for home, share in zip(homes, SHARES, strict=True) for _ in range(share)]
    first = max(samples) + 1
    cursor.execute(
        "CREATE TEMP TABLE copies (new INTEGER PRIMARY KEY, old INTEGER, copy INTEGER, home INTEGER)"
    )
    cursor.executemany(
        "INSERT INTO copies VALUES (%s, %s, %s, %s)",
        [
            (
                first + n,
                samples[n % len(samples)],
                1 + n // len(samples),
                owners[(n + n // len(samples)) % 20],
            )
            for n in range(wanted)
        ],
    )
    cursor.execute("CREATE INDEX temp.copies_old ON copies (old)")
    cursor.execute("CREATE TEMP TABLE units (home INTEGER, old INTEGER, new INTEGER)")
    cursor.executemany("INSERT INTO units VALUES (%s, %s, %s)", _units(homes))
    cursor.execute("CREATE TEMP TABLE partners (place INTEGER PRIMARY KEY, institution INTEGER UNIQUE)")
    cursor.executemany("INSERT INTO partners VALUES (%s, %s)", enumerate(_ring(homes)))


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
    mine = "JOIN copies ON copies.old = source.{}"
    unit = "(SELECT new FROM units WHERE units.home = copies.home AND units.old = source.{})"
    _copy(
        cursor,
        Agreement,
        mine.format("id"),
        id="copies.new",
        home_id="copies.home",
        key="'copy-' || copies.new",
        owner_id=unit.format("owner_id"),
    )
    for model, column in _CHILDREN:
        _copy(cursor, model, mine.format(column), **{column: "copies.new"})
    shifted = (
        "SELECT there.institution FROM partners here JOIN partners there ON there.place = "
        f"(here.place + (copies.copy - 1) * {STEP}) % (SELECT count(*) FROM partners) "
        "WHERE here.institution = source.institution_id"
    )
    partner = f"COALESCE(({shifted}), source.institution_id)"  # a number of our own
    _copy(cursor, Party, mine.format("agreement_id"), agreement_id="copies.new", institution_id=partner)
    open_to = Agreement._meta.get_field("open_to").remote_field.through
    _copy(
        cursor,
        open_to,
        mine.format("agreement_id"),
        agreement_id="copies.new",
        ounit_id=unit.format("ounit_id"),
    )


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
    condition = Condition._meta.db_table
    through = f"JOIN {condition} owner ON owner.id = source.condition_id JOIN copies ON copies.old = owner.agreement_id"
    for model in _GRANDCHILDREN:
        _copy(cursor, model, through, condition_id=f"{number}condition_id")


def _copy(cursor: Any, model: type[models.Model], joins: str, **changed: str) -> None:
    """Copy the rows of a table through these joins, each column as it is unless it is changed."""
    columns = [
        field.column
        for field in model._meta.local_concrete_fields
        if not field.primary_key or field.column in changed
    ]
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
    open_to = Agreement._meta.get_field("open_to").remote_field.through
    for child, column in (
        *_CHILDREN,
        (Party, "agreement_id"),
        (open_to, "agreement_id"),
        (Condition, "agreement_id"),
    ):
        _delete(cursor, child, column, left)
    _delete(cursor, Agreement, "id", left)


def _delete(cursor: Any, model: type[models.Model], column: str, of: str) -> None:
    cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE {column} IN ({of})")  # noqa: S608
