# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""However many conditions an agreement has, each of its tables is written once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amicorum.agreements.actions import register
from amicorum.agreements.models import Agreement
from tests.cast import TOLD, a_condition, a_draft

pytestmark = pytest.mark.django_db


def registered(cast, key, conditions):
    draft = a_draft(cast.humanities, cast.geneva, cast.sample, key, conditions=conditions)
    with CaptureQueriesContext(connection) as asked:
        register(home=cast.leiden, draft=draft, **TOLD)
    return [query["sql"] for query in asked.captured_queries]


def test_five_conditions_take_as_many_queries_as_one(cast):
    one = registered(cast, "one", [a_condition()])
    five = registered(cast, "five", [a_condition(seats_per_year=number) for number in range(1, 6)])
    assert len(five) == len(one)


def test_of_a_new_agreement_nothing_is_deleted(cast):
    assert not [sql for sql in registered(cast, "new", [a_condition()]) if sql.startswith("DELETE")]


def test_each_condition_has_its_own_parts(cast):
    english, danish = a_condition(), a_condition(fields=["0314"], levels=[8], languages={"da": ""}, rounds=[])
    for conditions in ([english, danish], [danish, english]):
        registered(cast, "two", conditions)
        held = Agreement.objects.get(key="two").conditions.all()
        parts = [(one.fields.get().isced_f, [level.eqf_level for level in one.levels.all()]) for one in held]
        assert parts == [(draft.fields[0], draft.levels) for draft in conditions]
        assert [one.rounds.count() for one in held] == [len(draft.rounds) for draft in conditions]
