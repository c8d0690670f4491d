# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The benchmark's agreements: many, over several homes, each as whole as its sample."""

import pytest
from django.db import connection
from django.db.models import Count

from amicorum.agreements.destinations import Filters, search
from amicorum.agreements.models import Agreement, Condition, Party, Round
from amicorum.institutions.models import Home, OUnit
from amicorum.journal.models import public_version
from amicorum.site.bench.homes import three_homes
from amicorum.site.bench.multiplying import multiply
from tests.registers import LOADED_ON

WANTED = 240
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("real_register"),
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="THE BENCHMARK LOADS A SCRATCH SQLITE DATABASE ONLY"
    ),
]


@pytest.fixture
def samples():
    return {one.key: shape(one) for one in Agreement.objects.all()}


@pytest.fixture
def homes(samples):
    opened = three_homes()
    multiply(WANTED, opened)
    return opened


def shape(agreement):
    """What a copy has in common with its sample."""
    conditions = agreement.conditions.annotate(
        fields_held=Count("fields", distinct=True),
        levels_held=Count("levels", distinct=True),
        languages_held=Count("languages", distinct=True),
        rounds_held=Count("rounds", distinct=True),
    )
    counted = conditions.values_list(
        "mobility", "seats_per_year", "terms", "fields_held", "levels_held", "languages_held", "rounds_held"
    )
    titles = tuple(sorted(agreement.texts.values_list("field", "language", "text")))
    units = tuple(sorted(agreement.open_to.values_list("code", flat=True)))
    return (
        agreement.kind, agreement.counts_from, agreement.counts_until, agreement.owner.code, units, titles,
        agreement.parties.count(), tuple(sorted(counted)),
    )  # fmt: skip


def test_there_are_as_many_as_wanted_and_the_largest_home_has_at_least_half(homes):
    held = [Agreement.objects.of_home(home).count() for home in homes]
    assert sum(held) == Agreement.objects.count() == WANTED
    assert held[0] >= WANTED / 2
    assert min(held) > 0


def test_every_copy_is_as_whole_as_its_sample(samples, homes):
    shapes = set(samples.values())
    assert {shape(one) for one in Agreement.objects.all()} <= shapes
    assert Condition.objects.filter(agreement=None).count() == 0
    connection.check_constraints()


def test_units_are_those_of_the_home(homes):
    for home in homes:
        own = set(OUnit.objects.filter(institution=home.institution).values_list("pk", flat=True))
        agreements = Agreement.objects.of_home(home)
        assert set(agreements.values_list("owner", flat=True)) <= own
        assert set(agreements.exclude(open_to=None).values_list("open_to", flat=True)) <= own


def test_copies_spread_over_more_partners_and_never_over_the_homes(samples, homes):
    partners = set(Party.objects.values_list("institution", flat=True))
    assert len(partners) > len(samples)
    assert partners.isdisjoint(home.institution_id for home in homes)


def test_suspended_ones_stay_with_fictitious_partners(homes):
    suspended = Party.objects.filter(agreement__suspensions__isnull=False)
    assert suspended.exists()
    assert not suspended.filter(institution__is_fictitious=False).exists()


def test_no_part_of_a_sample_is_left(homes):
    first = Agreement.objects.earliest("pk").pk
    assert Party.objects.filter(agreement__lt=first).count() == 0
    assert Round.objects.filter(condition__agreement__lt=first).count() == 0


def test_a_search_that_ran_before_sees_the_copies(samples):
    home = Home.objects.get(is_default=True)
    everything = Filters.parse({"standing": ["open", "full", "future", "closed", "suspended", "expired"]})
    before, version = search(home, everything, LOADED_ON).total, public_version(home.slug)
    multiply(WANTED, three_homes())
    assert public_version(home.slug) != version
    assert search(home, everything, LOADED_ON).total == Agreement.objects.of_home(home).count() != before
