# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: entering people and giving them roles."""

from datetime import date, datetime

from amicorum.accounts.models import Person, RoleHolding
from amicorum.institutions.models import Home, OUnit
from amicorum.journal.actions import action, record
from amicorum.journal.models import PersonalValue


class UnableToGiveRole(ValueError):
    """The role cannot be held there; the message says why."""


@action("person.enter")
def enter_person(*, home: Home, name: str, email: str, by: str, at: datetime) -> Person:
    """Enter a person once per home and address.

    Name and address stay out of the journal; they lie beside it and can be erased.
    """
    address = email.strip().lower()
    held = Person.objects.filter(home=home, email=address).first()
    if held:
        return held
    person = Person.objects.create(home=home, name=name, email=address)
    entry = record("person.enter", person, by=by, at=at, scope=home.slug)
    PersonalValue.objects.bulk_create(
        PersonalValue(entry=entry, name=field, value=value)
        for field, value in (("name", name), ("email", address))
    )
    return person


@action("role.give")
def give_role(
    *,
    person: Person,
    role: str,
    held_from: date,
    by: str,
    at: datetime,
    unit: OUnit | None = None,
    held_until: date | None = None,
) -> RoleHolding:
    """Give a person a role at a unit of the person's home, or at the whole home.

    Raises `UnableToGiveRole` for a unit of another university.
    """
    if unit and unit.institution_id != person.home.institution_id:
        raise UnableToGiveRole("the unit belongs to another university")
    held = RoleHolding.objects.filter(person=person, role=role, unit=unit, held_from=held_from).first()
    if held:
        return held
    holding = RoleHolding.objects.create(
        person=person, role=role, unit=unit, held_from=held_from, held_until=held_until
    )
    record(
        "role.give",
        holding,
        by=by,
        at=at,
        scope=person.home.slug,
        after={"role": role, "unit": unit.code if unit else None},
    )
    return holding
