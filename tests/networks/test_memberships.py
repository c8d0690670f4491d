# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A membership holds from its start until its end, and what is not known counts as it must."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from amicorum.institutions.models import Institution
from amicorum.networks.actions import UnableToEndMembership, end_membership, enter_membership, enter_network
from amicorum.networks.models import BOUND_BEGINS, Membership, Network
from amicorum.vocabulary.errors import ImpossiblePeriod
from amicorum.vocabulary.periods import MomentKind, parse_moment
from tests.cast import TOLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def arqus(cast):
    values = {"kind": Network.Kind.NETWORK, "founded": "2019-05", "source": cast.source, "members_stated": 4}
    return enter_network(slug="arqus", values=values, texts={}, **TOLD)[0]


def enter(cast, network, member, start="", end="", **values):
    values = {"kind": Membership.Kind.FULL, "source": cast.source, "certainty": "confirmed", **values}
    key = f"{network.slug}/{member.slug}"
    return enter_membership(
        key=key, network=network, institution=member, start=start, end=end, values=values, **TOLD
    )[0]


def members(network, day):
    return Membership.objects.of_network(network).public().full().on(day).count()


@pytest.mark.parametrize(
    ("start", "end", "day", "present"),
    [
        ("", "", date(2019, 4, 30), False),
        ("", "", date(2019, 5, 1), True),
        ("by 2021", "", date(2019, 5, 1), True),
        ("between 2021 and 2023-06", "", date(2023, 5, 31), False),
        ("between 2021 and 2023-06", "", date(2023, 6, 1), True),
        ("2020", "2022-03", date(2022, 2, 28), True),
        ("2020", "2022-03", date(2022, 3, 1), False),
        ("2020", "by 2026-11-22", date(2026, 11, 21), True),
        ("2020", "by 2026-11-22", date(2026, 11, 22), False),
    ],
)
def test_a_member_is_present_just_while_its_period_counts(cast, arqus, start, end, day, present):
    enter(cast, arqus, cast.geneva, start, end)
    assert members(arqus, day) == present


def test_a_member_that_is_uncertain_is_never_shown_but_counted(cast, arqus):
    enter(cast, arqus, cast.geneva, certainty="uncertain")
    roster = Network.objects.with_rosters(date(2024, 1, 1)).get(slug="arqus").roster
    assert (roster.shown, roster.waiting) == (0, 1)


def test_totals_say_how_many_starts_are_not_known(cast, arqus):
    enter(cast, arqus, cast.geneva, "2019")
    enter(cast, arqus, cast.cairo, "by 2021")
    enter(cast, arqus, cast.giessen)
    roster = Network.objects.with_rosters(date(2024, 1, 1)).get(slug="arqus").roster
    assert (roster.shown, roster.start_unknown) == (3, 2)


def test_less_than_half_of_the_stated_members_are_no_roster(cast, arqus):
    enter(cast, arqus, cast.geneva, "2019")
    assert not Network.objects.with_rosters(date(2024, 1, 1)).get(slug="arqus").roster.is_shown
    enter(cast, arqus, cast.giessen, "2019")
    assert Network.objects.with_rosters(date(2024, 1, 1)).get(slug="arqus").roster.is_shown


def test_an_impossible_period_is_refused_by_the_action_and_by_the_database(cast, arqus):
    with pytest.raises(ImpossiblePeriod):
        enter(cast, arqus, cast.geneva, "2022", "2021")
    held = enter(cast, arqus, cast.geneva, "2022")
    held.counts_until = date(2021, 1, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        held.save()


def test_ending_a_membership_twice_ends_it_once(cast, arqus):
    held = enter(cast, arqus, cast.geneva, "2022")
    for _ in range(2):
        end_membership(membership=held, on=date(2025, 1, 1), **TOLD)
    assert members(arqus, date(2024, 12, 31)) == 1
    assert members(arqus, date(2025, 1, 1)) == 0


def test_a_membership_cannot_end_before_it_began(cast, arqus):
    held = enter(cast, arqus, cast.geneva, "2022")
    with pytest.raises(UnableToEndMembership):
        end_membership(membership=held, on=date(2021, 1, 1), **TOLD)


def test_an_institution_with_a_membership_cannot_be_deleted(cast, arqus):
    enter(cast, arqus, cast.geneva, "2022")
    with pytest.raises(IntegrityError):
        Institution.objects.get(pk=cast.geneva.pk).delete()


@pytest.mark.parametrize("written", ["by 2009", "before 2005", "between 2021 and 2023-06", "2002", ""])
def test_every_start_that_is_only_bounded_is_counted_as_not_known(cast, arqus, written):
    enter(cast, arqus, cast.geneva, written)
    roster = Network.objects.with_rosters(date(2026, 1, 1)).get(slug="arqus").roster
    assert roster.start_unknown == (0 if parse_moment(written).is_known else 1)


def test_every_bounded_kind_of_moment_begins_with_the_same_letter():
    bounded = set(MomentKind) - {MomentKind.PARTIAL, MomentKind.UNKNOWN}
    assert {str(kind)[0] for kind in bounded} == {BOUND_BEGINS}
