# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot be is refused by the database itself, whoever writes it."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from amicorum.accounts.actions import enter_person
from amicorum.accounts.models import RoleHolding
from amicorum.agreements.models import (
    Agreement,
    Condition,
    ConditionField,
    ConditionLanguage,
    ConditionLevel,
    Party,
)
from amicorum.institutions.models import Institution, OUnit
from amicorum.journal.models import Entry
from amicorum.networks.models import Membership
from amicorum.sources.models import SourcedFact
from tests.cast import TOLD

pytestmark = pytest.mark.django_db


def refused(rows, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**values)
    return True


@pytest.mark.parametrize("at_a_unit", [True, False])
def test_a_role_that_is_held_twice_from_the_same_day(cast, at_a_unit):
    person = enter_person(home=cast.leiden, name="Sample", email="sample@example.org", **TOLD)
    held = {
        "person": person,
        "role": RoleHolding.Role.READER,
        "unit": cast.office if at_a_unit else None,
        "held_from": date(2026, 1, 1),
    }
    RoleHolding.objects.create(**held)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHolding.objects.create(**held)


@pytest.mark.parametrize("half", [{"latitude": 52.1}, {"longitude": 4.5}])
def test_half_a_place_of_an_institution(cast, half):
    assert refused(Institution.objects.filter(pk=cast.geneva.pk), **half)


@pytest.mark.parametrize("model", [Agreement, Membership])
def test_a_certainty_that_is_none(cast, model):
    assert refused(model.objects.all(), certainty="sure")


def test_every_sourced_fact_is_so_constrained():
    facts = [model for model in apps.get_models() if issubclass(model, SourcedFact)]
    assert len(facts) > 10
    for model in facts:
        assert any(one.name.endswith("certainty_is_known") for one in model._meta.constraints), model


@pytest.mark.parametrize("change", [{"direction": "both"}, {"mobility": "travel"}])
def test_a_condition_in_words_that_nobody_knows(cast, change):
    assert refused(Condition.objects.all(), **change)


def test_a_unit_that_is_its_own_parent(cast):
    assert refused(OUnit.objects.filter(pk=cast.office.pk), parent=cast.office)


@pytest.mark.parametrize("model", [Party, Condition, ConditionField, ConditionLevel, ConditionLanguage])
def test_parts_of_an_agreement_come_in_the_order_in_which_they_were_written(model):
    assert model.objects.all().ordered


def test_the_feed_reads_the_journal_by_scope_in_order_of_entry():
    with connection.cursor() as cursor:
        indexes = connection.introspection.get_constraints(cursor, Entry._meta.db_table)
    assert indexes["journal_scope_id"]["columns"] == ["scope", "id"]
