# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import date

import pytest

from amicorum.institutions.actions.closing import UnableToClose, close
from amicorum.institutions.actions.registers import take_in
from amicorum.institutions.models import Identifier, Institution, InstitutionName, RegisterRecord
from amicorum.journal.models import Entry
from tests.institutions.entries import AT, BY, eche_edition, of_eche, pic

pytestmark = pytest.mark.django_db

NUMBERS = range(10, 20)
ENTRIES = [of_eche(f"NL LEIDEN{number}", f"SCHOOL {number}", pic(f"9999745{number}")) for number in NUMBERS]
GONE = ENTRIES[0]
REST = [entry.key for entry in ENTRIES[1:]]


@pytest.fixture
def charters():
    take_in(eche_edition(2025), ENTRIES, by=BY, at=AT)


def closed(listed, **more):
    return close(eche_edition(2026), listed, by=BY, at=AT, **more)


def test_what_a_list_no_longer_names_is_gone_and_nothing_is_deleted(charters):
    assert closed(REST) == [("NL LEIDEN10", "SCHOOL 10")]
    assert RegisterRecord.objects.get(key="NL LEIDEN10").gone_since == date(2026, 1, 16)
    held = Institution.objects.get(key="eche:NL LEIDEN10")
    assert held.status == Institution.Status.WITHDRAWN
    assert held.names.get().end == "by 2026-01-16"
    assert held.identifiers.get(scheme="erasmus").end == "by 2026-01-16"
    assert (Institution.objects.count(), InstitutionName.objects.count()) == (10, 10)


def test_the_organisation_keeps_its_pic(charters):
    closed(REST)
    assert Institution.objects.get(key="eche:NL LEIDEN10").identifier("pic") == "999974510"


def test_closing_twice_says_nothing_new(charters):
    closed(REST)
    entries = Entry.objects.count()
    assert closed(REST) == []
    assert Entry.objects.count() == entries


def test_each_that_is_gone_is_told_in_its_journal(charters):
    closed(REST)
    entry = Entry.objects.about(Institution.objects.get(key="eche:NL LEIDEN10")).get()
    assert (entry.verb, entry.after) == ("register.close", {"gone_since": "2026-01-16"})


def test_a_key_that_returns_lives_again(charters):
    closed(REST)
    taken = take_in(eche_edition(2026), [GONE], by=BY, at=AT)
    held = Institution.objects.get(key="eche:NL LEIDEN10")
    assert (taken.returned, taken.new, taken.changed) == (1, 0, 0)
    assert held.status == Institution.Status.ACTIVE
    assert held.identifier("erasmus") == "NL LEIDEN10"
    assert held.names.filter(counts_until=None).count() == 1
    assert RegisterRecord.objects.get(key="NL LEIDEN10").gone_since is None


def test_an_entry_that_returns_under_a_new_code_finds_its_institution_by_pic(charters):
    closed(REST)
    moved = replace(of_eche("NL LEIDEN99", "SCHOOL TEN", pic("999974510")), city="Leiden")
    take_in(eche_edition(2026), [moved], by=BY, at=AT)
    held = Institution.objects.get(key="eche:NL LEIDEN10")
    assert Institution.objects.count() == 10
    assert (held.display_name, held.city, held.status) == ("SCHOOL TEN", "Leiden", "active")
    assert held.identifier("erasmus") == "NL LEIDEN99"
    assert Entry.objects.about(held).filter(verb="register.take_in").count() == 1


def test_a_list_that_lacks_more_than_a_fifth_closes_nothing(charters):
    with pytest.raises(UnableToClose, match="3 of the 10"):
        closed(REST[2:])
    assert not RegisterRecord.objects.exclude(gone_since=None).exists()
    assert not Identifier.objects.exclude(counts_until=None).exists()


def test_a_list_that_is_whole_for_certain_closes_any_share(charters):
    assert len(closed(REST[2:], is_complete=True)) == 3


class ReadOnce(list[str]):
    """A list that counts how often it is read from its beginning."""

    readings = 0

    def __iter__(self):
        self.readings += 1
        return super().__iter__()


def test_the_list_is_read_once_however_many_entries_are_held(charters):
    listed = ReadOnce(REST)
    closed(listed)
    assert listed.readings == 1
