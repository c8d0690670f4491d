# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""People are entered once per home, their names stay out of the journal, roles are held for a time."""

from datetime import date

import pytest

from amicorum.accounts.actions import UnableToGiveRole, enter_person, give_role
from amicorum.accounts.models import RoleHolding
from amicorum.journal.models import Entry, PersonalValue
from tests.cast import TOLD

pytestmark = pytest.mark.django_db

CANARY = "Anna Voorbeeld (sample person)"


def officer(cast):
    return enter_person(home=cast.leiden, name=CANARY, email="Anna@Example.org", **TOLD)


def test_a_person_is_entered_once_per_home(cast):
    assert officer(cast) == officer(cast)
    elsewhere = enter_person(home=cast.second, name=CANARY, email="anna@example.org", **TOLD)
    assert elsewhere != officer(cast)


def test_the_journal_holds_no_name_and_no_address(cast):
    officer(cast)
    told = " ".join(f"{entry.before}{entry.after}{entry}" for entry in Entry.objects.all())
    assert CANARY not in told
    assert "example.org" not in told
    assert PersonalValue.objects.filter(value=CANARY).exists()


def test_a_role_is_held_from_its_first_day_until_its_last(cast):
    give_role(
        person=officer(cast),
        role=RoleHolding.Role.FACULTY_COORDINATOR,
        unit=cast.humanities,
        held_from=date(2026, 1, 1),
        held_until=date(2027, 1, 1),
        **TOLD,
    )
    held = [
        RoleHolding.objects.on(day).count()
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2027, 1, 1))
    ]
    assert held == [0, 1, 0]


def test_a_role_at_a_unit_of_another_university_is_refused(cast):
    with pytest.raises(UnableToGiveRole):
        give_role(
            person=officer(cast),
            role=RoleHolding.Role.READER,
            unit=cast.second_office,
            held_from=date(2026, 1, 1),
            **TOLD,
        )


def test_giving_a_role_twice_gives_it_once(cast):
    person = officer(cast)
    first, second = (
        give_role(person=person, role=RoleHolding.Role.READER, held_from=date(2026, 1, 1), **TOLD)
        for _ in range(2)
    )
    assert first == second
