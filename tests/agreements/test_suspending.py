# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A suspension has grounds and an order of days, can be corrected, and is told of its agreement."""

from datetime import date

import pytest

from amicorum.agreements.actions import UnableToSuspend, suspend
from amicorum.agreements.models import Suspension
from amicorum.journal.actions import Outcome
from amicorum.journal.models import Entry, public_version
from tests.cast import TOLD

pytestmark = pytest.mark.django_db

SINCE = date(2026, 3, 15)


def rest(cast, **changes):
    given = {"since": SINCE, "reason": "Negotiated anew.", "review_on": date(2026, 6, 1), **changes}
    return suspend(agreement=cast.agreement, **given, **TOLD)


def test_suspending_twice_does_nothing_the_second_time(cast):
    assert rest(cast)[1] is Outcome.NEW
    entries = Entry.objects.count()
    assert rest(cast)[1] is Outcome.UNCHANGED
    assert Entry.objects.count() == entries


def test_a_suspension_of_the_same_day_is_corrected_and_told_of_its_agreement(cast):
    rest(cast)
    leiden, second = public_version("leiden"), public_version("second")
    assert rest(cast, until=date(2026, 9, 1))[1] is Outcome.CHANGED
    assert Suspension.objects.get().until == date(2026, 9, 1)
    entry = Entry.objects.about(cast.agreement).last()
    assert entry is not None
    assert (entry.verb, entry.before, entry.after) == (
        "agreement.suspend",
        {"until": None},
        {"until": "2026-09-01"},
    )
    assert public_version("leiden") != leiden
    assert public_version("second") == second


@pytest.mark.parametrize("until", [SINCE, date(2026, 3, 1)])
def test_a_suspension_that_ends_before_it_begins_is_refused(cast, until):
    with pytest.raises(UnableToSuspend, match="after its start"):
        rest(cast, until=until)
    assert not Suspension.objects.exists()
