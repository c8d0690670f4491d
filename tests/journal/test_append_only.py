# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journal can be added to and nothing else, not even around the ORM."""

import pytest
from django.db import DatabaseError, connection, transaction

from amicorum.journal.actions import UnknownVerb, record
from amicorum.journal.models import Entry, PersonalValue
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def test_an_entry_cannot_be_changed_by_a_queryset(cast):
    with pytest.raises(TypeError):
        Entry.objects.update(by="somebody else")


def test_entries_cannot_be_deleted_by_a_queryset(cast):
    with pytest.raises(TypeError):
        Entry.objects.all().delete()


@pytest.mark.parametrize("sql", ["UPDATE journal_entry SET verb = 'x'", "DELETE FROM journal_entry"])
def test_the_database_itself_refuses(cast, sql):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_an_entry_needs_a_verb_that_an_action_bears(cast):
    with pytest.raises(UnknownVerb):
        record("agreement.dance", cast.agreement, by="person:1", at=NOW)


def test_the_entries_of_a_subject_tell_its_story_in_order(cast):
    entries = Entry.objects.about(cast.agreement)
    assert [entry.verb for entry in entries] == ["agreement.register"]
    assert entries[0].scope == "leiden"
    assert entries[0].by == "intake:tests"


def test_erasing_a_personal_value_leaves_the_entry(cast):
    entry = Entry.objects.earliest("pk")
    held = PersonalValue.objects.create(entry=entry, name="name", value="Anna Voorbeeld (sample)")
    held.delete()
    assert Entry.objects.filter(pk=entry.pk).exists()
